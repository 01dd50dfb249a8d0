"""The other side of a request: strict about what comes in, and true to what was guessed first."""

from __future__ import annotations

import contextlib
from datetime import date
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beside.around.circle.model import Job
from beside.journey.practice import replies
from beside.journey.practice.actions import remove_ask
from beside.journey.practice.model import Ask, AskKind
from beside.journey.practice.replies import (
    NameNeeded,
    NotAnOffer,
    NothingToAnswer,
    SayWhat,
    accept_offer,
    answer,
    answer_in,
    ask_by_link,
    packed,
    reply_to,
    request_in,
    request_of,
    see,
    take_in,
    tell,
    waiting_to_be_seen,
)
from beside.journey.practice.reply import ANSWERS, Glad, Reply, Said
from beside.journey.practice.rules import AlreadyDone, NotLocked, TakenBack
from beside.journey.practice.setting_up import AskAgainFirst, NobodyThere, NotSafeToAsk
from beside.kernel.records import NotReadable
from beside.kernel.store import MemoryStore
from beside.kernel.words import TooLong
from tests.support.cast import (
    JO,
    LATER,
    NEXT_DAY,
    NOBODY,
    NOON,
    REX,
    SAM,
    TODAY_WAS_A_LOT,
    asked_sam,
    drafted,
    happened,
    jo,
    put_away,
    rex,
    sam,
)

LINK = UUID("11000000-0000-4000-8000-000000000001")
REPLY = UUID("5e000000-0000-4000-8000-000000000001")
TAKE_IT = UUID("a5c00000-0000-4000-8000-000000000002")


def the_dog(**changes: object) -> Ask:
    return asked_sam(what=AskKind.favour, words="Could you take the dog?").but(**changes)


def with_link(store: MemoryStore, glad: Glad | None = Glad.neither) -> Ask:
    kept = store.get(Ask, TODAY_WAS_A_LOT)
    return ask_by_link(
        store=store,
        ask_id=kept.id,
        link_id=LINK,
        glad_guess=glad,
        expected_revision=kept.revision,
    )


def came(**changes: object) -> Reply:
    return Reply(id=REPLY, came=NOON, said=Said.yes, ask_id=TODAY_WAS_A_LOT).but(**changes)


# The link of a small test


def test_a_link_is_noted_with_the_guess_that_goes_with_it() -> None:
    store = MemoryStore(sam(), the_dog())

    ask = with_link(store)

    assert (ask.link_id, ask.glad_guess) == (LINK, Glad.neither)


def test_the_first_guess_stays_whatever_link_comes_later() -> None:
    store = MemoryStore(sam(), the_dog())
    with_link(store)

    assert with_link(store, Glad.yes).glad_guess is Glad.neither
    assert with_link(store, None).glad_guess is Glad.neither


@pytest.mark.parametrize(
    ("ask", "refusal"),
    [
        (drafted(what=AskKind.favour), NotLocked),
        (happened(what=AskKind.favour), AlreadyDone),
        (put_away(what=AskKind.favour), TakenBack),
        (asked_sam(), NothingToAnswer),
        (the_dog(what=AskKind.mend), NothingToAnswer),
        (the_dog(what=AskKind.accept), NothingToAnswer),
        (the_dog(person_id=None, job=Job.library), NothingToAnswer),
        (the_dog(person_id=REX), NotSafeToAsk),
        (the_dog(person_id=JO), AskAgainFirst),
        (the_dog(person_id=NOBODY), NobodyThere),
    ],
)
def test_no_link_is_made_where_there_is_nothing_to_answer_or_nobody_safe(
    ask: Ask, refusal: type[Exception]
) -> None:
    store = MemoryStore(sam(), jo(), rex(), ask)

    with pytest.raises(refusal):
        with_link(store)

    assert store.get(Ask, TODAY_WAS_A_LOT).link_id is None


def test_what_a_link_shows_is_the_words_the_name_and_the_day() -> None:
    ask = the_dog()
    day = date(2026, 3, 5)
    guess = ask.prediction.but(by_when=day)

    shown = request_of(ask.but(prediction=guess), name="  Dana\n")

    assert (shown.name, shown.words, shown.by_when) == ("Dana", ask.words, day)
    assert request_in(packed(shown)) == shown


def test_whoever_asks_has_a_name() -> None:
    with pytest.raises(NameNeeded):
        request_of(the_dog(), name=" \u200b")
    with pytest.raises(TooLong):
        request_of(the_dog(), name="x" * 61)


def test_only_what_can_be_answered_is_shown() -> None:
    with pytest.raises(NothingToAnswer):
        request_of(asked_sam(), name="Dana")


# What comes back


@pytest.mark.parametrize("said", [Said.something_else, Said.offer])
def test_something_else_needs_words(said: Said) -> None:
    with pytest.raises(SayWhat):
        answer(said=said, words=" \u2066\u2069 ")


def test_words_are_kept_without_what_turns_a_page_round() -> None:
    kept = answer(said=Said.yes, words="a\u202eb\r\nc\x00", own_time="on\nFriday\u202e")

    assert (kept.words, kept.own_time) == ("ab\nc", "on Friday")


@pytest.mark.parametrize("too_long", [{"words": "x" * 1_001}, {"own_time": "x" * 121}])
def test_what_is_too_long_is_refused_and_never_cut(too_long: dict[str, str]) -> None:
    with pytest.raises(TooLong):
        answer(said=Said.yes, **too_long)


@given(st.binary(max_size=200))
def test_whatever_bytes_come_it_is_an_answer_or_not_readable(body: bytes) -> None:
    for read, kind in ((answer_in, replies.Answer), (request_in, replies.Request)):
        with contextlib.suppress(NotReadable):
            assert isinstance(read(body), kind)


@pytest.mark.parametrize(
    "fields",
    [
        {"said": "perhaps"},
        {"said": "yes", "trouble": 11},
        {"said": "yes", "trouble": -1},
        {"said": "yes", "trouble": 2.5},
        {"said": "yes", "glad": "very"},
        {"said": "yes", "words": "x" * 1_001},
        {"said": "something_else"},
        {},
    ],
)
def test_every_limit_is_held_again_when_it_is_read(fields: dict[str, object]) -> None:
    with pytest.raises(NotReadable):
        answer_in(msgspec.msgpack.encode(fields))


def test_an_answer_reads_back_as_it_was() -> None:
    whole = answer(
        said=Said.part, words="Until 8.", own_time="6", trouble=3, glad=Glad.yes, may_quote=True
    )

    assert answer_in(packed(whole)) == whole


def test_what_came_in_waits_to_be_seen_and_is_seen_once() -> None:
    store = MemoryStore(sam(), the_dog())
    take_in(
        store=store,
        when=NOON,
        id=REPLY,
        answer=answer(said=Said.yes),
        link_id=LINK,
        ask_id=TODAY_WAS_A_LOT,
        person_id=SAM,
    )
    (waiting,) = waiting_to_be_seen(store)

    see(store=store, when=NEXT_DAY, reply_id=waiting.id)
    see(store=store, when=LATER, reply_id=waiting.id)

    assert waiting_to_be_seen(store) == []
    assert store.get(Reply, REPLY).seen_on == NEXT_DAY.on


def test_what_could_not_be_checked_holds_no_word() -> None:
    store = MemoryStore()

    noted = replies.note_unchecked(store=store, when=NOON, id=REPLY, ask_id=TODAY_WAS_A_LOT)

    assert (noted.said, noted.words) == (Said.unchecked, "")
    assert reply_to(TODAY_WAS_A_LOT, [noted]) is None


def test_what_was_said_aloud_is_marked_as_told_and_corrects_itself() -> None:
    store = MemoryStore(sam(), the_dog())
    said = {"store": store, "when": NOON, "id": REPLY, "ask_id": TODAY_WAS_A_LOT}
    first = tell(**said, answer=answer(said=Said.yes, trouble=2))

    second = tell(**said, answer=answer(said=Said.part), expected_revision=first.revision)

    assert (first.told, first.seen_on, first.person_id) == (True, NOON.on, SAM)
    assert store.get(Reply, REPLY) == second


@pytest.mark.parametrize(("ask", "refusal"), [(drafted(), NotLocked), (put_away(), TakenBack)])
def test_nothing_is_told_before_a_guess_or_once_it_is_put_away(
    ask: Ask, refusal: type[Exception]
) -> None:
    store = MemoryStore(sam(), ask)

    with pytest.raises(refusal):
        tell(store=store, when=NOON, id=REPLY, ask_id=ask.id, answer=answer(said=Said.yes))


# What counts as the answer


def test_what_they_wrote_counts_before_what_they_told() -> None:
    told = came(told=True, came=NEXT_DAY)
    wrote = came(id=LINK)

    assert reply_to(TODAY_WAS_A_LOT, [told, wrote]) == wrote
    assert reply_to(TODAY_WAS_A_LOT, [told]) == told


@pytest.mark.parametrize("said", sorted(set(Said) - set(ANSWERS)))
def test_what_is_no_answer_is_never_taken_for_one(said: Said) -> None:
    assert reply_to(TODAY_WAS_A_LOT, [came(said=said)]) is None
    assert replies.by_ask([came(said=said)]) == {}


def test_a_test_that_is_deleted_takes_its_answers_along() -> None:
    other = came(id=LINK, ask_id=None, said=Said.offer)
    store = MemoryStore(sam(), the_dog(), came(), other)

    remove_ask(store=store, ask_id=TODAY_WAS_A_LOT)

    assert [reply.id for reply in store.all(Reply)] == [LINK]


# An offer


def accepts(store: MemoryStore) -> Ask:
    return accept_offer(
        store=store, when=NOON, reply_id=REPLY, ask_id=TAKE_IT, words="Take the next small offer."
    )


def test_an_offer_that_is_accepted_is_a_small_test_with_them() -> None:
    store = MemoryStore(sam(), came(said=Said.offer, ask_id=None, person_id=SAM))

    ask = accepts(store)

    assert (ask.what, ask.person_id) == (AskKind.accept, SAM)
    assert accepts(store) == ask
    assert store.get(Reply, REPLY).ask_id == TAKE_IT


def test_what_is_no_offer_is_not_accepted() -> None:
    with pytest.raises(NotAnOffer):
        accepts(MemoryStore(sam(), the_dog(), came()))


@pytest.mark.parametrize(("who", "refusal"), [(REX, NotSafeToAsk), (JO, AskAgainFirst)])
def test_nothing_is_accepted_from_somebody_who_is_not_safe(
    who: UUID, refusal: type[Exception]
) -> None:
    store = MemoryStore(rex(), jo(), came(said=Said.offer, ask_id=None, person_id=who))

    with pytest.raises(refusal):
        accepts(store)

    assert store.all(Ask) == []
    assert store.get(Reply, REPLY).ask_id is None
