"""Marks of a wide variety laid over the pictures of sets: how many the search finds, and how well it boxes them.

Run as a script for the table: ``python -m tests.stories.varied_marks COUNT FIRST_SEED [KIND ...]``.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import torch

from cnnstudio.explain.audit.fixed_place import Place
from cnnstudio.explain.audit.marks import Candidate
from tests.helpers.varied_marks import SETS, VariedCase, Variety, varied_case
from tests.stories.planted_marks import searched

KINDS: tuple[Variety, ...] = (
    Variety("text"), Variety("code"), Variety("circle"), Variety("watermark"), Variety("side"), Variety("frame"),
    Variety("vignette"), Variety("cast"), Variety("text", anywhere=True), Variety("code", anywhere=True),
    Variety("circle", anywhere=True), Variety("text", 0.8, 0.6), Variety("code", 0.8, 0.6),
    Variety("code", 0.8, 0.6, anywhere=True), Variety("text", 0.25), Variety("code", 0.25), Variety("watermark", 0.25),
    Variety("side", 0.25), Variety("frame", 0.25), Variety("code", 0.25, anywhere=True))


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether the class was suspected, how well the place fits (NaN: no place), and how many others were before."""

    found: bool
    overlap: float
    others: int


def name_of(kind: Variety) -> str:
    """Say what is planted."""
    where = " anywhere" if kind.anywhere else ""
    return f"{kind.name}{where}, alpha {kind.alpha:g}, in {kind.share:.0%}"


def outcome(kind: Variety, seed: int, names: tuple[str, ...] = SETS, most: int = 200) -> Outcome:
    """Plant and search, among at most so many images of a class."""
    case = varied_case(kind, seed, names, most=most)
    others = 0
    for one in searched(case.train, case.validation):
        if one.class_index == case.class_index:
            return Outcome(True, _overlap(one, case), others)
        others += 1
    return Outcome(False, float("nan"), others)


def _overlap(found: Candidate, case: VariedCase) -> float:
    if not isinstance(found, Place):
        return float("nan")
    left, top, wide, tall = cv2.boundingRect(found.mask.astype("uint8"))
    height, width = found.mask.shape
    return intersection_over_union((left / width, top / height, (left + wide) / width, (top + tall) / height), case.box)


def intersection_over_union(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Return it of two boxes x0, y0, x1, y1."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    common = max(wide, 0.0) * max(tall, 0.0)
    areas = ((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return common / (sum(areas) - common)


def table(first: int, count: int, kinds: tuple[Variety, ...]) -> Iterator[str]:
    """Yield a line a kind."""
    for kind in kinds:
        results = [(seed, outcome(kind, seed)) for seed in range(first, first + count)]
        missed = [f"{SETS[seed % len(SETS)]}/{seed}" for seed, one in results if not one.found]
        fits = [one.overlap for _, one in results if one.overlap == one.overlap]
        yield (f"{name_of(kind)}: found {count - len(missed)} of {count}; IoU >= 0.5 in "
               f"{sum(fit >= 0.5 for fit in fits)} of {len(fits)} with a place; other classes suspected "
               f"{sum(one.others for _, one in results)}; missed in {', '.join(missed) or 'none'}")


def main(count: int, first: int, *names: str) -> None:
    """Print the table, of all kinds or of those whose line begins with one of the names."""
    torch.set_num_threads(1)
    for line in table(first, count, tuple(kind for kind in KINDS if not names or name_of(kind).startswith(names))):
        print(line, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
