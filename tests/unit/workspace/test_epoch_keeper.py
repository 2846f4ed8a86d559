"""Tests of keeping the weights of epochs while a training goes on."""

import errno
import os
from itertools import pairwise
from types import SimpleNamespace

import pytest
import torch
from torch import nn

from cnnstudio import storage
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.runs import kept_epochs as files
from cnnstudio.runs.group import RunGroup
from cnnstudio.runs.kept_epochs import kept_epochs, load_epoch, read_epoch
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.events import EpochEnded, TrainingNotice
from cnnstudio.workspace import epoch_keeper
from cnnstudio.workspace.epoch_keeper import EpochKeeper
from cnnstudio.workspace.resume_job import ResumeJob
from cnnstudio.workspace.run_keeper import epochs_kept_of
from tests.helpers.images import make_folder
from tests.helpers.runs import TRAIN, training_job


def linear(value: float) -> nn.Linear:
    module = nn.Linear(2, 2)
    nn.init.constant_(module.weight, value)
    nn.init.constant_(module.bias, value)
    return module


def keep_to(keeper: EpochKeeper, last: int) -> None:
    for epoch in range(last + 1):
        module = linear(epoch)
        keeper.keep(epoch, module, module.state_dict())
        with torch.no_grad():
            module.weight.fill_(-1)    # the training goes on at once
    keeper.close()


def kept_of(path) -> list[int]:
    return [kept.epoch for kept in kept_epochs(path)]


@pytest.mark.parametrize(("most", "last", "expected"), [
    (20, 3, [0, 1, 2, 3]), (4, 3, [0, 1, 2, 3]), (4, 4, [0, 2, 4]), (4, 11, [0, 4, 8]), (2, 9, [0, 8]), (1, 9, []),
    (0, 9, [])])
def test_kept_epochs_are_evenly_spaced_and_never_more_than_wanted(tmp_path, most, last, expected):
    keep_to(EpochKeeper(tmp_path, most), last)
    assert kept_of(tmp_path) == expected


def test_each_kept_epoch_has_the_weights_it_ended_with(tmp_path):
    keep_to(EpochKeeper(tmp_path, 20), 5)
    for kept in kept_epochs(tmp_path):
        assert set(read_epoch(kept)["weight"].flatten().tolist()) == {float(kept.epoch)}


def test_a_network_too_large_for_the_budget_keeps_fewer_or_none_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(epoch_keeper, "MOST_BYTES", 3 * 24)    # a linear layer of 2 x 2 has 24 bytes
    keep_to(EpochKeeper(tmp_path, 20), 6)
    assert kept_of(tmp_path) == [0, 2, 4]
    monkeypatch.setattr(epoch_keeper, "MOST_BYTES", 47)
    keeper = EpochKeeper(tmp_path / "other", 20)
    keep_to(keeper, 2)
    assert "not kept" in keeper.take_notices()[0]
    assert keeper.take_notices() == ()


def test_a_full_disk_ends_the_keeping_and_says_so(tmp_path, monkeypatch):
    keeper = EpochKeeper(tmp_path, 20)
    keep_to(keeper, 1)

    def fail(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(storage.os, "fsync", fail)
        module = linear(2)
        keeper.keep(2, module, module.state_dict())
        keeper.close()
    assert [notice for notice in keeper.take_notices() if "From epoch 2 on" in notice and "disk is full" in notice]
    keeper.keep(3, module, module.state_dict())
    keeper.close()
    assert kept_of(tmp_path) == [0, 1]
    assert not list((tmp_path / "epochs").glob(".*"))


def test_a_run_whose_folder_is_away_is_neither_made_again_nor_given_up(tmp_path):
    path, module = tmp_path / "run", linear(1)
    keeper = EpochKeeper(path, 20)
    keeper.keep(1, module, module.state_dict())
    keeper.close()
    assert not path.exists()
    path.mkdir()
    keeper.keep(2, module, module.state_dict())
    keeper.close()
    assert (kept_of(path), keeper.take_notices()) == ([2], ())


def test_trainings_of_a_sweep_keep_no_single_epochs():
    def of(kind: str | None) -> int:
        group = None if kind is None else RunGroup.model_construct(kind=kind)
        return epochs_kept_of(SimpleNamespace(group=group, train=TRAIN))

    assert (of(None), of("seeds"), of("sweep")) == (TRAIN.kept_epochs, TRAIN.kept_epochs, 0)


@pytest.fixture(scope="module")
def trained(tmp_path_factory) -> RunFolder:
    """Train for three epochs, stop, and go on for two more."""
    home = tmp_path_factory.mktemp("kept")
    folder = scan(make_folder(home / "pets", {"cat": 10, "dog": 10}, 24))
    events = list(training_job(folder, home).run(lambda: False))
    path = events[-1].path
    files.keep_epoch(path, 4, {"layers.stale": torch.zeros(1)})    # of a training that was killed after its last save
    list(ResumeJob(path, home / "cache", more_epochs=2).run(lambda: False))
    return RunFolder.load(path)


def test_a_training_keeps_every_epoch_from_the_first_weights_on_also_when_it_goes_on(trained):
    assert kept_of(trained.path) == [0, 1, 2, 3, 4, 5]


def test_the_kept_last_and_best_epochs_are_the_runs_own_weights(trained):
    for which, epoch in (("last", 5), ("best", trained.record.best_epoch)):
        whole = load_epoch(trained, kept_epochs(trained.path)[epoch])
        own, _ = trained.load_weights(which)
        assert whole.keys() == own.keys()
        assert all(torch.equal(whole[name], own[name]) for name in own)


def test_every_epoch_has_weights_of_its_own(trained):
    kept = [read_epoch(one) for one in kept_epochs(trained.path)]
    name = next(name for name in kept[0] if name.endswith("weight"))
    assert all(not torch.equal(one[name], two[name]) for one, two in pairwise(kept))


def test_a_training_that_cannot_keep_epochs_ends_well_and_has_noted_why(tmp_path, monkeypatch):
    monkeypatch.setattr(files.storage, "atomic_file", failing_for_epochs(files.storage.atomic_file))
    folder = scan(make_folder(tmp_path / "pets", {"cat": 6, "dog": 6}, 24))
    events = list(training_job(folder, tmp_path, train=TRAIN.model_copy(update={"epochs": 2})).run(lambda: False))
    record = RunFolder.load(events[-1].path).record
    assert record.status == "finished"
    assert any("no more weights are kept" in notice for notice in record.notices)
    told = [event.message for event in events if isinstance(event, TrainingNotice)]
    assert len([event for event in events if isinstance(event, EpochEnded)]) == 2
    assert len(told) <= 1


def failing_for_epochs(original):
    """Return `atomic_file` failing for kept epochs alone."""
    def atomic_file(path):
        if path.parent.name == files.FOLDER:
            error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            raise storage.StorageError(f"Cannot save {path}: {error.strerror}.") from error
        return original(path)

    return atomic_file
