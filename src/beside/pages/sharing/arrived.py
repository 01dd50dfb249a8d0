"""What came back, as Today and its own page show it: their words first, then what was guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from beside.around.circle.rules import may_be_put_forward
from beside.journey.practice import wording
from beside.journey.practice.comparison import tens
from beside.journey.practice.model import Ask, AskState
from beside.journey.practice.replies import waiting_to_be_seen
from beside.journey.practice.reply import ANSWERS, Reply, Said
from beside.journey.practice.rules import opening
from beside.kernel.sentences import Sentence
from beside.kernel.store import NotKept, Store
from beside.pages.front.arrivals import something_waits
from beside.pages.front.back import aside_of
from beside.pages.front.requests import PersonRequest, open_vault
from beside.pages.sharing.linking import person_of

LATER = "answers later"
"""Lies beside the session once the person said that answers can wait."""


@dataclass(frozen=True, repr=False)
class Row:
    """One question to both: its scale, the guess, and what they said."""

    name: Sentence
    scale: Sentence | None
    guess: Sentence
    said: Sentence


@dataclass(frozen=True, repr=False)
class Arrived:
    """One thing that came back, with whom it is from and what it answers."""

    reply: Reply
    ask: Ask | None
    name: str
    opening: str
    rows: tuple[Row, ...]

    @property
    def kind(self) -> str:
        """Which of four pages it is."""
        if self.reply.said in ANSWERS:
            return "answer"
        return self.reply.said.value

    @property
    def said(self) -> Sentence:
        """What was answered, in the words of the button."""
        return wording.ANSWERS.get(self.reply.said, wording.SAID[self.reply.said])

    @property
    def waits_for_outcome(self) -> bool:
        """Whether what happened can be written down now."""
        return self.ask is not None and self.ask.state is AskState.locked


def on_today(request: PersonRequest) -> dict[str, Any]:
    """Return what Today shows before anything else; nothing where nothing came, or it can wait."""
    aside = aside_of(request)
    if aside is not None and aside.get(LATER):
        return {}
    if something_waits(request.opened.notebook.account_id):
        return {"came_in": True}
    store = open_vault(request)
    for reply in waiting_to_be_seen(store):
        person = person_of(store, reply.person_id)
        if reply.person_id is None or (person is not None and may_be_put_forward(person)):
            return {"arrived": arrived(store, reply)}
    return {}


def arrived(store: Store, reply: Reply) -> Arrived:
    """Return *reply* with all that its page says of it."""
    person, ask = person_of(store, reply.person_id), _ask_of(store, reply)
    return Arrived(
        reply=reply,
        ask=ask,
        name=person.name if person else "",
        opening=opening(ask.words) if ask else "",
        rows=tuple(both(ask, reply)) if ask and reply.said in ANSWERS else (),
    )


def both(ask: Ask, reply: Reply) -> list[Row]:
    """Return what was guessed beside what they said, question by question."""
    guess = ask.prediction
    rows = []
    if guess is not None:
        well = wording.in_ten(tens(guess.well))
        rows.append(Row(wording.ROW_WELL, None, well, wording.SAID[reply.said]))
        rows.append(
            Row(
                wording.ROW_TROUBLE,
                wording.SCALE,
                wording.NOT_SAID if guess.trouble is None else wording.a_number(guess.trouble),
                wording.SKIPPED if reply.trouble is None else wording.a_number(reply.trouble),
            )
        )
    rows.append(
        Row(
            wording.ROW_GLAD,
            None,
            wording.GLADS[ask.glad_guess] if ask.glad_guess else wording.NOT_SAID,
            wording.GLADS[reply.glad] if reply.glad else wording.SKIPPED,
        )
    )
    return rows


def _ask_of(store: Store, reply: Reply) -> Ask | None:
    try:
        return (
            store.get(Ask, reply.ask_id) if reply.ask_id and reply.said is not Said.offer else None
        )
    except NotKept:
        return None
