"""What the page shows is chosen by links, so that the screen is what the paper will be.

An address holds a yes at most: the same answers go along, hidden, with the form that makes the PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict

from beside.kernel.sentences import Sentence
from beside.papers.one_page import Choice, Paper

LETTER_IN = frozenset({"CA", "CL", "CO", "MX", "PH", "US"})
"""Countries in which a printer holds Letter."""

QUESTIONS = (
    (
        "names",
        Sentence("Who it was with"),
        (("", Sentence("Letters")), ("yes", Sentence("Names"))),
    ),
    (
        "words",
        Sentence("What you asked"),
        (("", Sentence("What kind")), ("yes", Sentence("First words"))),
    ),
    (
        "paper",
        Sentence("Paper"),
        ((Paper.a4.value, Sentence("A4")), (Paper.letter.value, Sentence("Letter"))),
    ),
)


@dataclass(frozen=True)
class Chosen:
    """What somebody wants to see, and on what paper."""

    choice: Choice
    paper: Paper

    @property
    def sent(self) -> dict[str, str]:
        """The answers, as an address or a form holds them."""
        names, words = ("yes" if one else "" for one in self.choice)
        return {"names": names, "words": words, "paper": self.paper.value}


class Answer(NamedTuple):
    """One answer: its name, and the page that it leads to."""

    label: Sentence
    address: str
    here: bool


def chosen(sent: QueryDict, *, country: str) -> Chosen:
    """Return what was *sent*; the paper is that of *country* (two letters) where nothing was."""
    usual = Paper.letter if country in LETTER_IN else Paper.a4
    paper = sent.get("paper", "")
    return Chosen(
        Choice(names=sent.get("names") == "yes", words=sent.get("words") == "yes"),
        Paper(paper) if paper in set(Paper) else usual,
    )


def questions(now: Chosen) -> list[tuple[Sentence, list[Answer]]]:
    """Return each question with its answers; each leads to the page as it would be with it."""
    return [
        (
            label,
            [
                Answer(said, _address(now.sent | {name: value}), here=now.sent[name] == value)
                for value, said in answers
            ],
        )
        for name, label, answers in QUESTIONS
    ]


def _address(answers: dict[str, str]) -> str:
    return f"?{urlencode({name: value for name, value in answers.items() if value})}#take"
