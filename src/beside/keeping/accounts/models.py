"""An account is an id and the wraps of its key. No name, no address, no day, no count.

Where many are served it is found by a name, of which a blinded hash is kept; and what is open, or
was tried at the door, lies in three tables that PostgreSQL neither logs nor copies (`UNLOGGED`).
"""

from __future__ import annotations

from django.db import models

from beside.kernel.ids import new_id


class Account(models.Model):
    """One notebook. *canary* marks the one that every verified copy is opened with.

    *disabled* is set by whoever runs a hosted Beside: nothing opens it then.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    canary = models.BooleanField(default=False)
    disabled = models.BooleanField(default=False, db_default=False)

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


class AccountName(models.Model):
    """Which account a name belongs to; a small table, found by the name's blinded hash.

    *about* is sealed: the name, for who has the notebook open, and the zone of its days.
    """

    name_hash = models.BinaryField(primary_key=True, max_length=32, editable=False)
    account_id = models.UUIDField(db_index=True)
    about = models.BinaryField(null=True)

    def __str__(self) -> str:
        return f"AccountName of {self.account_id}"


class OpenSession(models.Model):
    """One open notebook in one browser, found by a hash of its cookie. Seconds since 1970.

    *hour* names the key that *wrapped* needs beside the cookie; *label* and *aside* are sealed.
    """

    cookie_hash = models.BinaryField(primary_key=True, max_length=32, editable=False)
    account_id = models.UUIDField(db_index=True)
    public_id = models.UUIDField()
    hour = models.BigIntegerField()
    wrapped = models.BinaryField()
    label = models.BinaryField()
    started = models.FloatField()
    used = models.FloatField()
    idle = models.FloatField()
    aside = models.BinaryField(null=True)
    aside_revision = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"OpenSession {self.public_id}"


class EpochKey(models.Model):
    """The key of one hour (counted since 1970)."""

    hour = models.BigIntegerField(primary_key=True)
    key = models.BinaryField()

    def __str__(self) -> str:
        return f"EpochKey {self.hour}"


class Tries(models.Model):
    """How often in a row something was tried in vain, and when last; *what* is a blinded hash."""

    what = models.BinaryField(primary_key=True, max_length=32, editable=False)
    failures = models.IntegerField()
    last = models.FloatField()

    def __str__(self) -> str:
        return "Tries"


class Passkey(models.Model):
    """One passkey of one notebook: the key locked by it, and sealed what it is called.

    *id* is SHA-256 of what the passkey is called by its maker.
    """

    id = models.BinaryField(primary_key=True, max_length=32)
    account_id = models.UUIDField(db_index=True)
    wrapped = models.BinaryField()
    about = models.BinaryField()

    def __str__(self) -> str:
        return f"Passkey of {self.account_id}"


class Device(models.Model):
    """One device that may put letters in: sealed what it is called, and how they are read.

    *id* is SHA-256 of the token in its cookie.
    """

    id = models.BinaryField(primary_key=True, max_length=32)
    account_id = models.UUIDField(db_index=True)
    about = models.BinaryField()

    def __str__(self) -> str:
        return f"Device of {self.account_id}"


class Letter(models.Model):
    """What was put in through a device and waits until the notebook is opened."""

    pk = models.CompositePrimaryKey("account_id", "id")
    account_id = models.UUIDField()
    id = models.UUIDField()
    device = models.BinaryField(max_length=32)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"Letter {self.id}"


class Invitation(models.Model):
    """A code that lets somebody keep a notebook, once; a hash of it, and nothing beside it."""

    code_hash = models.BinaryField(primary_key=True, max_length=32, editable=False)

    def __str__(self) -> str:
        return "Invitation"


WHAT_OPENS: tuple[type[models.Model], ...] = (Wrap, Passkey)
"""The tables that hold keys of notebooks, locked: where a row goes, no trace of it may stay."""
