"""A repeated training whose process is killed at random instants, and completed: the same runs as one left alone.

    python -m tests.stories.killed_repeats 10

kills ten repetitions, each up to three times, and prints how many ended bit for bit as the one that was not killed.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import torch

from cnnstudio.runs.group_results import GroupSummary, gather
from cnnstudio.runs.store import RunFolder, list_runs
from tests.helpers.images import make_folder

_KILLS = 3
_TRAINING = ("--network", "small", "--image-size", "16", "--epochs", "25", "--batch-size", "4", "--threads", "1",
             "--device", "cpu", "--precision", "float32", "--color", "grey", "--checkpoint-s", "1")


def train(home: Path, *words: str) -> "subprocess.Popen[bytes]":
    """Start ``cnnstudio train`` with its own home."""
    environment = {**os.environ, "CNNSTUDIO_HOME": str(home)}
    return subprocess.Popen([sys.executable, "-m", "cnnstudio", "train", *words], env=environment,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def group_of(home: Path) -> GroupSummary | None:
    """Return the only group, as far as it is on disk."""
    rows = gather(home / "runs", list_runs(home / "runs"))
    return next((row for row in rows if isinstance(row, GroupSummary)), None)


def weights(home: Path) -> list[dict[str, torch.Tensor]]:
    """Return what each member learned."""
    group = group_of(home)
    return [RunFolder.load(member.path).load_module("last").state_dict() for member in group.members] if group else []


def same(one: list[dict[str, torch.Tensor]], other: list[dict[str, torch.Tensor]]) -> bool:
    """Whether all members are bit for bit the same."""
    return len(one) == len(other) > 0 and all(
        a.keys() == b.keys() and all(torch.equal(a[key], b[key]) for key in a) for a, b in zip(one, other, strict=True))


def kill_and_complete(folder: Path, home: Path, kind: tuple[str, str], chance: random.Random) -> int:
    """Train a group, killing it some times; return how often it was killed while it trained."""
    words, kills = (str(folder), *_TRAINING, *kind), 0
    for _attempt in range(_KILLS):
        process = train(home, *words)
        while process.poll() is None and group_of(home) is None:
            time.sleep(0.02)
        time.sleep(chance.uniform(0.0, 3.0))
        kills += process.poll() is None
        process.kill()
        process.wait()
        group = group_of(home)
        if group is not None:
            words = ("--resume", group.group.key)
    train(home, *words).wait()
    return kills


def main(count: int) -> int:
    """Kill ``count`` repetitions, seeds and folds in turn, and print what came of them."""
    equal = kills = 0
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        folder = make_folder(root / "pets", {"cat": 24, "dog": 24}, 16)
        kinds = (("--seeds", "3"), ("--folds", "3"))
        whole = {}
        for kind in kinds:
            train(root / kind[0], str(folder), *_TRAINING, *kind).wait()
            whole[kind] = weights(root / kind[0])
            if len(whole[kind]) != 3:
                raise RuntimeError("the training that is left alone did not come to its end")
        for number in range(count):
            kind = kinds[number % 2]
            home = root / f"killed{number}"
            kills += kill_and_complete(folder, home, kind, random.Random(number))
            equal += same(weights(home), whole[kind])
    print(f"{count} repetitions, killed {kills} times while they trained: {equal} are bit for bit as those left alone")
    return 0 if equal == count and kills else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
