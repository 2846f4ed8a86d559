"""Tests of the demonstration."""

from pathlib import Path

import numpy as np
import pytest

from cnnstudio.errors import JobCancelledError, StorageError
from cnnstudio.runs.store import list_runs
from cnnstudio.training.events import EpochEnded, StepEnded
from cnnstudio.workspace.demo_job import MISTAKES_SHOWN, TRAIN, DemoJob, choose_pictures
from cnnstudio.workspace.explanation_job import PredictionsReady

QUICK = TRAIN.model_copy(update={"epochs": 1, "threads": 1})


def predictions(labels: list[int], probabilities: list[list[float]]) -> PredictionsReady:
    count = len(labels)
    return PredictionsReady(
        np.arange(count), tuple(Path(f"{place}.png") for place in range(count)), np.array(labels),
        np.array(probabilities, np.float32), np.zeros(count, np.float32), ("a", "b"))


def test_the_surest_right_answer_of_each_class_is_shown_then_the_surest_mistakes():
    ready = predictions([0, 0, 1, 1, 1], [[0.6, 0.4], [0.9, 0.1], [0.7, 0.3], [0.8, 0.2], [0.45, 0.55]])
    assert choose_pictures(ready) == [1, 4, 3, 2]


def test_a_class_without_a_right_answer_is_left_out_and_mistakes_are_limited():
    ready = predictions([1] * 20, [[0.9, 0.1]] * 20)
    assert choose_pictures(ready) == list(range(MISTAKES_SHOWN))


def test_a_folder_that_cannot_be_written_is_refused_before_any_work(tmp_path, own_folders):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="file"):
        list(DemoJob(tmp_path / "file" / "out", tmp_path / "runs").run(lambda: False))
    assert not (own_folders / "samples").exists()


def test_a_demonstration_that_is_stopped_keeps_its_run(tmp_path):
    stop = []

    def run() -> None:
        for event in DemoJob(tmp_path / "out", tmp_path / "runs", train_config=QUICK).run(lambda: bool(stop)):
            assert not isinstance(event, EpochEnded)
            if isinstance(event, StepEnded):
                stop.append(True)

    with pytest.raises(JobCancelledError, match="run is kept"):
        run()
    assert [summary.status for summary in list_runs(tmp_path / "runs")] == ["stopped"]
    assert not (tmp_path / "out" / "report.html").exists()
