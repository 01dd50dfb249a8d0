"""`beside export` and `import`: everything a person wrote, taken along and brought back."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from beside.cli.asking import ask_secret, opened_with, ready
from beside.cli.counting import say_what_was_found
from beside.cli.refusals import REFUSED, Refused, say
from beside.keeping.accounts.passphrase import trouble_with
from beside.keeping.crypto.words import TooLong, tidy
from beside.kernel.sentences import Sentence


def export(target: Path | None, *, plain: bool) -> int:
    """Write everything into *target*: an age file, or readable where *plain*."""
    from beside.keeping.accounts.opening import as_kept
    from beside.papers.export import VERSION, exported, sealed_for

    made = datetime.now(UTC)
    end = "json" if plain else "json.age"
    target = target or Path(f"notebook-{VERSION}-{made:%Y-%m-%d}.{end}")
    if target.exists():
        raise Refused(Sentence("%(file)s is there already. Name another file.", file=target))
    words = ask_secret(Sentence("Your words:"))
    with ready(), opened_with(words) as notebook:
        document = exported(notebook.store, made=made)
        damaged = notebook.store.damaged
        words = as_kept(notebook.account_id, words)
        look = notebook.store.look(on=made.date())
    if plain:
        say(Sentence("This file is not locked: whoever has it can read it."))
    else:
        document = sealed_for(document, _passphrase(words))
    _write(target, document)
    say(Sentence("Everything is in %(file)s.", file=target))
    if damaged:
        say(Sentence("%(count)s records do not open and are not in it.", count=damaged))
    if look.found.value != "as_left":
        say_what_was_found(look)
    return REFUSED if damaged else 0


def _passphrase(words: str) -> str:
    chosen = ask_secret(Sentence("A passphrase for the file (leave empty to use your words):"))
    trouble = trouble_with(chosen) if chosen else None
    if trouble is not None:
        raise Refused(trouble)
    return tidy(chosen or words)


def _write(target: Path, document: bytes) -> None:
    refusal = Refused(Sentence("%(file)s could not be written.", file=target))
    try:
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        raise refusal from None
    try:
        with os.fdopen(file, "wb") as out:
            out.write(document)
            out.flush()
            os.fsync(out.fileno())
    except OSError:
        # Half a file would pass for a whole one.
        target.unlink(missing_ok=True)
        raise refusal from None


def bring(source: Path) -> int:
    """Bring the export in *source* into the notebook that the words open."""
    from beside.keeping.accounts.opening import as_kept
    from beside.keeping.disk.writing import writing
    from beside.kernel.records import FromALaterRelease
    from beside.papers.importing import (
        NotAnExport,
        TakesTooLong,
        WrongPassphrase,
        bring_in,
        read,
    )

    words = ask_secret(Sentence("Your words:"))
    # Inside `ready`: before it no kind of record is known, and all would be carried unread.
    with ready(), opened_with(words) as notebook:
        try:
            parcel = read(_document(source, as_kept(notebook.account_id, words)))
        except (WrongPassphrase, TooLong):
            raise Refused(Sentence("The file does not open with that passphrase.")) from None
        except NotAnExport:
            raise Refused(Sentence("%(file)s is not a whole export.", file=source)) from None
        except TakesTooLong:
            raise Refused(Sentence("This computer is too busy to open the file now.")) from None
        except FromALaterRelease:
            raise Refused(Sentence("The file is from a newer Beside. Get that first.")) from None
        with writing():
            brought = bring_in(notebook.store, parcel)
    say(Sentence("New: %(new)s. Here already: %(same)s.", new=brought.new, same=brought.same))
    if brought.different:
        say(
            Sentence(
                "Different here: %(count)s. They were left as they are here.",
                count=brought.different,
            )
        )
    if parcel.damaged:
        say(Sentence("Not readable in the file: %(count)s.", count=parcel.damaged))
    return 0


def _document(source: Path, words: str) -> bytes:
    from beside.papers.importing import is_sealed, unsealed

    try:
        document = source.read_bytes()
    except OSError:
        raise Refused(Sentence("%(file)s cannot be read.", file=source)) from None
    if not is_sealed(document):
        return document
    chosen = ask_secret(Sentence("The passphrase of the file (leave empty for your words):"))
    return unsealed(document, tidy(chosen or words))
