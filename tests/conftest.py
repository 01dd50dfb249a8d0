"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.support.engine import ENGINE
from tests.support.home import HOME


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is about the other engine."""
    out = [item for item in items if _is_about_the_other_engine(item)]
    if out:
        config.hook.pytest_deselected(items=out)
        items[:] = [item for item in items if item not in set(out)]


def _is_about_the_other_engine(item: pytest.Item) -> bool:
    if ENGINE != "postgresql":
        return item.get_closest_marker("postgresql") is not None
    # The program on one computer has its notebooks in a file.
    starts_one = "program" in getattr(item, "fixturenames", ())
    return starts_one or item.get_closest_marker("one_file") is not None


@pytest.fixture
def home() -> Path:
    return Path(HOME)


@pytest.fixture(scope="session", autouse=True)
def the_real_notebook_is_not_there() -> None:
    if ENGINE == "postgresql":
        return
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
