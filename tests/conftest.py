"""Every test run has a data folder of its own; nothing touches a real notebook."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ["BESIDE_HOME"] = tempfile.mkdtemp(prefix="beside-tests-")
os.environ["BESIDE_OPEN"] = "0"

import pytest


@pytest.fixture
def home() -> Path:
    return Path(os.environ["BESIDE_HOME"])
