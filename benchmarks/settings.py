"""The program's own settings, an empty page, and the field package that opening is held against."""

from __future__ import annotations

from beside.config.settings import *  # noqa: F403 - what is measured runs as it is run
from beside.config.settings import INSTALLED_APPS as OURS

ROOT_URLCONF = "benchmarks.urls"
INSTALLED_APPS = [*OURS, "benchmarks.field_package"]
SALT_KEY = "a salt for the field package, which asks for one"
