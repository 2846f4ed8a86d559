"""What a piece of background work is: it knows no thread, yields frozen events and can be stopped."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

Result = TypeVar("Result")
ShouldStop = Callable[[], bool]


class Job(Protocol):
    """A piece of work that a thread of the window, or the command line, runs to its end.

    A job is built from plain values in the caller's thread and does nothing until `run`. It can be run once.
    """

    @property
    def title(self) -> str:
        """What the work is, for the status line: ``"Scanning photos"``."""
        ...

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Work, yielding frozen events; the last one is the job's result.

        Parameters
        ----------
        should_stop
            Asked often (at least a few times a second); true means the user wants an end.

        Raises
        ------
        CNNStudioError
            With a sentence for the user.
        JobCancelledError
            When ``should_stop`` said so and there is no result. A training that is stopped ends normally instead,
            with its last event, because what was learned so far is kept.
        """
        ...


COMPARING = "comparing images"
"""What the progress of a scan says while pictures that are alike are looked for, after all are checked."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is."""

    done: int
    total: int
    """0 when it is not known."""
    text: str
    """What is being done: ``"decoding images"``."""


def pass_on(events: Iterator[object], kind: type[Result]) -> Generator[object, None, Result]:
    """Yield all events but the last, which must be a ``kind`` and is returned: one job inside another."""
    last: object = None
    for event in events:
        if last is not None:
            yield last
        last = event
    if not isinstance(last, kind):
        raise TypeError(f"a job ended with {last!r}, not with {kind.__name__}")
    return last
