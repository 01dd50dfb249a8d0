import errno

import pytest

from beside.keeping.disk import folder

ROOT = "sysfs /sys sysfs rw 0 0\n/dev/vda / ext4 rw 0 0\n"


@pytest.fixture
def mounts(tmp_path):
    def written(*lines):
        table = tmp_path / "mounts"
        table.write_text(ROOT + "".join(f"{line} rw 0 0\n" for line in lines), encoding="utf-8")
        return table

    return written


def test_a_missing_folder_is_made_for_its_owner_alone(tmp_path):
    home = tmp_path / "new" / "beside"

    assert folder.prepare(home) == []

    assert home.stat().st_mode & 0o777 == 0o700
    assert list(home.iterdir()) == []


def test_a_file_in_its_place_is_refused(tmp_path):
    (tmp_path / "beside").write_text("", encoding="utf-8")

    with pytest.raises(folder.CannotBeMade, match="cannot be made"):
        folder.prepare(tmp_path / "beside")


def failing_with(number):
    def fail(*_, **__):
        raise OSError(number, "no")

    return fail


def test_a_folder_that_takes_no_writing_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "NamedTemporaryFile", failing_with(errno.EROFS))

    with pytest.raises(folder.ReadOnly, match="Nothing can be written"):
        folder.prepare(tmp_path)


def test_a_disk_without_room_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "NamedTemporaryFile", failing_with(errno.ENOSPC))

    with pytest.raises(folder.Full, match="is full"):
        folder.prepare(tmp_path)


def test_a_disk_with_almost_no_room_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "free_space", lambda _: folder.ROOM_NEEDED - 1)

    with pytest.raises(folder.Full, match="20 MB"):
        folder.prepare(tmp_path)


def test_the_nearest_mount_says_what_a_folder_lies_on(tmp_path, mounts):
    table = mounts("server:/x /net nfs4", "server:/y /net/near\\040by cifs")

    assert folder.file_system(tmp_path, table) == "ext4"
    assert folder.file_system(tmp_path.__class__("/net/a"), table) == "nfs4"
    assert folder.file_system(tmp_path.__class__("/net/near by/a"), table) == "cifs"


def test_no_table_of_mounts_means_no_answer(tmp_path):
    assert folder.file_system(tmp_path, tmp_path / "none") == ""


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_a_network_drive_is_refused(tmp_path, monkeypatch, kind):
    monkeypatch.setattr(folder, "file_system", lambda _: kind)

    with pytest.raises(folder.OnANetwork, match="network drive"):
        folder.prepare(tmp_path)


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - Work", "Nextcloud2"])
def test_a_synced_folder_is_warned_about(tmp_path, name):
    (warning,) = folder.prepare(tmp_path / name / "beside")

    assert "may be synced" in str(warning)
