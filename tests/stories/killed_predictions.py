"""Kills programs that predict a folder at random instants and looks what comes of it; see `test_killed_predictions`.

``python -m tests.stories.killed_predictions KILLS SEED``. Programs (forks of this one) predict one folder and sort
copies of its images; their own alarm ends them, like kill -9, at random instants; then the next goes on. When one comes
to its end, its files are compared with those of a prediction that was never disturbed, and a fresh folder is begun.
Prints one JSON object: ``kills``; ``ends``, folders that came to their end; ``differing``, those that are not byte for
byte the undisturbed ones (must be 0); ``torn``, files of the output that were neither whole nor absent after a kill
(must be 0); ``kept``, answers that were found after kills; and, as the control, ``twice``: answers that a program which
appends to its table and begins anew would have given a second time.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import torch  # noqa: F401 - imported once, not in every fork

from cnnstudio.workspace import predict_job
from cnnstudio.workspace.predict_job import PredictJob, PredictWish
from cnnstudio.workspace.prediction_journal import NAME
from tests.helpers.predictions import make_pictures
from tests.helpers.runs import make_run

IMAGES = 160
CHUNK = 4
"""Small, so that there is much to interrupt."""


class Proof:
    """One folder, its undisturbed answers, and an output that gets killed over and over."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home, self.rng = home, random.Random(seed)
        self._in_a_fork(lambda: make_run(home / "run"), None)
        self.run, = (path for path in (home / "run/runs").iterdir() if path.is_dir())
        self.folder = make_pictures(home / "pictures", IMAGES)
        predict_job.CHUNK_IMAGES = CHUNK
        begin = time.perf_counter()
        if not self._fork(self._wish("whole"), None):
            raise RuntimeError("the undisturbed prediction did not end")
        self.longest_s = time.perf_counter() - begin
        self.right = _bytes_of(home / "whole")

    def go(self, kills: int) -> Counter[str]:
        """Kill so many programs; the last folder is brought to its end."""
        found: Counter[str] = Counter()
        number = 0
        while found["kills"] < kills or number in self._open(found):
            ended = self._fork(self._wish(f"out{number}"), None if found["kills"] >= kills else self._delay())
            found["kills"] += not ended
            found.update(self._look(self.home / f"out{number}", ended=ended))
            if ended:
                found["ends"] += 1
                shutil.rmtree(self.home / f"out{number}")
                number += 1
        return found

    @staticmethod
    def _open(found: Counter[str]) -> tuple[int, ...]:
        """Return the folder that has been begun and not ended."""
        return (found["ends"],) if found["begun"] > found["ends"] else ()

    def _delay(self) -> float:
        return self.rng.uniform(self.longest_s / 4, self.longest_s)

    def _wish(self, name: str) -> PredictWish:
        out = self.home / name
        return PredictWish(self.run, self.folder, out, sort_into=out / "sorted", unsure=0.5, threads=1)

    def _fork(self, wish: PredictWish, alarm_s: float | None) -> bool:
        """Predict in a fork; whether it came to its end."""
        return self._in_a_fork(lambda: list(PredictJob(wish).run(lambda: False)), alarm_s)

    @staticmethod
    def _in_a_fork(work: Callable[[], object], alarm_s: float | None) -> bool:
        """Work in a fork, for threads of torch that this process had started would be missing in the next one."""
        child = os.fork()
        if child == 0:
            if alarm_s is not None:
                signal.signal(signal.SIGALRM, signal.SIG_DFL)
                signal.setitimer(signal.ITIMER_REAL, alarm_s)
            try:
                work()
                os._exit(0)
            finally:
                os._exit(1)
        status = os.waitpid(child, 0)[1]
        return not os.WIFSIGNALED(status) and os.WEXITSTATUS(status) == 0

    def _look(self, out: Path, *, ended: bool) -> Counter[str]:
        found = Counter(begun=int(not (out / ".seen").exists()))
        out.mkdir(exist_ok=True)
        (out / ".seen").touch()
        journal = out / NAME
        lines = journal.read_bytes().split(b"\n") if journal.exists() else []
        found["kept"] = max(0, len(lines) - 2)
        found["twice"] = 0 if ended else found["kept"]
        mine = _bytes_of(out)
        found["torn"] = sum(self.right.get(name) != digest for name, digest in mine.items() if name != NAME)
        found["differing"] = int(ended and mine != self.right)
        return found


def _bytes_of(out: Path) -> dict[str, str]:
    """Return name -> SHA-256 of the results; not of the summary, which holds times, nor of what a kill left half done.

    A half-written file has a name of its own that begins with a dot.
    """
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(out.rglob("*"))
            if path.is_file() and not path.name.startswith(".") and path.suffix != ".lock"
            and path.name != "summary.json"}


def main(kills: int, seed: int) -> None:
    """Print what came of it."""
    with tempfile.TemporaryDirectory() as home:
        print(json.dumps(dict(Proof(Path(home), seed).go(kills))))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
