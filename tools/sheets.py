"""Makes the paper twin in every way it is printed: `python -m tools.sheets [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from beside.papers.sheet.sheet import VARIANTS, sheet

FOLDER = Path("build/sheets")


def main(arguments: list[str]) -> int:
    """Write one PDF for each variant into the folder that is named, and print where it lies."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for variant in VARIANTS:
        path = folder / variant.file_name
        path.write_bytes(sheet(variant))
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
