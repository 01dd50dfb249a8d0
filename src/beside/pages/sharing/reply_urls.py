"""The one address that somebody with a link opens. What opens it never stands in an address."""

from __future__ import annotations

from django.urls import path

from beside.pages.sharing.views import reply

app_name = "reply"
urlpatterns = [path("", reply.reply, name="reply")]
