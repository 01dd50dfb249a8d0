"""One table for everything that anybody wrote. It shows ids at random, sizes in steps, no more."""

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
