"""Turns a function that reports through callbacks into a generator of progress events."""

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from cnnstudio.errors import JobCancelledError
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop

Result = TypeVar("Result")
OnProgress = Callable[[int, int], None]
Emit = Callable[[object], None]
Work = Callable[[ShouldStop, OnProgress], Result]
EmittingWork = Callable[[ShouldStop, OnProgress, Emit], Result]

_POLL_S = 0.05


@dataclass(slots=True)
class Outcome(Generic[Result]):
    """What the work returned; filled when `report_progress` ends."""

    value: Result | None = None

    def get(self) -> Result:
        """Return the value of finished work."""
        if self.value is None:
            raise RuntimeError("the work has not ended")
        return self.value


def report_progress(work: Work[Result], text: str, should_stop: ShouldStop,
                    outcome: Outcome[Result]) -> Iterator[Progress]:
    """Run ``work(stop, on_progress)`` in a thread and yield its newest progress; errors are raised here.

    ``should_stop`` is asked only in the caller's thread, a few times a second. Closing the generator early asks
    the work to stop and waits for it.
    """
    def without_events(stop: ShouldStop, on_progress: OnProgress, _emit: Emit) -> Result:
        return work(stop, on_progress)

    for event in report_events(without_events, text, should_stop, outcome):
        if isinstance(event, Progress):
            yield event


def report_events(work: EmittingWork[Result], text: str, should_stop: ShouldStop, outcome: Outcome[Result], *,
                  may_leave: bool = False) -> Iterator[object]:
    """Run ``work(stop, on_progress, emit)`` as `report_progress` does; every event it emits is yielded, too.

    Parameters
    ----------
    may_leave
        The work changes nothing that anybody could miss, so a wish to stop is answered at once: the thread, asked to
        stop, ends by itself a moment later.

    Raises
    ------
    JobCancelledError
        When ``may_leave`` and ``should_stop`` said so.
    """
    reports: queue.SimpleQueue[object] = queue.SimpleQueue()
    stop = threading.Event()
    errors: list[BaseException] = []

    def run() -> None:
        try:
            outcome.value = work(stop.is_set, lambda done, total: reports.put(Progress(done, total, text)), reports.put)
        except BaseException as error:  # noqa: BLE001 - carried over to the caller's thread
            errors.append(error)
        finally:
            reports.put(None)

    thread = threading.Thread(target=run, name=f"cnnstudio {text}")
    thread.start()
    try:
        yield from _newest(reports, should_stop, stop, may_leave=may_leave)
    finally:
        stop.set()
        if not may_leave:
            thread.join()
    if errors:
        raise errors[0]


def _newest(reports: "queue.SimpleQueue[object]", should_stop: ShouldStop, stop: threading.Event, *,
            may_leave: bool) -> Iterator[object]:
    """Yield each event and the newest progress as they come, until the closing None; pass a wish to stop on."""
    while True:
        if should_stop():
            stop.set()
            if may_leave:
                raise JobCancelledError(translate("workspace", "Stopped."))
        arrived = _arrived(reports)
        newest = next((report for report in reversed(arrived) if isinstance(report, Progress)), None)
        for event in arrived:
            if event is not None and (event is newest or not isinstance(event, Progress)):
                yield event
        if None in arrived:
            return


def _arrived(reports: "queue.SimpleQueue[object]") -> list[object]:
    """Return what has been reported meanwhile; waits a moment for the first."""
    arrived: list[object] = []
    with contextlib.suppress(queue.Empty):
        arrived.append(reports.get(timeout=_POLL_S))
        while True:
            arrived.append(reports.get_nowait())
    return arrived
