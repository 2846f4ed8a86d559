"""Random image folders with random decisions: every image has its folder's label or the user's word, none is lost."""

import argparse
import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from cnnstudio.data.batches import Batches
from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.pixels.cache import open_cache
from cnnstudio.errors import ImageFolderError
from cnnstudio.workspace.arrangement import Arrangement, arrange
from cnnstudio.workspace.curation_store import load_curation, save_curation

CLASSES = ("cat", "Dog", "ant 2", "ant 10", "_odd", "été", "=1+1")
SPLITS = (None, "train", "validation", "test")
PREPROCESS = PreprocessConfig(height=8, width=8, color="grey", fit="stretch")


@dataclass
class Outcome:
    """What was looked at."""

    trees: int = 0
    images: int = 0
    curations: int = 0
    refused: int = 0
    """Decisions that left fewer than two classes, or nothing to train on."""
    in_batches: int = 0
    """Images whose label was read from a batch and compared."""


def run(trees: int, seed: int = 0, *, corrupt: bool = False) -> Outcome:
    """Check ``trees`` folders, three sets of decisions each; raise AssertionError where a label is not the right one.

    ``corrupt`` is the control: the labels are expected as if nothing had been decided.
    """
    outcome = Outcome()
    for number in range(trees):
        with tempfile.TemporaryDirectory() as home:
            _check_tree(Path(home), random.Random(f"{seed} {number}"), outcome, corrupt=corrupt)
    return outcome


def _check_tree(home: Path, chance: random.Random, outcome: Outcome, *, corrupt: bool) -> None:
    truth = _write_tree(home / "images", chance)
    scanned = scan(home / "images")
    outcome.trees += 1
    outcome.images += scanned.used
    assert {file.relative for file in scanned.files} == set(truth)
    for _ in range(3):
        decided = _random_curation(truth, chance)
        save_curation(scanned.root, decided)
        curation = load_curation(scanned.root)
        assert curation == decided
        expected = truth if corrupt else _expected(truth, curation)
        outcome.curations += 1
        try:
            arranged = arrange(scanned, curation, SplitConfig(seed=chance.randrange(99)))
        except ImageFolderError:
            outcome.refused += 1
            continue
        _check_arrangement(scanned, arranged, curation, expected)
        outcome.in_batches += _check_batches(arranged, expected, home / "cache")


def _write_tree(root: Path, chance: random.Random) -> dict[str, str]:
    """Write a folder of tiny images; return place below the root -> class."""
    truth: dict[str, str] = {}
    names = chance.sample(CLASSES, chance.randrange(2, 5))
    parts = chance.choice([[""], ["train/", "val/"], ["train/", "val/", "test/"]])
    for part in parts:
        for name in names:
            for number in range(chance.randrange(3, 7)):
                inner = chance.choice(["", "more/", "more/deep/"])
                relative = f"{part}{name}/{inner}{number}.png"
                path = root / relative
                path.parent.mkdir(parents=True, exist_ok=True)
                pixels = np.frombuffer(chance.randbytes(64), np.uint8).reshape(8, 8)
                Image.fromarray(pixels).save(path, compress_level=1)
                truth[relative] = name
    (root / "notes.txt").write_text("found but not used")
    return truth


def _random_curation(truth: dict[str, str], chance: random.Random) -> Curation:
    curation = Curation()
    names = [*sorted(set(truth.values())), "new one"]
    for relative in truth:
        if chance.random() < 0.4:
            curation = curation.with_change(
                [relative], excluded=chance.random() < 0.3, split=chance.choice(SPLITS),
                class_name=chance.choice([None, *names]), confirmed=chance.random() < 0.2)
    for _ in range(chance.randrange(2)):
        curation = curation.with_merged(*chance.sample(names, 2))
    return curation


def _expected(truth: dict[str, str], curation: Curation) -> dict[str, str]:
    """Return place -> label by the words alone, without the code under test."""
    expected = {}
    for relative, own in truth.items():
        decision = curation.decisions.get(relative)
        if decision is not None and decision.excluded:
            continue
        name = (decision.class_name if decision is not None else None) or own
        expected[relative] = curation.merged_classes.get(name, name)
    return expected


def _check_arrangement(scanned: ImageFolder, arranged: Arrangement, curation: Curation,
                       expected: dict[str, str]) -> None:
    folder, splits = arranged.folder, arranged.splits
    assert folder.found == scanned.found == folder.used + len(folder.ignored) + len(folder.refused)
    assert {file.relative: folder.class_names[file.class_index] for file in folder.files} == expected
    parts = {name: getattr(splits, name).tolist() for name in ("train", "validation", "test")}
    assert sorted(index for part in parts.values() for index in part) == list(range(folder.used))
    for name, indices in parts.items():
        for index in indices:
            wanted = curation.of(folder.files[index].relative).split
            assert wanted in (None, name)


def _check_batches(arranged: Arrangement, expected: dict[str, str], cache: Path) -> int:
    """Compare label and pixels of every training and validation image in a batch; return how many."""
    folder = arranged.folder
    count = 0
    with closing(open_cache(folder, PREPROCESS, cache)) as source:
        for indices in (arranged.splits.train, arranged.splits.validation):
            for relative, label, pixels in _batched(folder, source, indices):
                assert folder.class_names[label] == expected[relative]
                stored = np.asarray(Image.open(folder.root / relative), np.float32) / 255
                assert np.abs(pixels - stored).max() < 1e-6
                count += 1
    return count


def _batched(folder: ImageFolder, source: object, indices: np.ndarray) -> Iterator[tuple[str, int, np.ndarray]]:
    batches = Batches(source, indices, batch_size=4, mean=np.zeros(1), std=np.ones(1), shuffle=True, seed=0,
                      augment=None)
    for batch in batches.epoch(1):
        for image, label, index in zip(batch.images, batch.labels, batch.indices, strict=True):
            yield folder.files[int(index)].relative, int(label), image[0].numpy()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trees", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CNNSTUDIO_HOME"] = folder
        print(run(given.trees, given.seed))
