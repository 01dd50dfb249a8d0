"""Makes the golden files: one sealed record of each kind and state, one wrap of each sort, exports.

    .venv/bin/python -m tests.golden.make

A file that is there is never touched: what one release wrote, every later one must read. The keys
are fixed and open nothing of anybody's.
"""

# ruff: noqa: E402 - Django is set up before its tables are imported

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import django
import msgspec

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "beside.config.settings")
django.setup()

import beside.config.kinds  # noqa: F401 - fills the registry
from beside.around.circle.model import (
    Answer,
    Fear,
    GoodFor,
    Job,
    Person,
    Relation,
    Ring,
    Tired,
)
from beside.around.load.model import Carried, Carrying, Chosen
from beside.journey.pattern.model import (
    AtTwo,
    Choice,
    Item,
    Line,
    Moment,
    MomentKind,
    Nearest,
    Offer,
    Reflection,
    ThreeQuestions,
    WhenDoubled,
)
from beside.journey.practice.model import (
    Again,
    Ask,
    AskKind,
    AskState,
    Belief,
    Channel,
    Closeness,
    Feared,
    FearedHappened,
    Happened,
    LineBack,
    Outcome,
    OwnWords,
    Prediction,
    StillSo,
)
from beside.journey.practice.reply import Glad, Reply, Said
from beside.keeping.crypto import spare_key
from beside.keeping.crypto.records import RecordSealer
from beside.keeping.crypto.stretching import FLOOR, stretch
from beside.keeping.crypto.wraps import (
    FOR_SPARE_KEY,
    FOR_WORDS,
    DataKey,
    account_salt,
    locking_key,
    wrap,
)
from beside.keeping.reminding.choice import Reminder
from beside.keeping.sharing.links import Link
from beside.keeping.vault.contents import encoded
from beside.keeping.vault.notebook import LookedThrough, Preferences
from beside.keeping.vault.span import Span
from beside.kernel.days import When, lived
from beside.kernel.records import Foreign, Record
from beside.kernel.store import MemoryStore
from beside.papers.export import exported, sealed_for

FOLDER = Path(__file__).parent
FORMAT = "3"

ACCOUNT = UUID("a11ce000-0000-4000-8000-000000000001")
KEY = bytes(range(32))
NONCE = bytes(range(100, 112))
SALT = bytes(range(16))
WORDS = "abacus abdomen abide ablaze able abnormal"
SPARE_SECRET = bytes(range(20))
EXPORT_WORDS = "zebra zesty zigzagged zippy zit zodiac"

SAM = UUID("5a000000-0000-4000-8000-000000000001")
LINK = UUID("11000000-0000-4000-8000-000000000001")


def at(day: int, hour: int = 11) -> When:
    return lived(datetime(2026, 3, day, hour, 5, 6, 789_000, tzinfo=UTC), "Europe/Berlin")


def guess() -> Prediction:
    return Prediction(
        well=30,
        feared=Feared.other,
        feared_words="She goes quiet.",
        feared_likely=60,
        trouble=5,
        suds=50,
        belief=Belief.depending_hurts,
        line_now=70,
        observable="She says no, and looks away.",
        by_when=date(2026, 3, 5),
        how_bad=80,
        how_id_cope=40,
        partly_right="She says yes, but sighs.",
    )


def the_ask(**changes: Any) -> Ask:
    return Ask(
        id=UUID("a5c00000-0000-4000-8000-000000000001"),
        revision=1,
        drafted=at(3),
        what=AskKind.let_it_be_seen,
        words="Today was a lot.\nNothing for you to do. 🙂",
        person_id=SAM,
    ).but(**changes)


def records() -> dict[str, Record]:
    """Return one record of every kind, and of every state that changes what it holds."""
    locked = the_ask(
        revision=2,
        state=AskState.locked,
        prediction=guess(),
        locked=at(3, 12),
        not_before=date(2026, 3, 6),
        channel=Channel.face_to_face,
        sent=at(3, 13),
        agreed=at(4, 15),
        answered_on=(date(2026, 3, 3),),
        link_id=LINK,
        glad_guess=Glad.not_really,
    )
    outcome = Outcome(
        how=Happened.took_it_well,
        feared_happened=FearedHappened.a_bit,
        next_guess=70,
        landed="She made tea.",
        kept_line="She can be asked on a bad day.",
        worst=60,
        coped=70,
        surprise=90,
        line_after=50,
        closeness=Closeness.nearer,
        again=Again.no,
        fluke="It was her day off.",
    )
    back = LineBack(before_next=True, after_3=StillSo.yes, after_30=StillSo.not_so_sure)
    done = {"state": AskState.done, "closed": at(4), "closed_on": date(2026, 3, 4)}
    let_go = {"state": AskState.let_go, "closed": at(5), "closed_on": date(2026, 3, 5)}
    return {
        "moment": Moment(
            id=UUID("d0000000-0000-4000-8000-000000000001"),
            revision=3,
            when=at(3),
            what=MomentKind.said_im_fine,
            note="Inés asked. I said “fine”.\nمرحبا",
            discomfort=4,
            load=9,
            choice=Choice.felt_like_no_other_way,
            person_id=SAM,
            moved_to=date(2026, 3, 3),
        ),
        "moment-small": Moment(
            id=UUID("d0000000-0000-4000-8000-000000000002"),
            revision=1,
            when=at(3),
            what=MomentKind.did_it_alone,
        ),
        "reflection": Reflection(
            id=UUID("d1000000-0000-4000-8000-000000000001"),
            revision=1,
            when=at(1),
            nearest=Nearest.took_on_too_much,
            choice=Choice.felt_like_no_other_way,
            offer=Offer.a_part,
            line=Line.depending_hurts,
        ),
        "three-questions": ThreeQuestions(
            id=UUID("d2000000-0000-4000-8000-000000000001"),
            revision=1,
            when=at(4),
            asked=tuple(Item),
            why_alone=7,
            would_accept=4,
            when_doubled=WhenDoubled.less,
            after_help=6,
            at_two=AtTwo.not_sure,
            cost=8,
        ),
        "carrying": Carrying(
            id=UUID("d3000000-0000-4000-8000-000000000001"),
            revision=3,
            when=at(5),
            what=(Carried.the_bills, Carried.a_parent, Carried.other),
            other="Inés’ pills",
            nobody_knows=Carried.the_bills,
            chosen=Chosen.small_test,
            ask_id=UUID("a5c00000-0000-4000-8000-000000000001"),
            note="In the blue folder.\nأزرق",
        ),
        "carrying-others": Carrying(
            id=UUID("d3000000-0000-4000-8000-000000000002"),
            revision=2,
            when=at(6),
            what=(Carried.food,),
            others_would_manage=True,
        ),
        "person": Person(
            id=SAM,
            revision=2,
            added=at(1),
            name="Sam",
            ring=Ring.nearest,
            hurt=Answer.no,
            afraid=Fear.embarrassed,
            left_out=True,
            relation=Relation.friend,
            good_for=(GoodFor.listening, GoodFor.a_lift),
            good_for_words="Taxes",
            phone="+49 151 000",
            mail="sam@example.org",
            in_my_care=True,
            tired=Tired.a_bit,
            unflagging=at(2),
        ),
        "ask-drafted": the_ask(),
        "ask-locked": locked,
        "ask-done": locked.but(
            revision=3, outcome=outcome, not_before=None, line_back=back, **done
        ),
        "ask-already-happened": the_ask(
            person_id=None, job=Job.library, outcome=Outcome(how=Happened.no), **done
        ),
        "ask-on-paper": the_ask(
            what=AskKind.favour,
            prediction=Prediction(well=40),
            outcome=Outcome(how=Happened.partly),
            on_paper=True,
            **done,
        ),
        "own-words": OwnWords(
            id=UUID("0e000000-0000-4000-8000-000000000001"),
            revision=1,
            added=at(3),
            what=AskKind.company,
            words="Come round on Sunday?\nNo is fine.",
        ),
        "ask-let-go": locked.but(revision=3, let_go_from=AskState.locked, **let_go),
        "reply": Reply(
            id=UUID("5e000000-0000-4000-8000-000000000001"),
            revision=2,
            came=at(4),
            said=Said.something_else,
            ask_id=UUID("a5c00000-0000-4000-8000-000000000001"),
            person_id=SAM,
            link_id=LINK,
            words="I can on Friday.\nNice that you asked.",
            own_time="Friday, 7",
            trouble=2,
            glad=Glad.yes,
            may_quote=True,
            seen_on=date(2026, 3, 5),
        ),
        "reply-told": Reply(
            id=UUID("5e000000-0000-4000-8000-000000000002"),
            revision=1,
            came=at(5),
            said=Said.part,
            ask_id=UUID("a5c00000-0000-4000-8000-000000000001"),
            told=True,
            seen_on=date(2026, 3, 5),
        ),
        "reply-unseen": Reply(
            id=UUID("5e000000-0000-4000-8000-000000000003"),
            revision=1,
            came=at(5),
            said=Said.offer,
            person_id=SAM,
            link_id=LINK,
            words="I drive past on Thursday.",
        ),
        "link": Link(
            id=LINK,
            revision=3,
            made=at(3, 12),
            code="AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
            until=date(2026, 3, 17),
            name="Dana",
            ask_id=UUID("a5c00000-0000-4000-8000-000000000001"),
            person_id=SAM,
            taken=2,
            ended=True,
        ),
        "reminder": Reminder(
            id=UUID("d2000000-0000-4000-8000-000000000001"),
            revision=2,
            days=(0, 3),
            at=18 * 60 + 30,
            title="Tea with the plants",
            alarm=True,
            quiet_from=21 * 60,
            quiet_to=7 * 60 + 15,
        ),
        "preferences": Preferences(
            id=UUID("9e000000-0000-4000-8000-000000000001"),
            revision=1,
            idle_minutes=10,
            spellcheck=True,
            looked_through=LookedThrough.maybe,
        ),
        "span": Span(
            id=sealer().standing_id("span"),
            revision=2,
            first="2016-03",
            last="2026-03",
            counted=True,
        ),
    }


def sealer() -> RecordSealer:
    return RecordSealer(ACCOUNT, DataKey(1, bytearray(KEY)))


def sealed_records() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, record in records().items():
        bucket = sealer().bucket(type(record).kind, record.month)
        sealed = sealer().seal(
            encoded(record),
            bucket=bucket,
            record_id=record.id.bytes,
            revision=record.revision,
            nonce=NONCE,
        )
        yield (
            f"{name}.record.json",
            {
                "kind": type(record).kind,
                "version": type(record).version,
                "account": str(ACCOUNT),
                "key": KEY.hex(),
                "key_id": 1,
                "bucket": bucket.hex(),
                "id": str(record.id),
                "revision": record.revision,
                "sealed": sealed.hex(),
                "says": json.loads(msgspec.json.encode(record)),
            },
        )


def wraps() -> Iterator[tuple[str, dict[str, Any]]]:
    data_key = DataKey(1, bytearray(KEY))
    stretched = stretch(WORDS, salt=SALT, cost=FLOOR)
    by_words = locking_key(stretched, salt=account_salt(ACCOUNT), purpose=FOR_WORDS)
    by_spare = locking_key(SPARE_SECRET, salt=account_salt(ACCOUNT), purpose=FOR_SPARE_KEY)
    shared = {"account": str(ACCOUNT), "key": KEY.hex(), "key_id": 1}
    sealed = wrap(data_key, by_words, salt=SALT, cost=FLOOR, nonce=NONCE)
    yield "words.wrap.json", {**shared, "typed": WORDS, "wrap": sealed.hex()}
    sealed = wrap(data_key, by_spare, nonce=NONCE)
    yield (
        "spare.wrap.json",
        {**shared, "typed": spare_key.written(SPARE_SECRET), "wrap": sealed.hex()},
    )


def from_a_later_release() -> Foreign:
    return Foreign(
        id=UUID("dead0000-0000-4000-8000-000000000001"),
        revision=1,
        foreign_kind="dream",
        foreign_version=1,
        contents=msgspec.Raw(msgspec.msgpack.encode({"text": "of the sea"})),
    )


def export_document() -> bytes:
    kept = {record.id: record for record in records().values() if not isinstance(record, Span)}
    store = MemoryStore(*kept.values(), from_a_later_release())
    return exported(store, made=datetime(2026, 3, 6, tzinfo=UTC))


def write(name: str, content: bytes) -> None:
    file = FOLDER / FORMAT / name
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
        print(file)


def main() -> None:
    for name, held in [*sealed_records(), *wraps()]:
        write(name, json.dumps(held, indent=1, ensure_ascii=False).encode() + b"\n")
    write("export.json", export_document())
    if not (FOLDER / FORMAT / "export.age").exists():
        write("export.age", sealed_for(export_document(), EXPORT_WORDS))


if __name__ == "__main__":
    main()
