"""What the sealed store does beyond what any store does: buckets, damage, other releases."""

from datetime import date
from uuid import UUID

import msgspec
import pytest

from beside.around.circle.model import Person
from beside.journey.pattern.model import Moment
from beside.journey.practice.model import Ask
from beside.keeping.vault import contents
from beside.keeping.vault.keeper import Damaged, SealedStore, Span
from beside.keeping.vault.models import SealedRow
from beside.kernel.records import Foreign, NotReadable, upgrade
from beside.kernel.store import Conflict, NotKept
from tests.support.cast import a_moment, asked_sam, happened, sam, when
from tests.support.other_kinds import later_note_kind, note_kind, own_registry

__all__ = ["own_registry"]


def rows(store, **more):
    return SealedRow.objects.filter(account_id=store._account, **more)


def moment_on(day, **more):
    return a_moment(when=when(day), **more)


def test_a_repeated_save_changes_nothing(store):
    first = store.put(a_moment(note="I asked."), expected_revision=0)
    before = bytes(rows(store, id=first.id).get().sealed)

    again = store.put(a_moment(note="I asked."), expected_revision=0)

    assert again == first
    assert bytes(rows(store, id=first.id).get().sealed) == before


def test_the_second_tab_is_shown_both_and_nothing_is_written(store):
    store.put(a_moment(note="one"), expected_revision=0)
    kept = store.put(a_moment(note="two"), expected_revision=1)

    with pytest.raises(Conflict) as conflict:
        store.put(a_moment(note="three"), expected_revision=1)

    assert conflict.value.kept == kept
    assert conflict.value.offered.note == "three"
    assert store.get(Moment, kept.id) == kept


def test_a_change_of_what_was_removed_meanwhile_is_a_conflict(store):
    kept = store.put(a_moment(), expected_revision=0)
    store.remove(kept)

    with pytest.raises(Conflict) as conflict:
        store.put(kept.but(note="more"), expected_revision=1)

    assert conflict.value.kept is None


def test_one_id_holds_one_kind(store):
    store.put(sam(), expected_revision=0)

    with pytest.raises(Conflict):
        store.put(a_moment(id=sam().id), expected_revision=1)
    with pytest.raises(NotKept):
        store.get(Moment, sam().id)


def test_a_record_moves_to_the_bucket_of_its_new_day(store):
    kept = store.put(moment_on(date(2026, 3, 3)), expected_revision=0)
    before = bytes(rows(store, id=kept.id).get().bucket)

    store.put(kept.but(when=when(date(2025, 1, 9)), note="moved"), expected_revision=1)

    after = bytes(rows(store, id=kept.id).get().bucket)
    assert before != after
    assert after == store._sealer.bucket("moment", "2025-01")
    assert store.all(Moment, since=date(2026, 1, 1)) == []
    assert len(store.all(Moment, until=date(2025, 1, 31))) == 1


def test_an_open_test_is_found_without_looking_through_the_years(store):
    store.put(asked_sam(), expected_revision=0)
    assert [ask.id for ask in store.undated(Ask)] == [asked_sam().id]

    store.put(happened(), expected_revision=1)

    assert store.undated(Ask) == []
    assert len(store.all(Ask, since=date(2026, 3, 1), until=date(2026, 3, 31))) == 1


def test_a_day_far_away_is_still_found_and_nothing_breaks(store):
    store.put(moment_on(date(1, 1, 1)), expected_revision=0)
    store.put(moment_on(date(9999, 12, 31), id=sam().id), expected_revision=0)

    assert store.has(Moment)
    assert len(store.all(Moment)) == 2


def test_the_first_and_last_month_are_no_record_of_the_person(store):
    store.put(a_moment(), expected_revision=0)

    assert rows(store).count() == 2
    assert [type(record) for record in store.every()] == [Moment]


def test_nobody_can_write_over_the_first_and_last_month(store):
    forged = Span(id=store._span_id(), first="2026-01", last="2026-01")

    with pytest.raises(Conflict):
        store.put(forged, expected_revision=0)


def test_what_is_kept_shows_no_word_in_its_row(store):
    store.put(a_moment(note="The milk was cold."), expected_revision=0)

    row = rows(store).values_list("bucket", "sealed")
    assert all(b"milk" not in bytes(bucket) + bytes(sealed) for bucket, sealed in row)


# Damage


@pytest.fixture
def three(store):
    """Sam and two moments."""
    store.put(sam(), expected_revision=0)
    store.put(moment_on(date(2026, 3, 3), note="one"), expected_revision=0)
    store.put(moment_on(date(2026, 2, 2), id=asked_sam().id, note="two"), expected_revision=0)
    return store


def flipped(sealed, position=40):
    changed = bytearray(sealed)
    changed[position] ^= 1
    return bytes(changed)


def test_one_damaged_record_does_not_take_the_others_away(three):
    row = rows(three, id=a_moment().id)
    row.update(sealed=flipped(row.get().sealed))

    assert [moment.note for moment in three.all(Moment)] == ["two"]
    assert three.damaged == 1
    assert len(list(three.every())) == 2
    assert three.broken_rows() == (4, [a_moment().id])
    with pytest.raises(Damaged):
        three.get(Moment, a_moment().id)


@pytest.mark.parametrize(
    "column",
    [
        {"sealed": b""},
        {"sealed": b"\xb5"},
        {"sealed": b"\xb5\x02" + bytes(400)},
        {"revision": 7},
        {"bucket": b"\x01" * 16},
        {"bucket": b""},
    ],
)
def test_every_damaged_column_is_refused_and_named(three, column):
    rows(three, id=a_moment().id).update(**column)

    assert three.broken_rows() == (4, [a_moment().id])
    assert len(list(three.every())) == 2


@pytest.mark.one_file  # PostgreSQL takes no other type
@pytest.mark.parametrize(
    ("column", "value"),
    [("sealed", "text"), ("sealed", 5), ("bucket", "0123456789abcdef"), ("bucket", 1), ("id", "?")],
)
def test_a_column_of_another_type_is_refused_and_takes_nothing_down(three, column, value):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE vault_sealedrow SET {column} = %s WHERE id = %s", [value, a_moment().id.hex]
        )

    count, broken = three.broken_rows()

    assert count == 4
    assert len(broken) == 1
    assert [moment.note for moment in three.all(Moment)] == ["two"]


def test_two_rows_that_were_swapped_are_both_refused(three):
    one, other = rows(three, id=a_moment().id), rows(three, id=asked_sam().id)
    first, second = one.get(), other.get()
    one.update(bucket=second.bucket, sealed=second.sealed)
    other.update(bucket=first.bucket, sealed=first.sealed)

    assert set(three.broken_rows()[1]) == {a_moment().id, asked_sam().id}
    assert three.all(Moment) == []


def test_a_row_moved_to_another_account_is_refused(three, alice):
    rows(three, id=a_moment().id).update(account_id=alice.account_id)

    assert alice.store.broken_rows() == (1, [a_moment().id])
    assert list(alice.store.every()) == []


def test_an_older_revision_put_back_is_refused(store):
    old = rows(store, id=store.put(a_moment(note="one"), expected_revision=0).id).get()
    store.put(a_moment(note="two"), expected_revision=1)
    rows(store, id=old.id).update(sealed=old.sealed)

    assert store.broken_rows()[1] == [old.id]


def test_a_damaged_record_is_not_written_over_by_a_change(three):
    rows(three, id=a_moment().id).update(sealed=b"")

    with pytest.raises(Conflict) as conflict:
        three.put(a_moment(note="changed"), expected_revision=1)

    assert conflict.value.kept is None


def test_an_import_brings_a_damaged_record_back(three):
    rows(three, id=a_moment().id).update(sealed=b"", revision=9)

    three.put(moment_on(date(2026, 3, 3), note="one"), expected_revision=0)

    assert three.broken_rows()[1] == []
    assert three.get(Moment, a_moment().id).note == "one"


def test_a_damaged_record_can_be_removed(three):
    rows(three, id=a_moment().id).update(sealed=b"")

    three.remove(a_moment())

    assert three.broken_rows() == (3, [])


def test_when_the_first_and_last_month_are_damaged_everything_is_still_found(three):
    rows(three, id=three._span_id()).update(sealed=b"")
    again = SealedStore(three._account, three._sealer)

    assert {moment.note for moment in again.all(Moment)} == {"one", "two"}
    assert again.has(Moment)
    assert again.broken_rows()[1] == [three._span_id()]


def test_the_next_save_mends_the_first_and_last_month(three):
    rows(three, id=three._span_id()).update(sealed=b"", revision=5)
    again = SealedStore(three._account, three._sealer)

    again.put(moment_on(date(2026, 3, 5), id=UUID(int=9)), expected_revision=0)

    assert again.broken_rows()[1] == []
    assert len(again.all(Moment)) == 3


# Other releases


def body(kind, version, data):
    return msgspec.msgpack.encode({"v": version, "kind": kind, "data": data})


def seal_as_is(store, kind, version, data, *, record_id, month="0000-00", revision=1):
    bucket = store._sealer.bucket(kind, month)
    sealed = store._sealer.seal(
        body(kind, version, data), bucket=bucket, record_id=record_id.bytes, revision=revision
    )
    SealedRow(
        account_id=store._account, id=record_id, bucket=bucket, revision=revision, sealed=sealed
    ).save(force_insert=True)


def test_a_kind_of_a_later_release_is_carried_whole(store):
    data = {"id": a_moment().id.bytes, "text": "not known here", "revision": 1}
    seal_as_is(store, "dream", 1, data, record_id=a_moment().id)

    (foreign,) = store.every()

    assert isinstance(foreign, Foreign)
    assert (foreign.foreign_kind, foreign.foreign_version) == ("dream", 1)
    assert msgspec.msgpack.decode(foreign.contents) == data
    assert "not known" not in repr(foreign)
    assert store.broken_rows() == (1, [])


def test_a_later_version_of_a_known_kind_is_kept_and_not_shown(store):
    data = {"id": a_moment().id.bytes, "revision": 1, "colour": "green"}
    seal_as_is(store, "moment", 2, data, record_id=a_moment().id)

    assert store.all(Moment) == []
    with pytest.raises(NotKept):
        store.get(Moment, a_moment().id)
    with pytest.raises(Conflict):
        store.put(a_moment(), expected_revision=1)
    assert [type(record) for record in store.every()] == [Foreign]


def test_what_is_carried_can_be_brought_in_twice_and_is_there_once(store):
    foreign = Foreign(
        id=a_moment().id,
        revision=4,
        foreign_kind="dream",
        foreign_version=1,
        contents=msgspec.Raw(msgspec.msgpack.encode({"id": a_moment().id.bytes, "revision": 4})),
    )

    store.put(foreign, expected_revision=0)
    store.put(foreign, expected_revision=0)

    (kept,) = store.every()
    assert kept.says_the_same_as(foreign)


def test_contents_that_are_no_record_are_damage_and_no_crash(store):
    seal_as_is(store, "moment", 1, {"what": 7}, record_id=a_moment().id, month="2026-03")
    seal_as_is(store, "moment", 1, "a text", record_id=sam().id)

    assert set(store.broken_rows()[1]) == {a_moment().id, sam().id}


def test_old_contents_are_lifted_when_they_are_read(store, own_registry):
    note_kind()
    old = {"id": a_moment().id.bytes, "on": "2026-03-03", "text": "as it was", "revision": 1}
    seal_as_is(store, "test-note", 1, old, record_id=a_moment().id, month="2026-03")
    from beside.kernel import records

    del records._kinds["test-note"]
    later = later_note_kind()

    @upgrade("test-note", to=2)
    def text_is_called_words(data):
        return {**data, "words": data.pop("text")}

    kept = store.get(later, a_moment().id)

    assert kept.words == "as it was"
    saved = store.put(kept.but(words="as it is"), expected_revision=1)
    assert store.get(later, a_moment().id) == saved
    assert store.all(later) == [saved]


def test_a_missing_step_is_damage_and_not_a_guess(own_registry):
    later = later_note_kind()
    old = body("test-note", 1, {"id": a_moment().id.bytes, "text": "as it was"})

    with pytest.raises(NotReadable) as refused:
        contents.decoded(old, later)

    assert "as it was" not in str(refused.value)


def test_what_was_carried_can_be_changed_once_its_kind_is_known(store, own_registry):
    """It came with the revision of another notebook inside, and has the row's from then on."""
    data = {"id": a_moment().id.bytes, "on": "2026-03-03", "text": "mine", "revision": 5}
    foreign = Foreign(
        id=a_moment().id,
        foreign_kind="test-note",
        foreign_version=1,
        contents=msgspec.Raw(msgspec.msgpack.encode(data)),
    )
    store.put(foreign, expected_revision=0)
    note = note_kind()

    (kept,) = store.all(note)
    store.put(kept.but(text="changed"), expected_revision=kept.revision)

    assert kept.revision == 1
    assert store.get(note, a_moment().id).text == "changed"


@pytest.mark.parametrize("junk", [b"", b"\x00", b"\xc1", b"\x81\xa1v\x01", b"\xff" * 40])
def test_contents_that_cannot_be_read_say_nothing_of_themselves(junk):
    with pytest.raises(NotReadable) as refused:
        contents.decoded(junk, Person)
    with pytest.raises(NotReadable):
        contents.decoded_any(junk, revision=1, record_id=sam().id)

    assert str(refused.value) in ("", "person")
