"""What the next page says once. The list is fixed, so a notice never holds a person's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from beside.keeping.accounts.sessions import Session
from beside.kernel.sentences import Sentence
from beside.pages.front.requests import PersonRequest

NOTICES: Mapping[str, Sentence] = {
    "kept": Sentence("Kept."),
    "moment_kept": Sentence("Kept. There is nothing else to do."),
    "taken_back": Sentence("Taken back. Nothing was kept."),
    "removed": Sentence("Removed."),
    "answers_kept": Sentence("Kept. There is nothing else to do."),
    "brought_back": Sentence("It is back where it was."),
    "person_kept": Sentence("Kept."),
    "left_out": Sentence("Left out. We will not bring them up."),
    "let_back_in": Sentence("They are back in."),
    "words_kept": Sentence("Your words are kept."),
    "words_for_next_time": Sentence("Kept for next time."),
    "words_forgotten": Sentence("Removed."),
    "words_back": Sentence("They are back."),
    "resting": Sentence("“Not sure” is an answer. They rest for now."),
    "flagged": Sentence("Your caution may be right. We will not suggest this person."),
    "unflagging": Sentence("Noted. The caution stays for a day."),
    "flag_stays": Sentence("The caution stays."),
    "put_off": Sentence("Fine. It keeps."),
    "row_kept": Sentence("The row is kept."),
    "row_hurt": Sentence("I’m sorry. No lesson here. The row is kept."),
    "row_back": Sentence("The row is taken back."),
    "went_out": Sentence("Kept. There is nothing else to do."),
    "not_out": Sentence("Then it has not gone out. Nothing is lost."),
    "time_kept": Sentence("The time is kept."),
    "time_taken_back": Sentence("The time is taken back."),
    "line_put_away": Sentence("Put away. It stays with its small test."),
    "link_taken_back": Sentence("The link opens nothing any more."),
    "door_longer": Sentence("The door stays open for 30 more days."),
    "answer_noted": Sentence("What they said is kept."),
    "let_go": Sentence("Put away. You can pick it up again."),
    "picked_up": Sentence("It is back where it was."),
    "words_changed": Sentence(
        "From now on your new words open this notebook. It is locked everywhere else."
    ),
    "words_alone": Sentence(
        "From now on your new words alone open this notebook. It is locked everywhere else."
    ),
    "spare_key_kept": Sentence("The spare key works from now on."),
    "spare_key_removed": Sentence("The spare key opens nothing any more."),
    "sessions_ended": Sentence("Closed everywhere else."),
    "preferences_kept": Sentence("Kept."),
    "zone_kept": Sentence("Kept. From now on a day begins at midnight there."),
    "reminder_kept": Sentence("Your days and your time are kept."),
    "reminder_gone": Sentence("Removed. What is in your calendar stays there."),
    "mail_on": Sentence("From now on a mail comes at that time."),
    "mail_off": Sentence("No more mails come. The address is forgotten."),
    "stays_open": Sentence("Your notebook stays open."),
    "letters_in": Sentence("What waited in the letterbox is in your notebook."),
    "letters_unread": Sentence(
        "What waited in the letterbox is in. A part of it could not be read, and is gone."
    ),
    "device_marked": Sentence("From now on a moment can be dropped in here."),
    "device_unmarked": Sentence("Nothing can be dropped in from there any more."),
    "passkey_kept": Sentence("From now on the passkey opens this notebook. Your words do, too."),
    "passkey_removed": Sentence(
        "That passkey opens nothing any more. The notebook is locked everywhere else."
    ),
    "counted_anew": Sentence("Noted. We go on from what is here now."),
    "notebook_kept": Sentence("This notebook is yours. It opens with your words."),
}


@dataclass(frozen=True)
class Notice:
    """A sentence, the address that takes it back, and the one to say more at (or empty texts)."""

    sentence: Sentence
    undo: str = ""
    details: str = ""


def notice(request: PersonRequest, name: str, *, undo: str = "", details: str = "") -> None:
    """Let the next page say the notice called *name*.

    *undo* is where a form takes it back; *details* is the page where more can be said.
    """
    assert name in NOTICES
    request.opened.session.aside["notice"] = [name, undo, details]


def take(session: Session) -> Notice | None:
    """Return what is to be said, once."""
    found: list[str] | None = session.aside.pop("notice", None)
    if found is None or found[0] not in NOTICES:
        return None
    name, undo, details = found
    return Notice(NOTICES[name], undo, details)
