"""The address of Today, which is the first page of all."""

from __future__ import annotations

from django.urls import path

from beside.pages.today import views

app_name = "today"
urlpatterns = [path("", views.today, name="today")]
