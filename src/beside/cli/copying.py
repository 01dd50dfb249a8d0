"""`beside backup`, `restore` and `verify`: a copy that opens, brought back, and looked into."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from beside.cli import schema
from beside.cli.asking import ask_secret, opened_with, ready
from beside.cli.counting import say_what_was_found
from beside.cli.refusals import REFUSED, Refused, say
from beside.config import env
from beside.keeping.disk import folder, single
from beside.kernel.sentences import Sentence


def backup() -> int:
    """Make a verified copy now."""
    with ready():
        from beside.keeping.disk.copies import OWN, CopyRefused
        from beside.keeping.vault.copies import take_copy

        try:
            made = take_copy(OWN)
        except CopyRefused:
            raise Refused(
                Sentence("The copy did not open, so it was thrown away. “beside doctor” may help.")
            ) from None
    say(Sentence("A copy is in %(file)s. It was opened to be sure.", file=made))
    return 0


def restore(copy: Path | None) -> int:
    """Bring *copy* back (the newest, where none is named); what was there is laid aside."""
    folder.prepare(env.home())
    try:
        with single.hold(env.running_lock()):
            return _restore(copy or _newest())
    except single.AlreadyRunning:
        raise Refused(
            Sentence("Beside is running. End it first with Ctrl-C, then restore.")
        ) from None


def _newest() -> Path:
    from beside.keeping.disk.copies import copies_in, made_at

    found = [copy for copy in copies_in(env.copies()) if made_at(copy)]
    if not found:
        raise Refused(Sentence("There is no copy in %(folder)s.", folder=env.copies()))
    return max(found, key=lambda copy: copy.name)


def _restore(copy: Path) -> int:
    from beside.keeping.disk.copies import is_whole, put_in_place, reading

    if not copy.is_file():
        raise Refused(Sentence("There is no file %(file)s.", file=copy))
    schema.refuse_a_later_one(copy)
    with reading(copy) as made:
        if not is_whole(made):
            raise Refused(Sentence("The copy %(file)s is damaged. Nothing was changed.", file=copy))
    aside = put_in_place(copy, env.database())
    say(Sentence("%(file)s is back in place.", file=copy.name))
    if aside is not None:
        say(Sentence("What was there before lies in %(file)s.", file=aside))
    return 0


def verify() -> int:
    """Look at the whole file, and open every record of one notebook where its words are given."""
    from beside.keeping.disk.copies import is_whole, reading

    if not env.database().exists():
        raise Refused(Sentence("There is no notebook yet."))
    with reading(env.database()) as kept:
        whole = is_whole(kept)
    say(
        Sentence("The file is whole.")
        if whole
        else Sentence("The file is damaged. “beside restore” brings back the newest copy.")
    )
    words = ask_secret(Sentence("Your words (leave empty to look at the file alone):"))
    if not words:
        return 0 if whole else REFUSED
    with ready(), opened_with(words) as notebook:
        count, broken = notebook.store.broken_rows()
        look = notebook.store.look(on=datetime.now(UTC).date())
    opened = count - len(broken)
    say(Sentence("%(opened)s of %(count)s records open.", opened=opened, count=count))
    for record_id in broken:
        say(Sentence("This one does not: %(id)s", id=record_id))
    as_left = say_what_was_found(look)
    return 0 if whole and not broken and as_left else REFUSED
