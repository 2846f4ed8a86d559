"""Waits for images that cannot be reached at present, and then goes on where the training was."""

from collections.abc import Callable, Generator
from typing import TypeVar

from cnnstudio.errors import ImagesAwayError
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import TrainingEvent

LOOK_EVERY_S = 1.0
"""How often it is looked whether the images are back."""
_ASK_EVERY_S = 0.05
"""How often a training that waits asks whether it is to stop."""

_Result = TypeVar("_Result")
_Event = TypeVar("_Event")


def patiently(work: Callable[[], Generator[_Event, None, _Result]],
              wait: Callable[[ImagesAwayError], Generator[_Event, None, bool]]) -> Generator[
                  _Event, None, _Result | None]:
    """Do the work, anew after each wait for images that were away.

    Parameters
    ----------
    work : begins where it was, whenever it is called
    wait : yields events while it waits and returns whether the images are back; else the training is to stop

    Returns
    -------
    object
        What the work returns; None when it was stopped while it waited.
    """
    while True:
        try:
            return (yield from work())
        except ImagesAwayError as error:
            away = error
        if not (yield from wait(away)):
            return None


def until_back(error: ImagesAwayError, control: TrainingControl, should_stop: Callable[[], bool],
               event: Callable[[str], TrainingEvent]) -> Generator[TrainingEvent, None, bool]:
    """Yield an event with what is amiss, again when that changes or the user wants to go on.

    Returns
    -------
    bool
        Whether the images are back; else the training is to stop.
    """
    control.wait_for_wish(0)  # an earlier one does not count
    told, problem, is_asked = "", error.problem() or str(error), False
    while problem:
        if problem != told or is_asked:
            told = problem
            yield event(problem)
        is_asked = _rest(control, should_stop)
        if should_stop():
            return False
        problem = error.problem()
    return True


def _rest(control: TrainingControl, should_stop: Callable[[], bool]) -> bool:
    """Wait a second, or until the training is to stop, or the user wants to go on; return whether it was that."""
    for _ in range(round(LOOK_EVERY_S / _ASK_EVERY_S)):
        if should_stop():
            return False
        if control.wait_for_wish(_ASK_EVERY_S):
            return True
    return False
