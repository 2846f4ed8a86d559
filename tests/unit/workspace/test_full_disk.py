"""A disk that is really full: a training goes on, says what is missing, and is saved again when there is room."""

import contextlib
import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from cnnstudio.data.folder.image_folder import scan
from cnnstudio.errors import StorageError
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingNotice
from cnnstudio.workspace.checkpoint_pace import CheckpointPace
from cnnstudio.workspace.full_disk import bytes_of, full_disk_sentence, is_full_disk
from cnnstudio.workspace.training_events import RunCreated, RunSaved, SaveFailed
from cnnstudio.workspace.training_job import TrainingJob
from tests.helpers.images import make_folder
from tests.helpers.runs import TRAIN, training_job

DISK_BYTES = 6_000_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of six million bytes in memory, where the system lets this user mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(place)]
    may_try = sys.platform == "linux" and os.geteuid() == 0
    if not may_try or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def fill(place: Path) -> Path:
    """Take all the room that is left, as another program would."""
    ballast = place / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    return ballast


def job_on(place: Path, tmp_path: Path) -> TrainingJob:
    folder = scan(make_folder(tmp_path / "pets", {"cat": 10, "dog": 10}, 24))
    job = training_job(folder, tmp_path, train=TRAIN.model_copy(update={"epochs": 4}))
    job.runs_directory = place / "runs"
    job.pace = CheckpointPace(0.0, share=1e9)  # after every batch
    return job


def test_a_training_goes_on_while_the_disk_is_full_and_nothing_is_missing_in_the_end(small_disk, tmp_path):
    job, events, ballast, before = job_on(small_disk, tmp_path), [], None, 0
    for event in job.run(lambda: False):
        events.append(event)
        if isinstance(event, EpochEnded) and event.epoch == 1:
            ballast = fill(small_disk)
        if isinstance(event, EpochEnded) and event.epoch == 2:
            created = next(one for one in events if isinstance(one, RunCreated))
            before = len(RunFolder.load(created.path).record.history)  # what is on the disk is whole
        if isinstance(event, StepEnded) and event.epoch == 3 and ballast.exists():
            ballast.unlink()
    failed = [event.message for event in events if isinstance(event, SaveFailed)]
    assert failed
    assert all("The disk is full: a save needs" in text and "MB are missing" in text for text in failed)
    assert before == 1
    assert sum(isinstance(one, TrainingNotice) and "room again" in one.message for one in events) == 1
    saved = events[-1]
    assert isinstance(saved, RunSaved)
    record = RunFolder.load(saved.path).record
    assert (record.status, len(record.history)) == ("finished", 4)
    notices = [notice for notice in record.notices if "looking back" not in notice]
    assert len(notices) == len(record.notices) - 1 == 2
    assert notices[0] == failed[0]
    assert "room again" in notices[1]


def gather_and_fill(job: TrainingJob, place: Path, events: list[object]) -> None:
    """Append all events; the disk is full from the end of the first epoch on."""
    for event in job.run(lambda: False):
        events.append(event)
        if isinstance(event, EpochEnded) and event.epoch == 1:
            fill(place)


def test_a_disk_that_stays_full_leaves_what_was_saved_and_says_so_in_the_end(small_disk, tmp_path):
    events: list[object] = []
    with pytest.raises(StorageError, match=r"MB are missing.*as it was when it was saved last"):
        gather_and_fill(job_on(small_disk, tmp_path), small_disk, events)
    created = next(one for one in events if isinstance(one, RunCreated))
    run = RunFolder.load(created.path)
    assert len(run.record.history) == 1
    assert run.has_checkpoint
    assert run.load_module("last").classes == 2
    assert sum(isinstance(event, EpochEnded) for event in events) == 4


def test_the_room_that_is_missing_is_told_in_megabytes(tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _path: type("Usage", (), {"free": 1_500_000}))
    assert "needs 4.0 MB, and 1.5 MB are free" in full_disk_sentence(tmp_path, 4_000_000)
    assert "2.5 MB are missing" in full_disk_sentence(tmp_path, 4_000_000)
    assert "are missing" not in full_disk_sentence(tmp_path, 1_000_000)


def test_the_bytes_of_nested_tensors_are_added_up():
    state = {"a": np.zeros(10, np.float32), "b": [np.zeros((2, 3)), {"c": np.zeros(1, np.int64)}], "d": "text", "e": 5}
    assert bytes_of(state) == 40 + 48 + 8


@pytest.mark.parametrize(("number", "is_full"), [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EACCES, False)])
def test_a_full_disk_is_told_from_other_failures_through_what_caused_them(number: int, is_full: bool):
    failed = StorageError("Cannot save.")
    failed.__cause__ = OSError(number, os.strerror(number))
    assert is_full_disk(failed) == is_full
