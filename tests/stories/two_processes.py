"""Trains one network with several processes and holds it against one process; see `test_two_processes`.

``python -m tests.stories.two_processes [few]``. One training is started by torchrun, the others run as ``cnnstudio
train`` in forks of this program (which has imported torch already) with the environment torchrun gives its processes;
all keep their runs. The network has batch normalisation and dropout; the recipe has augmentation, balanced class
weights, gathered batches, parts of batches, averaged weights, and a last batch that is smaller. Prints one JSON object:

``difference``: largest difference of a loss in the history, between one process and 2 that torchrun started (without
``few`` also 2 and 3 forks); ``accuracies``: whether all accuracies, recalls and the evaluation's figures are the same;
``resumed``: the same difference for trainings that one process began and two went on with, and the other way round;
``away``: the same where a process could not reach its images for a while, with what the record notes;
``killed``, ``silent``, ``failed``: how the processes of a training ended when one was killed, stood still, met an image
that is not finite, or had no memory left;
``different``: the controls' differences: gradients that are not added up, processes that count alike however many
images they have, batch normalisation of each process alone, dropout of each process alone.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

import cnnstudio.data.batches
import cnnstudio.data.pixels.source
import cnnstudio.runs.weights
import cnnstudio.torch_network.builder
import cnnstudio.training.distributed.together
import cnnstudio.training.predict
import cnnstudio.training.trainer
from cnnstudio import cli
from cnnstudio.cli import train_command  # noqa: F401 - so that the forks need not
from cnnstudio.errors import ImagesAwayError
from cnnstudio.runs.record import RunRecord
from cnnstudio.runs.store import RunFolder
from cnnstudio.training import tally
from cnnstudio.training.distributed import shared_layers, together
from tests.helpers.images import make_folder

IMAGES = {"cat": 60, "dog": 41, "owl": 20}
"""96 or so to train on: the last of the batches is smaller, and the classes weigh differently."""
RECIPE = ("--network", "small", "--image-size", "16", "--augment", "medium", "--batch-size", "20", "--micro-batch", "9",
          "--learning-rate", "0.003", "--schedule", "one_cycle", "--average-decay", "0.9", "--accumulation", "2",
          "--class-weights", "balanced", "--threads", "1", "--device", "cpu", "--seed", "3")
INTERRUPTED_AFTER = 6
"""Steps, in the middle of the second epoch and between two batches of one update."""
FIGURES = ("train_loss", "val_loss")

Spoil = Callable[[int], None]
"""Changes the program in the process with this number."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How the processes of one training ended."""

    statuses: list[int]
    said: list[str]
    """What each of them printed."""


class Proof:
    """One image folder and the trainings on it."""

    def __init__(self, directory: Path, epochs: int) -> None:
        os.environ["CNNSTUDIO_HOME"] = str(directory / "home")
        self.images = make_folder(directory / "images", IMAGES, 16)
        self.directory = directory
        self.words = ["train", str(self.images), *RECIPE, "--epochs", str(epochs)]
        self.expected = self.record("alone", 1)

    def record(self, name: str, count: int, spoil: Spoil | None = None) -> RunRecord:
        """Train with so many processes and return the run's record."""
        ended = self.train(name, count, spoil)
        assert not any(ended.statuses), ended.said
        return RunFolder.load(self.run(name)).record

    def run(self, name: str) -> Path:
        """Return the one run of a training."""
        found = [path for path in (self.directory / name).glob("[!.]*") if (path / "manifest.json").exists()]
        assert len(found) == 1, found
        return found[0]

    def train(self, name: str, count: int, spoil: Spoil | None = None, *, resumes: bool = False,
              more: tuple[str, ...] = ()) -> Ended:
        """Begin a training, or go on with it, and wait for its processes."""
        words = ["train", "--resume", str(self.run(name))] if resumes else self.words
        words = [*words, "--runs", str(self.directory / name), *more]
        with _free_port() as port:
            children = [self._fork(name, rank, count, port, words, spoil) for rank in range(count)]
        statuses = [self._ended(child) for child in children]
        return Ended(statuses, [self._log(name, rank).read_text() for rank in range(count)])

    @staticmethod
    def _ended(child: int) -> int:
        """Wait for the end of a process; one that stands still is killed: it is waited for after the others."""
        _, status = os.waitpid(child, os.WUNTRACED)
        if os.WIFSTOPPED(status):
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status)

    def _log(self, name: str, rank: int) -> Path:
        return self.directory / f"{name}-{rank}.log"

    def _fork(self, name: str, rank: int, count: int, port: int, words: list[str], spoil: Spoil | None) -> int:
        child = os.fork()
        if child:
            return child
        with self._log(name, rank).open("wb") as log:
            for stream in (1, 2):
                os.dup2(log.fileno(), stream)
        if count > 1:
            os.environ |= {"RANK": str(rank), "LOCAL_RANK": str(rank), "WORLD_SIZE": str(count),
                           "LOCAL_WORLD_SIZE": str(count), "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
        if spoil is not None:
            spoil(rank)
        os._exit(cli.main(words))

    def difference(self, record: RunRecord) -> float:
        """Return the largest difference of a loss of an epoch from the expected one; infinite where epochs differ."""
        rows, expected = record.history, self.expected.history
        if len(rows) != len(expected):
            return float("inf")
        return max(abs(getattr(row, name) - getattr(other, name))
                   for row, other in zip(rows, expected, strict=True) for name in FIGURES)

    def are_accuracies_equal(self, record: RunRecord) -> bool:
        """Whether everything that is counted comes out the same."""
        def counted(one: RunRecord) -> list[Any]:
            assert one.evaluation is not None
            rows = [(row.train_accuracy, row.val_accuracy, row.recalls, [layer.dead_share for layer in row.layers])
                    for row in one.history]
            return [rows, one.best_epoch, one.evaluation.confusion.tolist()]

        return counted(record) == counted(self.expected)

    def resumed(self, before: int, after: int) -> float:
        """Stop a training in the middle of an epoch, go on with another number of processes, and compare."""
        name = f"resumed-{before}-{after}"
        stopping = before - 1  # one of several is enough
        ended = self.train(name, before, lambda rank: _at_step(signal.SIGTERM) if rank == stopping else None)
        assert ended.statuses[stopping] == 130, ended
        record = RunFolder.load(self.run(name)).record
        assert (record.status, len(record.history)) == ("stopped", 1), record
        assert record.processes == before
        again = self.train(name, after, resumes=True)
        assert not any(again.statuses), again
        record = RunFolder.load(self.run(name)).record
        assert record.processes == after
        return self.difference(record)

    def by_torchrun(self) -> RunRecord:
        """Train with two processes that torchrun starts."""
        words = [*self.words, "--runs", str(self.directory / "by-torchrun"), "--json"]
        torchrun = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
        answer = subprocess.run([*torchrun, "-m", "cnnstudio", *words], capture_output=True, text=True, check=False)
        assert answer.returncode == 0, answer.stderr
        events = [json.loads(line)["event"] for line in answer.stdout.splitlines()]
        assert (events[0], events[-1]) == ("started", "finished")
        assert len(events) == len(set(events) - {"epoch"}) + events.count("epoch")  # the first process alone prints
        return RunFolder.load(self.run("by-torchrun")).record

    def away(self) -> dict[str, Any]:
        """Let one of two processes find its images away for a while."""
        record = self.record("away", 2, lambda rank: _unplug_for_a_while() if rank else None)
        return {"difference": self.difference(record), "noted": list(record.notices)}

    def silent(self) -> dict[str, Any]:
        """Let one of two processes stand still; say what the other one does after the time it was given."""
        ended = self.train("silent", 2, lambda rank: _at_step(signal.SIGSTOP) if rank else None,
                           more=("--process-timeout", "3"))
        return {"statuses": ended.statuses, "said": _sentence(ended.said[0])}

    def killed(self, victim: int) -> dict[str, Any]:
        """Kill one of two processes; say what the other did, and whether the run can go on."""
        name = f"killed-{victim}"
        ended = self.train(name, 2, lambda rank: _at_step(signal.SIGKILL) if rank == victim else None)
        again = self.train(name, 1, resumes=True)
        record = RunFolder.load(self.run(name)).record
        return {"statuses": ended.statuses, "said": _sentence(ended.said[1 - victim]), "resumed": again.statuses,
                "difference": self.difference(record)}

    def failed(self, name: str, spoil: Callable[[], None]) -> dict[str, Any]:
        """Let one of two processes meet trouble; say how both end."""
        ended = self.train(name, 2, lambda rank: spoil() if rank else None)
        record = RunFolder.load(self.run(name)).record
        told = [_sentence(said) for said in ended.said]
        return {"statuses": ended.statuses, "said": told, "recorded": record.message, "status": record.status}


def _sentence(said: str) -> str:
    """Return the last line that was printed."""
    assert "Traceback" not in said, said
    return said.strip().rpartition("\n")[2]


@contextmanager
def _free_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    yield port


def _at_step(number: signal.Signals) -> None:
    """Send this process a signal after `INTERRUPTED_AFTER` steps."""
    runner = cnnstudio.training.trainer.StepRunner
    whole, left = runner.train, [INTERRUPTED_AFTER]

    def train(self: Any, *arguments: Any, **others: Any) -> Any:
        result = whole(self, *arguments, **others)
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), number)
        return result

    runner.train = train


def _spoil_an_image() -> None:
    """Let an image of the fourth batch, which this process computes, hold NaN."""
    batches = cnnstudio.data.batches.Batches
    whole = batches._batch

    def spoiled(self: Any, order: Any, number: int, step: int) -> Any:
        batch = whole(self, order, number, step)
        if self._shuffle and step == 3:
            batch.images[1, 0, 2, 2] = float("nan")
        return batch

    batches._batch = spoiled


def _use_up_the_memory() -> None:
    """Let torch find no memory in the fourth step of this process."""
    runner = cnnstudio.training.trainer.StepRunner
    whole, left = runner._logits, [8]

    def logits(self: Any, *arguments: Any) -> Any:
        left[0] -= 1
        if not left[0]:
            raise torch.OutOfMemoryError("tried to allocate 8000000 bytes")
        return whole(self, *arguments)

    runner._logits = logits


def _unplug_for_a_while() -> None:
    """Let this process find its images away when it takes those of the fifth batch, and back after a second."""
    source = cnnstudio.data.pixels.source.FolderSource
    whole, left, problems = source.take, [5], ["The drive is away.", "The drive is away.", ""]

    def take(self: Any, indices: Any) -> Any:
        left[0] -= 1
        if not left[0]:
            raise ImagesAwayError("a.png", "away", lambda: problems.pop(0))
        return whole(self, indices)

    source.take = take


def _without_sums(_rank: int) -> None:
    together.Together.add_up = lambda _self, _parameters, counted: counted


def _each_counts_alike(rank: int) -> None:
    whole = tally.total_weight

    def of_own(target: Any, rule: Any) -> Any:
        return 2 * whole(target.part(slice(rank, None, 2)), rule)

    tally.total_weight = of_own


def _normalised_alone(_rank: int) -> None:
    shared_layers.batch_norm_over_all = lambda layer, values, _images, _total: type(layer).forward(layer, values)


def _dropped_out_alone(_rank: int) -> None:
    shared_layers._drawn = lambda _present, _shape, layer, values: type(layer).forward(layer, values)


SPOILERS: dict[str, Spoil] = {
    "not_added_up": _without_sums, "counting_alike": _each_counts_alike, "normalised_alone": _normalised_alone,
    "dropped_out_alone": _dropped_out_alone}


def main(*, few: bool) -> dict[str, Any]:
    """Run the proof in a temporary folder."""
    with tempfile.TemporaryDirectory() as directory:
        proof = Proof(Path(directory), 2 if few else 8)
        records = {"torchrun": proof.by_torchrun()}
        records |= {str(count): proof.record(f"by-{count}", count) for count in (() if few else (2, 3))}
        found: dict[str, Any] = {
            "difference": {name: proof.difference(record) for name, record in records.items()},
            "accuracies": all(proof.are_accuracies_equal(record) for record in records.values()),
            "killed": {"second": proof.killed(1)}}
        if not few:
            found["resumed"] = {"2 to 1": proof.resumed(2, 1), "1 to 2": proof.resumed(1, 2)}
            found["killed"]["first"] = proof.killed(0)
            found["away"], found["silent"] = proof.away(), proof.silent()
            found["failed"] = {"image": proof.failed("image", _spoil_an_image),
                               "memory": proof.failed("memory", _use_up_the_memory)}
            found["different"] = {name: proof.difference(proof.record(name, 2, spoil))
                                  for name, spoil in SPOILERS.items()}
        return found


if __name__ == "__main__":
    print(json.dumps(main(few="few" in sys.argv)))
