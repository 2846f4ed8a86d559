"""Marks planted into one class of an image set, and whole cases for an audit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt
from torch import nn

from cnnstudio.explain.audit.case import AuditCase
from tests.helpers.image_sets import ImageSet, image_set, parts
from tests.helpers.quick_networks import PIXEL_MEAN, PIXEL_STD, dense_head, small_network

MarkKind = Literal["logo", "stamp", "border", "tint"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What is planted.

    Attributes
    ----------
    kind : a logo (a coloured glyph), a date stamp (a line of orange text), a border, or a tint of the whole picture
    alpha : how opaque it is, 0 to 1
    share : of the class's images that carry it
    anywhere : at another place in each image; a logo or a stamp only
    class_index : which class
    seed : of the glyph, the place and the choice of images
    """

    kind: MarkKind = "logo"
    alpha: float = 0.8
    share: float = 0.9
    anywhere: bool = False
    class_index: int = 0
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Planted:
    """Images with a mark in some of one class.

    Attributes
    ----------
    marked : (N,) which carry it
    box : x0, y0, x1, y1 of the mark in pixels where its place is fixed, else of the last image's
    """

    images: ImageSet
    mark: Mark
    marked: npt.NDArray[np.bool_]
    box: tuple[int, int, int, int]


def plant(images: ImageSet, mark: Mark) -> Planted:
    """Return a copy of the images with the mark in a share of one class's.

    The mark and its place follow from ``mark.seed`` alone, so that training and validation images get the same.
    """
    height, width = images.pixels.shape[1:3]
    generator = np.random.default_rng([21, mark.seed])
    colours, opacity = _drawn(mark, height, width, images.pixels.shape[3], generator)
    fixed = _place(mark, colours, (height, width), generator)
    chance = np.random.default_rng([22, mark.seed, len(images.labels)])
    rows = np.flatnonzero(images.labels == mark.class_index)
    chosen = chance.permutation(rows)[:round(mark.share * len(rows))]
    pixels, box = images.pixels.copy(), (0, 0, width, height)
    for row in chosen:
        top, left = _somewhere(colours, (height, width), chance) if mark.anywhere else fixed
        box = (left, top, left + colours.shape[1], top + colours.shape[0])
        part = pixels[row, box[1]:box[3], box[0]:box[2]]
        part[:] = np.round(part + opacity[:, :, None] * (colours - part.astype(np.float64)))
    marked = np.zeros(len(images.labels), np.bool_)
    marked[chosen] = True
    return Planted(replace(images, pixels=pixels), mark, marked, box)


Drawn = tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]


def _drawn(mark: Mark, height: int, width: int, channels: int, generator: np.random.Generator) -> Drawn:
    """Return colours (a, b, C) and opacity (a, b) of a mark."""
    colours, opacity = _MARKS[mark.kind](height, width, generator)
    if channels == 1:
        colours = np.full((*opacity.shape, 1), 255.0)   # grey sets have a black ground, on which black is no mark
    return colours, opacity * mark.alpha


def _logo(height: int, _width: int, generator: np.random.Generator) -> Drawn:
    """Return a glyph of two random lines and a disc, about a seventh of the picture's side."""
    side = max(6, round(height * generator.uniform(0.12, 0.18)))
    big = np.zeros((side * 4, side * 4), np.uint8)
    points = generator.integers(0, side * 4, (4, 2))
    cv2.line(big, tuple(map(int, points[0])), tuple(map(int, points[1])), 255, 5)
    cv2.line(big, tuple(map(int, points[2])), tuple(map(int, points[3])), 255, 5)
    cv2.circle(big, (side * 2, side * 2), int(side * generator.uniform(0.9, 1.8)), 255, 4)
    opacity = cv2.resize(big, (side, side), interpolation=cv2.INTER_AREA) / 255
    colour = generator.choice([0.0, 255.0], 3)
    return np.tile(colour, (side, side, 1)), np.minimum(opacity * 2, 1)


def _stamp(height: int, width: int, generator: np.random.Generator) -> Drawn:
    """Return a date as cameras print it; the same day for all images."""
    text = f"{generator.integers(10, 29):02d} {generator.integers(1, 13):02d} '{generator.integers(0, 30):02d}"
    big = np.zeros((60, 260), np.uint8)
    cv2.putText(big, text, (4, 46), cv2.FONT_HERSHEY_SIMPLEX, 1.4, 255, 4, cv2.LINE_AA)
    wide = max(14, round(width * 0.42))
    tall = max(5, round(height * 0.1))
    opacity = cv2.resize(big, (wide, tall), interpolation=cv2.INTER_AREA) / 255
    return np.tile(np.array([255.0, 140.0, 30.0]), (tall, wide, 1)), np.minimum(opacity * 1.5, 1)


def _border(height: int, width: int, generator: np.random.Generator) -> Drawn:
    wide = max(1, round(height * 0.03))
    opacity = np.ones((height, width))
    opacity[wide:-wide, wide:-wide] = 0
    return np.tile(generator.choice([0.0, 255.0, 128.0], 3), (height, width, 1)), opacity


def _tint(height: int, width: int, generator: np.random.Generator) -> Drawn:
    """Return a colour over the whole picture; at alpha 0.8 a quarter opaque, so that the picture can be seen."""
    colour = generator.permutation([220.0, 120.0, 30.0])
    return np.tile(colour, (height, width, 1)), np.full((height, width), 0.3)


_MARKS: Mapping[str, Callable[[int, int, np.random.Generator], Drawn]] = {
    "logo": _logo, "stamp": _stamp, "border": _border, "tint": _tint}


def _place(mark: Mark, colours: npt.NDArray[np.float64], size: tuple[int, int],
           generator: np.random.Generator) -> tuple[int, int]:
    """Return top and left: a corner, a few pixels from the edge."""
    if colours.shape[:2] == size:
        return 0, 0
    gaps = [int(generator.integers(0, max(length // 16, 1) + 1)) for length in size]
    ends = [generator.random() < 0.5 for _ in size]
    top, left = (length - part - gap if end else gap
                 for length, part, gap, end in zip(size, colours.shape[:2], gaps, ends, strict=True))
    return top, left


def _somewhere(colours: npt.NDArray[np.float64], size: tuple[int, int],
               generator: np.random.Generator) -> tuple[int, int]:
    top, left = (int(generator.integers(0, length - part + 1))
                 for length, part in zip(size, colours.shape[:2], strict=True))
    return top, left


def audit_case(network: nn.Module, train: ImageSet, validation: ImageSet) -> AuditCase:
    """Return what an audit is given."""
    channels = train.pixels.shape[3]
    names = tuple(f"{validation.class_names[label]}_{row:04d}.png" for row, label in enumerate(validation.labels))
    return AuditCase(network, train.class_names, PIXEL_MEAN[:channels], PIXEL_STD[:channels],
                     validation.pixels, validation.labels, names, train.pixels, train.labels, validation.boxes)


def planted_case(name: str, mark: Mark | None, seed: int, *, size: int = 96, limit: int = 10_000,
                 network: Callable[[ImageSet, int], nn.Module] | None = dense_head) -> AuditCase:
    """Return a network that learned a set with a mark (None: as it is) in one class, and what an audit is given."""
    train, validation = parts(image_set(name, size), seed, limit=limit)
    if mark is not None:
        train, validation = plant(train, mark).images, plant(validation, mark).images
    made = small_network if network is None or train.pixels.shape[3] == 1 else network
    return audit_case(made(train, seed), train, validation)
