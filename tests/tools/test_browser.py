from tools import browser


def test_a_browser_that_starts_is_found(tmp_path, monkeypatch):
    chromium = tmp_path / "chromium"
    chromium.write_text("#!/bin/sh\necho Chromium 1\n", encoding="utf-8")
    chromium.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")

    assert browser.on_this_system() == chromium


def test_a_browser_that_does_not_start_is_passed_over(tmp_path, monkeypatch):
    chromium = tmp_path / "chromium"
    chromium.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    chromium.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert browser.on_this_system() is None


def test_a_machine_that_can_have_none_hears_what_to_install(monkeypatch, capsys):
    tried = []
    monkeypatch.setattr(browser, "find", lambda: None)
    monkeypatch.setattr(browser, "install", lambda: tried.append("install"))

    assert browser.main() == 1

    assert tried == ["install"]
    assert "apt install chromium" in capsys.readouterr().err
