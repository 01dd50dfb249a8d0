"""The real product, running for a while with a folder of its own, and a browser to look at it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What Chromium is started with: nothing that talks to its maker, and no card that draws."""


@contextmanager
def running(home: Path) -> Iterator[str]:
    """Run the command `beside` with *home* as its folder; yield where it answers, no slash at the
    end. Raises `RuntimeError` where it does not start.
    """
    set_up = {**os.environ, "BESIDE_HOME": str(home), "BESIDE_PORT": "0", "BESIDE_OPEN": "0"}
    command = Path(sys.executable).with_name("beside")
    with subprocess.Popen([command], env=set_up, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline().split()
            if not said:
                raise RuntimeError("Beside did not start.")
            yield said[-1].rstrip("/")
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=20)
