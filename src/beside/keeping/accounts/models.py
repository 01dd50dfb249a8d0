"""An account is an id and the wraps of its key. No name, no address, no day, no count."""

from __future__ import annotations

from django.db import models

from beside.kernel.ids import new_id


class Account(models.Model):
    """One notebook. *canary* marks the one that every verified copy is opened with."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    canary = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"Account {self.id}"


class Wrap(models.Model):
    """The data key of one notebook, locked by one thing."""

    class Kind(models.TextChoices):
        WORDS = "words"
        SPARE_KEY = "spare"

    pk = models.CompositePrimaryKey("account_id", "kind")
    account_id = models.UUIDField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"Wrap of {self.account_id} by {self.kind}"
