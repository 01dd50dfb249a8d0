"""Both sides of an ask: pairs and how many, what was skipped, and nothing of anybody flagged."""

from __future__ import annotations

from uuid import UUID

import pytest

from beside.journey.practice import both_said
from beside.journey.practice.both_sides import Glads, Troubles, both_sides
from beside.journey.practice.model import Ask
from beside.journey.practice.replies import by_ask
from beside.journey.practice.reply import Glad, Reply, Said
from tests.support.cast import NOON, REX
from tests.support.ten_asks import PARTLY, WELL, ask, asks


def answered(one: Ask, **said: object) -> Reply:
    number = UUID(int=one.id.int + 1, version=4)
    return Reply(id=number, came=NOON, said=Said.yes, ask_id=one.id).but(**said)


def sides_of(
    *pairs: tuple[int | None, Glad | None, Glad | None], guess: int = 5
) -> tuple[list[Ask], list[Reply]]:
    """Return asks and answers: trouble said, glad guessed, glad said."""
    every = asks(*[WELL] * len(pairs))
    guessed = [
        one.but(prediction=one.prediction.but(trouble=guess), glad_guess=pair[1])
        for one, pair in zip(every, pairs, strict=True)
    ]
    said = [
        answered(one, trouble=pair[0], glad=pair[2])
        for one, pair in zip(guessed, pairs, strict=True)
    ]
    return guessed, said


def said_of(*pairs: tuple[int | None, Glad | None, Glad | None]) -> dict[str, str]:
    guessed, replies = sides_of(*pairs)
    both = both_sides(guessed, by_ask(replies))
    assert both is not None
    return {str(label): str(said) for label, said in both_said.counted(both)}


def test_without_an_answer_there_is_nothing_to_say() -> None:
    assert both_sides(asks(WELL, PARTLY), {}) is None


def test_trouble_is_counted_pair_by_pair() -> None:
    guessed, replies = sides_of(
        (2, None, None), (5, None, None), (9, None, None), (None, None, None)
    )

    both = both_sides(guessed, by_ask(replies))

    assert both.trouble == Troubles(less=1, same=1, more=1)
    assert both.trouble.n == 3
    assert both.skipped == 4


def test_glad_counts_pairs_in_which_both_said_something() -> None:
    yes, no = Glad.yes, Glad.not_really
    guessed, replies = sides_of((1, no, yes), (1, yes, yes), (1, None, yes), (1, no, None))

    both = both_sides(guessed, by_ask(replies))

    assert both.glad == Glads(guessed=1, said=2, n=2)
    assert both.skipped == 1


def test_every_count_says_of_how_many() -> None:
    said = said_of((2, Glad.not_really, Glad.yes), (9, Glad.yes, Glad.yes))

    assert said["Trouble for them"] == "Less than you guessed in 1 of 2, more in 1."
    assert said["Glad to be asked"] == "They said yes in 2 of 2. You guessed yes in 1 of 2."
    assert said["Skipped"] == "0 of 2"


def test_what_nobody_answered_is_not_counted_at_all() -> None:
    assert set(said_of((None, None, None))) == {"Skipped"}


@pytest.mark.parametrize(("pairs", "early"), [(4, True), (5, False)])
def test_below_five_pairs_it_is_said_that_they_are_few(pairs: int, *, early: bool) -> None:
    guessed, replies = sides_of(*[(2, Glad.yes, Glad.yes)] * pairs)

    both = both_sides(guessed, by_ask(replies))

    assert both.is_early is early
    few = str(both_said.cautions(both)[0])
    assert (few == "Too few to say more.") is early
    assert str(both_said.cautions(both)[-1]) == "They knew that you would read it."


def test_nobody_who_is_flagged_is_in_it() -> None:
    flagged = ask(0, WELL, person_id=REX)
    kind = ask(1, WELL)

    both = both_sides([flagged, kind], by_ask([answered(flagged), answered(kind)]), flagged={REX})

    assert [side.ask.id for side in both.sides] == [kind.id]


def test_only_words_that_may_be_shown_are_quoted() -> None:
    first, second = asks(WELL, WELL)
    replies = [
        answered(first, words="Mine.", may_quote=True),
        answered(second, words="Not for others."),
    ]

    assert both_sides([first, second], by_ask(replies)).quotes == ("Mine.",)


def test_what_was_told_aloud_counts_and_is_said() -> None:
    one = ask(0, WELL)

    both = both_sides([one], by_ask([answered(one, told=True, trouble=4)]))

    assert both.trouble.n == 1
    assert ("Told aloud", "1 of 1") in {(str(a), str(b)) for a, b in both_said.counted(both)}


def test_guess_and_answer_stand_side_by_side_in_words() -> None:
    guessed, replies = sides_of((2, Glad.not_really, Glad.yes), (None, None, None))

    sides = both_sides(guessed, by_ask(replies)).sides

    assert [str(both_said.guessed(one)) for one in sides] == ["5", "5 · not really"]
    assert [str(both_said.said(one)) for one in sides] == ["skipped · skipped", "2 · yes"]
