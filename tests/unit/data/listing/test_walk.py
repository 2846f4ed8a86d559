"""A walk meets every file once, whatever links say, and its order is the one people expect."""

import os
import sys
from itertools import islice
from pathlib import Path

import pytest
from PIL import Image

from cnnstudio.data.folder.image_folder import ImageFolder, list_images, scan
from cnnstudio.data.listing import walk as folder_walk
from cnnstudio.data.listing.natural_order import natural_key, printable
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.data.listing.walk import FolderWalk
from cnnstudio.data.long_paths import extended
from cnnstudio.data.thread_pool import ProgressReport, never_stop
from tests.helpers.images import encoded

PNG = encoded(Image.new("L", (8, 8), 90), "PNG")
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="making links needs a right on Windows")


def write(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(PNG)
    return root


def looped(root: Path) -> Path:
    """Six images in two classes, and links that lead round in circles and out."""
    write(root / "pets", *(f"{name}/{number}.png" for name in ("cat", "dog") for number in range(3)))
    write(root / "elsewhere", "cow/1.png", "cow/2.png")
    (root / "pets" / "cat" / "up").symlink_to(root / "pets")
    (root / "pets" / "dog" / "cats").symlink_to(root / "pets" / "cat")
    (root / "pets" / "a second dog").symlink_to(root / "pets" / "dog")
    (root / "pets" / "owl").symlink_to(root / "elsewhere")
    (root / "elsewhere" / "back").symlink_to(root / "pets" / "cat")
    return root / "pets"


def reasons(folder: ImageFolder) -> dict[str, str]:
    return {one.path.relative_to(folder.root).as_posix(): one.reason for one in folder.ignored}


@needs_links
def test_circles_of_links_give_exactly_the_real_files(tmp_path):
    root = looped(tmp_path)
    folder = scan(root, check=False)
    assert folder.class_counts == {"cat": 3, "dog": 3}
    links = ("cat/up", "dog/cats", "a second dog", "owl")
    assert reasons(folder) == dict.fromkeys(links, "link to a folder, not followed")
    by_links = [file for _, _, files in islice(os.walk(root, followlinks=True), 60) for file in files]
    assert len(by_links) > 50, "control: following links meets the six files again and again"


@needs_links
def test_links_are_followed_when_asked_and_every_real_folder_only_once(tmp_path):
    root = looped(tmp_path)
    folder = scan(root, ScanOptions(follow_links=True), check=False)
    assert folder.class_counts == {"cat": 3, "dog": 3, "owl": 2}
    assert reasons(folder) == dict.fromkeys(
        ("cat/up", "dog/cats", "a second dog", "owl/back"), "link to a folder that is looked through already")
    assert folder.found == folder.used + len(folder.ignored)


@needs_links
def test_of_two_links_to_one_folder_the_first_is_followed(tmp_path):
    root = write(tmp_path / "pets", "cat/1.png", "dog/1.png")
    write(tmp_path / "far", "1.png")
    for name in ("owl 10", "owl 2"):
        (root / name).symlink_to(tmp_path / "far")
    folder = scan(root, ScanOptions(follow_links=True), check=False)
    assert folder.class_names == ("cat", "dog", "owl 2")


def test_system_files_are_counted(tmp_path):
    root = write(tmp_path, "cat/1.png", "dog/1.png", ".DS_Store", "cat/._1.png", "__MACOSX/cat/._1.png", ".git/a/b/c")
    folder = scan(root, check=False)
    assert folder.system_count == len(folder.ignored) == 4
    assert folder.found == 6


def test_the_first_images_are_shown_while_the_rest_is_listed(tmp_path, monkeypatch):
    monkeypatch.setattr(folder_walk, "FIRST_IMAGES", 5)
    root = write(tmp_path, *(f"{name}/{number}.png" for name in ("cat", "dog") for number in range(6)), "cat/notes.txt")
    calls: list[tuple[tuple[Path, ...], int]] = []
    list_images(root, on_first=lambda paths, found: calls.append((paths, found)))
    (paths, found), = calls
    assert len(paths) == 5
    assert all(path.parent.name == "cat" and path.suffix == ".png" for path in paths)
    assert 5 <= found < 15


def test_a_slow_disk_shows_what_there_is(tmp_path, monkeypatch):
    monkeypatch.setattr(folder_walk, "FIRST_AFTER_S", -1.0)
    root = write(tmp_path, "cat/1.png", "dog/1.png")
    calls: list[tuple[Path, ...]] = []
    list_images(root, on_first=lambda paths, found: calls.append(paths))
    assert calls == [(root / "cat" / "1.png",)]


def test_a_file_that_vanishes_meanwhile_is_refused(tmp_path, monkeypatch):
    root = write(tmp_path, "cat/1.png", "cat/2.png", "dog/1.png")
    look_at = folder_walk._look_at

    def vanish(entry):
        if entry.name == "2.png":
            Path(entry.path).unlink()
        return look_at(entry)

    monkeypatch.setattr(folder_walk, "_look_at", vanish)
    folder = scan(root, check=False)
    assert [one.reason for one in folder.refused] == ["it has vanished meanwhile"]
    assert folder.used == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files on Windows")
def test_what_is_no_regular_file_is_never_opened(tmp_path):
    root = write(tmp_path, "cat/1.png", "dog/1.png")
    os.mkfifo(root / "cat" / "pipe.png")
    assert reasons(scan(root)) == {"cat/pipe.png": "not a regular file"}


def test_folders_come_with_all_that_is_below_them(tmp_path):
    write(tmp_path, "b/2.png", "b/10.png", "a/c/1.png", "x.txt")
    root = FolderWalk(never_stop, ProgressReport(None)).walk(tmp_path)
    assert [(folder.relative, folder.images) for folder in root.below()] == [("", 0), ("a", 0), ("a/c", 1), ("b", 2)]
    assert [file.name for file in root.folders[1].files] == ["2.png", "10.png"]


def test_names_are_sorted_as_people_do():
    names = ["img10", "img2", "Img1", "img02", "img", "b", "a b", "a1", "B", "x2y10", "x2y9", "007", "7", "08"]
    assert sorted(names, key=natural_key) == [
        "007", "7", "08", "a1", "a b", "B", "b", "img", "Img1", "img02", "img2", "img10", "x2y9", "x2y10"]


def test_names_that_are_no_text_are_shown_with_marks():
    assert printable("plain") == "plain"
    assert printable("größe") == "größe"
    assert printable(os.fsdecode(b"x\xff")) == "x�" or sys.platform == "win32"


LONG = "C:\\" + "folder\\" * 40 + "x.png"


@pytest.mark.parametrize(("path", "platform", "expected"), [
    (LONG, "win32", "\\\\?\\" + LONG),
    (LONG.replace("\\", "/"), "win32", "\\\\?\\" + LONG),
    ("\\\\server\\share\\" + "a" * 300, "win32", "\\\\?\\UNC\\server\\share\\" + "a" * 300),
    ("\\\\?\\" + LONG, "win32", "\\\\?\\" + LONG),
    ("C:\\x.png", "win32", "C:\\x.png"),
    ("folder\\" * 50, "win32", "folder\\" * 50),
    (LONG, "linux", LONG),
    ("/" + "a" * 300, "darwin", "/" + "a" * 300),
])
def test_long_paths_are_written_as_windows_takes_them(path, platform, expected):
    assert extended(path, platform) == expected
