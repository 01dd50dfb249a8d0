"""What *If it's bad now* says: short, action first, no question that needs an answer to go on."""

from __future__ import annotations

from collections.abc import Sequence

from beside.kernel.sentences import Sentence
from beside.safety.lines import Cost, Line, Numbers, Reaches, What

TITLE = Sentence("If it’s bad now")

DANGER_CALL = Sentence("In danger? Call %(number)s.")
DANGER_EACH = Sentence(
    "In danger? Call %(police)s for the police. Call %(ambulance)s to get an ambulance."
)
DANGER_ANYWHERE = Sentence("In danger? Call the emergency number where you are.")
MANY_COUNTRIES = Sentence("%(number)s works in many countries, and in all of the EU.")
REACHES = {
    Reaches.ANYONE: Sentence("Call"),
    Reaches.POLICE: Sentence("Police"),
    Reaches.AMBULANCE: Sentence("Ambulance"),
}

TALK = Sentence("Talk to a person")
WHICH_COUNTRY = Sentence("Which country are you in?")
CHOOSE_FIRST = Sentence("Choose a country here. The number above works without it.")
NO_LINE_YET = Sentence("We have read no line for this country yet.")
FIND_MORE = Sentence("More lines, in more countries:")
REMEMBERS = Sentence("In this browser alone.")

HURT = Sentence("If someone hurts or controls you")
NO_HURT_LINE = Sentence("The emergency number helps with this too.")
CHOOSE_FOR_HURT = Sentence("Choose a country above.")
LEAVES_A_TRACE = Sentence("A call or text may stay in the list on this phone.")

STEADY = Sentence("Something to steady me")
MORE_WAYS = Sentence("More ways")

READY = Sentence("A text, ready to send")
READY_HOW = Sentence("For someone you feel safe with.")
READY_TEXT = Sentence(
    "Hi. I’m having a bad night. Could you call me, or sit with me for a bit? You don’t need to fix anything."
)

WHAT = {
    What.SUICIDE: Sentence("For thoughts of suicide."),
    What.CRISIS: Sentence("For any crisis."),
    What.LISTENING: Sentence("Someone to listen."),
    What.MIND: Sentence("For stress, fear and low mood."),
    What.ABUSE: Sentence("For people hurt or controlled by someone close."),
}

FREE = Sentence("Free.")
PAID = Sentence("The call may cost money.")
OFF_THE_BILL = Sentence("Not on the phone bill.")
ALWAYS_OPEN = Sentence("Open day and night.")
NOT_CONFIRMED = Sentence("Not confirmed with them.")

LANGUAGES_NAMED = 3
"""How many languages are named before the rest is counted."""


def danger(numbers: Numbers) -> Sentence:
    """Say which number to call, or which one reaches whom."""
    first = numbers.emergency[0]
    if numbers.country is None:
        return DANGER_ANYWHERE
    if first.reaches is Reaches.ANYONE:
        return Sentence(DANGER_CALL.id, number=first.dial)
    by = {number.reaches: number.dial for number in numbers.emergency}
    return Sentence(DANGER_EACH.id, police=by[Reaches.POLICE], ambulance=by[Reaches.AMBULANCE])


def many_countries(number: str) -> Sentence:
    """Say how far *number* reaches, where the country is not known."""
    return Sentence(MANY_COUNTRIES.id, number=number)


def text_to(line: Line) -> Sentence:
    """Say what to text, and to which number; the line takes texts."""
    if line.sms is None:
        raise TakesNoTexts(line.name)
    if line.sms.word:
        return Sentence("Text %(word)s to %(number)s", word=line.sms.word, number=line.sms.number)
    return Sentence("Text %(number)s", number=line.sms.number)


def facts(line: Line, *, spoken: Sequence[str]) -> list[Sentence]:
    """Say what was read of *line*; *spoken* are its languages' names in the reader's language."""
    said = [WHAT[line.what]]
    if line.hours:
        said.append(_opening(line))
    if line.cost is not Cost.NOT_READ:
        said.append(FREE if line.cost is Cost.FREE else PAID)
    if line.off_the_bill:
        said.append(OFF_THE_BILL)
    if spoken:
        said.append(_languages(spoken))
    return said


def reading(line: Line, *, day: str, old: bool) -> list[Sentence]:
    """Say when *line* was read or confirmed (*day*, as the reader writes it), and if that is old."""
    confirmed = line.confirmed_on is not None
    if confirmed:
        said = Sentence("Confirmed on %(day)s.", day=day)
    elif line.year_only:
        said = Sentence("Read in %(day)s.", day=day)
    else:
        said = Sentence("Read on %(day)s.", day=day)
    changed = [Sentence("It may have changed.")] if old else []
    return [said, *changed, *([] if confirmed else [NOT_CONFIRMED])]


def _opening(line: Line) -> Sentence:
    if line.hours == "always":
        return ALWAYS_OPEN
    if line.days == "mon-sat":
        return Sentence("Open %(hours)s, not on Sundays.", hours=line.hours)
    return Sentence("Open %(hours)s.", hours=line.hours)


def _languages(spoken: Sequence[str]) -> Sentence:
    named, rest = ", ".join(spoken[:LANGUAGES_NAMED]), len(spoken) - LANGUAGES_NAMED
    if rest > 0:
        return Sentence("%(names)s and %(count)s more.", names=named, count=rest)
    return Sentence("In %(names)s.", names=named)


class TakesNoTexts(Exception):
    """The line can be called, but not texted."""
