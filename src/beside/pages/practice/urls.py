"""The addresses of *Tests*. Each holds an id at most."""

from __future__ import annotations

from django.urls import path

from beside.pages.practice.views import (
    afterwards,
    one,
    own_words,
    sending,
    setting_up,
    standing,
    typing_in,
    what_happened,
)

app_name = "practice"

urlpatterns = [
    path("", standing.tests, name="tests"),
    path("new/", setting_up.new, name="new"),
    path("happened/", standing.happened, name="happened"),
    path("paper/", typing_in.paper, name="paper"),
    path("paper/<uuid:person_id>/", typing_in.somebody_new, name="paper_person"),
    path("paper/<uuid:ask_id>/undo/", typing_in.take_back, name="paper_back"),
    path("what-happened/", what_happened.what_happened, name="what_happened"),
    path("<uuid:ask_id>/", standing.ask, name="ask"),
    path("<uuid:ask_id>/what/", setting_up.what, name="what"),
    path("<uuid:ask_id>/who/", setting_up.who, name="who"),
    path("<uuid:ask_id>/who/new/", setting_up.somebody_else, name="somebody_else"),
    path("<uuid:ask_id>/who/<uuid:person_id>/", setting_up.ask_first, name="ask_first"),
    path("<uuid:ask_id>/guess/", setting_up.guess, name="guess"),
    path("<uuid:ask_id>/who/<uuid:person_id>/undo/", setting_up.take_back, name="take_back"),
    path("<uuid:ask_id>/who/<uuid:person_id>/same/", setting_up.same, name="same"),
    path("<uuid:ask_id>/keep/", setting_up.keep_words, name="keep_words"),
    path("<uuid:ask_id>/keep-words/", own_words.keep_own, name="keep_own"),
    path("own-words/<uuid:words_id>/remove/", own_words.forget_own, name="forget_own"),
    path("own-words/<uuid:words_id>/undo/", own_words.own_back, name="own_back"),
    path("<uuid:ask_id>/put-off/", standing.put_off, name="put_off"),
    path("<uuid:ask_id>/let-go/", standing.let_go, name="let_go"),
    path("<uuid:ask_id>/pick-up/", standing.pick_up, name="pick_up"),
    path("<uuid:ask_id>/delete/", standing.delete, name="delete"),
    path("<uuid:ask_id>/send/", sending.send, name="send"),
    path("<uuid:ask_id>/channel/", sending.channel, name="channel"),
    path("<uuid:ask_id>/time/", sending.agree, name="agree"),
    path("<uuid:ask_id>/time/take-back/", sending.take_back_time, name="take_back_time"),
    path("<uuid:ask_id>/time.ics", sending.calendar, name="calendar"),
    path("<uuid:ask_id>/outcome/", afterwards.outcome, name="outcome"),
    path("<uuid:ask_id>/feared/", afterwards.feared, name="feared"),
    path("<uuid:ask_id>/again/", afterwards.again, name="again"),
    path("<uuid:ask_id>/land/", afterwards.land, name="land"),
    path("<uuid:ask_id>/one/", one.one, name="one"),
    path("<uuid:ask_id>/more/", afterwards.more, name="more"),
    path("<uuid:ask_id>/line/", afterwards.line, name="line"),
]
