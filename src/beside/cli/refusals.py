"""An expected refusal is one plain sentence and a code; only a surprise may show a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

from beside.config.env import NotUnderstood
from beside.keeping.disk.folder import FolderTrouble
from beside.kernel.sentences import Sentence

REFUSED = 1


def say(sentence: Sentence | str, *, to: TextIO | None = None) -> None:
    """Write one sentence to the terminal, at once."""
    out = to or sys.stdout
    out.write(f"{sentence}\n")
    out.flush()


class Refused(Exception):
    """A command will not go on; the sentence says why, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass
class Outcome:
    """The code that the program ends with."""

    code: int = 0


@contextmanager
def refusals(out: TextIO) -> Iterator[Outcome]:
    """Say a refusal on *out* and keep its code; end quietly where the person ends it."""
    outcome = Outcome()
    try:
        yield outcome
    except (Refused, FolderTrouble, NotUnderstood) as refusal:
        say(refusal.sentence, to=out)
        outcome.code = REFUSED
    except (KeyboardInterrupt, EOFError):
        pass
