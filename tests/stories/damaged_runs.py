"""Damages one file of a run after another, in every way a disk does, and opens the run each time.

`python -m tests.stories.damaged_runs [COUNT]` damages so many times; the run must open each time with everything it
had, say what was damaged, and be whole again after the next save. The control takes the second copies away.
"""

import json
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np

from cnnstudio.errors import RunError
from cnnstudio.runs.images import RunImages
from cnnstudio.runs.manifest import copy_of, is_manifest_whole, is_whole, read_manifest
from cnnstudio.runs.predictions import RunPredictions
from cnnstudio.runs.store import RunFolder
from tests.unit.runs.samples import network, record, row, same_weights, save_epoch, state_of

COUNT = 2_000
EPOCHS = 3

Damage = Callable[[bytes, random.Random], bytes]


def _overwritten(data: bytes, chance: random.Random, fill: Callable[[int], bytes]) -> bytes:
    begin = chance.randrange(len(data))
    length = min(chance.choice((1, 7, 512, 4096)), len(data) - begin)
    return data[:begin] + fill(length) + data[begin + length:]


DAMAGES: dict[str, Damage] = {
    "cut": lambda data, chance: data[:chance.randrange(len(data))],
    "cut by its last byte": lambda data, _: data[:-1],
    "emptied": lambda _data, _chance: b"",
    "all zeros": lambda data, _: bytes(len(data)),
    "a stretch of zeros": lambda data, chance: _overwritten(data, chance, bytes),
    "a stretch at random": lambda data, chance: _overwritten(data, chance, chance.randbytes),
    "all at random": lambda data, chance: chance.randbytes(len(data)),
    "grown": lambda data, chance: data + chance.randbytes(chance.randrange(1, 600)),
}
MISSING = "missing"


def made(directory: Path) -> Path:
    """Return a run that has all that a finished training leaves, and its two checkpoints."""
    images = RunImages(("a/1.png", "b/2.png"), ("cat", "dog"), ("train", "validation"), (10, 20), ("d1", "d2"))
    run = RunFolder.create(directory, record(), images)
    for epoch in range(1, EPOCHS + 1):
        save_epoch(run, row(epoch), network(epoch), {"epochs": epoch}, is_best=True)
    answers = np.array([[0.25, 0.75], [0.5, 0.5]], dtype=np.float32)
    run.save_predictions(RunPredictions(np.array([1, 0]), answers, np.array([1, 0]), EPOCHS))
    return run.path


def damaged_runs(count: int, directory: Path, *, with_copies: bool = True, seed: int = 7) -> Counter[str]:
    """Damage ``count`` times and look.

    Returns
    -------
    Counter
        ``"opened with everything"``; ``"refused by name"`` for a run that said which file was damaged.
    """
    sound, chance = made(directory / "sound"), random.Random(seed)
    outcomes: Counter[str] = Counter()
    for number in range(count):
        path = Path(shutil.copytree(sound, directory / str(number)))
        if not with_copies:
            for copy in path.glob("*.copy.*"):
                copy.unlink()
        file = chance.choice(_files(path))
        _damage(file, chance)
        outcomes[_look(path, file, sound)] += 1
        shutil.rmtree(path)
    return outcomes


def _files(path: Path) -> list[Path]:
    """Return what may be damaged: all but the results of epochs, of which the checkpoint before has others."""
    results = {member.file for role, member in read_manifest(path).members.items() if role in ("weights", "best")}
    return sorted(file for file in path.iterdir() if file.name not in results)


def _damage(file: Path, chance: random.Random) -> None:
    kind = chance.choice((*DAMAGES, MISSING))
    if kind == MISSING:
        file.unlink()
        return
    data = file.read_bytes()
    new = DAMAGES[kind](data, chance)
    file.write_bytes(new)


def _look(path: Path, file: Path, sound: Path) -> str:
    try:
        _check(path, sound)
    except RunError as error:
        return "refused by name" if file.name in str(error) else f"refused: {error}"
    return "opened with everything"


def _check(path: Path, sound: Path) -> None:
    """Read everything there is and compare it with the sound run; then save, after which all is whole again."""
    run, other = RunFolder.load(path), RunFolder.load(sound)
    assert run.record.model_copy(update={"notices": ()}) == other.record
    assert run.load_images() == other.load_images()
    ours, theirs = run.load_predictions(), other.load_predictions()
    assert ours is not None
    assert theirs is not None
    assert np.array_equal(ours.probabilities, theirs.probabilities)
    checkpoint = run.load_checkpoint()
    assert state_of(run)["epochs"] == (EPOCHS - 1 if checkpoint.problem else EPOCHS)
    assert same_weights(run.load_module("best"), other.load_module("best"))
    run.annotate(notes="looked")
    again = RunFolder.load(path)
    assert again.record.notes == "looked"
    assert again.record.notices == run.record.notices
    members = read_manifest(path).members
    assert is_manifest_whole(path)
    assert all(is_whole(path, members[role]) for role in ("record", "graph", "history"))
    assert copy_of(path / members["record"].file).exists()


def main() -> None:
    """Print the outcomes with the copies and, as a control, without."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps({"damages": count, "with copies": damaged_runs(count, Path(folder, "a")),
                          "control": damaged_runs(count, Path(folder, "b"), with_copies=False)}))


if __name__ == "__main__":
    main()
