"""Whether every record is there, said in a sentence: what is found blocks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beside.cli.refusals import say
from beside.kernel.sentences import Sentence

if TYPE_CHECKING:
    from beside.keeping.vault.manifest import Look


def say_what_was_found(look: Look) -> bool:
    """Say what a look at the records showed; tell whether all is as it was left."""
    if look.found.value == "as_left":
        say(Sentence("All is there: %(count)s records, as they were left.", count=look.there))
    elif look.counted is None:
        say(
            Sentence(
                "The sealed count of the records is gone, or is not the one that was left. "
                "So it cannot be told whether one is missing."
            )
        )
        return False
    else:
        say(
            Sentence(
                "Something is not as it was left. Records counted: %(counted)s. "
                "Records here: %(there)s. One may be missing, or be an older one again.",
                counted=look.counted,
                there=look.there,
            )
        )
    say(
        Sentence(
            "Changes so far: %(changes)s. This number never gets smaller.",
            changes=look.changes or 0,
        )
    )
    return look.found.value == "as_left"
