"""One row for each record: the columns that our own table has, and what was written encrypted."""

from __future__ import annotations

from django.db import models
from encrypted_fields.fields import EncryptedTextField  # type: ignore[import-untyped]


class FieldRow(models.Model):
    """The same record as JSON, encrypted by the package; kind and month stand in clear."""

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=16)
    month = models.CharField(max_length=7)
    revision = models.PositiveBigIntegerField()
    body = EncryptedTextField()

    class Meta:
        app_label = "field_package"
        indexes = [models.Index(fields=["kind", "month"], name="field_by_kind")]

    def __str__(self) -> str:
        return f"FieldRow {self.id}"
