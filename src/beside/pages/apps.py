from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "beside.pages"
    label = "pages"

    def ready(self) -> None:
        # The registry of kinds is full before a store opens anything.
        import_module("beside.config.kinds")
