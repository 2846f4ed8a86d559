"""What is told around a training's own events: the files behind a failure, its remedy, and the computer's sleep."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing

from cnnstudio.errors import TrainingError
from cnnstudio.training.clocks import SleepWatch
from cnnstudio.training.events import TrainingNotice
from cnnstudio.wording import translate
from cnnstudio.workspace.training_events import RemedyFound

_NAMED = 5
"""Files that a sentence names; `RemedyFound` has them all."""


def with_causes_named(events: Generator[object, None, None],
                      names: Callable[[Sequence[int]], Sequence[str]]) -> Generator[object, None, None]:
    """Pass events on; a failure gets the names of its images, and a `RemedyFound` goes before it.

    Parameters
    ----------
    names : returns what the images with these numbers are called
    """
    with closing(events):
        try:
            yield from events
        except TrainingError as error:
            if not (error.images or error.changes):
                raise
            failure = error
        else:
            return
    files = tuple(names(failure.images))
    message = f"{failure}{_sentence(files)}"
    yield RemedyFound(message, files, failure.changes)
    raise TrainingError(message, images=failure.images, changes=failure.changes) from failure


def _sentence(files: Sequence[str]) -> str:
    if not files:
        return ""
    named, rest = ", ".join(files[:_NAMED]), len(files) - _NAMED
    others = translate("workspace", " and {rest:,} more", rest=rest) if rest > 0 else ""
    return translate("workspace", " The image: {name}.", name=named) if len(files) == 1 else translate(
        "workspace", " The images: {names}{others}.", names=named, others=others)


def with_sleep_noticed(events: Iterator[object], watch: SleepWatch | None = None) -> Iterator[object]:
    """Pass events on, with a notice after each sleep of the computer."""
    watch = watch or SleepWatch()
    for event in events:
        slept_s = watch.slept_s()
        if slept_s:
            yield TrainingNotice(
                translate(
                    "workspace", "The computer slept for {duration}, or its clock was put forward. The training went "
                    "on where it was; the time of sleep does not count.", duration=_duration(slept_s)))
        yield event


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    return translate("workspace", "{minutes} min", minutes=minutes) if minutes < 60 else translate(
        "workspace", "{minutes} h {other_minutes} min", minutes=minutes // 60, other_minutes=minutes % 60)
