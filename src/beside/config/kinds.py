"""Import every package that keeps records, so that the registry is full before a store opens."""

from __future__ import annotations

import beside.around.circle.model
import beside.around.circle.upgrades
import beside.around.load.model
import beside.journey.pattern.model
import beside.journey.practice.model
import beside.journey.practice.replies
import beside.journey.practice.upgrades
import beside.keeping.reminding.choice
import beside.keeping.sharing.links
import beside.keeping.vault.notebook  # noqa: F401 - imported for the registry
from beside.kernel.records import kinds, learn

learn(*kinds().values())
