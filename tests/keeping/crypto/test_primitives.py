"""Published answers, so that a primitive is what its standard says and not what we hope."""

import pytest

from beside.keeping.crypto import selftest
from beside.keeping.crypto.primitives import (
    NotAuthentic,
    Sealer,
    argon2id,
    expand,
    hkdf,
    same,
    wipe,
    wiped,
)

# RFC 8452, appendix C.2: AEAD_AES_256_GCM_SIV under key 01 00…, nonce 03 00…
GCM_SIV = [
    ("", "", "07f5f4169bbf55a8400cd47ea6fd400f"),
    ("0100000000000000", "", "c2ef328e5c71c83b843122130f7364b761e0b97427e3df28"),
    (
        "010000000000000000000000",
        "",
        "9aab2aeb3faa0a34aea8e2b18ca50da9ae6559e48fd10f6e5c9ca17e",
    ),
    (
        "01000000000000000000000000000000",
        "",
        "85a01b63025ba19b7fd3ddfc033b3e76c9eac6fa700942702e90862383c6c366",
    ),
    ("0200000000000000", "01", "1de22967237a813291213f267e3b452f02d01ae33e4ec854"),
]


@pytest.mark.parametrize(("plain", "context", "sealed"), GCM_SIV)
def test_sealing_gives_what_rfc_8452_prints(plain, context, sealed):
    sealer = Sealer(b"\x01" + bytes(31))
    nonce = b"\x03" + bytes(11)

    made = sealer.seal(bytes.fromhex(plain), nonce=nonce, context=bytes.fromhex(context))

    assert made.hex() == sealed
    assert sealer.open(made, nonce=nonce, context=bytes.fromhex(context)).hex() == plain


def test_expanding_gives_what_rfc_5869_prints():
    prk = bytes.fromhex("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04")

    assert expand(prk, info="", length=42).hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    )


def test_deriving_gives_what_rfc_5869_prints():
    # Test case 3: neither salt nor info.
    assert hkdf(b"\x0b" * 22, salt=b"", info="", length=42).hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    )


def test_stretching_gives_what_the_reference_code_of_argon2_prints():
    # phc-winner-argon2, src/test.c: Argon2id v=19, t=2, m=2^16 KiB, p=1.
    out = argon2id(b"password", salt=b"somesalt", memory=65536, passes=2, lanes=1)

    assert out.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_the_self_test_passes_here():
    selftest.run()


@pytest.mark.parametrize("broken", ["_argon2id", "_hkdf", "_gcm_siv"])
def test_the_self_test_stops_a_start_where_one_answer_is_wrong(monkeypatch, broken):
    monkeypatch.setattr(selftest, broken, lambda: False)

    with pytest.raises(selftest.SelfTestFailed):
        selftest.run()


def test_the_self_test_sees_sealing_that_lets_a_changed_byte_pass(monkeypatch):
    class Careless(Sealer):
        def open(self, *_, **__):
            return b""

    monkeypatch.setattr(selftest, "Sealer", Careless)

    with pytest.raises(selftest.SelfTestFailed):
        selftest.run()


def test_the_self_test_sees_sealing_that_is_not_gcm_siv(monkeypatch):
    class Another(Sealer):
        def seal(self, plain, **_):
            return plain

    monkeypatch.setattr(selftest, "Sealer", Another)

    with pytest.raises(selftest.SelfTestFailed):
        selftest.run()


def test_a_wrong_key_opens_nothing_and_says_nothing():
    sealed = Sealer(bytes(32)).seal(b"words", nonce=bytes(12), context=b"")

    with pytest.raises(NotAuthentic) as refused:
        Sealer(b"\x01" * 32).open(sealed, nonce=bytes(12), context=b"")

    assert str(refused.value) == ""


def test_what_is_shorter_than_a_tag_is_refused():
    with pytest.raises(NotAuthentic):
        Sealer(bytes(32)).open(b"\x00" * 15, nonce=bytes(12), context=b"")


def test_a_wiped_key_is_zeros():
    key = bytearray(b"key")

    wipe(key)

    assert key == bytes(3)


def test_a_lent_key_is_wiped_when_something_fails():
    key = bytearray(b"key")

    with pytest.raises(KeyError), wiped(key):
        raise KeyError

    assert key == bytes(3)


def test_same_compares_bytes_of_either_kind():
    assert same(b"abc", bytearray(b"abc"))
    assert not same(b"abc", b"abd")
