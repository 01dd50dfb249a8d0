"""What was said about a small test after it was over, row by row."""

from __future__ import annotations

from collections.abc import Iterable

from beside.journey.practice import wording
from beside.journey.practice.comparison import Row, tens
from beside.journey.practice.model import Ask, Happened
from beside.kernel.sentences import Sentence
from beside.pages.templatetags.say import say


def said_since(
    ask: Ask, *, beside: Iterable[Row] = ()
) -> list[tuple[Sentence, Sentence | None, str]]:
    """Return what was said under *Add more*, row by row: its name, what we say, and own words.

    What stands *beside* what was said before is left out here.
    """
    outcome = ask.outcome
    if outcome is None:
        return []
    belief = ask.prediction.belief if ask.prediction else None
    tested = wording.line_tested(belief) if belief else None
    rated = (
        (wording.ROW_WORST, wording.ROW_HARD_BOTH, outcome.worst),
        (wording.ROW_COPED, wording.ROW_COPE_BOTH, outcome.coped),
        (wording.ROW_SURPRISE, None, outcome.surprise),
        (wording.ROW_LINE_AFTER, tested, outcome.line_after),
    )
    shown = {row.name for row in beside}
    rows: list[tuple[Sentence, Sentence | None, str]] = [
        (name, wording.of_ten(tens(rating)), "")
        for name, both, rating in rated
        if rating is not None and both not in shown
    ]
    if outcome.closeness:
        rows.append((wording.ROW_CLOSENESS, wording.CLOSENESSES[outcome.closeness], ""))
    if outcome.again:
        rows.append((wording.ROW_AGAIN, wording.AGAINS[outcome.again], ""))
    if outcome.fluke:
        rows.append((wording.ROW_FLUKE, None, outcome.fluke))
    return rows


def said_aside(ask: Ask, *, careful: bool) -> list[tuple[Sentence, Sentence | None, str]]:
    """Return what was said before it hurt, or before somebody became one to be *careful* with.

    It stays, and does not stand on the page itself.
    """
    guess, outcome = ask.prediction, ask.outcome
    hurt = outcome is not None and outcome.how is Happened.it_hurt
    if outcome is None or not (hurt or careful):
        return []
    rows: list[tuple[Sentence, Sentence | None, str]] = []
    if guess and outcome.next_guess is not None:
        both = wording.then_and_now(tens(guess.well), tens(outcome.next_guess))
        rows.append((wording.ROW_NEXT, both, ""))
    if hurt and outcome.landed:
        rows.append((wording.LANDED, None, outcome.landed))
    if hurt and outcome.kept_line:
        rows.append((wording.KEPT_LINE, None, outcome.kept_line))
    return rows


def in_texts(ask: Ask) -> list[tuple[Sentence, str]]:
    """Return all of that as labels and texts, the line that was kept and the answers to it too."""
    rows = [(name, say(ours) if ours else theirs) for name, ours, theirs in said_since(ask)]
    if ask.outcome and ask.outcome.kept_line:
        rows.append((wording.KEPT_LINE, ask.outcome.kept_line))
    back = ask.line_back
    answers = (back.after_3, back.after_30) if back else ()
    given = [say(wording.STILL_SO[answer]) for answer in answers if answer]
    return [*rows, (wording.STILL_SO_ASKED, " · ".join(given))] if given else rows
