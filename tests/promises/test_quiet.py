"""Nothing that holds a person's words shows them when it is printed, logged, or goes wrong."""

import logging
import pprint
import re
import traceback

import msgspec
import pytest

from beside.journey.practice.model import OutOfRange
from beside.keeping.accounts.sessions import MemorySessions
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import new_data_key
from beside.keeping.vault import contents
from beside.keeping.vault.keeper import SealedStore
from beside.keeping.vault.notebook import OpenNotebook
from beside.kernel.ids import new_id
from beside.kernel.records import Foreign, NotReadable, Record, kinds
from beside.kernel.sentences import Sentence
from beside.kernel.store import Conflict, MemoryStore
from beside.kernel.words import TooLong, one_line
from beside.papers import importing
from beside.papers.export import exported
from tests.golden import make

RECORDS = make.records()


def texts_in(value):
    """Return every text and number that a person gave, anywhere in *value*."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts_in(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts_in(part)]
    return [value] if isinstance(value, str) and " " in value else []


def ways_to_print(value):
    record = logging.LogRecord("x", 1, "x", 1, "%r %s", (value, value), None)
    return "\n".join(
        (
            repr(value),
            str(value),
            f"{value}",
            ascii(value),
            pprint.pformat(value),
            repr([value]),
            repr({"one": value}),
            record.getMessage(),
        )
    )


def shows_nothing_of(record, printed):
    for text in texts_in(msgspec.to_builtins(record)):
        assert text not in printed
        assert text.encode("ascii", "backslashreplace").decode() not in printed
    for name in record.__struct_fields__:
        assert f"{name}=" not in printed


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_shows_its_kind_and_its_id_alone(name):
    record = RECORDS[name]

    shows_nothing_of(record, ways_to_print(record))
    assert repr(record) == f"<{type(record).kind} {record.id}>"
    assert list(record.__rich_repr__()) == [("id", record.id)]


def test_the_kinds_are_all_here():
    ours = {kind for kind, cls in kinds().items() if cls.__module__.startswith("beside.")}

    assert {type(record).kind for record in RECORDS.values()} == ours


@pytest.mark.parametrize("part", ["prediction", "outcome"])
def test_a_part_of_a_record_is_as_silent(part):
    held = getattr(RECORDS["ask-done"], part)

    shows_nothing_of(held, ways_to_print(held))
    assert repr(held) == f"<{type(held).__name__}>"
    assert held.__rich_repr__() == []


def test_no_struct_that_holds_words_forgets_to_be_silent():
    """A new part of a record must say how it is printed."""
    open_ones = []

    def look(cls):
        for found in msgspec.inspect.type_info(cls).fields:
            open_ones.extend(re.findall(r"StructType\(cls=<class '([\w.]+)'>", repr(found)))

    for cls in kinds().values():
        look(cls)

    assert set(open_ones) <= {
        "beside.kernel.days.When",
        "beside.journey.practice.model.LineBack",
        "beside.journey.practice.model.Prediction",
        "beside.journey.practice.model.Outcome",
    }


def test_what_is_carried_unread_is_silent():
    foreign = make.from_a_later_release()

    assert "sea" not in ways_to_print(foreign)
    assert isinstance(foreign, Foreign)


def test_stores_are_silent():
    memory = MemoryStore(*RECORDS.values())
    sealed = SealedStore(new_id(), RecordSealer(new_id(), new_data_key()))

    assert repr(memory) == f"<MemoryStore of {len({r.id for r in RECORDS.values()})}>"
    assert repr(sealed) == "<SealedStore>"


def test_an_open_notebook_shows_neither_key_nor_account():
    key = new_data_key()
    notebook = OpenNotebook(new_id(), key)
    sessions = MemorySessions()
    cookie = sessions.start(notebook.account_id, key, label="Firefox", idle=60, now=0)
    session, _ = sessions.resume(cookie, now=0)

    printed = ways_to_print([notebook, key, session, sessions])

    assert bytes(key.secret).hex() not in printed
    assert str(notebook.account_id) not in printed
    assert cookie not in printed


def traces_of(problem):
    chain = "".join(traceback.format_exception(problem))
    return chain + ways_to_print(problem) + repr(problem.args)


@pytest.mark.parametrize("name", RECORDS)
def test_a_conflict_holds_both_texts_and_shows_neither(name):
    record = RECORDS[name]

    shows_nothing_of(record, traces_of(Conflict(kept=record, offered=record)))


@pytest.mark.parametrize("name", RECORDS)
def test_contents_that_cannot_be_read_are_not_repeated(name):
    record = RECORDS[name]
    body = contents.encoded(record)
    broken = body.replace(b"\xa2id\xc4\x10", b"\xa2id\xa3no!")

    for changed in (broken, body[:-3], body + b"\xff", body.replace(record.id.bytes, b"?" * 3)):
        with pytest.raises(NotReadable) as refused:
            contents.decoded(changed, type(record))
        shows_nothing_of(record, traces_of(refused.value))


def test_an_import_that_cannot_be_read_is_not_repeated():
    document = exported(MemoryStore(RECORDS["moment"]), made=make.at(3).at)
    parcel = importing.read(document)

    with pytest.raises(importing.NotAnExport) as refused:
        importing.read(document.replace(b"beside-export", b"another-export"))

    shows_nothing_of(RECORDS["moment"], traces_of(refused.value))
    shows_nothing_of(RECORDS["moment"], ways_to_print(parcel))


def test_what_is_too_long_says_how_long_and_not_what():
    with pytest.raises(TooLong) as refused:
        one_line("the kettle sings " * 20, limit=10)

    assert "kettle" not in traces_of(refused.value).replace("one_line", "").split("raise")[-1]
    assert "kettle" not in str(refused.value)


def test_a_guess_out_of_range_says_nothing_of_it():
    with pytest.raises(OutOfRange) as refused:
        make.guess().but(well=1234)

    assert "1234" not in str(refused.value)


def test_a_sentence_shows_its_english_and_not_what_stands_in_it():
    sentence = Sentence("You asked %(name)s.", name="Inés Kettle")

    assert "Kettle" not in repr(sentence)


def test_every_kind_of_record_is_a_record():
    assert all(issubclass(cls, Record) for cls in kinds().values())
