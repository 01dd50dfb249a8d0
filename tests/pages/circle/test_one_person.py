"""One person's page: what was said about them, what happened, and how they can be reached."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from beside.around.circle import wording
from beside.around.circle.model import Answer, Fear, GoodFor, Person, Relation, Ring, Safety, Tired
from beside.journey.pattern.model import Moment, MomentKind
from beside.journey.practice.model import AskKind, Happened
from beside.keeping.vault.notebook import LookedThrough, OpenNotebook
from beside.kernel.days import lived
from beside.kernel.ids import new_id
from beside.pages.circle.reach import mailto_of, tel_of
from beside.pages.circle.told import all_in_rows
from tests.support.cast import INES, REX, SAM, ZONE, asked_sam, happened, ines, put_away, rex, sam
from tests.support.forms import forms_on, main_of, shown, unfolded
from tests.support.people import Somebody

pytestmark = pytest.mark.django_db(transaction=True)

TOLD: dict[str, Any] = {
    "relation": "friend",
    "ring": "2",
    "good_for": ["listening", "a_lift"],
    "good_for_words": "Taxes",
    "phone": "+49 (0) 151 000",
    "mail": "sam@example.org",
    "in_my_care": "on",
    "tired": "a_bit",
}


def reachable(**changes: Any) -> Person:
    return sam(phone="+49 (0) 151 000", mail="sam@example.org").but(**changes)


def describing(page: Any) -> dict[str, Any]:
    return next(form for form in forms_on(page) if form["action"].endswith("/describe/"))


def days(number: int) -> Any:
    return lived(datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(days=number), ZONE)


def the_only(alice: Somebody) -> Person:
    (person,) = alice.store.all(Person)
    return person


def test_all_that_can_be_said_is_kept_with_somebody_new(alice: Somebody) -> None:
    new = {"id": str(new_id()), "name": "Sam", "hurt": "no", "afraid": "no"}

    alice.client.post("/people/new/", new | TOLD)

    person = the_only(alice)
    assert (person.relation, person.ring, person.tired) == (
        Relation.friend,
        Ring.near,
        Tired.a_bit,
    )
    assert person.good_for == (GoodFor.listening, GoodFor.a_lift)
    assert person.good_for_words == "Taxes"
    assert (person.phone, person.mail) == ("+49 (0) 151 000", "sam@example.org")
    assert person.in_my_care


def test_adding_somebody_asks_for_a_name_and_two_answers_and_folds_the_rest(
    alice: Somebody,
) -> None:
    page = main_of(alice.client.get("/people/new/"))

    open_part, folded = page.split('<details class="more">')
    for asked in (wording.NAME, wording.HURT, wording.AFRAID):
        assert asked.id in open_part
    for later in (wording.RELATION, wording.RING, wording.GOOD_FOR, wording.PHONE, wording.TIRED):
        assert later.id not in open_part
        assert later.id in folded


def test_what_was_said_can_be_changed_all_at_once(alice: Somebody) -> None:
    alice.keeps(sam())

    response = alice.client.post(
        f"/people/{SAM}/describe/", {"revision": 1, "name": "Samira", **TOLD}
    )

    person = the_only(alice)
    assert response.status_code == 303
    assert (person.name, person.phone, person.in_my_care) == ("Samira", "+49 (0) 151 000", True)
    assert (person.hurt, person.afraid) == (Answer.no, Fear.no)


def test_the_fold_holds_what_is_kept(alice: Somebody) -> None:
    alice.keeps(sam(good_for=(GoodFor.food,), relation=Relation.family, in_my_care=True))

    fields = describing(alice.client.get(f"/people/{SAM}/"))["fields"]

    assert fields["good_for"] == "food"
    assert (fields["relation"], fields["ring"], fields["tired"]) == ("family", "1", "")
    assert "in_my_care" in fields


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("phone", "mornings only, please", wording.NOT_A_NUMBER.id),
        ("mail", "sam at example", wording.NOT_AN_ADDRESS.id),
        ("phone", "1" * 201, "That has 201 characters. There is room for 200."),
        ("mail", "w" * 10_000 + "@example.org", "That has 10012 characters."),
        ("good_for_words", "w" * 301, "That has 301 characters. There is room for 300."),
    ],
)
def test_what_cannot_be_kept_is_named_once_and_comes_back(
    alice: Somebody, name: str, typed: str, said: str
) -> None:
    new = {"id": str(new_id()), "name": "Sam of the blue house", "hurt": "no", "afraid": "no"}

    added = alice.client.post("/people/new/", new | TOLD | {name: typed})
    alice.keeps(sam())
    changed = alice.client.post(
        f"/people/{SAM}/describe/", {"revision": 1, "name": "Sam", **TOLD, name: typed}
    )

    for response, form in ((added, forms_on(added)[0]), (changed, describing(changed))):
        assert response.status_code == 422
        assert said in shown(response)
        assert '<details class="more" open>' in main_of(response)
        assert form["fields"][name] == typed
        assert form["fields"]["tired"] == "a_bit"
    assert the_only(alice) == alice.store.get(Person, SAM)
    assert the_only(alice).phone == ""


def test_a_form_that_comes_back_does_not_write_over_another_window(alice: Somebody) -> None:
    alice.keeps(sam())
    mistake = alice.client.post(f"/people/{SAM}/describe/", {"revision": 1, "name": " ", **TOLD})
    alice.client.post(f"/people/{SAM}/describe/", {"revision": 1, "name": "Sam", "phone": "0151"})

    again = describing(mistake)
    both = alice.client.post(again["action"], again["fields"] | {"name": "Samira"})

    assert both.status_code == 409
    assert the_only(alice).phone == "0151"


def test_two_windows_keep_every_chip(alice: Somebody) -> None:
    alice.keeps(sam())
    alice.client.post(f"/people/{SAM}/describe/", {"revision": 1, "name": "Samira"})

    both = alice.client.post(f"/people/{SAM}/describe/", {"revision": 1, "name": "Samu", **TOLD})

    page = main_of(both)
    assert "listening, a lift" in page
    mine = page[page.index("<form") : page.index("</form>")]
    for chip in TOLD["good_for"]:
        assert f'name="good_for" value="{chip}"' in mine


@pytest.mark.parametrize(
    "name",
    sorted({one.name for one in msgspec.structs.fields(Person)} - {"id", "revision", "added"}),
)
def test_two_versions_differ_in_words_wherever_they_differ(name: str) -> None:
    other = {
        "name": "Samira",
        "ring": Ring.near,
        "hurt": Answer.not_sure,
        "afraid": Fear.embarrassed,
        "left_out": True,
        "relation": Relation.friend,
        "good_for": (GoodFor.food,),
        "good_for_words": "Taxes",
        "phone": "0151",
        "mail": "sam@example.org",
        "in_my_care": True,
        "tired": Tired.no,
        "unflagging": days(0),
    }

    assert all_in_rows(sam()) != all_in_rows(sam().but(**{name: other[name]}))


def test_a_name_that_is_somebody_else_s_is_asked_about(alice: Somebody) -> None:
    alice.keeps(sam(), ines(name="Ines"))

    asked = alice.client.post(f"/people/{SAM}/describe/", {"revision": 1, "name": "INES", **TOLD})

    assert asked.status_code == 409
    assert wording.NAME_THERE.id in shown(asked)
    assert f"/people/{INES}/" in main_of(asked)
    assert alice.store.get(Person, SAM).name == "Sam"


def test_another_name_finds_all_that_was_typed(alice: Somebody) -> None:
    alice.keeps(sam(), ines(name="Ines"))
    asked = alice.client.post(f"/people/{SAM}/describe/", {"revision": 1, "name": "ines", **TOLD})

    back = forms_on(asked)[0]
    page = alice.client.post(back["action"], back["fields"])

    fields = describing(page)["fields"]
    assert '<details class="more" open>' in main_of(page)
    assert (fields["name"], fields["phone"]) == ("ines", "+49 (0) 151 000")
    assert alice.store.get(Person, SAM).name == "Sam"


def test_two_people_may_have_one_name_once_it_was_asked(alice: Somebody) -> None:
    alice.keeps(sam(), ines(name="Ines"))
    asked = alice.client.post(
        f"/people/{SAM}/describe/", {"revision": 1, "name": "ines", "tired": "yes"}
    )

    both = forms_on(asked)[1]
    codes = [alice.client.post(both["action"], both["fields"]).status_code for _ in range(2)]

    person = alice.store.get(Person, SAM)
    assert codes == [303, 303]
    assert (person.name, person.tired, person.revision) == ("ines", Tired.yes, 2)


def test_the_same_person_loses_nothing_of_what_was_typed_beside(alice: Somebody) -> None:
    alice.keeps(sam(phone="0151", good_for=(GoodFor.food,)))
    new = {"id": str(new_id()), "name": "sam", "hurt": "no", "afraid": "embarrassed"}

    asked = alice.client.post("/people/new/", new | TOLD)
    same = next(form for form in forms_on(asked) if form["action"].endswith("/same/"))
    page = alice.client.post(same["action"], {**same["fields"], "good_for": TOLD["good_for"]})

    kept = the_only(alice)
    fields = describing(page)["fields"]
    assert (kept.afraid, kept.phone) == (Fear.embarrassed, "0151")
    assert wording.NOT_KEPT_YET.id in shown(page)
    assert (fields["name"], fields["phone"]) == ("Sam", "+49 (0) 151 000")
    for chip in ("food", "listening", "a_lift"):
        assert f'value="{chip}" id="describe_good_for' in main_of(page)
    keep = {**fields, "good_for": ["food", "listening", "a_lift"]}
    assert alice.client.post(f"/people/{SAM}/describe/", keep).status_code == 303
    assert the_only(alice).phone == "+49 (0) 151 000"


def test_the_page_says_what_was_said_and_nothing_that_was_not(alice: Somebody) -> None:
    alice.keeps(sam(ring=None, tired=Tired.yes, good_for=(GoodFor.a_lift,), good_for_words="Taxes"))

    page = main_of(alice.client.get(f"/people/{SAM}/"))

    said = page[page.index("<dl") : page.index("</dl>")]
    assert wording.TIRED.id in said
    assert "a lift, " in said
    assert "Taxes" in said
    assert wording.PHONE.id not in said
    assert wording.RING_SHORT.id not in said


def test_a_number_and_an_address_lead_on(alice: Somebody) -> None:
    alice.keeps(reachable())

    page = main_of(alice.client.get(f"/people/{SAM}/"))

    assert 'href="tel:+49151000"' in page
    assert 'href="mailto:sam@example.org"' in page


def test_where_somebody_looks_through_the_phone_nothing_leads_on_and_that_is_said(
    alice: Somebody,
) -> None:
    alice.keeps(reachable())
    OpenNotebook(alice.account_id, alice.data_key).prefer(looked_through=LookedThrough.maybe)

    page = main_of(alice.client.get(f"/people/{SAM}/"))

    assert "sam@example.org" in page
    assert "tel:" not in page
    assert "mailto:" not in page
    assert wording.NO_LINKS.id in page


def test_nothing_leads_to_somebody_who_is_not_suggested(alice: Somebody) -> None:
    alice.keeps(reachable(hurt=Answer.yes))

    page = main_of(alice.client.get(f"/people/{SAM}/"))

    assert "sam@example.org" in page
    assert "tel:" not in page
    assert "mailto:" not in page
    assert "/tests/new/" not in page


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("0151 / 22-33", "tel:01512233"),
        ("+49 (0)30 1234", "tel:+49301234"),
        ("(030) 1234", "tel:0301234"),
        ("٠١٥١٢", "tel:01512"),
        ("0151 22 ext. 12", ""),
        ("12", ""),
        ("", ""),
    ],
)
def test_a_plain_number_is_dialled_and_no_other(typed: str, leads_to: str) -> None:
    assert tel_of(typed) == leads_to


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("a@b.org?bcc=x@y.org", "mailto:a@b.org%3Fbcc%3Dx@y.org"),
        ("a&b@c.org", "mailto:a%26b@c.org"),
        ("", ""),
    ],
)
def test_an_address_means_nothing_but_an_address(typed: str, leads_to: str) -> None:
    assert mailto_of(typed) == leads_to


def test_what_happened_stands_newest_first_with_how_it_was(alice: Somebody) -> None:
    first = happened(id=new_id(), words="The first one. Please.", closed_on=days(1).on)
    then = happened(
        Happened.it_hurt,
        id=new_id(),
        words="The second one. Please.",
        closed=days(5),
        closed_on=days(5).on,
    )
    alice.keeps(sam(), first.but(closed=days(1)), then)

    page = shown(alice.client.get(f"/people/{SAM}/"))

    between = page[page.index(wording.BETWEEN.id) :]
    assert between.index("The second one.") < between.index("The first one.")
    assert "It hurt · 6 March 2026" in between
    assert "They took it well · 2 March 2026" in between


def test_open_tests_and_those_put_away_stand_apart_from_what_happened(alice: Somebody) -> None:
    waiting = asked_sam(id=new_id(), words="Still open. Please.")
    alice.keeps(sam(), waiting, put_away(id=new_id(), words="Put away. Please."))

    page = shown(alice.client.get(f"/people/{SAM}/"))

    assert wording.BETWEEN.id not in page
    assert "Still open." in page
    assert "Put away." in page


def test_what_they_were_let_see_stands_oldest_first_from_both_places(alice: Somebody) -> None:
    told = Moment(
        id=new_id(),
        when=days(2),
        what=MomentKind.shared_something_real,
        note="The letter from the bank.",
        person_id=SAM,
    )
    alice.keeps(
        sam(),
        ines(),
        told,
        told.but(id=new_id(), note="To somebody else.", person_id=INES),
        told.but(id=new_id(), note="Another thing.", what=MomentKind.let_someone_help),
        happened(id=new_id(), words="Seen first.", closed=days(1), closed_on=days(1).on),
        happened(
            id=new_id(),
            what=AskKind.mend,
            words="Mended last.",
            closed=days(3),
            closed_on=days(3).on,
        ),
        happened(id=new_id(), what=AskKind.favour, words="A favour.", closed=days(3)),
    )

    page = shown(alice.client.get(f"/people/{SAM}/"))

    seen = page[page.index(wording.LET_THEM_SEE.id) : page.index(wording.CHANGE.id)]
    places = [seen.index(one) for one in ("Seen first.", "The letter", "Mended last.")]
    assert places == sorted(places)
    for other in ("To somebody else.", "Another thing.", "A favour."):
        assert other not in seen


def test_what_happened_with_somebody_who_is_not_suggested_stays(alice: Somebody) -> None:
    alice.keeps(rex(), happened(Happened.it_hurt, person_id=REX, words="Long ago. Please."))

    page = shown(alice.client.get(f"/people/{REX}/"))

    assert "Long ago." in page


def test_of_very_many_the_older_ones_are_folded_away(alice: Somebody) -> None:
    alice.keeps(
        sam(),
        *(
            happened(id=new_id(), words=f"Number {n}.", closed=days(n), closed_on=days(n).on)
            for n in range(15)
        ),
    )

    page = main_of(alice.client.get(f"/people/{SAM}/"))

    done = page[page.index(wording.BETWEEN.id) : page.index(wording.LET_THEM_SEE.id)]
    shown_at_once, folded = done.split("<details")
    assert "Number 14." in shown_at_once
    assert "Number 2." not in shown_at_once
    assert "Number 0." in folded


@pytest.mark.parametrize("field", ["good_for_words", "phone"])
def test_what_was_typed_does_nothing_but_stand_there(alice: Somebody, field: str) -> None:
    alice.keeps(sam(**{field: '<b>1</b>"onclick=x \u200f🧑🏽‍🤝‍🧑'}))

    page = main_of(alice.client.get(f"/people/{SAM}/"))

    assert "<b>1" not in page
    assert "&lt;b&gt;1&lt;/b&gt;&quot;onclick=x" in page
    assert "tel:" not in page


def test_after_it_hurt_nothing_is_offered_first_and_the_two_questions_are(alice: Somebody) -> None:
    alice.keeps(sam(), happened(Happened.it_hurt))

    page = alice.client.get(f"/people/{SAM}/")

    assert wording.IT_HURT_LAST.id in shown(page)
    assert wording.SAFETY[Safety.free].id not in shown(page)
    assert 'class="btn"' not in main_of(page)
    assert f'<a class="btn flat" href="/tests/new/?for={SAM}">' in main_of(page)
    assert main_of(page).count(f'action="/people/{SAM}/answer/"') == 1
    assert wording.HURT.id in unfolded(page)


def test_left_out_after_it_hurt_both_are_said(alice: Somebody) -> None:
    alice.keeps(sam(left_out=True), happened(Happened.it_hurt))

    page = alice.client.get(f"/people/{SAM}/")

    assert f"{wording.IT_HURT_LAST.id} {wording.LEFT_OUT.id}" in shown(page)
    assert main_of(page).count(f"/tests/new/?for={SAM}") == 1


def test_with_another_outcome_since_they_can_be_asked(alice: Somebody) -> None:
    since = happened(id=new_id(), closed=days(9), closed_on=days(9).on)
    alice.keeps(sam(), happened(Happened.it_hurt), since)

    page = alice.client.get(f"/people/{SAM}/")

    assert wording.IT_HURT_LAST.id not in shown(page)
    assert f'<a class="btn" href="/tests/new/?for={SAM}">' in main_of(page)
