"""How a stolen disk is searched: for each word in every dress that a word may wear on it."""

from __future__ import annotations

import base64
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

GZIP, ZLIB = b"\x1f\x8b\x08", (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
LARGEST_STREAM = 4 * 1024 * 1024
A_FEW = 512
"""Bytes that are looked at first."""
EMPTY, LESS = bytes(4096), bytes(64)
"""Room in a file that nobody wrote in, and what stands for it: no word holds so many zeros."""


@dataclass(frozen=True)
class Hit:
    """A word was found."""

    word: str
    dress: str
    where: str


def dresses(word: str) -> dict[str, bytes]:
    """Return how *word* would look on a disk, by the name of the encoding."""
    plain = word.encode()
    return {
        "utf-8": plain,
        "utf-8, small letters": word.lower().encode(),
        "utf-8, decomposed": unicodedata.normalize("NFD", word).encode(),
        "utf-16 little": word.encode("utf-16-le"),
        "utf-16 big": word.encode("utf-16-be"),
        "utf-32 little": word.encode("utf-32-le"),
        "latin-1": word.encode("latin-1", "ignore"),
        "json": word.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00"),
        "hex": plain.hex().encode(),
        "HEX": plain.hex().upper().encode(),
        "url": "".join(f"%{byte:02X}" for byte in plain).encode(),
        "url, small": "".join(f"%{byte:02x}" for byte in plain).encode(),
        "url, where needed": _percent(plain),
        "backwards": word[::-1].encode(),
        **{f"base64, {start}": _base64(plain, start) for start in range(3)},
    }


def _percent(plain: bytes) -> bytes:
    return b"".join(
        bytes((byte,)) if byte < 128 and chr(byte).isalnum() else b"%%%02X" % byte for byte in plain
    )


def _base64(plain: bytes, start: int) -> bytes:
    """Return the letters that stand for *plain* alone where it begins *start* bytes into three."""
    whole = base64.b64encode(bytes(start) + plain)
    first, last = (start * 8 + 5) // 6, (start + len(plain)) * 8 // 6
    return whole[first:last]


class Searcher:
    """Looks for *words* in whatever it is given."""

    def __init__(self, words: Iterable[str]) -> None:
        self._sought = {
            needle: (word, dress) for word in words for dress, needle in dresses(word).items()
        }

    def in_bytes(self, content: bytes, where: str) -> list[Hit]:
        """Return every hit in *content*, and in what is compressed inside of it."""
        pieces = [("", content), *_unpacked(content)]
        return [
            Hit(*_prefixed(self._sought[found], packed), where)
            for packed, piece in ((packed, piece.replace(EMPTY, LESS)) for packed, piece in pieces)
            for found in self._sought
            if found in piece
        ]

    def in_folder(self, folder: Path) -> list[Hit]:
        """Return every hit in the files under *folder*, their names included."""
        hits = []
        for file in sorted(folder.rglob("*")):
            hits += self.in_bytes(str(file.relative_to(folder)).encode(), f"name of {file}")
            if file.is_file():
                hits += self.in_bytes(file.read_bytes(), str(file))
        return hits


def _prefixed(found: tuple[str, str], packed: str) -> tuple[str, str]:
    word, dress = found
    return word, f"{packed}{dress}"


def _unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what comes out of every gzip or zlib stream that begins anywhere in *content*."""
    for mark in (GZIP, *ZLIB):
        for found in re.finditer(re.escape(mark), content):
            kind = 31 if mark == GZIP else 15
            try:
                # Most marks come about by chance, and end in nonsense at once.
                beginning = content[found.start() : found.start() + A_FEW]
                zlib.decompressobj(kind).decompress(beginning, LARGEST_STREAM)
                out = zlib.decompressobj(kind).decompress(content[found.start() :], LARGEST_STREAM)
            except zlib.error:
                continue
            yield ("gzip, " if mark == GZIP else "zlib, "), out
