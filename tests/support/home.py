"""Every test run has a data folder of its own, named before anything reads the settings."""

from __future__ import annotations

import os
import tempfile

HOME = tempfile.mkdtemp(prefix="beside-tests-")
os.environ["BESIDE_HOME"] = HOME
os.environ["BESIDE_OPEN"] = "0"
