"""Kills trainings at random instants, goes on with them, and prints what came of it; see `test_killed_trainings`.

``python -m tests.stories.killed_trainings KILLS SEED [few]``. One training after another runs as ``cnnstudio train`` in
a fork of this program (which has imported torch already), is killed with SIGKILL over and over, gone on with each time
as ``cnnstudio train --resume RUN``, and left alone in the end. Then its weights' files and its history are held against
those of a training that nobody disturbed. Prints one JSON object: ``kills`` and where they hit (``before_the_run``,
``before_a_save``, ``at_an_epoch``, ``within_an_epoch``: what was saved last), ``unreadable`` runs (must be 0),
``trainings`` and how many came out ``equal`` (must be all); ``epochs_read``, the kept weights of single epochs that
were read after the kills, and how many of them were ``epochs_different`` from the undisturbed training's (must be 0);
and as the controls, trainings gone on with without a part of what was saved, of which every one must come out
different: ``no_random_numbers``, ``no_optimizer``, ``no_position``; with ``few`` as a third word there are no controls.
"""

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
from typing import Any

import cnnstudio.data.batches
import cnnstudio.runs.weights
import cnnstudio.torch_network.builder
import cnnstudio.training.predict
import cnnstudio.training.trainer
import cnnstudio.workspace.run_keeper
from cnnstudio import cli
from cnnstudio.cli import train_command  # noqa: F401 - so that the forks need not
from cnnstudio.errors import CNNStudioError
from cnnstudio.runs.kept_epochs import kept_epochs, read_epoch
from cnnstudio.runs.manifest import read_manifest
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace import resume_job
from cnnstudio.workspace.checkpoint_pace import CheckpointPace
from tests.helpers.images import make_folder

IMAGES = {"cat": 100, "dog": 100}
EPOCHS = 4
RECIPE = ("--network", "small", "--image-size", "16", "--augment", "medium", "--epochs", f"{EPOCHS}",
          "--batch-size", "16", "--learning-rate", "0.01", "--schedule", "one_cycle", "--average-decay", "0.9",
          "--accumulation", "2", "--threads", "1", "--device", "cpu", "--seed", "3", "--json")
"""Dropout and batch normalisation are in the network, Adam is the usual optimiser."""
PACE_S = 0.02
"""Seconds between two saves: as often as not one is under way when the kill comes."""

COUNTED = ("kills", "before_the_run", "before_a_save", "at_an_epoch", "within_an_epoch", "unreadable", "trainings",
           "equal", "epochs_read", "epochs_different")

Fate = tuple[Any, ...]


class Proof:
    """One image folder, what an undisturbed training makes of it, and trainings that are killed."""

    def __init__(self, directory: Path, seed: int) -> None:
        os.environ["CNNSTUDIO_HOME"] = str(directory / "home")
        self.images = make_folder(directory / "images", IMAGES, 16)
        self.directory, self.rng = directory, random.Random(seed)
        begin = time.perf_counter()
        undisturbed = self._call(directory / "undisturbed")
        self.seconds = time.perf_counter() - begin
        self.expected = self._fate(undisturbed)
        self.epochs = {kept.path.name for kept in kept_epochs(undisturbed)}

    def run(self, kills: int) -> Counter[str]:
        """Kill so many trainings and count what was found."""
        found: Counter[str] = Counter()
        while found["kills"] < kills:
            found += self._training(self.directory / f"runs{found['trainings']}", kills - found["kills"])
        return found

    def _training(self, runs: Path, most_kills: int) -> Counter[str]:
        """Kill one training again and again, let it end, and compare."""
        found: Counter[str] = Counter(trainings=1)
        while found["kills"] < most_kills and self._killed(runs):
            found["kills"] += 1
            found += self._look(runs)
        path = _run(runs)
        if path is None or RunFolder.load(path).record.status == "unfinished":  # the last one was not killed in time
            path = self._call(runs)
        found["equal"] += self._fate(path) == self.expected
        shutil.rmtree(runs)
        return found

    def _killed(self, runs: Path) -> bool:
        """Begin or go on, kill at a random instant; return whether that came before the end."""
        child = self._fork(runs)
        time.sleep(self.rng.uniform(0, self.seconds))
        os.kill(child, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])

    def _look(self, runs: Path) -> Counter[str]:
        """Say what the last kill left."""
        path = _run(runs)
        if path is None:
            return Counter(before_the_run=1)
        try:
            run, epochs = RunFolder.load(path), self._kept(path)
            if not run.has_checkpoint:
                return Counter(before_a_save=1) + epochs
            return Counter(("within_an_epoch" if run.load_checkpoint().state["step"] else "at_an_epoch",)) + epochs
        except CNNStudioError:
            return Counter(unreadable=1)

    def _kept(self, path: Path) -> Counter[str]:
        """Read what is kept of single epochs; a file's name holds the hash of what is in it."""
        kept = kept_epochs(path)
        for one in kept:
            read_epoch(one)
        return Counter(epochs_read=len(kept), epochs_different=sum(one.path.name not in self.epochs for one in kept))

    def controls(self) -> dict[str, bool]:
        """Go on with a killed training without parts of what was saved; return for each whether that shows.

        It is killed in the middle: after the last step nothing is drawn any more, and nothing optimised.
        """
        runs = self.directory / "control"
        while not self._look(runs)["within_an_epoch"] or not 0 < _epochs(runs) < EPOCHS - 1:
            shutil.rmtree(runs, ignore_errors=True)
            self._killed(runs)
        results = {"none": self._fate_without(runs, lambda _state: None)}
        results |= {name: self._fate_without(runs, spoil) for name, spoil in SPOILERS.items()}
        return {name: fate != self.expected for name, fate in results.items()}

    def _fate_without(self, runs: Path, spoil: Callable[[dict[str, Any]], None]) -> Fate:
        copy = Path(shutil.copytree(runs, self.directory / "spoiled"))
        try:
            return self._fate(self._call(copy, spoil))
        finally:
            shutil.rmtree(copy)

    def _call(self, runs: Path, spoil: Callable[[dict[str, Any]], None] | None = None) -> Path:
        """Begin or go on, and let it come to its end; return the run."""
        _, status = os.waitpid(self._fork(runs, spoil), 0)
        assert status == 0, [log.read_text() for log in self.directory.glob("**/*log")]
        path = _run(runs)
        assert path is not None
        return path

    def _fork(self, runs: Path, spoil: Callable[[dict[str, Any]], None] | None = None) -> int:
        path = _run(runs)
        words = ["train", str(self.images), *RECIPE] if path is None else ["train", "--resume", str(path), "--json"]
        child = os.fork()
        if child:
            return child
        with (self.directory / "log").open("wb") as log:
            for stream in (1, 2):
                os.dup2(log.fileno(), stream)
        cnnstudio.workspace.run_keeper.CheckpointPace = lambda _s: CheckpointPace(PACE_S, share=1.0)
        if spoil is not None:
            _spoil_states(spoil)
        os._exit(cli.main([*words, "--runs", str(runs)]))

    @staticmethod
    def _fate(path: Path) -> Fate:
        """Return all that must be equal: weights, history, evaluation and the sentence at the end."""
        run = RunFolder.load(path)
        record, members = run.record, read_manifest(path).members
        rows = tuple(tuple(getattr(row, name) for name in row.__slots__ if name not in ("images_per_s", "seconds"))
                     for row in record.history)
        return (members["weights"].sha256, members["best"].sha256, members["module"].sha256, rows,
                repr(record.evaluation), record.status, record.message)


def _run(runs: Path) -> Path | None:
    """Return the one run in a folder; None when there is none yet."""
    found = [path for path in runs.glob("[!.]*") if (path / "manifest.json").exists()]
    return found[0] if found else None


def _epochs(runs: Path) -> int:
    path = _run(runs)
    return len(RunFolder.load(path).record.history) if path is not None else 0


def _spoil_states(spoil: Callable[[dict[str, Any]], None]) -> None:
    """Let this process go on without a part of what was saved."""
    whole = resume_job.modern_state

    def spoiled(*arguments: Any) -> dict[str, Any]:
        state = whole(*arguments)
        spoil(state)
        return state

    resume_job.modern_state = spoiled


def _without_random_numbers(state: dict[str, Any]) -> None:
    import torch

    state["steps"]["random"] = [torch.Generator().manual_seed(3).get_state()]


def _without_optimizer(state: dict[str, Any]) -> None:
    state["steps"]["optimizer"]["state"] = {}


def _without_position(state: dict[str, Any]) -> None:
    state["step"] = 0


SPOILERS: dict[str, Callable[[dict[str, Any]], None]] = {
    "no_random_numbers": _without_random_numbers, "no_optimizer": _without_optimizer,
    "no_position": _without_position}


def main(kills: int, seed: int, *, has_controls: bool) -> dict[str, Any]:
    """Run the proof in a temporary folder."""
    with tempfile.TemporaryDirectory() as directory:
        proof = Proof(Path(directory), seed)
        found = proof.run(kills)
        return {name: found[name] for name in COUNTED} | (
            {"different": proof.controls()} if has_controls else {})


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:3]), has_controls="few" not in sys.argv)))
