"""Work in threads keeps its order, reports, stops at once, and hands errors on."""

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from unittest.mock import patch

import pytest

from cnnstudio.data.thread_pool import ProgressReport, in_order, thread_count
from cnnstudio.errors import JobCancelledError

SUBMIT = ThreadPoolExecutor.submit


def test_results_come_in_order_and_none_is_lost():
    assert list(in_order(lambda number: number * 2, range(1000))) == list(range(0, 2000, 2))
    assert list(in_order(str, [])) == []


def test_the_work_is_done_in_several_threads():
    barrier = threading.Barrier(2, timeout=10)  # passed only when two calls run at the same time
    assert thread_count() >= 2
    assert len(list(in_order(lambda _: barrier.wait(), range(2)))) == 2


def test_an_error_arrives_in_its_turn():
    def invert(number: int) -> float:
        return 1 / number

    results = in_order(invert, [1, 2, 0, 4])
    with closing(results):
        assert [next(results), next(results)] == [1, 0.5]
        with pytest.raises(ZeroDivisionError):
            next(results)


def test_short_work_is_handed_over_in_chunks():
    sizes: list[int] = []

    def submit(pool: ThreadPoolExecutor, work: Callable[..., object], chunk: range) -> object:
        sizes.append(len(chunk))
        return SUBMIT(pool, work, chunk)

    with patch.object(ThreadPoolExecutor, "submit", submit):
        assert list(in_order(str, range(4000))) == [str(number) for number in range(4000)]
    assert sum(sizes) == 4000
    assert len(sizes) < 1000


def test_an_error_inside_a_chunk_arrives_after_the_results_before_it():
    seen: list[float] = []
    with pytest.raises(ZeroDivisionError):
        deque(map(seen.append, in_order(lambda number: 1 / (number - 3000), range(4000))))
    assert seen == [1 / (number - 3000) for number in range(3000)]


def test_items_of_a_chunk_that_have_not_begun_are_left_when_the_work_is_stopped():
    calls: list[int] = []
    gate = threading.Event()

    def work(number: int) -> None:
        calls.append(number)
        if number > 2000:
            gate.wait(0.02)

    with pytest.raises(JobCancelledError):
        list(in_order(work, range(100_000), should_stop=lambda: len(calls) > 2010))
    for thread in threading.enumerate():
        if thread.name.startswith("cnnstudio-images"):
            thread.join(5)
    assert len(calls) < 2100


def test_stopping_does_not_wait_for_slow_work():
    gate = threading.Event()
    start = time.monotonic()
    with pytest.raises(JobCancelledError):
        list(in_order(lambda _: gate.wait(10), range(100), should_stop=lambda: time.monotonic() - start > 0.02))
    assert time.monotonic() - start < 0.5
    gate.set()


def test_leaving_early_ends_the_threads():
    results = in_order(str, range(10_000))
    with closing(results):
        next(results)
    for thread in threading.enumerate():
        if thread.name.startswith("cnnstudio-images"):
            thread.join(5)
            assert not thread.is_alive()


def test_progress_is_reported_now_and_then_and_always_at_the_end():
    calls: list[tuple[int, int]] = []
    report = ProgressReport(lambda *call: calls.append(call), 1000)
    for done in range(1, 1001):
        report.advance(done)
    assert calls[0] == (1, 1000)
    assert calls[-1] == (1000, 1000)
    assert len(calls) < 100
    ProgressReport(None).advance(1)
