"""A language that nobody speaks shows which words on a page were never handed to a translator.

Every sentence comes back accented, longer and in brackets: `⟦Ťóđáý~⟧`. Django calls it "en-xa".
"""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tools.sentences import gathered

LANGUAGE = "en-xa"
ACCENTS = str.maketrans(
    "abcdeghijklnorstuwyzABCDEGHIJKLNORSTUWYZ", "áƀčđéǧĥíĵķĺńóŕšťúŵýžÁƁČĐÉǦĤÍĴĶĹŃÓŔŠŤÚŴÝŽ"
)
KEEP = re.compile(r"(%\(\w+\)[#0\- +]?\d*(?:\.\d+)?[a-zA-Z]|%%|%[a-z]|<[^>]*>|&\w+;)")


def said(sentence: str) -> str:
    """Return *sentence* accented and a third longer; places for values and tags stay."""
    parts = KEEP.split(sentence)
    parts[::2] = [part.translate(ACCENTS) for part in parts[::2]]
    return f"⟦{''.join(parts)}{'~' * (len(sentence) // 3)}⟧"


def catalogue(source: Catalog | None = None) -> Catalog:
    """Return every sentence in the pseudo-language."""
    pseudo = Catalog(locale="en", charset="utf-8")
    for message in source or gathered():
        if not message.id:
            continue
        forms = message.id if isinstance(message.id, tuple | list) else [message.id]
        answers = tuple(said(form) for form in forms)
        plural = len(answers) > 1
        pseudo.add(message.id, answers if plural else answers[0], context=message.context)
    return pseudo


def write(folder: Path) -> Path:
    """Write the pseudo-language under *folder* (one of LOCALE_PATHS); return its file."""
    file = folder / "en_XA" / "LC_MESSAGES" / "django.mo"
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        write_mo(out, catalogue())
    return file
