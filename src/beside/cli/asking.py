"""Words are asked for without showing them; piped in, they are the lines of the input."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from beside.cli import schema
from beside.cli.hardening import harden
from beside.cli.refusals import Refused
from beside.config import env
from beside.keeping.disk import folder
from beside.kernel.sentences import Sentence

if TYPE_CHECKING:
    from beside.keeping.vault.notebook import OpenNotebook


def ask_secret(question: Sentence) -> str:
    """Return what was typed, without its line end."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{question} ")
    return sys.stdin.readline().rstrip("\r\n")


@contextmanager
def ready() -> Iterator[None]:
    """Look at the folder and the file, and load what reads them."""
    harden()
    folder.prepare(env.home())
    schema.refuse_a_later_one(env.database())
    os.environ["DJANGO_SETTINGS_MODULE"] = "beside.config.settings"
    import django

    django.setup()
    schema.bring_up_to_date(env.database())
    from django.db import connection

    try:
        yield
    finally:
        connection.close()


@contextmanager
def opened_with(words: str) -> Iterator[OpenNotebook]:
    """Lend the notebook that *words* open; raise `Refused` where there is none."""
    from beside.keeping.accounts.opening import NothingOpens, open_with_words
    from beside.keeping.crypto.words import TooLong
    from beside.keeping.vault.notebook import OpenNotebook

    try:
        account_id, data_key = open_with_words(words)
    except (NothingOpens, TooLong):
        raise Refused(Sentence("No notebook here opens with these words.")) from None
    notebook = OpenNotebook(account_id, data_key)
    try:
        yield notebook
    finally:
        notebook.close()
