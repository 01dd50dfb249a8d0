"""The addresses of *What I carry*. Each holds an id at most."""

from __future__ import annotations

from django.urls import path

from beside.pages.load import views

app_name = "load"
urlpatterns = [
    path("", views.carry, name="carry"),
    path("new/", views.new, name="new"),
    path("<uuid:carrying_id>/", views.one, name="one"),
    path("<uuid:carrying_id>/ticks/", views.ticks, name="ticks"),
    path("<uuid:carrying_id>/flu/", views.flu, name="flu"),
    path("<uuid:carrying_id>/next/", views.next_for_it, name="next"),
    path("<uuid:carrying_id>/note/", views.note, name="note"),
    path("<uuid:carrying_id>/test/", views.make_a_test, name="test"),
    path("<uuid:carrying_id>/undone/", views.undone, name="undone"),
    path("<uuid:carrying_id>/remove/", views.remove, name="remove"),
    path("<uuid:carrying_id>/undo/", views.undo, name="undo"),
]
