"""Reads of a PDF what its bytes say plainly, without a library for it."""

from __future__ import annotations

import re
import zlib

PAGE = re.compile(rb"/Type\s*/Page\b")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
FONT_SIZE = re.compile(rb"/\S+ ([\d.]+) Tf")


def is_accessible(pdf: bytes) -> bool:
    """Tell whether *pdf* says that it keeps PDF/UA-1, which the compiler checks first."""
    return bool(re.search(rb"pdfuaid:part\W+1\b", pdf))


def pages_in(pdf: bytes) -> int:
    """Return how many pages *pdf* has."""
    return len(PAGE.findall(pdf))


def letter_sizes(pdf: bytes) -> set[float]:
    """Return every size (points) in which *pdf* sets letters."""
    return {float(size) for drawn in _drawings(pdf) for size in FONT_SIZE.findall(drawn)}


def _drawings(pdf: bytes) -> list[bytes]:
    drawings = []
    for packed in STREAM.findall(pdf):
        try:
            drawings.append(zlib.decompressobj().decompress(packed))
        except zlib.error:
            continue
    return drawings
