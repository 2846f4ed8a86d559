"""A run is tested on its own splits, whatever happened to the folder since."""

import shutil
from dataclasses import replace

import numpy as np
import pytest

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation, curate
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.split import split
from cnnstudio.errors import RunError
from cnnstudio.runs.images import images_of
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.image_choice import choose_images
from tests.helpers.images import make_folder
from tests.unit.runs.samples import record


@pytest.fixture
def folder(tmp_path):
    return scan(make_folder(tmp_path / "pets", {"cat": 10, "dog": 10}, 16))


@pytest.fixture
def splits(folder):
    return split(folder, SplitConfig(validation_share=0.2, test_share=0.2))


@pytest.fixture
def run(folder, splits, tmp_path):
    return RunFolder.create(tmp_path / "runs", record(fingerprint=folder.fingerprint), images_of(folder, splits))


def names(folder, indices) -> set[str]:
    return {folder.files[index].relative for index in indices}


def test_the_splits_are_the_runs_own_and_test_comes_first(folder, splits, run):
    assert choose_images(folder, run, "auto").split == "test"
    for which in ("train", "validation", "test"):
        chosen = choose_images(folder, run, which)
        assert chosen.indices.tolist() == getattr(splits, which).tolist()
        assert chosen.seen_in_training == (12 if which == "train" else 0)
        assert chosen.difference == ""
    assert choose_images(folder, run, "all").seen_in_training == 12


def test_they_stay_so_when_images_come_go_change_and_are_decided_about(folder, splits, run):
    validation, train = names(folder, splits.validation), sorted(names(folder, splits.train))
    extra = make_folder(folder.root.parent / "more", {"cat": 3, "dog": 14}, 16)
    for number in (11, 12):
        shutil.copy(extra / "dog" / f"dog_00{number}.png", folder.root / "dog" / f"dog_1{number}.png")
    (folder.root / train[0]).unlink()
    shutil.copy(extra / "dog" / "dog_0013.png", folder.root / train[1])
    scanned = scan(folder.root)
    curation = Curation().with_change([train[2]], excluded=True).with_change([train[3]], class_name="wolf")
    now = curate(scanned, curation.with_change(sorted(validation)[:1], split="train"))
    chosen = choose_images(now, run, "validation")
    assert names(now, chosen.indices) == validation
    assert chosen.difference == (
        "The images are not quite those of the training: 2 new, 1 gone, 1 left out, 1 changed, 1 in another class.")


def test_a_picture_it_learned_from_is_recognised_in_another_folder(folder, splits, run, tmp_path):
    other = make_folder(tmp_path / "other", {"cat": 12, "dog": 12}, 16)
    for path in sorted(other.rglob("*.png")):
        path.rename(path.with_name(f"x{path.name}"))
    learned = folder.files[splits.train[0]].path
    shutil.copy(learned, other / "cat" / "copied.png")
    folder = scan(other)
    copies = {file.digest for file in scan(learned.parent.parent).files}
    strangers = replace(folder, files=tuple(file for file in folder.files
                                            if file.path.name == "copied.png" or file.digest not in copies))
    chosen = choose_images(strangers, run, "auto")
    assert (chosen.split, chosen.seen_in_training) == ("all", 1)


def test_a_run_of_before_divides_its_folder_again_but_only_unchanged(folder, splits, tmp_path):
    config = SplitConfig(validation_share=0.2, test_share=0.2)
    old = RunFolder.create(tmp_path / "old", record(fingerprint=folder.fingerprint, split=config))
    alike = replace(folder, files=tuple(replace(file, group="all") for file in folder.files))
    assert choose_images(alike, old, "validation").indices.tolist() == splits.validation.tolist()
    fewer = curate(folder, Curation().with_change([folder.files[splits.train[0]].relative], excluded=True))
    assert names(fewer, choose_images(fewer, old, "validation").indices) == names(folder, splits.validation)
    other = replace(folder, files=folder.files[1:])
    with pytest.raises(RunError, match="no validation images"):
        choose_images(other, old, "validation")
    assert choose_images(other, old, "validation", all_if_undivided=True).split == "all"


def test_a_given_split_of_another_folder_is_taken(run, tmp_path):
    counts = {f"{part}/{name}": 4 for part in ("train", "val", "test") for name in ("cat", "dog")}
    other = scan(make_folder(tmp_path / "other", counts, 20))
    chosen = choose_images(other, run, "auto")
    assert chosen.split == "test"
    assert chosen.indices.dtype == np.int64
    assert {other.files[index].split for index in chosen.indices} == {"test"}
