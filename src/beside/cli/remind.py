"""`beside remind` sends what is due, once; a timer calls it every few minutes.

It may be called as often as one likes, and twice at the same time: each mail goes out at most once.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from beside.cli.hosted import ready
from beside.cli.refusals import REFUSED, Refused, say
from beside.kernel.sentences import Sentence


def remind() -> int:
    """Send what is due; 1 where a mail could not be sent. Says kinds of failures, and nobody."""
    with ready():
        from django.conf import settings

        from beside.keeping.reminding.sending import send_due

        if settings.MAIL is None or not settings.SERVER_SECRET:
            raise Refused(
                Sentence("Name a mail server first: BESIDE_SMTP_HOST, and BESIDE_MAIL_FROM.")
            )
        done = send_due(settings.MAIL, lambda: datetime.now(UTC))
    say(Sentence("Mails sent: %(count)s.", count=done.count))
    for kind in sorted(set(done.failures)):
        count = done.failures.count(kind)
        problem = Sentence("Not sent: %(count)s (%(kind)s).", count=count, kind=kind)
        say(problem, to=sys.stderr)
    return REFUSED if done.failures else 0
