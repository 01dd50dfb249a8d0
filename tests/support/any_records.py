"""Any record of any kind, made from what its type says, so that a new kind is covered at once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

import beside.config.kinds  # noqa: F401 - fills the registry
from beside.journey.practice.model import Ask, AskState
from beside.kernel.days import When, lived
from beside.kernel.records import Foreign, Record, kinds

KEPT_BY_ITSELF = {"span"}
"""Kinds that the keeper keeps for itself: they neither leave nor come in."""

_days = st.dates(date(1900, 1, 2), date(2199, 12, 30))
_instants = st.datetimes(datetime(1900, 1, 3), datetime(2199, 12, 29), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
_zones = st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns"])
_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def known() -> list[type[Record]]:
    """Return every kind that may leave."""
    return [kind for name, kind in sorted(kinds().items()) if name not in KEPT_BY_ITSELF]


def of_type(found: inspect.Type) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one for each
    """Return values of a type, as msgspec sees it."""
    match found:
        case inspect.StructType(cls=cls) if cls is When:
            return st.builds(lived, _instants, _zones)
        case inspect.StructType(cls=cls, fields=fields):
            return st.builds(cls, **{part.name: of_type(part.type) for part in fields})
        case inspect.UnionType(types=types):
            return st.one_of([of_type(one) for one in types])
        case inspect.EnumType(cls=cls):
            return st.sampled_from(list(cls))
        case inspect.IntType(ge=low, le=high):
            return st.integers(
                -(2**63) if low is None else low, 2**63 - 1 if high is None else high
            )
        case inspect.ListType(item_type=item):
            return st.lists(of_type(item), max_size=3)
        case inspect.VarTupleType(item_type=item):
            return st.lists(of_type(item), max_size=3).map(tuple)
    return _plain(found)


def _plain(found: inspect.Type) -> st.SearchStrategy[Any]:
    simple: dict[type[inspect.Type], st.SearchStrategy[Any]] = {
        inspect.NoneType: st.none(),
        inspect.BoolType: st.booleans(),
        inspect.StrType: _texts,
        inspect.FloatType: st.floats(allow_nan=False, allow_infinity=False),
        inspect.DateType: _days,
        inspect.DateTimeType: _instants,
        inspect.UUIDType: st.uuids(version=4),
    }
    return simple[type(found)]


def any_of(kind: type[Record]) -> st.SearchStrategy[Record]:
    """Return records of *kind*, as new ones are: never changed."""
    found = inspect.type_info(kind)
    if kind is not Ask or not isinstance(found, inspect.StructType):
        return of_type(found).map(lambda record: record.but(revision=0))
    parts = {part.name: of_type(part.type) for part in found.fields}
    return st.one_of([st.builds(Ask, **(parts | held)) for held in _held_by_state(parts)]).map(
        lambda record: record.but(revision=0)
    )


def _held_by_state(parts: dict[str, st.SearchStrategy[Any]]) -> list[dict[str, Any]]:
    """Return, for each state, what a small test holds in it, and what it does not hold."""

    def some(name: str) -> st.SearchStrategy[Any]:
        return parts[name].filter(lambda value: value is not None)

    nothing, closed = st.none(), {"closed": some("closed"), "closed_on": some("closed_on")}
    is_open = {"closed": nothing, "closed_on": nothing}
    guess = {"prediction": some("prediction"), "locked": some("locked")}
    # On paper alone may a guess have gaps.
    parts["on_paper"] = st.just(True)
    unplanned = {"prediction": nothing, "on_paper": st.just(False)}
    return [
        {"state": st.just(AskState.drafted), "outcome": nothing, **is_open},
        {"state": st.just(AskState.locked), "outcome": nothing, **guess, **is_open},
        {"state": st.just(AskState.done), "outcome": some("outcome"), **closed},
        {"state": st.just(AskState.done), "outcome": some("outcome"), **unplanned, **closed},
        {"state": st.just(AskState.let_go), "outcome": nothing, **closed},
    ]


def any_foreign() -> st.SearchStrategy[Foreign]:
    """Return records of kinds that nobody here knows, and of versions to come."""
    leaf = st.one_of(st.none(), st.booleans(), _texts, st.binary(max_size=20), _instants)
    tree = st.recursive(leaf, lambda part: st.lists(part) | st.dictionaries(_texts, part))
    return st.builds(
        Foreign,
        id=st.uuids(version=4),
        foreign_kind=st.sampled_from(["letter", "moment"]),
        foreign_version=st.integers(7, 9),
        contents=tree.map(lambda value: msgspec.Raw(msgspec.msgpack.encode(value))),
    )


def any_records() -> st.SearchStrategy[list[Record]]:
    """Return a small notebook of anything."""
    one = st.one_of([*(any_of(kind) for kind in known()), any_foreign()])
    return st.lists(one, max_size=8, unique_by=lambda record: record.id)
