"""When a network that cheats began to look at the stamp: the share of its evidence there, epoch by epoch.

Run as a script for the figures in ``docs/tested.md``: ``python -m tests.stories.looking_back [SEEDS [IMAGES]]``. Each
seed is one training on the sample with a hidden shortcut with what the window suggests. Then the kept epochs are asked
about validation images of the marked class: how much of the positive evidence lies at the stamp, and how much, as the
control, in a place of the same size in the upper left corner.
"""

import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch

from cnnstudio.data.date_stamp import place
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.samples import unpack
from cnnstudio.explain.epoch_curve import Region
from cnnstudio.explain.target import Target
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.threads import set_spin_count
from cnnstudio.workspace.epoch_look_job import EpochCurve, EpochLookJob, EpochSeen, EpochWish
from cnnstudio.workspace.look_job import LookQuestion
from cnnstudio.workspace.suggestion import suggest_preprocess, suggest_recipe
from tests.stories.hidden_shortcut import MARKED_CLASS, STAMPED, train


def stamp() -> Region:
    """Return where the stamp is, as shares of the image."""
    return Region(*(value / 1000 for value in place(1000, 1000)), "the place of the stamp")


def elsewhere() -> Region:
    """Return a place as large as the stamp's in the upper left corner."""
    region = stamp()
    return Region(1 - region.right, 1 - region.bottom, 1 - region.left, 1 - region.top, "the other corner")


def look_back(run: Path, images: list[Path]) -> dict[str, dict[int, float]]:
    """Return the mean share of the positive evidence at both places, by epoch."""
    target = Target(index=RunFolder.load(run).record.class_names.index(MARKED_CLASS))
    shares: dict[str, dict[int, list[float]]] = {"stamp": {}, "elsewhere": {}}
    for image in images:
        question = LookQuestion(run, image, target)
        events = list(EpochLookJob(EpochWish(question, region=stamp())).run(lambda: False))
        known = {event.info.epoch: event for event in events if isinstance(event, EpochSeen)}
        other = list(EpochLookJob(EpochWish(question, region=elsewhere(), known=known)).run(lambda: False))
        for name, found in (("stamp", events), ("elsewhere", other)):
            curve = [event for event in found if isinstance(event, EpochCurve)][-1]
            for point in curve.points:
                shares[name].setdefault(point.epoch, []).append(point.share or 0.0)
    return {name: {epoch: float(np.mean(values)) for epoch, values in found.items()} for name, found in shares.items()}


def main(seeds: int, count: int) -> None:
    """Train, look back and print."""
    set_spin_count()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as directory:
        home = Path(directory)
        folder = scan(unpack(STAMPED, home / "samples"))
        for seed in range(seeds):
            run = train(home, folder, seed, suggest_preprocess(folder), suggest_recipe(folder))
            images = sorted((folder.root / "val" / MARKED_CLASS).iterdir())[:count]
            found = look_back(run, images)
            print(json.dumps({
                "seed": seed, "images": len(images), "area": round(stamp().area, 3),
                **{name: {epoch: round(share, 3) for epoch, share in one.items()} for name, one in found.items()}}),
                flush=True)


if __name__ == "__main__":
    main(*map(int, (*sys.argv[1:3], *("3", "10")[len(sys.argv) - 1:])))
