"""Guesses at the door where many are served: each gets slower, and no guesser locks an owner out.

Counted for each name from one network, for each network, for each name, and for a known browser on
its own; in a table that is in no log and no copy, by hashes that the server's secret blinds. What
is counted is the same for names that nobody has. The rules of waiting are those of `throttle`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F

from beside.keeping.accounts import known_browsers
from beside.keeping.accounts.models import Tries
from beside.keeping.accounts.names import blinded, name_hash
from beside.keeping.accounts.throttle import FREE, LONGEST_WAIT, Wait
from beside.keeping.disk.engine import database_time, seconds_now

DAY = 24 * 60 * 60
"""Seconds without a try after which the count begins anew."""
FREE_FOR_A_NAME, FREE_FOR_A_NETWORK = 20, 30
"""Many may sit behind one address; a name guessed at from many still opens for a while."""
LONGEST_FOR_A_NETWORK = 60


class Count(NamedTuple):
    """One count: what is tried, how often for free, and the longest wait (seconds) after that."""

    what: bytes
    free: int
    longest: int
    is_shared: bool = False
    """Others have it too: it goes on although this one opened."""

    def wait(self, failures: int) -> float:
        """Return the seconds between the last guess and the next."""
        over = failures - self.free
        return 0.0 if over < 0 else float(min(2 ** min(over, 20), self.longest))


_TABLE = Tries._meta.db_table  # noqa: SLF001 - a table's name
_IS_OLD = f"{_TABLE}.last < {{now}} - {DAY}"
_COUNT = (
    f"INSERT INTO {_TABLE} (what, failures, last) VALUES (%s, 1, {{now}}) "  # noqa: S608 - as above
    f"ON CONFLICT (what) DO UPDATE SET last = {{now}}, "
    f"failures = CASE WHEN {_IS_OLD} THEN 1 ELSE {_TABLE}.failures + 1 END "
    f"WHERE {_IS_OLD} OR {_TABLE}.last + CASE "
    f"WHEN {_TABLE}.failures < %s THEN 0 WHEN {_TABLE}.failures - %s >= %s THEN %s "
    f"ELSE (1 << ({_TABLE}.failures - %s)) END <= {{now}} RETURNING failures"
)
_LEFT = f"SELECT failures, last - {{now}} FROM {_TABLE} WHERE what = %s"  # noqa: S608 - as above


@dataclass(frozen=True)
class Guess:
    """One guess, in every count that it belongs to; used as a `Throttle` is."""

    counts: tuple[Count, ...]

    def try_at(self, now: float) -> None:  # noqa: ARG002 - the database's clock counts
        """Count a try before it costs anything; raise `Wait` where it comes too soon."""
        with transaction.atomic():
            # In one order for everybody, so that no two wait in a ring.
            for count in sorted(self.counts):
                _count(count)

    def not_tried(self) -> None:
        """Take the last try back: it was turned away before anything was compared."""
        _take_back(self.counts)

    def opened(self) -> None:
        """Forget the failures: it was the right person after all."""
        own = [count.what for count in self.counts if not count.is_shared]
        Tries.objects.filter(what__in=own).delete()
        _take_back(count for count in self.counts if count.is_shared)


def guess_at(name: str, *, address: str, device: str) -> Guess:
    """Return the guess at a notebook from *address* (of the asker), with the cookie *device*."""
    hashed, network = name_hash(name), network_of(address)
    known = known_browsers.number_of(device, hashed)
    if known is not None:
        return Guess((Count(blinded(b"tries/device", hashed, known), FREE, LONGEST_WAIT),))
    return Guess(
        (
            Count(blinded(b"tries/both", hashed, network), FREE, LONGEST_WAIT),
            Count(blinded(b"tries/name", hashed), FREE_FOR_A_NAME, LONGEST_WAIT),
            Count(
                blinded(b"tries/network", network),
                FREE_FOR_A_NETWORK,
                LONGEST_FOR_A_NETWORK,
                is_shared=True,
            ),
        )
    )


def guess_inside(account_id: UUID) -> Guess:
    """Return the guess of somebody who has the notebook open, and is asked for its words again."""
    return Guess((Count(blinded(b"tries/inside", account_id.bytes), FREE, LONGEST_WAIT),))


def newcomer(address: str) -> Guess:
    """Return a new notebook's making as something to be counted: five at once from one network."""
    network = network_of(address)
    return Guess((Count(blinded(b"tries/new", network), FREE, LONGEST_WAIT, is_shared=True),))


def network_of(address: str) -> bytes:
    """Return what shares a count: one address of version 4, the 64 bits of a net of version 6."""
    try:
        asker = ip_address(address)
    except ValueError:
        return b""
    bits = 32 if asker.version == 4 else 64
    return ip_network((asker, bits), strict=False).network_address.packed


def drop_old() -> None:
    """Forget what nobody tried for a day."""
    Tries.objects.filter(last__lt=database_time() - DAY).delete()


def _count(count: Count) -> None:
    cap = count.longest.bit_length()
    values: list[bytes | int] = [count.what, count.free, count.free, cap]
    values += [count.longest, count.free]
    with connection.cursor() as cursor:
        cursor.execute(_COUNT.format(now=seconds_now()), values)
        if cursor.fetchone() is not None:
            return
        cursor.execute(_LEFT.format(now=seconds_now()), [count.what])
        failures, ago = cursor.fetchone() or (0, 0.0)
    raise Wait(max(1.0, float(ago) + count.wait(failures)))


def _take_back(counts: Iterable[Count]) -> None:
    what = [count.what for count in counts]
    Tries.objects.filter(what__in=what, failures__gt=0).update(failures=F("failures") - 1)
