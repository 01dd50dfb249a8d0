"""One row for each record, its words in an encrypted text field."""

from __future__ import annotations

from django.db import models
from encrypted_fields.fields import EncryptedTextField


class FieldRow(models.Model):
    """The same record as in our own table, as JSON, encrypted by the package."""

    kind = models.CharField(max_length=16)
    body = EncryptedTextField()

    class Meta:
        app_label = "field_package"

    def __str__(self) -> str:
        return f"FieldRow {self.pk}"
