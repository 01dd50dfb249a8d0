"""A record is one thing that a person wrote: frozen, versioned, and silent when printed.

`class Moment(Record, kind="moment", dated="when")` is all that a kind needs to be kept, exported,
imported and deleted: the registry knows it from then on. Old contents are lifted by `upgrade`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar, Self, dataclass_transform
from uuid import UUID

import msgspec

from beside.kernel.days import When, month_of

UNDATED = "0000-00"
"""The month of whatever has no day of its own."""


class KindTaken(Exception):
    """Two classes claim one kind."""


class UnknownKind(Exception):
    """Nothing here knows this kind of record."""


class FromALaterRelease(Exception):
    """The contents were written by a later release; they are kept, not guessed at."""


class NotReadable(Exception):
    """The contents are not what this kind of record holds. Says nothing of what they are."""


_kinds: dict[str, type[Record]] = {}
_steps: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}


class RecordMeta(msgspec.StructMeta):
    """Makes every kind frozen and keyword-only, and writes it into the registry.

    Frozen records cannot form a circle, so the collector of circles need not look at each of them.
    """

    def __new__(  # noqa: PYI034 - in a metaclass Self is not allowed
        mcs,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        kind: str = "",
        version: int = 1,
        dated: str = "",
        stamps: tuple[str, ...] = (),
        frozen: bool = True,
        kw_only: bool = True,
        gc: bool = False,
        **struct: Any,
    ) -> RecordMeta:
        cls: Any = super().__new__(
            mcs,
            name,
            bases,
            namespace,
            frozen=frozen,
            kw_only=kw_only,
            gc=gc,
            omit_defaults=True,
            **struct,
        )
        cls.kind, cls.version, cls.dated_by = kind, version, dated
        cls.stamps = frozenset((*stamps, "revision"))
        if kind and _kinds.setdefault(kind, cls) is not cls:
            raise KindTaken(kind)
        return cls  # type: ignore[no-any-return]


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record(msgspec.Struct, metaclass=RecordMeta, frozen=True, kw_only=True):
    """What every kind has: an id, and how often it was changed (set by the store alone).

    *dated* names the field (a `When`, a `date` or ``None``) that says on which day it belongs;
    *stamps* names the fields that the clock filled in: two records that differ in nothing else say
    the same, which is what makes a repeated save harmless.
    """

    kind: ClassVar[str]
    version: ClassVar[int]
    dated_by: ClassVar[str]
    stamps: ClassVar[frozenset[str]]

    id: UUID
    revision: int = 0

    def __repr__(self) -> str:
        return f"<{type(self).kind or type(self).__name__} {self.id}>"

    def __rich_repr__(self) -> Any:
        yield "id", self.id

    @property
    def day(self) -> date | None:
        """The day that this record belongs to, or ``None`` where it has none (yet)."""
        field = type(self).dated_by
        when = getattr(self, field) if field else None
        return when.on if isinstance(when, When) else when

    @property
    def month(self) -> str:
        """``YYYY-MM``, or `UNDATED`."""
        day = self.day
        return UNDATED if day is None else month_of(day)

    def says_the_same_as(self, other: Record) -> bool:
        """Tell whether both hold the same words and answers, whatever the clock said."""
        if type(self) is not type(other):
            return False
        names = (name for name in self.__struct_fields__ if name not in type(self).stamps)
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def but(self, **changes: Any) -> Self:
        """Return a copy with *changes*."""
        return msgspec.structs.replace(self, **changes)


class Foreign(Record):
    """A record of a kind or version that this release does not know: carried whole, never read."""

    foreign_kind: str
    foreign_version: int
    contents: msgspec.Raw

    def says_the_same_as(self, other: Record) -> bool:
        return isinstance(other, Foreign) and bytes(self.contents) == bytes(other.contents)


def kinds() -> dict[str, type[Record]]:
    """Return every kind that is known, by name."""
    return dict(_kinds)


def learn(*types: type[msgspec.Struct]) -> None:
    """Let msgspec look at *types* now, while the program starts and there is one thread.

    Its first look at a type is not safe for two threads at once (0.22): the program dies of it.
    """
    for one in types:
        msgspec.msgpack.Decoder(one)


def kind_named(kind: str) -> type[Record]:
    """Return the class of *kind*; raise `UnknownKind`."""
    try:
        return _kinds[kind]
    except KeyError:
        raise UnknownKind(kind) from None


def upgrade(
    kind: str, to: int
) -> Callable[
    [Callable[[dict[str, Any]], dict[str, Any]]], Callable[[dict[str, Any]], dict[str, Any]]
]:
    """Register the step that lifts contents of *kind* from version *to* - 1 to version *to*."""

    def register(
        step: Callable[[dict[str, Any]], dict[str, Any]],
    ) -> Callable[[dict[str, Any]], dict[str, Any]]:
        if (kind, to) in _steps:
            raise KindTaken(f"{kind} {to}")
        _steps[kind, to] = step
        return step

    return register


def lifted(kind: str, version: int, contents: dict[str, Any]) -> dict[str, Any]:
    """Return *contents* of *version* as the version in use has them.

    Raises `UnknownKind`, `FromALaterRelease`, or `NotReadable` where a step is missing.
    """
    current = kind_named(kind).version
    if version > current:
        raise FromALaterRelease(kind)
    for step in range(version + 1, current + 1):
        if (kind, step) not in _steps:
            raise NotReadable(kind)
        contents = _steps[kind, step](contents)
    return contents
