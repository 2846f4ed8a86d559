"""The layout of a folder is found, and the user is asked only where two readings are truly plausible."""

from pathlib import Path

import pytest
from PIL import Image

from cnnstudio.data.folder.image_folder import ImageFolder, UnusableFolderError, scan
from cnnstudio.data.listing.layouts import LayoutUnclearError
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.errors import ImageFolderError
from tests.helpers.images import encoded

PNG = encoded(Image.new("L", (8, 8), 90), "PNG")


def write(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(PNG)
    return root


def listed(root: Path, **options: object) -> ImageFolder:
    folder = scan(root, ScanOptions(**options), check=False)
    assert folder.found == folder.used + len(folder.ignored) + len(folder.refused)
    return folder


def choices(root: Path) -> list[tuple[str, tuple[str, ...], int]]:
    with pytest.raises(LayoutUnclearError) as caught:
        listed(root)
    assert str(root) in str(caught.value)
    return [(choice.layout, choice.class_names, choice.images) for choice in caught.value.choices]


def test_one_folder_of_files_has_the_class_in_their_names(tmp_path):
    folder = listed(write(tmp_path, "cat_1.png", "cat_2.png", "dog_1.png", "dog_2.png", "x.png"), layout="name pattern",
                    name_pattern="{class}_#")
    assert folder.class_counts == {"cat": 2, "dog": 2}
    assert [one.reason for one in folder.ignored] == ["its name does not fit the pattern {class}_#"]
    (tmp_path / "x.png").unlink()
    assert listed(tmp_path).layout == "class in the file names, {class}_#"


def test_splits_of_files_with_the_class_in_their_names_are_kept(tmp_path):
    names = [f"train/{animal}.{number}.jpg" for animal in ("cat", "dog") for number in range(3)]
    folder = listed(write(tmp_path, *names, "test/1.jpg", "test/2.jpg"))
    assert folder.layout == "class in the file names, {class}.#"
    assert folder.counts("train") == {"cat": 3, "dog": 3}
    assert len(folder.ignored) == 2


def test_a_list_is_found_beside_loose_images(tmp_path):
    root = write(tmp_path, "1.png", "2.png", "3.png", "4.png")
    (root / "labels.csv").write_text("id,label\n1,cat\n2,cat\n3,dog\n4,dog\n")
    assert listed(root).class_counts == {"cat": 2, "dog": 2}


def test_a_list_that_says_what_the_folders_say_is_no_second_reading(tmp_path):
    root = write(tmp_path, "cat/1.png", "cat/2.png", "dog/3.png")
    (root / "labels.csv").write_text("path,label\ncat/1.png,cat\ncat/2.png,cat\ndog/3.png,dog\n")
    assert listed(root).layout == "class folders"


def test_a_table_about_the_images_is_no_list_of_labels(tmp_path):
    root = write(tmp_path, "cat/1.png", "cat/2.png", "dog/3.png", "dog/4.png")
    (root / "CREDITS.csv").write_text("file,author,licence\ncat/1.png,Ann,CC0\ncat/2.png,Ann,CC0\ndog/3.png,Bo,CC0\n"
                                      "dog/4.png,Bo,CC0\n")
    assert listed(root).layout == "class folders"


def test_a_list_that_contradicts_the_folders_is_asked_about(tmp_path):
    root = write(tmp_path, "a/1.png", "a/2.png", "b/3.png", "b/4.png")
    (root / "labels.csv").write_text("path,label\na/1.png,cat\na/2.png,dog\nb/3.png,cat\nb/4.png,dog\n")
    assert choices(root) == [("class folders", ("a", "b"), 4), ("csv", ("cat", "dog"), 4)]


def test_the_same_folders_in_every_folder_are_asked_about(tmp_path):
    root = write(tmp_path, "monday/cat/1.png", "monday/dog/1.png", "tuesday/cat/1.png", "tuesday/dog/1.png")
    assert choices(root) == [("class folders", ("monday", "tuesday"), 4), ("name pattern", ("cat", "dog"), 4)]


def test_every_choice_can_be_taken(tmp_path):
    root = write(tmp_path, "monday/cat/1.png", "monday/dog/1.png", "tuesday/cat/1.png", "tuesday/dog/1.png")
    with pytest.raises(LayoutUnclearError) as caught:
        listed(root)
    for choice in caught.value.choices:
        folder = scan(root, choice.chosen(ScanOptions()), check=False)
        assert (folder.class_names, folder.used) == (choice.class_names, choice.images)
        assert choice.sentence.startswith(folder.layout)


def test_names_that_count_more_than_folders_are_asked_about(tmp_path):
    loose = [f"{name}_{number}.png" for name in ("cat", "dog") for number in range(9)]
    root = write(tmp_path, "masks/1.png", "thumbs/1.png", *loose)
    assert [layout for layout, _, _ in choices(root)] == ["class folders", "name pattern"]


def test_a_layout_asked_for_is_taken(tmp_path):
    root = write(tmp_path, "train/cat/1.png", "train/dog/1.png", "test/cat/1.png")
    assert listed(root).layout == "train/val/test folders"
    assert listed(root, layout="class folders").class_counts == {"test": 1, "train": 2}
    with pytest.raises(ImageFolderError, match="No name pattern fits"):
        listed(write(tmp_path / "few", "a/1.png", "b/1.png"), layout="name pattern")


def test_known_classes_keep_their_index_and_others_come_after(tmp_path):
    root = write(tmp_path, "ant/1.png", "bee/1.png", "cat/1.png")
    folder = listed(root, known_classes=("dog", "cat", "bee"))
    assert folder.class_names == ("dog", "cat", "bee", "ant")
    index = {file.relative: file.class_index for file in folder.files}
    assert index == {"ant/1.png": 3, "bee/1.png": 2, "cat/1.png": 1}


def test_one_class_that_is_used_is_too_few_whatever_is_known(tmp_path):
    with pytest.raises(UnusableFolderError, match=r"only one class .*: cat \(1 image used") as caught:
        listed(write(tmp_path, "cat/1.png"), known_classes=("cat", "dog"))
    assert "labels.csv" in caught.value.drawing
