"""`beside demo`: a made-up year in a notebook of nobody's, for whoever wants to look first.

It lies in a folder of its own that goes when the program ends, and answers under a name of its own,
so that neither the real notebook nor its cookies are touched. No link opens it: an address that
opens a notebook would be a way in that the real one does not have. Six words are one paste.
"""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from beside.cli.hardening import harden
from beside.cli.local import show_once_it_answers, test_the_locks
from beside.cli.refusals import Refused, say
from beside.config import env
from beside.keeping.disk import folder
from beside.kernel.sentences import Sentence


def demo() -> int:
    """Serve a made-up year until Ctrl-C, then remove it."""
    harden()
    # Any free port, so that the real notebook can be open beside it.
    port, opens = env.port(usual=0), env.may_open_browser()
    with _throw_away():
        _serve(port, opens=opens)
    return 0


@contextmanager
def _throw_away() -> Iterator[None]:
    """Let everything be kept in a new folder, which is removed at the end."""
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _as_ctrl_c)
    try:
        throw_away = tempfile.TemporaryDirectory(prefix="beside-made-up-")
    except OSError:
        raise Refused(
            Sentence("No throw-away folder can be made. Name a place for it with TMPDIR.")
        ) from None
    with throw_away as made:
        os.environ["BESIDE_HOME"] = os.environ["BESIDE_MADE_UP"] = str(Path(made).absolute())
        folder.prepare(env.home())
        yield


def _as_ctrl_c(*_: object) -> NoReturn:
    """End while the folder is being filled, too, and take it away."""
    raise KeyboardInterrupt


def _serve(port: int, *, opens: bool) -> None:
    from beside.cli.server import ServerStopped, bound, serve

    with bound(port) as listening:
        port = listening.getsockname()[1]
        test_the_locks()
        application = _load()
        words = _made_up_notebook()
        address = f"http://made-up.localhost:{port}/open/"
        _greet(address, port, words)
        if opens:
            show_once_it_answers(address)
        try:
            serve(listening, application)
        except ServerStopped:
            raise Refused(Sentence("Beside has stopped by itself.")) from None


def _greet(address: str, port: int, words: str) -> None:
    say(Sentence("A made-up year. Nobody wrote it."))
    say(Sentence("Open it at %(address)s", address=address))
    say(Sentence("or at %(address)s", address=f"http://127.0.0.1:{port}/open/"))
    say(Sentence("with these six words:"))
    say(f"\n    {words}\n")
    say(Sentence("Ctrl-C ends it, and nothing of it stays. Your own notebook is not touched."))


def _load() -> Callable[..., Any]:
    """Return what answers. Unlike in `beside.config.wsgi` nothing is copied: all of it goes."""
    import django

    from beside.cli import schema

    os.environ["DJANGO_SETTINGS_MODULE"] = "beside.config.settings"
    django.setup()
    schema.bring_up_to_date(env.database())
    from django.core.handlers.wsgi import WSGIHandler

    return WSGIHandler()


def _made_up_notebook() -> str:
    """Keep a notebook with the made-up year in it, and return the six words that open it."""
    from datetime import UTC, datetime

    from django.db import connection

    from beside.cli.made_up.year import live_the_year
    from beside.keeping.accounts.opening import keep
    from beside.keeping.crypto.words import six_words
    from beside.keeping.vault.notebook import OpenNotebook
    from beside.kernel.days import lived
    from beside.pages.front.zones import zone_here

    words, zone = six_words(), zone_here()
    notebook = OpenNotebook(*keep(words))
    try:
        live_the_year(notebook.store, today=lived(datetime.now(UTC), zone).on, zone=zone)
    finally:
        notebook.close()
        connection.close()
    return words
