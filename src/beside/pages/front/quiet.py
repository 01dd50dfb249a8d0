"""Where somebody else may look through the phone, nothing of ours is left lying in it."""

from __future__ import annotations

from beside.keeping.vault.notebook import LookedThrough
from beside.pages.front.requests import PersonRequest


def leaves_links(request: PersonRequest) -> bool:
    """Tell whether a page leaves out what would lie in other parts of the phone, and says why.

    Message links, the share sheet and calendar files do: in sent mail, in a list of calls, in a
    calendar that others see. It holds after *maybe* and *not said* as after *yes*, and for whatever
    else comes that leaves a trace outside the notebook. Before anybody asked, a phone is one's own.
    """
    said = request.opened.notebook.preferences().looked_through
    return said not in (LookedThrough.no, None)
