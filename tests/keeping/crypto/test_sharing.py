"""What hangs on a link's secret: whatever is changed, moved, cut or forged does not open."""

import contextlib
import hashlib
import hmac
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from hypothesis import given
from hypothesis import strategies as st

from beside.keeping.crypto import hpke, selftest, sharing
from beside.keeping.crypto.primitives import NotAuthentic, expand, hkdf, joined
from beside.keeping.crypto.sharing import NotACode, Place

ALICE = UUID("a11ce000-0000-4000-8000-000000000001")
BOB = UUID("b0b00000-0000-4000-8000-000000000001")
LINK = UUID("11000000-0000-4000-8000-000000000001")
ASK = UUID("a5c00000-0000-4000-8000-000000000001")
PLACE = Place(account=ALICE, link=LINK, ask=ASK)
OTHERS = [
    Place(account=BOB, link=LINK, ask=ASK),
    Place(account=ALICE, link=BOB, ask=ASK),
    Place(account=ALICE, link=LINK, ask=BOB),
    Place(account=ALICE, link=LINK),
]
SECRET = bytes(range(32))
PRIVATE = bytearray(range(100, 132))
PUBLIC = hpke.public_of(PRIVATE)


@pytest.fixture
def key():
    return sharing.link_key(SECRET)


@pytest.fixture
def shown(key):
    return sharing.sealed_ask(key, b"Could you take the dog?", PLACE)


@pytest.fixture
def came(key):
    return sharing.sealed_reply(key, PUBLIC, b"Yes.", PLACE, turn=3)


# The code


def test_a_code_reads_back_as_the_secret_it_was_written_from():
    assert sharing.read(sharing.written(SECRET)) == SECRET
    assert len(sharing.written(sharing.new_secret())) == 43


@pytest.mark.parametrize(
    "around", ["{}", " {}\n", "#{}", "https://here.example/r/#{}", "http://x/r/#{}.", "#{}&a=b"]
)
def test_the_whole_link_may_be_pasted_with_what_a_messenger_put_round_it(around):
    assert sharing.read(around.format(sharing.written(SECRET))) == SECRET


@pytest.mark.parametrize(
    "typed", ["", "#", "abc", "A" * 42, "A" * 44, "A" * 42 + "!", "A" * 42 + "B", "é" * 43]
)
def test_what_is_no_code_is_none(typed):
    with pytest.raises(NotACode):
        sharing.read(typed)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_secret_or_no_code(typed):
    with contextlib.suppress(NotACode):
        assert len(sharing.read(typed)) == sharing.SECRET


def test_the_row_says_nothing_of_the_key_and_the_key_nothing_of_the_row(key):
    proof = hkdf(SECRET, salt=b"", info="beside/1/link/proof")

    assert key.row == hashlib.sha256(bytes(proof)).digest()
    assert bytes(key.key) == bytes(hkdf(SECRET, salt=b"", info="beside/1/link/key"))
    assert repr(key) == "<LinkKey>"


def test_a_key_that_was_wiped_is_zeros(key):
    key.wipe()

    assert key.key == bytearray(32)


# What a link shows


def test_what_a_link_shows_is_read_with_its_secret(key, shown):
    assert sharing.opened_ask(key, shown, PLACE) == b"Could you take the dog?"


def test_its_size_goes_up_in_steps(key):
    short, long = (sharing.sealed_ask(key, b"x" * n, PLACE) for n in (1, 200))

    assert len(short) == len(long)


def test_another_secret_does_not_open_it(shown):
    with pytest.raises(NotAuthentic):
        sharing.opened_ask(sharing.link_key(bytes(32)), shown, PLACE)


@pytest.mark.parametrize("place", OTHERS[:2])
def test_it_does_not_open_as_the_link_of_another_place(key, shown, place):
    with pytest.raises(NotAuthentic):
        sharing.opened_ask(key, shown, place)


def test_every_changed_byte_of_what_is_shown_is_noticed(key, shown):
    for at in range(len(shown)):
        changed = bytearray(shown)
        changed[at] ^= 1
        with pytest.raises(NotAuthentic):
            sharing.opened_ask(key, bytes(changed), PLACE)


@pytest.mark.parametrize("length", [0, 1, 13, 14, 100, -1])
def test_what_is_shown_and_cut_does_not_open(key, shown, length):
    with pytest.raises(NotAuthentic):
        sharing.opened_ask(key, shown[:length], PLACE)


def test_a_length_that_lies_is_noticed(key, monkeypatch):
    monkeypatch.setattr(sharing, "_padded", lambda _: b"\xff\xff\xff\xff".ljust(256, b"\0"))
    sealed = sharing.sealed_ask(key, b"", PLACE)

    with pytest.raises(NotAuthentic):
        sharing.opened_ask(key, sealed, PLACE)


# What comes back


def test_what_came_back_is_read_with_both_keys(key, came):
    assert sharing.opened_reply(key, PRIVATE, came, PLACE) == (3, b"Yes.")


def test_the_library_alone_opens_it_by_the_document(key, came):
    """What is written down is enough: no code of ours takes part."""
    info = joined(b"beside/1/reply", ALICE.bytes, ASK.bytes, LINK.bytes)
    vouching = bytes(expand(key.key, info="beside/1/link/reply"))
    text, voucher = came[:-32], came[-32:]
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)

    plain = suite.decrypt(text[6:], X25519PrivateKey.from_private_bytes(bytes(PRIVATE)), info)

    assert hmac.new(vouching, info + text, "sha256").digest() == voucher
    assert text[:6] == b"\xb8\x01\x00\x00\x00\x03"
    assert plain[:8] == b"\x00\x00\x00\x04Yes."
    assert len(plain) == 256


def test_whoever_knows_the_public_key_alone_cannot_forge_an_answer(key):
    forged = sharing.sealed_reply(sharing.link_key(bytes(32)), PUBLIC, b"No.", PLACE, turn=1)

    with pytest.raises(NotAuthentic):
        sharing.opened_reply(key, PRIVATE, forged, PLACE)


def test_an_answer_to_another_key_does_not_open(key):
    swapped = hpke.public_of(hpke.new_private_key())
    elsewhere = sharing.sealed_reply(key, swapped, b"Yes.", PLACE, turn=1)

    with pytest.raises(NotAuthentic):
        sharing.opened_reply(key, PRIVATE, elsewhere, PLACE)


@pytest.mark.parametrize("place", OTHERS)
def test_an_answer_does_not_open_for_another_account_link_or_ask(key, came, place):
    with pytest.raises(NotAuthentic):
        sharing.opened_reply(key, PRIVATE, came, place)


def test_every_changed_byte_of_an_answer_is_noticed(key, came):
    for at in range(len(came)):
        changed = bytearray(came)
        changed[at] ^= 1
        with pytest.raises(NotAuthentic):
            sharing.opened_reply(key, PRIVATE, bytes(changed), PLACE)


@pytest.mark.parametrize("length", [0, 5, 40, 200, -1])
def test_an_answer_that_was_cut_does_not_open(key, came, length):
    with pytest.raises(NotAuthentic):
        sharing.opened_reply(key, PRIVATE, came[:length], PLACE)


def test_an_unknown_suite_is_refused_although_it_is_vouched_for(key, came):
    text = bytes((0xB8, 2)) + came[2:-32]
    changed = text + sharing._voucher(key, text, PLACE)

    with pytest.raises(NotAuthentic):
        sharing.opened_reply(key, PRIVATE, changed, PLACE)


def test_the_turn_is_vouched_for(key, came):
    later = came[:2] + (9).to_bytes(4, "big") + came[6:]

    with pytest.raises(NotAuthentic):
        sharing.opened_reply(key, PRIVATE, later, PLACE)


# HPKE alone


def test_no_key_is_no_key():
    for wrong in (b"", bytes(31), bytes(33)):
        with pytest.raises(NotAuthentic):
            hpke.public_of(wrong)
        with pytest.raises(NotAuthentic):
            hpke.sealed_to(wrong, b"x", info=b"")


def test_a_key_that_would_seal_for_everybody_is_refused():
    with pytest.raises(NotAuthentic):
        hpke.sealed_to(bytes(32), b"x", info=b"")


def test_a_private_key_of_another_length_opens_nothing(key, came):
    with pytest.raises(NotAuthentic):
        sharing.opened_reply(key, PRIVATE[:31], came, PLACE)


@given(st.binary(max_size=300))
def test_sealed_and_opened_it_is_what_it_was(plain):
    sealed = hpke.sealed_to(PUBLIC, plain, info=b"here")

    assert hpke.opened_with(PRIVATE, sealed, info=b"here") == plain
    assert len(sealed) == len(plain) + hpke.MORE


@pytest.mark.parametrize("broken", ["public_of", "opened_with"])
def test_a_library_that_answers_otherwise_is_noticed_at_the_start(monkeypatch, broken):
    monkeypatch.setattr(hpke, broken, lambda *_, **__: b"something else")

    with pytest.raises(selftest.SelfTestFailed):
        selftest.run()


def test_a_library_that_opens_whatever_the_context_is_noticed(monkeypatch):
    monkeypatch.setattr(hpke, "opened_with", lambda *_, **__: b"Beauty is truth")

    with pytest.raises(selftest.SelfTestFailed):
        selftest.run()
