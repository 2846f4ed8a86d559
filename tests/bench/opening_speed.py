"""How long the window's thread is busy without a break while the program starts and opens its first folder.

`python -m tests.bench.opening_speed [images] [at once|loaded] [who]` prints the figures of the real window, drawn
offscreen; ``who`` adds which calls the long pieces of work were in. Times are processor time of the window's thread,
so that other programs on the machine do not count.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.bench.made_images import make_images

IMAGES = 2000
SIDE_PX = 48
BLOCK_MS = 50.0
MOMENTS = ("at once", "loaded")
"""When the folder is opened: with the first paint, or when the engine is there."""
_BEAT_MS = 5
_QUIET_BEATS = 60
_SAMPLE_S = 0.002
_TOLD_FRAMES = 14


@dataclass(frozen=True)
class Opening:
    """What one start of the program came to."""

    first_paint_s: float
    """Processor time of the window's thread until the first paint."""
    shown_s: float
    """From the wish to open the folder until its images can be seen, on the clock."""
    gaps_ms: tuple[float, ...]
    """Processor time of each turn of the event loop from the first paint on, the longest first."""
    shown: int
    """Images on the Data page at the end."""
    calls: tuple[str, ...] = ()
    """What was seen in the turns over `BLOCK_MS`."""

    def told(self) -> str:
        """Return the figures in a line."""
        longest = ", ".join(f"{gap:.0f}" for gap in self.gaps_ms[:8])
        late = sum(gap > BLOCK_MS for gap in self.gaps_ms)
        return (f"first paint after {self.first_paint_s:.2f} s, {self.shown:,} images shown {self.shown_s:.2f} s after "
                f"the wish, {late} turns over {BLOCK_MS:.0f} ms, longest {longest} ms, "
                f"all together {sum(self.gaps_ms) / 1e3:.2f} s")


def measure_opening(folder: Path, home: Path, moment: str = MOMENTS[0], *, who: bool = False) -> Opening:
    """Start the program in a process of its own, whose files are below ``home``, and let it open ``folder``."""
    own = {"CNNSTUDIO_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench.opening_speed", "--inside", str(folder), moment, *["who"] * who]
    answer = subprocess.run(command, env={**os.environ, **own}, check=True,
                            stdout=subprocess.PIPE, text=True, timeout=300)
    values = json.loads(answer.stdout.splitlines()[-1])
    return Opening(**{key: tuple(value) if isinstance(value, list) else value for key, value in values.items()})


def _inside(folder: Path, moment: str, *, who: bool) -> None:
    """Open the folder in the real window and print what was measured; the process ends here."""
    from cnnstudio.training.threads import set_spin_count

    set_spin_count()
    from PySide6.QtCore import QObject, Qt, QTimer

    from cnnstudio.ui import app
    from cnnstudio.ui.main_window import MainWindow

    class Heart(QObject):
        """Beats in the window's thread, opens the folder when it is time and ends the program when all is quiet."""

        def __init__(self, window: MainWindow) -> None:
            super().__init__(window)
            self.window, self.gaps, self.marks = window, [], []
            self.first_paint_s = self.wished = self.shown = 0.0
            self.last, self.quiet = 0.0, 0
            self.timer = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
            self.timer.timeout.connect(self.beat)
            window.first_painted.connect(self.begin)

        def begin(self) -> None:
            self.first_paint_s = self.last = time.thread_time()
            self.marks.append(time.perf_counter())
            self.timer.start()

        def beat(self) -> None:
            now = time.thread_time()
            self.gaps.append((now - self.last) * 1e3)
            self.marks.append(time.perf_counter())
            self.last = now
            self.follow()

        def follow(self) -> None:
            window = self.window
            is_ready = moment == MOMENTS[0] or bool(window.engine.text and not window.engine.is_loading)
            if not self.wished and is_ready:
                self.wished = time.perf_counter()
                window.open_folder(folder)
                return
            page = window.pages.built("data")
            shown = page.shown_count if page is not None and hasattr(page, "shown_count") else 0
            if shown and not self.shown:
                self.shown = time.perf_counter()
            is_quiet = shown and not window.jobs.active(with_quiet=True) and self.gaps[-1] < 2
            self.quiet = self.quiet + 1 if is_quiet else 0
            if self.quiet > _QUIET_BEATS:
                self.end(shown)

        def end(self, shown: int) -> None:
            calls = watch.calls(self.marks, self.gaps) if watch is not None else []
            values = {"first_paint_s": self.first_paint_s, "shown_s": self.shown - self.wished,
                      "gaps_ms": sorted(self.gaps, reverse=True), "shown": shown, "calls": calls}
            sys.stdout.write(json.dumps(values) + "\n")
            sys.stdout.flush()
            os._exit(0)

    watch = _Watch() if who else None
    application = app.create_application()
    window = MainWindow()
    heart = Heart(window)
    app._Start(window, None, None)
    window.show()
    assert heart.window is window
    application.exec()


class _Watch(threading.Thread):
    """Notes every few milliseconds which calls the first thread is in."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        sys.setswitchinterval(_SAMPLE_S / 4)
        self._seen: list[tuple[float, tuple[str, ...]]] = []
        self.start()

    def run(self) -> None:
        main = threading.main_thread().ident
        while True:
            frame = sys._current_frames()[main]
            lines = tuple(f"{Path(line.filename).name}:{line.lineno} {line.name}"
                          for line in traceback.StackSummary.extract(traceback.walk_stack(frame), lookup_lines=False))
            self._seen.append((time.perf_counter(), lines[::-1]))
            del frame
            time.sleep(_SAMPLE_S)

    def calls(self, marks: list[float], gaps: list[float]) -> list[str]:
        """Return what was seen in the turns over `BLOCK_MS`, the calls that took most first."""
        return [line for (start, end), gap in zip(pairwise(marks), gaps, strict=True)
                if gap > BLOCK_MS for line in self._between(start, end, gap)]

    def _between(self, start: float, end: float, gap_ms: float) -> list[str]:
        stacks = [lines for at, lines in self._seen if start <= at <= end]
        counts = Counter(line for lines in stacks for line in dict.fromkeys(lines))
        share = max(len(stacks), 1)
        return [f"{gap_ms:.0f} ms of work, {(end - start) * 1e3:.0f} on the clock, {len(stacks)} looks:",
                *(f"   {100 * count / share:3.0f} %  {line}" for line, count in counts.most_common(_TOLD_FRAMES * 3)
                  if count > share / 12)]


def main(words: list[str]) -> None:
    """Print the figures, or measure inside the process that was started for it."""
    who = "who" in words
    words = [word for word in words if word != "who"]
    if words[:1] == ["--inside"]:
        _inside(Path(words[1]), words[2], who=who)
    count = int(words[0]) if words else IMAGES
    with tempfile.TemporaryDirectory() as name:
        folder = make_images(Path(name) / "pictures", count, SIDE_PX, "png")
        for moment in words[1:] or MOMENTS:
            for turn in range(2):  # the second time the folder is known
                opening = measure_opening(folder, Path(name) / moment, moment, who=who)
                print(f"{moment}, {'again' if turn else 'first'}: {opening.told()}")
                print(*opening.calls, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
