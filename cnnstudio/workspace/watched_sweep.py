"""Lets the window follow the trainings of a sweep one after the other, as if each were the only one."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from cnnstudio.training.events import TrainingFinished
from cnnstudio.workspace.jobs import Job, ShouldStop
from cnnstudio.workspace.training_events import EvaluationReady, RemedyFound, RunSaved

_OF_THE_END = (TrainingFinished, EvaluationReady, RunSaved, RemedyFound)
"""What a training tells at its end, which is not the end of the sweep."""


class WatchedSweep:
    """The events of a sweep without those that tell of the end of a training: the next one begins."""

    def __init__(self, job: Job) -> None:
        self._job = job

    @property
    def title(self) -> str:
        """What the status line says."""
        return self._job.title

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Try combinations and yield the events."""
        events: Any = self._job.run(should_stop)
        with closing(events):
            for event in events:
                if not isinstance(event, _OF_THE_END):
                    yield event
