"""The browser tests need Chromium: what is here is taken, and what is missing is fetched or named.

`python -m tools.browser` prints its path, after an installation where that is possible.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "The tests need the browser Chromium: install it (on Debian: apt install chromium) "
    "and try again."
)


def starts(path: Path) -> bool:
    """Tell whether the browser at *path* can say its version."""
    if not path.exists():
        return False
    said = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    return said.returncode == 0


def on_this_system() -> Path | None:
    """Return the system's own Chromium."""
    found = (shutil.which(name) for name in NAMES)
    return next((Path(path) for path in found if path and starts(Path(path))), None)


def from_playwright() -> Path | None:
    """Return the Chromium that Playwright has fetched."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if starts(path) else None


def find() -> Path | None:
    """Return a Chromium that starts."""
    return on_this_system() or from_playwright()


def install() -> None:
    """Fetch one: as root on Debian from its packages, elsewhere from Playwright."""
    print("Getting a browser for the tests (once) …", file=sys.stderr)
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            subprocess.run(["apt-get", *words], env=quiet, stdout=sys.stderr, check=False)
        return
    fetch = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(fetch, stdout=sys.stderr, check=False)


def main() -> int:
    """Print the path of a browser; return 1 where none could be had."""
    found = find()
    if found is None:
        install()
        found = find()
    if found is None:
        print(MISSING, file=sys.stderr)
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
