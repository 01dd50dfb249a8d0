"""`beside migrate` brings a hosted database to the shape of this release, and says what it did.

A step only ever adds what the release before can live with, so that the old program may go on
while it runs. No copy is made here: only the operator knows where one belongs (docs/hosting.md).
"""

from __future__ import annotations

from beside.cli.hardening import harden
from beside.cli.hosted import database, need_postgres, refuse_a_later_one, set_up, why
from beside.cli.refusals import Refused, say
from beside.kernel.sentences import Sentence


def migrate() -> int:
    """Take every step that is missing; twice is once."""
    harden()
    set_up()
    need_postgres()
    from django.core.management import call_command
    from django.db import DatabaseError

    from beside.keeping.vault import steps

    with database():
        try:
            refuse_a_later_one(steps.of_a_later_release())
            missing = len(steps.missing())
            if missing:
                call_command("migrate", verbosity=0, interactive=False)
        except DatabaseError as problem:
            raise Refused(why(problem)) from None
    if missing:
        say(Sentence("The database fits this Beside now. Steps taken: %(count)s.", count=missing))
    else:
        say(Sentence("The database fits this Beside already."))
    return 0
