"""The addresses of *People*."""

from __future__ import annotations

from django.urls import path

from beside.pages.circle import views

app_name = "circle"

urlpatterns = [
    path("", views.people, name="people"),
    path("new/", views.new, name="new"),
    path("jobs/", views.jobs, name="jobs"),
    path("<uuid:person_id>/", views.person, name="person"),
    path("<uuid:person_id>/same/", views.same, name="same"),
    path("<uuid:person_id>/describe/", views.describe, name="describe"),
    path("<uuid:person_id>/answer/", views.answer, name="answer"),
    path("<uuid:person_id>/unflag/", views.unflag, name="unflag"),
    path("<uuid:person_id>/keep-flag/", views.keep_flag, name="keep_flag"),
    path("<uuid:person_id>/leave-out/", views.leave_out, name="leave_out"),
    path("<uuid:person_id>/let-back-in/", views.let_back_in, name="let_back_in"),
    path("<uuid:person_id>/remove/", views.remove, name="remove"),
]
