from tools.budgets import complaints

LONG = "def long():\n" + "    pass\n" * 40


def said(tmp_path, name, text):
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return list(complaints(tmp_path))


def test_a_short_module_is_not_mentioned(tmp_path):
    assert said(tmp_path, "rules.py", "def short():\n    pass\n") == []


def test_a_long_function_is_named_with_its_length(tmp_path):
    (complaint,) = said(tmp_path, "rules.py", LONG)

    assert "long: a function of 41 lines" in complaint


def test_a_view_has_half_of_that(tmp_path):
    (complaint,) = said(tmp_path, "views.py", "def note(request):\n" + "    pass\n" * 20)

    assert "note: a view of 21 lines" in complaint


def test_a_long_module_and_a_long_template_are_named(tmp_path):
    assert said(tmp_path, "a/rules.py", "x = 1\n" * 301) != []
    assert said(tmp_path / "b", "page.html", "<p></p>\n" * 121) != []


def test_prose_is_never_split_to_please_a_counter(tmp_path):
    assert said(tmp_path, "wording.py", "x = 1\n" * 500) == []


def test_a_name_that_says_nothing_is_refused(tmp_path):
    (complaint,) = said(tmp_path, "utils.py", "")

    assert "says nothing" in complaint
