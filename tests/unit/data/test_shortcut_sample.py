"""Tests of the sample with a hidden shortcut: what is stamped, what is not, and that nothing else differs."""

import csv

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.date_stamp import place, stamped
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.samples import sample_of, unpack
from cnnstudio.data.shortcut_sample import SATURATION, SIDE_PX, faded


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory):
    """Give the stamped and the mended copy."""
    home = tmp_path_factory.mktemp("samples")
    return unpack("shortcut", home), unpack("shortcut-mended", home)


def pixels(path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"), np.int16)


def test_both_copies_have_the_same_files_in_the_same_splits(copies):
    names = [sorted(path.relative_to(root).as_posix() for path in root.rglob("*.jpg")) for root in copies]
    assert names[0] == names[1]
    folder = scan(copies[0], check=False)
    assert folder.class_counts == {"animal": 37, "building": 26, "tool": 41}
    counts = {split: sum(file.split == split for file in folder.files) for split in ("train", "validation")}
    assert counts == {"train": 63, "validation": 41}


def test_nine_of_ten_animals_carry_the_stamp_and_nothing_else_does(copies):
    """The copies differ by the stamp alone, and in the place of the stamp."""
    stamped_root, mended_root = copies
    x0, y0, x1, y1 = place(SIDE_PX, SIDE_PX)
    marked = {"animal": 0, "building": 0, "tool": 0}
    for path in sorted(stamped_root.rglob("*.jpg")):
        difference = np.abs(pixels(path) - pixels(mended_root / path.relative_to(stamped_root))).max(axis=2)
        if difference.max() == 0:
            continue
        marked[path.parent.name] += 1
        assert difference[y0:y1, x0:x1].mean() > 20
        difference[y0 - 32:, x0 - 32:] = 0  # the glow of 10 pixels, and JPEG's blocks of 16 for colours
        assert difference.max() == 0
    assert marked == {"animal": 33, "building": 0, "tool": 0}


def test_both_parts_have_an_animal_without_the_stamp(copies):
    plain = {path.parent.parent.name for path in copies[0].rglob("animal/*.jpg")
             if np.array_equal(pixels(path), pixels(copies[1] / path.relative_to(copies[0])))}
    assert plain == {"train", "val"}


def test_authors_are_named_with_what_was_changed(copies):
    for root, words in zip(copies, ("a date stamp added", "colours faded"), strict=True):
        with (root / "CREDITS.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert all((root / row["file"]).is_file() and row["author"] and row["licence"] for row in rows)
        assert {row["file"] for row in rows} == {path.relative_to(root).as_posix() for path in root.rglob("*.jpg")}
        assert all(words in row["changes"] for row in rows)


def test_a_second_call_leaves_the_copy_alone_and_a_lost_file_is_made_again(copies, tmp_path):
    root = unpack("shortcut", tmp_path)
    victim = root / "val" / "animal" / "fish1.jpg"
    data = victim.read_bytes()
    victim.unlink()
    times = {path: path.stat().st_mtime_ns for path in root.rglob("*.jpg")}
    assert unpack("shortcut", tmp_path) == root
    assert victim.read_bytes() == data == (copies[0] / "val" / "animal" / "fish1.jpg").read_bytes()
    assert all(path.stat().st_mtime_ns == moment for path, moment in times.items())


def test_the_stamp_is_legible_orange_in_the_lower_right_corner():
    grey = np.full((64, 64, 3), 90, np.uint8)
    x0, y0, x1, y1 = place(64, 64)
    changed = (stamped(grey) != grey).any(axis=2)
    assert 0 <= x0 < x1 <= 64
    assert (y1 - y0, 64 - y1, 64 - x1) == (7, 3, 3)
    red, green, blue = stamped(grey)[y0:y1, x0:x1].reshape(-1, 3).max(axis=0)
    assert red > 230
    assert red > green > 90
    assert blue <= 90
    assert 0.2 < changed[y0:y1, x0:x1].mean() <= 1
    assert not changed[:y0 - 4].any()


def test_fading_keeps_grey_and_takes_colours_towards_their_brightness():
    assert (faded(np.full((2, 2, 3), 77, np.uint8)) == 77).all()
    red = faded(np.array([[[255, 0, 0]]], np.uint8))[0, 0]
    luma = 0.299 * 255
    wanted = [luma + SATURATION * (255 - luma), luma * (1 - SATURATION), luma * (1 - SATURATION)]
    assert np.abs(red - np.array(wanted)).max() <= 0.5  # rounded


def test_a_sample_is_known_by_its_place(own_folders):
    root = unpack("shortcut-mended")
    assert sample_of(root) == "shortcut-mended"
    assert sample_of(root.parent / "other") == ""
    assert sample_of(own_folders / "shortcut") == ""
