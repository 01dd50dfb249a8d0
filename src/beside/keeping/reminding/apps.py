from __future__ import annotations

from django.apps import AppConfig


class RemindingConfig(AppConfig):
    name = "beside.keeping.reminding"
    label = "reminding"
