"""The addresses of the door, of Settings, and of what leaves."""

from __future__ import annotations

from django.urls import path

from beside.pages.account.views import (
    check,
    door,
    easier,
    mails,
    note,
    papers,
    plate,
    reminders,
    settings,
)

app_name = "account"
urlpatterns = [
    path("keep/", door.keep, name="keep"),
    path("open/", door.open_notebook, name="open"),
    path("open/again/", door.open_again, name="open_again"),
    path("open/spare/", door.open_with_spare_key, name="open_spare"),
    path("open/spare/words/", door.renew, name="renew"),
    path("open/passkey/", door.open_with_passkey, name="open_passkey"),
    path("open/passkey/challenge/", door.challenge, name="challenge"),
    path("note/", note.note, name="note"),
    path("note/kept/", note.kept, name="note_kept"),
    path("lock/", door.lock, name="lock"),
    path("stay/", door.stay, name="stay"),
    path("settings/", settings.settings, name="settings"),
    path("settings/name/", plate.name, name="name"),
    path("settings/zone/", plate.zone, name="zone"),
    path("settings/words/", settings.words, name="words"),
    path("settings/spare-key/", settings.spare_key, name="spare_key"),
    path("settings/spare-key/remove/", settings.no_spare_key, name="no_spare_key"),
    path("settings/passkeys/", easier.passkeys_page, name="passkeys"),
    path("settings/passkeys/new/", easier.new_passkey, name="new_passkey"),
    path("settings/passkeys/keep/", easier.keep_passkey, name="keep_passkey"),
    path("settings/passkeys/remove/", easier.no_passkey, name="no_passkey"),
    path("settings/letterbox/", easier.letterbox, name="letterbox"),
    path("settings/letterbox/mark/", easier.mark_device, name="mark_device"),
    path("settings/letterbox/remove/", easier.unmark_device, name="unmark_device"),
    path("settings/check/", check.check, name="check"),
    path("settings/sessions/", settings.places, name="sessions"),
    path("settings/sessions/close/", settings.close_others, name="close_others"),
    path("settings/preferences/", settings.looks, name="preferences"),
    path("settings/reminders/", reminders.reminders, name="reminders"),
    path("settings/reminders/when/", reminders.days_and_time, name="reminder_when"),
    path("settings/reminders/note.ics", reminders.calendar, name="reminder_calendar"),
    path("settings/reminders/remove/", reminders.remove, name="reminder_remove"),
    path("settings/reminders/mail/", mails.mail, name="reminder_mail"),
    path("settings/reminders/mail/code/", mails.code, name="reminder_code"),
    path("settings/reminders/mail/off/", mails.off, name="reminder_mail_off"),
    path("settings/reminders/mail/again/", mails.again, name="reminder_mail_again"),
    path("stop/<str:token>/", mails.stop, name="stop"),
    path("settings/export/", papers.export, name="export"),
    path("settings/import/", papers.import_file, name="import"),
    path("settings/delete/", settings.delete, name="delete"),
    path("gone/", settings.gone, name="gone"),
    path("limits/", settings.limits, name="limits"),
    path("source/", settings.source, name="source"),
]
