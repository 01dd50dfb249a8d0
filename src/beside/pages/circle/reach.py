"""How to reach somebody: what was typed, and where it leads, if a link may be there at all."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

_BETWEEN = re.compile(r"[\s().\-/\u2010-\u2015]")
_LINE = re.compile(r"\+?[0-9]{3,}")


def tel_of(phone: str) -> str:
    """Return the ``tel:`` address of *phone*, or none where it is not a plain number.

    "+49 (0) 30 1" is dialled without its (0); a number with words in it is for the eyes alone.
    """
    typed = re.sub(r"\(\s*0\s*\)", "", phone) if phone.startswith("+") else phone
    digits = "".join(_in_ascii(sign) for sign in _BETWEEN.sub("", typed))
    return f"tel:{digits}" if _LINE.fullmatch(digits) else ""


def mailto_of(mail: str) -> str:
    """Return the ``mailto:`` address of *mail*, quoted so that it means nothing else."""
    return f"mailto:{quote(mail, safe='@')}" if mail else ""


def _in_ascii(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
