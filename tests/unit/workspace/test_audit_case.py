"""Tests of what is audited: which images, how many of each class, and with which pixels."""

from dataclasses import replace

import numpy as np
import pytest

from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.loading import load
from cnnstudio.errors import JobCancelledError, RunError
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace import audit_case
from cnnstudio.workspace.audit_case import PreparedCase, prepare_case, spread_over_classes
from cnnstudio.workspace.progress import Outcome
from tests.helpers.images import make_folder


def prepare(run, folder, which="unseen", should_stop=lambda: False) -> PreparedCase:
    outcome: Outcome[PreparedCase] = Outcome()
    list(prepare_case(RunFolder.load(run.path), folder, which, run.cache, should_stop, outcome))
    return outcome.get()


def test_in_its_own_folder_a_run_is_audited_on_what_it_did_not_learn_from(small_run):
    prepared = prepare(small_run, small_run.folder)
    images = RunFolder.load(small_run.path).load_images()
    unseen = {name for name, split in zip(images.relative, images.split, strict=True) if split != "train"}
    assert set(prepared.case.names) == unseen
    assert len(prepared.case.train_pixels) == len(images) - len(unseen)
    assert prepared.split == "unseen"


def test_the_pixels_are_those_of_the_one_decoder_with_the_labels_of_the_run(small_run):
    prepared = prepare(small_run, small_run.folder)
    record = RunFolder.load(small_run.path).record
    for place, path in enumerate(prepared.paths):
        assert (prepared.case.pixels[place] == load(path, record.preprocess).input_pixels).all()
        assert record.class_names[prepared.case.labels[place]] == path.parent.name


def test_the_answers_of_the_case_are_those_of_the_runs_own_validation(small_run):
    prepared = prepare(small_run, small_run.folder, "validation")
    right = (prepared.case.logits(prepared.case.pixels).argmax(axis=1) == prepared.case.labels).sum()
    evaluation = RunFolder.load(small_run.path).record.evaluation
    assert right == np.trace(evaluation.confusion)


def test_what_is_known_of_the_files_comes_in_the_order_of_the_images(small_run):
    prepared = prepare(small_run, small_run.folder)
    sizes = [path.stat().st_size for path in prepared.paths]
    assert prepared.case.properties["bytes"].tolist() == sizes
    assert len(set(sizes)) > 1, "else any order would do"


def test_boxes_in_the_folder_come_as_shares_of_the_input_and_are_unknown_elsewhere(small_run, tmp_path):
    """The pictures are 26 × 26 and the input shows all of them, so that pixel x is share x / 26."""
    root = make_folder(tmp_path / "new", {"cat": 2, "dog": 2, "owl": 2}, 26)
    folder = scan(root)
    first = folder.files[0].relative
    (root / "boxes.csv").write_text(f"file,x0,y0,x1,y1\n{first},2,3,10,20\n{first},6,1,13,9\nnothing.png,1,1,2,2\n")
    prepared = prepare(small_run, folder)
    boxes = dict(zip(prepared.case.names, prepared.case.boxes, strict=True))
    assert np.abs(boxes.pop(first) - np.array([2, 1, 13, 20]) / 26).max() < 1e-6  # float32
    assert all(np.isnan(box).all() for box in boxes.values())
    assert any("1 lines of boxes.csv cannot be used" in note for note in prepared.notes)


def test_another_folder_is_audited_whole_and_brings_no_images_that_were_learned_from(small_run, tmp_path):
    folder = scan(make_folder(tmp_path / "new", {"cat": 4, "owl": 5}, 26))
    prepared = prepare(small_run, folder)
    assert len(prepared.case.pixels) == 9
    assert len(prepared.case.train_pixels) == 0
    assert prepared.notes == (
        "There are no images of dog.", "There are few images of cat (4), owl (5). With fewer than 30 a shortcut is "
        "easily missed: finding nothing says little.")


def test_a_folder_of_which_all_was_learned_is_refused_and_all_of_it_can_be_asked_for(small_run):
    images = RunFolder.load(small_run.path).load_images()
    learned = {name for name, split in zip(images.relative, images.split, strict=True) if split == "train"}
    whole = small_run.folder
    folder = replace(whole, files=tuple(one for one in whole.files if one.relative in learned), scanned=whole)
    with pytest.raises(RunError, match="learned from every image"):
        prepare(small_run, folder)
    prepared = prepare(small_run, folder, "all")
    assert len(prepared.case.pixels) == len(learned)
    assert any(note.startswith(f"{len(learned)} of the {len(learned)} images were learned from")
               for note in prepared.notes)


def test_more_images_than_the_limit_are_thinned_out_and_said(small_run, tmp_path, monkeypatch):
    monkeypatch.setattr(audit_case, "AUDITED_LIMIT", 8)
    prepared = prepare(small_run, scan(make_folder(tmp_path / "new", {"cat": 2, "dog": 6, "owl": 9}, 26)))
    assert np.bincount(prepared.case.labels).tolist() == [2, 3, 3]
    assert prepared.notes[0].startswith("8 of the 17 images were audited")


def test_a_wish_to_stop_is_followed_while_images_are_decoded(small_run):
    with pytest.raises(JobCancelledError):
        prepare(small_run, small_run.folder, should_stop=lambda: True)


@pytest.mark.parametrize(("counts", "limit", "expected"), [
    ((5, 5, 5), 15, (5, 5, 5)), ((5, 5, 5), 9, (3, 3, 3)), ((1, 2, 90), 30, (1, 2, 27)), ((50, 50), 7, (3, 4)),
    ((3, 3, 3), 2, (0, 1, 1)), ((0, 4), 3, (0, 3)),
])
def test_a_class_with_few_images_leaves_its_share_to_the_others(counts, limit, expected):
    labels = np.repeat(np.arange(len(counts)), counts)
    chosen = spread_over_classes(np.arange(len(labels)), labels, limit)
    assert np.bincount(labels[chosen], minlength=len(counts)).tolist() == list(expected)
    assert (np.diff(chosen) > 0).all()


def test_what_is_taken_of_a_class_reaches_from_its_first_to_its_last_image():
    labels = np.repeat([0, 1], 50)
    chosen = spread_over_classes(np.arange(100), labels, 10)
    assert chosen.tolist() == [0, 12, 24, 37, 49, 50, 62, 74, 87, 99]  # 49/4 apart, rounded to even by numpy
