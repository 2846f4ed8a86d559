"""How long the Look inside page takes for what a user does with one image in the published network, at 224 pixels.

`python -m tests.bench.look_speed [rounds]` shows the page's own session and image at 1920 x 1080, drawn offscreen, and
prints medians of the processor time, so that a busy machine matters little, from the click to the painted picture: of
what is known already, of what only the network's tail has to run for, and of a new image.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

ROUNDS = 20
_COLORS = ("viridis", "cividis", "magma", "inferno")


class Desk:
    """A session and the canvas it is shown on, without a window around them."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication

        from cnnstudio.ui.inspector.look import LookSession
        from cnnstudio.ui.inspector.map_canvas import MapCanvas
        from cnnstudio.ui.inspector.tabs import LookSelection
        from cnnstudio.ui.workers import JobRunner

        self.application = QApplication.instance() or QApplication([])
        self.jobs = JobRunner()
        self.session = LookSession(self.jobs, LookSelection(), self.jobs)
        self.canvas = MapCanvas(self.jobs)
        self.canvas.view.resize(1920, 1080)
        self.canvas.view.show()
        self.answers = 0
        self.session.answered.connect(self._show)

    def _show(self, look: object) -> None:
        self.answers += 1
        if self.canvas.laid is None or self._image is not look.image:
            self.canvas.show_image(look.image)
        self._image = look.image
        self.canvas.show_map(look.image, look.map)

    def until(self, done: Callable[[], bool]) -> None:
        """Let events happen until ``done``."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        watch = QTimer(interval=1)    # asleep between two looks: a loop that spins would take the worker's processor
        watch.timeout.connect(lambda: done() and loop.quit())
        watch.start()
        if not done():
            loop.exec()
        watch.stop()

    def settle(self) -> None:
        """Wait until everything near is at hand."""
        self.until(lambda: not self.jobs.is_running("explain"))

    def time_ms(self, act: Callable[[], object]) -> float:
        """Return the processor time of all threads from ``act`` to the answer, and of the window's thread to paint it.

        What is known is answered before ``act`` returns; then only the window's thread counts, for the worker goes on
        to what may be wanted next.
        """
        before, begin, begin_here = self.answers, time.process_time(), time.thread_time()
        act()
        if self.answers > before:
            self.canvas.view.grab()
            return 1000 * (time.thread_time() - begin_here)
        self.until(lambda: self.answers > before)
        answered, here = time.process_time(), time.thread_time()
        self.canvas.view.grab()
        return 1000 * (answered - begin + time.thread_time() - here)

    def style_ms(self, **values: object) -> float:
        """Return the time of the window's thread from a change of style to the painted picture."""
        from dataclasses import replace

        begin = time.thread_time()
        self.canvas.set_style(replace(self.canvas.style, **values))
        self.canvas.view.grab()
        return 1000 * (time.thread_time() - begin)


def measure(folder: Path, rounds: int = ROUNDS) -> dict[str, float]:
    """Return medians in milliseconds by what was done."""
    from PIL import Image

    from cnnstudio.explain.target import Target
    from cnnstudio.workspace.loaded_run import IMAGENET_RUN

    desk, session = Desk(), None
    import torch

    torch.set_num_threads(1)
    draws = np.random.default_rng(0)
    paths = [folder / f"{number}.png" for number in range(rounds + 1)]
    for path in paths:
        Image.fromarray(draws.integers(0, 256, (600, 800, 3), dtype=np.uint8)).save(path)
    session = desk.session
    desk.time_ms(lambda: session.look_at_run(IMAGENET_RUN, paths[0]))
    desk.settle()
    desk.style_ms(color_map="grey")    # the first one fetches fonts and tables
    layers = [layer.key for layer in session.image.layers if layer.is_single]
    likeliest = np.argsort(-session.image.logits)
    found: dict[str, list[float]] = {}

    def note(name: str, value: float) -> None:
        found.setdefault(name, []).append(value)

    for number in range(rounds):
        for color_map in _COLORS:
            note("colours", desk.style_ms(color_map=color_map))
        for sign in ("both", "negative", "positive"):
            note("sign", desk.style_ms(sign=sign))
        note("known method", desk.time_ms(lambda n=number: session.look_with(("hirescam", "grad-cam")[n % 2])))
        desk.settle()
        note("known class", desk.time_ms(lambda n=number: session.look_for(Target(index=int(likeliest[n % 2 + 1])))))
        desk.settle()
        unseen = int(likeliest[10 + number])
        note("new class", desk.time_ms(lambda k=unseen: session.look_for(Target(index=k))))
        desk.settle()
        note("known layer", desk.time_ms(lambda n=number: session.look_in_layer(layers[-1 - n % len(layers)])))
        desk.settle()
        session.look_in_layer("auto")
        session.look_for(Target())
        desk.settle()
        note("new image", desk.time_ms(lambda n=number: session.look_at_image(paths[n + 1])))
        desk.settle()
    desk.jobs.stop_all(60_000)
    desk.canvas.view.close()
    return {name: statistics.median(values) for name, values in found.items()}


def main(words: list[str]) -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        for name, value in measure(Path(folder), int(words[0]) if words else ROUNDS).items():
            print(f"  {name:14s} {value:6.1f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])
