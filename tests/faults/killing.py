"""Kills a program that writes, again and again, and keeps the list of what it had said by then."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path


def run(home: Path, what: str, *, typed: str = "", **more: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.writer", what],
        env={**os.environ, "BESIDE_HOME": str(home), **more},
        input=typed,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@dataclass
class Killed:
    """What happened: numbers that were said to be kept, how many kills, and what is there now."""

    home: Path
    said: list[int] = field(default_factory=list)
    kills: int = 0
    found: dict = field(default_factory=dict)

    @property
    def lost(self) -> set[int]:
        return set(self.said) - set(self.found["numbers"])

    @property
    def doubled(self) -> int:
        return len(self.found["numbers"]) - len(set(self.found["numbers"]))

    @property
    def never_said(self) -> int:
        return len(set(self.found["numbers"]) - set(self.said))


def kill_often(home: Path, times: int, *, seed: int = 0) -> Killed:
    """Kill the writer *times*, each at a random moment; what was not said is sent once more."""
    chance, killed = random.Random(seed), Killed(home)
    run(home, "prepare")
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.writer", "serve"],
        env={**os.environ, "BESIDE_HOME": str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    try:
        for _ in range(times):
            _one_life(writer, killed, chance)
    finally:
        writer.stdin.close()
        writer.wait(timeout=20)
        writer.stdout.close()
    killed.found = json.loads(run(home, "check"))
    return killed


def _one_life(writer: subprocess.Popen, killed: Killed, chance: random.Random) -> None:
    following = max(killed.said, default=0) + 1
    writer.stdin.write(f"{following}\n")
    child, enough, before = 0, chance.randint(1, 12), len(killed.said)
    while True:
        line = writer.stdout.readline().strip()
        if line == "gone":
            killed.kills += 1
            return
        if line.startswith("child"):
            child = int(line.split()[1])
        else:
            killed.said.append(int(line))
        if child and len(killed.said) - before >= enough:
            time.sleep(chance.random() * 0.004)
            os.kill(child, signal.SIGKILL)
            # What it still said before it died is read until “gone”.
            child = 0
