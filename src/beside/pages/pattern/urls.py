"""The addresses of moments and of the notebook that holds them."""

from __future__ import annotations

from django.urls import path

from beside.pages.pattern import views, views_three

app_name = "pattern"
urlpatterns = [
    path("moments/", views.keep, name="keep"),
    path("moments/new/", views.new, name="new"),
    path("moments/<uuid:moment_id>/", views.moment, name="moment"),
    path("moments/<uuid:moment_id>/undo/", views.undo, name="undo"),
    path("moments/<uuid:moment_id>/delete/", views.delete, name="delete"),
    path("notebook/", views.notebook, name="notebook"),
    path("notebook/search/", views.search, name="search"),
    path("notebook/how/", views_three.how, name="how"),
    path("three/", views_three.three, name="three"),
    path("three/<uuid:answers_id>/", views_three.sitting, name="sitting"),
    path("three/<uuid:answers_id>/remove/", views_three.remove, name="answers_removed"),
    path("three/<uuid:answers_id>/undo/", views_three.bring_back, name="answers_back"),
]
