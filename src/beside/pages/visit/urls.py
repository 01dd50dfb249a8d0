"""The addresses of a first visit. None of them holds an answer."""

from __future__ import annotations

from django.urls import path

from beside.pages.visit import paper, views
from beside.pages.visit.questions import QUESTIONS

app_name = "visit"

urlpatterns = [
    path("start/", views.begin, name="begin"),
    *(path(f"start/{name}/", views.question, {"name": name}, name=name) for name in QUESTIONS),
    path("start/quietly/", views.quietly, name="quietly"),
    path("start/said/", views.said, name="said"),
    path("start/jobs/", views.jobs, name="jobs"),
    path("start/test/", views.offer, name="test"),
    path("start/who/", views.who, name="who"),
    path("start/guess/", views.guess, name="guess"),
    path("start/nothing/", views.nothing, name="nothing"),
    path("seen/", views.seen, name="seen"),
    path("sheet/", paper.papers, name="sheet"),
    path("sheet/<str:name>", paper.paper, name="paper"),
]
