"""Tests of trainings that are repeated, with other seeds or on every fold: stopped, taken up again, and failed."""

import math
from pathlib import Path

import pytest
import torch

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.errors import InputError, JobCancelledError, RunError, TrainingError
from cnnstudio.runs.group_folder import GROUPS, group_path, read_plan
from cnnstudio.runs.group_results import GroupSummary, gather
from cnnstudio.runs.group_words import accuracy_text, meaning, members_text
from cnnstudio.runs.store import RunFolder, list_runs
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded
from cnnstudio.workspace import repeated_training
from cnnstudio.workspace.repeated_training import (
    ContinueRepeatJob,
    MemberFailed,
    MemberStarted,
    RepeatedTrainingJob,
    RepeatEnded,
    RepeatStarted,
)
from cnnstudio.workspace.resuming import resume_offer
from cnnstudio.workspace.training_events import RunResumed
from cnnstudio.workspace.training_job import TrainingJob
from tests.helpers.images import make_folder
from tests.helpers.runs import training_job

TRAIN = TrainConfig(epochs=2, batch_size=8, threads=1, device="cpu", learning_rate=0.003, seed=5)


@pytest.fixture(scope="module")
def pets(tmp_path_factory: pytest.TempPathFactory) -> ImageFolder:
    return scan(make_folder(tmp_path_factory.mktemp("pets") / "pets", {"cat": 6, "dog": 6}, 16))


def prototype(folder: ImageFolder, home: Path, **changes: object) -> TrainingJob:
    return training_job(folder, home, train=TRAIN.model_copy(update=changes))


def weights(directory: Path) -> list[dict[str, torch.Tensor]]:
    row, = gather(directory, list_runs(directory))
    assert isinstance(row, GroupSummary)
    return [RunFolder.load(member.path).load_module("last").state_dict() for member in row.members]


def run_all(job: RepeatedTrainingJob | ContinueRepeatJob) -> list[object]:
    return list(job.run(lambda: False))


class StopInTheSecond:
    """Asks for an end after the first step of the second training."""

    def __init__(self) -> None:
        self.events: list[object] = []

    def run(self, job: RepeatedTrainingJob) -> list[object]:
        for event in job.run(self.wants_end):
            self.events.append(event)
        return self.events

    def wants_end(self) -> bool:
        begun = [place for place, event in enumerate(self.events) if isinstance(event, MemberStarted)]
        return len(begun) > 1 and any(isinstance(event, StepEnded) for event in self.events[begun[1]:])


def same(one: list[dict[str, torch.Tensor]], other: list[dict[str, torch.Tensor]]) -> bool:
    return all(a.keys() == b.keys() and all(torch.equal(a[key], b[key]) for key in a)
               for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("kind", ["seeds", "folds"])
def test_a_repeat_that_is_stopped_and_taken_up_again_is_bit_for_bit_one_that_was_not(pets, tmp_path, kind):
    whole = run_all(RepeatedTrainingJob(prototype(pets, tmp_path / "whole"), kind, 3, name="mine"))
    started, ended = whole[0], whole[-1]
    assert isinstance(started, RepeatStarted)
    assert (started.kind, started.name, started.count, started.done) == (kind, "mine", 3, 0)
    assert isinstance(ended, RepeatEnded)
    assert ended.status == "finished"
    broken = StopInTheSecond().run(RepeatedTrainingJob(prototype(pets, tmp_path / "broken"), kind, 3))
    assert isinstance(broken[-1], RepeatEnded)
    assert (broken[-1].status, broken[-1].summary.missing) == ("stopped", (2, 3))
    directory = tmp_path / "broken" / "runs"
    later = run_all(ContinueRepeatJob(directory, broken[-1].summary.group.key, tmp_path / "cache"))
    assert [event.number for event in later if isinstance(event, MemberStarted)] == [2, 3]
    assert sum(isinstance(event, RunResumed) for event in later) == 1, "the second goes on, the third begins"
    assert same(weights(tmp_path / "whole" / "runs"), weights(directory))
    assert later[-1].summary.spread == ended.summary.spread
    assert not same(weights(directory), weights(directory)[::-1]), "control: the members are different trainings"


def test_members_differ_in_nothing_but_their_seed(pets, tmp_path):
    ended = run_all(RepeatedTrainingJob(prototype(pets, tmp_path), "seeds", 2))[-1]
    first, second = (RunFolder.load(run.path).record for run in ended.summary.members)
    assert (first.train.seed, second.train.seed) == (5, 6)
    assert first.train.model_copy(update={"seed": 6}) == second.train
    assert first.images_key == second.images_key
    assert [record.name for record in (first, second)] == ["small seed 5", "small seed 6"]
    assert [(record.group.number, record.group.count) for record in (first, second)] == [(1, 2), (2, 2)]
    alone = prototype(pets, tmp_path / "alone", seed=6)
    list(alone.run(lambda: False))
    assert same(weights(tmp_path / "runs")[1:],
                [RunFolder.load(list_runs(tmp_path / "alone" / "runs")[0].path).load_module("last").state_dict()])


def test_every_image_is_judged_in_one_fold_and_the_intervals_are_pooled(pets, tmp_path):
    summary = run_all(RepeatedTrainingJob(prototype(pets, tmp_path), "folds", 3))[-1].summary
    judged = []
    for member in summary.members:
        images = RunFolder.load(member.path).load_images()
        judged += [name for name, split in zip(images.relative, images.split, strict=True) if split == "validation"]
    assert sorted(judged) == sorted(file.relative for file in pets.files)
    assert summary.judged == 12
    p, n, z = summary.right / 12, 12, 1.959963984540054
    middle, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    assert summary.interval == pytest.approx(((middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)))
    assert f"{summary.right} of 12 are right" in meaning(summary)[1]
    assert members_text(summary) == "3 folds"
    assert "±" in accuracy_text(summary)


def test_a_process_that_dies_leaves_a_group_that_can_be_completed(pets, tmp_path):
    events = RepeatedTrainingJob(prototype(pets, tmp_path), "seeds", 2).run(lambda: False)
    for event in events:
        if isinstance(event, EpochEnded):
            break  # as a kill does: nothing is told any more
    events.close()
    row, = gather(tmp_path / "runs", list_runs(tmp_path / "runs"))
    assert (row.missing, row.can_go_on) == ((1, 2), True)
    assert members_text(row) == "0 of 2 seeds"
    assert resume_offer(row.first.path).group == row.group.key, "going on with the run completes its group"
    done = run_all(ContinueRepeatJob(tmp_path / "runs", row.group.key, tmp_path / "cache"))[-1]
    assert done.status == "finished"


def test_a_repeat_stopped_before_it_begins_leaves_nothing(pets, tmp_path):
    with pytest.raises(JobCancelledError):
        list(RepeatedTrainingJob(prototype(pets, tmp_path), "seeds", 2).run(lambda: True))
    assert list((tmp_path / "runs" / GROUPS).iterdir()) == []


def test_a_training_that_fails_does_not_keep_the_others_from_being_trained(pets, tmp_path, monkeypatch):
    original = TrainingJob.run

    def failing(self, should_stop):
        if self.train_config.seed in bad:
            raise TrainingError("The loss is not a number any more.")
        yield from original(self, should_stop)

    monkeypatch.setattr(repeated_training.TrainingJob, "run", failing)
    bad = {6}
    events = run_all(RepeatedTrainingJob(prototype(pets, tmp_path), "seeds", 3))
    assert [event.number for event in events if isinstance(event, MemberFailed)] == [2]
    assert events[-1].summary.missing == (2,)
    bad = {5}
    with pytest.raises(TrainingError, match="not a number"):
        run_all(RepeatedTrainingJob(prototype(pets, tmp_path / "other"), "seeds", 3))


def test_what_cannot_be_is_said_before_anything_is_trained(pets, tmp_path):
    with pytest.raises(InputError, match="2 to 100 times, not 1"):
        RepeatedTrainingJob(prototype(pets, tmp_path), "seeds", 1)
    with pytest.raises(InputError, match="Choose fewer folds"):
        RepeatedTrainingJob(prototype(pets, tmp_path), "folds", 20)
    with pytest.raises(RunError, match="not known how"):
        run_all(ContinueRepeatJob(tmp_path / "runs", "nothing", tmp_path))


def test_a_complete_group_and_a_damaged_plan_are_refused_with_a_sentence(pets, tmp_path):
    key = run_all(RepeatedTrainingJob(prototype(pets, tmp_path, epochs=1), "seeds", 2))[-1].summary.group.key
    with pytest.raises(RunError, match="All 2 trainings of small are complete"):
        run_all(ContinueRepeatJob(tmp_path / "runs", key, tmp_path))
    path = group_path(tmp_path / "runs", key)
    assert read_plan(path).group.key == key
    (path / "plan.json").write_text('{"group": 3}')
    with pytest.raises(RunError, match="is not as it was written"):
        read_plan(path)
