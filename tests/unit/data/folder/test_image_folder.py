"""A scan finds the classes and splits people mean, and accounts for every file."""

import os
import string
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.listing.layouts import SPLIT_NAMES
from cnnstudio.data.listing.walk import is_system
from cnnstudio.errors import ImageFolderError, JobCancelledError
from tests.helpers.images import encoded, make_folder
from tests.helpers.odd_images import make_odd_files

PNG = encoded(Image.new("L", (8, 8), 90), "PNG")
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def write(root: Path, *names: str, data: bytes = PNG) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def aside(folder: ImageFolder) -> dict[str, str]:
    """Return the reason for each path that is not used."""
    return {one.path.relative_to(folder.root).as_posix(): one.reason for one in (*folder.ignored, *folder.refused)}


def check_accounts(folder: ImageFolder) -> None:
    """Every file on disk is in exactly one list, and the label is the name of the class folder."""
    on_disk = sorted(path for path in folder.root.rglob("*") if path.is_file())
    listed = [file.path for file in folder.files] + [one.path for one in (*folder.ignored, *folder.refused)]
    assert sorted(path for path in listed if not path.is_dir()) == on_disk
    assert folder.found == folder.used + len(folder.ignored) + len(folder.refused) == len(listed)


def test_class_folders_are_found_in_natural_order(tmp_path):
    folder = scan(make_folder(tmp_path, {"img10": 2, "img2": 3, "Apple": 1}, 8))
    assert folder.layout == "class folders"
    assert folder.class_names == ("Apple", "img2", "img10")
    assert folder.class_counts == {"Apple": 1, "img2": 3, "img10": 2}
    assert [file.relative for file in folder.files[:2]] == ["Apple/Apple_0000.png", "img2/img2_0000.png"]
    assert {file.split for file in folder.files} == {None}
    assert folder.counts(None) == folder.class_counts
    assert folder.found == folder.used == 6


def test_given_splits_are_kept_under_all_their_names(tmp_path):
    for names in (("train", "val", "test"), ("Train", "validation", "TEST"), ("training", "valid", "testing")):
        root = tmp_path / names[0]
        made = {f"{split}/{name}": count for split, count in zip(names, (4, 2, 1), strict=True) for name in ("a", "b")}
        folder = scan(make_folder(root, made, 8))
        assert folder.layout == "train/val/test folders"
        assert folder.class_names == ("a", "b")
        assert [sum(folder.counts(split).values()) for split in ("train", "validation", "test")] == [8, 4, 2]


def test_classes_are_aligned_by_name_when_a_split_lacks_some(tmp_path):
    folder = scan(make_folder(tmp_path, {"train/a": 2, "train/b": 2, "train/c": 2, "val/c": 1, "val/b": 1}, 8))
    assert {file.relative.split("/")[1]: folder.class_names[file.class_index] for file in folder.files} == {
        "a": "a", "b": "b", "c": "c"}
    assert folder.counts("validation") == {"a": 0, "b": 1, "c": 1}


def test_one_wrapper_folder_is_looked_through_and_mentioned(tmp_path):
    classes = scan(make_folder(tmp_path / "one", {"photos/cat": 1, "photos/dog": 1}, 8))
    assert (classes.layout, classes.class_names) == ("class folders in one wrapper folder", ("cat", "dog"))
    splits = scan(make_folder(tmp_path / "two", {"data/train/cat": 1, "data/train/dog": 1, "data/test/dog": 1}, 8))
    assert (splits.layout, splits.class_names) == ("train/val/test folders in one wrapper folder", ("cat", "dog"))
    assert classes.files[0].relative == "photos/cat/cat_0000.png"


def test_a_wrapper_beside_other_files_still_counts_them(tmp_path):
    write(make_folder(tmp_path, {"photos/cat": 1, "photos/dog": 1}, 8), "README.md", "preview.png")
    folder = scan(tmp_path)
    assert folder.class_names == ("cat", "dog")
    assert set(aside(folder)) == {"README.md", "preview.png"}
    check_accounts(folder)


def test_a_class_may_be_called_train(tmp_path):
    folder = scan(make_folder(tmp_path, {"train": 2, "bus": 2, "test": 2}, 8))
    assert folder.layout == "class folders"
    assert folder.class_names == ("bus", "test", "train")


def test_a_train_folder_alone_is_a_split(tmp_path):
    folder = scan(make_folder(tmp_path, {"train/cat": 2, "train/dog": 2}, 8))
    assert folder.layout == "train/val/test folders"
    assert folder.counts("train") == {"cat": 2, "dog": 2}


def test_folders_inside_a_class_belong_to_it(tmp_path):
    write(make_folder(tmp_path, {"cat": 1, "dog": 1}, 8), "cat/2023/june/x.png", "dog/old/y.png")
    folder = scan(tmp_path)
    assert folder.class_counts == {"cat": 2, "dog": 2}
    assert "cat/2023/june/x.png" in [file.relative for file in folder.files]


def test_files_of_the_system_and_of_tools_are_counted_but_never_a_class(tmp_path):
    names = [".DS_Store", "Thumbs.db", "cat/Thumbs.db", "cat/desktop.ini", "cat/._cat_0000.png", "dog/.hidden.png",
             "__MACOSX/cat/._x.png", "cat/.ipynb_checkpoints/a-checkpoint.png", ".ipynb_checkpoints/b.png",
             ".git/objects/00/blob"]
    folder = scan(write(make_folder(tmp_path, size=8), *names))
    assert folder.class_names == ("cat", "dog")
    assert aside(folder) == dict.fromkeys(names, "system file")
    check_accounts(folder)


def test_files_that_are_no_images_are_ignored_and_false_images_refused(tmp_path):
    make_folder(tmp_path, {"cat": 1, "dog": 1}, 8)
    write(tmp_path, "cat/README.txt", "dog/CREDITS.csv", "cat/clip.mov", "CREDITS.csv", "loose.png")
    write(tmp_path, "cat/notes", "cat/thing.xyz", data=b"hello")
    write(tmp_path, "cat/picture_without_ending", "cat/photo.jpg_large")
    write(tmp_path, "dog/text.png", data=b"hello")
    write(tmp_path, "dog/empty.jpg", data=b"")
    write(tmp_path, "dog/modern.avif", "dog/raw.CR2")
    folder = scan(tmp_path)
    reasons = aside(folder)
    for name in ("cat/README.txt", "dog/CREDITS.csv", "cat/clip.mov", "cat/notes", "cat/thing.xyz"):
        assert reasons[name] == "not an image file"
    assert reasons["loose.png"] == reasons["CREDITS.csv"] == "not in a class folder"
    assert {one.path.name: one.reason.split(";")[0] for one in folder.refused} == {
        "text.png": "not an image: it looks like a text",
        "empty.jpg": "empty file (0 bytes), often an interrupted download or a cloud placeholder",
        "modern.avif": "AVIF pictures cannot be read", "raw.CR2": "CR2 pictures cannot be read"}
    assert folder.class_counts == {"cat": 3, "dog": 1}
    check_accounts(folder)


def test_the_corpus_of_odd_files_is_divided_as_the_decoder_says(tmp_path):
    make_folder(tmp_path, {"dog": 1}, 8)
    odd = make_odd_files(tmp_path / "odd")
    folder = scan(tmp_path)
    assert {file.path for file in folder.files if folder.class_names[file.class_index] == "odd"} == {
        one.path for one in odd if one.size}
    assert {one.path for one in folder.refused} == {one.path for one in odd if not one.size}
    notes = {file.path: file.notes for file in folder.files}
    assert all(one.words in "; ".join(notes[one.path]) for one in odd if one.size)


def test_what_lies_beside_or_directly_in_the_splits_is_set_aside(tmp_path):
    make_folder(tmp_path, {"train/a": 1, "train/b": 1, "test/a": 1}, 8)
    write(tmp_path, "test/unlabelled.png", "docs/deep/figure.png", "list.csv")
    folder = scan(tmp_path)
    assert aside(folder) == {
        "test/unlabelled.png": "directly in test, not in a class folder", "list.csv": "not in a class folder",
        "docs/deep/figure.png": "beside the train, validation and test folders"}
    check_accounts(folder)


def test_a_class_folder_without_images_is_reported_and_no_class(tmp_path):
    make_folder(tmp_path, {"cat": 1, "dog": 1}, 8)
    (tmp_path / "bird").mkdir()
    folder = scan(tmp_path)
    assert folder.class_names == ("cat", "dog")
    assert aside(folder) == {"bird": "class folder without images"}


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a right on Windows")
def test_links_to_folders_are_not_followed_and_links_to_files_are(tmp_path):
    make_folder(tmp_path, {"cat": 3, "dog": 2}, 8)
    (tmp_path / "cat" / "loop").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "dog")
    (tmp_path / "dog" / "link.png").symlink_to(tmp_path / "cat" / "cat_0000.png")
    (tmp_path / "dog" / "broken.png").symlink_to(tmp_path / "nowhere.png")
    (tmp_path / "dog" / "circle.png").symlink_to(tmp_path / "dog" / "circle.png")
    folder = scan(tmp_path)
    assert folder.class_counts == {"cat": 3, "dog": 3}
    assert aside(folder) == {
        "cat/loop": "link to a folder, not followed", "again": "link to a folder, not followed",
        "dog/broken.png": "link to a file that does not exist",
        "dog/circle.png": "cannot be read: Too many levels of symbolic links"}


def test_folders_deeper_than_the_limit_are_not_entered(tmp_path):
    make_folder(tmp_path, {"cat": 1, "dog": 1}, 8)
    write(tmp_path, "cat/" + "d/" * 15 + "near.png", "cat/" + "d/" * 16 + "far.png")
    folder = scan(tmp_path)
    assert folder.class_counts == {"cat": 2, "dog": 1}
    assert [one.reason for one in folder.ignored] == ["deeper than 16 folders, not entered"]


@pytest.mark.parametrize("name", ["with space", "100%", "#1", "日本", "Größe", "e\u0301te\u0301", "🐈", "a'b\"c"])
def test_names_of_all_kinds_are_kept_as_they_are(tmp_path, name):
    if sys.platform == "win32" and '"' in name:
        pytest.skip("this name is not allowed on Windows")
    folder = scan(make_folder(tmp_path / name, {name: 1, "other": 1}, 8))
    assert set(folder.class_names) == {name, "other"}


def test_accents_stored_in_two_ways_are_one_class(tmp_path):
    folder = scan(make_folder(tmp_path, {"train/\u00e9t\u00e9": 1, "train/b": 1, "test/e\u0301te\u0301": 1}, 8))
    assert len(folder.class_names) == 2


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="such names exist on Linux only")
def test_names_that_are_no_utf8_can_be_written_out(tmp_path):
    root = make_folder(tmp_path, {"b": 1}, 8)
    write(root / os.fsdecode(b"caf\xe9"), os.fsdecode(b"x\xff.png"))
    folder = scan(root)
    assert folder.class_names == ("b", "caf�")
    assert folder.files[1].relative.encode() == "caf�/x�.png".encode()


def test_equal_pixels_have_equal_digests_whatever_the_file(tmp_path):
    make_folder(tmp_path, {"cat": 2, "dog": 1}, 16)
    with Image.open(tmp_path / "cat" / "cat_0000.png") as image:
        image.save(tmp_path / "dog" / "copy.bmp")
    digest = {file.path.name: file.digest for file in scan(tmp_path).files}
    assert digest["copy.bmp"] == digest["cat_0000.png"] != digest["cat_0001.png"]
    assert {file.digest for file in scan(tmp_path, check=False).files} == {""}


def test_the_fingerprint_follows_the_pixels_not_the_place(tmp_path):
    one, two = (make_folder(tmp_path / name, {"cat": 2, "dog": 2}, 16) for name in ("one", "two"))
    first = scan(one).fingerprint
    assert first == scan(two).fingerprint == scan(one).fingerprint
    write(two, "dog/more.png")
    assert scan(two).fingerprint != first
    Image.new("RGB", (16, 16)).save(one / "cat" / "cat_0000.png")
    assert scan(one).fingerprint != first


def test_without_decoding_the_fingerprint_follows_the_time_of_change(tmp_path):
    make_folder(tmp_path, {"cat": 1, "dog": 1}, 8)
    first = scan(tmp_path, check=False).fingerprint
    assert first == scan(tmp_path, check=False).fingerprint
    os.utime(tmp_path / "cat" / "cat_0000.png", ns=(1, 1))
    assert scan(tmp_path, check=False).fingerprint != first


def error_of(root: Path) -> str:
    with pytest.raises(ImageFolderError) as caught:
        scan(root)
    return str(caught.value)


def test_a_folder_that_cannot_be_used_says_what_is_wrong_and_what_is_expected(tmp_path):
    assert "There is no folder" in error_of(tmp_path / "gone")
    assert "is a file, not a folder" in error_of(write(tmp_path, "x.zip") / "x.zip")
    (tmp_path / "empty").mkdir()
    assert "cat/ and dog/" in error_of(tmp_path / "empty")
    loose = error_of(write(tmp_path / "loose", "a.png", "b.png"))
    assert "2 files were found" in loose
    assert "a.png: not in a class folder" in loose
    assert "cannot be opened" in error_of(Path("a\0b")) or "There is no folder" in error_of(Path("a\0b"))


def test_one_class_is_an_error_that_names_it(tmp_path):
    message = error_of(write(make_folder(tmp_path, {"cat": 3}, 8), "dog/x.png", data=b""))
    assert "only one class" in message
    assert "cat (3 images" in message
    assert "x.png: empty file" in message


def test_train_and_test_without_classes_inside_are_not_taken_for_two_classes(tmp_path):
    message = error_of(write(tmp_path, "train/1.png", "test/1.png"))
    assert "no usable images in class folders" in message
    assert "directly in train, not in a class folder" in message or "directly in test" in message


@pytest.mark.skipif(IS_ROOT or sys.platform == "win32", reason="the administrator may read everything")
def test_a_folder_without_permission_is_an_error_with_the_way_out(tmp_path):
    make_folder(tmp_path, {"cat": 1, "dog": 1, "locked": 1}, 8)
    (tmp_path / "locked").chmod(0)
    try:
        assert "cannot be opened" in scan(tmp_path).refused[0].reason
        tmp_path.chmod(0)
        assert "No permission" in error_of(tmp_path)
    finally:
        tmp_path.chmod(0o755)
        (tmp_path / "locked").chmod(0o755)


def test_a_refused_permission_is_said_in_words(tmp_path, monkeypatch):
    make_folder(tmp_path, {"cat": 1, "dog": 1, "locked": 1}, 8)
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    folder = scan(tmp_path)
    assert aside(folder) == {"locked": "this folder cannot be opened: Permission denied"}
    monkeypatch.setattr(Path, "iterdir", lambda self: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    assert "No permission to open the folder" in error_of(tmp_path)


def test_nothing_in_the_users_folder_is_changed(tmp_path):
    make_folder(tmp_path, size=8)
    make_odd_files(tmp_path / "odd")
    before = {path: path.stat()[:-3] + path.stat()[-2:] for path in tmp_path.rglob("*")}
    scan(tmp_path)
    assert {path: path.stat()[:-3] + path.stat()[-2:] for path in tmp_path.rglob("*")} == before


def test_a_scan_stops_soon_after_it_is_asked(tmp_path):
    make_folder(tmp_path, {"cat": 1, "dog": 1}, 8)
    write(tmp_path, *(f"cat/{number}.png" for number in range(1500)))
    for calls in (0, 3, 200):
        asked = iter(range(10_000))
        stopped_at: list[float] = []

        def should_stop(limit=calls, asked=asked, stopped_at=stopped_at):
            if next(asked) < limit:
                return False
            stopped_at.append(time.monotonic())
            return True

        with pytest.raises(JobCancelledError):
            scan(tmp_path, should_stop=should_stop)
        assert time.monotonic() - stopped_at[0] < 0.2


def test_progress_counts_the_files_that_are_decoded(tmp_path):
    calls: list[tuple[int, int]] = []
    scan(make_folder(tmp_path, {"cat": 30, "dog": 30}, 8), on_progress=lambda *call: calls.append(call))
    decoded = calls[:calls.index((60, 60)) + 1]
    assert decoded == sorted(decoded)
    assert calls[-1] == (60, 60)  # of the pictures compared with each other, which comes after


ORDINARY = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters='/\\.<>:"|?*#'),
    min_size=1, max_size=12,
).filter(lambda name: name == name.strip() and not is_system(name) and name.casefold() not in SPLIT_NAMES)
CLASS_NAMES = st.lists(
    ORDINARY, min_size=2, max_size=4, unique_by=lambda name: unicodedata.normalize("NFC", name).casefold())
KINDS = st.sampled_from(["{}.png", "deep/er/{}.png", "{}.JPG", "{}.txt", "._{}.png", ".tool/{}.png", "{}.gif"])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_in_any_tree_the_label_is_the_folder_and_every_file_is_accounted_for(data):
    names = data.draw(CLASS_NAMES)
    splits = data.draw(st.sampled_from([("",), ("train/", "val/"), ("train/", "valid/", "test/"), ("wrapper/",)]))
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        write(root, *(f"{splits[0]}{name}/one.png" for name in names))
        for split in splits:
            for name in data.draw(st.lists(st.sampled_from(names))):
                file = data.draw(KINDS).format(data.draw(st.sampled_from(string.ascii_letters)))
                write(root, f"{split}{name}/{file}", data=data.draw(st.sampled_from([PNG, b"", b"no image"])))
        folder = scan(root)
        assert set(folder.class_names) == set(names)
        for file in folder.files:
            inside = file.path.relative_to(root).parts[0 if splits == ("",) else 1:]
            assert folder.class_names[file.class_index] == inside[0]
            assert (file.split is None) == (splits[0] in {"", "wrapper/"})
        check_accounts(folder)
