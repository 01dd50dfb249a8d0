"""The frame every page stands in: small enough, readable, and drawn one way."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from pathlib import Path

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.template.loader import render_to_string

import beside.pages
from beside.kernel.sentences import Sentence
from beside.pages.front.widgets import ChipsWidget, ChoicesWidget, WordsArea, WordsInput, tens
from beside.pages.templatetags.say import say, written

PAGES = Path(beside.pages.__file__).parent
STATIC = PAGES / "static"
TEMPLATES = sorted((PAGES / "templates").rglob("*.html"))
HTMX = STATIC / "vendor/htmx/htmx.min.js"


def packed(name: str) -> int:
    return len(gzip.compress((STATIC / name).read_bytes()))


class Guess(forms.Form):
    who = forms.CharField(
        label=Sentence("Name or initials"), help_text="As you call them.", widget=WordsInput
    )
    well = tens(Sentence("They take it well, in ten"), low="0 none", high="10 a great deal")
    hate = forms.ChoiceField(
        widget=ChipsWidget, choices=[("sigh", Sentence("they sigh")), ("other", "other")]
    )
    hurt = forms.ChoiceField(widget=ChoicesWidget, choices=[("no", "No"), ("yes", "Yes")])
    note = forms.CharField(widget=WordsArea, required=False)


WELL_FILLED = {"who": "Sam", "well": "3", "hate": "sigh", "hurt": "no"}


def summary(form: forms.Form) -> str:
    return render_to_string("front/pieces/errors.html", {"form": form})


def drawn(form: forms.Form, name: str, **context: object) -> str:
    page = Template("{% load say %}{% field bound %}")
    return page.render(Context({"bound": form[name], **context}))


# Files


@pytest.mark.parametrize(
    ("name", "most"), [("beside.css", 8_000), ("beside.js", 6_000), ("sprite.svg", 2_500)]
)
def test_what_the_first_page_carries_stays_small(name, most):
    assert packed(name) <= most


def test_script_altogether_stays_within_its_budget():
    assert packed("vendor/htmx/htmx.min.js") + packed("beside.js") <= 25_000


def test_htmx_is_the_file_its_note_and_the_page_name():
    content = HTMX.read_bytes()
    readme = (HTMX.parent / "README.md").read_text()
    page = (PAGES / "templates/front/page.html").read_text()

    assert hashlib.sha256(content).hexdigest() in readme
    assert base64.b64encode(hashlib.sha384(content).digest()).decode() in page


def test_the_sprite_holds_every_icon_asked_for_and_no_other():
    held = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "sprite.svg").read_text()))
    asked = {
        name
        for template in TEMPLATES
        for name in re.findall(r'{% icon "([^"]+)" %}', template.read_text())
    }

    assert held == asked | {"today", "tests", "people", "notebook"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_carries_style_or_script(template):
    text = template.read_text()

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|hx-on|<script(?![^>]*\ssrc=)|\|safe", text)


# Colours


def tokens() -> dict[str, tuple[str, str]]:
    sheet = (STATIC / "beside.css").read_text()
    return {
        name: (light, dark)
        for name, light, dark in re.findall(
            r"--([a-z-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)", sheet
        )
    }


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 relative luminance and contrast ratio."""

    def luminance(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
        parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (ink, ground)
        for ink in ("ink", "quiet", "self", "other", "care", "gone")
        for ground in ("paper", "surface", "glow")
    ]
    + [("on-self", "self"), ("on-self", "self-deep"), ("on-gone", "gone")]
    + [("self", "self-soft"), ("other", "other-soft"), ("care", "care-soft")]
    + [("quiet", "self-soft"), ("quiet", "sunk"), ("ink", "care-soft"), ("ink", "other-soft")],
)
def test_text_stands_out_from_its_ground(scheme, ink, ground):
    known = tokens()

    assert contrast(known[ink][scheme], known[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "surface"])
def test_the_edge_of_a_field_can_be_seen(scheme, ground):
    known = tokens()

    assert contrast(known["edge"][scheme], known[ground][scheme]) >= 3


def test_browsers_without_both_schemes_get_the_light_one():
    sheet = (STATIC / "beside.css").read_text()

    for name, (light, _) in tokens().items():
        assert f"--{name}: {light};" in sheet


# Forms


def test_a_field_is_joined_to_its_hint_and_its_mistake():
    form = Guess({"well": "3"})

    html = drawn(form, "who")

    assert '<label for="id_who">Name or initials</label>' in html
    assert 'aria-describedby="id_who_helptext id_who_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_who_error"' in html


@pytest.mark.parametrize("name", ["who", "well", "hate", "hurt", "note"])
def test_the_server_says_what_is_missing_and_not_the_browser(name):
    assert "required" not in re.sub(r"This field is required", "", drawn(Guess({}), name))


def test_a_number_from_0_to_10_is_eleven_radio_buttons():
    html = drawn(Guess(), "well")

    assert html.count('type="radio"') == 11
    assert "<legend>They take it well, in ten</legend>" in html
    assert "<span>10 a great deal</span>" in html
    assert Guess({"well": "0"})["well"].data == "0"


def test_a_number_comes_out_as_a_number_and_a_missing_one_as_none():
    class Loose(forms.Form):
        well = tens("Well", required=False)

    given, left_out = Loose({"well": "0"}), Loose({})

    assert given.is_valid()
    assert left_out.is_valid()
    assert given.cleaned_data["well"] == 0
    assert left_out.cleaned_data["well"] is None


@pytest.mark.parametrize("name", ["who", "note"])
def test_what_a_person_writes_is_kept_from_spelling_services(name):
    html = drawn(Guess(), name)

    for said in (
        'autocomplete="off"',
        'spellcheck="false"',
        'writingsuggestions="false"',
        'translate="no"',
        'dir="auto"',
    ):
        assert said in html


def test_a_tick_stands_before_its_words_and_in_its_label():
    class Asked(forms.Form):
        kept = forms.BooleanField(label=Sentence("I have them on paper"), required=False)

    html = drawn(Asked({"kept": "on"}), "kept")

    assert html.count("<label") == html.count("<input") == 1
    assert html.index("<input") < html.index("<span>I have them on paper</span>")


def test_spelling_is_checked_for_somebody_who_chose_it():
    assert 'spellcheck="true"' in drawn(Guess(), "note", spellcheck=True)
    assert 'spellcheck="false"' in drawn(Guess(), "note")


def test_what_was_typed_comes_back_as_text():
    html = drawn(Guess({"who": '"><b data-hx-get="/x">'}), "who")

    assert "<b" not in html


def test_the_summary_leads_to_each_field():
    html = summary(Guess({}))

    assert 'href="#id_who"' in html
    assert 'href="#id_well_0"' in html


def test_the_summary_names_each_question_once_and_shortened():
    class Asked(forms.Form):
        hurt = forms.CharField(
            label=Sentence("Has this person ever hurt, threatened, watched or controlled you?"),
            error_messages={"required": Sentence("We need an answer here.")},
        )
        sure = forms.BooleanField(error_messages={"required": "Tick the box."})

    html = summary(Asked({}))

    assert ">Has this person ever hurt…: We need an answer here.</a>" in html
    assert ">Tick the box.</a>" in html
    assert "<h2>A few things here need a look</h2>" in html


def test_one_mistake_is_one_thing():
    assert "<h2>Something here needs a look</h2>" in summary(Guess(WELL_FILLED | {"well": ""}))


def test_the_rest_is_said_to_be_here_once_and_only_where_there_is_some():
    rest = "The rest of what you wrote is still here."

    assert summary(Guess(WELL_FILLED | {"well": ""})).count(rest) == 1
    assert rest not in summary(Guess({}))


def test_what_was_typed_as_dots_and_a_file_are_not_said_to_be_here():
    class Asked(forms.Form):
        file = forms.FileField()
        words = forms.CharField(widget=forms.PasswordInput)
        way = forms.CharField(initial="locked")
        name = forms.CharField()

    asked = Asked({"words": "six", "way": "locked"}, {"file": SimpleUploadedFile("a", b"a")})

    assert "still here" not in summary(asked)


# Sentences


def test_a_sentence_within_a_sentence_is_said_too():
    inner = Sentence("in ten")

    assert say(Sentence("3 %(of)s", of=inner)) == "3 in ten"


def test_words_in_a_sentence_stay_text_on_the_page():
    page = Template("{% load say %}{{ said|say }}")

    html = page.render(Context({"said": Sentence("Who: %(name)s", name="<b>")}))

    assert html == "Who: &lt;b&gt;"


# Failures


@pytest.mark.parametrize("status", [400, 403, 404, 413, 500, 503])
def test_a_failure_page_needs_nothing_and_says_what_is_kept(status):
    html = render_to_string(f"front/{status}.html", {})

    assert re.search(r"safe|as it was", html)
    assert 'href="/now/"' in html
    assert 'href="/leave/"' in html


def test_a_failure_gives_back_what_was_written_and_not_the_rest():
    typed = [("id", "0f6e"), ("well", "3"), ("note", "Today was a lot.")]

    html = render_to_string("front/500.html", {"code": "K72F3A", "typed": typed})

    assert "Today was a lot." in html
    assert "0f6e" not in html
    assert "K72F3A" in html
    assert written(typed) == ["Today was a lot."]
