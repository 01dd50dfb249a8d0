"""What may be typed, and what each word leads to."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from beside.cli.refusals import refusals

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
    doctor = commands.add_parser("doctor", help="look whether everything is well")
    doctor.set_defaults(command=_doctor)
    return words


def _run(_typed: argparse.Namespace) -> int:
    from beside.cli.local import run

    return run()


def _doctor(_typed: argparse.Namespace) -> int:
    from beside.cli.doctor import examine

    return examine()
