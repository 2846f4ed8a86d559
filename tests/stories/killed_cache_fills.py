"""Kills programs that fill the pixel cache at random instants and prints what is found; see `test_killed_cache_fills`.

``python -m tests.stories.killed_cache_fills KILLS SEED``. Each round one or two programs (forks of this one) fill the
same file; their own alarm ends them, like kill -9, somewhere between their first and their last row. Then another one
reads every row. Prints one JSON object: ``kills``; ``wrong``, rows that are believed and hold other pixels (must be 0);
``believed`` and ``again``, rows found sound and rows decoded again; and, as the control, what would be believed without
checksums: ``holes`` and ``torn``, rows not written at all or only in part.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.loading import load
from cnnstudio.data.pixels.source import FolderSource, open_source
from tests.helpers.images import make_folder

CONFIG = PreprocessConfig(height=384, width=384)
"""Rows of 442 kB: much of the time goes into writing them, so that a kill may tear one."""
IMAGES = {"cat": 12, "dog": 12}
ROUNDS_A_FILE = 3


class Proof:
    """One folder, its right pixels, and a cache that gets killed over and over."""

    def __init__(self, directory: Path, seed: int) -> None:
        self.folder: ImageFolder = scan(make_folder(directory / "images", IMAGES, 24))
        self.cache = directory / "cache"
        self.right = np.stack([load(file.path, CONFIG).input_pixels for file in self.folder.files])
        self.rng = random.Random(seed)
        begin = time.perf_counter()
        self._in_a_fork(lambda: self._fill(np.arange(len(self.right))))
        self.longest_s = time.perf_counter() - begin

    def run(self, kills: int) -> Counter[str]:
        """Kill so many programs and count what was found after each round."""
        found: Counter[str] = Counter()
        while found["kills"] < kills:
            if found["rounds"] % ROUNDS_A_FILE == 0:
                self._begin_anew()
            found["rounds"] += 1
            found.update(self._round(programs=self.rng.choice((1, 2))))
        return found

    def _round(self, programs: int) -> Counter[str]:
        children = [self._fork(self._doomed_fill) for _ in range(programs)]
        killed = sum(os.WIFSIGNALED(os.waitpid(child, 0)[1]) for child in children)
        return Counter(kills=killed) + self._look()

    def _look(self) -> Counter[str]:
        """Read every row with and without looking at the checksums, and then all images as a training does."""
        source = self._open()
        file = source._file
        assert file is not None
        found: Counter[str] = Counter()
        row = np.empty_like(self.right[0])
        for place, right in enumerate(self.right):
            if file.read(place, row):
                found["believed"] += 1
                found["wrong"] += not np.array_equal(row, right)
            else:
                found["again"] += 1
                found["torn" if row.any() else "holes"] += not np.array_equal(row, right)
        if self.rng.random() < 0.3:  # else the next round goes on where the killed programs were
            found["wrong"] += int((source.take(np.arange(len(self.right))) != self.right).any(axis=(1, 2, 3)).sum())
        return found

    def _doomed_fill(self, seed: int) -> None:
        """Fill in an order of its own until the alarm ends the process at once, without any clean-up."""
        rng = random.Random(seed)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, max(1e-4, rng.random() * self.longest_s))
        order = np.arange(len(self.right))
        rng.shuffle(order)
        self._fill(order)

    def _fill(self, order: np.ndarray) -> None:
        source = self._open()
        with source.reading_ahead(order):
            for place in order:
                source.take(np.array([place]))

    def _open(self) -> FolderSource:
        return open_source(self.folder, CONFIG, self.cache, limit=10**9)

    def _begin_anew(self) -> None:
        for file in self.cache.glob("*"):
            file.unlink()

    def _fork(self, work: Callable[[int], object]) -> int:
        seed = self.rng.getrandbits(32)
        child = os.fork()
        if not child:
            work(seed)
            os._exit(0)
        return child

    def _in_a_fork(self, work: Callable[[], object]) -> None:
        os.waitpid(self._fork(lambda _seed: work()), 0)


def main(kills: int, seed: int) -> dict[str, int]:
    """Run the proof in a temporary folder."""
    with tempfile.TemporaryDirectory() as directory:
        found = Proof(Path(directory), seed).run(kills)
    return {name: found[name] for name in ("kills", "rounds", "wrong", "believed", "again", "holes", "torn")}


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:3]))))
