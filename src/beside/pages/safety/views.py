"""One page that anybody can open at any time. It reads no session, no notebook and no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from beside.kernel.sentences import Sentence
from beside.pages.front.preferences import preferences, remember
from beside.pages.front.requests import now as clock
from beside.pages.front.sent import sent_only
from beside.pages.safety.names import country_choices, country_name, day_read, spoken
from beside.safety import grounding, wording
from beside.safety.lines import FIND_A_HELPLINE, Line, lines_for, tel


@dataclass(frozen=True)
class Shown:
    """One line as the page sets it out."""

    name: str
    facts: list[Sentence]
    reading: list[Sentence]
    calls: list[tuple[str, str]]
    text_to: Sentence | None
    text_link: str
    chat: str


@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """Show whom to call, something to steady, and a text that is ready to send."""
    remembered = preferences(request).country or ""
    sent = request.GET.get("country")
    code = remembered if sent is None else sent
    return _page(request, code=code, remembered=remembered, none_chosen=sent == "")


@sent_only("safety:now")
def remember_country(request: HttpRequest) -> HttpResponse:
    """Keep the country in this browser, or forget it; one that is not listed is refused."""
    code = request.POST.get("country", "")
    if code and lines_for(code).country is None:
        return _page(request, code=code, remembered="", status=422)
    response = redirect("safety:now")
    remember(response, request, country=code)
    return response


def _page(
    request: HttpRequest,
    *,
    code: str,
    remembered: str,
    none_chosen: bool = False,
    status: int = 200,
) -> HttpResponse:
    shown = _shown_for(code) | {
        "remembered": bool(remembered) and remembered == code,
        "none_chosen": none_chosen,
    }
    return render(request, "safety/now.html", shown, status=status)


def _shown_for(code: str) -> dict[str, object]:
    numbers = lines_for(code)
    country, on = numbers.country, clock().date()
    return {
        "wording": wording,
        "numbers": numbers,
        "danger": wording.danger(numbers),
        "many_countries": wording.many_countries(numbers.emergency[0].dial),
        "reached": [(wording.REACHES[e.reaches], e.dial, e.link) for e in numbers.emergency],
        "country": country and country_name(country),
        "elsewhere": bool(code) and country is None,
        "countries": country_choices(),
        "talk": [_shown(line, on) for line in numbers.talk],
        "abuse": [_shown(line, on) for line in numbers.abuse],
        "find_more": FIND_A_HELPLINE,
        "first_step": grounding.first_step(),
        "more_steps": grounding.more_steps(),
        "text_link": "sms:?&body=" + quote(gettext(wording.READY_TEXT.id)),
    }


def _shown(line: Line, on: date) -> Shown:
    return Shown(
        name=line.name,
        facts=wording.facts(line, spoken=spoken(line)),
        reading=wording.reading(line, day=day_read(line), old=line.may_have_changed(on)),
        calls=[(number, tel(number)) for number in line.dial],
        text_to=wording.text_to(line) if line.sms else None,
        text_link=line.sms.link if line.sms else "",
        chat=line.chat,
    )
