"""One line of JSON for each thing that the log says, and never a value that came from somebody.

What Beside itself says is a fixed sentence or named fields (`about`). Of what other libraries say a
line keeps who spoke, how loud, and where: their messages and tracebacks hold values.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from pathlib import Path

OURS = "beside"


class JsonLine(logging.Formatter):
    """Writes a record as one line of JSON; time in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without an end."""
        at = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, object] = {
            "time": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
        }
        return json.dumps(line | _about(record), ensure_ascii=False)


def _about(record: logging.LogRecord) -> dict[str, object]:
    if record.name.split(".", 1)[0] != OURS:
        place = f"{Path(record.pathname).name}:{record.lineno}"
        return {"event": "elsewhere", "from": record.name, "at": place}
    about: dict[str, object] | None = getattr(record, "about", None)
    return about if about is not None else {"event": "said", "said": record.getMessage()}
