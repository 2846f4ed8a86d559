"""What may be asked of a training that runs, from any thread."""

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cnnstudio.training.callbacks import Callback


class TrainingControl:
    """Wishes for a running training: pause, go on, more epochs. The training looks between two steps."""

    def __init__(self) -> None:
        self._may_run = threading.Event()
        self._may_run.set()
        self._wish = threading.Event()
        self._lock = threading.Lock()
        self._more_epochs = 0
        self.listeners: list[Callback] = []
        """Who is told of the training's events in its own thread; to be filled before it starts."""

    @property
    def is_paused(self) -> bool:
        """Whether the training is to wait."""
        return not self._may_run.is_set()

    def pause(self) -> None:
        """Let the training wait after the step that runs."""
        self._may_run.clear()

    def go_on(self) -> None:
        """End the pause; a training that waits for its images looks at once whether they are there."""
        self._may_run.set()
        self._wish.set()

    def wait_for_wish(self, seconds: float) -> bool:
        """Wait at most ``seconds`` for the next `go_on`; return whether there was one since this was last asked."""
        self._wish.wait(seconds)
        if not self._wish.is_set():  # what wait returned may be older than a wish
            return False
        self._wish.clear()
        return True

    def wait(self, seconds: float) -> bool:
        """Wait at most ``seconds`` for the end of the pause; return whether it has ended."""
        return self._may_run.wait(seconds)

    def add_epochs(self, count: int) -> None:
        """Let the training do ``count`` epochs more than its recipe says."""
        with self._lock:
            self._more_epochs += count

    @property
    def more_epochs(self) -> int:
        """Epochs wished for beyond the recipe."""
        return self._more_epochs
