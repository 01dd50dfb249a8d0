"""What is typed to open a notebook, to choose its words, and to take it out or bring it in.

A password manager may fill and save every one of these fields, and paste works in all of them.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from beside.keeping.accounts.names import LONGEST as LONGEST_NAME
from beside.keeping.accounts.passphrase import trouble_with
from beside.keeping.crypto import spare_key
from beside.keeping.crypto.words import TooLong, tidy
from beside.pages.front.widgets import ChipsWidget
from beside.pages.templatetags.say import say

SECRET = {"autocapitalize": "none", "spellcheck": "false", "writingsuggestions": "false"}
SEEN = SECRET | {"translate": "no", "dir": "auto", "autocomplete": "off"}
NEEDED = {"required": _("Fill this in.")}


def secret_field(
    label: Any, *, fill: str, shown: bool = False, echoes: bool = False, **rest: Any
) -> forms.CharField:
    """Return a field for words that open: letters where they are *shown*, dots otherwise.

    Letters are never filled in or saved: a browser keeps what was typed into a plain field among
    its suggestions. Dots that it *echoes* are still there when the page is drawn again.
    """
    widget: forms.Widget = (
        forms.TextInput(SEEN)
        if shown
        else forms.PasswordInput(SECRET | {"autocomplete": fill}, render_value=echoes)
    )
    return forms.CharField(
        label=label, widget=widget, error_messages=NEEDED, **({"strip": False} | rest)
    )


def name_field() -> forms.CharField:
    """Return the field for the name of a notebook, where many are served."""
    return forms.CharField(
        label=_("The name of your notebook"),
        help_text=_("Like kettle-otter-4821. Spaces will do, too."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(SECRET | {"translate": "no", "autocomplete": "username"}),
        error_messages=NEEDED,
    )


class WordsForm(forms.Form):
    """The words, at the door and before what cannot be undone; *by_name* a name above them."""

    def __init__(
        self,
        *args: Any,
        shown: bool = False,
        echoes: bool = False,
        by_name: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.shown = shown
        if by_name:
            self.fields["notebook"] = name_field()
        self.fields["words"] = secret_field(
            _("Your words"), fill="current-password", shown=shown, echoes=echoes
        )


class SpareKeyForm(forms.Form):
    """A spare key, typed from paper; *by_name* with the name of its notebook."""

    def __init__(self, *args: Any, by_name: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by_name:
            self.fields = {"notebook": name_field(), **self.fields}

    spare_key = forms.CharField(
        label=_("Your spare key"),
        help_text=_("Small letters and spaces are fine."),
        widget=forms.TextInput(SEEN),
        error_messages=NEEDED,
    )


class NewSpareKeyForm(forms.Form):
    """A key that was shown counts once a part of it was typed, or it lies on paper."""

    words = secret_field(_("Your words"), fill="current-password")
    spare_key = forms.CharField(widget=forms.HiddenInput({"autocomplete": "off"}))
    group = forms.CharField(
        required=False,
        label=_("Type any one group of four"),
        help_text=_("So that we know it is on paper."),
        widget=forms.TextInput(SEEN),
    )
    printed = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a key that nobody has written down."""
        cleaned = super().clean() or {}
        key, group = cleaned.get("spare_key", ""), spare_key.letters(cleaned.get("group", ""))
        try:
            spare_key.read(key)
        except spare_key.NotASpareKey:
            raise forms.ValidationError(_("That key got lost on the way.")) from None
        if not cleaned.get("printed") and group not in key.split("-")[:8]:
            odd = _("That is not one of the groups. Look at the key again.")
            self.add_error("group", odd if group else _("Type a group, or tick the box."))
        return cleaned


class ExportForm(forms.Form):
    """Locked is the usual way; plain needs a choice."""

    words = secret_field(_("Your words"), fill="current-password")
    way = forms.ChoiceField(
        label=_("How"),
        choices=[("locked", _("Locked")), ("plain", _("Plain"))],
        initial="locked",
        widget=ChipsWidget,
        error_messages=NEEDED,
    )
    passphrase = secret_field(
        _("Other words for the file"),
        fill="new-password",
        required=False,
        help_text=_("Leave this empty to lock it with the words that open your notebook."),
    )

    def clean_passphrase(self) -> str:
        """Say what makes it too weak."""
        passphrase = str(self.cleaned_data["passphrase"])
        trouble = trouble_with(passphrase) if passphrase else None
        if trouble is not None:
            raise forms.ValidationError(say(trouble))
        return passphrase


class ImportForm(forms.Form):
    """A file of an earlier export."""

    file = forms.FileField(
        label=_("The file"),
        error_messages={
            "required": _("Choose the file first."),
            "empty": _("There is nothing in that file."),
            "missing": _("Choose the file first."),
            "invalid": _("Choose the file first."),
        },
    )
    passphrase = secret_field(
        _("The words it is locked with"),
        fill="off",
        required=False,
        help_text=_("Leave this empty for a plain file."),
    )

    def clean_passphrase(self) -> str:
        """Return it in the one form that is stretched."""
        try:
            return tidy(self.cleaned_data["passphrase"])
        except TooLong:
            raise forms.ValidationError(_("That is too long.")) from None

    @property
    def document(self) -> bytes:
        """The bytes that were sent."""
        sent: UploadedFile[Any] = self.cleaned_data["file"]
        return bytes(sent.read())


class DeleteForm(forms.Form):
    """The last question before everything goes."""

    words = secret_field(_("Your words"), fill="current-password")
    sure = forms.BooleanField(
        error_messages={"required": _("Tick the box if you want everything to go.")}
    )
