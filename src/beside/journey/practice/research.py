"""What others found about asking, said once and with its limits as large as the result.

A figure stands here only where the paper, its abstract or a report of it was read; *source* says
which. It holds for strangers met face to face, so it is shown beside no other kind of asking, and a
person's own record always counts for more.
"""

from __future__ import annotations

from typing import NamedTuple

from beside.journey.practice.model import Channel
from beside.kernel.sentences import Sentence


class Limit(NamedTuple):
    """What keeps a finding from being a promise."""

    says: Sentence
    source: str


class Finding(NamedTuple):
    """One result: *says* carries its n, *source* says who found it and where it was read."""

    key: str
    says: Sentence
    source: str
    limit: Sentence


HONESTY = Sentence(
    "Mostly strangers and small favours, face to face, in North America, many of them students. "
    "This says that people on the whole are kinder than we guess. It does not say that this person "
    "is safe. Your own record here counts for more."
)

_BY_EMAIL = Sentence("By e-mail it was the other way round: people guessed too high.")
_NO_IS_AWKWARD = Sentence("It is awkward to say no. So part of a yes may be good manners.")
_CLOSER = Sentence("With close friends, partners and family, the guess was not so far off.")
_SECOND_HAND = Sentence("We read a report of this work, not the paper.")

_FLYNN_LAKE = (
    "Flynn & Lake, 2008, Journal of Personality and Social Psychology 95(1), 128–143 (abstract)"
)
_ZHAO_EPLEY = "Zhao & Epley, 2022, as reported in Chicago Booth Review"
_KARDAS = "Kardas, Kumar & Epley, 2021, doi 10.1037/pspa0000281 (abstract and publisher’s release)"

LIMITS = (
    Limit(_BY_EMAIL, "Roghanizad & Bohns, 2017, doi 10.1016/j.jesp.2016.10.002 (abstract)"),
    Limit(_NO_IS_AWKWARD, f"{_FLYNN_LAKE}, study 6"),
    Limit(_CLOSER, f"{_KARDAS}, experiment 5"),
)

FINDINGS = (
    Finding(
        "guessed_too_low",
        Sentence(
            "In three studies, people asked strangers for help. "
            "Their guess of how many would say yes was too low, by as much as half."
        ),
        _FLYNN_LAKE,
        _NO_IS_AWKWARD,
    ),
    Finding(
        "many_strangers",
        Sentence(
            "Over many studies, more than 14,000 strangers were asked for something. "
            "On average, the guess of how many would say yes was 48 percent too low."
        ),
        "Bohns, 2016, Current Directions in Psychological Science (abstract)",
        _NO_IS_AWKWARD,
    ),
    Finding(
        "glad_to_help",
        Sentence(
            "In six studies with more than 2,000 people, others were more willing to help than the "
            "ones who asked had guessed. It put them out less, and they felt better for it."
        ),
        f"{_ZHAO_EPLEY} and in DT Next",
        _SECOND_HAND,
    ),
    Finding(
        "photo_in_the_park",
        Sentence(
            "In a park, 50 people asked someone to take a photo of them. "
            "For 47 of them, the first one they asked said yes. For 3, the second one did."
        ),
        _ZHAO_EPLEY,
        Sentence("A photo is a very small favour, and that was one park."),
    ),
    Finding(
        "deeper_talk",
        Sentence(
            "In 12 studies with more than 1,800 people, some talked about deeper things. "
            "It was less awkward than they thought, and the other person cared more."
        ),
        _KARDAS,
        _CLOSER,
    ),
    Finding(
        "judged_less",
        Sentence(
            "In 12 studies with more than 2,500 people, some told a bad thing about themselves. "
            "They were judged less harshly than they thought they would be."
        ),
        "Kardas, Kumar & Epley, as reported in Neuroscience News, 2024",
        _SECOND_HAND,
    ),
    Finding(
        "liked_more",
        Sentence(
            "In five studies, people who had talked were liked more than they thought. "
            "Between students who lived close together, that lasted for months."
        ),
        "Boothby, Cooney, Sandstrom & Clark, 2018, Psychological Science 29(11) (abstract)",
        Sentence("They were new to each other, and they talked. Nobody asked for help."),
    ),
    Finding(
        "hot_chocolate",
        Sentence(
            "In a park, 75 of 84 people chose to give a hot drink to a stranger. "
            "It did more for the stranger’s mood than they had guessed."
        ),
        "Kumar & Epley, 2022, as reported by the University of Texas at Austin",
        Sentence("They were asked to give. It does not say how it is to ask."),
    ),
)


def beside_channel(channel: Channel | None) -> tuple[Finding, ...]:
    """Return what may stand beside a test that goes out by *channel*: nothing but face to face."""
    return FINDINGS if channel is Channel.face_to_face else ()
