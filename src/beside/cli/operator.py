"""`beside operator …`: what whoever hosts a Beside can do. None of it can read a notebook.

Names are typed at the question and not behind the command, where they would stay in the history of
a shell. Nothing is listed; what is counted is counted over all.
"""

from __future__ import annotations

import base64
import os
import secrets
from collections.abc import Callable
from uuid import UUID

from beside.cli.asking import ask_secret
from beside.cli.hosted import ready
from beside.cli.refusals import REFUSED, Refused, say
from beside.config import hosting
from beside.kernel.sentences import Sentence

MOST_AT_ONCE = 1_000


def run(word: str, *, many: int = 1) -> int:
    """Do what *word* says; return 0, or 1 where something was found that is not well."""
    if word == "invite":
        return invite(many)
    return WORDS[word]()


def init() -> int:
    """Make the server's secret where there is none; an existing one is never replaced."""
    file = hosting.secret_file()
    if file is None:
        raise Refused(Sentence("Name the file first: BESIDE_SECRET_FILE=/etc/beside/secret."))
    try:
        made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        say(Sentence("%(file)s is there already, and stays as it is.", file=file))
        return 0
    except OSError:
        raise Refused(Sentence("%(file)s could not be written.", file=file)) from None
    with os.fdopen(made, "wb") as out:
        out.write(base64.b64encode(secrets.token_bytes(hosting.SECRET)) + b"\n")
        out.flush()
        os.fsync(out.fileno())
    say(Sentence("The server’s secret is in %(file)s. Keep a copy: names need it.", file=file))
    return 0


def invite(many: int) -> int:
    """Make *many* codes and say them, once."""
    if not 1 <= many <= MOST_AT_ONCE:
        raise Refused(Sentence("Say how many, from 1 to %(most)s.", most=MOST_AT_ONCE))
    with ready():
        from django.conf import settings

        from beside.keeping.accounts import invitations

        codes = [invitations.invite() for _ in range(many)]
        asked_for = settings.REGISTRATION == "invite"
    for code in codes:
        say(code)
    if not asked_for:
        say(Sentence("They count once BESIDE_REGISTRATION is “invite”."))
    return 0


def withdraw() -> int:
    """Let no code that is out be used any more."""
    with ready():
        from beside.keeping.accounts import invitations

        count = invitations.withdraw()
    say(Sentence("Codes withdrawn: %(count)s.", count=count))
    return 0


def counts() -> int:
    """Say how many there are of what, over all; nothing of any one."""
    with ready():
        from beside.keeping.accounts import invitations
        from beside.keeping.accounts.models import Account
        from beside.keeping.vault.rehearsal import look_through

        found = look_through()
        shut = Account.objects.filter(disabled=True).count()
        out = invitations.out()
    say(Sentence("Notebooks: %(count)s.", count=found.notebooks))
    say(Sentence("Of them disabled: %(count)s.", count=shut))
    say(
        Sentence("Sealed rows: %(rows)s, %(kb)s kB.", rows=found.rows, kb=round(found.bytes / 1024))
    )
    say(Sentence("Codes that nobody has used: %(count)s.", count=out))
    return 0


def canary() -> int:
    """Keep the notebook that is nobody's, and write its words into their file."""
    file = hosting.canary_file()
    if file is None:
        raise Refused(Sentence("Name the file first: BESIDE_CANARY_FILE=/etc/beside/canary."))
    with ready():
        from beside.keeping.crypto.words import six_words
        from beside.keeping.vault.rehearsal import make_canary

        words = six_words()
        make_canary(words)
    try:
        made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(made, "w", encoding="utf-8") as out:
            out.write(f"{words}\n")
    except OSError:
        raise Refused(Sentence("%(file)s could not be written.", file=file)) from None
    say(Sentence("The canary is kept; its words are in %(file)s.", file=file))
    return 0


def verify() -> int:
    """Look through everything without a key, and open the canary; 1 where anything is odd."""
    with ready():
        from beside.keeping.vault.rehearsal import NoCanary, look_through, open_canary

        found = look_through()
        say(Sentence("Notebooks: %(count)s.", count=found.notebooks))
        say(Sentence("Rows: %(rows)s. Not whole: %(odd)s.", rows=found.rows, odd=found.odd))
        try:
            open_canary(_canary_words())
        except NoCanary:
            say(Sentence("The canary does not open. “beside operator canary” makes one."))
            return REFUSED
    say(Sentence("The canary opens."))
    return REFUSED if found.odd else 0


def _canary_words() -> str:
    file = hosting.canary_file()
    try:
        return file.read_text(encoding="utf-8").strip() if file else ""
    except OSError:
        return ""


def disable() -> int:
    """Let nothing open the notebook of a name."""
    return _set(disabled=True)


def enable() -> int:
    """Let it be opened again."""
    return _set(disabled=False)


def _set(*, disabled: bool) -> int:
    with ready():
        from beside.keeping.accounts.standing import set_disabled

        set_disabled(_asked_for(), disabled=disabled)
    done = Sentence("It does not open now.") if disabled else Sentence("It opens again.")
    say(done)
    return 0


def delete() -> int:
    """Remove the notebook of a name for good, once the name was typed twice."""
    with ready():
        from beside.keeping.vault.notebook import TracesLeft, remove_everything

        account_id = _asked_for()
        if _asked_for(Sentence("It cannot be brought back. The name once more:")) != account_id:
            raise Refused(Sentence("That is another name. Nothing was removed."))
        try:
            remove_everything(account_id)
        except TracesLeft:
            say(Sentence("Removed. The space it took is given free at the next VACUUM."))
            return 0
    say(Sentence("Removed. Backups hold it, sealed, until they end."))
    return 0


def _asked_for(question: Sentence | None = None) -> UUID:
    """Ask for the name of a notebook and return which it is; raise `Refused`."""
    from beside.keeping.accounts.names import account_named

    found = account_named(ask_secret(question or Sentence("The name of the notebook:")))
    if found is None:
        raise Refused(Sentence("No notebook has that name here."))
    return found


WORDS: dict[str, Callable[[], int]] = {
    "init": init,
    "withdraw": withdraw,
    "counts": counts,
    "canary": canary,
    "verify": verify,
    "disable": disable,
    "enable": enable,
    "delete": delete,
}
