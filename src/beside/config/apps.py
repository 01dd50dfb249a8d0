from __future__ import annotations

from django.apps import AppConfig


class HouseConfig(AppConfig):
    name = "beside.config"
    label = "house"

    def ready(self) -> None:
        # Not at the top: settings are read before there is anything to import.
        import beside.config.checks
        import beside.config.kinds  # noqa: F401 - fills the registry before a store opens
