"""Image sets as arrays, of several kinds, so that nothing is tuned on one of them."""

import io
import os
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from cnnstudio.paths import resource

Pixels = npt.NDArray[np.uint8]
Labels = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class ImageSet:
    """Images of one size, in random order.

    Attributes
    ----------
    pixels : (N, h, w, C) uint8
    labels : (N,)
    boxes : (N, 4) of the objects, as shares of the picture; NaN where they are not known
    """

    name: str
    class_names: tuple[str, ...]
    pixels: Pixels
    labels: Labels
    boxes: Floats

    def take(self, rows: npt.NDArray[np.int64] | npt.NDArray[np.bool_]) -> "ImageSet":
        """Return some of the images, copied."""
        return replace(self, pixels=self.pixels[rows], labels=self.labels[rows], boxes=self.boxes[rows])


def image_set(name: str, size: int = 96) -> ImageSet:
    """Return one of `IMAGE_SETS`; boxed_objects skips the test where it is absent."""
    return IMAGE_SETS[name](size)


def parts(images: ImageSet, seed: int, train: float = 0.55, limit: int = 10_000) -> tuple[ImageSet, ImageSet]:
    """Return training and validation images, stratified: another seed, other images; at most ``limit`` a class."""
    generator = np.random.default_rng([7, seed])
    chosen: tuple[list[int], list[int]] = ([], [])
    for index in range(len(images.class_names)):
        rows = generator.permutation(np.flatnonzero(images.labels == index))[:limit]
        end = round(len(rows) * train)
        chosen[0].extend(rows[:end])
        chosen[1].extend(rows[end:])
    return (images.take(np.array(chosen[0], np.int64)), images.take(np.array(chosen[1], np.int64)))


def testdata(name: str) -> Path:
    """Return a file of the test data: in the folder CNNSTUDIO_TESTDATA names, or beside the project.

    Skips the test where it is absent.
    """
    beside = Path(__file__).resolve().parents[3] / "shared" / "testdata"
    path = Path(os.environ.get("CNNSTUDIO_TESTDATA", str(beside))) / name
    if not path.is_file():
        pytest.skip(f"{name} is not here; the variable CNNSTUDIO_TESTDATA names the folder it lies in")
    return path


@cache
def boxed(size: int) -> ImageSet:
    """Return the 900 photographs of objects at random places, five classes."""
    path = testdata("boxed_objects.zip")
    with zipfile.ZipFile(path) as archive:
        rows = [line.split(",") for line in archive.read("boxes.csv").decode().splitlines()[1:]]
        names = tuple(sorted({row[1] for row in rows}))
        pixels = [_fitted(_rgb(archive.read("/".join(row[:3]))), size) for row in rows]
    boxes = np.array([[float(value) for value in row[3:]] for row in rows], np.float32) / 224
    return ImageSet("boxed", names, np.array(pixels), np.array([names.index(row[1]) for row in rows]), boxes)


@cache
def photos(size: int) -> ImageSet:
    """Return the 104 photographs of the sample, squeezed to a square."""
    found = sorted(_sample("photos.zip", ".jpg"))
    return _unboxed("photos", [name.split("/")[-2] for name, _ in found],
                    [_fitted(_rgb(data), size) for name, data in found])


@cache
def crops(size: int) -> ImageSet:
    """Return six random cut-outs of each photograph of the sample: ordinary photographs, not composed by anybody."""
    generator = np.random.default_rng(11)
    found = sorted(_sample("photos.zip", ".jpg"))
    pictures = [(name.split("/")[-2], _rgb(data)) for name, data in found]
    cut = [(label, _fitted(_cut(pixels, generator), size)) for label, pixels in pictures for _ in range(6)]
    return _unboxed("crops", [label for label, _ in cut], [pixels for _, pixels in cut])


@cache
def digits(_size: int = 28) -> ImageSet:
    """Return the 2,000 digits, 28 px, one channel."""
    found = sorted(_sample("digits.zip", ".png"))
    pixels = [np.asarray(Image.open(io.BytesIO(data)).convert("L"))[:, :, None] for _, data in found]
    return _unboxed("digits", [name.split("/")[-2] for name, _ in found], pixels)


@cache
def shapes(size: int) -> ImageSet:
    """Return 1,000 drawn shapes of five classes, anywhere, on noisy ground."""
    generator = np.random.default_rng(12)
    labels = [("disc", "ring", "square", "cross", "triangle")[number % 5] for number in range(1000)]
    return _unboxed("shapes", labels, [_shape(label, size, generator) for label in labels])


IMAGE_SETS: Mapping[str, Callable[[int], ImageSet]] = {
    "boxed": boxed, "photos": photos, "crops": crops, "digits": digits, "shapes": shapes}


def _sample(archive_name: str, ending: str) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(resource(f"samples/{archive_name}")) as archive:
        return [(name, archive.read(name)) for name in archive.namelist() if name.endswith(ending)]


def _unboxed(name: str, labels: Sequence[str], pixels: Sequence[Pixels]) -> ImageSet:
    names = tuple(sorted(set(labels)))
    return ImageSet(name, names, np.array(pixels), np.array([names.index(label) for label in labels]),
                    np.full((len(labels), 4), np.nan, np.float32))


def _rgb(data: bytes) -> Pixels:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def _fitted(pixels: Pixels, size: int) -> Pixels:
    return np.asarray(cv2.resize(pixels, (size, size), interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _cut(pixels: Pixels, generator: np.random.Generator) -> Pixels:
    side = int(min(pixels.shape[:2]) * generator.uniform(0.55, 0.9))
    top, left = (int(generator.integers(0, length - side + 1)) for length in pixels.shape[:2])
    return pixels[top:top + side, left:left + side]


def _shape(label: str, size: int, generator: np.random.Generator) -> Pixels:
    ground = cv2.resize(generator.integers(60, 200, (size // 8, size // 8, 3), dtype=np.uint8), (size, size))
    canvas = np.clip(ground + generator.normal(0, 18, ground.shape), 0, 255).astype(np.uint8)
    radius = int(size * generator.uniform(0.12, 0.22))
    x, y = (int(generator.integers(radius + 1, size - radius - 1)) for _ in range(2))
    colour = tuple(int(value) for value in generator.integers(0, 256, 3))
    _draw(label, canvas, (x, y), radius, colour)
    return canvas


def _draw(label: str, canvas: Pixels, centre: tuple[int, int], radius: int, colour: tuple[int, ...]) -> None:
    x, y = centre
    thick = max(2, radius // 3)
    if label in ("disc", "ring"):
        cv2.circle(canvas, centre, radius, colour, -1 if label == "disc" else thick)
    elif label == "square":
        cv2.rectangle(canvas, (x - radius, y - radius), (x + radius, y + radius), colour, -1)
    elif label == "cross":
        cv2.line(canvas, (x - radius, y), (x + radius, y), colour, thick)
        cv2.line(canvas, (x, y - radius), (x, y + radius), colour, thick)
    else:
        corners = np.array([[x, y - radius], [x - radius, y + radius], [x + radius, y + radius]], np.int32)
        cv2.fillPoly(canvas, [corners], colour)
