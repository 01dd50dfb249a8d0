"""What is locked here opens in an age tool that is not ours."""

import pyrage
import pytest

from beside.keeping.crypto.age import STRETCHING, locked

QUICK = 10
CHUNK = 64 * 1024


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_another_tool_opens_it_whatever_its_length(length):
    document = bytes(number % 251 for number in range(length))

    sealed = locked(document, "nine herons", stretching=QUICK)

    assert pyrage.passphrase.decrypt(sealed, "nine herons") == document


def test_other_words_do_not_open_it():
    sealed = locked(b"a secret", "nine herons", stretching=QUICK)

    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(sealed, "ten herons")


def test_a_file_whose_end_was_cut_off_does_not_open():
    sealed = locked(bytes(2 * CHUNK), "nine herons", stretching=QUICK)

    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(sealed[: -CHUNK - 16], "nine herons")


def test_two_files_of_one_document_have_nothing_in_common_but_their_form():
    one, other = (locked(b"a secret", "nine herons", stretching=QUICK) for _ in range(2))

    assert b"a secret" not in one
    assert one.splitlines()[1] != other.splitlines()[1]


def test_it_is_always_stretched_alike():
    assert b"-> scrypt " in locked(b"", "nine herons")
    assert locked(b"", "nine herons").splitlines()[1].endswith(b" %d" % STRETCHING)
