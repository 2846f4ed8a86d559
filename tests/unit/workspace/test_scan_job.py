"""Tests of scanning in the background."""

import threading

import pytest

from cnnstudio.data.folder import image_folder
from cnnstudio.data.listing import walk as folder_walk
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.errors import ImageFolderError, InputError, JobCancelledError
from cnnstudio.workspace import scan_job
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.scan_job import (
    CheckJob,
    FirstImages,
    FolderListed,
    LayoutUnclear,
    SampleJob,
    ScanFinished,
    ScanJob,
)
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


def of_kind(events: list[object], *kinds: type) -> list[object]:
    return [event for event in events if isinstance(event, kinds)]


def test_a_large_folder_shows_its_first_images_then_all_then_the_result(tmp_path, monkeypatch):
    monkeypatch.setattr(folder_walk, "FIRST_IMAGES", 5)
    root = make_folder(tmp_path / "pets", {"cat": 8, "dog": 8})
    events = of_kind(list(ScanJob(root).run(never)), FirstImages, FolderListed, ScanFinished)
    first, listed, finished = events
    assert len(first.paths) == 5
    assert first.paths[0].parent == root / "cat"
    assert not listed.arrangement.folder.is_checked
    assert finished.arrangement.folder.is_checked
    assert listed.arrangement.folder.class_counts == finished.folder.class_counts
    assert listed.preprocess == finished.preprocess


def test_a_folder_with_two_readings_is_asked_about_once(tmp_path):
    made = {f"{day}/{name}": 3 for day in ("monday", "tuesday") for name in ("cat", "dog")}
    root = make_folder(tmp_path / "days", made, 8)
    unclear = list(ScanJob(root).run(never))[-1]
    assert isinstance(unclear, LayoutUnclear)
    chosen = list(ScanJob(root, unclear.choices[1].chosen(ScanOptions())).run(never))[-1]
    assert chosen.folder.class_names == ("cat", "dog")
    assert list(ScanJob(root).run(never))[-1].folder.class_names == ("cat", "dog")


def test_an_unchanged_folder_is_not_decoded_again_and_changes_are_said(tmp_path, monkeypatch):
    root = make_folder(tmp_path / "pets", {"cat": 8, "dog": 8})
    first = list(ScanJob(root).run(never))[-1]
    assert first.difference is None
    (root / "dog" / "dog_0000.png").rename(root / "cat" / "dog_0000.png")
    decoded = []
    decode = image_folder.decode
    monkeypatch.setattr(image_folder, "decode", lambda path, **options: decoded.append(path) or decode(path, **options))
    second = list(ScanJob(root).run(never))[-1]
    assert decoded == [root / "cat" / "dog_0000.png"]
    assert second.difference.moved == (("dog/dog_0000.png", "cat/dog_0000.png"),)
    list(ScanJob(root, fresh=True).run(never))
    assert len(decoded) == 1 + 16


def test_a_full_disk_costs_no_scan(tmp_path, own_folders):
    (own_folders / "cache").write_bytes(b"no folder")
    root = make_folder(tmp_path / "pets", {"cat": 8, "dog": 8})
    assert list(CheckJob(root).run(never))[-1].folder.used == 16


def test_a_stop_does_not_wait_for_what_is_being_worked_out(tmp_path, monkeypatch):
    root = make_folder(tmp_path / "pets", {"cat": 8, "dog": 8})
    begun, may_end = threading.Event(), threading.Event()

    def slow(*_arguments: object) -> object:
        begun.set()
        may_end.wait(20)
        raise AssertionError("nobody waits for this")

    monkeypatch.setattr(scan_job, "arrange_stored", slow)
    try:
        with pytest.raises(JobCancelledError):
            list(ScanJob(root).run(begun.is_set))
        assert not may_end.is_set()
    finally:
        may_end.set()
