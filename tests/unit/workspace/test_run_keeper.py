"""Tests of keeping a run through failures."""

import inspect
from types import SimpleNamespace

import pytest
import torch

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.errors import JobCancelledError, StorageError, TrainingError
from cnnstudio.network.document import to_document
from cnnstudio.network.presets import preset
from cnnstudio.runs.record import RunRecord
from cnnstudio.runs.store import RunFolder
from cnnstudio.torch_network.builder import build
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, TrainingStarted
from cnnstudio.workspace.checkpoint_pace import CheckpointPace
from cnnstudio.workspace.following_keeper import FollowingKeeper
from cnnstudio.workspace.run_keeper import RunKeeper
from tests.helpers.full_disk import REASON, FullDisk

GRAPH = preset("small", input_shape=(1, 16, 16), classes=2)


def record() -> RunRecord:
    return RunRecord(
        network_name="small", graph=to_document(GRAPH), preprocess=PreprocessConfig(height=16, width=16, color="grey"),
        split=SplitConfig(), augment=AugmentConfig(), train=TrainConfig(), class_names=("a", "b"), mean=(0.5,),
        std=(0.5,), folder="/images", fingerprint="00", counts={"train": 8, "validation": 2, "test": 0})


def row(epoch: int, *, is_best: bool) -> EpochEnded:
    return EpochEnded(epoch, 0.5, 0.5, 1.0 / epoch, 0.5, 0.001, 100.0, 1.0, is_best)


class Training:
    """Stands for a trainer: a module whose weights are all the same number."""

    def __init__(self, tmp_path) -> None:
        self.module = build(GRAPH)
        stand_in = SimpleNamespace(
            module=self.module, config=TrainConfig(), result_weights=self.module.state_dict,
            state=lambda: {"module": self.module.state_dict(), "epochs": len(self.keeper.record.history)})
        self.keeper = RunKeeper(RunFolder.create(tmp_path, record()), stand_in,
                                CheckpointPace(60, clock=lambda: 0.0))

    def epoch(self, number: int, *, is_best: bool) -> str:
        """Set all weights to the epoch's number and save."""
        with torch.no_grad():
            for weight in self.module.parameters():
                weight.fill_(float(number))
        return self.keeper.epoch_ended(row(number, is_best=is_best))

    def saved(self, which: str) -> float:
        network = RunFolder.load(self.keeper.path).load_module(which)
        return float(next(network.parameters()).detach().flatten()[0])

    @property
    def present(self) -> float:
        return float(next(self.module.parameters()).detach().flatten()[0])


def test_the_best_and_the_last_weights_are_on_disk(tmp_path):
    training = Training(tmp_path)
    assert training.epoch(1, is_best=True) == ""
    assert training.epoch(2, is_best=False) == ""
    assert (training.saved("best"), training.saved("last")) == (1.0, 2.0)


def test_the_precision_of_the_training_is_in_the_record(tmp_path):
    training = Training(tmp_path)
    training.keeper.note_start(TrainingStarted("cpu", 2, 3, 10, 8, 2, "bfloat16", "it was faster"))
    training.epoch(1, is_best=True)
    found = RunFolder.load(training.keeper.path).record
    assert (found.precision, found.precision_reason) == ("bfloat16", "it was faster")


def test_best_weights_whose_save_failed_are_saved_with_the_next_epoch(tmp_path, monkeypatch):
    disk = FullDisk(monkeypatch)
    training = Training(tmp_path)
    training.epoch(1, is_best=True)
    disk.is_full = True
    assert training.epoch(2, is_best=True) == REASON
    disk.is_full = False
    assert training.epoch(3, is_best=False) == ""
    assert (training.saved("best"), training.saved("last"), training.present) == (2.0, 3.0, 3.0)


def test_a_last_epoch_that_was_not_saved_is_tried_again(tmp_path, monkeypatch):
    disk = FullDisk(monkeypatch)
    training = Training(tmp_path)
    disk.is_full = True
    training.epoch(1, is_best=True)
    assert training.keeper.save_rest() == REASON
    disk.is_full = False
    assert training.keeper.save_rest() == ""
    training.keeper.finish("finished", "Done.", None)
    assert (training.saved("best"), training.saved("last")) == (1.0, 1.0)
    assert RunFolder.load(training.keeper.path).record.status == "finished"


def test_nothing_is_tried_again_when_nothing_is_missing(tmp_path):
    training = Training(tmp_path)
    training.epoch(1, is_best=True)
    before = sorted(training.keeper.path.iterdir())
    assert training.keeper.save_rest() == ""
    assert sorted(training.keeper.path.iterdir()) == before


def test_the_best_weights_come_back_from_memory(tmp_path, monkeypatch):
    disk = FullDisk(monkeypatch)
    training = Training(tmp_path)
    assert not training.keeper.load_best()
    disk.is_full = True
    training.epoch(1, is_best=True)
    training.epoch(2, is_best=False)
    assert training.keeper.load_best()
    assert training.present == 1.0


def test_finishing_tells_what_could_not_be_saved(tmp_path, monkeypatch):
    disk = FullDisk(monkeypatch)
    training = Training(tmp_path)
    disk.is_full = True
    training.epoch(1, is_best=True)
    with pytest.raises(StorageError, match="No space left"):
        training.keeper.finish("finished", "Done.", None)


@pytest.mark.parametrize(("error", "status", "words"), [
    (TrainingError("The loss is not a number."), "failed", "not a number"),
    (JobCancelledError("Stopped."), "stopped", "asked to end"),
    (KeyboardInterrupt(), "stopped", "asked to end"),
    (ZeroDivisionError("oops"), "failed", "ZeroDivisionError: oops")])
def test_the_reason_of_an_early_end_is_kept_and_passed_on(tmp_path, error, status, words):
    training = Training(tmp_path)
    with pytest.raises(type(error)), training.keeper.failure_recorded():
        raise error
    found = RunFolder.load(training.keeper.path).record
    assert found.status == status
    assert words in found.message


def test_the_reason_is_passed_on_also_when_it_cannot_be_kept(tmp_path, monkeypatch):
    disk = FullDisk(monkeypatch)
    training = Training(tmp_path)
    disk.is_full = True
    with pytest.raises(TrainingError), training.keeper.failure_recorded():
        raise TrainingError("The loss is not a number.")


def test_what_stands_for_the_run_in_another_process_is_called_like_what_keeps_it(tmp_path):
    names = [name for name in vars(FollowingKeeper) if not name.startswith("_") and name != "unsaved"]
    assert len(names) > 8
    for name in names:
        ours, theirs = (inspect.signature(getattr(one, name)) for one in (FollowingKeeper, RunKeeper))
        assert list(ours.parameters) == list(theirs.parameters), name
    keeper = FollowingKeeper(tmp_path)
    assert (keeper.unsaved, keeper.save(), keeper.step_ended(), keeper.save_rest()) == ("", "", "", "")
    assert not keeper.load_best()
    assert not list(tmp_path.iterdir())
