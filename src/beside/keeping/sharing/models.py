"""What a stolen file shows of links: that there are some, until which day, how often one was used.

No code, no name, no request, no answer. Whoever holds a link is found by the hash of a proof, in a
small table of its own; everything else is asked for by account.
"""

from __future__ import annotations

from django.db import models


class ReplyKey(models.Model):
    """The private key that one account's answers are sealed to, sealed like a record."""

    account_id = models.UUIDField(primary_key=True)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"ReplyKey of {self.account_id}"


class SharedLink(models.Model):
    """One link. *sealed* is what it shows, and empty once it is taken back.

    *resting* closes it for a while; *read*: the person has taken the answer in.
    """

    pk = models.CompositePrimaryKey("account_id", "id")
    account_id = models.UUIDField()
    id = models.UUIDField()
    sealed = models.BinaryField()
    expires_on = models.DateField()
    revoked = models.BooleanField(default=False)
    resting = models.BooleanField(default=False)
    views = models.PositiveIntegerField(default=0)
    writes = models.PositiveIntegerField(default=0)
    answered = models.BooleanField(default=False)
    read = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"SharedLink {self.id}"


class LinkProof(models.Model):
    """Which link somebody means who has its secret: SHA-256 of the proof, 64 hex digits."""

    proof_hash = models.CharField(max_length=64, primary_key=True)
    account_id = models.UUIDField(db_index=True)
    link_id = models.UUIDField()

    def __str__(self) -> str:
        return "LinkProof"


class SealedReply(models.Model):
    """What came back through a link and waits for the notebook to be opened."""

    pk = models.CompositePrimaryKey("account_id", "id")
    account_id = models.UUIDField()
    id = models.UUIDField()
    link_id = models.UUIDField()
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"SealedReply {self.id}"
