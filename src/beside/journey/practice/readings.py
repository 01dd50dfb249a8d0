"""A no can be read in more than one way, and so can no answer; which one is theirs to say.

Nothing here is shown until the person opens it. Each line is a possibility. None of them argues
with a no, and none excuses being treated badly: after *it hurt* there is no other reading.
"""

from __future__ import annotations

from beside.journey.practice.model import Happened
from beside.kernel.sentences import Sentence

OTHER_THINGS = Sentence("Other things it could mean")
WE_CANNOT_TELL = Sentence("One of these may fit, or none. We can’t tell from here.")

AFTER_A_NO = (
    Sentence("They may have been tired, or in the middle of a bad day."),
    Sentence("They may not have seen how much it meant to you."),
    Sentence("They may not have known how to do it, or where to start."),
    Sentence("They may have said no in a hurry, and thought about it later."),
    Sentence("They may have a lot on already, and not say so."),
    Sentence("It may be a no to this, and that is theirs to say."),
)
NO_EXCUSE = Sentence("If they were cruel about it, none of this makes that all right.")
TO_ONESELF = Sentence("I asked for one thing and it was a no. It stings. I can leave it there.")
"""One line to say to oneself."""

AFTER_NO_ANSWER = (
    Sentence("They may not have seen it yet."),
    Sentence("They may have read it in a busy moment and lost it in the day."),
    Sentence("They may be thinking about what to say."),
    Sentence("It may be a no that they find hard to say."),
)
YOU_CAN = Sentence("You can wait, ask once more, or close this one.")


def readings_of(how: Happened) -> tuple[Sentence, ...]:
    """Return other things that *how* could mean; none after a yes, and none after *it hurt*."""
    match how:
        case Happened.no:
            return AFTER_A_NO
        case Happened.no_answer:
            return AFTER_NO_ANSWER
        case _:
            return ()
