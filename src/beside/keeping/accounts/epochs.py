"""Each hour has a key of its own, which lies in no backup and is gone after twelve hours more.

A cookie that turns up later opens nothing, not even with a copy of the whole database at hand: the
key that its session was wrapped with needs both, and the hour's half was never copied.
"""

from __future__ import annotations

from beside.keeping.accounts.models import EpochKey
from beside.keeping.crypto.primitives import KEY, random_bytes

HOUR = 60 * 60
KEPT_FOR = 12
"""Hours after its own; a session that began in it has ended by then (`session.ABSOLUTE`)."""


def hour_of(now: float) -> int:
    """Return the hour that *now* (seconds since 1970 by the database's clock) lies in."""
    return int(now // HOUR)


def key_of(hour: int) -> bytes:
    """Return the key of *hour*, made by whoever asks first; the old ones go."""
    found = EpochKey.objects.filter(hour=hour).values_list("key", flat=True)
    if (key := found.first()) is None:
        # Where two make one at once, the first stays.
        EpochKey.objects.bulk_create(
            [EpochKey(hour=hour, key=random_bytes(KEY))], ignore_conflicts=True
        )
        drop_old(hour)
        key = found.get()
    return bytes(key)


def drop_old(hour: int) -> None:
    """Forget the keys that no session can need any more in *hour*."""
    EpochKey.objects.filter(hour__lt=hour - KEPT_FOR).delete()
