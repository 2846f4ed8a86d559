"""Tests of creating, saving, reading and listing runs."""

import os
import re
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import torch

from cnnstudio.errors import RunError, StorageError
from cnnstudio.runs.manifest import read_manifest
from cnnstudio.runs.store import RunFolder, list_runs
from cnnstudio.runs.weights import build_with_weights
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.metrics import evaluate
from cnnstudio.training.optimizers import build_optimizer
from tests.unit.runs.samples import (
    graph_document,
    network,
    optimizer_state,
    record,
    row,
    same_weights,
    save_epoch,
    spoil,
    state_of,
)


def created(directory: Path) -> RunFolder:
    return RunFolder.create(directory, record())


def save(run: RunFolder, epoch: int, *, is_best: bool = True) -> torch.nn.Module:
    module = network(epoch)
    state = optimizer_state(module)
    save_epoch(run, row(epoch, is_best=is_best), module, state, is_best=is_best)
    return module


def test_a_new_run_is_named_after_its_time_and_network(tmp_path: Path):
    run = created(tmp_path / "deep" / "runs")
    assert re.fullmatch(r"2026-11-2\d_\d\d\.03\.05_small", run.path.name)
    assert run.record.name == run.path.name
    assert RunFolder.load(run.path).record == run.record
    assert [path.name for path in run.path.parent.iterdir()] == [run.path.name]


def test_two_runs_of_one_second_get_two_folders(tmp_path: Path):
    first, second = created(tmp_path), created(tmp_path)
    assert second.path.name == first.path.name + "-2"
    assert RunFolder.load(first.path).record.name == first.path.name


def test_a_name_the_user_gave_is_kept(tmp_path: Path):
    assert RunFolder.create(tmp_path, record(name="My best: try?")).record.name == "My best: try?"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o755), (0o077, 0o700)])
def test_who_may_read_a_run_follows_the_users_own_rule(tmp_path: Path, mask: int, mode: int):
    before = os.umask(mask)
    try:
        run = created(tmp_path)
    finally:
        os.umask(before)
    assert run.path.stat().st_mode & 0o777 == mode


def test_no_permission_is_a_sentence_naming_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(StorageError, match=rf"Cannot create a run in {re.escape(str(tmp_path))}: Permission denied"):
        created(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_a_sentence(tmp_path: Path):
    (tmp_path / "runs").touch()
    with pytest.raises(StorageError, match="Cannot create a run in"):
        created(tmp_path / "runs")


def test_the_last_and_the_best_weights_come_back_bit_for_bit(tmp_path: Path):
    run = created(tmp_path)
    first, second = save(run, 1), save(run, 2, is_best=False)
    again = RunFolder.load(run.path)
    assert again.record == run.record
    assert (again.has_weights, again.record.best_epoch, len(again.record.history)) == (True, 1, 2)
    assert same_weights(again.load_module("best"), first)
    assert same_weights(again.load_module("last"), second)
    assert not same_weights(first, second)


def test_the_loaded_network_answers_as_the_trained_one_and_is_in_evaluation_mode(tmp_path: Path):
    run = created(tmp_path)
    module = save(run, 1)
    module.eval()
    images = torch.rand(3, 1, 8, 8)
    loaded = RunFolder.load(run.path).load_module()
    assert not any(part.training for part in loaded.modules())
    assert torch.equal(loaded(images), module(images))


def test_the_optimisers_state_continues_exactly(tmp_path: Path):
    run = created(tmp_path)
    module = network(1)
    optimizer = build_optimizer(module.parameters(), TrainConfig())

    def step(weights: torch.nn.Module, of: torch.optim.Optimizer) -> None:
        for index, weight in enumerate(weights.parameters()):
            weight.grad = torch.full_like(weight, index + 0.5)
        of.step()

    step(module, optimizer)
    save_epoch(run, row(1), module, optimizer.state_dict(), is_best=True)
    again = RunFolder.load(run.path)
    resumed = again.load_module("last")
    other = build_optimizer(resumed.parameters(), TrainConfig())
    other.load_state_dict(state_of(again))
    step(module, optimizer)
    step(resumed, other)
    assert same_weights(module, resumed)


def test_old_files_are_removed_and_the_best_weights_are_not_written_twice(tmp_path: Path):
    run = created(tmp_path)
    for epoch, is_best in ((1, True), (2, True), (3, False), (4, False)):
        save(run, epoch, is_best=is_best)
        members = read_manifest(run.path).members
        files = {"manifest.json", *(member.file for member in members.values())}
        copied = {name for name in files if name.startswith(("manifest", "record", "graph", "history"))}
        assert {path.name for path in run.path.iterdir()} == files | {
            name.replace(".json", ".copy.json") for name in copied}
        assert (members["best"].file == members["weights"].file) == is_best
    assert members["graph"].file == "graph-000001.json"


def test_only_json_and_safetensors_are_written(tmp_path: Path):
    run = created(tmp_path)
    save(run, 1)
    for path in run.path.iterdir():
        assert path.suffix in (".json", ".safetensors")
        assert path.read_bytes()[:1] != b"\x80"
        assert path.read_bytes()[:2] != b"PK"


def test_without_an_epoch_there_are_no_weights_to_load(tmp_path: Path):
    run = created(tmp_path)
    assert not run.has_weights
    with pytest.raises(RunError, match="has no weights yet: its training ended before its first epoch did"):
        run.load_module()
    with pytest.raises(RunError, match="cannot be resumed: its training ended before anything was saved"):
        run.load_checkpoint()


def test_finishing_keeps_the_weights_and_saves_the_evaluation(tmp_path: Path):
    run = created(tmp_path)
    module = save(run, 1)
    evaluation = evaluate(np.array([0, 1]), np.eye(2), ("cat", "dog"))
    run.finish(run.record.model_copy(update={"status": "finished", "evaluation": evaluation}))
    again = RunFolder.load(run.path)
    assert (again.record.status, again.record.evaluation) == ("finished", evaluation)
    assert same_weights(again.load_module("last"), module)


def test_notes_and_stars_survive_the_saves_of_a_training_that_does_not_know_them(tmp_path: Path):
    training = created(tmp_path)
    RunFolder.load(training.path).annotate(starred=True, notes="a good one", name="Try 3")
    save(training, 1)
    training.finish(training.record.model_copy(update={"status": "finished"}))
    found = RunFolder.load(training.path).record
    assert (found.starred, found.notes, found.name, found.status) == (True, "a good one", "Try 3", "finished")
    RunFolder.load(training.path).annotate(starred=False)
    assert (RunFolder.load(training.path).record.starred, RunFolder.load(training.path).record.notes) == (
        False, "a good one")


def test_a_run_that_was_removed_is_not_half_made_again(tmp_path: Path):
    run = created(tmp_path)
    shutil.rmtree(run.path)
    with pytest.raises(RunError, match="is not a run"):
        save(run, 1)
    assert not run.path.exists()


def test_reading_while_a_training_saves_always_finds_a_whole_run(tmp_path: Path):
    run = created(tmp_path)
    save(run, 1)
    with ThreadPoolExecutor(1) as thread:
        saving = thread.submit(lambda: [save(run, epoch) for epoch in range(2, 22)])
        epochs = []
        while not saving.done():
            found = RunFolder.load(run.path)
            found.load_module("last")
            epochs.append(len(found.record.history))
        saving.result()
    assert epochs == sorted(epochs)
    assert len(set(epochs)) > 2


def test_weights_of_another_network_are_named(tmp_path: Path):
    run = created(tmp_path)
    state = save(run, 1).state_dict()
    wider = graph_document(conv2d_1={"out_channels": 5, "kernel_size": [3, 3]})
    with pytest.raises(RunError, match=r"w does not fit the network: layers\.conv2d_1\.weight is \(4, 1, 3, 3\)"):
        build_with_weights(wider, state, "w")
    with pytest.raises(RunError, match=r"lacks layers\.linear_1\.bias"):
        build_with_weights(graph_document(), {key: state[key] for key in state if key != "layers.linear_1.bias"}, "w")
    with pytest.raises(RunError, match="it has extra, which the network does not have"):
        build_with_weights(graph_document(), state | {"extra": torch.ones(1)}, "w")
    with pytest.raises(RunError, match=r"float64 instead of \(2,\) torch\.float32"):
        build_with_weights(graph_document(), state | {"layers.linear_1.bias": torch.ones(2).double()}, "w")


def test_runs_are_listed_newest_first_with_settings_and_results(tmp_path: Path):
    older = RunFolder.create(tmp_path, record(network_name="lenet5", created="2026-11-20T10:00:00+00:00"))
    newer = created(tmp_path)
    save(newer, 1)
    save(newer, 2, is_best=False)
    evaluation = evaluate(np.array([0, 1]), np.eye(2), ("cat", "dog"))
    newer.finish(newer.record.model_copy(update={"status": "finished", "evaluation": evaluation}))
    first, second = list_runs(tmp_path)
    assert (first.path, second.path) == (newer.path, older.path)
    assert (first.epochs, first.best_epoch, first.val_loss) == (2, 1, 1.5)
    assert (first.val_accuracy, first.interval) == (evaluation.accuracy, evaluation.interval)    # not the epoch's 0.7
    assert (first.status, first.train, dict(first.counts)["train"]) == ("finished", TrainConfig(), 80)
    assert (second.network_name, second.epochs, second.val_loss, second.status) == ("lenet5", 0, None, "unfinished")
    assert first.is_sound
    assert second.is_sound


def test_damaged_runs_are_listed_with_the_reason_and_other_folders_are_not(tmp_path: Path):
    sound, damaged, empty = created(tmp_path), created(tmp_path), created(tmp_path)
    record_file = damaged.path / read_manifest(damaged.path).members["record"].file
    spoil(record_file, lambda data: data.replace(b"small", b"large"))
    shutil.rmtree(empty.path)
    empty.path.mkdir()
    (tmp_path / "holiday").mkdir()
    (tmp_path / ".new-abc").mkdir()
    (tmp_path / "notes.txt").touch()
    found = {summary.path: summary for summary in list_runs(tmp_path)}
    assert found.keys() == {sound.path, damaged.path, empty.path}
    assert found[sound.path].is_sound
    assert f"{record_file} is damaged" in found[damaged.path].problem
    assert "there is no manifest.json" in found[empty.path].problem
    assert found[damaged.path].name == damaged.path.name


def test_a_missing_folder_has_no_runs_and_an_unreadable_one_says_why(tmp_path: Path):
    assert list_runs(tmp_path / "none") == ()
    (tmp_path / "file").touch()
    assert "Cannot read" in list_runs(tmp_path / "file")[0].problem


def test_listing_does_not_read_the_weights(tmp_path: Path):
    run = created(tmp_path)
    save(run, 1)
    (run.path / read_manifest(run.path).members["weights"].file).write_bytes(b"")
    assert list_runs(tmp_path)[0].is_sound
    with pytest.raises(RunError, match=r"weights-000002\.safetensors is damaged"):
        RunFolder.load(run.path).load_module("last")


def test_two_hundred_runs_are_listed_in_under_a_second(tmp_path: Path):
    run = created(tmp_path)
    save(run, 1)
    for index in range(199):
        shutil.copytree(run.path, tmp_path / f"{run.path.name} ({index + 2})")
    begin = time.process_time()
    found = list_runs(tmp_path)
    seconds = time.process_time() - begin  # of the processor: other programs do not matter
    assert len(found) == 200
    assert all(summary.is_sound for summary in found)
    assert seconds < 1


def test_tags_are_kept_beside_notes_and_runs_from_before_tags_open(tmp_path):
    run = RunFolder.create(tmp_path, record(name="kept"))
    run.annotate(tags=["baseline", "for the report"])
    run.annotate(notes="good")
    again = RunFolder.load(run.path)
    assert again.record.tags == ("baseline", "for the report")
    assert again.record.notes == "good"
    run.finish(record(name="kept", status="finished"))  # the training knows nothing of the tags
    assert RunFolder.load(run.path).record.tags == ("baseline", "for the report")
    old = record()
    assert type(old).model_validate(old.model_dump(exclude={"tags"})).tags == ()
