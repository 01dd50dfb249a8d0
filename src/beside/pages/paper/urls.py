"""The addresses of *Take this to someone*."""

from __future__ import annotations

from django.urls import path

from beside.pages.paper import views

app_name = "paper"

urlpatterns = [
    path("", views.one_page, name="one_page"),
    path("pdf/", views.pdf, name="pdf"),
]
