"""Every address. No address holds a word that somebody wrote."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("beside.pages.today.urls")),
    path("", include("beside.pages.pattern.urls")),
    path("", include("beside.pages.account.urls")),
    path("", include("beside.pages.front.urls")),
    path("", include("beside.pages.visit.urls")),
    path("tests/", include("beside.pages.practice.urls")),
    path("carry/", include("beside.pages.load.urls")),
    path("people/", include("beside.pages.circle.urls")),
    path("page/", include("beside.pages.paper.urls")),
    path("now/", include("beside.pages.safety.urls")),
    path("r/", include("beside.pages.sharing.reply_urls")),
    path("", include("beside.pages.sharing.urls")),
]

handler400 = "beside.pages.front.failures.bad_request"
handler403 = "beside.pages.front.failures.not_allowed"
handler404 = "beside.pages.front.failures.not_found"
handler500 = "beside.pages.front.failures.went_wrong"
