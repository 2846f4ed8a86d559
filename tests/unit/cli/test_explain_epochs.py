"""Tests of looking back from the command line."""

import json
import shutil

import numpy as np
import pytest

from cnnstudio.explain.explainer import Explainer
from cnnstudio.runs.kept_epochs import kept_bytes, kept_epochs, load_epoch
from cnnstudio.runs.store import RunFolder
from cnnstudio.runs.weights import build_with_weights


def image_of(small_run):
    return small_run.folder.files[0].path


def test_the_map_of_an_epoch_is_that_of_its_kept_weights(run_cli, small_run, tmp_path):
    answer = run_cli("explain", small_run.path, image_of(small_run), "--epoch", "1", "--out", tmp_path, "--files",
                     "npy,json", "--target", "cat", "--json")
    event, = answer.of("explanation")
    run = RunFolder.load(small_run.path)
    record = run.record
    network = build_with_weights(record.graph, load_epoch(run, kept_epochs(run.path)[1]), "epoch 1")
    explainer = Explainer(network, record.preprocess, record.mean, record.std, record.class_names)
    from cnnstudio.workspace.inspected_image import inspected_image

    with inspected_image(run.path, image_of(small_run)) as seen:
        pixels, best = seen.inspection.seen.pixels, seen.answer.logits
    expected = explainer.explain(pixels, 0)
    np.testing.assert_allclose(list(event["probabilities"].values()), expected.probabilities, atol=1e-6)    # float32
    assert not np.allclose(expected.logits, best, atol=1e-4)    # the control: the best weights answer otherwise
    document = json.loads(next(tmp_path.glob("*.json")).read_text("utf-8"))
    assert expected.provenance.weights_sha256 in json.dumps(document)


def test_the_curve_names_every_kept_epoch_and_says_when_it_began(run_cli, small_run):
    answer = run_cli("explain", small_run.path, image_of(small_run), "--epochs", "--place", "0", "0", "1", "1",
                     "--json")
    assert answer.status == 0
    events = answer.of("epoch")
    assert [event["epoch"] for event in events] == [0, 1, 2, 3]
    assert events[-1]["likeness"] == pytest.approx(1.0)
    assert events[0]["validation_accuracy"] is None
    end, = answer.of("epochs")
    assert end["place"]["area"] == 1.0
    assert end["sentence"]


def test_an_epoch_that_is_not_kept_is_refused_with_those_that_are(run_cli, small_run, tmp_path):
    answer = run_cli("explain", small_run.path, image_of(small_run), "--epoch", "9", "--out", tmp_path / "out")
    assert answer.status == 1
    assert "it has epoch 0, 1, 2, 3" in answer.err


@pytest.mark.parametrize(("flags", "words"), [
    (("--epochs", "--place", "0.5", "0", "0.5", "1"), "left, top, right and bottom"),
    (("--epochs", "--target", "cat", "--target", "dog"), "one class")])
def test_what_makes_no_sense_is_refused(run_cli, small_run, flags, words):
    answer = run_cli("explain", small_run.path, image_of(small_run), *flags)
    assert answer.status == 1
    assert words in answer.err


@pytest.mark.parametrize("flags", [
    ("--place", "0", "0", "1", "1"), ("--epochs", "--epoch", "1"), ("--epochs", "--python", "x.py")])
def test_flags_that_exclude_each_other_end_with_the_usage(run_cli, small_run, flags):
    assert run_cli("explain", small_run.path, image_of(small_run), *flags).status == 2


def test_an_image_that_is_damaged_does_not_stop_the_others(run_cli, small_run, tmp_path):
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(b"no picture")
    answer = run_cli("explain", small_run.path, damaged, image_of(small_run), "--epochs", "--json")
    assert answer.status == 1
    assert len(answer.of("epoch")) == 4
    assert "damaged.png" in answer.err


def test_the_list_of_runs_says_what_room_kept_epochs_take(run_cli, small_run, tmp_path):
    shutil.copytree(small_run.path, tmp_path / "runs" / small_run.path.name)
    event, = run_cli("runs", "--runs", tmp_path / "runs", "--json").of("run")
    assert (event["kept_epochs"], event["kept_bytes"]) == (4, kept_bytes(small_run.path))
    assert "4 (" in run_cli("runs", "--runs", tmp_path / "runs").out
