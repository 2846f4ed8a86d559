"""Work in threads keeps its order, reports, stops at once, and hands errors on."""

import threading
import time
from contextlib import closing

import pytest

from cnnstudio.data.thread_pool import ProgressReport, in_order, thread_count
from cnnstudio.errors import JobCancelledError


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
