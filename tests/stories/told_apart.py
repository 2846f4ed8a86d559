"""Pairs of equally good networks are made up and counted when they are called different.

Run ``python -m tests.stories.told_apart 40000 7`` with the pairs for each setting and a seed.
"""

import sys
from dataclasses import dataclass

import numpy as np

from cnnstudio.training.comparison import exact_p_value, smallest_difference

SETTINGS = tuple((images, accuracy) for images in (20, 60, 120, 400, 1000) for accuracy in (0.5, 0.8, 0.95))
ALLOWED = 0.05


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares of pairs that are called different."""

    images: int
    accuracy: float
    apart: float
    """Tested on images of their own, by `smallest_difference`."""
    same_images: float
    """Tested on the same images, on which both make some of the same mistakes, by `smallest_difference`."""
    mcnemar: float
    """The same pairs by McNemar's exact test."""
    naive: float
    """Control: as soon as one accuracy lies outside the other's 68 % interval."""


def rates(images: int, accuracy: float, pairs: int, random: np.random.Generator) -> Rates:
    """Return the shares among ``pairs`` of networks that are right with probability ``accuracy`` each."""
    needed = np.array([smallest_difference(right, images) for right in range(images + 1)])
    one, other = random.binomial(images, accuracy, (2, pairs))
    deviation = np.sqrt(images * accuracy * (1 - accuracy))
    b, c, right = _on_the_same(accuracy, images, pairs, random)
    kinds, places = np.unique(np.stack([b, c]), axis=1, return_inverse=True)
    p_values = np.array([exact_p_value(*kind) for kind in kinds.T.tolist()])[places.ravel()]
    return Rates(images, accuracy, float(np.mean(np.abs(one - other) >= needed[one])),
                 float(np.mean(np.abs(b - c) >= needed[right])), float(np.mean(p_values < ALLOWED)),
                 float(np.mean(np.abs(one - other) > deviation)))


def _on_the_same(accuracy: float, images: int, pairs: int,
                 random: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return how many only the first gets right, only the second, and the first at all.

    An image is easy or hard for both: its chance to be answered right is drawn, its mean is ``accuracy``.
    """
    counts = np.zeros((3, pairs), dtype=np.int64)
    block = max(1, 2_000_000 // images)
    for start in range(0, pairs, block):
        size = min(block, pairs - start)
        easy = random.beta(accuracy * 2, (1 - accuracy) * 2, (size, 1, images))
        answers = random.random((size, 2, images)) < easy
        counts[:, start:start + size] = (
            (answers[:, 0] & ~answers[:, 1]).sum(axis=1), (answers[:, 1] & ~answers[:, 0]).sum(axis=1),
            answers[:, 0].sum(axis=1))
    return counts[0], counts[1], counts[2]


def run(pairs: int, seed: int) -> list[Rates]:
    """Return the rates of every setting."""
    random = np.random.default_rng(seed)
    return [rates(images, accuracy, pairs, random) for images, accuracy in SETTINGS]


def main() -> int:
    """Print the rates and say whether the promise holds."""
    pairs, seed = int(sys.argv[1]), int(sys.argv[2])
    found = run(pairs, seed)
    print("images  accuracy   own images   same images   McNemar   control")
    for one in found:
        print(f"{one.images:6}  {one.accuracy:8.2f}   {one.apart:10.4f}   {one.same_images:11.4f}   {one.mcnemar:7.4f}"
              f"   {one.naive:7.4f}")
    worst = max(max(one.apart, one.same_images, one.mcnemar) for one in found)
    print(f"worst {worst:.4f} of {ALLOWED}; {pairs:,} pairs a setting")
    return int(worst > ALLOWED + 3 * (ALLOWED / pairs) ** 0.5)


if __name__ == "__main__":
    sys.exit(main())
