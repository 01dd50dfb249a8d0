"""No question is asked without saying whose rows it means: a slip would mix notebooks.

Two kinds there are: of one account, and by the hash that a small table is found by. On one computer
there is a third: the words alone open, so that the locks of all notebooks are looked through.
"""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import AutoField
from django.test import Client

from beside.keeping.accounts.models import AccountName, Wrap
from beside.keeping.vault.copies import take_copy
from beside.keeping.vault.models import SealedRow
from tests.promises.visit import Visit
from tests.support.engine import ENGINE
from tests.support.quick import nobody_came_before, quick_words
from tests.support.served import Page, Visitor

__all__ = ["nobody_came_before", "quick_words"]

TABLE = "vault_sealedrow"
FOUND_BY = {
    "accounts_account": "id",
    "accounts_accountname": "name_hash",
    "accounts_device": "id",
    "accounts_epochkey": "hour",
    "accounts_invitation": "code_hash",
    "accounts_opensession": "cookie_hash",
    "accounts_passkey": "id",
    "accounts_tries": "what",
    "reminding_stoplink": "stop_hash",
    "sharing_linkproof": "proof_hash",
}
"""The small tables, and the hash (or the number) that each is found by."""
NOBODYS = "accounts_epochkey"
"""It holds the keys of hours, and nothing of any account."""
LOOKED_THROUGH = {"accounts_account", "accounts_wrap", "accounts_passkey"}
"""On one computer nobody is asked for a name."""
ASKED = re.compile(r'\s*(?:SELECT\b.*?\bFROM|UPDATE|DELETE\s+FROM)\s+"?(\w+)"?', re.DOTALL)


class VisitorInHere(Visitor):
    """The same visitor, in this process, so that every question can be listened to."""

    def __init__(self):
        self.client = Client(enforce_csrf_checks=True, HTTP_HOST="127.0.0.1")
        self.paths, self.pages = [], []

    def another(self):
        other = VisitorInHere()
        other.paths, other.pages = self.paths, self.pages
        return other

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


class NamedVisitor(VisitorInHere):
    """The same where many are served: with a name that was drawn, and is asked for at the door."""

    notebook = ""

    def keeps_a_notebook(self, words):
        page = self.get("/keep/")
        self.notebook = page.form("notebook", "own").fields["notebook"]
        return self.submit(page, "own", own=words)

    def opens(self, words):
        return self.submit(self.get("/open/"), "words", words=words, notebook=self.notebook)


@pytest.fixture
def asked():
    """Return what was asked while the test runs."""
    questions = []

    def listen(execute, sql, params, many, context):
        questions.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield questions


def without_a_name(questions, *, but=frozenset()):
    """Return the questions that do not say whose rows they mean, to any table *but* these."""
    return [sql for sql in questions if not _says_whose(sql, but)]


def _says_whose(sql, but):
    asked = ASKED.match(sql)
    tables = {table._meta.db_table for table in apps.get_models()}
    if asked is None or asked[1] not in tables - but - {NOBODYS}:
        return True
    keys = "|".join({"account_id", FOUND_BY.get(asked[1], "account_id")})
    is_it = r'"?(?:, [^)]*\))?\s*(?:=|IN)\s*'  # one, or the first of two that are compared together
    whose = re.search(rf"\bWHERE\b (?!NOT).*?\b(?:{keys}){is_it}", sql, re.DOTALL)
    return whose is not None and " JOIN " not in sql


def everything_is_done(visitor):
    visit = Visit(visitor)
    visit.everything()
    form = visit.visitor.get("/settings/delete/")
    gone = visit.visitor.submit(form, "sure", words=visit.later, sure="on")
    assert gone.path.startswith("/gone/")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("quick_words", "nobody_came_before")
def test_no_page_asks_without_saying_whose(asked, settings):
    settings.REPLY_LINKS = True
    everything_is_done(VisitorInHere())
    if ENGINE == "sqlite":
        take_copy()

    rows = [sql for sql in asked if TABLE in sql]
    assert len(rows) > 200
    assert {sql.split()[0] for sql in rows} >= {"SELECT", "INSERT", "UPDATE", "DELETE"}
    assert without_a_name(asked, but=LOOKED_THROUGH) == []
    assert all("account_id" in sql for sql in rows if sql.startswith("INSERT"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("quick_words", "nobody_came_before")
def test_where_many_are_served_no_table_at_all_is_looked_through(asked, settings):
    settings.REPLY_LINKS = settings.HOSTED = True
    settings.SERVER_SECRET, settings.REGISTRATION = bytes(range(32)), "open"

    everything_is_done(NamedVisitor())

    assert sum("accounts_accountname" in sql for sql in asked) > 5
    assert without_a_name(asked) == []


@pytest.mark.django_db
def test_a_question_that_does_not_say_whose_would_be_seen(asked):
    mine = "a11ce000-0000-4000-8000-000000000001"

    SealedRow.objects.filter(revision=3).exists()
    Wrap.objects.filter(kind="words").update(sealed=b"")
    AccountName.objects.exclude(name_hash=bytes(32)).exists()
    SealedRow.objects.filter(account_id=mine).exists()
    AccountName.objects.filter(name_hash=bytes(32)).exists()
    Wrap.objects.filter(account_id=mine).delete()

    assert [ASKED.match(sql)[1] for sql in without_a_name(asked)] == [
        "vault_sealedrow",
        "accounts_wrap",
        "accounts_accountname",
    ]


def test_every_table_begins_its_key_with_the_account_or_is_small():
    """So it distributes by account: no serial, no key that leads from one account to another."""
    ours = [table for table in apps.get_models() if table.__module__.startswith("beside.")]
    begins = {table._meta.db_table: table._meta.pk_fields[0].name for table in ours}
    small = {table: key for table, key in begins.items() if key != "account_id"}

    assert small == FOUND_BY
    for table in ours:
        assert not [one for one in table._meta.concrete_fields if isinstance(one, AutoField)]
        assert not [one for one in table._meta.concrete_fields if one.is_relation]
