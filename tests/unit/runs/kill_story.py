"""Save a run over and over in a child process, kill it at random instants, and look at what is left each time."""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

import torch

from cnnstudio.runs.manifest import copy_of, read_manifest
from cnnstudio.runs.store import RunFolder
from tests.unit.runs.samples import network, record, row, save_epoch, state_of

KILLS = 20


def mark(module: torch.nn.Module, epoch: int) -> None:
    """Write the epoch into every weight."""
    with torch.no_grad():
        for weight in module.parameters():
            weight.fill_(epoch)


def save_forever(path: Path) -> None:
    """Add one epoch after another to the run."""
    run, module = RunFolder.load(path), network()
    while True:
        epoch = len(run.record.history) + 1
        mark(module, epoch)
        save_epoch(run, row(epoch), module, state(epoch), is_best=epoch % 2 == 1)


def warm_up(run: RunFolder) -> float:
    """Save and read one epoch, so that no child needs to import anything; return the seconds of a save."""
    module = network()
    mark(module, 1)
    save_epoch(run, row(1), module, state(1), is_best=True)
    look(run.path)
    begin = time.perf_counter()
    run.finish(run.record)
    return 2 * (time.perf_counter() - begin)


def state(epoch: int) -> dict[str, Any]:
    """Return what stands for the optimiser's state."""
    return {"epochs": epoch, "moments": [torch.full((1000,), float(epoch))]}


def look(path: Path) -> dict[str, int]:
    """Read everything, check that it belongs together, and return the epoch and the number of stray files."""
    named = {member.file for member in read_manifest(path).members.values()} | {"manifest.json"}
    named |= {copy_of(Path(name)).name for name in named}
    stray = [file.name for file in path.iterdir() if file.name not in named]
    run = RunFolder.load(path)
    epoch = len(run.record.history)
    if epoch:
        best = epoch - (epoch + 1) % 2
        for which, expected in (("last", epoch), ("best", best)):
            weights = {value for weight in run.load_module(which).parameters() for value in weight.flatten().tolist()}
            assert weights == {expected}, (which, weights, expected)
        assert state_of(run)["epochs"] == epoch
    return {"epoch": epoch, "stray": len(stray)}


def main() -> None:
    """Kill and look."""
    torch.set_num_threads(1)
    run = RunFolder.create(Path(sys.argv[1]), record())
    path = run.path
    seconds = warm_up(run)
    moments = random.Random(7)
    for _ in range(KILLS):
        child = os.fork()
        if child == 0:
            save_forever(path)
        time.sleep(moments.uniform(0, 6 * seconds))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        print(json.dumps(look(path)))


if __name__ == "__main__":
    main()
