"""One long visit, in which a word of its own goes through every form that takes words."""

from __future__ import annotations

import html
import json
import re
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.support.served import Page, Visitor


def a_word() -> str:
    """Return a word that nothing else in the world says, with a letter beyond ASCII."""
    return f"Q{secrets.token_hex(6)}ü{secrets.token_hex(3)}z"


@dataclass
class Visit:
    """What was typed, by what it was typed as."""

    visitor: Visitor
    words: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)

    def word(self, name: str) -> str:
        return self.words.setdefault(name, a_word())

    def sentence(self, name: str) -> str:
        return f"I think {self.word(name)} would help."

    def seen(self, name: str, page: Page, *statuses: int) -> Page:
        assert page.status in (statuses or (200,)), (name, page.status, page.path, page.text)
        self.pages[name] = page
        return page

    # In order

    def everything(self) -> None:
        self.keep()
        self.moments()
        self.people()
        self.small_test()
        self.both_sides()
        self.already_happened()
        self.what_i_carry()
        self.search()
        self.other_words_and_a_spare_key()
        self.out_and_in()
        self.letterbox()
        self.what_goes_wrong()
        self.an_offer_that_waits()

    @property
    def passphrase(self) -> str:
        return f"two ducks {self.word('own passphrase')} beside one pond"

    def keep(self) -> None:
        self.seen("kept", self.visitor.keeps_a_notebook(self.passphrase))

    def moments(self) -> None:
        visitor = self.visitor
        today = visitor.submit(visitor.get("/moments/new/"), "id", "what", what="did_it_alone")
        self.seen("tapped", today)
        (self.moment,) = set(re.findall(r"/moments/[0-9a-f-]{36}/", today.text))
        first_tab = visitor.get(self.moment)
        second_tab = visitor.get(self.moment)
        visitor.submit(first_tab, "note", note=self.sentence("note"))
        conflict = visitor.submit(second_tab, "note", note=self.sentence("note in a second tab"))
        self.seen("conflict", conflict, 409)
        assert self.words["note"] in conflict.text
        assert self.words["note in a second tab"] in conflict.text
        visitor.submit(visitor.get("/moments/new/"), "id", "what", what="asked")
        notebook = visitor.get("/notebook/")
        found = set(re.findall(r"/moments/[0-9a-f-]{36}/", notebook.text)) - {self.moment}
        other = found.pop()
        visitor.submit(visitor.get(other), "note", note=self.sentence("note that is deleted"))
        self.seen("deleted", visitor.submit(visitor.get(f"{other}delete/"), to=f"{other}delete/"))

    def people(self) -> None:
        visitor = self.visitor
        for name, hurt, afraid in (
            ("name", "no", "no"),
            ("name of somebody who hurt", "yes", "yes"),
        ):
            form = visitor.get("/people/new/")
            good_for = self.sentence(f"what they are good for: {name}")
            said = {"hurt": hurt, "afraid": afraid, "ring": "1", "good_for_words": good_for}
            page = visitor.submit(form, "name", name=self.word(name), **said)
            self.seen(name, page)
        listed = visitor.get("/people/")
        assert self.words["name"] in html.unescape(listed.text)

    def small_test(self) -> None:
        visitor = self.visitor
        page = visitor.submit(visitor.get("/tests/new/"), "saying", saying=self.sentence("request"))
        who = self.seen("draft", page)
        place = re.search(r"/tests/[0-9a-f-]{36}/", who.path)[0]
        sam = re.search(
            rf'value="([0-9a-f-]{{36}})"[^>]*>(?:(?!</label>|</button>).)*?{self.words["name"]}',
            who.text,
            re.DOTALL,
        )
        assert sam is not None, who.text
        self.sam = sam[1]
        guess = self.seen(
            "who", visitor.submit(who, "person_id", to=f"{place}who/", person_id=sam[1])
        )
        locked = visitor.submit(
            guess,
            "well",
            "feared_words",
            saying=self.sentence("request, said anew"),
            well="3",
            feared="other",
            feared_words=self.sentence("feared"),
            likely="6",
            trouble="5",
            hard="30",
            belief="",
        )
        self.seen("locked", locked)
        self.sent(place)
        page = visitor.submit(visitor.get(f"{place}outcome/"), "how", how="took_it_well")
        page = visitor.submit(visitor.get(f"{place}feared/"), "answer", answer="no")
        page = visitor.submit(visitor.get(f"{place}again/"), "next_guess", next_guess="6")
        page = visitor.submit(
            visitor.get(f"{place}land/"), "landed", landed=self.sentence("landed")
        )
        self.seen("landed", page)
        done = visitor.get(place).text
        for name in ("request, said anew", "feared", "landed"):
            assert self.words[name] in done, name

    def sent(self, place: str) -> None:
        """Agree on a time, take it along as a file, and say how it went out."""
        visitor = self.visitor
        on = (datetime.now(UTC) + timedelta(days=7)).date().isoformat()
        page = self.seen("sending", visitor.get(f"{place}send/"))
        page = visitor.submit(page, "on", "at", to=f"{place}time/", on=on, at="18:00")
        file = visitor.submit(self.seen("agreed", page), "summary", summary=self.sentence("entry"))
        self.seen("calendar file", file)
        assert self.words["entry"] in file.text
        page = visitor.submit(visitor.get(f"{place}send/"), "channel", channel="message")
        self.seen("went out", page)

    def both_sides(self) -> None:
        """Ask through a link; a friend answers in a browser of their own, and it is taken in."""
        visitor = self.visitor
        saying = self.sentence("request behind a link")
        who = visitor.submit(visitor.get("/tests/new/"), "saying", saying=saying)
        place = re.search(r"/tests/([0-9a-f-]{36})/", who.path)
        guess = visitor.submit(who, "person_id", to=f"{place[0]}who/", person_id=self.sam)
        guessed = {"well": "3", "feared": "they_sigh", "likely": "6", "trouble": "5", "hard": "30"}
        visitor.submit(guess, "well", **guessed)
        form = visitor.get(f"/links/{place[1]}/")
        page = visitor.submit(form, "name", name=self.word("name on a link"), glad="neither")
        self.friend = visitor.another()
        self._answer(page, "asked", said="something_else", own_time=self.word("their own time"))
        page = visitor.submit(visitor.get("/"), to="/answers/")
        for name in ("answer: asked", "their own time"):
            assert self.words[name] in self.seen("answer", page).text, name

    def an_offer_that_waits(self) -> None:
        """Keep a door open; what a friend leaves there lies sealed until the notebook is opened."""
        form = self.visitor.get(f"/doors/{self.sam}/")
        page = self.visitor.submit(form, "name", name=self.word("name at the door"))
        self._answer(page, "door", said="offer", own_time=self.word("time of an offer"))

    def _answer(self, page: Page, name: str, **said: str) -> None:
        code = re.search(r"/r/#([\w-]{43})", page.text)[1]
        self.words[f"code: {name}"] = code
        shown = self.friend.send("/r/", {"code": code})
        own = "request behind a link" if name == "asked" else "name at the door"
        assert self.words[own] in self.seen(f"opened: {name}", shown).text
        words = self.sentence(f"answer: {name}")
        kept = self.friend.send("/r/", {"code": code, "step": "answer", "words": words, **said})
        self.seen(f"kept: {name}", kept)

    def already_happened(self) -> None:
        page = self.visitor.submit(
            self.visitor.get("/tests/happened/"),
            "saying",
            "how",
            saying=self.sentence("what happened"),
            how="partly",
        )
        self.seen("happened", page)

    def what_i_carry(self) -> None:
        visitor = self.visitor
        ticks = visitor.get("/carry/new/")
        page = visitor.submit(ticks, "other", other=self.word("what else is carried"))
        self.seen("carried", page)
        place = re.search(r"/carry/[0-9a-f-]{36}/", page.path)[0]
        page = visitor.submit(visitor.get(f"{place}flu/"), "revision", answer="other")
        self.seen("flu", page)
        page = visitor.submit(
            visitor.get(f"{place}note/"), "note", note=self.sentence("where things are")
        )
        self.seen("written down", page)
        assert self.words["where things are"] in page.text
        assert self.words["what else is carried"] in page.text

    def search(self) -> None:
        visitor = self.visitor
        page = visitor.submit(visitor.get("/notebook/"), "q", q=self.words["note"])
        assert self.words["note"] in page.text
        page = visitor.submit(visitor.get("/notebook/search/"), "q", q=self.word("looked for"))
        self.seen("searched", page)

    def other_words_and_a_spare_key(self) -> None:
        visitor = self.visitor
        form = visitor.get("/settings/words/")
        later = f"one pond {self.word('changed passphrase')} beside two ducks"
        self.seen("words", visitor.submit(form, "own", words=self.passphrase, own=later))
        self.later = later
        form = visitor.get("/settings/spare-key/")
        key = form.form("spare_key").fields["spare_key"]
        self.words["spare key"] = key.replace("-", "")
        self.words["spare key, as printed"] = key
        page = visitor.submit(form, "spare_key", words=later, printed="on")
        self.seen("spare key", page)

    def letterbox(self) -> None:
        """Drop words in while it is shut; open it, and let another note wait."""
        visitor = self.visitor
        visitor.submit(visitor.get("/settings/preferences/"), "idle", looked_through="no")
        visitor.submit(visitor.get("/settings/letterbox/"), to="/settings/letterbox/mark/")
        visitor.locks()
        noted = self.sentence("letter")
        page = visitor.submit(visitor.get("/note/"), "note", what="let_someone", note=noted)
        assert self.seen("letter", page).path == "/note/kept/"
        waits = visitor.get("/note/")
        visitor.opens(self.later)
        assert self.words["letter"] in visitor.get("/notebook/").text
        fields = {**waits.form("note").fields, "what": "let_someone"}
        fields["csrfmiddlewaretoken"] = (
            visitor.get("/settings/").forms[0].fields["csrfmiddlewaretoken"]
        )
        fields["note"] = self.sentence("letter that waits")
        self.seen("letter that waits", visitor.send("/note/", fields))

    def out_and_in(self) -> None:
        visitor = self.visitor
        page = visitor.submit(
            visitor.get("/settings/export/"), "way", words=self.later, way="plain"
        )
        self.seen("exported", page)
        document = json.loads(page.body)
        assert self.words["note"] in page.text
        (kept,) = [r for r in document["records"] if r["kind"] == "moment"]
        another = kept["id"].translate(str.maketrans("0123456789abcdef", "123456789abcdef0"))
        another = f"{another[:14]}4{another[15:19]}a{another[20:]}"
        kept["id"] = kept["data"]["id"] = another
        kept["data"]["note"] = self.sentence("imported note")
        page = visitor.submit(
            visitor.get("/settings/import/"), "file", file=json.dumps(document).encode()
        )
        self.seen("imported", page)
        assert self.words["imported note"] in visitor.get("/notebook/").text
        form = visitor.get("/settings/export/")
        chosen = f"a lamp {self.word('words for the file')} and nine herons"
        page = visitor.submit(form, "way", words=self.later, way="locked", passphrase=chosen)
        self.seen("exported, locked", page)
        junk = b'{"format": "beside-export", "' + self.sentence("broken file").encode()
        page = visitor.submit(visitor.get("/settings/import/"), "file", file=junk)
        self.seen("broken file", page, 422)

    def what_goes_wrong(self) -> None:
        visitor = self.visitor
        form = visitor.get(self.moment)
        fields = {**form.form("note").fields, "note": self.sentence("note with an old token")}
        fields["csrfmiddlewaretoken"] = "A" * 64
        page = self.seen("old token", visitor.send(self.moment, fields), 403)
        assert self.words["note with an old token"] in page.text
        fields = form.form("note").fields
        fields["note"] = self.sentence("note that is far too long") * 40_000
        self.seen("too large", visitor.send(self.moment, fields), 413)
        fields["note"] = self.sentence("note that is too long") * 300
        self.seen("too long", visitor.send(self.moment, fields), 422)
        self.seen("not there", visitor.get("/moments/00000000-0000-4000-8000-000000000000/"), 404)

    def after_the_lock(self, form: Page) -> None:
        """Type into a page that was open when the notebook was locked."""
        visitor = self.visitor
        fields = {**form.form("note").fields, "note": self.sentence("note after the lock")}
        page = self.seen("after the lock", visitor.send(self.moment, fields), 403)
        assert self.words["note after the lock"] in page.text
        wrong = f"these are no words {self.word('wrong words')}"
        page = visitor.submit(visitor.get("/open/"), "words", words=wrong)
        self.seen("wrong words", page, 422)
        page = visitor.submit(
            visitor.get("/open/spare/"), "spare_key", spare_key=self.word("wrong spare key")
        )
        self.seen("wrong spare key", page, 422)

    def opened_again(self) -> None:
        self.seen("opened again", self.visitor.opens(self.later))
        assert self.words["note"] in self.visitor.get("/notebook/").text
