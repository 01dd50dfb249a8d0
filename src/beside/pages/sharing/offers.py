"""An offer that is accepted becomes a small test in the words that a first visit has for it."""

from __future__ import annotations

from beside.journey.practice.templates import TEMPLATES

WORDS = next(one.words for one in TEMPLATES if one.key == "next_small_offer")
