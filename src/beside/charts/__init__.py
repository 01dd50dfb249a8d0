"""Numbers as pictures, drawn by hand: no library met a strict policy, dark mode and paper at once.

Teal is me, clay is the others; a ring was expected, a dot has happened. Whatever is drawn stands in
words too: in its title, and in a table. Knows numbers and texts, and nobody's story.
"""

from beside.charts.interval import interval
from beside.charts.line import line_with_band
from beside.charts.markup import Markup, NotAKey, Theirs
from beside.charts.model import Dates, Ends, Estimate, Heads, Near, NoSuchRing, Pair, Rating, Trend
from beside.charts.pairs import ring_and_dot, strip
from beside.charts.rings import rings
from beside.charts.scale import OffTheScale
from beside.charts.tables import numbers

__all__ = [
    "Dates",
    "Ends",
    "Estimate",
    "Heads",
    "Markup",
    "Near",
    "NoSuchRing",
    "NotAKey",
    "OffTheScale",
    "Pair",
    "Rating",
    "Theirs",
    "Trend",
    "interval",
    "line_with_band",
    "numbers",
    "ring_and_dot",
    "rings",
    "strip",
]
