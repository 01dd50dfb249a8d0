"""A request that the database gave up is answered from its beginning, and nobody notices."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import RequestFactory

from beside.around.circle.model import Person
from beside.keeping.disk import clashes
from beside.keeping.disk.clashes import TRIES
from beside.kernel.ids import new_id
from beside.pages.front.once_more import OnceMore
from beside.pages.front.opened import opened
from tests.support.people import Somebody

pytestmark = pytest.mark.postgresql

WRITES = re.compile(r'INSERT INTO "?vault_')


class GivenUp(Exception):
    sqlstate = "40001"


class Clashing:
    """Gives the first *times* writes of a request up, as PostgreSQL does."""

    def __init__(self, times: int) -> None:
        self.left, self.times = times, 0

    def __call__(self, execute, sql, params, many, context):
        if WRITES.match(sql):
            self.times += 1
            if self.left:
                self.left -= 1
                raise OperationalError from GivenUp()
        return execute(sql, params, many, context)


def add(somebody: Somebody, clashing: Clashing) -> HttpResponse:
    said = {"id": str(new_id()), "name": "Quentin", "hurt": "no", "afraid": "no", "ring": ""}
    with connection.execute_wrapper(clashing):
        return somebody.client.post("/people/new/", said)


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch):
    monkeypatch.setattr(clashes.time, "sleep", lambda _: None)


@pytest.mark.parametrize("times", [1, 3])
def test_it_is_kept_once_however_often_it_was_given_up(alice: Somebody, times: int) -> None:
    answer = add(alice, clashing := Clashing(times))

    assert answer.status_code in {302, 303}
    assert clashing.times > times
    assert [person.name for person in alice.store.all(Person)] == ["Quentin"]


def test_what_is_given_up_again_and_again_comes_back_with_what_was_typed(alice: Somebody) -> None:
    alice.client.raise_request_exception = False

    answer = add(alice, Clashing(10 * TRIES))

    assert answer.status_code == 503
    assert "Quentin" in answer.content.decode()
    assert alice.store.all(Person) == []


def test_a_file_is_read_from_its_beginning_each_time(alice: Somebody) -> None:
    request = RequestFactory().post("/", {"file": SimpleUploadedFile("a.json", b"all of it")})
    read = []

    def view(request):
        read.append(request.FILES["file"].read())
        if len(read) < 3:
            raise OperationalError from GivenUp()
        return HttpResponse()

    OnceMore(lambda _: HttpResponse()).process_view(request, view, (), {})

    assert read == [b"all of it"] * 3


def test_the_notebook_is_opened_anew_and_its_key_of_before_is_wiped(alice: Somebody) -> None:
    request = RequestFactory().get("/")
    request.COOKIES = {name: morsel.value for name, morsel in alice.client.cookies.items()}
    keys = []

    def view(request):
        keys.append(opened(request).notebook.data_key)
        if len(keys) < 2:
            raise OperationalError from GivenUp()
        return HttpResponse()

    OnceMore(lambda _: HttpResponse()).process_view(request, view, (), {})

    assert bytes(keys[0].secret) == bytes(32)
    assert keys[1] == alice.data_key
