"""While a notebook is open its key is in memory, so memory must not end up in a file.

No core dump, no attaching of other programs, and no file that others on this computer can read.
Best effort: a swapped page or a sleeping computer's image is out of our hands (SECURITY.md).
"""

from __future__ import annotations

import ctypes
import os
import resource
import sys

PR_SET_DUMPABLE = 4


def harden() -> None:
    """Turn off core dumps and attaching, and make new files the owner's alone."""
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
