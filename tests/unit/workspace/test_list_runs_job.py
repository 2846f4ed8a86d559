"""The table of runs, the curves of earlier ones, and the opening of one, in the background."""

from pathlib import Path

import pytest

from cnnstudio.errors import RunError
from cnnstudio.workspace.list_runs_job import EarlierCurvesJob, ListRunsJob
from cnnstudio.workspace.open_run_job import OpenRunJob
from tests.helpers.runs import SmallRun


def test_runs_are_listed(small_run: SmallRun) -> None:
    listed = next(ListRunsJob(small_run.runs).run(lambda: False))
    assert [run.path for run in listed.runs] == [small_run.path]


def test_the_curves_of_runs_on_the_same_images_are_found(small_run: SmallRun) -> None:
    found = next(EarlierCurvesJob(small_run.runs, small_run.folder.root, 5).run(lambda: False))
    assert [len(run.epochs) for run in found.runs] == [3]


@pytest.mark.parametrize("case", ["other images", "left out", "none wanted"])
def test_other_runs_are_not_shown(small_run: SmallRun, tmp_path: Path, case: str) -> None:
    folder = tmp_path if case == "other images" else small_run.folder.root
    leave_out = small_run.path if case == "left out" else None
    job = EarlierCurvesJob(small_run.runs, folder, 0 if case == "none wanted" else 5, leave_out=leave_out)
    assert next(job.run(lambda: False)).runs == ()


def test_a_run_is_read(small_run: SmallRun) -> None:
    event = next(OpenRunJob(small_run.path).run(lambda: False))
    assert event.run.record.class_names == ("cat", "dog", "owl")


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="not a run"):
        next(OpenRunJob(tmp_path).run(lambda: False))
