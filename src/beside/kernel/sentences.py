"""What the domain says is an id and its values, so that a page can say it in any language.

The id is the English sentence itself, as gettext has it: `Sentence("You guessed %(guess)s in 10.",
guess=3)`. Babel gathers every first argument of `Sentence`, so it must be a literal.
"""

from __future__ import annotations

from collections.abc import Mapping


class Sentence:
    """One sentence, not yet in any language, and the values that stand in it."""

    __slots__ = ("id", "values")

    def __init__(self, id: str, /, **values: object) -> None:  # noqa: A002 - gettext's own word
        self.id = id
        self.values: Mapping[str, object] = values

    def __repr__(self) -> str:
        # The values may be a person's words.
        return f"Sentence({self.id!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sentence):
            return NotImplemented
        return self.id == other.id and self.values == other.values

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        return self.id % self.values if self.values else self.id
