"""Every sentence on screen is gathered into one template, from which it can be said elsewhere.

`python -m tools.sentences` fails where the template is stale; with `--write` it renews it. Only the
sentences are compared: a moved line changes nothing for a translator.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path("src/beside")
TEMPLATE = SOURCE / "locale" / "beside.pot"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "Sentence": None,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# Header lines that say nothing, or change with every run.
EMPTY = re.compile(rb'^(#, fuzzy$|"(Project|Report|POT|PO|Last|Language)-[\w-]+: )', re.MULTILINE)
CALL = re.compile(
    r"""\b(n?p?gettext|_)\(((?:u?'(?:\\.|[^'\\])*'|u?"(?:\\.|[^"\\])*"|[,\s]|count)+)\)"""
)


def from_template(
    file: IO[bytes], _keywords: Collection[str], _tags: Collection[str], options: dict[str, Any]
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Yield what Django's template tags translate, as Babel's extractors do."""
    del options  # Babel hands them over by name; there are none
    text = templatize(file.read().decode())
    for call in CALL.finditer(text):
        line = text.count("\n", 0, call.start()) + 1
        texts = ast.literal_eval(f"({call[2].replace(',count', '').replace(', count', '')},)")
        yield line, call[1], texts if len(texts) > 1 else texts[0], []


def gathered(source: Path = SOURCE) -> Catalog:
    """Return every sentence under *source*, with the files that hold it."""
    found = Catalog(project="Beside", charset="utf-8", header_comment="# The sentences of Beside.")
    # A function is as good as a name to Babel; its types know names alone.
    methods: Any = [("**/templates/**.html", from_template), ("**.py", "python")]
    for file, _, message, comments, context in extract_from_dir(
        source, method_map=methods, keywords=KEYWORDS, comment_tags=("Translators:",)
    ):
        found.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return found


def ids(catalog: Catalog) -> set[tuple[Any, str | None]]:
    """Return what identifies each sentence: its words and its context."""
    return {(message.id, message.context) for message in catalog if message.id}


def kept(template: Path = TEMPLATE) -> Catalog:
    """Return the template as it is on the disk; an empty one where there is none."""
    if not template.exists():
        return Catalog()
    with template.open("rb") as file:
        return read_po(file)


def write(catalog: Catalog, template: Path = TEMPLATE) -> None:
    """Write *catalog* as the template, in an order that does not move by itself."""
    template.parent.mkdir(parents=True, exist_ok=True)
    out = BytesIO()
    write_po(out, catalog, width=100, omit_header=False, sort_by_file=True, include_lineno=False)
    lines = out.getvalue().splitlines(keepends=True)
    template.write_bytes(b"".join(line for line in lines if not EMPTY.search(line)))


def main(arguments: list[str]) -> int:
    """Compare, or with `--write` renew; return 1 where the template is stale."""
    found = gathered()
    if "--write" in arguments:
        write(found)
        return 0
    missing, gone = ids(found) - ids(kept()), ids(kept()) - ids(found)
    for sign, sentences in (("+", missing), ("-", gone)):
        for sentence, _ in sorted(sentences, key=str):
            print(sign, sentence)
    if missing or gone:
        print("The template is stale: .venv/bin/python -m tools.sentences --write")
    return 1 if missing or gone else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
