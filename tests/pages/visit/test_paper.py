"""The sheet can be had without a notebook, and without being known."""

import pytest

from beside.papers.sheet.sheet import VARIANTS


def test_every_variant_is_offered_and_is_a_pdf(charlie):
    page = charlie.get("/sheet/").content.decode()

    for variant in VARIANTS:
        assert f'href="/sheet/{variant.file_name}"' in page
        answer = charlie.get(f"/sheet/{variant.file_name}")
        assert answer.content.startswith(b"%PDF-")
        assert answer["Content-Disposition"] == f'attachment; filename="{variant.file_name}"'


@pytest.mark.parametrize("name", ["ten-asks.pdf", "..%2Fsheet.typ", "ten-asks-a4.pdf.exe"])
def test_there_is_no_other_file(charlie, name):
    assert charlie.get(f"/sheet/{name}").status_code == 404
