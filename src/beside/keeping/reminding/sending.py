"""What is due goes out at most once: a row is moved on first, and the mail is sent then.

Two that send at the same time send one mail, because one of them alone can move the row. What
comes too late is dropped. After two mails without a visit nothing more is sent, without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import F

from beside.keeping.accounts.models import Account
from beside.keeping.disk.clashes import until_it_holds
from beside.keeping.disk.writing import writing
from beside.keeping.reminding.choice import is_quiet, minute_of
from beside.keeping.reminding.mailing import Mailing, opened, rounded, stop_token
from beside.keeping.reminding.models import MailRow
from beside.keeping.reminding.post import Letter, NotSent, PostOffice, Way, note
from beside.kernel.days import zone_named

LATEST = timedelta(hours=2)
"""So late a mail may be; later it is dropped."""
IGNORED = 2
"""After so many mails without a visit it goes quiet."""
AT_ONCE = 500
"""Accounts that one look takes; the next look finds the others."""

Clock = Callable[[], datetime]


@dataclass
class Sent:
    """What one run did: how many went out, and what kinds of failure there were."""

    count: int = 0
    failures: list[str] = field(default_factory=list)


@dataclass(frozen=True, repr=False)
class Claimed:
    """One mail that this run alone may send."""

    account_id: UUID
    mailing: Mailing


def send_due(post: PostOffice, clock: Clock) -> Sent:
    """Send what is due. Where the server cannot be reached, no row is touched."""
    done, due = Sent(), due_accounts(clock())
    if not due:
        return done
    try:
        with post.open() as way:
            for claimed in _claimed(due, clock):
                _send(way, claimed, clock(), done)
    except NotSent as failure:
        done.failures.append(str(failure))
    return done


def due_accounts(at: datetime) -> list[UUID]:
    """Return whose mails may be due: the one question that is not for one account.

    It sees an id and a quarter of an hour; everything after it is asked for by account.
    """
    found = MailRow.objects.filter(due__lte=int(at.timestamp())).order_by("due")
    return list(found.values_list("account_id", flat=True)[:AT_ONCE])


def claim(account_id: UUID, at: datetime) -> Claimed | None:
    """Move the row on, and return what may be sent: ``None`` where that is nothing."""
    with writing():
        row = MailRow.objects.filter(account_id=account_id).first()
        if row is None or row.due is None:
            return None
        mailing = opened(account_id, bytes(row.sealed))
        if mailing is None:
            return None
        exact = mailing.next_after(datetime.fromtimestamp(row.due - 1, UTC))
        if exact > at:
            return None
        is_over = row.unopened >= IGNORED
        goes = not is_over and _may_go(account_id, mailing, exact, at)
        moved = MailRow.objects.filter(account_id=account_id, revision=row.revision).update(
            due=None if is_over else rounded(mailing.next_after(at)),
            unopened=row.unopened + goes,
            revision=row.revision + 1,
        )
    return Claimed(account_id, mailing) if moved and goes else None


def give_back(account_id: UUID) -> None:
    """Count a mail that did not go out as none that was ignored."""
    with writing():
        row = MailRow.objects.filter(account_id=account_id, unopened__gt=0)
        row.update(unopened=F("unopened") - 1)


def _claimed(due: list[UUID], clock: Clock) -> Iterator[Claimed]:
    for account_id in due:
        claimed = until_it_holds(lambda one=account_id: claim(one, clock()))  # type: ignore[misc]  # bound at once
        if claimed is not None:
            yield claimed


def _send(way: Way, claimed: Claimed, at: datetime, done: Sent) -> None:
    mailing = claimed.mailing
    host = settings.ALLOWED_HOSTS[0]
    stop = f"https://{host}/stop/{stop_token(claimed.account_id, mailing)}/"
    letter = Letter(
        to=mailing.address,
        subject=mailing.subject,
        sender=mailing.sender,
        body=note(stop),
        at=at,
        stop=stop,
    )
    try:
        way.send(letter)
    except NotSent as failure:
        done.failures.append(str(failure))
        until_it_holds(lambda: give_back(claimed.account_id))
    else:
        done.count += 1


def _may_go(account_id: UUID, mailing: Mailing, exact: datetime, at: datetime) -> bool:
    """Tell whether a mail that was due at *exact* may go out at *at*."""
    here = minute_of(at.astimezone(zone_named(mailing.zone)).time())
    if is_quiet(here, quiet_from=mailing.quiet_from, quiet_to=mailing.quiet_to):
        return False
    if at - exact > LATEST:
        return False
    return Account.objects.filter(id=account_id, disabled=False).exists()
