"""Six words stay the same while the page that shows them is loaded again: they may be on paper.

Nothing is kept for that. They follow from a secret of this process, which dies with it, from the
form token of the browser, which is a new one once words were kept or changed, and from the number
in the page's address. Whoever comes to the page gets a number of their own: it never shows the
words that somebody before them at the same browser may have read.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import get_token

from beside.keeping.accounts.joining import Registration
from beside.keeping.accounts.names import draw_name, is_name
from beside.keeping.crypto import spare_key
from beside.keeping.crypto.primitives import hkdf, random_bytes
from beside.keeping.crypto.words import six_words
from beside.pages.account.words_chosen import Joining, OwnForm, SixForm
from beside.pages.front.answers import SeeOther
from beside.pages.front.visiting import visit_of

NUMBERS = 2**31
"""How many draws there are to tell apart."""

_SECRET = random_bytes(32)


@dataclass(frozen=True)
class Choice:
    """Both ways to choose words. *sent* is the one that was sent; ``None`` before that.

    *draw* is the number of the six words that are shown.
    """

    six: SixForm
    own: OwnForm
    draw: int
    sent: SixForm | OwnForm | None = None

    def on_page(self, **more: object) -> dict[str, object]:
        """Return what the page is drawn with."""
        return {"six": self.six, "own": self.own, "form": self.sent, "draw": self.draw} | more


def drawn_for_whoever_comes(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give each who comes to the page a draw of their own; loading it again keeps it.

    On a first visit it stays the same on every way back to the page, too: it may be on paper.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.method == "GET" and _number(request.GET.get("draw")) is None:
            return SeeOther(f"{request.path}?draw={_own_draw(request)}")
        return view(request, *args, **kwargs)

    return guarded


def _own_draw(request: HttpRequest) -> int:
    visit, fresh = visit_of(request), secrets.randbelow(NUMBERS)
    if visit is None:
        return fresh
    if "other" in request.GET:
        visit.aside.pop("draw", None)
    return int(visit.aside.setdefault("draw", fresh))


def drawn_words(request: HttpRequest, draw: int) -> str:
    """Return the six words of this browser with the number *draw*."""
    get_token(request)
    token = request.META["CSRF_COOKIE"].encode()
    return six_words(hkdf(_SECRET, salt=token, info=f"beside/1/drawn/{draw}"))


def drawn_key(request: HttpRequest) -> str:
    """Return the spare key of this draw as it is printed: loading the page again shows the same."""
    get_token(request)
    token = request.META["CSRF_COOKIE"].encode()
    info = f"beside/1/drawn-key/{_drawn(request)}"
    return spare_key.written(bytes(hkdf(_SECRET, salt=token, info=info, length=spare_key.BYTES)))


def drawn_name(request: HttpRequest, draw: int) -> str:
    """Return the name of the notebook that goes with those words, where many are served."""
    get_token(request)
    token = request.META["CSRF_COOKIE"].encode()
    return draw_name(hkdf(_SECRET, salt=token, info=f"beside/1/drawn-name/{draw}"))


def joining(request: HttpRequest) -> Joining | None:
    """Return what keeping a notebook takes here; nothing beside words on one's own computer."""
    if not settings.HOSTED:
        return None
    by_code = Registration.invite == settings.REGISTRATION
    return Joining(drawn_name(request, _drawn(request)), by_code=by_code)


def chosen_words(
    request: HttpRequest, *, asks: bool = False, joins: Joining | None = None
) -> Choice:
    """Return both ways to choose words; *asks* for the words of now, too.

    *joins* is what a new notebook takes beside them.
    """
    sent = request.POST if "six" in request.POST else QueryDict()
    draw = _drawn(request)
    fresh = drawn_words(request, draw)
    typed_so_far = _typed_so_far(sent)
    more: dict[str, Any] = {"asks": asks, "joining": joins}
    six = SixForm(**more, initial={"six": sent.get("six", fresh), **typed_so_far})
    blank = {"six": six["six"].value(), **typed_so_far}
    if "see" in sent:
        typed = {**blank, "own": sent.get("own", "")}
        hides = sent["see"] == "0"
        return Choice(six, OwnForm(**more, hides=hides, echoes=True, initial=typed), draw)
    hides = sent.get("shown") == "0"
    if "own" in sent:
        own = OwnForm(sent, **more, hides=hides)
        return Choice(six, own, draw, sent=own)
    own = OwnForm(**more, initial=blank)
    if not sent:
        return Choice(six, own, draw)
    six = SixForm(sent, **more, initial={"six": fresh})
    return Choice(six, own, draw, sent=six)


def _typed_so_far(sent: QueryDict) -> dict[str, str]:
    """Return what of joining was sent with either form, so that the other one has it too."""
    name, code = sent.get("notebook", ""), sent.get("invitation", "")
    carried = {"notebook": name} if is_name(name) else {}
    return {**carried, "invitation": code} if code else carried


def _drawn(request: HttpRequest) -> int:
    """Return the number that the page was drawn with.

    After a spare key there is none, and 0 does: who sees that page holds the key.
    """
    return _number(request.POST.get("draw") or request.GET.get("draw")) or 0


def _number(said: str | None) -> int | None:
    if said and said.isascii() and said.isdigit() and len(said) <= 10 and int(said) < NUMBERS:
        return int(said)
    return None
