"""Stands for the run in the processes of a training that do not keep it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.training.events import EpochEnded, TrainingStarted

if TYPE_CHECKING:
    from cnnstudio.runs.record import RunStatus
    from cnnstudio.training.metrics import Evaluation
    from cnnstudio.training.predict import Predictions


class FollowingKeeper:
    """Has the methods of `RunKeeper` that a training calls, and keeps nothing: the first process does.

    So all processes run the same code, and none waits for another one that does something else.

    Parameters
    ----------
    path : a folder to name in events, which nobody shows
    """

    unsaved: str = ""

    def __init__(self, path: Path) -> None:
        self.path = path

    def note_start(self, event: TrainingStarted) -> None:
        """Do nothing."""

    def take_notices(self) -> tuple[str, ...]:
        """Have nothing to tell."""
        return ()

    def note(self, text: str) -> None:
        """Do nothing."""

    def epoch_ended(self, row: EpochEnded) -> str:  # noqa: ARG002
        """Save nothing, and never fail."""
        return ""

    def step_ended(self) -> str:
        """Save nothing, and never fail."""
        return ""

    def save_rest(self) -> str:
        """Save nothing, and never fail."""
        return ""

    def save(self) -> str:
        """Save nothing, and never fail."""
        return ""

    def load_best(self) -> bool:
        """Leave the module; the best weights come from the first process."""
        return False

    def keep_predictions(self, predictions: "Predictions") -> str:  # noqa: ARG002
        """Save nothing, and never fail."""
        return ""

    def finish(self, status: "RunStatus", message: str, evaluation: "Evaluation | None") -> None:
        """Do nothing."""

    @contextmanager
    def failure_recorded(self) -> Iterator[None]:
        """Let the first process record how it ends."""
        yield
