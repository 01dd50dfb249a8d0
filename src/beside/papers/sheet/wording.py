"""Every sentence of the paper twin. Where the notebook has said a thing already, it is the same."""

from __future__ import annotations

from beside.around.circle import jobs
from beside.around.circle import wording as circle
from beside.around.circle.model import Job
from beside.journey.practice import finding, templates
from beside.journey.practice import wording as practice
from beside.kernel.sentences import Sentence
from beside.safety import grounding
from beside.safety import wording as safety

BLANK = "____"
"""Stands in a sentence where somebody writes; drawn as a line."""

TITLE = Sentence("Ten asks, both sides")
FOR_WHOM = Sentence("For people who do most things alone: a guess, one small ask, what happened.")
NOT_A_TEST = Sentence("For adults. Not therapy, and not a test of you or of them.")

_CHOOSE = (Sentence("Choose"), Sentence("One small thing. One real person who is safe."))
_ASK = (Sentence("Ask"), Sentence("Use your own words. A no is fine. Give them a slip, or not."))
STEPS = (
    _CHOOSE,
    (Sentence("Guess"), Sentence("Fill in the left side, in pen. Fold it back, out of sight.")),
    _ASK,
    (Sentence("See"), Sentence("Fill in the right side. Unfold. Draw both overleaf.")),
)
STEPS_LARGE = (
    _CHOOSE,
    (Sentence("Guess"), Sentence("Fill in the page “Before”, in pen. Put it out of sight.")),
    _ASK,
    (Sentence("See"), Sentence("Fill in the page “After”. Then draw both.")),
)
ANY_NUMBER = Sentence("Stop at any number. Ten is where it ends.")
FOUND = Sentence("Could the wrong person find this sheet? Use initials, or keep it elsewhere.")

BEFORE_EACH = Sentence("Two questions before each person")
HURT = circle.HURT
AFRAID = circle.AFRAID
SOMEONE_ELSE = Sentence("A yes or not sure: choose someone else.")
TWO_NOES = Sentence("Embarrassed, not afraid, is a no. Both no: tick the box.")

NUMBER = Sentence("No.")
BEFORE = Sentence("Before: what I ask, and my guess from 0 to 10")
AFTER = Sentence("After: mark one on each line")
FOLD = Sentence("fold back here")
WHO = Sentence("who (initials)")
BOX = Sentence("both no")
WHAT = Sentence("what I ask")
BY_WHEN = Sentence("by when")
WELL = Sentence("they take it well")
FEARED = Sentence("what I’d hate most")
LIKELY = Sentence("how likely")
TROUBLE = Sentence("trouble for them")
HAPPENED = Sentence("what happened")
CAME = Sentence("what I’d hate most: did it come?")
WENT_OUT = Sentence("how it went out")
NEXT = Sentence("my guess now")
OUTCOMES = tuple(finding.OUTCOMES.values())
CAME_ANSWERS = (Sentence("no"), Sentence("a bit"), Sentence("yes"), Sentence("can’t tell"))
CHANNELS = (
    Sentence("face to face"),
    Sentence("call"),
    Sentence("message"),
    Sentence("e-mail"),
)

PICTURE = Sentence("What I guessed, and what happened")
PICTURE_ALT = Sentence(
    "A grid to draw in. Ten rows, each with a line from 0 to 10, for a ring and a dot."
)
RING = Sentence("A ring for my guess.")
DOT = Sentence("A dot for what happened.")
DRAWN_WELL = Sentence("They take it well")
DRAWN_WELL_HOW = Sentence("10 well, 5 partly, 0 no or hurt. No answer, no dot.")
DRAWN_TROUBLE = Sentence("Trouble for them")
DRAWN_TROUBLE_HOW = Sentence("The dot is what their slip says.")
DRAWN_GLAD = Sentence("Glad to be asked")
DRAWN_GLAD_HOW = Sentence("Mark what they said.")

COUNTS = (
    Sentence("I guessed about %(blank)s in 10.", blank=BLANK),
    Sentence("%(blank)s of %(blank)s who answered took it well.", blank=BLANK),
    Sentence("What I’d hate most came %(blank)s of %(blank)s times.", blank=BLANK),
)
LIMITS_TITLE = Sentence("How far this goes")
LIMITS = (
    Sentence("Ten asks with people you chose. This can still move."),
    Sentence("Even after ten, next time can be 2 in 10 higher or lower."),
    Sentence("It says nothing about people you did not ask."),
    Sentence("No is awkward to say. So part of a yes may be good manners."),
    Sentence("Face to face is one thing, an e-mail another."),
)
READINGS = (
    (
        Sentence("You were right"),
        Sentence(
            "Rings and dots lie close. You know these people. If both are low, your caution has "
            "a reason. It may be the situation, not you."
        ),
    ),
    (
        Sentence("You were wrong by a lot"),
        Sentence(
            "The dots lie far off, most of them on one side. It went another way than you "
            "thought, these times. The dots can help with your next guess."
        ),
    ),
    (
        Sentence("Too few to say"),
        Sentence(
            "Fewer than five dots, or they lie all over. That is an answer as well. "
            "You can stop here or go on. The sheet is whole at any number."
        ),
    ),
)

FIRST = Sentence("A few that ask for little")
_WORDS = {template.key: template.words for template in templates.TEMPLATES}
FIRST_ONES = (_WORDS["today_was_a_lot"], _WORDS["some_milk"], _WORDS["lunch"])
FIRST_DONE = _WORDS["next_small_offer"]
NOBODY = Sentence("Nobody safe to ask? A pharmacy, a doctor’s desk, a library, a union:")
NOBODY_SAYS = jobs.card_of(Job.doctors_desk).saying

BAD = safety.TITLE
DANGER = safety.DANGER_ANYWHERE
MORE_LINES = safety.FIND_MORE
MORE_LINES_AT = "findahelpline.com"
MY_NUMBERS = Sentence("My own numbers:")
STEADY = grounding.first_step().says
IT_HURT = Sentence("It hurt? I’m sorry. No lesson here. Leave that person out.")

SLIP_FROM = Sentence("From")
SLIP_ASK = Sentence("I’d like to ask you:")
SLIP_BY = Sentence("By when")
SLIP_TURN = Sentence("Two questions overleaf.")
SLIPS = Sentence("Slips for the ones you ask. Cut or tear here.")
SLIP_FINE = practice.ALL_ARE_FINE
SLIP_TROUBLE = practice.TROUBLE_ASKED
SLIP_TROUBLE_ENDS = practice.TROUBLE_ENDS
SLIP_GLAD = practice.GLAD_ASKED
SLIP_GLAD_ANSWERS = tuple(practice.GLADS.values())
SLIP_SEEN = Sentence("Mark two. Whoever asked you will see it.")

LICENCE = Sentence("Free to copy, change and pass on, under the same licence.")
LICENCE_NAME = "CC BY-SA 4.0"
TWO_SIDES = Sentence("Print on both sides, flip on long edge.")
