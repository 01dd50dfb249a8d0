"""What a notebook is called, and where its days begin: asked for where many are served."""

from __future__ import annotations

from django import forms
from django.conf import settings as configured
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from beside.keeping.accounts.nameplate import nameplate_of, put_up
from beside.kernel.days import lived, zone_named
from beside.pages.account.forms import NEEDED
from beside.pages.account.views.door import form_page
from beside.pages.front.answers import see_other
from beside.pages.front.notices import notice
from beside.pages.front.requests import PersonRequest, now, person_required
from beside.pages.front.zones import by_region, is_zone, zone_of


class ZoneForm(forms.Form):
    """Where somebody is. *now* is a zone to offer although the list has it under another name."""

    zone = forms.ChoiceField(
        label=_("The place whose clock you live by"),
        help_text=_("Or the nearest one in the list."),
        error_messages=NEEDED | {"invalid_choice": _("Choose one from the list.")},
    )

    def __init__(self, sent: QueryDict | None, *, now: str) -> None:
        super().__init__(sent, initial={"zone": now})
        listed = {name for _region, places in by_region() for name, _place in places}
        more = [] if now in listed else [(now, now.replace("_", " "))]
        field = self.fields["zone"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*more, *by_region()]

    def clean_zone(self) -> str:
        """Refuse what this machine has no clock for."""
        zone = str(self.cleaned_data["zone"])
        if not is_zone(zone):
            raise forms.ValidationError(_("Choose one from the list."))
        return zone


@require_safe
@person_required
def name(request: PersonRequest) -> HttpResponse:
    """Show what the notebook is called; on one's own computer it has no name."""
    if not configured.HOSTED:
        return see_other("account:settings")
    notebook = request.opened.notebook
    plate = nameplate_of(notebook.account_id, notebook.data_key)
    return render(request, "account/name.html", {"called": plate.name})


@form_page
@person_required
def zone(request: PersonRequest) -> HttpResponse:
    """Show where the days begin, and let another place be chosen."""
    if not configured.HOSTED:
        return see_other("account:settings")
    notebook = request.opened.notebook
    form = ZoneForm(request.POST or None, now=zone_of(request, notebook))
    if request.method != "POST" or not form.is_valid():
        return _zone(request, form)
    put_up(notebook.account_id, notebook.data_key, zone=form.cleaned_data["zone"])
    notice(request, "zone_kept")
    return see_other("account:settings")


def _zone(request: HttpRequest, form: ZoneForm) -> HttpResponse:
    here = str(form.initial["zone"])
    moment = lived(now(), here)
    clock = moment.at.astimezone(zone_named(here)).replace(tzinfo=None)
    status = 422 if form.is_bound else 200
    return render(request, "account/zone.html", {"form": form, "clock": clock}, status=status)
