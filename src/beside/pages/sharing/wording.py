"""What is said to somebody who opens a link: a person who did not ask for any of this."""

from __future__ import annotations

from beside.kernel.sentences import Sentence

CODE = Sentence("The code")
CODE_HINT = Sentence("It is what stands after the # in the link. You can paste the whole link.")
WORDS = Sentence("A few words, if you like")
OWN_WORDS = Sentence("What could you do?")
OFFER_WORDS = Sentence("What do you offer?")
OWN_TIME = Sentence("When would suit you?")
MAY_QUOTE = Sentence("They may show my words to others")
WORDS_NEEDED = Sentence("We need a few words here.")
READ_ALREADY = Sentence("Your answer was read, so it stays as it is. You can still tell them.")
WRITTEN_TOO_OFTEN = Sentence(
    "This was changed many times. It stays as it was last. You can still tell them."
)
