"""People whose job it is, because doing it alone can be the only thing that works.

They can be asked by somebody who has nobody, and nothing is owed to them afterwards. A sentence is
enough to begin: it says what is going on, and nothing that shames.
"""

from __future__ import annotations

from typing import NamedTuple

from beside.around.circle.model import Job
from beside.kernel.sentences import Sentence


class JobCard(NamedTuple):
    """What somebody whose job it is can take a part of, and how to begin."""

    job: Job
    who: Sentence
    good_for: Sentence
    """What they can take a part of."""
    saying: Sentence
    """One sentence to say to them; it stands in quotes."""


JOBS = (
    JobCard(
        Job.pharmacist,
        who=Sentence("The pharmacist"),
        good_for=Sentence(
            "Which pills to take when, small aches and worries, and where to go next."
        ),
        saying=Sentence(
            "There are a lot of pills to keep track of at home. Is there an easier way to do it?"
        ),
    ),
    JobCard(
        Job.doctors_desk,
        who=Sentence("The desk at the doctor’s"),
        good_for=Sentence("A time to be seen, the right form, and what help there is near you."),
        saying=Sentence(
            "I’m looking after someone and I’m at my limit. "
            "Is there anything here for people like me?"
        ),
    ),
    JobCard(
        Job.carers_group,
        who=Sentence("A carers’ group"),
        good_for=Sentence("Ways to get a break, the right forms, and people who know how it is."),
        saying=Sentence("I look after someone at home. Could I come once and listen?"),
    ),
    JobCard(
        Job.school_office,
        who=Sentence("The school office"),
        good_for=Sentence("School meals, a late pick-up, forms, and a word with the teacher."),
        saying=Sentence("We have a lot on at home this month. Who could I talk to about it here?"),
    ),
    JobCard(
        Job.library,
        who=Sentence("The library desk"),
        good_for=Sentence("Forms on a screen, printing, a warm seat, and who does what in town."),
        saying=Sentence(
            "I’m stuck on a form I have to send online. Could you help me make a start?"
        ),
    ),
    JobCard(
        Job.place_of_worship,
        who=Sentence("A place of worship"),
        good_for=Sentence("A meal, a visit, or someone to sit with, often for anyone who comes."),
        saying=Sentence(
            "I’m doing a lot on my own at the moment. Is there a meal I could come to, "
            "or someone who visits?"
        ),
    ),
    JobCard(
        Job.union,
        who=Sentence("A union"),
        good_for=Sentence("Hours, pay, sick leave, and someone beside you in a meeting."),
        saying=Sentence(
            "I have more work than one person can do. Who can tell me what my rights are?"
        ),
    ),
)
_CARDS = {card.job: card for card in JOBS}


def card_of(job: Job) -> JobCard:
    """Return what is said about *job*."""
    return _CARDS[job]
