"""Marks planted into one class of image sets: how many the audit finds, and what it says of sets without a mark.

Run as a script for the table: ``python -m tests.stories.planted_marks COUNT FIRST_SEED [KIND ...]``.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch

from cnnstudio.explain.audit.marks import Candidate, suspects
from cnnstudio.explain.audit.report import AuditStep
from tests.helpers.image_sets import ImageSet, image_set, parts
from tests.helpers.planted import Mark, plant

SETS = ("boxed", "photos", "crops", "shapes", "digits")
SIZE = 64
MOST = 60   # images of a class, so that a set is searched in a few seconds


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table: a mark, and whether it is one that must be found."""

    name: str
    mark: Mark
    is_strong: bool


KINDS: tuple[Kind, ...] = (
    Kind("logo in a corner, alpha 0.8, in 90 %", Mark("logo", 0.8, 0.9), True),
    Kind("logo in a corner, alpha 0.8, in 60 %", Mark("logo", 0.8, 0.6), True),
    Kind("logo in a corner, alpha 0.8, in 30 %", Mark("logo", 0.8, 0.3), False),
    Kind("date stamp, alpha 0.8, in 90 %", Mark("stamp", 0.8, 0.9), True),
    Kind("border, alpha 0.8, in 90 %", Mark("border", 0.8, 0.9), True),
    Kind("tint, a quarter opaque, in 90 %", Mark("tint", 0.8, 0.9), True),
    Kind("logo anywhere, alpha 0.8, in 90 %", Mark("logo", 0.8, 0.9, anywhere=True), True),
    Kind("logo anywhere, alpha 0.8, in 60 %", Mark("logo", 0.8, 0.6, anywhere=True), False),
    Kind("logo in a corner, alpha 0.25, in 90 %", Mark("logo", 0.25, 0.9), False),
    Kind("logo in a corner, alpha 0.25, in 60 %", Mark("logo", 0.25, 0.6), False),
    Kind("date stamp, alpha 0.25, in 90 %", Mark("stamp", 0.25, 0.9), False),
    Kind("border, alpha 0.25, in 90 %", Mark("border", 0.25, 0.9), False),
    Kind("tint, an eighth opaque, in 90 %", Mark("tint", 0.4, 0.9), False),
    Kind("tint, a quarter opaque, in 60 %", Mark("tint", 0.8, 0.6), False),
    Kind("logo anywhere, alpha 0.25, in 90 %", Mark("logo", 0.25, 0.9, anywhere=True), False),
)


def found_in(train: ImageSet, validation: ImageSet) -> list[Candidate]:
    """Return what is suspected in the images a network learned from and those it is audited with."""
    return list(searched(train, validation))


def searched(train: ImageSet, validation: ImageSet) -> Iterator[Candidate]:
    """Yield the same one after another."""
    events = suspects(np.concatenate([train.pixels, validation.pixels]),
                      np.concatenate([train.labels, validation.labels]), len(train.class_names), lambda: False)
    return (event for event in events if not isinstance(event, AuditStep))


def base(seed: int, names: tuple[str, ...] = SETS, size: int = SIZE) -> tuple[ImageSet, ImageSet]:
    """Return training and validation images; the seed says of which set and which images."""
    return parts(image_set(names[seed % len(names)], size), seed, limit=MOST)


def planted_is_found(kind: Kind, seed: int, names: tuple[str, ...] = SETS) -> tuple[bool, int]:
    """Return whether the planted class was suspected, and how many others were until then."""
    train, validation = base(seed, names)
    mark = replace(kind.mark, seed=seed, class_index=seed % len(train.class_names))
    others = 0
    for one in searched(plant(train, mark).images, plant(validation, mark).images):
        if one.class_index == mark.class_index:
            return True, others
        others += 1
    return False, others


def two_classes(seed: int) -> tuple[ImageSet, ImageSet]:
    """Return two digits only, drawn by the seed, so that no third class tells what is usual."""
    pair = np.random.default_rng(seed).permutation(10)[:2]
    digits = image_set("digits")
    taken = digits.take(np.isin(digits.labels, pair))
    return parts(replace(taken, class_names=("one", "other"), labels=(taken.labels == pair[0]).astype(np.int64)), seed)


def main(count: int, first: int, *names: str) -> None:
    """Print the table, of all kinds or of those whose name, or "no mark", begins with one of these."""
    torch.set_num_threads(1)
    for kind in KINDS:
        if names and not kind.name.startswith(names):
            continue
        outcomes = [planted_is_found(kind, seed) for seed in range(first, first + count)]
        missed = [SETS[seed % len(SETS)] for seed, (found, _) in zip(range(first, first + count), outcomes, strict=True)
                  if not found]
        print(f"{kind.name}: found {sum(found for found, _ in outcomes)} of {count}, other classes suspected "
              f"{sum(others for _, others in outcomes)}; missed in {', '.join(missed) or 'none'}", flush=True)
    for line in _clean(first, count) if not names or "no mark".startswith(names) else ():
        print(line, flush=True)


def _clean(first: int, count: int) -> Iterator[str]:
    audits = alarms = 0
    for seed in range(first, first + count):
        for train, validation in (base(seed), two_classes(seed)):
            audits += len(train.class_names)
            found = found_in(train, validation)
            alarms += len(found)
            for one in found:
                yield f"false alarm in {train.name}, seed {seed}: {type(one).__name__} {one.class_index}"
    yield f"no mark: {alarms} false alarms in {audits} class audits"


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
