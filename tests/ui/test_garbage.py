"""Garbage is collected in the GUI thread only, whatever a job makes; a widget that was dropped goes there."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.collector import held_back
from cnnstudio.ui.garbage import GarbageCollector
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.workspace import Workspace

LISTS = 100_000
"""More than enough new objects for the thresholds of every generation (700 · 10 · 10)."""


class ListsJob:
    """Makes very many objects that Python's collector looks after."""

    title = "Making lists"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        self.kept = [[number] for number in range(LISTS)]
        yield len(self.kept)


@contextmanager
def collections_noted() -> Iterator[list[tuple[int, int]]]:
    """Give a list to which each collection adds its thread and its generation."""
    noted: list[tuple[int, int]] = []

    def note(phase: str, details: dict[str, Any]) -> None:
        if phase == "start":
            noted.append((threading.get_ident(), details["generation"]))

    gc.callbacks.append(note)
    try:
        yield noted
    finally:
        gc.callbacks.remove(note)


def run_job(qtbot: QtBot, jobs: JobRunner) -> ListsJob:
    job = ListsJob()
    with qtbot.waitSignal(jobs.job_ended):
        jobs.start(job, slot="lists")
    return job


def test_a_job_never_collects_and_the_gui_thread_does(qtbot: QtBot, jobs: JobRunner) -> None:
    here = threading.get_ident()
    gc.collect()
    with collections_noted() as noted:
        job = run_job(qtbot, jobs)
        qtbot.waitUntil(lambda: bool(noted))
    assert len(job.kept) == LISTS
    assert {thread for thread, _ in noted} == {here}
    gc.collect()
    gc.enable()  # the control: left to itself Python collects in the job's thread
    with collections_noted() as noted:
        run_job(qtbot, jobs)
    gc.disable()
    assert {thread for thread, _ in noted} - {here}


def test_a_page_dropped_while_shown_goes_beside_a_job_and_nothing_breaks(
        qtbot: QtBot, jobs: JobRunner, tmp_path: Path) -> None:
    def dropped() -> "weakref.ref[TrainPage]":
        page = TrainPage(Workspace(tmp_path / "runs"), jobs)
        page.resize(1280, 760)
        page._tabs.setTabEnabled(1, True)
        page._tabs.setCurrentIndex(1)
        page.show()
        return weakref.ref(page)

    pages = [dropped() for _ in range(3)]
    run_job(qtbot, jobs)
    gc.collect()
    assert [page() for page in pages] == [None] * 3


def test_each_generation_is_collected_in_its_turn_and_not_while_held_back(qtbot: QtBot) -> None:
    collector = GarbageCollector()
    gc.collect()
    with collections_noted() as noted:
        collector.collect()
        assert noted == [], "nothing is due"
        kept = []
        for _ in range(150):
            kept.append([[number] for number in range(1000)])
            with held_back():
                collector.collect()
            collector.collect()
    generations = [generation for _, generation in noted]
    assert generations[:12] == [0] * 11 + [1]
    assert len(generations) == 150
    assert generations.count(1) + generations.count(2) == 12
    assert 2 in generations
    collector.stop()
    assert not gc.isenabled(), "what was off before stays off"


class ChannelsJob:
    """Lets OpenCV fill tuples, which lets other threads in meanwhile, until it is told to stop or one fails."""

    title = "Taking channels apart"

    def __init__(self) -> None:
        self.failures: list[SystemError] = []
        self.taken = 0

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        pixels = np.zeros((32, 32, 3), np.uint8)
        while not should_stop() and not self.failures:
            try:
                cv2.split(pixels)
            except SystemError as error:
                self.failures.append(error)
            self.taken += 1
        yield self.taken


def failures_beside(qtbot: QtBot, jobs: JobRunner, look: Callable[[], object], tuples: int) -> list[SystemError]:
    """Call ``look`` in this thread again and again beside a job that fills that many tuples."""
    job = ChannelsJob()
    jobs.start(job, slot="channels")

    def looked_long_enough() -> bool:
        for _ in range(1000):
            look()
        return bool(job.failures) or job.taken >= tuples

    qtbot.waitUntil(looked_long_enough)
    with qtbot.waitSignal(jobs.job_ended):
        jobs.cancel("channels")
    return job.failures


def test_collecting_never_holds_on_to_a_tuple_that_a_job_is_filling(qtbot: QtBot, jobs: JobRunner) -> None:
    collector = GarbageCollector()

    def collect() -> None:
        kept = [[number] for number in range(10)]
        collector.collect()
        collector._due()
        del kept

    assert failures_beside(qtbot, jobs, collect, tuples=20_000) == []
    collector.stop()
    gc.disable()
    control = failures_beside(qtbot, jobs, lambda: gc.get_objects(0), tuples=50_000_000)
    assert control, "the control: a list of all objects holds on to it"
