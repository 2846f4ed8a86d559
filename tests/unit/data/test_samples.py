"""The samples that ship unpack whole, once, and stay inside their folder."""

import errno
import zipfile
from pathlib import Path

import pytest

from cnnstudio import paths
from cnnstudio.data import samples
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.samples import SAMPLES, unpack
from cnnstudio.errors import StorageError


@pytest.fixture
def shipped(tmp_path, monkeypatch) -> Path:
    """Put a small archive in the place of digits.zip and return its path."""
    archive = tmp_path / "digits.zip"
    with zipfile.ZipFile(archive, "w") as pack:
        pack.writestr("cat/1.png", b"one")
        pack.writestr("dog/2.png", b"two")
        pack.writestr("CREDITS.csv", b"file,author")
    monkeypatch.setattr(paths, "resource", lambda relative: archive)
    return archive


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


WHOLE = {"cat/1.png": b"one", "dog/2.png": b"two", "CREDITS.csv": b"file,author"}


def test_the_digits_are_ten_classes_of_200_grey_pictures(tmp_path):
    folder = scan(unpack("digits", tmp_path))
    assert folder.class_counts == {str(digit): 200 for digit in range(10)}
    assert folder.found == folder.used == 2000


def test_the_photos_come_with_their_credits(own_folders):
    root = unpack("photos")
    assert root == own_folders / "samples" / "photos"
    folder = scan(root)
    assert folder.class_counts == {"animal": 37, "building": 26, "tool": 41}
    assert [(one.path.name, one.reason) for one in folder.ignored] == [("CREDITS.csv", "not in a class folder")]
    credited = (root / "CREDITS.csv").read_text("utf-8")
    assert all(file.relative in credited for file in folder.files)


def test_every_sample_of_the_table_is_shipped():
    assert [info.name for info in SAMPLES] == ["digits", "photos", "shortcut", "shortcut-mended"]
    assert all(paths.resource(f"samples/{info.zip_name}").is_file() for info in SAMPLES)
    assert all(info.title and info.description and info.licence for info in SAMPLES)


def test_a_second_call_writes_nothing(shipped, tmp_path):
    root = unpack("digits", tmp_path / "samples")
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    assert unpack("digits", tmp_path / "samples") == root
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
    assert content(root) == WHOLE


def test_what_is_missing_is_added_and_the_users_own_files_stay(shipped, tmp_path):
    root = unpack("digits", tmp_path / "samples")
    (root / "cat" / "1.png").unlink()
    (root / "dog" / "2.png").write_bytes(b"short")
    (root / "cat" / "mine.png").write_bytes(b"mine")
    unpack("digits", tmp_path / "samples")
    assert content(root) == WHOLE | {"cat/mine.png": b"mine"}
    assert [path.name for path in root.parent.iterdir()] == ["digits"]


def test_a_failure_half_way_leaves_nothing(shipped, tmp_path, monkeypatch):
    write = samples._write

    def full(path: Path, data: bytes) -> None:
        if path.name == "2.png":
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, data)

    monkeypatch.setattr(samples, "_write", full)
    with pytest.raises(StorageError, match="No space left on device"):
        unpack("digits", tmp_path / "samples")
    assert list((tmp_path / "samples").iterdir()) == []


def test_another_program_that_unpacks_at_the_same_time_does_no_harm(shipped, tmp_path, monkeypatch):
    rename = Path.rename

    def late(self: Path, target: Path) -> Path:
        (target / "cat").mkdir(parents=True)
        (target / "cat" / "1.png").write_bytes(b"one")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", late)
    assert content(unpack("digits", tmp_path / "samples")) == WHOLE


def test_an_unknown_sample_names_those_there_are():
    with pytest.raises(StorageError, match="no sample 'flowers'; there are digits, photos"):
        unpack("flowers")


def test_a_damaged_or_missing_archive_is_a_sentence(shipped, tmp_path):
    data = shipped.read_bytes()
    shipped.write_bytes(data.replace(b"two", b"owt"))
    with pytest.raises(StorageError, match=r"damaged.*Install the program again"):
        unpack("digits", tmp_path / "samples")
    shipped.write_bytes(data[:50])
    with pytest.raises(StorageError, match="damaged"):
        unpack("digits", tmp_path / "samples")
    shipped.unlink()
    with pytest.raises(StorageError, match="cannot be unpacked"):
        unpack("digits", tmp_path / "samples")


@pytest.mark.parametrize("name", ["../evil.png", "/evil.png", "cat/../../evil.png", "C:/evil.png", "cat\\..\\evil.png"])
def test_a_name_that_leads_out_of_the_folder_is_refused(shipped, tmp_path, name):
    with zipfile.ZipFile(shipped, "a") as pack:
        pack.writestr(name, b"evil")
    with pytest.raises(StorageError, match="forbidden name"):
        unpack("digits", tmp_path / "deep" / "samples")
    assert not list(tmp_path.rglob("evil*"))


def test_an_archive_that_grows_too_large_is_refused(shipped, tmp_path, monkeypatch):
    monkeypatch.setattr(samples, "MEMBER_LIMIT_BYTES", 5)
    with pytest.raises(StorageError, match="larger than"):
        unpack("digits", tmp_path / "samples")
    monkeypatch.setattr(samples, "TOTAL_LIMIT_BYTES", 5)
    with pytest.raises(StorageError, match="larger than"):
        unpack("digits", tmp_path / "samples")
