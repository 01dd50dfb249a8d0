"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from tests.support.home import HOME


@pytest.fixture
def home() -> Path:
    return Path(HOME)


@pytest.fixture(scope="session", autouse=True)
def the_real_notebook_is_not_there() -> None:
    assert Path(str(settings.DATABASES["default"]["NAME"])).parent == Path(HOME)
