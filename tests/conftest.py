"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.support.home import HOME


@pytest.fixture
def home() -> Path:
    return Path(HOME)


@pytest.fixture(scope="session", autouse=True)
def the_real_notebook_is_not_there() -> None:
    assert Path(str(settings.DATABASES["default"]["NAME"])).parent == Path(HOME)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Every browser test takes the system's own Chromium, else the one that was fetched."""
    from tools import browser, product

    return {
        **browser_type_launch_args,
        "executable_path": browser.find(),
        "args": product.ARGUMENTS,
    }
