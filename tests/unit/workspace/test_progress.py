"""Tests of the generator that reports what a function in a thread tells."""

import threading

import pytest

from cnnstudio.errors import JobCancelledError
from cnnstudio.workspace.jobs import Progress, pass_on
from cnnstudio.workspace.progress import Outcome, report_progress


def never() -> bool:
    return False


def test_the_result_of_the_work_arrives_and_progress_is_reported():
    outcome: Outcome[int] = Outcome()

    def work(stop, on_progress):
        on_progress(3, 4)
        return 42

    events = list(report_progress(work, "counting", never, outcome))
    assert events == [Progress(3, 4, "counting")]
    assert outcome.get() == 42


def test_an_error_of_the_work_is_raised_in_the_callers_thread():
    def work(stop, on_progress):
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        list(report_progress(work, "counting", never, Outcome()))


def test_a_wish_to_stop_reaches_work_that_reports_nothing():
    asked_in = set()

    def should_stop():
        asked_in.add(threading.current_thread())
        return True

    def work(stop, on_progress):
        while not stop():
            pass
        raise JobCancelledError("Stopped.")

    with pytest.raises(JobCancelledError):
        list(report_progress(work, "waiting", should_stop, Outcome()))
    assert asked_in == {threading.current_thread()}


def test_closing_early_ends_the_work_and_its_thread():
    ended = threading.Event()

    def work(stop, on_progress):
        on_progress(0, 0)
        while not stop():
            pass
        ended.set()

    events = report_progress(work, "waiting", never, Outcome())
    next(events)
    events.close()
    assert ended.is_set()
    assert not [thread for thread in threading.enumerate() if thread.name == "cnnstudio waiting"]


def test_unfinished_work_has_no_result():
    with pytest.raises(RuntimeError):
        Outcome().get()


def test_a_job_inside_another_passes_all_but_its_result_on():
    def outer():
        result = yield from pass_on(iter([1, 2, "end"]), str)
        yield result.upper()

    assert list(outer()) == [1, 2, "END"]


def test_a_job_inside_another_must_end_with_its_result():
    with pytest.raises(TypeError):
        list(pass_on(iter([1, 2]), str))
