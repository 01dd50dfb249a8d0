"""What the database gave up for another's sake is done again whole, and nothing else is."""

import threading

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction

from beside.keeping.disk import clashes
from beside.keeping.disk.clashes import TRIES, until_it_holds, was_given_up
from beside.keeping.disk.writing import writing
from beside.keeping.vault.models import SealedRow
from beside.kernel.ids import new_id

ALICE = new_id()


class FromTheServer(Exception):
    """What the driver raises, as far as it is looked at."""

    def __init__(self, sqlstate):
        super().__init__()
        self.sqlstate = sqlstate


def problem(sqlstate, kind=OperationalError):
    raised = kind()
    raised.__cause__ = FromTheServer(sqlstate)
    return raised


class Attempt:
    """Fails with each of *problems*, and then comes to something."""

    def __init__(self, *problems):
        self.problems, self.times, self.tidied = list(problems), 0, 0

    def __call__(self):
        self.times += 1
        if self.problems:
            raise self.problems.pop(0)
        return "kept"

    def tidy(self):
        self.tidied += 1


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch):
    monkeypatch.setattr(clashes.time, "sleep", lambda _: None)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("sqlstate", ["40001", "40P01"])
def test_what_was_given_up_is_done_again(sqlstate):
    attempt = Attempt(problem(sqlstate), problem(sqlstate))

    assert until_it_holds(attempt, before_again=attempt.tidy) == "kept"
    assert (attempt.times, attempt.tidied) == (3, 2)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "other", [problem("53100"), problem("23505", IntegrityError), OperationalError("locked")]
)
def test_what_failed_for_another_reason_is_not(other):
    attempt = Attempt(other)

    with pytest.raises(DatabaseError):
        until_it_holds(attempt)

    assert attempt.times == 1


@pytest.mark.django_db(transaction=True)
def test_it_ends_after_a_few_times():
    attempt = Attempt(*[problem("40001") for _ in range(TRIES + 5)])

    with pytest.raises(OperationalError):
        until_it_holds(attempt)

    assert attempt.times == TRIES


@pytest.mark.django_db(transaction=True)
def test_a_part_of_a_transaction_is_never_done_again():
    attempt = Attempt(problem("40001"))

    with pytest.raises(OperationalError), transaction.atomic():
        until_it_holds(attempt)

    assert attempt.times == 1


def row(revision=1):
    return SealedRow(
        account_id=ALICE, id=new_id(), bucket=bytes(16), revision=revision, sealed=b"sealed"
    )


def how_many():
    return SealedRow.objects.filter(account_id=ALICE).count()


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_what_is_written_together_comes_out_as_if_one_had_written_after_the_other():
    """Each looks whether there is a row and writes one where there is none: so there is one."""
    came, both = [], threading.Barrier(2)

    def once_there_is_none(number):
        def attempt():
            with writing():
                nobody = how_many() == 0
                if number not in came:
                    came.append(number)
                    both.wait(5)
                if nobody:
                    row().save(force_insert=True)

        until_it_holds(attempt)
        connection.close()

    threads = [threading.Thread(target=once_there_is_none, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert how_many() == 1


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_what_postgresql_gives_up_is_known_by_its_number():
    with pytest.raises(OperationalError) as raised, writing(), connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$")

    assert was_given_up(raised.value)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_what_is_kept_is_on_the_disk_before_it_is_said_to_be():
    asked = {}
    with writing(), connection.cursor() as cursor:
        for name in ("synchronous_commit", "transaction_isolation"):
            cursor.execute("SELECT current_setting(%s)", [name])
            asked[name] = cursor.fetchone()[0]

    assert asked == {"synchronous_commit": "on", "transaction_isolation": "serializable"}


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_what_fails_leaves_nothing_of_what_was_written_together():
    def write_twice_and_fail():
        with writing():
            row().save(force_insert=True)
            with writing():
                row().save(force_insert=True)
            raise KeyError

    with pytest.raises(KeyError):
        write_twice_and_fail()

    assert how_many() == 0
