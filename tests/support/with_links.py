"""The command `beside` as where others can reach it: links are offered, on a file all the same.

python -m tests.support.with_links
"""

from __future__ import annotations

import sys

from beside.cli.main import main
from beside.config import settings

settings.REPLY_LINKS = True

if __name__ == "__main__":
    sys.exit(main())
