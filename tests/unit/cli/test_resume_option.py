"""Tests of ``cnnstudio train --resume``."""

from pathlib import Path

import pytest

from cnnstudio.runs.manifest import read_manifest
from cnnstudio.runs.store import RunFolder
from tests.helpers.command_line import Run

RECIPE = ("--network", "small", "--image-size", "16", "--batch-size", "8", "--threads", "1", "--device", "cpu")


def train(run_cli: Run, pets: Path, runs: Path, epochs: int) -> Path:
    answer = run_cli("train", pets, *RECIPE, "--epochs", epochs, "--runs", runs, "--json")
    assert answer.status == 0, answer.err
    return Path(answer.events[-1]["run"])


def weights(path: Path) -> str:
    return read_manifest(path).members["weights"].sha256


def test_a_finished_run_goes_on_for_more_epochs_by_name_or_folder(run_cli, pets, tmp_path):
    expected = weights(train(run_cli, pets, tmp_path / "whole", 4))
    path = train(run_cli, pets, tmp_path / "runs", 2)
    answer = run_cli("train", "--resume", path.name, "--epochs", 1, "--runs", path.parent, "--json")
    assert [event["event"] for event in answer.events] == ["resumed", "started", "epoch", "finished"]
    told = answer.events[0]
    assert (Path(told["run"]), told["epochs"], told["epoch"], told["step"]) == (path, 2, 3, 0)
    assert told["notes"] == ["The training goes on to epoch 3 instead of 2."]
    answer = run_cli("train", "--resume", path, "--epochs", 1)
    assert answer.status == 0
    assert "goes on with epoch 4" in answer.out
    assert weights(path) == expected
    assert len(RunFolder.load(path).record.history) == 4


@pytest.mark.parametrize(("words", "message"), [
    (("--resume", "nothing"), "There is no run"),
    (("--resume", "RUN"), "is complete: 1 epochs. Say for how many more it is to go on"),
    (("--resume", "RUN", "--learning-rate", "0.1", "--color", "grey"),
     "A run goes on with its own images and settings: leave out --color, --learning-rate"),
    (("FOLDER", "--resume", "RUN"), "leave out FOLDER")])
def test_what_cannot_be_resumed_is_said_in_a_sentence(run_cli, pets, tmp_path, words, message):
    path = train(run_cli, pets, tmp_path / "runs", 1)
    named = [{"RUN": path, "FOLDER": pets}.get(word, word) for word in words]
    answer = run_cli("train", *named)
    assert answer.status == 1
    assert message in answer.err
    assert RunFolder.load(path).record.status == "finished"


def test_without_folder_and_run_the_usage_is_shown(run_cli):
    answer = run_cli("train")
    assert answer.status == 2
    assert "give the FOLDER with the images, or --resume RUN" in answer.err
