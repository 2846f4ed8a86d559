"""Tests of the commands that work on runs: runs, evaluate and explain."""

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from cnnstudio.cli.run_argument import is_run, run_path
from cnnstudio.data.decoding.decode import decode
from cnnstudio.runs.store import RunFolder
from tests.helpers.command_line import contents
from tests.helpers.images import make_folder


@pytest.fixture
def copied_run(small_run, tmp_path):
    """Make a copy of the run that may be damaged."""
    return Path(shutil.copytree(small_run.path, tmp_path / "runs" / small_run.path.name))


def test_runs_are_listed_with_their_results(run_cli, small_run):
    answer = run_cli("runs", "--runs", small_run.runs, "--json")
    event, = answer.of("run")
    assert answer.status == 0
    assert event["run"] == str(small_run.path)
    assert (event["status"], event["network"], event["epochs"]) == ("finished", "small", 3)
    assert event["classes"] == ["cat", "dog", "owl"]
    assert event["settings"]["batch_size"] == 8
    assert small_run.path.name in run_cli("runs", "--runs", small_run.runs).out


def test_without_runs_the_list_says_how_to_make_one(run_cli):
    answer = run_cli("runs")
    assert answer.status == 0
    assert "cnnstudio train" in answer.out
    assert run_cli("runs", "--json").out == ""


def test_a_runs_folder_that_is_not_there_is_named(run_cli, tmp_path):
    answer = run_cli("runs", "--runs", tmp_path / "nowhere")
    assert answer.status == 1
    assert "nowhere" in answer.err


def test_a_damaged_run_is_listed_with_the_reason(run_cli, copied_run):
    for path in copied_run.glob("record*.json"):
        path.unlink()
    answer = run_cli("runs", "--runs", copied_run.parent, "--json")
    assert answer.status == 0
    assert "record" in answer.of("run")[0]["problem"]
    assert copied_run.name in run_cli("runs", "--runs", copied_run.parent).out


def test_a_run_is_found_by_its_folder_or_its_name(small_run):
    assert run_path(str(small_run.path), None) == small_run.path
    assert run_path(small_run.path.name, small_run.runs) == small_run.path
    assert run_path("nowhere", small_run.runs) == Path("nowhere").absolute()
    assert is_run(small_run.path.name, small_run.runs)
    assert not is_run("lenet5", small_run.runs)


def test_an_evaluation_has_all_figures(run_cli, small_run, tmp_path):
    root = make_folder(tmp_path / "new", {"cat": 4, "dog": 5, "owl": 6}, 24)
    before = contents(root)
    answer = run_cli("evaluate", small_run.path, root, "--threads", "1", "--json")
    assert answer.status == 0
    event, = answer.events
    matrix = np.array(event["confusion_matrix"])
    low, high = event["interval"]
    assert event["images"] == matrix.sum() == 15
    assert event["accuracy"] == pytest.approx(matrix.trace() / 15)
    assert low <= event["accuracy"] <= high
    assert event["baseline"] == pytest.approx(6 / 15)
    assert event["classes"]["owl"]["support"] == 6
    assert set(event["classes"]["cat"]) == {"precision", "recall", "f1", "support"}
    assert contents(root) == before


def test_an_evaluation_for_people_has_a_matrix_and_says_what_it_is_worth(run_cli, small_run):
    answer = run_cli("evaluate", small_run.path, small_run.folder.root, "--threads", "1")
    assert "Confusion matrix" in answer.out
    assert "95 % interval" in answer.out
    assert "24 of these 30 images were learned from" in answer.err


def test_an_evaluation_can_be_of_one_split(run_cli, small_run):
    event, = run_cli("evaluate", small_run.path, small_run.folder.root, "--split", "validation", "--json").events
    assert (event["split"], event["images"], event["seen_in_training"]) == ("validation", 6, 0)


def test_without_a_folder_the_kept_answers_are_measured(run_cli, copied_run, monkeypatch):
    first, = run_cli("evaluate", copied_run, "--json").events
    with monkeypatch.context() as patch:
        patch.setattr("cnnstudio.workspace.evaluation_job.predict_events", None)  # nothing may be predicted now
        event, = run_cli("evaluate", copied_run, "--json").events
        people = run_cli("evaluate", copied_run)
    record = RunFolder.load(copied_run).record
    assert (event["split"], event["images"], event["epoch"]) == ("validation", 6, record.best_epoch)
    assert event["confusion_matrix"] == first["confusion_matrix"]
    assert event["log_loss"] == pytest.approx(record.best.val_loss, rel=1e-5)
    assert set(event["top_k"]) == set()
    assert {"auc", "brier", "calibration", "temperature", "thresholds", "smallest_difference"} <= set(event)
    assert "two trainings must differ by" in people.out
    assert "Answering only when sure enough" in people.out


def test_a_class_the_run_does_not_know_is_named(run_cli, small_run, tmp_path):
    root = make_folder(tmp_path / "new", {"cat": 2, "wolf": 2}, 24)
    answer = run_cli("evaluate", small_run.path, root, "--json")
    assert answer.status == 1
    assert "wolf" in answer.events[-1]["message"]


def images(small_run, count: int) -> list[Path]:
    return [file.path for file in small_run.folder.files[:count]]


def test_each_image_gets_its_pictures_and_probabilities(run_cli, small_run, tmp_path):
    before = contents(small_run.folder.root)
    answer = run_cli("explain", small_run.path, *images(small_run, 2), "--out", tmp_path / "out", "--json")
    assert answer.status == 0
    events = answer.of("explanation")
    assert [event["image"] for event in events] == [str(path) for path in images(small_run, 2)]
    for event in events:
        assert sum(event["probabilities"].values()) == pytest.approx(1, abs=1e-5)
        assert event["predicted"] == event["target"] == max(event["probabilities"], key=event["probabilities"].get)
        assert event["method"] == "grad-cam"
        assert decode(Path(event["overlay"])).pixels.shape == (24, 24, 3)
        assert decode(Path(event["legend"])).pixels.ndim == 3
        raw = np.load(event["raw"], allow_pickle=False)
        assert raw.ndim == 2
        assert event["peak"] >= 0
        assert isinstance(event["weak"], bool)
        assert event["evidence"]
        assert event["layer_note"]
    assert contents(small_run.folder.root) == before


def test_class_and_layer_can_be_chosen(run_cli, small_run, tmp_path):
    answer = run_cli("explain", small_run.path, *images(small_run, 1), "--target", "owl", "--layer", "conv2d_1",
                     "--out", tmp_path, "--json")
    event, = answer.of("explanation")
    assert (event["target"], event["layer"]) == ("owl", "conv2d_1")
    assert np.load(event["raw"]).shape == (16, 16)


@pytest.mark.parametrize(("flag", "value", "words"), [
    ("--target", "dgo", "Did you mean 'dog'"), ("--layer", "conv2d_9", "conv2d_")])
def test_an_unknown_class_or_layer_gets_the_choices(run_cli, small_run, tmp_path, flag, value, words):
    answer = run_cli("explain", small_run.path, *images(small_run, 1), flag, value, "--out", tmp_path, "--json")
    assert answer.status == 1
    message, = [event["message"] for event in answer.events]
    assert value in message
    assert words in message


def test_a_damaged_image_does_not_stop_the_others(run_cli, small_run, tmp_path):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"")
    first, second = images(small_run, 2)
    answer = run_cli("explain", small_run.path, first, broken, tmp_path / "nowhere.png", second, "--out",
                     tmp_path / "out", "--json")
    assert answer.status == 1
    assert [event["event"] for event in answer.events] == ["explanation", "error", "error", "explanation"]
    assert "broken.png" in answer.events[1]["message"]
    assert "nowhere.png" in answer.events[2]["message"]


def test_images_of_one_name_do_not_overwrite_each_other(run_cli, small_run, tmp_path):
    first = images(small_run, 1)[0]
    other = tmp_path / first.name
    shutil.copy(first, other)
    answer = run_cli("explain", small_run.path, first, other, "--out", tmp_path / "out", "--json")
    assert len({event["overlay"] for event in answer.of("explanation")}) == 2


def test_an_explanation_for_people_names_the_picture(run_cli, small_run, tmp_path):
    answer = run_cli("explain", small_run.path, *images(small_run, 1), "--out", tmp_path)
    assert answer.status == 0
    assert ".overlay.png" in answer.out
    assert " %" in answer.out


def test_nothing_is_written_among_the_images(run_cli, small_run):
    before = contents(small_run.folder.root)
    answer = run_cli("explain", small_run.path, *images(small_run, 1), "--out", small_run.folder.root / "maps")
    assert answer.status == 1
    assert "never changed" in answer.err
    assert contents(small_run.folder.root) == before


def test_a_place_that_cannot_be_written_is_named(run_cli, small_run, tmp_path):
    (tmp_path / "file").write_text("")
    answer = run_cli("explain", small_run.path, *images(small_run, 1), "--out", tmp_path / "file" / "out")
    assert answer.status == 1
    assert str(tmp_path / "file" / "out") in answer.err


@pytest.mark.parametrize("value", ["-0.1", "1.1", "nan", "much"])
def test_opacity_is_a_share(run_cli, value):
    answer = run_cli("explain", "run", "image", "--opacity", value)
    assert answer.status == 2
    assert "--opacity" in answer.err


def flip_a_byte(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("name", ["manifest", "record", "graph", "history", "best"])
def test_a_flipped_byte_in_a_run_is_found_and_the_file_named(run_cli, copied_run, small_run, tmp_path, name):
    paths = sorted(copied_run.glob(f"{name}*"), reverse=True) or sorted(copied_run.glob("weights*"))
    path = paths[0]
    for each in paths:
        flip_a_byte(each)
    for words in (("evaluate", copied_run, small_run.folder.root, "--threads", "1"),
                  ("explain", copied_run, *images(small_run, 1), "--out", tmp_path / "out")):
        answer = run_cli(*words, "--json")
        assert answer.status == 1
        assert path.name in answer.events[-1]["message"]


def test_a_run_that_is_not_there_is_named(run_cli, small_run, tmp_path):
    for words in (("evaluate", tmp_path / "nowhere", small_run.folder.root),
                  ("explain", tmp_path / "nowhere", *images(small_run, 1))):
        answer = run_cli(*words)
        assert answer.status == 1
        assert str(tmp_path / "nowhere") in answer.err


def test_a_folder_that_is_no_run_is_named(run_cli, small_run):
    answer = run_cli("evaluate", small_run.folder.root, small_run.folder.root)
    assert answer.status == 1
    assert "not a run" in answer.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_class_named_like_a_path_stays_in_its_folder(run_cli, tmp_path):
    root = make_folder(tmp_path / "odd", {"a": 6, "b": 6}, 24)
    (root / "a").rename(root / "a\\b: *")
    trained = run_cli("train", root, "--network", "small", "--image-size", "16", "--epochs", "1", "--threads", "1",
                      "--runs", tmp_path / "runs", "--json").events[-1]["run"]
    image = next((root / "b").iterdir())
    answer = run_cli("explain", trained, image, "--target", "a\\b: *", "--out", tmp_path / "out", "--json")
    assert answer.status == 0
    assert Path(answer.events[0]["overlay"]).parent == tmp_path / "out"
