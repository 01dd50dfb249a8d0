"""No question to the table of records is asked without saying whose: a slip would mix notebooks."""

import re

import pytest
from django.db import connection
from django.test import Client

from beside.keeping.vault.copies import take_copy
from tests.promises.visit import Visit
from tests.support.quick import nobody_came_before, quick_words
from tests.support.served import Page, Visitor

__all__ = ["nobody_came_before", "quick_words"]

TABLE = "vault_sealedrow"
WHOSE = re.compile(r'WHERE.*"?account_id"?\s*(=|IN)\s*', re.DOTALL)


class VisitorInHere(Visitor):
    """The same visitor, in this process, so that every question can be listened to."""

    def __init__(self):
        self.client = Client(enforce_csrf_checks=True, HTTP_HOST="127.0.0.1")
        self.paths, self.pages = [], []

    def _ask(self, method, path, body=b"", kind=""):
        self.paths.append(path)
        sent = {"data": body, "content_type": kind} if method == "POST" else {}
        more = {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ACCEPT": "text/html"}
        answer = self.client.generic(method, path, **sent, **more)
        page = Page(
            answer.status_code,
            path,
            answer.content.decode("utf-8", "replace"),
            answer.headers,
            answer.content,
        )
        self.pages.append(page)
        if page.status in {302, 303} and answer.headers["Location"].startswith("/"):
            return self.get(answer.headers["Location"])
        return page


@pytest.fixture
def asked():
    """Return what was asked while the test runs."""
    questions = []

    def listen(execute, sql, params, many, context):
        questions.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield questions


def without_a_name(questions):
    """Return the questions to the table that do not say whose rows they mean."""
    return [
        sql
        for sql in questions
        if TABLE in sql and sql.startswith(("SELECT", "UPDATE", "DELETE")) and not WHOSE.search(sql)
    ]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("quick_words", "nobody_came_before")
def test_no_page_asks_without_saying_whose(asked):
    visit = Visit(VisitorInHere())
    visit.everything()
    take_copy()
    form = visit.visitor.get("/settings/delete/")
    gone = visit.visitor.submit(form, "sure", words=visit.later, sure="on")
    assert gone.path.startswith("/gone/")

    rows = [sql for sql in asked if TABLE in sql]
    assert len(rows) > 200
    assert {sql.split()[0] for sql in rows} >= {"SELECT", "INSERT", "UPDATE", "DELETE"}
    assert without_a_name(asked) == []
    assert all("account_id" in sql for sql in rows if sql.startswith("INSERT"))


@pytest.mark.django_db
def test_a_question_that_does_not_say_whose_would_be_seen(asked):
    from beside.keeping.vault.models import SealedRow

    SealedRow.objects.filter(revision=3).exists()
    SealedRow.objects.filter(account_id="a11ce000-0000-4000-8000-000000000001").exists()

    assert len(without_a_name(asked)) == 1
