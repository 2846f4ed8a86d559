"""A run knows its images for good."""

import json
from dataclasses import replace

import numpy as np
import pytest

from cnnstudio.data.split import Splits
from cnnstudio.errors import RunError
from cnnstudio.runs.images import RunImages, compared, images_of, images_to_bytes, read_images
from cnnstudio.runs.manifest import read_manifest
from cnnstudio.runs.store import RunFolder
from tests.helpers.folders import folder_of
from tests.unit.runs.samples import record, spoil

IMAGES = RunImages(("cat/0.png", "cat/\udcff\n.png", "dog/2.png"), ("cat", "cat", "dog"),
                   ("train", "validation", "test"), (10, 20, 30), ("aa", "bb", ""))


def test_a_run_gives_its_images_back(tmp_path):
    run = RunFolder.create(tmp_path, record(), IMAGES)
    assert RunFolder.load(run.path).load_images() == IMAGES
    assert run.record.images_key == IMAGES.key
    run.finish(run.record)
    run.annotate(notes="fine")
    assert RunFolder.load(run.path).load_images() == IMAGES


def test_a_run_of_before_opens_and_knows_none(tmp_path):
    run = RunFolder.create(tmp_path, record())
    assert RunFolder.load(run.path).load_images() is None
    assert RunFolder.load(run.path).record.images_key == ""
    assert json.loads((run.path / "manifest.json").read_text())["schema_version"] == 1


def test_programs_that_do_not_know_the_images_can_say_they_are_too_old(tmp_path):
    run = RunFolder.create(tmp_path, record(), IMAGES)
    assert json.loads((run.path / "manifest.json").read_text())["schema_version"] == 2


def test_damage_to_the_images_is_found_and_leaves_the_run_open(tmp_path):
    run = RunFolder.create(tmp_path, record(), IMAGES)
    file = run.path / read_manifest(run.path).members["images"].file
    file.write_bytes(file.read_bytes().replace(b"dog", b"cow"))
    assert run.load_images() == IMAGES  # from the second copy
    spoil(file, lambda data: data.replace(b"dog", b"cow"))
    loaded = RunFolder.load(run.path)
    with pytest.raises(RunError, match=file.name):
        loaded.load_images()


@pytest.mark.parametrize(("field", "value"), [
    ("split", [0, 1, 3]), ("split", [0, 1]), ("class", [0, 0, -1]), ("size", [1, 2, True]), ("relative", "abc"),
    ("digest", None), ("schema_version", 9)])
def test_a_column_that_cannot_be_is_refused(field, value):
    document = json.loads(images_to_bytes(IMAGES)) | {field: value}
    with pytest.raises(RunError, match=r"images-1\.json"):
        read_images(document, "images-1.json")


def test_the_images_are_those_of_folder_and_splits():
    folder = folder_of((name, None, f"{name}{n}") for name in ("cat", "dog") for n in range(3))
    splits = Splits(np.array([0, 3, 4]), np.array([1, 5]), np.array([2]))
    images = images_of(folder, splits)
    assert images.relative == ("cat/0.png", "cat/1.png", "cat/2.png", "dog/3.png", "dog/4.png", "dog/5.png")
    assert images.split == ("train", "validation", "test", "train", "train", "validation")
    assert images.class_name == ("cat",) * 3 + ("dog",) * 3


def test_the_key_changes_with_everything_but_the_order():
    turned = RunImages(*(column[::-1] for column in (
        IMAGES.relative, IMAGES.class_name, IMAGES.split, IMAGES.size, IMAGES.digest)))
    assert turned.key == IMAGES.key
    changed = [replace(IMAGES, **{name: (value, *getattr(IMAGES, name)[1:])}) for name, value in (
        ("relative", "x"), ("class_name", "dog"), ("split", "test"), ("digest", "cc"))]
    assert len({IMAGES.key, *(one.key for one in changed)}) == 5


def test_what_distinguishes_the_images_of_two_runs_is_counted():
    assert compared(IMAGES, IMAGES) == ""
    other = RunImages(("cat/0.png", "dog/2.png", "new.png"), ("dog", "dog", "cat"), ("test", "test", "train"),
                      (10, 31, 5), ("aa", "", "zz"))
    assert compared(IMAGES, other) == (
        "Images: 1 in common; 1 more, 1 fewer, 1 with other pixels, 1 with another label, 1 in another split")
