"""The addresses of *If it's bad now*."""

from __future__ import annotations

from django.urls import path

from beside.pages.safety import views

app_name = "safety"

urlpatterns = [
    path("", views.now, name="now"),
    path("country/", views.remember_country, name="country"),
]
