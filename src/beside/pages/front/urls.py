from __future__ import annotations

from django.urls import path

from beside.pages.front import views

app_name = "front"
urlpatterns = [path("leave/", views.leave, name="leave")]
