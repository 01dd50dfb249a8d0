"""What somebody prefers: when the notebook locks by itself, how it looks, who looks through it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beside.keeping.accounts.sessions import IDLE_CHOICES
from beside.keeping.vault.notebook import LookedThrough
from beside.pages.account.forms import NEEDED
from beside.pages.front.preferences import THEMES
from beside.pages.front.widgets import ChipsWidget


class PreferencesForm(forms.Form):
    """How the notebook looks here, and when it locks by itself."""

    idle = forms.TypedChoiceField(
        label=_("Lock after so many minutes without a touch"),
        choices=[(minutes, str(minutes)) for minutes in IDLE_CHOICES],
        coerce=int,
        widget=ChipsWidget,
        error_messages=NEEDED,
    )
    theme = forms.ChoiceField(
        label=_("Light or dark"),
        choices=[("", _("As this device")), *zip(THEMES, (_("Light"), _("Dark")), strict=True)],
        required=False,
        widget=ChipsWidget,
    )
    looked_through = forms.TypedChoiceField(
        label=_("Could someone else look through this phone?"),
        help_text=_("With all but “No”, it locks sooner and leaves out links and calendar files."),
        choices=[
            (LookedThrough.no.value, _("No")),
            (LookedThrough.maybe.value, _("Maybe")),
            (LookedThrough.yes.value, _("Yes")),
            (LookedThrough.not_said.value, _("Not said")),
        ],
        coerce=LookedThrough,
        required=False,
        widget=ChipsWidget,
    )
    spellcheck = forms.BooleanField(required=False)
    quiet = forms.BooleanField(required=False)

    def __init__(self, *args: Any, languages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(languages) > 1:
            choices = [("", _("As this browser")), *languages]
            self.fields["lang"] = forms.ChoiceField(
                label=_("Language"), choices=choices, required=False, widget=ChipsWidget
            )

    def for_this_browser(self) -> dict[str, str]:
        """Return what this browser is asked to remember."""
        said = self.cleaned_data
        quiet = "1" if said["quiet"] else ""
        return {"theme": said["theme"], "quiet": quiet, "lang": said.get("lang", "")}

    def for_the_notebook(self) -> dict[str, Any]:
        """Return what the notebook keeps; without an answer to who looks, that stays as it is."""
        said = self.cleaned_data
        chosen = {"idle_minutes": said["idle"], "spellcheck": said["spellcheck"]}
        if said["looked_through"]:
            chosen["looked_through"] = said["looked_through"]
        return chosen
