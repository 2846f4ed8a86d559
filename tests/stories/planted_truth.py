"""Images whose evidence is where it was planted, and whether the maps of a network that learned them point there.

Run as a script for the figures in docs/tested.md: ``python -m tests.stories.planted_truth [SEEDS] [IMAGES] [SETS]``.

A cell of a map says that its reason lies *somewhere in its receptive field*. So a place is well posed as the truth only
where that field (`SIGHTS`) is smaller than the distance from the evidence to what else could serve: with a wider one
the cell between two shapes sees both. Both are measured; that the network needs what was planted and nothing else is
seen by painting either over.
"""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.explain.validation.agreement import spearman
from cnnstudio.explain.validation.box_evidence import box_evidence
from cnnstudio.explain.validation.random_weights import ForgetfulNetwork
from cnnstudio.explain.validation.randomisation_check import half_of
from cnnstudio.explain.validation.subject import Subject, subject_of
from cnnstudio.training.threads import threads_used

SIDE = 32
SIZE = 9
MEAN = STD = (0.5, 0.5, 0.5)
_GRID = np.arange(SIZE) - SIZE // 2
_Y, _X = np.meshgrid(_GRID, _GRID, indexing="ij")
SHAPES = (np.hypot(_Y, _X) <= 4.3, (np.abs(_Y) <= 1) | (np.abs(_X) <= 1), np.maximum(np.abs(_Y), np.abs(_X)) >= 3)
"""Disc, cross and frame, (9, 9)."""
TRIANGLE = np.tri(SIZE, dtype=np.bool_)


@dataclass(frozen=True)
class Planted:
    """Images with known evidence: pixels (N, 32, 32, 3) uint8, labels (N,), boxes (N, 1, 4) as shares."""

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    boxes: NDArray[np.float32]
    others: NDArray[np.float32] | None = None
    """(N, 1, 4) of what means nothing."""


def _background(random: np.random.Generator, count: int) -> NDArray[np.float64]:
    coarse = random.uniform(40, 140, (count, 8, 8, 3)).repeat(4, axis=1).repeat(4, axis=2)
    return coarse + random.normal(0, 10, (count, SIDE, SIDE, 3))


def _draw(pixels: NDArray[Any], shape: NDArray[np.bool_], y: int, x: int, color: NDArray[Any]) -> None:
    pixels[y:y + SIZE, x:x + SIZE][shape] = color


def _box(y: int, x: int, size: int = SIZE) -> list[list[float]]:
    return [[x / SIDE, y / SIDE, (x + size) / SIDE, (y + size) / SIDE]]


def left_shape(random: np.random.Generator, count: int) -> Planted:
    """Two shapes side by side; the class is the left one's, the right one means nothing."""
    pixels, labels = _background(random, count), random.integers(0, 3, count)
    boxes: dict[int, list[Any]] = {2: [], 19: []}
    for image, label in zip(pixels, labels, strict=True):
        for shape, left in ((label, 2), (random.integers(0, 3), 19)):
            y, x = random.integers(2, SIDE - SIZE - 2), left + random.integers(0, 3)
            _draw(image, SHAPES[shape], y, x, random.uniform(190, 255, 3))
            boxes[left].append(_box(y, x))
    mine, others = (np.array(found, np.float32) for found in boxes.values())
    return Planted(pixels.clip(0, 255).astype(np.uint8), labels, mine, others)


def any_place(random: np.random.Generator, count: int) -> Planted:
    """One shape anywhere, in any colour; the class is the shape."""
    pixels, labels = _background(random, count), random.integers(0, 3, count)
    boxes = []
    for image, label in zip(pixels, labels, strict=True):
        y, x = random.integers(0, SIDE - SIZE, 2)
        _draw(image, SHAPES[label], y, x, random.uniform(190, 255, 3))
        boxes.append(_box(y, x))
    return Planted(pixels.clip(0, 255).astype(np.uint8), labels, np.array(boxes, np.float32))


def beside_another(random: np.random.Generator, count: int) -> Planted:
    """One shape anywhere, the class, and a triangle somewhere else, which means nothing."""
    pixels, labels = _background(random, count), random.integers(0, 3, count)
    boxes, others = [], []
    for image, label in zip(pixels, labels, strict=True):
        y, x = v, u = random.integers(0, SIDE - SIZE, 2)
        while max(abs(y - v), abs(x - u)) <= SIZE + 2:
            v, u = random.integers(0, SIDE - SIZE, 2)
            y, x = random.integers(0, SIDE - SIZE, 2)
        for shape, place, found in ((SHAPES[label], (y, x), boxes), (TRIANGLE, (v, u), others)):
            _draw(image, shape, *place, random.uniform(190, 255, 3))
            found.append(_box(*place))
    return Planted(pixels.clip(0, 255).astype(np.uint8), labels, *(np.array(found, np.float32)
                                                                   for found in (boxes, others)))


def corner_mark(random: np.random.Generator, count: int) -> Planted:
    """Draw a shape in the middle that means nothing, and a small mark in the lower right corner that is the class."""
    pixels, labels = _background(random, count), random.integers(0, 3, count)
    marks = np.array([[230, 40, 40], [40, 230, 40], [40, 40, 230]])
    others = []
    for image, label in zip(pixels, labels, strict=True):
        y, x = random.integers(4, 14, 2)
        _draw(image, SHAPES[random.integers(0, 3)], y, x, random.uniform(190, 255, 3))
        others.append(_box(y, x))
        image[26:31, 26:31] = marks[label] * random.uniform(0.8, 1.0)
    return Planted(pixels.clip(0, 255).astype(np.uint8), labels, np.array([_box(26, 26, 5)] * count, np.float32),
                   np.array(others, np.float32))


def color_only(random: np.random.Generator, count: int) -> Planted:
    """One shape of any kind anywhere; the class is its colour."""
    pixels, labels = _background(random, count), random.integers(0, 3, count)
    colors = np.array([[230, 70, 70], [70, 230, 70], [70, 70, 230]])
    boxes = []
    for image, label in zip(pixels, labels, strict=True):
        y, x = random.integers(0, SIDE - SIZE, 2)
        _draw(image, SHAPES[random.integers(0, 3)], y, x, colors[label] + random.uniform(-25, 25, 3))
        boxes.append(_box(y, x))
    return Planted(pixels.clip(0, 255).astype(np.uint8), labels, np.array(boxes, np.float32))


def background_only(random: np.random.Generator, count: int) -> Planted:
    """Draw a shape that means nothing among stripes that are the class: evidence must lie *outside* its box."""
    pixels, labels = _background(random, count), random.integers(0, 3, count)
    stripes = np.stack([np.add.outer(np.arange(SIDE) * a, np.arange(SIDE) * b) % 4 < 2
                        for a, b in ((1, 0), (0, 1), (1, 1))])
    boxes = []
    for image, label in zip(pixels, labels, strict=True):
        image[:] += 60 * stripes[label][..., None]
        y, x = random.integers(0, SIDE - SIZE, 2)
        image[y:y + SIZE, x:x + SIZE] = 90
        _draw(image, SHAPES[random.integers(0, 3)], y, x, random.uniform(190, 255, 3))
        boxes.append(_box(y, x))
    return Planted(pixels.clip(0, 255).astype(np.uint8), labels, np.array(boxes, np.float32))


SETS: dict[str, Callable[[np.random.Generator, int], Planted]] = {
    "left shape": left_shape, "any place": any_place, "beside another": beside_another, "corner mark": corner_mark,
    "colour only": color_only, "background only": background_only}


SIGHTS = (10, 18)
"""Pixels of the side of a cell's receptive field: the third convolution is of 1 × 1 or of 3 × 3."""
WIDE_TOO = ("left shape", "corner mark")
"""Sets in which a cell of the wide sight sees more than one thing."""


def network(*, pooled: bool, sight: int) -> nn.Sequential:
    """Three convolutions to maps of 8 × 8, then global average pooling or a dense layer that knows places."""
    kernel = 1 if sight == SIGHTS[0] else 3
    head = [nn.AdaptiveAvgPool2d(1)] if pooled else []
    return nn.Sequential(
        nn.Conv2d(3, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 32, kernel, padding=kernel // 2), nn.BatchNorm2d(32), nn.ReLU(), *head,
        nn.Flatten(), nn.Linear(32 if pooled else 32 * 64, 3))


LAYER = "10"
"""The last activation of `network`."""


def tensor(pixels: NDArray[np.uint8]) -> torch.Tensor:
    return (torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 255 - 0.5) / 0.5


def trained(data: Planted, *, pooled: bool, sight: int, epochs: int, seed: int) -> nn.Sequential:
    """Train with Adam, batches of 64."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        module = network(pooled=pooled, sight=sight)
        images, labels = tensor(data.pixels), torch.from_numpy(data.labels)
        optimizer = torch.optim.Adam(module.parameters(), lr=5e-3, weight_decay=1e-4)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-2, epochs * (-(-len(labels) // 64)))
        for _ in range(epochs):
            for rows in torch.randperm(len(labels)).split(64):
                optimizer.zero_grad()
                nn.functional.cross_entropy(module(images[rows]), labels[rows]).backward()
                optimizer.step()
                schedule.step()
    return module.eval()


def subject(module: nn.Module, pixels: NDArray[np.uint8], label: int, method: str) -> Subject:
    return subject_of(module, PreprocessConfig(height=SIDE, width=SIDE), MEAN, STD, ("a", "b", "c"), pixels,
                      target=label, layer=LAYER, method=method)


def right(module: nn.Module, data: Planted) -> float:
    """Share of images whose class is found."""
    with torch.no_grad():
        return float((module(tensor(data.pixels)).argmax(dim=1).numpy() == data.labels).mean())


def painted_over(data: Planted, boxes: NDArray[np.float32], seed: int) -> Planted:
    """Return the same images with fresh background in the boxes."""
    pixels = data.pixels.copy()
    fresh = _background(np.random.default_rng(seed), len(pixels)).clip(0, 255).astype(np.uint8)
    for image, ground, (box,) in zip(pixels, fresh, boxes, strict=True):
        x0, y0, x1, y1 = np.rint(box * SIDE).astype(int)
        image[y0:y1, x0:x1] = ground[y0:y1, x0:x1]
    return replace(data, pixels=pixels)


def pointing(module: nn.Module, data: Planted, method: str) -> dict[str, float]:
    """Share of images whose hottest place is the planted one, and of the evidence that lies in its box."""
    found = [box_evidence(subject(module, pixels, int(label), method).raw, boxes)
             for pixels, label, boxes in zip(data.pixels, data.labels, data.boxes, strict=True)]
    return {"hits": float(np.mean([one.hit for one in found])), "energy": float(np.mean([one.energy for one in found])),
            "hit_chance": float(np.mean([one.hit_chance for one in found])),
            "area": float(np.mean([one.area for one in found]))}


def forgotten(module: nn.Module, data: Planted, method: str) -> dict[str, float]:
    """Mean rank correlation of maps with those of the same network with half, and with all, layers random."""
    found: dict[str, list[float]] = {"half": [], "all": []}
    for seed, (pixels, label) in enumerate(zip(data.pixels, data.labels, strict=True)):
        mine = subject(module, pixels, int(label), method)
        forgetful = ForgetfulNetwork(module, mine.tensor(pixels[None]))
        counts = (half_of(forgetful.layers), forgetful.layers)
        for name, _ in zip(found, forgetful.forgetting(counts, seed), strict=True):
            found[name].append(spearman(mine.raw, mine.again(network=forgetful.network)))
    return {name: float(np.mean(values)) for name, values in found.items()}


METHODS = ("grad-cam", "hirescam", "layercam", "guided-backpropagation")


def figures(name: str, *, pooled: bool, images: int, epochs: int, tested: int, forgetting: int, seed: int,
            sight: int = SIGHTS[0], methods: Sequence[str] = METHODS) -> dict[str, Any]:
    """Train on one kind of planted set; return accuracy and, of each method, where the maps point.

    Parameters
    ----------
    images, tested : in training, and looked at
    forgetting : of those looked at, also with a network that has forgotten what it learned
    sight : one of `SIGHTS`
    """
    data, other = (SETS[name](np.random.default_rng(2 * seed + half), count)
                   for half, count in enumerate((images, tested)))
    with threads_used(1):   # images this small are slower with several
        module = trained(data, pooled=pooled, sight=sight, epochs=epochs, seed=seed)
        few = Planted(other.pixels[:forgetting], other.labels[:forgetting], other.boxes[:forgetting])
        return {"set": name, "head": "pooling" if pooled else "dense", "sight": sight, "seed": seed,
                **accuracies(module, other),
                **{method: {**pointing(module, other, method), **(forgotten(module, few, method) if forgetting else {})}
                   for method in methods}}


def accuracies(module: nn.Module, data: Planted) -> dict[str, float]:
    """How often the class is found; with what was planted, and with what means nothing, painted over."""
    found = {"accuracy": right(module, data), "without": right(module, painted_over(data, data.boxes, 1))}
    return found if data.others is None else {**found, "alone": right(module, painted_over(data, data.others, 2))}


def main(seeds: int = 3, count: int = 100, names: Sequence[str] = tuple(SETS)) -> None:
    """Print a line for each training; the wide sight (`WIDE_TOO`) and forgetting with the first seed alone."""
    torch.set_num_threads(1)
    for kind in names:
        for pooled in (False, True):
            for seed in range(seeds):
                for sight in SIGHTS if seed == 0 and kind in WIDE_TOO else SIGHTS[:1]:
                    print(json.dumps(figures(kind, pooled=pooled, images=800, epochs=10, tested=count, seed=seed,
                                             forgetting=10 if seed == 0 and sight == SIGHTS[0] else 0, sight=sight)),
                          flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]), *[sys.argv[3:]] if len(sys.argv) > 3 else ())
