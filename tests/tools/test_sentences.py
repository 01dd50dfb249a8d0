import gettext

import pytest

from tools import pseudo, sentences

PAGE = """{% load i18n %}
<h1>{% translate "It isn’t 100% sure" %}</h1>
{% blocktranslate trimmed with name=person.name %}
  {{ name }} said
  yes
{% endblocktranslate %}
{% blocktranslate count n=n %}{{ n }} line{% plural %}{{ n }} lines{% endblocktranslate %}
{% translate "May" context "month" %}
<p title="{{ _("A title") }}"></p>
"""
CODE = """
from beside.kernel.sentences import Sentence
HELLO = Sentence("Hello "
                 "there, %(name)s.", name=1)
"""


@pytest.fixture
def catalogue(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "wording.py").write_text(CODE, encoding="utf-8")
    return sentences.gathered(tmp_path)


def test_every_way_to_say_something_is_gathered(catalogue):
    assert sentences.ids(catalogue) == {
        ("It isn’t 100%% sure", None),
        ("%(name)s said yes", None),
        (("%(n)s line", "%(n)s lines"), None),
        ("May", "month"),
        ("A title", None),
        ("Hello there, %(name)s.", None),
    }


def test_a_written_template_says_the_same(catalogue, tmp_path):
    sentences.write(catalogue, tmp_path / "x.pot")

    assert sentences.ids(sentences.kept(tmp_path / "x.pot")) == sentences.ids(catalogue)


def test_the_pseudo_language_keeps_the_places_for_values():
    assert pseudo.said("Today") == "⟦Ťóđáý~⟧"
    assert "%(name)s" in pseudo.said("Hello, %(name)s.")
    assert '<a href="/now/">' in pseudo.said('Go <a href="/now/">there</a>')


def test_the_pseudo_language_is_one_that_gettext_reads(tmp_path, monkeypatch, catalogue):
    monkeypatch.setattr(pseudo, "gathered", lambda: catalogue)

    with pseudo.write(tmp_path).open("rb") as file:
        said = gettext.GNUTranslations(file)

    assert said.gettext("A title").startswith("⟦Á ťíťĺé")
    assert said.ngettext("%(n)s line", "%(n)s lines", 2).startswith("⟦%(n)s ĺíńéš")
