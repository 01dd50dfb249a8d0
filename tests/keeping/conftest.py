"""Two notebooks in one file: Alice owns hers, Bob has his beside it, Charlie has none."""

import pytest

import beside.config.kinds  # noqa: F401 - fills the registry
from beside.keeping.accounts.opening import keep
from beside.keeping.crypto.primitives import KEY
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import DataKey
from beside.keeping.vault.keeper import SealedStore
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.ids import new_id
from tests.support.quick import nobody_came_before, quick_words

__all__ = ["nobody_came_before", "quick_words"]

ALICES_WORDS = "abacus abdomen abide ablaze able abnormal"
BOBS_WORDS = "zebra zesty zigzagged zippy zit zodiac"


@pytest.fixture
def alice(db, quick_words):
    return OpenNotebook(*keep(ALICES_WORDS))


@pytest.fixture
def bob(db, quick_words):
    return OpenNotebook(*keep(BOBS_WORDS))


@pytest.fixture
def store(db):
    """A sealed store of its own, without words that open it."""
    account_id = new_id()
    key = DataKey(1, bytearray(range(KEY)))
    return SealedStore(account_id, RecordSealer(account_id, key))
