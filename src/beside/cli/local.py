"""The notebook on this computer: one word, one folder, one program, one page in the browser."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser
from collections.abc import Callable
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

from beside.cli.hardening import harden
from beside.cli.refusals import Refused, say
from beside.config import env
from beside.keeping.disk import folder, single
from beside.kernel.sentences import Sentence

PATIENCE = 20.0
"""Seconds that the browser is kept waiting for the first answer."""


def run() -> int:
    """Serve this computer's notebook until Ctrl-C; a second start leads to the first."""
    harden()
    port, opens = env.port(), env.may_open_browser()
    for warning in folder.prepare(env.home()):
        say(warning, to=sys.stderr)
    try:
        with single.hold(env.running_lock()) as running:
            _serve(running, port=port, opens=opens)
    except single.AlreadyRunning as there:
        say(Sentence("Beside is running already: %(address)s", address=there.address))
        if opens and there.address:
            _show(there.address)
    return 0


def _serve(running: single.Running, *, port: int, opens: bool) -> None:
    from beside.cli import schema
    from beside.cli.server import ServerStopped, bound, serve

    with bound(port) as listening:
        port = listening.getsockname()[1]
        # The settings ask for it, and it may have been "any".
        os.environ["BESIDE_PORT"] = str(port)
        test_the_locks()
        schema.refuse_a_later_one(env.database())
        application = _load()
        address = f"http://beside.localhost:{port}/"
        running.answers_at(address)
        _greet(address, port)
        if opens:
            show_once_it_answers(address)
        try:
            serve(listening, application)
        except ServerStopped:
            stopped = Sentence("Beside has stopped by itself. What was saved is kept.")
            raise Refused(stopped) from None


def _greet(address: str, port: int) -> None:
    say(Sentence("Beside is open at %(address)s", address=address))
    say(Sentence("or at %(address)s", address=f"http://127.0.0.1:{port}/"))
    say(Sentence("Ctrl-C closes it."))


def test_the_locks() -> None:
    """Ask the code that seals for published answers; raise `Refused` where they are others."""
    from beside.keeping.crypto import selftest

    try:
        selftest.run()
    except selftest.SelfTestFailed:
        raise Refused(
            Sentence(
                "The code that locks your notebook does not work right here. "
                "Beside will not start. “make clean” and “make run” may mend it."
            )
        ) from None


def _load() -> Callable[..., Any]:
    import django

    from beside.cli import schema

    os.environ["DJANGO_SETTINGS_MODULE"] = "beside.config.settings"
    django.setup()
    schema.bring_up_to_date(env.database())
    from beside.config.wsgi import application

    return application


def show_once_it_answers(address: str) -> None:
    """Let *address* be opened once the server has answered; an early browser would see an error."""
    threading.Thread(target=_show_when_ready, args=(address,), daemon=True).start()


def _show_when_ready(address: str) -> None:
    there = urlsplit(address)
    asking = HTTPConnection("127.0.0.1", there.port, timeout=PATIENCE)
    try:
        asking.request("GET", "/now/", headers={"Host": there.netloc})
        asking.getresponse().read()
    except OSError:
        return
    finally:
        asking.close()
    _show(address)


def _show(address: str) -> None:
    """Open *address* in the person's browser, where there is a screen to open one on."""
    # Without a screen Python would start a browser of text in this very terminal.
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    if sys.platform != "linux" or any(os.environ.get(name) for name in screens):
        webbrowser.open(address)
