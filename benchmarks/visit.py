"""What a first visit costs: the server's time for its slowest screen, and what has to be done.

Taps and inputs are counted on the real pages: each button pressed, each answer chosen, each field
filled in. Skipping is never counted as cheaper than answering.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from benchmarks.figures import Figure
from benchmarks.timing import in_turns, median, p95
from benchmarks.visitor import Answer, Application, Visitor

SLOWEST = 8
TAPS, INPUTS = 6, 18
ANSWERS = {
    "phone": "no",
    "nearest": "snapped",
    "choice": "felt_like_no_other_way",
    "offer": "a_part",
    "line": "rely_on_myself",
}
GUESS = {"well": "3", "feared": "they_sigh", "likely": "6", "trouble": "5", "hard": "30"}
WHO = {"name": "Sam", "hurt": "no", "afraid": "no"}
_HIDDEN = re.compile(r'<textarea[^>]*name="saying"[^>]*>\s*([^<]*)</textarea>')


@dataclass
class Count:
    """Walks the way and counts what is done: a press, and each field that is filled in."""

    visitor: Visitor
    done: int = 0
    pages: list[str] = field(default_factory=list)

    def look(self, path: str) -> Answer:
        """Fetch a page of the way."""
        page = self.visitor.get(path)
        self.visitor.read_token(page)
        self.pages.append(path)
        return page

    def press(self, path: str, *, on: str, filled: int = 0, **fields: str) -> None:
        """Press a button on the page *on*, after *filled* fields of it were filled in."""
        shown = self.look(on).body.decode()
        missing = [name for name in fields if f'name="{name}"' not in shown]
        if missing:
            raise LookupError(f"{on} does not ask for {missing}")
        self.visitor.post(path, fields)
        self.done += filled + 1


def to_the_payoff(count: Count) -> int:
    """Walk to what was said; return the taps."""
    count.press("/start/", on="/")
    for name, answer in ANSWERS.items():
        count.press(f"/start/{name}/", on=f"/start/{name}/", answer=answer)
    return count.done


def to_the_lock(count: Count) -> int:
    """Walk on to a locked guess; return the inputs from the door on."""
    count.look("/start/said/")
    count.done += 1  # a link, on to the three
    count.press("/start/test/", on="/start/test/", template="today_was_a_lot")
    count.press("/start/who/", on="/start/who/", filled=len(WHO), **WHO)
    page = count.look("/start/guess/").body.decode()
    words = _HIDDEN.search(page)
    if words is None:
        raise LookupError("the guess does not show the words")
    fields = {"saying": words[1], **GUESS}
    count.press("/start/guess/", on="/start/guess/", filled=len(GUESS), **fields)
    return count.done


def figures(application: Application) -> list[Figure]:
    """Return the slowest screen of the first visit, and both counts."""
    count = Count(Visitor(application))
    taps = to_the_payoff(count)
    inputs = to_the_lock(count)
    slowest = _slowest(application)
    return [
        slowest,
        Figure("visit.taps_to_payoff", taps, "taps", most=TAPS, said="signed out, nothing kept"),
        Figure("visit.inputs_to_lock", inputs, "inputs", most=INPUTS, said="from the door on"),
    ]


def _slowest(application: Application) -> Figure:
    """Return the slowest screen of a visit that has come as far as the guess."""
    count = Count(Visitor(application))
    to_the_payoff(count)
    count.press("/start/test/", on="/start/test/", template="today_was_a_lot")
    count.press("/start/who/", on="/start/who/", filled=len(WHO), **WHO)
    paths = [*dict.fromkeys(count.pages), "/start/said/", "/start/guess/", "/start/jobs/"]
    visits = [lambda path=path: count.visitor.get(path) for path in paths if path != "/"]
    took = in_turns(visits, rounds=60, warm=5, clean=False)
    worst = max(took, key=median)
    name = [path for path in paths if path != "/"][took.index(worst)]
    said = f"{name}; 19 of 20 under {p95(worst):.3g} ms"
    return Figure("first_visit.page", median(worst), "ms", most=SLOWEST, said=said)
