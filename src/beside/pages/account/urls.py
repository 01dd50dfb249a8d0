"""The addresses of the door, of Settings, and of what leaves."""

from __future__ import annotations

from django.urls import path

from beside.pages.account.views import door, papers, settings

app_name = "account"
urlpatterns = [
    path("keep/", door.keep, name="keep"),
    path("open/", door.open_notebook, name="open"),
    path("open/again/", door.open_again, name="open_again"),
    path("open/spare/", door.open_with_spare_key, name="open_spare"),
    path("open/spare/words/", door.renew, name="renew"),
    path("lock/", door.lock, name="lock"),
    path("stay/", door.stay, name="stay"),
    path("settings/", settings.settings, name="settings"),
    path("settings/words/", settings.words, name="words"),
    path("settings/spare-key/", settings.spare_key, name="spare_key"),
    path("settings/spare-key/remove/", settings.no_spare_key, name="no_spare_key"),
    path("settings/sessions/", settings.places, name="sessions"),
    path("settings/sessions/close/", settings.close_others, name="close_others"),
    path("settings/preferences/", settings.looks, name="preferences"),
    path("settings/export/", papers.export, name="export"),
    path("settings/import/", papers.import_file, name="import"),
    path("settings/delete/", settings.delete, name="delete"),
    path("gone/", settings.gone, name="gone"),
    path("limits/", settings.limits, name="limits"),
    path("source/", settings.source, name="source"),
]
