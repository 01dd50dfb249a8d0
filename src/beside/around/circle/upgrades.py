"""What an earlier release kept of somebody opens for ever."""

from __future__ import annotations

from typing import Any

from beside.kernel.records import upgrade


@upgrade("person", to=2)
def who_they_are(contents: dict[str, Any]) -> dict[str, Any]:
    """Leave open who they are, what they are good for and how to reach them: nobody was asked."""
    return contents
