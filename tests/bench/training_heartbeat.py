"""How long the window's thread is held up while a network is trained with everything on.

`python -m tests.bench.training_heartbeat [seconds] [who]` trains in the real window, drawn offscreen, with curves,
figures, verdict, layers, pinned heatmaps and checkpoints on the Train page, and prints how long the turns of the
window's event loop took: on the clock, and in processor time of the thread, which other programs on the machine do
not lengthen much. ``who`` adds which calls the longest turns were in.
"""

import os
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cnnstudio.ui.main_window import MainWindow

SECONDS = 300.0
BLOCK_MS, MOST_MS = 100.0, 33.0
_BEAT_MS = 5
_SAMPLE_S = 0.02
_PATIENCE_S = 300.0


@dataclass(frozen=True)
class Heartbeat:
    """What the turns of the event loop took during a training."""

    seconds: float
    epochs: int
    steps: int
    wall_ms: np.ndarray
    """Of each turn beyond the time between two beats."""
    processor_ms: np.ndarray
    calls: tuple[str, ...] = ()

    def told(self) -> str:
        """Return the figures in a few lines."""
        lines = [f"{self.seconds:.0f} s of training, {self.epochs} epochs, {self.steps:,} steps, "
                 f"{len(self.wall_ms):,} beats"]
        for title, values in (("on the clock", self.wall_ms), ("processor time", self.processor_ms)):
            lines.append(f"  {title:15s} middle {np.median(values):6.2f}  p99 {np.percentile(values, 99):6.2f}  "
                         f"p99.9 {np.percentile(values, 99.9):6.2f}  longest {values.max():6.1f} ms  "
                         f"over {BLOCK_MS:.0f} ms: {(values > BLOCK_MS).sum()}")
        return "\n".join((*lines, *self.calls))


class Stacks(threading.Thread):
    """Notes again and again where the window's thread is, to tell what a long turn was spent in."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seen: list[tuple[float, str]] = []
        self._main, self._ended = threading.main_thread().ident, threading.Event()

    def run(self) -> None:
        """Sample until `end`."""
        while not self._ended.wait(_SAMPLE_S):
            frame = sys._current_frames().get(self._main)
            told = [f"{one.name} ({Path(one.filename).name}:{one.lineno})" for one in
                    traceback.extract_stack(frame) if "cnnstudio" in one.filename or "pyqtgraph" in one.filename]
            self.seen.append((time.perf_counter(), " > ".join(told[-4:])))

    def end(self) -> None:
        """Sample no more."""
        self._ended.set()

    def during(self, spans: list[tuple[float, float]]) -> tuple[str, ...]:
        """Return what was seen in the spans, most often first."""
        counts = Counter(told for at, told in self.seen if any(begin <= at <= end for begin, end in spans))
        return tuple(f"  {count:4d} x {told}" for told, count in counts.most_common(14))


def measure(seconds: float, *, who: bool = False) -> Heartbeat:
    """Train for ``seconds`` in the program's window and watch its event loop."""
    from PySide6.QtCore import Qt, QTimer

    application, window = ready_window()
    window.open_sample("digits")
    wait_until(application, lambda: window.workspace.folder is not None and window.workspace.folder.is_checked)
    window.show_page("train")
    recipe = window.workspace.train_config.model_copy(update={"epochs": 10_000, "checkpoint_s": 5})
    window.workspace.set_train_config(recipe)
    window.start_training()
    session = window.page("train").session
    wait_until(application, lambda: len(session.steps) > 0)

    beats: list[tuple[float, float]] = []
    stacks = Stacks()
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append((time.perf_counter(), time.thread_time())))
    timer.start(_BEAT_MS)
    if who:
        stacks.start()
    begin, steps, epochs = time.perf_counter(), len(session.steps), len(session.epochs)
    wait_until(application, lambda: time.perf_counter() - begin > seconds, patience_s=seconds + _PATIENCE_S)
    timer.stop()
    stacks.end()
    steps, epochs = len(session.steps) - steps, len(session.epochs) - epochs
    window.page("train").stop_training()
    wait_until(application, lambda: not session.state.is_busy)
    window.jobs.stop_all(60_000)
    window.close()
    marks = np.array(beats)
    wall, processor = 1000 * np.diff(marks, axis=0).T
    spans = [(beats[place][0], beats[place + 1][0]) for place in np.argsort(processor)[-20:]]
    return Heartbeat(seconds, epochs, steps, np.maximum(0.0, wall - _BEAT_MS), processor,
                     stacks.during(spans) if who else ())


def ready_window() -> "tuple[QApplication, MainWindow]":
    """Return the program's window, shown, with everything imported that it needs."""
    from cnnstudio.ui import app
    from cnnstudio.ui.main_window import MainWindow

    application = app.create_application()
    window = MainWindow()
    window.resize(1280, 800)
    window.show()
    window.engine.load()
    wait_until(application, lambda: not window.engine.is_loading)
    return application, window


def wait_until(application: object, is_done: object, patience_s: float = _PATIENCE_S) -> None:
    """Let the event loop turn until something is true."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, end = QEventLoop(), time.perf_counter() + patience_s
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if is_done() or time.perf_counter() > end else None)
    timer.start(50)
    loop.exec()
    timer.stop()
    if not is_done():
        raise TimeoutError("what was waited for did not come")


def main(words: list[str]) -> int:
    """Measure and print; 0 when the window's thread kept within its limits, by processor time."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    numbers = [float(word) for word in words if word != "who"]
    with tempfile.TemporaryDirectory() as home:
        os.environ["CNNSTUDIO_HOME"] = home
        found = measure(numbers[0] if numbers else SECONDS, who="who" in words)
    print(found.told())
    own = found.processor_ms
    return int(own.max() > BLOCK_MS or np.percentile(own, 99.9) > MOST_MS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
