"""A rate from a few small tests is a guess itself, so it never goes out without its interval.

The interval is that of a Beta distribution. Its quantiles are computed here: the library that has
them is a hundred times the size of Beside (docs/decisions/0009).
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, lgamma, log, log1p
from typing import NamedTuple

TAIL = 0.1
"""What the central 80 % interval leaves out at each end."""

_EXACT = 1e-12
_TINY = 1e-300
_STEPS = 200


class Interval(NamedTuple):
    """A rate (0–1), its central 80 % interval, and how many answers it rests on.

    The mean lies inside wherever *a* and *b* are 0.1 or more, which is all that a page asks for;
    nearer to 0 so much lies at one end that the mean can fall outside of a central interval.
    """

    mean: float
    low: float
    high: float
    n: int


def beta_interval(a: float, b: float, *, n: int) -> Interval:
    """Return the mean and the central 80 % interval of Beta(*a*, *b*); *a* and *b* above 0."""
    return Interval(a / (a + b), quantile(TAIL, a, b), quantile(1 - TAIL, a, b), n)


@lru_cache(maxsize=4096)
def quantile(p: float, a: float, b: float) -> float:
    """Return the *p* quantile (0–1) of Beta(*a*, *b*), to ten places; *a* and *b* above 0.

    Newton's step where it stays between the bounds, else half of what lies between them: slow at
    worst, and never outside 0–1.
    """
    below, above, x = 0.0, 1.0, a / (a + b)
    log_beta = lgamma(a) + lgamma(b) - lgamma(a + b)
    for _ in range(_STEPS):
        too_much = regularised(a, b, x) - p
        below, above = (below, x) if too_much > 0 else (x, above)
        if above - below < _EXACT:
            break
        density = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - log_beta)
        stepped = x - too_much / density if density > _TINY else below
        following = stepped if below < stepped < above else (below + above) / 2
        if abs(following - x) < _EXACT * x:
            return following
        x = following
    return (below + above) / 2


def regularised(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function I_x(*a*, *b*), for *a*, *b* > 0, x in 0–1.

    Its continued fraction (DLMF 8.17.22, https://dlmf.nist.gov/8.17#v) converges fast below
    x = (a+1)/(a+b+2); above that, 1 − I_{1−x}(b, a) is taken instead (DLMF 8.17.4).
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - regularised(b, a, 1 - x)
    ahead = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return ahead / _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """Return 1 + d₁/(1 + d₂/(1 + …)) with the d of DLMF 8.17.23 and 24, by Lentz's method."""
    value, upper, lower = 1.0, 1.0, 0.0
    for step in range(1, _STEPS):
        m = step // 2
        if step % 2:
            d = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            d = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        lower = 1 / (1 + d * lower or _TINY)
        upper = 1 + d / upper or _TINY
        value *= upper * lower
        if abs(upper * lower - 1) < _EXACT / 100:
            break
    return value
