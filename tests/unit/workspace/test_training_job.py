"""Tests of training in the background."""

import errno
import json
from pathlib import Path

import pytest

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.loading import load
from cnnstudio.data.pixels import patient_loading
from cnnstudio.data.pixels.cache import clear, list_kept
from cnnstudio.data.pixels.cache_limit import ENVIRONMENT_NAME
from cnnstudio.errors import ImageError, JobCancelledError, NetworkError, StorageError, TrainingError
from cnnstudio.network.edits import SetParameter
from cnnstudio.network.presets import preset
from cnnstudio.runs.group import RunGroup
from cnnstudio.runs.store import RunFolder, list_runs
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingFinished, TrainingStarted
from cnnstudio.workspace.checkpoint_pace import CheckpointPace
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.training_job import (
    EvaluationReady,
    ImagesNotKept,
    RunCreated,
    RunSaved,
    SaveFailed,
    TrainingJob,
    check_fit,
    check_writable,
)
from tests.helpers.full_disk import FullDisk
from tests.helpers.images import make_folder
from tests.helpers.runs import TRAIN, training_job


def never() -> bool:
    return False


@pytest.fixture
def folder(tmp_path):
    return scan(make_folder(tmp_path / "pets", {"cat": 10, "dog": 10}, 24))


def names(events: list[object]) -> list[str]:
    """Return the kinds of events in order, each run of equal ones once."""
    kinds = [type(event).__name__ for event in events if not isinstance(event, Progress)]
    return [kind for place, kind in enumerate(kinds) if place == 0 or kinds[place - 1] != kind]


def epochs(events: list[object]) -> list[EpochEnded]:
    return [event for event in events if isinstance(event, EpochEnded)]


def without_times(row: EpochEnded) -> tuple:
    return (row.epoch, row.train_loss, row.train_accuracy, row.val_loss, row.val_accuracy)


def test_a_training_tells_everything_in_order_and_keeps_the_run(folder, tmp_path):
    events = list(training_job(folder, tmp_path).run(never))
    order = names(events)
    assert order[:4] == ["RunCreated", "ValidationClasses", "TrainingStarted", "StepEnded"]
    assert order[-3:] == ["TrainingFinished", "EvaluationReady", "RunSaved"]
    saved = events[-1]
    record = RunFolder.load(saved.path).record
    assert record.status == saved.status == "finished"
    assert [row.epoch for row in record.history] == [1, 2, 3]
    assert record.best_epoch == saved.best_epoch
    assert record.class_names == ("cat", "dog")
    assert record.folder == str(folder.root)
    assert record.counts == {"train": 16, "validation": 4, "test": 0}
    best = record.history[record.best_epoch - 1]
    assert record.evaluation.images == 4
    assert record.evaluation.accuracy == best.val_accuracy


def test_the_run_has_its_folder_before_the_first_step(folder, tmp_path):
    job = training_job(folder, tmp_path).run(never)
    created = next(event for event in job if isinstance(event, RunCreated))
    assert RunFolder.load(created.path).record.status == "unfinished"
    job.close()
    assert RunFolder.load(created.path).record.status == "stopped"


def test_an_epoch_is_on_disk_when_it_is_told(folder, tmp_path):
    job = training_job(folder, tmp_path).run(never)
    path = next(event for event in job if isinstance(event, RunCreated)).path
    row = next(event for event in job if isinstance(event, EpochEnded))
    run = RunFolder.load(path)
    assert run.record.history == (row,)
    assert run.load_module("last").classes == 2
    job.close()


def test_the_same_seed_gives_the_same_curve_bit_for_bit(folder, tmp_path):
    first, second, other = (
        [without_times(row) for row in epochs(list(training_job(
            folder, tmp_path, train=TRAIN.model_copy(update={"seed": seed})).run(never)))] for seed in (1, 1, 2))
    assert first == second
    assert first != other


def test_a_stopped_training_keeps_its_run_with_what_was_learned(folder, tmp_path):
    events = []
    stop = []
    for event in training_job(folder, tmp_path, train=TRAIN.model_copy(update={"epochs": 50})).run(lambda: bool(stop)):
        events.append(event)
        if isinstance(event, EpochEnded) and event.epoch == 2:
            stop.append(True)
    assert isinstance(events[-1], RunSaved)
    assert events[-1].status == "stopped"
    record = RunFolder.load(events[-1].path).record
    assert record.status == "stopped"
    assert len(record.history) == 2
    assert record.evaluation is not None


def test_a_training_stopped_in_its_first_epoch_has_no_evaluation(folder, tmp_path):
    events, stop = [], []
    for event in training_job(folder, tmp_path).run(lambda: bool(stop)):
        events.append(event)
        if isinstance(event, StepEnded):
            stop.append(True)
    assert not any(isinstance(event, EvaluationReady) for event in events)
    assert events[-1].best_epoch == 0
    assert RunFolder.load(events[-1].path).record.status == "stopped"


def test_stopping_before_the_training_begins_leaves_no_run(folder, tmp_path):
    with pytest.raises(JobCancelledError):
        list(training_job(folder, tmp_path).run(lambda: True))
    assert list_runs(tmp_path / "runs") == ()


def test_later_changes_of_the_graph_do_not_reach_the_training(folder, tmp_path):
    graph = preset("small", input_shape=(3, 16, 16), classes=2)
    reference = training_job(folder, tmp_path)
    job = TrainingJob(folder, reference.splits, reference.preprocess, reference.augment, reference.split_config, graph,
                      "small", TRAIN, tmp_path / "runs", tmp_path / "cache", name="mine")
    SetParameter(graph.output_node.id, "classes", 7).apply(graph)
    saved = list(job.run(never))[-1]
    assert RunFolder.load(saved.path).record.name == "mine"


def test_a_network_for_other_images_is_refused_with_both_shapes(folder, tmp_path):
    job = training_job(folder, tmp_path)
    job.preprocess = PreprocessConfig(height=24, width=24)
    with pytest.raises(NetworkError, match=r"3 × 16 × 16.*3 × 24 × 24"):
        list(job.run(never))


def test_a_network_for_another_number_of_classes_is_refused():
    graph = preset("small", input_shape=(3, 16, 16), classes=5)
    with pytest.raises(NetworkError, match=r"5 classes.*have 2"):
        check_fit(graph, PreprocessConfig(height=16, width=16), ("cat", "dog"))


def test_a_network_with_an_error_is_refused_with_the_layers_name():
    graph = preset("small", input_shape=(3, 16, 16), classes=2)
    last = next(node for node in reversed(graph.nodes.values()) if node.kind == "Linear")
    SetParameter(last.id, "out_features", 3).apply(graph)
    with pytest.raises(NetworkError):
        check_fit(graph, PreprocessConfig(height=16, width=16), ("cat", "dog"))


def test_runs_that_cannot_be_kept_are_refused_before_any_work(folder, tmp_path):
    (tmp_path / "runs").write_text("a file where the folder should be")
    with pytest.raises(StorageError, match="runs"):
        list(training_job(folder, tmp_path).run(never))
    assert not (tmp_path / "cache").exists()


def test_a_folder_without_permission_is_named_with_the_way_out(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    with pytest.raises(StorageError, match=r"Permission denied. Choose another folder"):
        check_writable(tmp_path)


def test_a_training_that_diverges_is_kept_as_failed_with_the_reason(folder, tmp_path):
    config = TrainConfig(epochs=3, batch_size=8, optimizer="sgd", learning_rate=100, threads=1, device="cpu")
    with pytest.raises(TrainingError, match="learning rate"):
        list(training_job(folder, tmp_path, network="tutorial", train=config,
                          preprocess=PreprocessConfig(height=24, width=24)).run(never))
    summary = list_runs(tmp_path / "runs")[0]
    assert summary.status == "failed"
    assert "learning rate" in summary.message


def test_a_disk_that_is_full_for_a_while_costs_nothing(folder, tmp_path, monkeypatch):
    disk = FullDisk(monkeypatch)
    events = []
    job = training_job(folder, tmp_path)
    job.pace = CheckpointPace(3600, share=1e9)  # after every epoch, however slow
    for event in job.run(never):
        events.append(event)
        if isinstance(event, TrainingStarted):
            disk.is_full = True
        if isinstance(event, EpochEnded) and event.epoch == 2:
            disk.is_full = False
    assert [event.message for event in events if isinstance(event, SaveFailed)] == [
        "Cannot save weights: No space left on device. Nothing was changed."] * 2
    run = RunFolder.load(events[-1].path)
    assert len(run.record.history) == 3
    assert run.load_module("best").classes == 2
    evaluation = next(event.evaluation for event in events if isinstance(event, EvaluationReady))
    assert run.record.evaluation == evaluation


def test_a_disk_that_stays_full_is_told_and_the_run_stays_loadable(folder, tmp_path, monkeypatch):
    disk = FullDisk(monkeypatch)
    events = []

    def run() -> None:
        for event in training_job(folder, tmp_path).run(never):
            events.append(event)
            if isinstance(event, EpochEnded) and event.epoch == 1:
                disk.is_full = True

    with pytest.raises(StorageError, match=r"No space left.*as it was when it was saved last"):
        run()
    assert isinstance(next(event for event in events if isinstance(event, TrainingFinished)), TrainingFinished)
    path = next(event.path for event in events if isinstance(event, RunCreated))
    assert len(RunFolder.load(path).record.history) == 1


def test_the_image_folder_is_only_read(folder, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in folder.root.rglob("*")}
    list(training_job(folder, tmp_path).run(never))
    assert {path: path.stat().st_mtime_ns for path in folder.root.rglob("*")} == before


def test_everything_on_disk_is_strict_json_or_safetensors(small_run):
    files = [path for path in Path(small_run.path).rglob("*") if path.is_file()]
    assert {path.parent.name for path in files} == {"epochs", Path(small_run.path).name}
    for path in files:
        assert path.suffix in {".json", ".safetensors"}
        if path.suffix == ".json":
            json.loads(path.read_text("utf-8"))


def progress_texts(events: list[object]) -> list[str]:
    return [event.text for event in events if isinstance(event, Progress)]


def decoded_paths(monkeypatch) -> list[Path]:
    paths: list[Path] = []

    def count(path, config, **options):
        paths.append(path)
        return load(path, config, **options)

    monkeypatch.setattr(patient_loading, "load", count)
    return paths


def test_a_second_training_decodes_nothing_and_needs_no_look_at_all_images_first(folder, tmp_path, monkeypatch):
    decoded = decoded_paths(monkeypatch)
    first = list(training_job(folder, tmp_path).run(never))
    assert len(decoded) == 20
    assert "decoding images" in progress_texts(first)
    second = list(training_job(folder, tmp_path).run(never))
    assert len(decoded) == 20
    assert progress_texts(second) == ["preparing"]
    assert [without_times(row) for row in epochs(first)] == [without_times(row) for row in epochs(second)]
    assert list_kept(tmp_path / "cache")
    assert clear(tmp_path / "cache").in_use == 0


def test_with_fixed_normalisation_the_training_starts_while_images_are_decoded(folder, tmp_path, monkeypatch):
    decoded = decoded_paths(monkeypatch)
    config = PreprocessConfig(height=16, width=16, normalization="imagenet")
    job = training_job(folder, tmp_path, preprocess=config)
    events = job.run(never)
    seen = []
    for event in events:
        seen.append(event)
        if isinstance(event, RunCreated):
            assert decoded == []
    assert progress_texts(seen) == ["preparing", "training starts while images are decoded"]
    assert sorted(decoded) == sorted(file.path for file in folder.files)


def test_without_room_for_decoded_images_the_same_curve_comes_and_the_reason_is_said_once(
        folder, tmp_path, monkeypatch):
    kept = list(training_job(folder, tmp_path).run(never))
    monkeypatch.setenv(ENVIRONMENT_NAME, "0")
    streamed = list(training_job(folder, tmp_path / "other").run(never))
    reasons = [event.message for event in streamed if isinstance(event, ImagesNotKept)]
    assert len(reasons) == 1
    assert "at most 0.0 GB are kept" in reasons[0]
    assert [without_times(row) for row in epochs(streamed)] == [without_times(row) for row in epochs(kept)]
    assert list_kept(tmp_path / "other" / "cache") == ()


def test_an_image_that_vanishes_is_named_and_the_run_says_so(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(patient_loading, "WAITS_S", ())
    job = training_job(folder, tmp_path, preprocess=PreprocessConfig(height=16, width=16, normalization="unit"))
    folder.files[job.splits.train[5]].path.unlink()
    with pytest.raises(ImageError, match="vanished since the folder was scanned"):
        list(job.run(never))
    (run,) = list_runs(tmp_path / "runs")
    assert run.status == "failed"
    assert "vanished" in run.message
    assert clear(tmp_path / "cache").in_use == 0


def test_a_run_knows_the_trainings_it_belongs_to(folder, tmp_path):
    group = RunGroup(key="k", kind="seeds", name="Five seeds", number=2, count=5)
    job = training_job(folder, tmp_path)
    job.group = group
    list(job.run(never))
    (run,) = list_runs(job.runs_directory)
    assert RunFolder.load(run.path).record.group == group
