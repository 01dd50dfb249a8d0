"""A notebook is only as safe as the folder it lies in, so the folder is looked at before anything.

A database that is written ahead (WAL) breaks on network drives; a full or read-only disk loses what
was typed. Each is refused at the start, in one sentence, while nothing is at stake yet.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from beside.kernel.sentences import Sentence

ROOM_NEEDED = 20 * 1024 * 1024
"""Bytes that must be free: a start may need a copy of the notebook and some room to write."""

PROBE = bytes(64 * 1024)

# fmt: off
NETWORK_KINDS = frozenset((
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "webdav",
    "davfs", "9p", "ceph", "glusterfs", "beegfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2",
    "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.glusterfs",
))
# fmt: on
"""File system types (as /proc/mounts names them) whose files lie on another machine."""

SYNCED_NAMES = ("dropbox", "onedrive", "icloud", "nextcloud", "google drive", "mobile documents")

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class FolderTrouble(Exception):
    """The folder cannot hold a notebook; the sentence says why, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class CannotBeMade(FolderTrouble):
    """There is no such folder and none can be made there."""


class ReadOnly(FolderTrouble):
    """Nothing can be written there."""


class Full(FolderTrouble):
    """There is no room left."""


class OnANetwork(FolderTrouble):
    """It lies on another machine, where a database that is written ahead breaks."""


def prepare(home: Path) -> list[Sentence]:
    """Make *home* if it is missing (for its owner alone) and see that it can hold a notebook.

    Returns what is worth a warning. Raises `CannotBeMade`, `OnANetwork`, `ReadOnly` or `Full`.
    """
    _make(home)
    refuse_a_network(home)
    refuse_what_cannot_be_written(home)
    if free_space(home) < ROOM_NEEDED:
        raise Full(_full(home))
    return warnings_about(home)


def free_space(home: Path) -> int:
    """Return how many bytes this person may still write there."""
    disk = os.statvfs(home)
    return disk.f_bavail * disk.f_frsize


def file_system(home: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """Return the type of the file system that *home* lies on, or an empty text where unknown."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    found: tuple[int, str] = (-1, "")
    place = home.resolve()
    for line in lines:
        _, mounted_at, kind, *_ = line.split()
        # The kernel writes a space as \040; whatever is mounted later covers what was there.
        point = Path(mounted_at.replace("\\040", " "))
        if place.is_relative_to(point) and len(point.parts) >= found[0]:
            found = (len(point.parts), kind)
    return found[1]


def refuse_a_network(home: Path) -> None:
    """Raise `OnANetwork` where *home* lies on another machine."""
    if file_system(home) in NETWORK_KINDS:
        raise OnANetwork(
            Sentence(
                "The folder %(folder)s is on a network drive, where a notebook can break. "
                "Choose a folder on this computer with BESIDE_HOME.",
                folder=home,
            )
        )


def refuse_what_cannot_be_written(home: Path) -> None:
    """Write a little and take it away again; raise `ReadOnly` or `Full`."""
    try:
        with NamedTemporaryFile(dir=home, prefix=".probe-") as probe:
            probe.write(PROBE)
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as problem:
        if problem.errno in _NO_ROOM:
            raise Full(_full(home)) from None
        raise ReadOnly(
            Sentence(
                "Nothing can be written in the folder %(folder)s. "
                "Choose another with BESIDE_HOME, or change who may write there.",
                folder=home,
            )
        ) from None


def warnings_about(home: Path) -> list[Sentence]:
    """Return a sentence where the folder's name says that it is copied to other machines."""
    parts = [part.lower() for part in home.resolve().parts]
    if not any(name in part for part in parts for name in SYNCED_NAMES):
        return []
    return [
        Sentence(
            "The folder %(folder)s may be synced to other machines. That can harm a notebook "
            "while it is open. A folder that stays on this computer is safer.",
            folder=home,
        )
    ]


def _make(home: Path) -> None:
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        if problem.errno in _NO_ROOM:
            raise Full(_full(home)) from None
        raise CannotBeMade(
            Sentence(
                "The folder %(folder)s cannot be made. Choose another with BESIDE_HOME.",
                folder=home,
            )
        ) from None


def _full(home: Path) -> Sentence:
    return Sentence(
        "The disk that holds %(folder)s is full. Free at least %(megabytes)s MB and start again.",
        folder=home,
        megabytes=ROOM_NEEDED // (1024 * 1024),
    )
