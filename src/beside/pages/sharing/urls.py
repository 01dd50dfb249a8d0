"""The addresses of links and answers for the person who asks. Each holds an id at most."""

from __future__ import annotations

from django.urls import path

from beside.pages.sharing.views import arrived, doors, linking, telling

app_name = "sharing"
urlpatterns = [
    path("links/<uuid:ask_id>/", linking.link, name="link"),
    path("links/<uuid:ask_id>/make/", linking.make, name="make"),
    path("links/<uuid:ask_id>/take-back/", linking.take_back, name="take_back"),
    path("links/<uuid:ask_id>/told/", telling.told, name="told"),
    path("doors/<uuid:person_id>/", doors.door, name="door"),
    path("doors/<uuid:person_id>/make/", doors.make, name="make_door"),
    path("doors/<uuid:person_id>/longer/", doors.longer, name="longer"),
    path("doors/<uuid:person_id>/close/", doors.close, name="close"),
    path("answers/", arrived.come_in, name="come_in"),
    path("answers/later/", arrived.later, name="later"),
    path("answers/<uuid:reply_id>/", arrived.reply, name="reply"),
    path("answers/<uuid:reply_id>/seen/", arrived.seen, name="seen"),
    path("answers/<uuid:reply_id>/accept/", arrived.accept, name="accept"),
]
