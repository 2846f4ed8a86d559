"""Tests of ``cnnstudio train``."""

import json
import math
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cnnstudio.cli.output import Output
from cnnstudio.cli.several_processes import refuse_repeats
from cnnstudio.errors import InputError
from cnnstudio.network import document
from cnnstudio.network.presets import preset
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.distributed.processes import ALONE, Processes
from tests.helpers.command_line import contents
from tests.helpers.images import make_folder

ROOT = Path(__file__).parents[3]
QUICK = ("--network", "small", "--image-size", "16", "--epochs", "2", "--batch-size", "8", "--threads", "1",
         "--device", "cpu")


def test_a_training_tells_one_object_an_epoch_and_ends_with_the_run(run_cli, pets, tmp_path):
    before = contents(pets)
    answer = run_cli("train", pets, *QUICK, "--runs", tmp_path / "runs", "--json")
    assert answer.status == 0
    assert [event["event"] for event in answer.events] == ["started", "epoch", "epoch", "finished"]
    first = answer.of("epoch")[0]
    assert first["epoch"] == 1
    assert all(math.isfinite(first[name]) for name in ("train_loss", "train_accuracy", "val_loss", "val_accuracy",
                                                       "images_per_s", "seconds", "learning_rate"))
    finished = answer.events[-1]
    assert finished["status"] == "finished"
    assert finished["evaluation"]["images"] == 4
    assert finished["val_accuracy"] == finished["evaluation"]["accuracy"]
    run = RunFolder.load(Path(finished["run"]))
    assert run.path.parent == tmp_path / "runs"
    assert len(run.record.history) == 2
    assert answer.err == ""
    assert contents(pets) == before


def test_every_setting_reaches_the_run(run_cli, pets, tmp_path):
    answer = run_cli(
        "train", pets, *QUICK, "--optimizer", "sgd", "--learning-rate", "0.02", "--momentum", "0.5", "--weight-decay",
        "0.001", "--seed", "7", "--validation", "0.4", "--split-seed", "3", "--augment", "light", "--color", "grey",
        "--fit", "pad", "--normalization", "unit", "--initialization", "xavier", "--early-stopping", "5", "--name",
        "My run", "--image-size", "16x24", "--nesterov", "--schedule", "one_cycle", "--warm-up-epochs", "0.5",
        "--label-smoothing", "0.1", "--class-weights", "balanced", "--clip-norm", "1", "--accumulation", "2",
        "--micro-batch", "4", "--average-decay", "0.9", "--early-stopping-metric", "accuracy",
        "--early-stopping-change", "0.01", "--checkpoint-s", "30", "--runs", tmp_path / "runs", "--json")
    record = RunFolder.load(Path(answer.events[-1]["run"])).record
    train = record.train
    assert (train.optimizer, train.learning_rate, train.momentum, train.weight_decay) == ("sgd", 0.02, 0.5, 0.001)
    assert (train.seed, train.initialization, train.early_stopping, train.device) == (7, "xavier", 5, "cpu")
    assert (train.nesterov, train.schedule, train.warm_up_epochs) == (True, "one_cycle", 0.5)
    assert train.label_smoothing == 0.1
    assert (train.class_weights, train.clip_norm, train.accumulation, train.micro_batch) == ("balanced", 1.0, 2, 4)
    assert (train.average_decay, train.early_stopping_metric, train.early_stopping_change) == (0.9, "accuracy", 0.01)
    assert train.checkpoint_s == 30
    # One-cycle is at its top in the first of 4 updates and a third of a half cosine below it in the second.
    assert record.history[0].learning_rate == pytest.approx(0.02 * (1 + math.cos(math.pi / 3)) / 2, rel=1e-5)
    assert answer.err == ""
    assert (record.split.validation_share, record.split.seed) == (0.4, 3)
    assert record.preprocess.shape == (1, 16, 24)
    assert (record.preprocess.fit, record.preprocess.normalization) == ("pad", "unit")
    assert record.augment.flip_horizontal
    assert record.name == "My run"
    assert record.counts == {"train": 12, "validation": 8, "test": 0}


def test_without_settings_everything_suits_the_images(run_cli, tmp_path):
    root = make_folder(tmp_path / "pets", {"cat": 8, "dog": 8}, 24)
    answer = run_cli("train", root, "--epochs", "1", "--threads", "1", "--json")
    record = RunFolder.load(Path(answer.events[-1]["run"])).record
    assert record.preprocess.shape == (3, 24, 24)
    assert record.network_name == "tutorial"


def curve(answer) -> list[tuple[float, ...]]:
    return [(event["train_loss"], event["val_loss"], event["val_accuracy"]) for event in answer.of("epoch")]


def test_the_same_seed_gives_the_same_curve(run_cli, pets, tmp_path):
    common = ("train", pets, *QUICK, "--augment", "medium", "--runs", tmp_path / "runs", "--json")
    first, second, other = (curve(run_cli(*common, "--seed", seed)) for seed in (5, 5, 6))
    assert first == second
    assert first != other


def test_a_training_for_people_is_a_table(run_cli, pets, tmp_path):
    answer = run_cli("train", pets, *QUICK, "--runs", tmp_path / "runs")
    assert answer.status == 0
    assert "16 images to learn from, 4 to validate" in answer.out
    assert re.search(r"\(1 thread: the recipe says so\), with (float32|bfloat16): \w+", answer.out)
    assert "95 % interval" in answer.out
    assert f"Kept in {tmp_path / 'runs'}" in answer.out


def test_a_network_file_is_fitted_to_the_images_and_that_is_said(run_cli, pets, tmp_path):
    path = tmp_path / "mine.json"
    document.save(path, preset("small", input_shape=(1, 32, 32), classes=5))
    answer = run_cli("train", pets, *QUICK, "--network", path, "--runs", tmp_path / "runs", "--json")
    assert answer.status == 0
    assert "it was 1 × 32 × 32" in answer.err
    assert "it was 5" in answer.err
    record = RunFolder.load(Path(answer.events[-1]["run"])).record
    assert record.network_name == "mine"


def test_given_splits_are_kept(run_cli, tmp_path):
    root = make_folder(tmp_path / "set", {"train/a": 6, "train/b": 6, "val/a": 3, "val/b": 3, "test/a": 2, "test/b": 2})
    answer = run_cli("train", root, *QUICK, "--runs", tmp_path / "runs", "--json")
    record = RunFolder.load(Path(answer.events[-1]["run"])).record
    assert record.counts == {"train": 12, "validation": 6, "test": 4}


def test_damaged_images_are_left_out_and_counted(run_cli, pets, tmp_path):
    (pets / "cat" / "broken.png").write_bytes(b"")
    answer = run_cli("train", pets, *QUICK, "--runs", tmp_path / "runs", "--json")
    assert answer.status == 0
    assert "1 file cannot be used" in answer.err
    assert answer.events[0]["train_images"] + answer.events[0]["validation_images"] == 20


@pytest.mark.parametrize(("words", "expected"), [
    (("--network", "lenet6"), "lenet5"),
    (("--network", "alexnet", "--image-size", "8"), "AlexNet"),
    (("--network", "nowhere.json"), "nowhere.json"),
    (("--device", "mps"), "mps")])
def test_what_cannot_be_used_is_named(run_cli, pets, tmp_path, words, expected):
    answer = run_cli("train", pets, *QUICK, *words, "--runs", tmp_path / "runs", "--json")
    if words[0] == "--device" and sys.platform == "darwin":
        pytest.skip("this machine may have such a device")
    assert answer.status == 1
    assert expected in answer.events[-1]["message"]
    assert answer.events[-1]["event"] == "error"


def test_a_folder_that_cannot_be_used_is_named(run_cli, tmp_path):
    lonely = make_folder(tmp_path / "lonely", {"cat": 3})
    for folder in (tmp_path / "nowhere", lonely):
        answer = run_cli("train", folder, *QUICK)
        assert answer.status == 1
        assert folder.name in answer.err


def test_a_runs_folder_that_cannot_be_written_is_named(run_cli, pets, tmp_path):
    (tmp_path / "file").write_text("")
    answer = run_cli("train", pets, *QUICK, "--runs", tmp_path / "file" / "runs", "--json")
    assert answer.status == 1
    assert str(tmp_path / "file" / "runs") in answer.events[0]["message"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_runs_folder_without_permission_is_named(run_cli, pets, tmp_path):
    (tmp_path / "runs").mkdir(mode=0o555)
    answer = run_cli("train", pets, *QUICK, "--runs", tmp_path / "runs")
    assert answer.status == 1
    assert "Permission denied" in answer.err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_keeps_the_run_as_stopped(run_cli, pets, tmp_path, monkeypatch, number):
    print_event = Output.event

    def event(self, name, /, **fields):
        print_event(self, name, **fields)
        if fields.get("epoch") == 2:
            signal.raise_signal(number)

    monkeypatch.setattr(Output, "event", event)
    answer = run_cli("train", pets, *QUICK, "--epochs", "10000", "--runs", tmp_path / "runs", "--json")
    assert answer.status == 130
    finished = answer.events[-1]
    assert (finished["event"], finished["status"], finished["epochs"]) == ("finished", "stopped", 2)
    record = RunFolder.load(Path(finished["run"])).record
    assert record.status == "stopped"
    assert len(record.history) == 2
    assert record.evaluation is not None


def test_a_kill_leaves_a_run_that_loads(pets, tmp_path):
    words = [sys.executable, "-m", "cnnstudio", "train", str(pets), *QUICK, "--epochs", "10000", "--runs",
             str(tmp_path / "runs"), "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        for line in process.stdout:
            if json.loads(line).get("epoch") == 2:
                process.kill()
    path, = (tmp_path / "runs").iterdir()
    run = RunFolder.load(path)
    assert len(run.record.history) >= 1  # tiny epochs are not all saved at once
    assert run.has_checkpoint
    assert run.load_module("last").classes == 2


def test_several_processes_train_one_network_and_not_several():
    refuse_repeats(ALONE)
    several = Processes()
    several.count = 2
    with pytest.raises(InputError, match="train one network together, not several"):
        refuse_repeats(several)


def test_processes_that_do_not_find_each_other_say_so(run_cli, pets, monkeypatch):
    for name, value in {"RANK": "1", "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": "9"}.items():
        monkeypatch.setenv(name, value)
    answer = run_cli("train", pets, *QUICK, "--process-timeout", "1")
    assert answer.status == 1
    assert answer.err.startswith("The 2 processes did not find each other at 127.0.0.1:9 within 1 s")
    assert answer.err.count("\n") == 1
