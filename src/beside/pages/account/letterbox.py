"""A moment can be dropped in on one's own device while the notebook is shut: three choices, words.

Whoever holds the device can add, and never read. What waits is taken in when the notebook is opened
next, as if it had been noted then and there.
"""

from __future__ import annotations

from typing import Any

import msgspec
from django import forms
from django.conf import settings
from django.db import DatabaseError
from django.utils.translation import gettext_lazy as _

from beside.journey.pattern import wording
from beside.journey.pattern.actions import note_moment
from beside.journey.pattern.model import LARGE_CHOICES, MomentKind
from beside.keeping.accounts import devices
from beside.keeping.accounts.devices import Opening
from beside.keeping.accounts.nameplate import nameplate_of
from beside.keeping.disk.writing import writing
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.days import UnknownZone, When, lived, zone_named
from beside.kernel.ids import new_id
from beside.kernel.sentences import Sentence
from beside.kernel.store import Conflict
from beside.kernel.words import TooLong, several_lines
from beside.pages.front.widgets import WordsArea
from beside.pages.front.zones import is_zone
from beside.pages.templatetags.say import say

LIMIT = 2000
"""How many characters one letter may have."""
TOO_LONG = Sentence("That is %(length)s letters; there is room for %(limit)s.")
NEEDED = _("We need to know what it was.")
FULL = Sentence("The letterbox is full. Open the notebook once, then there is room again.")


class Letter(msgspec.Struct, frozen=True, gc=False):
    """What waits: when it was, what it was, and the words."""

    when: When
    what: MomentKind
    note: str = ""

    def __repr__(self) -> str:
        return "<Letter>"


class NoteForm(forms.Form):
    """Three choices, and words that may stay away. *id* makes a note that is sent twice one."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("A few words, if you like"),
        required=False,
        strip=False,
        widget=WordsArea(attrs={"rows": 4}),
    )
    what = forms.TypedChoiceField(
        choices=[(kind.value, kind.value) for kind in LARGE_CHOICES],
        coerce=MomentKind,
        widget=forms.HiddenInput,
        error_messages={"required": NEEDED, "invalid_choice": NEEDED},
    )

    def clean_note(self) -> str:
        """Return the words; too many are refused whole, never cut."""
        try:
            return several_lines(self.cleaned_data["note"], limit=LIMIT)
        except TooLong as long:
            much = Sentence(TOO_LONG.id, length=long.length, limit=long.limit)
            raise forms.ValidationError(say(much)) from None


def on_page(form: NoteForm) -> dict[str, Any]:
    """Return what the page is drawn with."""
    large = [(kind, wording.MOMENTS[kind]) for kind in LARGE_CHOICES]
    shown = form["id"].value() if form.is_bound and not form["id"].errors else new_id()
    return {"form": form, "large": large, "lately": wording.LATELY, "fresh_id": shown}


def drop(opening: Opening, form: NoteForm, *, when: When) -> None:
    """Seal what the valid *form* holds, and forget it. Raises `devices.Full`, `NotMarked`."""
    said = form.cleaned_data
    letter = Letter(when, said["what"], said["note"])
    devices.put_in(opening, letter_id=said["id"], body=msgspec.msgpack.encode(letter))


def take_in(notebook: OpenNotebook) -> str:
    """Note every moment that waits, all of them or none; return the notice that tells of it."""
    try:
        return empty(notebook)
    except DatabaseError:
        # A full disk keeps nobody out; what waits goes on waiting.
        return ""


def empty(notebook: OpenNotebook) -> str:
    """Take everything in, as `take_in` does, before something ends that it came through.

    Raises `DatabaseError`; then it waits as it was, and nothing may end.
    """
    account_id = notebook.account_id
    if not devices.are_waiting(account_id):
        return ""
    with writing():
        waiting = list(devices.take_out(account_id, notebook.data_key))
        whole = [_noted(notebook, one) for one in waiting]
    return "letters_in" if all(whole) else "letters_unread"


def _noted(notebook: OpenNotebook, one: devices.Waiting) -> bool:
    """Note one moment; tell whether it could be read."""
    letter = _read(one.body)
    if letter is None:
        return False
    told = {"when": _as_lived(notebook, letter.when), "what": letter.what, "note": letter.note}
    try:
        note_moment(store=notebook.store, id=one.id, **told)  # type: ignore[arg-type]  # as declared
    except Conflict:
        note_moment(store=notebook.store, id=new_id(), **told)  # type: ignore[arg-type]  # as above
    except TooLong:
        return False
    return True


def _as_lived(notebook: OpenNotebook, when: When) -> When:
    """Return *when* with the day that it was where the person is: a locked device cannot tell."""
    zone = nameplate_of(notebook.account_id, notebook.data_key).zone if settings.HOSTED else ""
    return lived(when.at, zone) if is_zone(zone) else when


def _read(body: bytes | None) -> Letter | None:
    try:
        letter = msgspec.msgpack.decode(body or b"", type=Letter)
        zone_named(letter.when.zone)
    except (msgspec.MsgspecError, UnknownZone):
        return None
    return letter
