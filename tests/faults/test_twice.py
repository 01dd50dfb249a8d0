"""The same form twice, or twenty times at once, is one record; two tabs lose neither text."""

import json
import re
import threading

import pytest
from django.db import connection

import beside.config.kinds  # noqa: F401 - fills the registry
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.wraps import DataKey
from beside.keeping.disk.clashes import until_it_holds
from beside.keeping.vault.keeper import SealedStore
from beside.kernel.ids import new_id
from beside.kernel.store import Conflict
from tests.faults.conftest import ALICES_WORDS
from tests.support.cast import a_moment
from tests.support.served import Visitor

pytestmark = pytest.mark.fault


def at_once(times, act):
    """Do *act* (which takes its number) *times* in parallel, and return what came of each."""
    ready, came = threading.Barrier(times), {}

    def one(number):
        ready.wait()
        try:
            came[number] = until_it_holds(lambda: act(number))
        except Conflict as conflict:
            came[number] = conflict
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [came[number] for number in range(times)]


@pytest.fixture
def opened(transactional_db):
    """Return a way to open one notebook, as each request does for itself."""
    account_id, key = new_id(), DataKey(1, bytearray(range(32)))
    return lambda: SealedStore(account_id, RecordSealer(account_id, key))


def test_one_record_saved_20_times_at_once_is_there_once(opened):
    came = at_once(20, lambda _: opened().put(a_moment(note="one"), expected_revision=0))

    assert came == [a_moment(note="one", revision=1)] * 20
    assert list(opened().every()) == [a_moment(note="one", revision=1)]


def test_of_20_different_changes_at_once_one_is_kept_and_19_are_shown_both(opened):
    opened().put(a_moment(note="before"), expected_revision=0)

    came = at_once(
        20, lambda number: opened().put(a_moment(note=f"tab {number}"), expected_revision=1)
    )

    refused = [one for one in came if isinstance(one, Conflict)]
    (kept,) = [one for one in came if not isinstance(one, Conflict)]
    assert len(refused) == 19
    assert all(conflict.kept == kept for conflict in refused)
    assert len({conflict.offered.note for conflict in refused} | {kept.note}) == 20
    assert list(opened().every()) == [kept]


def test_20_different_records_at_once_are_20(opened):
    came = at_once(20, lambda _: opened().put(a_moment(id=new_id()), expected_revision=0))

    assert {record.id for record in came} == {record.id for record in opened().every()}
    assert opened().broken_rows()[1] == []


def everything(visitor):
    page = visitor.submit(visitor.get("/settings/export/"), "way", words=ALICES_WORDS, way="plain")
    return json.loads(page.body)["records"]


def test_the_same_tap_sent_20_times_at_once_is_one_moment(program, alice):
    form = alice.get("/moments/new/").form("id", "what")
    fields = {**form.fields, "what": "left_it_undone"}

    def tap(_):
        tab = Visitor(program)
        tab.cookies = dict(alice.cookies)
        return tab.send("/moments/", fields).status

    assert at_once(20, tap) == [200] * 20
    kept = [
        record for record in everything(alice) if record["data"].get("what") == "left_it_undone"
    ]
    assert [record["id"] for record in kept] == [fields["id"]]
    assert kept[0]["data"]["revision"] == 1


def test_the_same_person_sent_20_times_at_once_is_there_once(program, alice):
    fields = alice.get("/people/new/").form("id", "name").fields
    fields |= {"name": "Quentin", "hurt": "no", "afraid": "no", "ring": ""}

    def send(_):
        tab = Visitor(program)
        tab.cookies = dict(alice.cookies)
        return tab.send("/people/new/", fields).status

    assert at_once(20, send) == [200] * 20
    assert [r["data"]["name"] for r in everything(alice) if r["kind"] == "person"] == ["Quentin"]


def test_two_tabs_show_both_texts_and_either_can_be_kept(alice):
    today = alice.submit(alice.get("/moments/new/"), "id", "what", what="asked")
    place = re.search(r"/moments/[0-9a-f-]{36}/", today.text)[0]
    one, other = alice.get(place), alice.get(place)
    alice.submit(one, "note", note="The first tab said this.")

    conflict = alice.submit(other, "note", note="The second tab said that.")

    assert conflict.status == 409
    assert "The first tab said this." in conflict.text
    assert "The second tab said that." in conflict.text
    assert "The first tab said this." in alice.get(place).text
    resolved = alice.submit(conflict, "note", to=place)
    assert resolved.status == 200
    assert "The second tab said that." in alice.get(place).text
