"""Tests of a training that meets trouble: the files are named, the way out is offered, nothing is lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from torch import nn

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.pixels import patient_loading
from cnnstudio.data.pixels.cache_limit import ENVIRONMENT_NAME
from cnnstudio.errors import JobCancelledError, StorageError, TrainingError
from cnnstudio.runs.store import RunFolder, list_runs
from cnnstudio.torch_network import builder
from cnnstudio.training import waiting
from cnnstudio.training.clocks import SleepWatch
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingContinued, TrainingNotice, TrainingPaused
from cnnstudio.workspace.checkpoint_pace import CheckpointPace
from cnnstudio.workspace.training_events import EvaluationReady, RemedyFound, RunCreated, SaveFailed
from cnnstudio.workspace.training_job import RunSaved
from cnnstudio.workspace.training_trouble import with_causes_named, with_sleep_noticed
from tests.helpers.images import make_folder
from tests.helpers.runs import TRAIN, training_job

UNIT = PreprocessConfig(height=16, width=16, normalization="unit")


def never() -> bool:
    return False


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ImageFolder:
    monkeypatch.setattr(patient_loading, "WAITS_S", ())
    monkeypatch.setattr(waiting, "LOOK_EVERY_S", 0.05)
    return scan(make_folder(tmp_path / "pets", {"cat": 10, "dog": 10}, 24))


def curve(events: list[object]) -> list[tuple[float, ...]]:
    return [(one.epoch, one.train_loss, one.val_loss) for one in events if isinstance(one, EpochEnded)]


def test_a_loss_that_is_no_number_names_its_images_and_offers_a_tenth_of_the_rate(folder, tmp_path, monkeypatch):
    def overflowed(module: nn.Module, *_arguments: object, **_more: object) -> None:
        with torch.no_grad():
            next(module.parameters())[0, 0, 0, 0] = torch.inf

    monkeypatch.setattr(builder, "initialise", overflowed)
    events: list[object] = []
    with pytest.raises(TrainingError) as failed:
        gather(training_job(folder, tmp_path).run(never), events)
    remedy = events[-1]
    assert isinstance(remedy, RemedyFound)
    assert remedy.changes == {"learning_rate": 0.0003}
    assert remedy.message == str(failed.value)
    assert remedy.message.startswith("Epoch 1, step 1: the loss is not a finite number any more. The first layer with "
                                     "such a value is conv2d_1.")
    assert len(remedy.images) == 8
    assert set(remedy.images) <= {file.relative for file in folder.files}
    assert f"The images: {', '.join(remedy.images[:5])} and 3 more." in remedy.message
    (run,) = list_runs(tmp_path / "runs")
    assert (run.status, run.message) == ("failed", remedy.message)
    assert not RunFolder.load(run.path).has_checkpoint  # there was nothing finite to save


def test_running_means_that_overflow_while_every_loss_is_finite_end_the_training_too(folder, tmp_path, monkeypatch):
    """A running variance of infinity makes every answer 0, with which a validation loss is finite."""
    def overflowed(module: nn.Module, *_arguments: object, **_more: object) -> None:
        next(part for part in module.modules() if isinstance(part, nn.BatchNorm2d)).running_var.fill_(torch.inf)

    monkeypatch.setattr(builder, "initialise", overflowed)
    with pytest.raises(TrainingError, match=r"^Epoch 1: the running means of batchnorm2d_1 are not finite.*0\.0003"):
        gather(training_job(folder, tmp_path).run(never), [])
    (run,) = list_runs(tmp_path / "runs")
    assert run.status == "failed"
    assert not RunFolder.load(run.path).has_checkpoint


def gather(source: Iterator[object], into: list[object]) -> None:
    """Append every event as it comes, so that they are there when the source raises."""
    while True:
        event = next(source, None)
        if event is None:
            return
        into.append(event)


def test_a_folder_that_vanishes_pauses_the_training_which_then_ends_as_it_would_have(folder, tmp_path, monkeypatch):
    monkeypatch.setenv(ENVIRONMENT_NAME, "0")  # nothing is kept: every epoch reads the folder
    expected = curve(list(training_job(folder, tmp_path / "a", preprocess=UNIT).run(never)))
    elsewhere, events, saved = tmp_path / "elsewhere", [], []
    for event in training_job(folder, tmp_path / "b", preprocess=UNIT).run(never):
        events.append(event)
        if isinstance(event, EpochEnded) and event.epoch == 1:
            folder.root.rename(elsewhere)
        elif isinstance(event, TrainingPaused):
            saved.append(RunFolder.load(list_runs(tmp_path / "b" / "runs")[0].path).has_checkpoint)
            elsewhere.rename(folder.root)
    assert curve(events) == expected
    (pause,) = [event for event in events if isinstance(event, TrainingPaused)]
    assert pause.reason == f"The folder {folder.root} cannot be reached."
    assert saved == [True]
    assert sum(isinstance(event, TrainingContinued) for event in events) == 1
    record = RunFolder.load(events[-1].path).record
    assert record.status == "finished"
    assert record.notices == (f"Waited in epoch {pause.epoch} after step {pause.step}: {pause.reason}",)


def test_a_folder_that_is_away_before_the_first_step_is_waited_for_as_well(folder, tmp_path):
    expected = curve(list(training_job(folder, tmp_path / "a").run(never)))
    elsewhere, events = tmp_path / "elsewhere", []
    folder.root.rename(elsewhere)
    for event in training_job(folder, tmp_path / "b").run(never):
        events.append(event)
        if isinstance(event, TrainingPaused):
            elsewhere.rename(folder.root)
    (pause,) = [event for event in events if isinstance(event, TrainingPaused)]
    assert pause == TrainingPaused(1, 0, f"The folder {folder.root} cannot be reached.")
    assert curve(events) == expected


def test_a_folder_that_stays_away_before_the_first_step_can_be_left(folder, tmp_path):
    events: list[object] = []
    folder.root.rename(tmp_path / "elsewhere")
    with pytest.raises(JobCancelledError):
        gather(training_job(folder, tmp_path).run(lambda: any(isinstance(one, TrainingPaused) for one in events)),
               events)
    assert list_runs(tmp_path / "runs") == ()


def test_the_last_measurement_waits_for_the_folder_too(folder, tmp_path, monkeypatch):
    monkeypatch.setenv(ENVIRONMENT_NAME, "0")
    elsewhere, events = tmp_path / "elsewhere", []
    for event in training_job(folder, tmp_path, preprocess=UNIT).run(never):
        events.append(event)
        if isinstance(event, EpochEnded) and event.epoch == 3:
            folder.root.rename(elsewhere)
        elif isinstance(event, TrainingPaused):
            elsewhere.rename(folder.root)
    assert sum(isinstance(event, TrainingPaused) for event in events) == 1
    assert isinstance(events[-2], EvaluationReady)
    assert isinstance(events[-1], RunSaved)


def test_a_folder_that_is_gone_for_good_can_be_left_and_the_run_is_kept(folder, tmp_path, monkeypatch):
    monkeypatch.setenv(ENVIRONMENT_NAME, "0")
    wanted: list[bool] = []
    events = []
    for event in training_job(folder, tmp_path, preprocess=UNIT).run(lambda: bool(wanted)):
        events.append(event)
        if isinstance(event, StepEnded) and event.epoch == 2 and folder.root.exists():
            shutil.rmtree(folder.root)
        if isinstance(event, TrainingPaused):
            wanted.append(True)
    assert events[-1].status == "stopped"
    run = RunFolder.load(events[-1].path)
    assert len(run.record.history) >= 1
    assert run.has_checkpoint


def test_images_that_are_kept_let_a_training_go_on_without_its_folder(folder, tmp_path):
    events = []
    for event in training_job(folder, tmp_path).run(never):  # the normalisation has read every image
        events.append(event)
        if isinstance(event, EpochEnded) and event.epoch == 1:
            shutil.rmtree(folder.root)
    assert not any(isinstance(event, TrainingPaused) for event in events)
    assert events[-1].status == "finished"


def test_a_long_list_of_images_is_told_in_full_beside_the_sentence():
    def fails() -> Iterator[object]:
        yield "step"
        raise TrainingError("The loss is no number.", images=range(8), changes={"learning_rate": 0.1})

    events: list[object] = []
    with pytest.raises(TrainingError, match=r"no number\. The images: 0\.png, 1\.png, .*4\.png and 3 more\.$"):
        gather(with_causes_named(fails(), lambda numbers: [f"{number}.png" for number in numbers]), events)
    assert events[0] == "step"
    assert len(events[1].images) == 8


def test_a_failure_without_images_or_remedy_passes_unchanged():
    error = TrainingError("There is nothing to train.")

    def fails() -> Iterator[object]:
        yield "step"
        raise error

    with pytest.raises(TrainingError) as raised:
        list(with_causes_named(fails(), lambda _numbers: []))
    assert raised.value is error


def test_a_night_of_sleep_is_told_between_two_events():
    wall = iter([1000.0, 1001.0, 1001.0 + 8 * 3600 + 180, 30000.0])
    watch = SleepWatch(lambda: 0.0, lambda: next(wall))
    events = list(with_sleep_noticed(iter(["first", "second"]), watch))
    assert events[0] == "first"
    assert isinstance(events[1], TrainingNotice)
    assert events[1].message.startswith("The computer slept for 8 h 3 min")
    assert events[2] == "second"


@pytest.mark.parametrize("comes_back", [True, False])
def test_a_run_whose_folder_is_removed_while_it_trains_says_so_and_is_saved_when_that_is_back(
        folder, tmp_path, comes_back):
    events: list[object] = []
    job = training_job(folder, tmp_path, train=TRAIN.model_copy(update={"epochs": 4}), preprocess=UNIT)
    job.pace = CheckpointPace(0.0, share=1e9)  # after every batch
    elsewhere = tmp_path / "elsewhere"

    def watched() -> Iterator[object]:
        run = tmp_path
        for event in job.run(never):
            yield event
            run = event.path if isinstance(event, RunCreated) else run
            if isinstance(event, EpochEnded) and event.epoch == 1:
                run.rename(elsewhere)
            elif isinstance(event, EpochEnded) and event.epoch == 3 and comes_back:
                elsewhere.rename(run)

    if comes_back:
        gather(watched(), events)
        assert len(RunFolder.load(events[-1].path).record.history) == 4
    else:
        with pytest.raises(StorageError, match="has been removed or renamed"):
            gather(watched(), events)
    (failed, *_) = [event for event in events if isinstance(event, SaveFailed)]
    (created,) = [event for event in events if isinstance(event, RunCreated)]
    assert failed.message.startswith(f"The folder of this run, {created.path}, has been removed or renamed")
