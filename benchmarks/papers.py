"""Making the ten-asks page as a PDF, against WeasyPrint making one with the same on it.

Both hand over a finished PDF that claims UA-1, with the same letters and the same drawings, warm
and in turns; importing either, and reading the rival's style sheet, is not counted. No page comes
twice: our compiler remembers what it has laid out, and nobody makes one page again and again. By
the clock on the wall, since that compiler may use more than one thread. WeasyPrint needs Pango on
the machine (on Debian: libpango-1.0-0 and libpangoft2-1.0-0).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from html import escape
from random import Random
from uuid import UUID

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.figures import Figure
from benchmarks.timing import in_turns, median
from beside.around.circle.model import Answer, Fear, Person
from beside.journey.practice import finding
from beside.journey.practice.model import (
    Ask,
    AskKind,
    AskState,
    Channel,
    Feared,
    FearedHappened,
    Happened,
    HowHard,
    Outcome,
)
from beside.journey.practice.rules import short_guess
from beside.kernel.days import lived
from beside.kernel.sentences import Sentence
from beside.papers.one_page import Choice, Page, page_of, printed, wording
from beside.papers.one_page.model import Row
from beside.papers.one_page.printed import expected
from beside.papers.pdf import FONTS

ROUNDS = 15
BEGAN = lived(datetime(2026, 3, 4, 11, tzinfo=UTC), "Europe/Berlin")
SAM = Person(id=UUID(int=1, version=4), added=BEGAN, name="Sam", hurt=Answer.no, afraid=Fear.no)
NAMES = ("Sam", "Inés", "Jo", "Ali", "Lea", "Tomáš")
WORDS = "Could you read the forms with me on Sunday? A no is fine."
HOWS = (Happened.took_it_well, Happened.partly, Happened.no, Happened.no_answer, Happened.it_hurt)
STYLE = f"""
@font-face {{ font-family: own;
  src: url("{(FONTS / "AtkinsonHyperlegibleNext-Regular.ttf").as_uri()}") }}
@font-face {{ font-family: own; font-weight: 700;
  src: url("{(FONTS / "AtkinsonHyperlegibleNext-Bold.ttf").as_uri()}") }}
@page {{ size: A4; margin: 12mm 14mm }}
body {{ font: 10pt/1.2 own; color: #22302f }}
h1, h2, h3, p {{ margin: .6em 0 }}
table {{ width: 100%; border-collapse: collapse; font-size: 9pt }}
th {{ text-align: start; font-weight: 400; color: #566563 }}
td {{ border-bottom: .5pt solid #d9d1c4; padding: .15em .3em .15em 0 }}
dd {{ display: inline; margin: 0 0 0 1em }}
dt {{ display: inline }}
td svg {{ width: 34mm; height: auto }}
dl {{ columns: 2 }}
dl, dd, ul {{ margin-block: 0 }}
"""


def figures() -> list[Figure]:
    """Return how long the page takes to make, and what WeasyPrint takes for one like it."""
    # It says of each class of the drawings that it knows no rule for it.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    fonts = FontConfiguration()
    style = CSS(string=STYLE, font_config=fonts)
    ours, rivals = pages(), pages()
    taken = in_turns(
        [lambda: printed(next(ours)), lambda: theirs(next(rivals), style, fonts)],
        rounds=ROUNDS,
        warm=2,
    )
    took, rival = map(median, taken)
    return [
        Figure(
            "page.ten_asks_pdf",
            took,
            "ms",
            against=rival,
            ratio=rival / took,
            least=5,
            said="10 rows on one accessible page, against WeasyPrint",
        )
    ]


def pages() -> Iterator[Page]:
    """Yield pages that have as much on them, and not the same; in each run the same ones."""
    rng = Random(ROUNDS)
    while True:
        asks = [_ask(number, rng) for number in range(10)]
        sam = SAM.but(name=rng.choice(NAMES))
        yield page_of(
            asks, [sam], day=f"{rng.randrange(28)} March", choice=Choice(names=True, words=True)
        )


def _ask(number: int, rng: Random) -> Ask:
    at = lived(BEGAN.at + timedelta(days=6 * number), BEGAN.zone)
    guess = short_guess(
        well=rng.randrange(11),
        feared=rng.choice(list(Feared)),
        likely=6,
        trouble=5,
        hard=HowHard.a_bit,
    )
    return Ask(
        id=UUID(int=number + 2, version=4),
        drafted=BEGAN,
        what=AskKind.favour,
        words=" ".join(rng.sample(WORDS.split(), 12)),
        person_id=SAM.id,
        state=AskState.done,
        prediction=guess,
        locked=BEGAN,
        outcome=Outcome(how=rng.choice(HOWS), feared_happened=FearedHappened.no),
        closed=at,
        closed_on=at.on,
        channel=Channel.face_to_face,
    )


def theirs(page: Page, style: CSS, fonts: FontConfiguration) -> bytes:
    """Make the same page with WeasyPrint."""
    made: bytes = HTML(string=document(page)).write_pdf(
        stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1"
    )
    return made


def document(page: Page) -> str:
    """Return *page* as HTML, with every sentence and every drawing that ours has."""
    heads = "".join(f"<th scope=col>{one}" for one in _said(wording.HEADS))
    rows = "".join(map(_row, page.rows))
    figures = "".join(
        f"<div><dt>{escape(str(label))}<dd>{escape(str(said))}</div>"
        for label, said in (*page.counts, *page.channels)
    )
    limits = "".join(f"<li>{one}" for one in _said(page.limits))
    return (
        f"<!doctype html><html lang=en><title>{page.title}</title><h1>{page.title}</h1>"
        f"<h2>{page.heading}</h2><p>{' '.join(_said(page.says))}</p>{expected(page, str)}"
        f"<p>{' '.join(_said((page.lead, *page.legend)))}</p>"
        f"<table><thead><tr>{heads}</thead><tbody>{rows}</tbody></table>"
        f"<h3>{wording.RESULTS}</h3><dl>{figures}</dl>"
        f"<h3>{finding.FEARED}</h3><p>{' '.join(_said(page.feared))}</p>"
        f"<h3>{wording.LIMITS_TITLE}</h3><ul>{limits}</ul>"
        f"<p>{' '.join(_said(page.stopping))}</p><p>{page.foot}</p></html>"
    )


def _row(row: Row) -> str:
    cells = (
        str(row.number),
        escape(row.who),
        escape(row.words),
        f"{row.strip}{escape(str(row.guess_said))}",
        escape(str(row.happened)),
        f"{escape(str(row.feared))}<br>{escape(str(row.came))}",
        escape(str(row.channel)),
    )
    return "<tr>" + "".join(f"<td>{cell}" for cell in cells) + "</tr>"


def _said(sentences: Iterable[Sentence]) -> Iterator[str]:
    return (escape(str(one)) for one in sentences)
