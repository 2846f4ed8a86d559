"""Trying one combination of settings after the other, with real trainings."""

from pathlib import Path

import pytest

from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.errors import InputError, JobCancelledError
from cnnstudio.network.document import to_document
from cnnstudio.network.presets import preset
from cnnstudio.runs.store import RunFolder, list_runs
from cnnstudio.sweeps.study import Sweep, address_in
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded
from cnnstudio.workspace.resuming import resume_offer
from cnnstudio.workspace.sweep_job import SeedStarted, SweepEnded, SweepJob, TrialEnded, TrialStarted
from cnnstudio.workspace.sweep_jobs import ListSweepsJob, ReadSweepJob
from cnnstudio.workspace.training_events import RunResumed
from tests.helpers.images import make_folder
from tests.unit.sweeps.plans import plan

TRAIN = TrainConfig(epochs=1, batch_size=8, threads=1, device="cpu", precision="float32")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> ImageFolder:
    return scan(make_folder(tmp_path_factory.mktemp("pets") / "pets", {"cat": 8, "dog": 8}, 16))


def sweep_job(folder: ImageFolder, home: Path, *axes: str, **changes: object) -> SweepJob:
    graph = preset("lenet5", input_shape=(3, 16, 16), classes=2)
    made = plan(*axes, **{
        "folder": str(folder.root), "fingerprint": folder.fingerprint, "split": SplitConfig(), "train": TRAIN,
        "preprocess": PreprocessConfig(height=16, width=16), "networks": {"lenet5": to_document(graph)}, **changes})
    home.mkdir(exist_ok=True)
    return SweepJob(Sweep.create(address_in(home), made), folder, home / "runs", home / "cache")


def never() -> bool:
    return False


def test_every_combination_is_trained_with_every_seed_and_kept_as_a_run(folder, tmp_path):
    events = list(sweep_job(folder, tmp_path, "optimizer=sgd,adam", seeds=2).run(never))
    assert [event.combination for event in events if isinstance(event, TrialStarted)] == [
        {"optimizer": "sgd"}, {"optimizer": "adam"}]
    ended = [event.row for event in events if isinstance(event, TrialEnded)]
    assert isinstance(events[-1], SweepEnded)
    assert events[-1].rows == tuple(ended)
    runs = {summary.path.name: summary for summary in list_runs(tmp_path / "runs")}
    assert sorted(name for row in ended for name in row.runs) == sorted(runs)
    for row in ended:
        mine = [runs[name] for name in row.runs]
        assert [summary.train.seed for summary in mine] == [0, 1]
        assert {summary.train.optimizer for summary in mine} == {row.combination["optimizer"]}
        assert list(row.accuracies) == [summary.val_accuracy for summary in mine]
        assert {summary.tags for summary in mine} == {("first",)}
        groups = [RunFolder.load(summary.path).record.group for summary in mine]
        assert [(group.key, group.kind, group.name, group.count) for group in groups] == 2 * [
            ("sweep first", "sweep", "first", 4)]
        assert [group.number for group in groups] == [2 * row.number + 1, 2 * row.number + 2]
        assert mine[0].name == f"first {row.number + 1}: optimizer {row.combination['optimizer']}, seed 0"


def test_a_combination_that_cannot_be_trained_is_noted_and_the_next_one_is_tried(folder, tmp_path):
    graph = preset("small", input_shape=(3, 16, 16), classes=2)  # ReLU lets numbers grow without a limit
    job = sweep_job(folder, tmp_path, "learning_rate=100,0.01", networks={"small": to_document(graph)},
                    train=TRAIN.model_copy(update={"epochs": 6, "optimizer": "sgd"}))
    rows = list(job.run(never))[-1].rows
    assert [row.state for row in rows] == ["failed", "finished"]
    assert "not a finite number" in rows[0].message
    assert rows[0].mean is None


def test_a_stop_leaves_the_combination_to_the_next_who_asks(folder, tmp_path):
    job = sweep_job(folder, tmp_path, "optimizer=sgd,adam")
    seen: list[object] = []
    with pytest.raises(JobCancelledError):
        seen.extend(job.run(lambda: any(isinstance(event, StepEnded) for event in seen)))
    assert [row.state for row in job.sweep.rows()] == ["waiting", "waiting"]
    again = SweepJob(Sweep.open(address_in(tmp_path), "first"), folder, tmp_path / "runs", tmp_path / "cache")
    assert [row.state for row in list(again.run(never))[-1].rows] == ["finished", "finished"]


def test_a_hopeless_combination_is_ended_early_and_its_run_kept(folder, tmp_path, monkeypatch):
    job = sweep_job(folder, tmp_path, "optimizer=sgd", prunes=True, train=TRAIN.model_copy(update={"epochs": 5}))
    monkeypatch.setattr("cnnstudio.sweeps.trial.Trial.report", lambda _trial, epoch, _accuracy: epoch >= 2)
    events = list(job.run(never))
    assert sum(isinstance(event, EpochEnded) for event in events) == 2
    row, = events[-1].rows
    assert (row.state, len(row.runs), len(row.accuracies)) == ("pruned", 1, 1)
    assert "Given up" in row.message


def test_other_images_than_those_of_the_plan_are_refused(folder, tmp_path):
    job = sweep_job(folder, tmp_path / "home", "optimizer=sgd")
    other = scan(make_folder(tmp_path / "other", {"cat": 8, "dog": 9}, 16))
    with pytest.raises(InputError, match="are not those the sweep 'first' began with"):
        SweepJob(job.sweep, other, tmp_path / "runs", tmp_path / "cache")


def test_a_combination_that_was_stopped_in_its_second_training_goes_on_exactly_there(folder, tmp_path):
    train = TRAIN.model_copy(update={"epochs": 2})
    whole = list(sweep_job(folder, tmp_path / "whole", "optimizer=adam", seeds=2, train=train).run(never))[-1].rows
    seen: list[object] = []
    with pytest.raises(JobCancelledError):
        seen.extend(sweep_job(folder, tmp_path / "parts", "optimizer=adam", seeds=2, train=train).run(
            lambda: sum(isinstance(event, EpochEnded) for event in seen) == 3))
    home = tmp_path / "parts"
    left = next(summary for summary in list_runs(home / "runs") if summary.status == "stopped")
    assert resume_offer(left.path).sweep == ""  # the sweep is kept elsewhere
    (home / "runs" / "sweeps.db").write_bytes((home / "sweeps.db").read_bytes())
    assert resume_offer(left.path).sweep == "first"
    again = SweepJob(Sweep.open(address_in(home), "first"), folder, home / "runs", home / "cache")
    events = list(again.run(never))
    assert [(event.training, event.trainings) for event in events if isinstance(event, SeedStarted)] == [(2, 2)]
    assert sum(isinstance(event, RunResumed) for event in events) == 1
    row, = events[-1].rows
    assert row.accuracies == whole[0].accuracies
    assert len(list_runs(home / "runs")) == 2
    losses = [[[epoch.val_loss for epoch in RunFolder.load(at / "runs" / name).record.history] for name in names]
              for at, names in ((home, row.runs), (tmp_path / "whole", whole[0].runs))]
    assert losses[0] == losses[1]


def test_sweeps_are_listed_without_making_a_database(folder, tmp_path):
    listed, = ListSweepsJob(tmp_path).run(never)
    assert listed.sweeps == ()
    assert not list(tmp_path.iterdir())
    sweep_job(folder, tmp_path, "optimizer=sgd,adam")
    listed, = ListSweepsJob(tmp_path).run(never)
    assert [(one.name, one.count("waiting"), one.best) for one in listed.sweeps] == [("first", 2, None)]
    read, = ReadSweepJob(tmp_path, "first").run(never)
    assert [row.combination for row in read.rows] == [{"optimizer": "sgd"}, {"optimizer": "adam"}]
