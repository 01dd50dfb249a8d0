"""Every test run has a data folder of its own; nothing touches a real notebook."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="beside-tests-"))
os.environ["BESIDE_HOME"] = str(HOME)
os.environ["BESIDE_OPEN"] = "0"

import pytest
from django.conf import settings

# pytest-django has read the settings before this file: they would name the real folder.
settings.HOME = HOME
settings.DATABASES["default"]["NAME"] = HOME / "beside.sqlite3"
settings.DATABASES["default"]["TEST"]["NAME"] = str(HOME / "test.sqlite3")


@pytest.fixture
def home() -> Path:
    return HOME


@pytest.fixture(scope="session", autouse=True)
def the_real_notebook_is_not_there() -> None:
    assert Path(settings.DATABASES["default"]["NAME"]).parent == HOME
