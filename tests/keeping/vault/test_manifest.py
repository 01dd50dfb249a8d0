"""A row taken away, put back as it was before, or put in another's place is noticed."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection

from beside.keeping.disk.clashes import until_it_holds
from beside.keeping.vault.keeper import SealedStore
from beside.keeping.vault.manifest import Found
from beside.keeping.vault.models import Manifest, SealedRow
from beside.keeping.vault.notebook import remove_everything
from tests.support.cast import a_moment, ines, sam

DAY = date(2026, 3, 3)
FIRST, SECOND, THIRD = (UUID(int=n) for n in (1, 2, 3))


@pytest.fixture
def three(store):
    for record_id in (FIRST, SECOND, THIRD):
        store.put(a_moment(id=record_id, note=f"note {record_id.int}"), expected_revision=0)
    return store


def rows(store, **which):
    return SealedRow.objects.filter(account_id=store._account, **which)


def found(store, on=DAY):
    return store.look(on=on).found


def test_what_was_written_is_there_as_it_was_left(three):
    look = three.look(on=DAY)

    assert look.found is Found.as_left
    assert look.there == look.counted == rows(three).count() == 4  # with the span


def test_changes_and_removals_are_counted_as_they_are_made(three):
    first = three.get(type(a_moment()), FIRST)
    three.put(first.but(note="another"), expected_revision=1)
    three.remove(a_moment(id=SECOND))
    three.remove(a_moment(id=SECOND))
    three.put(sam(), expected_revision=0)

    assert found(three) is Found.as_left


def test_what_is_undone_is_not_counted(three):
    before = three.look(on=DAY).changes

    def half_of_it():
        with three.together():
            three.put(ines(), expected_revision=0)
            three.remove(a_moment(id=FIRST))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_of_it()

    after = three.look(on=DAY)
    assert (after.found, after.changes) == (Found.as_left, before)


def test_a_row_that_was_taken_away_is_noticed(three):
    rows(three, id=SECOND).delete()

    look = three.look(on=DAY)

    assert (look.found, look.there, look.counted) == (Found.differs, 3, 4)


def test_a_row_put_back_as_it_was_before_is_noticed(three):
    before = rows(three, id=FIRST).values("bucket", "revision", "sealed").get()
    first = three.get(type(a_moment()), FIRST)
    three.put(first.but(note="I changed my mind"), expected_revision=1)
    rows(three, id=FIRST).update(**before)

    assert three.get(type(a_moment()), FIRST).note == "note 1"  # it opens: it was ours once
    assert found(three) is Found.differs


def test_a_row_that_was_removed_and_is_put_back_is_noticed(three):
    kept = rows(three, id=FIRST).values().get()
    three.remove(a_moment(id=FIRST))
    SealedRow(**kept).save(force_insert=True)

    assert found(three) is Found.differs


def test_two_rows_that_changed_places_are_noticed(three):
    one, two = (rows(three, id=which).get() for which in (FIRST, SECOND))
    rows(three, id=FIRST).update(sealed=two.sealed)
    rows(three, id=SECOND).update(sealed=one.sealed)

    assert found(three) is Found.differs


def test_a_row_with_another_tag_or_revision_is_noticed(three):
    rows(three, id=FIRST).update(revision=7)
    assert found(three) is Found.differs

    rows(three, id=FIRST).update(revision=1)
    assert found(three) is Found.as_left


def test_the_count_of_before_with_the_rows_of_now_is_noticed(three):
    before = Manifest.objects.get(account_id=three._account).sealed
    three.put(sam(), expected_revision=0)
    Manifest.objects.filter(account_id=three._account).update(sealed=before)

    assert found(three) is Found.differs


def test_a_count_that_is_gone_is_noticed_and_not_made_anew_in_silence(three):
    Manifest.objects.filter(account_id=three._account).delete()
    rows(three, id=SECOND).delete()
    three.put(sam(), expected_revision=0)

    assert found(three) is Found.no_count
    assert Manifest.objects.filter(account_id=three._account).count() == 0


def test_a_count_that_is_not_ours_is_noticed_and_writing_goes_on(three):
    Manifest.objects.filter(account_id=three._account).update(sealed=b"nothing of ours")

    three.put(sam(), expected_revision=0)

    assert found(three) is Found.no_count
    assert three.get(type(sam()), sam().id) == sam(revision=1)


def test_whoever_was_told_goes_on_from_what_is_there(three):
    rows(three, id=SECOND).delete()
    before = three.look(on=DAY)

    three.counted.count_anew(on=DAY)

    after = three.look(on=DAY)
    assert (after.found, after.there) == (Found.as_left, 3)
    assert after.changes > before.changes
    three.put(sam(), expected_revision=0)
    assert found(three) is Found.as_left


def test_going_on_works_where_the_count_was_gone(three):
    Manifest.objects.filter(account_id=three._account).delete()

    three.counted.count_anew(on=DAY)

    assert found(three) is Found.as_left


def of_an_older_release(store):
    """Take the count away, and that there was one, as a notebook of before has neither."""
    Manifest.objects.filter(account_id=store._account).delete()
    span = store._span()
    store._write(span.but(counted=False, revision=span.revision + 1), new=False)
    Manifest.objects.filter(account_id=store._account).delete()


def test_an_older_notebook_is_taken_as_it_is_found_and_counted_from_then_on(three):
    of_an_older_release(three)

    assert three.counted.is_due(DAY)
    assert found(three) is Found.as_left
    assert three._span().counted
    rows(three, id=FIRST).delete()
    assert found(three) is Found.differs


def test_an_older_notebook_is_counted_with_its_next_save_too(three):
    of_an_older_release(three)

    three.put(sam(), expected_revision=0)

    rows(three, id=FIRST).delete()
    assert found(three) is Found.differs


def test_a_look_is_due_after_a_week_and_only_where_all_was_there(three):
    assert three.counted.is_due(DAY)
    found(three)
    assert not three.counted.is_due(DAY)
    assert not three.counted.is_due(DAY + timedelta(days=6))
    assert three.counted.is_due(DAY + timedelta(days=7))
    assert three.counted.is_due(DAY - timedelta(days=30))  # a clock that was set back

    rows(three, id=SECOND).delete()
    found(three, on=DAY + timedelta(days=7))
    assert three.counted.is_due(DAY + timedelta(days=7))


def test_one_notebook_does_not_count_anothers_rows(alice, bob):
    alice.store.put(a_moment(id=FIRST), expected_revision=0)
    bob.store.put(a_moment(id=SECOND), expected_revision=0)
    bob.store.remove(a_moment(id=SECOND))

    assert found(alice.store) is Found.as_left
    assert found(bob.store) is Found.as_left


def test_the_count_leaves_with_the_notebook(transactional_db, alice):
    alice.store.put(a_moment(id=FIRST), expected_revision=0)

    remove_everything(alice.account_id)

    assert Manifest.objects.filter(account_id=alice.account_id).count() == 0


def test_a_save_costs_the_same_number_of_questions_in_a_larger_notebook(store):
    def asked(record_id):
        questions = []

        def listen(execute, sql, params, many, context):
            questions.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(listen):
            store.put(a_moment(id=record_id), expected_revision=0)
        return questions

    store.put(a_moment(id=UUID(int=99)), expected_revision=0)
    early = asked(FIRST)
    for number in range(100, 140):
        store.put(a_moment(id=UUID(int=number)), expected_revision=0)

    assert len(asked(SECOND)) == len(early)
    assert not any("substr" in sql for sql in early)


def test_a_fresh_store_of_the_same_notebook_finds_the_same(three):
    again = SealedStore(three._account, three._sealer)

    assert found(again) is Found.as_left


def at_once(*acts):
    """Run *acts* at the same time, each with a connection of its own."""
    start = threading.Barrier(len(acts))

    def run(act):
        try:
            start.wait(10)
            act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        for running in [pool.submit(run, act) for act in acts]:
            running.result()


def test_writes_at_once_are_all_counted(transactional_db, store):
    store.put(a_moment(id=UUID(int=999)), expected_revision=0)

    def writer(first):
        own = SealedStore(store._account, store._sealer)

        def write():
            for number in range(first, first + 8):
                moment = a_moment(id=UUID(int=number))
                until_it_holds(lambda m=moment: own.put(m, expected_revision=0))
            until_it_holds(lambda: own.remove(a_moment(id=UUID(int=first))))

        return write

    at_once(*map(writer, (100, 200, 300, 400)))

    look = store.look(on=DAY)
    assert (look.found, look.there) == (Found.as_left, 4 * 7 + 2)


def test_first_writes_at_once_make_one_count(transactional_db, alice):
    def writer(number):
        own = SealedStore(alice.account_id, alice.store._sealer)
        moment = a_moment(id=UUID(int=number))
        return lambda: until_it_holds(lambda: own.put(moment, expected_revision=0))

    at_once(*map(writer, (1, 2, 3, 4)))

    assert (found(alice.store), Manifest.objects.count()) == (Found.as_left, 1)
