"""The first two requests after a start may come together; the program must live through it.

msgspec's first look at a type is not safe for two threads (0.22): the process died of it. So every
type is looked at while the program starts.
"""

import subprocess
import sys

import pytest

RACE = """
import sys, threading
{before}
from beside.keeping.vault.contents import decoded, encoded
from tests.support.cast import a_moment, happened, sam

sys.setswitchinterval(1e-6)
kept = [(encoded(one), type(one)) for one in (a_moment(note="x"), happened(), sam())]
together = threading.Barrier(8)


def look():
    together.wait()
    for body, kind in kept:
        decoded(body, kind)


threads = [threading.Thread(target=look) for _ in range(8)]
for one in threads:
    one.start()
for one in threads:
    one.join()
"""


@pytest.mark.parametrize("start", range(4))
def test_first_looks_at_the_same_instant_are_survived(start, tmp_path):
    code = "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'beside.config.settings'"
    code += f"; os.environ['BESIDE_HOME'] = {str(tmp_path)!r}; import django; django.setup()"

    ended = subprocess.run([sys.executable, "-c", RACE.format(before=code)], check=False)

    assert ended.returncode == 0
