"""`beside doctor` looks at everything a notebook rests on, and says what is not well.

It opens nothing that is sealed and changes nothing.
"""

from __future__ import annotations

import platform
import socket
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from beside import __version__
from beside.cli import schema
from beside.cli.refusals import REFUSED, Refused, say
from beside.config import env
from beside.keeping.disk import copies, folder, single
from beside.kernel.sentences import Sentence

SAFE_ALONE = (3, 51, 3)
"""The first SQLite whose write-ahead log needs no lock of ours (decision 0003)."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    sentence: Sentence
    well: bool = True


def examine() -> int:
    """Say every finding; return 1 where something is not well."""
    findings = [finding for look in LOOKS for finding in look()]
    for finding in findings:
        say(f"{'ok' if finding.well else '!!'}  {finding.sentence}")
    return 0 if all(finding.well for finding in findings) else REFUSED


def the_program() -> Iterator[Finding]:
    """Look at the versions that it runs with."""
    yield Finding(
        Sentence(
            "Beside %(beside)s on Python %(python)s, %(system)s.",
            beside=__version__,
            python=platform.python_version(),
            system=platform.platform(terse=True),
        )
    )
    known = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info >= SAFE_ALONE:
        yield Finding(Sentence("SQLite %(version)s.", version=known))
        return
    yield Finding(
        Sentence(
            "SQLite %(version)s: its known fault with the write-ahead log cannot "
            "show here, since Beside lets one writer in at a time.",
            version=known,
        )
    )


def the_locks() -> Iterator[Finding]:
    """Ask the code that seals for published answers."""
    from beside.keeping.crypto import selftest

    try:
        selftest.run()
    except selftest.SelfTestFailed:
        yield Finding(Sentence("The code that locks does not work right here."), well=False)
    else:
        yield Finding(Sentence("The code that locks gives the published answers."))


def the_folder() -> Iterator[Finding]:
    """Look at where it lies, on what, and how much room there is."""
    home = env.home()
    if not home.exists():
        yield Finding(Sentence("The folder %(folder)s will be made.", folder=home))
        return
    try:
        warnings = folder.prepare(home)
    except folder.FolderTrouble as trouble:
        yield Finding(trouble.sentence, well=False)
        return
    yield Finding(
        Sentence(
            "The folder is %(folder)s (%(system)s), with %(room)s MB free.",
            folder=home,
            system=folder.file_system(home) or "?",
            room=folder.free_space(home) // (1024 * 1024),
        )
    )
    yield from (Finding(warning, well=False) for warning in warnings)


def the_notebook() -> Iterator[Finding]:
    """Look at whether this release can read the file."""
    database = env.database()
    if not database.exists():
        yield Finding(Sentence("There is no notebook yet."))
        return
    try:
        schema.refuse_a_later_one(database)
        step = schema.stamp_of(database)
    except Refused as refusal:
        yield Finding(refusal.sentence, well=False)
        return
    if step < schema.known():
        yield Finding(
            Sentence("The notebook is from an older Beside. The next start brings it up to date.")
        )
        return
    yield Finding(Sentence("The notebook fits this Beside (step %(step)s).", step=step))


def the_copies() -> Iterator[Finding]:
    """Look at when the last copy was made."""
    made = copies.copies_in(env.copies())
    if not made:
        yield Finding(Sentence("There is no copy yet. One is made each day while Beside runs."))
        return
    last = copies.made_at(made[-1])
    yield Finding(
        Sentence(
            "Copies: %(number)s, the last one from %(when)s UTC.",
            number=len(made),
            when=f"{last:%Y-%m-%d %H:%M}" if last else "?",
        )
    )


def the_port() -> Iterator[Finding]:
    """Look at whether a start would find its port free."""
    lock = env.running_lock()
    if lock.exists() and (address := single.address_of_running(lock)) is not None:
        yield Finding(Sentence("Beside is running: %(address)s", address=address))
        return
    with socket.socket() as asking:
        asking.settimeout(1)
        taken = asking.connect_ex(("127.0.0.1", env.port())) == 0
    if taken:
        yield Finding(
            Sentence("Another program has port %(port)s.", port=env.port()),
            well=False,
        )
        return
    yield Finding(Sentence("Port %(port)s is free.", port=env.port()))


LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    the_program,
    the_locks,
    the_folder,
    the_notebook,
    the_copies,
    the_port,
)
