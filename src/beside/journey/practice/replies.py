"""The other side of a request: what a link shows, what comes back, and what becomes of it.

What somebody else wrote is a stranger's until it has been read strictly: its length, its signs and
its choices are looked at again when it is taken in, whoever looked at them before.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar
from uuid import UUID

import msgspec

from beside.journey.pattern.model import InTen
from beside.journey.practice.actions import draft_ask
from beside.journey.practice.model import Ask, AskKind, Part
from beside.journey.practice.reply import (
    ANSWERS,
    TIME_LIMIT,
    WORDS_LIMIT,
    Glad,
    Reply,
    Said,
)
from beside.journey.practice.rules import Event, after
from beside.journey.practice.setting_up import refuse_unsafe
from beside.kernel.days import When
from beside.kernel.records import NotReadable, learn
from beside.kernel.store import Store
from beside.kernel.words import TooLong, can_be_seen, from_somebody_else, one_line

P = TypeVar("P", bound=Part)

NAME_LIMIT = 60
"""How many characters the name may have under which somebody asks."""
ASKED_BY_LINK = frozenset(
    {AskKind.favour, AskKind.share, AskKind.delegate, AskKind.company, AskKind.own_words}
)
"""What can be answered; the other kinds ask for nothing."""


class NameNeeded(ValueError):
    """Whoever gets a link reads who asks."""


class SayWhat(ValueError):
    """*Something else I can do* needs words, and so does an offer."""


class NothingToAnswer(Exception):
    """This small test asks for nothing that could be answered through a link."""


class NotAnOffer(Exception):
    """What came back is no offer."""


class Request(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What a link shows: who asks, in which words, by when; without *words* it is the open door."""

    name: str
    words: str = ""
    by_when: date | None = None


class Answer(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What comes back through a link."""

    said: Said
    words: str = ""
    own_time: str = ""
    trouble: InTen | None = None
    glad: Glad | None = None
    may_quote: bool = False


learn(Request, Answer)


def asking_name(name: str) -> str:
    """Return the name under which somebody asks. Raises `NameNeeded`, `TooLong`."""
    shown = one_line(name, limit=NAME_LIMIT)
    if not can_be_seen(shown):
        raise NameNeeded
    return shown


def may_have_link(ask: Ask) -> bool:
    """Tell whether *ask* can be answered through a link."""
    return ask.what in ASKED_BY_LINK and ask.job is None


def request_of(ask: Ask, *, name: str) -> Request:
    """Return what the link of *ask* shows. Raises `NameNeeded`, `TooLong`, `NothingToAnswer`."""
    if not may_have_link(ask):
        raise NothingToAnswer(str(ask.id))
    by_when = ask.prediction.by_when if ask.prediction else None
    return Request(name=asking_name(name), words=ask.words, by_when=by_when)


def answer(
    *,
    said: Said,
    words: str = "",
    own_time: str = "",
    trouble: int | None = None,
    glad: Glad | None = None,
    may_quote: bool = False,
) -> Answer:
    """Return what somebody else said, as it may be kept. Raises `TooLong`, `SayWhat`."""
    written = from_somebody_else(words, limit=WORDS_LIMIT)
    if said in (Said.something_else, Said.offer) and not can_be_seen(written):
        raise SayWhat
    return Answer(
        said=said,
        words=written,
        own_time=one_line(own_time, limit=TIME_LIMIT),
        trouble=trouble,
        glad=glad,
        may_quote=may_quote,
    )


def packed(part: Request | Answer) -> bytes:
    """Return *part* as MessagePack, to be sealed."""
    return msgspec.msgpack.encode(part)


def request_in(body: bytes) -> Request:
    """Return the request in *body*; raise `NotReadable`."""
    return _read(body, Request)


def answer_in(body: bytes) -> Answer:
    """Return the answer in *body*, held against every limit again; raise `NotReadable`."""
    found = _read(body, Answer)
    try:
        return answer(**msgspec.structs.asdict(found))
    except (TooLong, SayWhat):
        raise NotReadable from None


def _read(body: bytes, kind: type[P]) -> P:
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except (msgspec.MsgspecError, ValueError):
        # What was wrong with it would repeat it.
        raise NotReadable(kind.__name__) from None


def ask_by_link(
    *,
    store: Store,
    ask_id: UUID,
    link_id: UUID,
    glad_guess: Glad | None,
    expected_revision: int,
) -> Ask:
    """Note the link of a small test, and the guess that goes with it. The first guess stays.

    Raises `NothingToAnswer`; `NotLocked`, `AlreadyDone`, `TakenBack`; `NotSafeToAsk`,
    `AskAgainFirst`, `NobodyThere`; `NotKept`, `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    if not may_have_link(ask):
        raise NothingToAnswer(str(ask_id))
    after(ask, Event.agree)
    refuse_unsafe(store, ask.person_id)
    guessed = ask.but(link_id=link_id, glad_guess=ask.glad_guess or glad_guess)
    return store.put(guessed, expected_revision=expected_revision)


def take_in(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    answer: Answer,
    link_id: UUID,
    ask_id: UUID | None,
    person_id: UUID | None,
) -> Reply:
    """Keep what came through a link; it waits to be seen."""
    said = msgspec.structs.asdict(answer)
    reply = Reply(id=id, came=when, link_id=link_id, ask_id=ask_id, person_id=person_id, **said)
    return store.put(reply, expected_revision=0)


def note_unchecked(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    link_id: UUID | None = None,
    ask_id: UUID | None = None,
    person_id: UUID | None = None,
) -> Reply:
    """Note that something lay there that could not be checked; what it said is not kept."""
    reply = Reply(
        id=id,
        came=when,
        said=Said.unchecked,
        link_id=link_id,
        ask_id=ask_id,
        person_id=person_id,
    )
    return store.put(reply, expected_revision=0)


def tell(
    *,
    store: Store,
    when: When,
    id: UUID,  # noqa: A002 - it is one
    ask_id: UUID,
    answer: Answer,
    expected_revision: int = 0,
) -> Reply:
    """Keep what they said aloud, as the person wrote it down; sent again it corrects itself.

    Raises `NotLocked`, `TakenBack`, `NotKept`, `Conflict`.
    """
    ask = store.get(Ask, ask_id)
    after(ask, Event.send)
    said = msgspec.structs.asdict(answer)
    reply = Reply(
        id=id,
        came=when,
        ask_id=ask_id,
        person_id=ask.person_id,
        told=True,
        seen_on=when.on,
        **said,
    )
    return store.put(reply, expected_revision=expected_revision)


def see(*, store: Store, when: When, reply_id: UUID) -> Reply:
    """Note that the person has seen it; twice is once. Raises `NotKept`, `Conflict`."""
    reply = store.get(Reply, reply_id)
    if reply.seen_on is not None:
        return reply
    return store.put(reply.but(seen_on=when.on), expected_revision=reply.revision)


def accept_offer(*, store: Store, when: When, reply_id: UUID, ask_id: UUID, words: str) -> Ask:
    """Make a small test of an offer: to take it, without paying it back. Twice is once.

    Raises `NotAnOffer`; `NotSafeToAsk`, `AskAgainFirst`, `NobodyThere`; `NotKept`, `Conflict`.
    """
    reply = store.get(Reply, reply_id)
    if reply.said is not Said.offer:
        raise NotAnOffer(str(reply_id))
    if reply.ask_id is not None:
        return store.get(Ask, reply.ask_id)
    with store.together():
        ask = draft_ask(
            store=store,
            when=when,
            id=ask_id,
            what=AskKind.accept,
            words=words,
            person_id=reply.person_id,
        )
        taken = reply.but(ask_id=ask_id, seen_on=when.on)
        store.put(taken, expected_revision=reply.revision)
    return ask


def reply_to(ask_id: UUID, replies: Iterable[Reply]) -> Reply | None:
    """Return the answer to a small test: rather first-hand than told, and the newest of those."""
    answers = [one for one in replies if one.ask_id == ask_id and one.said in ANSWERS]
    return max(answers, key=lambda one: (not one.told, one.came.at, one.id), default=None)


def offer_of(ask_id: UUID, replies: Iterable[Reply]) -> Reply | None:
    """Return the offer that a small test began with, if it began with one."""
    return next((one for one in replies if one.ask_id == ask_id and one.said is Said.offer), None)


def by_ask(replies: Iterable[Reply]) -> dict[UUID, Reply]:
    """Return the answer to each small test that has one."""
    every = list(replies)
    asked = {one.ask_id for one in every if one.ask_id is not None}
    found = ((one, reply_to(one, every)) for one in asked)
    return {one: reply for one, reply in found if reply is not None}


def waiting_to_be_seen(store: Store) -> list[Reply]:
    """Return what the person has not seen, what came first before the rest."""
    return sorted(store.undated(Reply), key=lambda one: (one.came.at, one.id))
