"""What is said around a small test: before it, when it is locked, and after it, whatever happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from beside.journey.practice.model import (
    AskKind,
    AskState,
    Belief,
    Feared,
    FearedHappened,
    Happened,
    HowHard,
)
from beside.kernel.sentences import Sentence


class Starter(NamedTuple):
    """One of the three that ask for little."""

    what: AskKind
    title: Sentence
    words: Sentence
    is_said: bool
    """Whether *words* are said to somebody (and stand in quotes), or are something to do."""


OFFER = Sentence("Three that ask for little.")
OR_NONE = Sentence("You can change the words before you lock. Or take none.")
OTHER_WORDS_FIRST = Sentence("Other words, or a smaller one")
OFFERED = (
    Starter(
        AskKind.let_it_be_seen,
        Sentence("Let it be seen."),
        Sentence("Today was a lot. Nothing for you to do. I wanted you to know."),
        is_said=True,
    ),
    Starter(
        AskKind.mend,
        Sentence("Mend it."),
        Sentence("I snapped. It wasn’t you. I’d been holding the Friday report alone."),
        is_said=True,
    ),
    Starter(
        AskKind.accept,
        Sentence("Say yes."),
        Sentence("Take the next small offer, without paying it back."),
        is_said=False,
    ),
)
NOT_TODAY = Sentence("Not today")
MY_OWN_WORDS = Sentence("My own words")

KINDS: Mapping[AskKind, Sentence] = {
    AskKind.let_it_be_seen: Sentence("let it be seen"),
    AskKind.favour: Sentence("a favour"),
    AskKind.share: Sentence("share something"),
    AskKind.delegate: Sentence("hand something over"),
    AskKind.accept: Sentence("say yes"),
    AskKind.company: Sentence("company"),
    AskKind.mend: Sentence("mend it"),
    AskKind.own_words: Sentence("my own words"),
}
STATES: Mapping[AskState, Sentence] = {
    AskState.drafted: Sentence("No guess yet."),
    AskState.locked: Sentence("Your guess is locked."),
    AskState.done: Sentence("It happened."),
    AskState.let_go: Sentence("Put away. You can pick it up again."),
}

STATES_SHORT: Mapping[AskState, Sentence] = {
    AskState.drafted: Sentence("no guess yet"),
    AskState.locked: Sentence("locked"),
    AskState.done: Sentence("done"),
    AskState.let_go: Sentence("put away"),
}

WHAT = Sentence("What was it?")
SAYING = Sentence("In your words")
WHO_WAS_IT = Sentence("Who was it?")
WHERE_IT_IS = Sentence("Where it is")
WHO_FOR = Sentence("Who is it for?")
SOMEBODY = Sentence("Somebody")
SOMEBODY_ELSE = Sentence("Somebody else")
ASK_FIRST = Sentence("Two questions first. You were not sure about them.")
NOBODY = Sentence("Nobody by name")
ONE_SMALL_TEST = Sentence("One small test")
A_SMALLER_ONE = Sentence("A smaller one?")

QUESTIONS_FIRST = Sentence("two questions first")
NONE_YET = Sentence("No small test here yet, and none is due.")
PICK_UP = Sentence("Pick it up again")

GUESS_FIRST = Sentence("Guess first.")
WHY_FIRST = Sentence("Locked, so you can’t be talked out of it.")
WELL = Sentence("How likely is it that they take it well?")
CHANCE_ENDS = (Sentence("0 no chance"), Sentence("10 sure"))
FEARED = Sentence("What I’d hate most:")
LIKELY = Sentence("How likely is that?")
TROUBLE = Sentence("How much trouble for them?")
TROUBLE_ENDS = (Sentence("0 none"), Sentence("10 a great deal"))
HARD = Sentence("How hard today?")
HARDS: Mapping[HowHard, Sentence] = {
    HowHard.easy: Sentence("easy"),
    HowHard.a_bit: Sentence("a bit"),
    HowHard.hard: Sentence("hard"),
    HowHard.very: Sentence("very"),
    HowHard.too_much: Sentence("too much"),
}
LOCK = Sentence("Lock my guess")

CHIPS: Mapping[Feared, Sentence] = {
    Feared.they_sigh: Sentence("they sigh"),
    Feared.they_think_less_of_me: Sentence("they think less of me"),
    Feared.id_owe_them: Sentence("I’d owe them"),
    Feared.they_let_me_down: Sentence("they let me down"),
    Feared.gets_used_against_me: Sentence("it gets used against me"),
    Feared.they_see_me_like_this: Sentence("they see me like this"),
    Feared.id_have_to_redo_it: Sentence("I’d have to redo it"),
    Feared.other: Sentence("other"),
}
OTHER_WORDS = Sentence("Own words")

BELIEF = Sentence("The line this puts to the test:")
BELIEFS: Mapping[Belief, Sentence] = {
    Belief.rely_on_myself: Sentence("I can only rely on myself"),
    Belief.depending_hurts: Sentence("Depending on others gets me hurt"),
    Belief.vulnerability_is_danger: Sentence("Vulnerability equals danger"),
}

BELIEF_OF_CHIP = Sentence("The one that goes with what I’d hate most")
BELIEF_FOLD = Sentence("The line tested")

VERY_HARD = Sentence("That is very hard for today.")
LOCK_ANYWAY = Sentence("Lock this one as it is")
TOO_MUCH = Sentence("Then not this one today.")
NOT_SET_UP = Sentence("You can still do it, without a guess here.")
BACK_TO_GUESS = Sentence("Back to the guess")
DRAFT_KEPT = Sentence("Your words are kept.")

SAY_IT = Sentence("Say it or send it when it suits you. Then come back here.")
DO_IT = Sentence("Do it when it suits you. Then come back here.")
IT_HAPPENED = Sentence("It happened")
NOT_YET = Sentence("Not yet")
I_LET_IT_GO = Sentence("I let it go")
ALREADY_HAPPENED = Sentence("It already happened")

WHAT_HAPPENED = Sentence("What happened?")
OUTCOMES: Mapping[Happened, Sentence] = {
    Happened.took_it_well: Sentence("They took it well"),
    Happened.partly: Sentence("Partly"),
    Happened.no: Sentence("They said no, or turned away"),
    Happened.no_answer: Sentence("No answer"),
    Happened.it_hurt: Sentence("It hurt"),
}

DID_IT_HAPPEN: Mapping[Feared, Sentence] = {
    Feared.they_sigh: Sentence("“They sigh.” Did that happen?"),
    Feared.they_think_less_of_me: Sentence("“They think less of me.” Did that happen?"),
    Feared.id_owe_them: Sentence("“I’d owe them.” Did that happen?"),
    Feared.they_let_me_down: Sentence("“They let me down.” Did that happen?"),
    Feared.gets_used_against_me: Sentence("“It gets used against me.” Did that happen?"),
    Feared.they_see_me_like_this: Sentence("“They see me like this.” Did that happen?"),
    Feared.id_have_to_redo_it: Sentence("“I’d have to redo it.” Did that happen?"),
    # One's own words stand above it, apart: they are never part of a sentence of ours.
    Feared.other: Sentence("What you’d hate most: did it happen?"),
}
FEARED_ANSWERS: Mapping[FearedHappened, Sentence] = {
    FearedHappened.no: Sentence("No"),
    FearedHappened.a_bit: Sentence("A bit"),
    FearedHappened.yes: Sentence("Yes"),
    FearedHappened.cant_tell: Sentence("Can’t tell"),
}

ONE_TIME = Sentence("One time is one time. It could be luck.")
ONE_TIME_SHORT = Sentence("One time is one time.")
NEXT_GUESS = Sentence("Same person, same size: what would you guess now?")
LAND_FIRST = Sentence("Before you go back to things.")
LAND = Sentence(
    "You did not hold that alone, for a moment. What was it like? A few words, or none."
)
LAND_LATER = Sentence("What was it like?")
LANDED = Sentence("What it was like")
SIDE_BY_SIDE = Sentence("Guess and answer, side by side")
CHANGE_OUTCOME = Sentence("Change what happened")
DONE_FOR_TODAY = Sentence("Done for today")
AFTER_NO = Sentence("That stings. It was their answer to this, that day.")
NO_ANSWER = Sentence("No answer can mean many things.")
AFTER_NO_ANSWER = Sentence("It can mean many things, and we do not count it as a no.")
AFTER_IT_HURT = Sentence("I’m sorry. No lesson here.")
STEADY = Sentence("Something to steady you")
TALK = Sentence("Someone to talk to")
LEAVE_OUT = Sentence("Leave them out of suggestions")
OTHER_QUESTIONS = Sentence("Other questions, if you want them")
THEY_CAN_WAIT = Sentence("They can wait.")

ROW_WELL = Sentence("They take it well")
ROW_FEARED = Sentence("What you’d hate most")
ROW_LIKELY = Sentence("How likely that is")
ROW_CAME = Sentence("Did it happen?")
ROW_TROUBLE = Sentence("Trouble for them")
ROW_NEXT = Sentence("Next time, same person, same size")
YOUR_GUESS = Sentence("Your guess")
WHAT_CAME = Sentence("What happened")
NO_GUESS = Sentence("It was not planned, so there was no guess.")
GUESS_SCALE = Sentence("your guess, 0\u00a0to\u00a010")
NOT_SAID = Sentence("Not said")
NOT_HAPPENED_YET = Sentence("Not yet")
NOT_KNOWN = Sentence("not known")

ALREADY_LOCKED = Sentence("Your guess is locked. It stays as it was.")
NOT_LOCKED = Sentence(
    "There is no locked guess yet. It can also be kept as one that already happened."
)
ALREADY_DONE = Sentence("This one is done. What you noted is still here.")
NOT_DONE = Sentence("First comes what happened.")
LET_GO_FIRST = Sentence("This one is put away. Pick it up again first.")
NO_GUESS_TO_HOLD = Sentence("There was no guess before, so there is nothing to compare.")
NOT_SAFE = Sentence("Your caution may be right. We will not set this up with them.")
NOBODY_THERE = Sentence("You took this person out. Choose someone else, or no name.")
WELL_NEEDED = Sentence("Choose a number.")
FEARED_NEEDED = Sentence("Choose one. “Other” is fine.")
OTHER_NEEDED = Sentence("You wrote your own words. Choose “other” to keep them, or clear them.")
LIKELY_NEEDED = Sentence("Choose a number.")
TROUBLE_NEEDED = Sentence("Choose a number.")
HARD_NEEDED = Sentence("Choose one.")
ANSWER_NEEDED = Sentence("Choose one, or skip it.")
HOW_NEEDED = Sentence("Choose one.")
WHO_NEEDED = Sentence("Choose who it is for.")
NOT_THERE = Sentence("This small test is not here any more.")
NOT_SURE_YET = Sentence("You were not sure about them. The two questions come first.")
WORDS_NEEDED = Sentence("We need a few words here.")


def in_ten(tens: int) -> Sentence:
    """Say *tens* (0–10) as a chance."""
    return Sentence("%(guess)s in 10", guess=tens)


def of_ten(rating: int) -> Sentence:
    """Say *rating* (0–10) as a rating."""
    return Sentence("%(rating)s out of 10", rating=rating)


def guess_and_happened(tens: int, how: Happened) -> Sentence:
    """Say the guess (0–10) and what happened in one breath."""
    match how:
        case Happened.took_it_well:
            return Sentence(
                "Your guess: %(guess)s\u00a0in\u00a010. It happened: they took it well.", guess=tens
            )
        case Happened.partly:
            return Sentence(
                "Your guess: %(guess)s\u00a0in\u00a010. It happened: partly.", guess=tens
            )
        case Happened.no:
            return Sentence(
                "Your guess: %(guess)s\u00a0in\u00a010. They said no, or turned away.", guess=tens
            )
        case Happened.no_answer:
            return Sentence("Your guess: %(guess)s\u00a0in\u00a010. No answer came.", guess=tens)
        case Happened.it_hurt:
            return Sentence("Your guess: %(guess)s\u00a0in\u00a010. It hurt.", guess=tens)


def then_and_now(before: int, now: int) -> Sentence:
    """Say the first guess and the next one (0–10)."""
    return Sentence("%(before)s in 10 then, %(now)s in 10 now", before=before, now=now)


def words_too_long(*, limit: int, length: int) -> Sentence:
    """Say how long the text is, and what there is room for."""
    return Sentence(
        "That has %(length)s characters. There is room for %(limit)s. It is all still here.",
        length=length,
        limit=limit,
    )
