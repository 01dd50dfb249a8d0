"""A marked device adds and never reads; what waits is sealed, and there is not much room."""

from datetime import date

import pytest

from beside.keeping.accounts import devices
from beside.keeping.accounts.devices import ROOM, Full, NotMarked
from beside.keeping.accounts.models import Device, Letter
from beside.keeping.disk.writing import writing
from beside.kernel.ids import new_id

DAY = date(2026, 3, 3)
LETTER = b"Carried it up alone."

pytestmark = pytest.mark.django_db


def marked(notebook, name="A phone"):
    return devices.mark(notebook.account_id, notebook.data_key, name=name, on=DAY)


def drop(cookie, body=LETTER, letter_id=None):
    devices.put_in(devices.opening_of(cookie), letter_id=letter_id or new_id(), body=body)


def taken(notebook):
    with writing():
        return [one.body for one in devices.take_out(notebook.account_id, notebook.data_key)]


def test_what_is_dropped_in_is_taken_out_once(alice):
    cookie = marked(alice)
    drop(cookie)
    drop(cookie, b"Another one.")

    assert devices.are_waiting(alice.account_id)
    assert sorted(taken(alice)) == [b"Another one.", LETTER]
    assert taken(alice) == []
    assert not devices.are_waiting(alice.account_id)


def test_the_same_letter_twice_is_one(alice):
    cookie, letter_id = marked(alice), new_id()

    drop(cookie, letter_id=letter_id)
    drop(cookie, letter_id=letter_id)

    assert taken(alice) == [LETTER]


def test_nothing_of_it_lies_in_the_tables_in_clear(alice):
    cookie = marked(alice, "Kitchen tablet")
    drop(cookie)
    token = devices.opening_of(cookie).slot.token
    public = devices.opening_of(cookie).slot.public

    row, letter = Device.objects.get(), Letter.objects.get()
    lying = b"".join(bytes(part) for part in (row.id, row.about, letter.device, letter.sealed))
    for secret in (LETTER, b"Kitchen", token, public):
        assert secret not in lying


def test_a_device_puts_into_its_own_notebook_alone(alice, bob):
    drop(marked(alice))

    assert not devices.are_waiting(bob.account_id)
    assert taken(bob) == []
    assert taken(alice) == [LETTER]


def test_a_letter_moved_to_another_notebook_does_not_open(alice, bob):
    drop(marked(alice))
    Letter.objects.update(account_id=bob.account_id)

    assert taken(bob) == [None]


def test_a_letter_that_somebody_put_there_without_the_device_is_told_apart(alice):
    marked(alice)
    device = Device.objects.get().id
    row = {"account_id": alice.account_id, "id": new_id(), "device": device}
    Letter(**row, sealed=b"\xba\x01" + bytes(400)).save(force_insert=True)

    assert taken(alice) == [None]
    assert taken(alice) == []


def test_only_so_many_wait(alice):
    cookie = marked(alice)
    for _ in range(ROOM):
        drop(cookie)

    with pytest.raises(Full):
        drop(cookie)
    assert len(taken(alice)) == ROOM
    drop(cookie)


def test_only_so_many_devices_are_marked(alice):
    for _ in range(devices.MOST):
        marked(alice)

    with pytest.raises(Full):
        marked(alice)


def test_a_device_that_was_removed_puts_nothing_in(alice):
    cookie = marked(alice)
    opening = devices.opening_of(cookie)
    devices.unmark(alice.account_id, opening.slot.device)

    with pytest.raises(NotMarked):
        devices.opening_of(cookie)
    with pytest.raises(NotMarked):  # it was on its page meanwhile
        devices.put_in(opening, letter_id=new_id(), body=LETTER)


def test_nobody_removes_anothers_device(alice, bob):
    cookie = marked(alice)

    devices.unmark(bob.account_id, devices.opening_of(cookie).slot.device)

    assert devices.opening_of(cookie).account_id == alice.account_id


@pytest.mark.parametrize("cookie", ["", "nothing", "A" * 86])
def test_a_cookie_of_nobody_is_not_marked(alice, cookie):
    with pytest.raises(NotMarked):
        devices.opening_of(cookie)


def test_the_list_shows_names_and_days(alice, bob):
    marked(alice, "A phone")
    marked(bob, "Another")

    (known,) = devices.devices_of(alice.account_id, alice.data_key)
    assert (known.name, known.since) == ("A phone", DAY)
    assert devices.devices_of(alice.account_id, bob.data_key) == []
    assert repr(known) == "<Marked>"
