"""What may be typed, and what each word leads to."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from beside.cli.refusals import refusals

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no other name

OPERATOR = {
    "init": "make the server’s secret, where there is none",
    "invite": "make codes that let somebody keep a notebook, once each",
    "withdraw": "let no code that is out be used any more",
    "counts": "how many notebooks there are, and how much they hold together",
    "canary": "keep a notebook that is nobody’s, for the rehearsal of a backup",
    "verify": "look through all rows without a key, and open the canary",
    "disable": "let nobody open the notebook of a name",
    "enable": "let it be opened again",
    "delete": "remove the notebook of a name for good",
}
"""What follows the word `operator`. Nothing here can read a notebook, or list names."""

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was typed; return 0, or 1 after a refusal that was said in one sentence."""
    typed = parser().parse_args(arguments)
    command: Command = typed.command
    with refusals(sys.stderr) as outcome:
        return command(typed)
    return outcome.code


def parser() -> argparse.ArgumentParser:
    """Return the whole command line."""
    words = argparse.ArgumentParser(
        prog="beside",
        description="A private notebook. Without a word it opens on this computer.",
        epilog="BESIDE_HOME: the folder. BESIDE_PORT: the port. BESIDE_OPEN=0: open no browser.",
    )
    words.set_defaults(command=_run)
    commands = words.add_subparsers(metavar="")
    _add_carrying(commands)
    _add_copying(commands)
    demo = commands.add_parser("demo", help="look at a made-up year; nothing of it stays")
    demo.set_defaults(command=_demo)
    doctor = commands.add_parser("doctor", help="look whether everything is well")
    doctor.set_defaults(command=_doctor)
    _add_hosting(commands)
    return words


def _add_carrying(commands: Commands) -> None:
    export = commands.add_parser("export", help="everything you wrote, in an age file")
    export.add_argument("file", type=Path, nargs="?", help="where to (else: here, by date)")
    export.add_argument("--plain", action="store_true", help="readable by anybody")
    export.set_defaults(command=_export)
    bring = commands.add_parser("import", help="bring an export in; twice is once")
    bring.add_argument("file", type=Path)
    bring.set_defaults(command=_import)


def _add_copying(commands: Commands) -> None:
    backup = commands.add_parser("backup", help="make a copy now, and open it to be sure")
    backup.set_defaults(command=_backup)
    restore = commands.add_parser("restore", help="bring a copy back")
    restore.add_argument("file", type=Path, nargs="?", help="the copy (else: the newest)")
    restore.set_defaults(command=_restore)
    verify = commands.add_parser("verify", help="look whether every record opens")
    verify.set_defaults(command=_verify)


def _add_hosting(commands: Commands) -> None:
    serve = commands.add_parser("serve", help="host it for many (docs/hosting.md)")
    serve.set_defaults(command=_serve)
    migrate = commands.add_parser("migrate", help="bring a hosted database up to date")
    migrate.set_defaults(command=_migrate)
    remind = commands.add_parser("remind", help="send the mails that are due, where it is hosted")
    remind.set_defaults(command=_remind)
    operator = commands.add_parser("operator", help="what whoever hosts it can do")
    words = operator.add_subparsers(metavar="", required=True, dest="word")
    for word, said in OPERATOR.items():
        words.add_parser(word, help=said)
    words.choices["invite"].add_argument("many", type=int, nargs="?", default=1, help="how many")
    operator.set_defaults(command=_operator)


def _export(typed: argparse.Namespace) -> int:
    from beside.cli.carrying import export

    return export(typed.file, plain=typed.plain)


def _import(typed: argparse.Namespace) -> int:
    from beside.cli.carrying import bring

    return bring(typed.file)


def _backup(_typed: argparse.Namespace) -> int:
    from beside.cli.copying import backup

    return backup()


def _restore(typed: argparse.Namespace) -> int:
    from beside.cli.copying import restore

    return restore(typed.file)


def _verify(_typed: argparse.Namespace) -> int:
    from beside.cli.copying import verify

    return verify()


def _run(_typed: argparse.Namespace) -> int:
    from beside.cli.local import run

    return run()


def _demo(_typed: argparse.Namespace) -> int:
    from beside.cli.demo import demo

    return demo()


def _doctor(_typed: argparse.Namespace) -> int:
    from beside.cli.doctor import examine

    return examine()


def _serve(_typed: argparse.Namespace) -> int:
    from beside.cli.serve import serve

    return serve()


def _migrate(_typed: argparse.Namespace) -> int:
    from beside.cli.migrate import migrate

    return migrate()


def _remind(_typed: argparse.Namespace) -> int:
    from beside.cli.remind import remind

    return remind()


def _operator(typed: argparse.Namespace) -> int:
    from beside.cli import operator

    return operator.run(typed.word, many=getattr(typed, "many", 1))
