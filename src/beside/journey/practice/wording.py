"""What is said around a small test: before it, when it is locked, and after it, whatever happened."""

from __future__ import annotations

from collections.abc import Mapping

from beside.journey.practice.model import (
    Again,
    AskKind,
    AskState,
    Belief,
    Channel,
    Closeness,
    Feared,
    FearedHappened,
    Happened,
    HowHard,
    StillSo,
)
from beside.journey.practice.reply import Glad, Said
from beside.kernel.sentences import Sentence

OFFER = Sentence("Three that ask for little.")
OR_NONE = Sentence("You can change the words before you lock. Or take none.")
OTHER_WORDS_FIRST = Sentence("Other words, or a smaller one")
OTHER_WORDS_LATER = Sentence("Other words")
SMALLER_NEXT = Sentence("A smaller one next, if you like.")
LARGER = Sentence("Larger ones")
NOT_TODAY = Sentence("Not today")
MY_OWN_WORDS = Sentence("My own words")
KEPT_BEFORE = Sentence("Words you kept")
KEEP_FOR_NEXT = Sentence("Keep these words for next time")
WORDS_GONE = Sentence("Those words are not here any more. Choose others, or write your own.")
REMOVE = Sentence("Remove")

JOB_FOLD = Sentence("Somebody whose job it is")
JOB_WORDS = Sentence("One sentence is enough. Change it as you like.")
JOB_NOT_KNOWN = Sentence("We do not know whose job that is. Choose someone else.")
FOR_ONE_ONLY = Sentence("A small test is for one. Choose who it is for.")
IN_CARE = Sentence("People you look after are left out where something is handed over.")
CHOSEN = Sentence("chosen")
LEFT_OUT_OR_HURT = Sentence("Left out, or it hurt last time")
FOR = Sentence("For")
NOT_HANDED_OVER = Sentence("You look after them, so nothing is handed over here.")

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
FOLDS: Mapping[AskKind, Sentence] = {
    AskKind.let_it_be_seen: Sentence("Let it be seen"),
    AskKind.favour: Sentence("A favour"),
    AskKind.share: Sentence("Share something"),
    AskKind.delegate: Sentence("Hand something over"),
    AskKind.accept: Sentence("Say yes"),
    AskKind.company: Sentence("Company"),
    AskKind.mend: Sentence("Mend it"),
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
WELL = Sentence("They take it well. How likely?")
CHANCE_ENDS = (Sentence("0 never"), Sentence("10 sure"))
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

ADD_MORE = Sentence("Add more")
OBSERVABLE = Sentence("What will they say or do?")
OBSERVABLE_HINT = Sentence("Something you could see or hear: “She sighs and says no.”")
BY_WHEN = Sentence("By when?")
HOW_BAD = Sentence("If what I’d hate most comes: how bad?")
HOW_BAD_ENDS = (Sentence("0 not bad"), Sentence("10 as bad as it gets"))
COPE = Sentence("And how well would I cope?")
COPE_ENDS = (Sentence("0 not at all"), Sentence("10 well"))
PARTLY_RIGHT = Sentence("What would make this guess partly right?")
LINE_NOW = Sentence("How true is that line for you now?")
LINE_NOW_ENDS = (Sentence("0 not true"), Sentence("10 all true"))
EXACT = Sentence("How hard today, as a number?")
EXACT_HINT = Sentence("A number counts in place of the word above.")
EXACT_ENDS = (Sentence("0 easy"), Sentence("10 too much"))
YOU_SAID = Sentence("You said, after:")

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

SAY_OR_SEND = Sentence("Say it or send it")
FROM_YOU = Sentence("Nothing goes out from here by itself.")
DO_IT_WHEN = Sentence("Do it when it suits you.")
NOTHING_TO_SEND = Sentence("There is nothing to send. It is something to do.")
AFTER_IT_WENT_OUT = Sentence("It went out. When you know what came of it, come back here.")
TEXT_MESSAGE = Sentence("Text")
WHATSAPP = Sentence("WhatsApp")
E_MAIL = Sentence("E-mail")
SHARE = Sentence("Share")
BY_HAND = Sentence("Select the words by hand")
IN_ITS_HISTORY = Sentence("WhatsApp may open in your browser, and then its history has your words.")
TOO_LONG_FOR_MAIL = Sentence("For an e-mail link these words are too long. Copy them.")
TOO_LONG_FOR_LINKS = Sentence("For a link these words are too long. Copy them.")
LOOKED_THROUGH = Sentence(
    "Someone may look through this phone. So there are no message links here, and no calendar file."
)
CHANGE_IN_SETTINGS = Sentence("Change that in Settings")
HOW_DID_IT_GO_OUT = Sentence("How did it go out?")
HOW_IT_WENT_OUT = Sentence("How it went out")
CHANNELS: Mapping[Channel, Sentence] = {
    Channel.face_to_face: Sentence("face to face"),
    Channel.call: Sentence("in a call"),
    Channel.message: Sentence("in a message"),
    Channel.email: Sentence("in an e-mail"),
    Channel.other: Sentence("another way"),
}
CHANGE_CHANNEL = Sentence("Change how it went out")
NOT_OUT_YET = Sentence("It has not gone out")
NOT_SENT = Sentence("Not sent. Keep it, or let it go.")
BACK_TO_TEST = Sentence("Back to this small test")
WE_AGREED = Sentence("We agreed on a time")
AGREED_TIME = Sentence("The time you agreed on")
ANOTHER_TIME = Sentence("Another time")
WHAT_DAY = Sentence("What day?")
WHAT_TIME = Sentence("What time?")
KEEP_TIME = Sentence("Keep the time")
TAKE_TIME_BACK = Sentence("Take the time back")
CALENDAR_FILE = Sentence("A file for your calendar")
CALENDAR_SAYS = Sentence("What your calendar will say")
CALENDAR_HOLDS = Sentence("The file holds half an hour and these words, and nothing else.")
A_NOTE = Sentence("A note to self")
DAY_NEEDED = Sentence("Choose a day.")
TIME_NEEDED = Sentence("Choose a time.")
TIME_IS_OVER = Sentence("That time is over. Choose a later one.")
TIME_TOO_FAR = Sentence("That is more than two years off. Look at the year again.")

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
THAT_IS_ONE = Sentence("That is one.")
THAT_IS_KEPT = Sentence("That is kept.")
AT_ANY_NUMBER = Sentence(
    "You can look at the page after any number, and stop at any number. Ten is where it ends."
)
TWO_THINGS = Sentence("Two things, if you like:")
ONE_THING = Sentence("One thing, if you like:")
LOOK_AT_THE_PAGE = Sentence("Look at the page")
AFTER_NO = Sentence("That stings. It was their answer to this, that day.")
NO_ANSWER = Sentence("No answer can mean many things.")
AFTER_NO_ANSWER = Sentence("It can mean many things. We don’t count it as a no.")
AFTER_IT_HURT = Sentence("I’m sorry. No lesson here.")
STEADY = Sentence("Something to steady you")
TALK = Sentence("Someone to talk to")
OTHER_QUESTIONS = Sentence("Other questions, if you want them")
THEY_CAN_WAIT = Sentence("They can wait.")
RESTS_NOW = Sentence("For two days nothing is brought up here. The next list starts small.")
LEAVE_OUT_ASKED = Sentence("Leave them out of suggestions?")
LEAVE_OUT_MEANS = Sentence("We will not bring them up again. You can let them back in any time.")
LEAVE_THEM_OUT = Sentence("Leave them out")
NOT_NOW = Sentence("Not now")

# The other side. The two questions are the same, in the same words, wherever they are asked: on a
# page that a friend opens, on a slip of paper, and where the person guesses what they will say.

TROUBLE_ASKED = Sentence("How much trouble is this for you?")
GLAD_ASKED = Sentence("Glad you were asked?")
GLADS: Mapping[Glad, Sentence] = {
    Glad.not_really: Sentence("not really"),
    Glad.neither: Sentence("neither"),
    Glad.yes: Sentence("yes"),
}
ALL_ARE_FINE = Sentence("Yes, no and part of it are all fine.")
ANSWERS: Mapping[Said, Sentence] = {
    Said.yes: Sentence("Yes"),
    Said.part: Sentence("Part of it"),
    Said.not_this_time: Sentence("Not this time"),
    Said.something_else: Sentence("Something else I can do"),
    Said.call_me: Sentence("I’d rather you called me"),
}
SAID: Mapping[Said, Sentence] = {
    Said.yes: Sentence("yes"),
    Said.part: Sentence("part of it"),
    Said.not_this_time: Sentence("not this time"),
    Said.something_else: Sentence("something else"),
    Said.call_me: Sentence("call me"),
    Said.offer: Sentence("an offer"),
    Said.not_for_me: Sentence("not for them"),
    Said.unchecked: Sentence("could not be checked"),
}

A_LINK = Sentence("A link they can answer on")
MAKE_LINK = Sentence("Make a link they can answer on")
MAKE_THE_LINK = Sentence("Make the link")
TWO_QUESTIONS_THEY_GET = Sentence("They get two questions, with your request. They can skip both.")
FIRST_GUESSED = Sentence("The first you guessed:")
SECOND_TO_GUESS = Sentence("Now the second. What will they say?")
GLAD_GUESSED = Sentence("You guessed:")
LINK_NAME = Sentence("Your name, as they know you")
LINK_NAME_HINT = Sentence("It stands on the page that they open.")
LINK_NAME_NEEDED = Sentence("We need a name here. A first name will do.")
LINK_DAYS = Sentence("For how many days?")
LINK_DAYS_NEEDED = Sentence("Choose a number from 1 to 30.")
LINK_READY = Sentence("Your link is ready.")
LINK_FROM_YOU = Sentence(
    "Send it yourself, with your own words. Nothing goes out from here by itself."
)
LINK_OPENS_A_PAGE = Sentence("You can answer here. It opens a page, no app:")
LINK_LOOKED_THROUGH = Sentence(
    "Someone may look through this phone. What you send stays where you send it from."
)
LINK_COPY = Sentence("Copy the message")
LINK_CLOSED = Sentence("This link opens nothing any more.")
LINK_RESTS = Sentence("This link rests. It shows nothing for now.")
LINK_NEW = Sentence("You can make a new one.")
LINK_TAKE_BACK = Sentence("Take the link back")
LINK_TAKE_BACK_MEANS = Sentence("Then it opens nothing. What came back before stays here.")
LINK_STATE = Sentence("How it stands")
LINK_VIEWS = Sentence("Opened")
LINK_UNTIL = Sentence("Opens until")
LINK_ANSWERED = Sentence("Answered")
YES_ANSWERED = Sentence("yes")
LINK_NOT_ANSWERED = Sentence("not yet")
LINK_SHOW = Sentence("Show the link")
NOTHING_TO_ANSWER = Sentence("This one asks for nothing, so there is nothing to answer.")
NO_LINKS_HERE = Sentence("Links need a Beside that others can reach. This one runs for you alone.")

ANSWER_CAME = Sentence("An answer came in.")
SHOW_IT = Sentence("Show it")
LATER_IS_FINE = Sentence("Later is fine")
WRITE_DOWN = Sentence("Write down what happened")
THAT_IS_FINE = Sentence("Fine")
NOT_FOR_THEM = Sentence("Your link reached somebody it was not for.")
NOT_FOR_THEM_CLOSED = Sentence("They said so, and it is closed now.")
UNCHECKED = Sentence("An answer could not be checked.")
UNCHECKED_WHY = Sentence(
    "It may have been changed on the way, so it was left out. Ask them yourself what they said."
)
THEY_ANSWERED = Sentence("What they said")
THEIR_ANSWER = Sentence("Their answer")
THEIR_TIME = Sentence("Their time")
TOLD_ALOUD = Sentence("They told you, and you wrote it down.")
THEY_KNEW = Sentence("They knew that you would read this. One time is one time.")
THEY_KNEW_ALL = Sentence("They knew that you would read it.")
SKIPPED = Sentence("skipped")
NONE_GUESSED = Sentence("no guess")
ROW_GLAD = Sentence("Glad to be asked")
YOU = Sentence("you")
THEM = Sentence("them")

TELL = Sentence("They told me their answer")
TELL_TITLE = Sentence("What did they say?")
TELL_WHY = Sentence("Ask them the two questions, in these words. Then note what they said.")
TELL_ANSWER = Sentence("Their answer to what you asked")
TELL_WORDS = Sentence("Their words, if you like")
TELL_NONE = Sentence("They skipped it")

OFFER_CAME = Sentence("Somebody offers you something.")
OFFER_YES = Sentence("Say yes, as a small test")
OFFER_NO = Sentence("Not this time")
OFFER_WHY = Sentence("To take it is a small test too. You guess first, then you tell them.")
NOT_AN_OFFER = Sentence("There is no offer here any more.")
DOOR = Sentence("The open door")
DOOR_WHY = Sentence(
    "One link for one safe person. Through it they can offer you something. Saying yes to an offer "
    "can be easier than asking."
)
DOOR_MAKE = Sentence("Open a door for them")
DOOR_SAYS = Sentence("If you ever want to offer something, leave it here. It opens a page, no app:")
DOOR_OPEN = Sentence("The door is open.")
DOOR_LONGER = Sentence("Keep it open for 30 more days")
DOOR_CLOSE = Sentence("Close the door")
DOOR_RESTS = Sentence("The door rests while you are not sure about them.")
KEY_BROKEN = Sentence("A part of this notebook can’t be read, so no link can be made.")
CHANGED_MEANWHILE = Sentence("It was changed in another window. Look at it again.")
SCALE = Sentence("0 none – 10 a great deal")
NO_REPLY_THERE = Sentence("This answer is not here any more.")

BOTH_SIDES = Sentence("Both sides")
BOTH_HEADS = (Sentence("test"), Sentence("you guessed"), Sentence("they said"))
BOTH_MEANS = Sentence(
    "The ring is your guess, the dot what they said: trouble, 0 to 10. Then: glad?"
)
BOTH_TOO_FEW = Sentence("Too few to say more.")
TROUBLE_PAIRS = Sentence("Trouble for them")
IN_THEIR_WORDS = Sentence("In their words, and they let you show it")
LEFT_OPEN = Sentence("Skipped")
TOLD_BY_VOICE = Sentence("Told aloud")

# Guessed on paper

ON_PAPER = Sentence("guessed on paper")
NO_GUESS_ON_PAPER = Sentence("No guess stands on the sheet.")
ON_PAPER_BEFORE = Sentence("You guessed on paper, before it.")
TYPE_IN = Sentence("Type in a sheet")
ROW_BY_ROW = Sentence("One row at a time. What is empty on paper can stay empty here.")
TYPED_SO_FAR = Sentence("Typed in so far")
WHO_ON_PAPER = Sentence("Who? Initials will do.")
ASKED_ON_PAPER = Sentence("What I asked")
OR_ONE_OF_THESE = Sentence("Or one of these")
GUESSED_BEFORE = Sentence("Before: my guess")
AFTER_IT = Sentence("After: what came")
DAY_IT_WAS = Sentence("Which day was it?")
DAY_IT_WAS_HINT = Sentence("Empty means today.")
DAY_TOO_LONG_AGO = Sentence("That is very long ago. Look at the year again.")
KEEP_AND_NEXT = Sentence("Keep, and next row")
THAT_IS_ALL = Sentence("That is all")
LEAVE_ROW_OUT = Sentence("Leave this row out")
GUESS_OR_OUTCOME = Sentence("We need one of two: your guess, or what happened.")
GUESS_NEEDS_WELL = Sentence("A guess needs this number. Or leave the rest of it empty.")
HAPPENED_FIRST = Sentence("What you filled in below needs this first.")
WORDS_OR_KIND = Sentence("We need a few words here, or a kind under “Add more”.")
TWO_QUESTIONS = Sentence("Two questions about somebody new.")
REST_TILL_THEN = Sentence("Until you answer, they rest.")


def with_paper(said: Sentence) -> Sentence:
    """Say *said*, and that its guess was made on paper."""
    return Sentence("%(said)s · %(paper)s", said=said, paper=ON_PAPER)


# Add more, afterwards

SAY_MORE = Sentence("What else was there?")
ALL_OPTIONAL = Sentence("All of it can stay empty.")
FOR_YOU = Sentence("How it was for you")
YOU_AND_THEM = Sentence("You and them")
WORST = Sentence("How hard was the hardest moment?")
COPED = Sentence("How well did you cope?")
CLOSENESS = Sentence("How near are you two since then?")
CLOSENESSES: Mapping[Closeness, Sentence] = {
    Closeness.nearer: Sentence("nearer"),
    Closeness.the_same: Sentence("the same"),
    Closeness.further: Sentence("further apart"),
}
SURPRISE = Sentence("How much did it surprise you?")
SURPRISE_ENDS = (Sentence("0 not at all"), Sentence("10 a great deal"))
AGAIN = Sentence("Would you expect the same from them again?")
AGAINS: Mapping[Again, Sentence] = {
    Again.yes: Sentence("Yes"),
    Again.no: Sentence("No"),
    Again.not_sure: Sentence("Not sure"),
}
FLUKE = Sentence("If not: what made it a fluke?")
KEPT_LINE = Sentence("A line worth keeping")
KEPT_LINE_HINT = Sentence("It comes back before your next test, and after 3 and 30 days.")
SAID_SINCE = Sentence("What else you said")
ROW_WORST = Sentence("The hardest moment")
ROW_HARD_BOTH = Sentence("How hard: that day, and at the hardest moment")
ROW_COPE_BOTH = Sentence("How well you’d cope, and how you did")
ROW_COPED = Sentence("How well you coped")
ROW_CLOSENESS = Sentence("Since then")
ROW_SURPRISE = Sentence("Surprise")
ROW_LINE_AFTER = Sentence("How true the line is since")
ROW_AGAIN = Sentence("The same again?")
ROW_FLUKE = Sentence("What made it a fluke")

# A line that comes back

STILL_SO_ASKED = Sentence("Does it still fit?")
STILL_SO: Mapping[StillSo, Sentence] = {
    StillSo.yes: Sentence("It fits"),
    StillSo.not_so_sure: Sentence("Not so much"),
    StillSo.put_away: Sentence("Put it away"),
}
NO_LINE = Sentence("There is no line here any more.")
NO_LINE_TESTED = Sentence("No line was put to the test here.")
WITH_REST = Sentence("With people who rest")

ROW_WELL = Sentence("They take it well")
ROW_FEARED = Sentence("What you’d hate most")
ROW_LIKELY = Sentence("How likely that is")
ROW_CAME = Sentence("Did it happen?")
ROW_TROUBLE = Sentence("Trouble for them")
ROW_NEXT = Sentence("Next time, same person, same size")
ROW_OBSERVABLE = Sentence("What they will say or do")
ROW_BY_WHEN = Sentence("It will have happened")
ROW_HOW_BAD = Sentence("How bad that would be")
ROW_COPE = Sentence("How well I’d cope")
ROW_PARTLY = Sentence("Partly right would be")
ROW_LINE_NOW = Sentence("How true the line was before")
ROW_HARD = Sentence("How hard that day")
YOUR_GUESS = Sentence("Your guess")
GUESS_IN_FULL = Sentence("Your whole guess")
YOUR_GUESS_SCALE = Sentence("Your guess, 0–10")
WHAT_CAME = Sentence("What happened")
BEFORE = Sentence("Before")
AFTERWARDS = Sentence("Afterwards")
NO_GUESS = Sentence("It was not planned, so there was no guess.")
NOT_SAID = Sentence("Not said")
NOT_HAPPENED_YET = Sentence("Not yet")
THEIRS_TO_SAY = Sentence("they have not said")

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
DAY_IS_OVER = Sentence("That day is over. Choose today or a later one.")
NOT_A_DAY = Sentence("We need a day here, or nothing.")
LINE_NEEDED = Sentence("Choose the line that your number is about.")


def in_ten(tens: int) -> Sentence:
    """Say *tens* (0–10) as a chance."""
    return Sentence("%(guess)s in 10", guess=tens)


def by_day(day: str) -> Sentence:
    """Say the *day* by which something will have happened."""
    return Sentence("by %(day)s", day=day)


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


def line_tested(belief: Belief) -> Sentence:
    """Say the line that was put to the test, as a line in somebody's head."""
    return Sentence("“%(line)s”", line=BELIEFS[belief])


def line_again(belief: Belief) -> Sentence:
    """Ask how true the line feels after it."""
    return Sentence("“%(line)s”: how true does it feel now?", line=BELIEFS[belief])


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


def of_both(guessed: Sentence, glad: Sentence) -> Sentence:
    """Say an answer to each of the two questions."""
    return Sentence("%(trouble)s · %(glad)s", trouble=guessed, glad=glad)


def a_number(number: int) -> Sentence:
    """Say a bare number."""
    return Sentence("%(number)s", number=number)


def times(count: int) -> Sentence:
    """Say how often something was opened."""
    if count == 0:
        return Sentence("not yet")
    return Sentence("once") if count == 1 else Sentence("%(count)s times", count=count)


def trouble_pairs(less: int, same: int, more: int) -> Sentence:
    """Say in how many of all pairs they said less trouble than was guessed, and in how many more."""
    return Sentence(
        "Less than you guessed in %(less)s of %(of)s, more in %(more)s.",
        less=less,
        more=more,
        of=less + same + more,
    )


def glad_pairs(guessed: int, said: int, of: int) -> Sentence:
    """Say how many were glad to be asked, and for how many of them that was guessed."""
    return Sentence(
        "They said yes in %(said)s of %(of)s. You guessed yes in %(guessed)s of %(of)s.",
        said=said,
        guessed=guessed,
        of=of,
    )


def count_of(count: int, answered: int) -> Sentence:
    """Say *count* of all answers."""
    return Sentence("%(count)s of %(of)s", count=count, of=answered)
