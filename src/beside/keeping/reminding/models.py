"""What a server must know to send a mail while a notebook is shut, and no more.

*sealed* hides the address, the words of the mail and the hours from whoever has the table alone.
Whoever runs the server has the key of it, too, and can read it; people are told.
"""

from __future__ import annotations

from django.db import models


class MailRow(models.Model):
    """The mails of one account.

    *due* is the next time in seconds since 1970, rounded down to a quarter of an hour; ``None``
    once it went quiet. *unopened* counts the mails since the notebook was opened last.
    """

    account_id = models.UUIDField(primary_key=True)
    sealed = models.BinaryField()
    due = models.BigIntegerField(null=True, db_index=True)
    unopened = models.IntegerField(default=0)
    revision = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"MailRow of {self.account_id}"


class StopLink(models.Model):
    """Which account a link in a mail stops, found by SHA-256 of what the link holds."""

    stop_hash = models.BinaryField(primary_key=True, max_length=32, editable=False)
    account_id = models.UUIDField(db_index=True)

    def __str__(self) -> str:
        return f"StopLink of {self.account_id}"
