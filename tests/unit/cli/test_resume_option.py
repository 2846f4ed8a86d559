"""Tests of ``cnnstudio train --resume``."""

import shutil
from pathlib import Path

import pytest

from cnnstudio import cli
from cnnstudio.runs.store import RunFolder
from tests.helpers.images import make_folder

RECIPE = ("--network", "small", "--image-size", "16", "--batch-size", "8", "--threads", "1", "--device", "cpu")


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> tuple[Path, Path]:
    """Make images and a run of one epoch on them."""
    home = tmp_path_factory.mktemp("resume")
    pets = make_folder(home / "pets", {"cat": 10, "dog": 10}, 24)
    assert cli.main(["train", str(pets), *RECIPE, "--epochs", "1", "--runs", str(home / "runs"), "--json"]) == 0
    return pets, next((home / "runs").iterdir())


def test_a_complete_run_goes_on_for_more_epochs_by_its_name(run_cli, folders, tmp_path):
    run = Path(shutil.copytree(folders[1], tmp_path / "runs" / "mine"))
    answer = run_cli("train", "--resume", "mine", "--epochs", 1, "--runs", run.parent, "--json")
    assert [event["event"] for event in answer.events] == ["resumed", "started", "epoch", "finished"]
    told = answer.events[0]
    assert (Path(told["run"]), told["epochs"], told["epoch"], told["step"]) == (run, 1, 2, 0)
    assert told["notes"] == ["The training goes on to epoch 2 instead of 1."]
    assert [row.epoch for row in RunFolder.load(run).record.history] == [1, 2]


@pytest.mark.parametrize(("words", "message"), [
    (("--resume", "nothing"), "There is no run"),
    (("--resume", "RUN"), "is complete: 1 epochs. Say for how many more it is to go on"),
    (("--resume", "RUN", "--learning-rate", "0.1", "--color", "grey"),
     "A run goes on with its own images and settings: leave out --color, --learning-rate"),
    (("FOLDER", "--resume", "RUN"), "leave out FOLDER")])
def test_what_cannot_be_resumed_is_said_in_a_sentence(run_cli, folders, words, message):
    named = [{"RUN": folders[1], "FOLDER": folders[0]}.get(word, word) for word in words]
    answer = run_cli("train", *named)
    assert answer.status == 1
    assert message in answer.err
    assert RunFolder.load(folders[1]).record.status == "finished"


def test_without_folder_and_run_the_usage_is_shown(run_cli):
    answer = run_cli("train")
    assert answer.status == 2
    assert "give the FOLDER with the images, or --resume RUN" in answer.err
