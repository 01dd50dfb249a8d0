"""One table for everything that anybody wrote. It shows ids at random, sizes in steps, no more.

Beside it a second one, with one row for each account: the sealed count of the first.
"""

from __future__ import annotations

from django.db import models


class SealedRow(models.Model):
    """One sealed record: which account, which record, a blind bucket, how often it was changed."""

    pk = models.CompositePrimaryKey("account_id", "id")
    account_id = models.UUIDField()
    id = models.UUIDField()
    bucket = models.BinaryField(max_length=16)
    revision = models.PositiveBigIntegerField()
    sealed = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["account_id", "bucket"], name="vault_by_bucket")]

    def __str__(self) -> str:
        return f"SealedRow {self.id}"


class Manifest(models.Model):
    """How many rows one account has, and which: sealed, so that only who opens it can tell."""

    account_id = models.UUIDField(primary_key=True)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"Manifest of {self.account_id}"
