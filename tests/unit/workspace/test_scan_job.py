"""Tests of scanning in the background."""

import pytest

from cnnstudio.errors import ImageFolderError, InputError, JobCancelledError
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.scan_job import FolderListed, SampleJob, ScanFinished, ScanJob
from tests.helpers.images import make_folder


def never() -> bool:
    return False


def test_a_scan_reports_progress_and_ends_with_the_folder(tmp_path):
    root = make_folder(tmp_path / "pets", {"cat": 8, "dog": 8})
    job = ScanJob(root)
    events = list(job.run(never))
    assert job.title == "Scanning pets"
    assert all(isinstance(event, Progress | FolderListed) for event in events[:-1])
    finished = events[-1]
    assert isinstance(finished, ScanFinished)
    assert finished.folder.class_counts == {"cat": 8, "dog": 8}
    assert finished.preprocess.shape == (3, 32, 32)
    assert finished.name == "pets"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ImageFolderError, match="nowhere"):
        list(ScanJob(tmp_path / "nowhere").run(never))


def test_a_scan_can_be_stopped(tmp_path):
    root = make_folder(tmp_path, {"cat": 8, "dog": 8})
    with pytest.raises(JobCancelledError):
        list(ScanJob(root).run(lambda: True))


def test_a_sample_is_unpacked_and_scanned(own_folders):
    finished = list(SampleJob("photos").run(never))[-1]
    assert finished.folder.root.is_relative_to(own_folders)
    assert finished.folder.used == 104
    assert finished.name == "photos"


def test_an_unknown_sample_is_refused_with_the_choices():
    with pytest.raises(InputError, match="digits"):
        list(SampleJob("numbers").run(never))
