"""A figure is worth something beside another: what it is held against, and what it should reach."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

WRITTEN = Path("build/bench.json")


@dataclass(frozen=True)
class Figure:
    """One row. *against* is in the same unit; *ratio* says how many times better ours is.

    *most* is the highest value, *fewest* the lowest, and *least* the lowest ratio that is good
    enough; none of them: reported.
    """

    name: str
    value: float
    unit: str
    against: float | None = None
    ratio: float | None = None
    most: float | None = None
    fewest: float | None = None
    least: float | None = None
    said: str = ""

    @property
    def reached(self) -> bool | None:
        """Tell whether it is good enough; ``None`` where nothing was set to be reached."""
        if self.most is not None:
            return self.value <= self.most
        if self.fewest is not None:
            return self.value >= self.fewest
        if self.least is not None:
            return self.ratio is not None and self.ratio >= self.least
        return None

    @property
    def target(self) -> str:
        """What is to be reached, in words."""
        if self.most is not None:
            return f"≤ {self.most:g} {self.unit}"
        if self.fewest is not None:
            return f"≥ {self.fewest:g} {self.unit}"
        return "reported" if self.least is None else f"ratio ≥ {self.least:g}"


def rounded(number: float | None) -> float | None:
    """Return *number* with as many digits as mean something."""
    return None if number is None else float(f"{number:.4g}") if number < 10_000 else round(number)


def write(figures: Iterable[Figure], to: Path = WRITTEN) -> None:
    """Write the figures as JSON."""
    rows = [
        {
            "name": figure.name,
            "value": rounded(figure.value),
            "unit": figure.unit,
            "against": rounded(figure.against),
            "ratio": rounded(figure.ratio),
        }
        for figure in figures
    ]
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


HEADS = ("what", "value", "against", "ratio", "to reach", "")


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as a table, each with its target and what it was held against."""
    lines = [HEADS, *(_cells(figure) for figure in figures)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cells(figure: Figure) -> tuple[str, ...]:
    reached = {True: "reached", False: "NOT REACHED", None: ""}[figure.reached]
    return (
        figure.name,
        f"{_number(figure.value)} {figure.unit}".removesuffix(" –"),
        _number(figure.against),
        _number(figure.ratio),
        figure.target,
        " · ".join(part for part in (reached, figure.said) if part),
    )


def _number(number: float | None) -> str:
    if number is None:
        return "–"
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
