"""Who is near, as a picture of whoever may be asked, or rests; words say the same."""

from __future__ import annotations

from collections.abc import Sequence

from beside.around.circle import wording
from beside.around.circle.model import Person, Safety
from beside.around.circle.rules import initials, safety_of
from beside.charts import Markup, Near, rings
from beside.pages.templatetags.say import say


def picture_of(people: Sequence[Person]) -> Markup | None:
    """Return the rings with *people* on them; ``None`` where nobody has a ring.

    Names stay out of its title: the same stands in words above it.
    """
    near = [
        Near(initials(one.name), one.ring, resting=safety_of(one) is Safety.resting)
        for one in people
        if one.ring is not None
    ]
    return rings(near, key="near", finding=say(wording.WHO_IS_NEAR)) if near else None
