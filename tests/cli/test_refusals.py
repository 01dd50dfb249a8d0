import io

import pytest

from beside.cli.refusals import Refused, refusals, say
from beside.config.env import NotUnderstood
from beside.keeping.disk.folder import Full
from beside.kernel.sentences import Sentence


@pytest.mark.parametrize("refusal", [Refused, NotUnderstood, Full])
def test_a_refusal_becomes_one_sentence_and_a_code(refusal):
    out = io.StringIO()

    with refusals(out) as outcome:
        raise refusal(Sentence("There is no room in %(place)s.", place="here"))

    assert out.getvalue() == "There is no room in here.\n"
    assert outcome.code == 1


def test_an_end_by_the_person_is_no_failure():
    out = io.StringIO()

    with refusals(out) as outcome:
        raise KeyboardInterrupt

    assert (out.getvalue(), outcome.code) == ("", 0)


def test_a_surprise_is_not_hidden():
    with pytest.raises(ZeroDivisionError), refusals(io.StringIO()):
        raise ZeroDivisionError


def test_a_sentence_is_written_at_once():
    out = io.StringIO()

    say(Sentence("Ctrl-C closes it."), to=out)

    assert out.getvalue() == "Ctrl-C closes it.\n"
