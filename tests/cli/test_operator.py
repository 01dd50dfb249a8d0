"""What whoever hosts can do: invite, shut, open again, remove, count; and nothing that reads."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from tests.support.hosted import HostedVisitor, Hosting, alice, hosting, served

__all__ = ["alice", "hosting", "served"]

BY_CODE = {"BESIDE_REGISTRATION": "invite"}


def test_the_secret_is_made_once_and_for_its_owner_alone(hosting: Hosting, tmp_path: Path) -> None:
    file = tmp_path / "secret"

    for _ in range(2):
        hosting.run("operator", "init", BESIDE_SECRET_FILE=str(file))
        made = file.read_bytes()

    assert len(base64.b64decode(made)) == 32
    assert file.read_bytes() == made
    assert file.stat().st_mode & 0o077 == 0


def test_the_secret_is_not_said(hosting: Hosting, tmp_path: Path) -> None:
    file = tmp_path / "secret"

    said = hosting.run("operator", "init", BESIDE_SECRET_FILE=str(file)).stdout

    assert file.read_text(encoding="utf-8").strip() not in said


def test_a_code_lets_one_in_and_no_second(hosting: Hosting) -> None:
    program = hosting.serve(**BY_CODE)
    code, other = hosting.run("operator", "invite", "2", **BY_CODE).stdout.split()
    alice, bob = HostedVisitor(program), HostedVisitor(program)

    assert "That code lets nobody in here." in bob.keeps(invitation="WRONG-CODE").text
    alice.keeps(invitation=code.lower().replace("-", " "))
    assert alice.is_in
    assert "That code lets nobody in here." in bob.keeps(invitation=code).text
    assert not bob.is_in
    bob.keeps(invitation=other)
    assert bob.is_in
    assert code not in program.log
    program.end()


def test_codes_that_are_out_can_be_withdrawn(hosting: Hosting) -> None:
    hosting.run("operator", "invite", "3")

    assert hosting.run("operator", "withdraw").stdout == "Codes withdrawn: 3.\n"


def test_only_a_hash_of_a_code_is_kept(hosting: Hosting) -> None:
    code = hosting.run("operator", "invite", **BY_CODE).stdout.strip()

    dump = hosting.database.run("pg_dump", "-h", hosting.folder, "-U", "beside", "beside").stdout

    for form in (code, code.replace("-", ""), code.encode().hex()):
        assert form not in dump


def test_where_nobody_new_may_come_the_page_says_so(hosting: Hosting) -> None:
    program = hosting.serve(BESIDE_REGISTRATION="closed")
    bob = HostedVisitor(program)

    assert "No new notebook can be kept here now." in bob.get("/keep/").text
    assert "no new notebook can be kept here now" in bob.get("/").text
    assert "Keep one" not in bob.get("/open/").text
    program.end()


def test_a_notebook_that_is_disabled_answers_as_to_wrong_words(
    hosting: Hosting, alice: HostedVisitor
) -> None:
    alice.keeps()

    hosting.run("operator", "disable", typed=alice.name)

    assert not alice.is_in
    shut, wrong = alice.opens(), HostedVisitor(alice.program).opens("six wrong words", alice.name)
    assert shut.status == wrong.status == 422
    assert _errors(shut.text) == _errors(wrong.text)

    hosting.run("operator", "enable", typed=alice.name.upper())
    alice.opens()
    assert alice.is_in


def _errors(text: str) -> list[str]:
    return re.findall(r'<p class="error"[^>]*>.*?</p>', text)


def test_a_notebook_is_removed_once_its_name_was_typed_twice(
    hosting: Hosting, alice: HostedVisitor
) -> None:
    alice.keeps()

    other = hosting.run(
        "operator", "delete", typed=f"{alice.name}\nkettle-otter-4821\n", check=False
    )
    assert other.returncode == 1
    assert alice.is_in
    hosting.run("operator", "delete", typed=f"{alice.name}\n{alice.name}\n")

    assert not alice.is_in
    assert alice.opens().status == 422


@pytest.mark.parametrize("word", ["disable", "enable", "delete"])
def test_a_name_that_nobody_has_is_refused(hosting: Hosting, word: str) -> None:
    refused = hosting.run("operator", word, typed="kettle-otter-4821\n", check=False)

    assert refused.returncode == 1
    assert refused.stderr == "No notebook has that name here.\n"


def test_counts_name_nobody(hosting: Hosting, alice: HostedVisitor) -> None:
    alice.keeps()

    said = hosting.run("operator", "counts").stdout

    assert re.fullmatch(
        r"Notebooks: \d+\.\nOf them disabled: \d+\.\nSealed rows: \d+, \d+ kB\.\n"
        r"Codes that nobody has used: \d+\.\n",
        said,
    )


def test_a_backup_is_looked_through_with_the_canary(hosting: Hosting, alice: HostedVisitor) -> None:
    alice.keeps()
    alice.submit(alice.get("/moments/new/"), "id", "what", what="did_it_alone")
    assert hosting.run("operator", "verify", check=False).returncode == 1  # no canary yet

    hosting.run("operator", "canary")
    assert "The canary opens." in hosting.run("operator", "verify").stdout

    cut = "UPDATE vault_sealedrow SET sealed = substring(sealed for length(sealed) - 9)"
    hosting.database.run("psql", "-h", hosting.folder, "-U", "beside", "-d", "beside", "-c", cut)
    found = hosting.run("operator", "verify", check=False)
    assert found.returncode == 1
    assert re.search(r"Not whole: [1-9]", found.stdout)
    assert "The canary does not open." in found.stdout


def test_the_words_of_the_canary_are_their_owners_alone(hosting: Hosting) -> None:
    hosting.run("operator", "canary")

    assert (hosting.folder / "canary").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("word", ["invite", "counts", "verify", "disable", "canary", "withdraw"])
def test_without_a_database_each_says_what_to_set(hosting: Hosting, word: str) -> None:
    refused = hosting.run("operator", word, check=False, BESIDE_DATABASE_URL="")

    assert refused.returncode == 1
    assert "BESIDE_DATABASE_URL" in refused.stderr
