"""How long the window's thread is busy with what a user does on the Look inside page.

`python -m tests.bench.inspector_page_speed [images] [rounds]` prints processor times of the window's thread, drawn
offscreen, so that a busy machine matters little: the list with so many images (filter, order, a frame of scrolling),
and in the real window with a trained network the first visits of page and tabs and the steps from layer to layer.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

IMAGES, ROUNDS = 10_000, 5
BAR_MS = 50.0
_QUIET_S = 0.3


def busy_ms(act: Callable[[], object]) -> float:
    """Return the processor time of this thread from an act to what was painted after it."""
    from PySide6.QtWidgets import QApplication

    begin = time.thread_time()
    act()
    QApplication.processEvents()
    return 1000 * (time.thread_time() - begin)


def list_times(count: int, rounds: int = ROUNDS) -> dict[str, float]:
    """Return medians in milliseconds of what is done with a list of ``count`` images whose files are not there."""
    from PySide6.QtWidgets import QComboBox

    from cnnstudio.ui import app
    from cnnstudio.ui.image_filter import ImageFilter
    from cnnstudio.ui.inspector.image_list import ImageList
    from cnnstudio.ui.inspector.predictions import from_arrays

    app.create_application()
    draws = np.random.default_rng(0)
    shares = draws.dirichlet(np.ones(10), count).astype(np.float32)
    rows = from_arrays([Path(f"/away/{number:06d}.png") for number in range(count)], draws.integers(0, 10, count),
                       shares, draws.random(count))
    view = ImageList()
    view.resize(250, 700)
    view.set_class_names([f"class {number}" for number in range(10)])
    view.show()
    orders = view.filters.findChild(QComboBox, "filter_order")
    bar = view._view.verticalScrollBar()
    acts = {
        "all rows": lambda _: view.set_rows(rows),
        "filter": lambda number: view.set_filter(ImageFilter(true_class=number % 10)),
        "no filter": lambda _: view.set_filter(ImageFilter()),
        "order": lambda number: orders.setCurrentIndex(1 + number % 4),
        "next image": lambda _: view.step(1),
    }
    found = {name: statistics.median(busy_ms(lambda act=act, number=number: act(number)) for number in range(rounds))
             for name, act in acts.items()}
    found["scroll frame"] = statistics.median(
        busy_ms(lambda at=at: bar.setValue(at * 37)) for at in range(20 * rounds))
    view.close_threads()
    return found


class Turns:
    """Notes what every turn of the event loop takes of the window's thread."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._last, self._longest = 0.0, 0.0
        self._beat = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._beat.timeout.connect(self._note)
        self._beat.start()

    def _note(self) -> None:
        now = time.thread_time()
        self._longest = max(self._longest, 1000 * (now - self._last))
        self._last = now

    def of(self, act: Callable[[], object], is_done: Callable[[], bool]) -> float:
        """Return the longest turn in milliseconds, from an act until all it led to is done."""
        from tests.bench.training_heartbeat import wait_until

        quiet_from = [0.0]

        def quiet() -> bool:
            if not is_done():
                quiet_from[0] = 0.0
                return False
            quiet_from[0] = quiet_from[0] or time.perf_counter()
            return time.perf_counter() - quiet_from[0] > _QUIET_S

        self._last, self._longest = time.thread_time(), 0.0
        act()
        wait_until(None, quiet)
        return self._longest


def page_times() -> dict[str, list[float]]:
    """Return the longest turns in milliseconds by what was done in the window with a network trained on photographs."""
    from tests.bench.training_heartbeat import ready_window, wait_until

    application, window = ready_window()
    window.open_sample("photos")
    workspace = window.workspace
    wait_until(application, lambda: workspace.folder is not None and workspace.folder.is_checked)
    workspace.set_train_config(workspace.train_config.model_copy(update={"epochs": 2}))
    window.start_training()
    wait_until(application, lambda: workspace.runs.current is not None and not window.jobs.is_running("train"))
    found: dict[str, list[float]] = {}
    turns = Turns()

    def note(name: str, act: Callable[[], object]) -> None:
        found.setdefault(name, []).append(turns.of(act, lambda: not window.jobs.active(with_quiet=True)))

    window.show_page("network")
    note("first visit of the page", lambda: window.show_page("look"))
    page = window.page("look")
    tabs = page.body.tabs
    note("tabs built ahead", lambda: wait_until(application, lambda: all(map(tabs.widget, tabs.names))))
    for name in tabs.names[1:]:
        note(f"first visit of {name}", lambda name=name: tabs.show_tab(name))
    tabs.show_tab("heatmap")
    for _ in range(5):
        note("next image", lambda: page.body.images.step(1))
    for layer in page.body.layers.slider.layers:
        note("layer of the heatmap", lambda layer=layer: page.body.layers.layer_requested.emit(layer.id))
    for name in ("maps", "steps"):
        tabs.show_tab(name)
        for layer in tabs.widget(name).strip.layers:
            strip = tabs.widget(name).strip
            note(f"layer of {name}", lambda strip=strip, layer=layer: strip.layer_requested.emit(layer.id))
    window.jobs.stop_all(60_000)
    window.close()
    return found


def main(words: list[str]) -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count = int(words[0]) if words else IMAGES
    rounds = int(words[1]) if len(words) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as home:
        os.environ["CNNSTUDIO_HOME"] = home
        print(f"the list with {count:,} images, medians of processor time of the window's thread:")
        for name, value in list_times(count, rounds).items():
            print(f"  {name:26s} {value:6.1f} ms")
        print(f"the page with a network trained on photographs, longest turns (bar {BAR_MS:.0f} ms): middle, longest")
        for name, values in page_times().items():
            print(f"  {name:26s} {statistics.median(values):6.1f} {max(values):6.1f} ms  of {len(values)}")


if __name__ == "__main__":
    main(sys.argv[1:])
