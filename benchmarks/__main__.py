"""Make the notebook, measure, print the table, write the file, leave nothing else behind."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figures import WRITTEN, Figure, table, write

OLD_WORDS = "amber basil cedar dahlia elder fennel"
TESTS_WORDS = "maple nettle olive poppy quince rowan"
YOUNG_WORDS = "garnet hazel indigo juniper kelp laurel"


def main() -> None:
    """Run every benchmark; takes about five minutes on two cores."""
    WRITTEN.parent.mkdir(exist_ok=True)
    # Not in /tmp: where that is memory, a commit would cost nothing.
    with tempfile.TemporaryDirectory(prefix="bench-", dir=WRITTEN.parent.absolute()) as folder:
        home = Path(folder)
        with _set_up(home):
            figures = measured(home)
    write(figures)
    print(table(figures))
    print(f"\nWritten to {WRITTEN}.")


@contextmanager
def _set_up(home: Path) -> Iterator[None]:
    os.environ["BESIDE_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"

    import django

    django.setup()

    from django.db import connection

    from beside.cli import schema
    from beside.config import env

    schema.bring_up_to_date(env.database())
    try:
        yield
    finally:
        connection.close()


def measured(home: Path) -> list[Figure]:
    """Return every figure, in the order of the table."""
    from django.core.wsgi import get_wsgi_application

    from benchmarks import charts, notebook, opening, pages, papers, serving, starting, visit
    from beside.kernel.days import lived
    from beside.pages.front.requests import now
    from beside.pages.front.zones import zone_here

    application = get_wsgi_application()
    zone = zone_here()
    until = lived(now(), zone).on
    records = notebook.ten_years(until, zone=zone)
    old = notebook.keep_all(records, words=OLD_WORDS)
    young = notebook.keep_all(notebook.last_month(records, until), words=YOUNG_WORDS)
    tests = notebook.keep_all(notebook.many_small_tests(until, zone=zone), words=TESTS_WORDS)
    gc.freeze()  # what was made for the measuring is no server's burden
    visitor = pages.visitor(application, old)
    of_today = pages.today(visitor, pages.visitor(application, young))
    of_vault = opening.figures(old, home)
    return [
        *of_today,
        pages.moment_post(visitor),
        pages.search(visitor),
        pages.what_happened(pages.visitor(application, tests)),
        *of_vault,
        *charts.figures(),
        *papers.figures(),
        *visit.figures(application),
        starting.first_answer(home),
        starting.unlock(old),
        pages.first_load(application),
        *serving.figures(),
    ]


if __name__ == "__main__":
    main()
