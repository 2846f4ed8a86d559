"""The checks of one map as a job: the run's own network is left alone, and the wish to stop is followed."""

import numpy as np
import pytest

from cnnstudio.errors import ImageError, InputError, JobCancelledError
from cnnstudio.explain.validation.trust_report import TrustReport, TrustRow
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.loaded_run import loaded_run
from cnnstudio.workspace.trust_job import TrustJob


def test_the_checks_of_a_file_are_those_of_its_pixels_and_leave_the_run_alone(small_run):
    path = small_run.folder.files[0].path
    with loaded_run(small_run.path) as run:
        before = {name: value.clone() for name, value in run.network.state_dict().items()}
    events = list(TrustJob(small_run.path, path, method="hirescam").run(lambda: False))
    report = events[-1]
    assert isinstance(report, TrustReport)
    assert len(report.rows) == sum(isinstance(event, TrustRow) for event in events) == 5
    assert all(event.done <= event.total for event in events if isinstance(event, Progress))
    assert report.class_name in ("cat", "dog", "owl")
    with loaded_run(small_run.path) as run:
        assert all(value.equal(before[name]) for name, value in run.network.state_dict().items())


def test_pixels_without_a_file_are_checked_until_the_user_stops(small_run):
    asked = iter([False] * 4 + [True] * 10_000)
    events = []
    with pytest.raises(JobCancelledError):
        events.extend(TrustJob(small_run.path, np.zeros((30, 40, 3), np.uint8)).run(lambda: next(asked)))
    job = TrustJob(small_run.path, np.zeros((30, 40, 3), np.uint8)).run(lambda: False)
    assert isinstance(next(job), Progress)
    job.close()


def test_a_missing_image_and_an_unknown_method_are_sentences(small_run, tmp_path):
    with pytest.raises(ImageError):
        list(TrustJob(small_run.path, tmp_path / "gone.png").run(lambda: False))
    with pytest.raises(InputError, match="no method"):
        list(TrustJob(small_run.path, small_run.folder.files[0].path, method="tea-leaves").run(lambda: False))
