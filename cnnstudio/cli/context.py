"""What a command gets besides its arguments, and how it follows a job."""

import io
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from cnnstudio.cli.interruption import Interruption
from cnnstudio.cli.output import Output
from cnnstudio.workspace.jobs import Job, Progress

Event = TypeVar("Event")
OpenWindow = Callable[[Path | None, str | None], int]
"""Opens the window with a folder or the name of a sample and returns the exit status."""


@dataclass(slots=True)
class Context:
    """The surroundings of one command."""

    output: Output
    interruption: Interruption = field(default_factory=Interruption)
    open_window: OpenWindow | None = None

    def silent(self) -> "Context":
        """Return a context for the same command that prints nothing: of several processes one prints."""
        output = Output(as_json=False, stdout=io.StringIO(), stderr=io.StringIO())
        return Context(output, self.interruption, self.open_window)

    def events(self, job: Job) -> Iterator[object]:
        """Run ``job`` and yield its events; its progress is shown, and the user may stop it."""
        with self.interruption.polite(), self.output.whole_lines():
            events = job.run(self.interruption.wanted)
            with closing(cast("Any", events)):
                for event in events:
                    if isinstance(event, Progress):
                        self.output.progress(event)
                    else:
                        yield event

    def result(self, job: Job, kind: type[Event]) -> Event:
        """Run ``job`` to its end and return its last event, which is a ``kind``."""
        last = deque(self.events(job), maxlen=1).pop()
        if not isinstance(last, kind):
            raise TypeError(f"{job.title} ended with {last!r}")
        return last
