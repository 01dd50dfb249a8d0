"""The words that a notebook is kept with: six drawn ones, or one's own; and what joining takes.

A password manager may fill and save every one of these fields, and paste works in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beside.keeping.accounts.names import is_name, tidy_name
from beside.keeping.accounts.passphrase import trouble_with
from beside.keeping.crypto.words import HOW_MANY, tidy, word_list
from beside.pages.account.forms import NEEDED, SEEN, secret_field
from beside.pages.templatetags.say import say

LONGEST_CODE = 100


@dataclass(frozen=True)
class Joining:
    """What keeping a notebook takes where many are served: a name drawn for it, perhaps a code."""

    name: str
    by_code: bool


class JoiningForm(forms.Form):
    """Carries the name along, and asks for a code where one is needed."""

    joining: Joining | None = None

    def join(self, joining: Joining | None) -> None:
        """Add what *joining* takes; nothing on one's own computer."""
        self.joining = joining
        if joining is None:
            return
        # Hidden, but a field that a password manager finds, and saves the name from.
        carried = {"autocomplete": "username", "translate": "no", "hidden": True, "readonly": True}
        self.fields["notebook"] = forms.CharField(
            required=False, initial=joining.name, widget=forms.TextInput(carried)
        )
        if joining.by_code:
            self.fields["invitation"] = forms.CharField(
                label=_("Your code"),
                help_text=_("From whoever asked you here. It works once."),
                max_length=LONGEST_CODE,
                widget=forms.TextInput(SEEN),
                error_messages=NEEDED,
            )

    def clean_notebook(self) -> str:
        """Refuse a name that was not drawn here."""
        assert self.joining is not None
        name = tidy_name(self.cleaned_data["notebook"])
        if not is_name(name):
            self.data = {**self.data, "notebook": self.joining.name}
            raise forms.ValidationError(_("The name got lost on the way. Look at it again."))
        return name

    @property
    def called(self) -> str:
        """The name that is shown; empty on one's own computer."""
        return str(self["notebook"].value() or "") if self.joining else ""

    @property
    def name(self) -> str:
        """The name that the notebook is found by from now on."""
        return str(self.cleaned_data.get("notebook", ""))

    @property
    def code(self) -> str:
        """The code that was typed; empty where none is asked for."""
        return str(self.cleaned_data.get("invitation", ""))


class SixForm(JoiningForm):
    """Six words that were drawn, carried along in the form that shows them.

    *initial* holds the six to show where those that were sent are not six words of the list.
    """

    says_it_at = "six"

    # Hidden, and not a password field: a manager must not put other words in their place.
    six = forms.CharField(widget=forms.HiddenInput({"autocomplete": "off"}))

    def __init__(
        self, *args: Any, asks: bool = False, joining: Joining | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "six_%s"
        self.join(joining)
        if asks:
            self.fields["words"] = secret_field(_("Your words now"), fill="current-password")

    def clean_six(self) -> str:
        """Refuse anything but six words of the list: own words go by the other form."""
        known = set(word_list())
        words = tidy(self.cleaned_data["six"][:200]).split()
        if len(words) != HOW_MANY or not known.issuperset(words):
            self.data = {**self.data, "six": self.initial["six"]}
            raise forms.ValidationError(_("The six words got lost on the way. Look at them again."))
        return " ".join(words)

    @property
    def chosen(self) -> str:
        """The words that open from now on."""
        return str(self.cleaned_data["six"])

    @property
    def drawn(self) -> list[str]:
        """The six words, one by one."""
        return str(self["six"].value() or "").split()


class OwnForm(JoiningForm):
    """Words of one's own, and the drawn six, so that they stay the same when this one fails.

    The words can be read while they are chosen, as a slip is seen now or never; unless *hides*.
    """

    says_it_at = "own"

    six = forms.CharField(required=False, widget=forms.HiddenInput({"autocomplete": "off"}))

    def __init__(
        self,
        *args: Any,
        asks: bool = False,
        hides: bool = False,
        echoes: bool = False,
        joining: Joining | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "own_%s"
        self.join(joining)
        self.shown, self.drawn_again = not hides, echoes
        self.fields["own"] = secret_field(
            _("Words of your own"),
            fill="new-password",
            shown=not hides,
            echoes=echoes,
            help_text=_(
                "At least 15 letters. A few words that do not belong together work well. "
                "Big and small letters count."
            ),
        )
        if asks:
            self.fields["words"] = secret_field(_("Your words now"), fill="current-password")

    def clean_own(self) -> str:
        """Say what makes them too weak."""
        trouble = trouble_with(self.cleaned_data["own"])
        if trouble is not None:
            raise forms.ValidationError(say(trouble))
        return str(self.cleaned_data["own"])

    @property
    def chosen(self) -> str:
        """The words that open from now on."""
        return str(self.cleaned_data["own"])
