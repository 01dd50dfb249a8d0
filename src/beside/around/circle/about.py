"""What can be said about somebody beside their name; all of it may stay open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from beside.around.circle.model import (
    GOOD_FOR_LIMIT,
    REACH_LIMIT,
    GoodFor,
    Person,
    Relation,
    Ring,
    Tired,
)
from beside.kernel.words import one_line

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[^\s@<>()\[\],;:\"\\.]+(\.[^\s@<>()\[\],;:\"\\.]+)+")


class NotANumber(ValueError):
    """A phone number without a digit."""


class NotAnAddress(ValueError):
    """This is not a plain e-mail address."""


@dataclass(frozen=True, kw_only=True, repr=False)
class About:
    """What is said about somebody; as silent when printed as the record is."""

    ring: Ring | None = None
    relation: Relation | None = None
    good_for: tuple[GoodFor, ...] = ()
    good_for_words: str = ""
    phone: str = ""
    mail: str = ""
    in_my_care: bool = False
    tired: Tired | None = None

    def fields(self) -> dict[str, Any]:
        """Return it as a `Person` keeps it. Raises `TooLong`, `NotANumber`, `NotAnAddress`."""
        return {
            "ring": self.ring,
            "relation": self.relation,
            "good_for": tuple(one for one in GoodFor if one in self.good_for),
            "good_for_words": own_words(self.good_for_words),
            "phone": a_phone(self.phone),
            "mail": a_mail(self.mail),
            "in_my_care": self.in_my_care,
            "tired": self.tired,
        }


NOTHING = About()
"""Nothing was said."""


def about_of(person: Person) -> About:
    """Return what was said about *person*."""
    return About(
        ring=person.ring,
        relation=person.relation,
        good_for=person.good_for,
        good_for_words=person.good_for_words,
        phone=person.phone,
        mail=person.mail,
        in_my_care=person.in_my_care,
        tired=person.tired,
    )


def own_words(text: str) -> str:
    """Return *text* on one line; it may be empty. Raises `TooLong` above `GOOD_FOR_LIMIT`."""
    return one_line(text, limit=GOOD_FOR_LIMIT)


def a_phone(text: str) -> str:
    """Return *text* as a phone number, as it was typed, on one line; it may be empty.

    Raises `NotANumber` where there is no digit in it, `TooLong` above `REACH_LIMIT` characters.
    """
    phone = one_line(text, limit=REACH_LIMIT)
    if phone and not any(sign.isdecimal() for sign in phone):
        raise NotANumber
    return phone


def a_mail(text: str) -> str:
    """Return *text* as a plain e-mail address; it may be empty.

    Raises `NotAnAddress` where it is none, `TooLong` above `REACH_LIMIT` characters.
    """
    mail = one_line(text, limit=REACH_LIMIT)
    if mail and not _ADDRESS.fullmatch(mail):
        raise NotAnAddress
    return mail
