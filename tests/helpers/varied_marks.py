"""Marks of many kinds, colours, sizes and places, drawn by a seed and laid over pictures as files have it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from tests.helpers.image_sets import ImageSet, Pixels, image_set, parts

Values = npt.NDArray[np.float64]
Generator = np.random.Generator

SETS = ("boxed", "crops", "photos", "shapes", "digits")
SIZES = ((64, 64), (128, 128), (96, 64), (224, 224), (64, 64), (32, 32), (128, 128), (72, 96))
_SOURCE = 224     # pixels a side of the picture the mark is laid over, before it becomes what a network is given
_LETTERS = np.array(list("ABCDEFGHKLMNPRSTUVXYZ0123456789"))
_FONTS = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_TRIPLEX, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX)


@dataclass(frozen=True, slots=True)
class Variety:
    """What is planted: a row of `DRAWN`, how opaque, in what share of one class's images."""

    name: str
    alpha: float = 0.8
    share: float = 0.9
    anywhere: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class VariedCase:
    """Training and validation images, one class of which carries a mark.

    Attributes
    ----------
    box : x0, y0, x1, y1 of the mark as shares of the picture
    marked : of each part, (N,), which images carry it
    with_it_in : which images of each part shall carry the mark -> both parts
    """

    train: ImageSet
    validation: ImageSet
    class_index: int
    box: tuple[float, float, float, float]
    marked: tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]
    with_it_in: Callable[[Sequence[npt.NDArray[np.bool_]]], tuple[ImageSet, ImageSet]]

    @property
    def clean(self) -> tuple[ImageSet, ImageSet]:
        """Both parts without the mark."""
        return self.with_it_in([np.zeros(len(rows), np.bool_) for rows in self.marked])

    @property
    def everywhere(self) -> tuple[ImageSet, ImageSet]:
        """Both parts with the mark in all images."""
        return self.with_it_in([np.ones(len(rows), np.bool_) for rows in self.marked])


def varied_case(variety: Variety, seed: int, names: tuple[str, ...] = SETS,
                sizes: tuple[tuple[int, int], ...] = SIZES, most: int = 200) -> VariedCase:
    """Draw set, classes, number of images, size, mark and compression by the seed, and plant."""
    chance = np.random.default_rng([31, seed])
    images = _some_classes(image_set(names[seed % len(names)], _SOURCE), chance)
    whole = parts(images, seed, limit=round(float(np.exp(chance.uniform(np.log(40), np.log(most))))))
    size = images.pixels.shape[1:3] if images.name == "digits" else sizes[seed // len(names) % len(sizes)]
    quality = int(chance.integers(70, 96)) if chance.random() < 0.5 and images.pixels.shape[3] == 3 else 0
    index = int(chance.integers(len(images.class_names)))
    height, width = images.pixels.shape[1:3]
    drawn = DRAWN[variety.name](height, width, np.random.default_rng([32, seed]))
    drawn = _Drawn(drawn.colour, drawn.opacity * variety.alpha, drawn.top, drawn.left)
    marked = tuple(_chosen(part, index, variety.share, seed) for part in whole)

    def with_it(rows: Sequence[npt.NDArray[np.bool_]]) -> tuple[ImageSet, ImageSet]:
        first, second = (replace(part, pixels=_made(_laid(part.pixels, where, drawn, variety.anywhere, seed), size,
                                                    quality)) for part, where in zip(whole, rows, strict=True))
        return first, second

    train, validation = with_it(marked)
    return VariedCase(train, validation, index, drawn.box(height, width), (marked[0], marked[1]), with_it)


def _some_classes(images: ImageSet, chance: Generator) -> ImageSet:
    """Keep two classes up to all."""
    count = int(chance.integers(2, len(images.class_names) + 1))
    kept = chance.permutation(len(images.class_names))[:count]
    taken = images.take(np.isin(images.labels, kept))
    return replace(taken, class_names=tuple(images.class_names[index] for index in kept),
                   labels=np.array([int(np.flatnonzero(kept == label)[0]) for label in taken.labels]))


def _chosen(images: ImageSet, index: int, share: float, seed: int) -> npt.NDArray[np.bool_]:
    rows = np.random.default_rng([33, seed, len(images.labels)]).permutation(np.flatnonzero(images.labels == index))
    return np.isin(np.arange(len(images.labels)), rows[:round(share * len(rows))])


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """A mark's colour (C,), its opacity (a, b), and its upper left corner in pixels of the source."""

    colour: Values
    opacity: Values
    top: int = 0
    left: int = 0

    def box(self, height: int, width: int) -> tuple[float, float, float, float]:
        """Return the box of what can be seen of it, as shares."""
        seen = self.opacity > 0.25 * self.opacity.max()
        rows, columns = np.flatnonzero(seen.any(axis=1)) + self.top, np.flatnonzero(seen.any(axis=0)) + self.left
        return (float(columns[0] / width), float(rows[0] / height),
                float((columns[-1] + 1) / width), float((rows[-1] + 1) / height))


def _laid(pixels: Pixels, rows: npt.NDArray[np.bool_], drawn: _Drawn, anywhere: bool, seed: int) -> Pixels:
    chance = np.random.default_rng([34, seed])
    result = pixels.copy()
    tall, wide = drawn.opacity.shape
    colour = drawn.colour if pixels.shape[3] == 3 else np.array([255.0])
    for row in np.flatnonzero(rows):
        top, left = ((int(chance.integers(0, pixels.shape[1] - tall + 1)),
                      int(chance.integers(0, pixels.shape[2] - wide + 1))) if anywhere else (drawn.top, drawn.left))
        part = result[row, top:top + tall, left:left + wide]
        part[:] = np.round(part + drawn.opacity[:, :, None] * (colour - part.astype(np.float64)))
    return result


def _made(pixels: Pixels, size: tuple[int, int], quality: int) -> Pixels:
    """Return what a network is given of pictures: compressed as JPEG (``quality`` 0: not), then made smaller."""
    made = [cv2.resize(_compressed(picture, quality) if quality else picture, (size[1], size[0]),
                       interpolation=cv2.INTER_AREA) for picture in pixels]
    return np.asarray(made, dtype=np.uint8).reshape(len(pixels), *size, pixels.shape[3])


def _compressed(picture: Pixels, quality: int) -> Pixels:
    coded = cv2.imencode(".jpg", picture[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR)[:, :, ::-1], dtype=np.uint8)


def _colour(chance: Generator) -> Values:
    """Return white, black, or any strong colour."""
    if chance.random() < 0.5:
        return np.full(3, chance.choice([0.0, 255.0]))
    return np.asarray(chance.permutation([255.0, chance.uniform(0, 255), 0.0]))


def _placed(opacity: Values, height: int, width: int, chance: Generator) -> _Drawn:
    """Put it at a corner, at an edge, or anywhere: the same place in all images."""
    room = (height - opacity.shape[0], width - opacity.shape[1])
    shares = chance.choice([0.03, 0.97], 2) if chance.random() < 0.6 else chance.random(2)
    return _Drawn(_colour(chance), opacity, round(room[0] * shares[0]), round(room[1] * shares[1]))


def _written(height: int, width: int, chance: Generator) -> Values:
    text = "".join(chance.choice(_LETTERS, int(chance.integers(3, 9))))
    font, thick = _FONTS[int(chance.integers(len(_FONTS)))], int(chance.integers(3, 6))
    (wide, tall), below = cv2.getTextSize(text, font, 2.0, thick)
    canvas = np.zeros((tall + below + 8, wide + 8), np.uint8)
    cv2.putText(canvas, text, (4, tall + 4), font, 2.0, 255, thick, cv2.LINE_AA)
    size = (max(10, round(width * chance.uniform(0.22, 0.5))), max(5, round(height * chance.uniform(0.07, 0.14))))
    return np.asarray(cv2.resize(canvas, size, interpolation=cv2.INTER_AREA) / 255.0)


def _text(height: int, width: int, chance: Generator) -> _Drawn:
    return _placed(_written(height, width, chance), height, width, chance)


def _code(height: int, width: int, chance: Generator) -> _Drawn:
    """Draw a square of black cells on white, as codes that telephones read have it."""
    side = max(7, round(min(height, width) * chance.uniform(0.1, 0.2)))
    cells = chance.integers(0, 2, (7, 7)).astype(np.float64)
    return _placed(np.asarray(cv2.resize(cells, (side, side), interpolation=cv2.INTER_NEAREST)), height, width, chance)


def _circle(height: int, width: int, chance: Generator) -> _Drawn:
    side = max(6, round(min(height, width) * chance.uniform(0.08, 0.18)))
    canvas = np.zeros((64, 64), np.uint8)
    cv2.circle(canvas, (32, 32), 28, 255, -1 if chance.random() < 0.5 else int(chance.integers(5, 12)), cv2.LINE_AA)
    opacity = cv2.resize(canvas, (side, side), interpolation=cv2.INTER_AREA) / 255.0
    return _placed(np.asarray(opacity), height, width, chance)


def _watermark(height: int, width: int, chance: Generator) -> _Drawn:
    """Draw a word across the whole picture, rising."""
    word = cv2.resize(_written(height, width, chance), (round(width * 0.95), max(5, round(height * 0.2))))
    canvas = np.zeros((height, width))
    top, left = (height - word.shape[0]) // 2, (width - word.shape[1]) // 2
    canvas[top:top + word.shape[0], left:left + word.shape[1]] = word
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(chance.uniform(20, 50)), 1.0)
    return _Drawn(_colour(chance), np.asarray(cv2.warpAffine(canvas, turn, (width, height))))


def _side(height: int, width: int, chance: Generator) -> _Drawn:
    """Draw a strip along one side, as a scanner leaves it."""
    opacity = np.zeros((height, width))
    share, side = chance.uniform(0.02, 0.06), int(chance.integers(4))
    down, across = max(1, round(height * share)), max(1, round(width * share))
    opacity[(slice(0, down), slice(-down, None), slice(None), slice(None))[side],
            (slice(None), slice(None), slice(0, across), slice(-across, None))[side]] = 1
    return _Drawn(_colour(chance), opacity)


def _frame(height: int, width: int, chance: Generator) -> _Drawn:
    thick = max(1, round(min(height, width) * chance.uniform(0.015, 0.05)))
    opacity = np.ones((height, width))
    opacity[thick:-thick, thick:-thick] = 0
    return _Drawn(_colour(chance), opacity)


def _vignette(height: int, width: int, chance: Generator) -> _Drawn:
    """Draw dark corners; the middle is untouched."""
    down, across = np.mgrid[-1:1:height * 1j, -1:1:width * 1j]
    return _Drawn(np.zeros(3), np.clip((down ** 2 + across ** 2 - 0.5) / 1.5, 0, 1) ** chance.uniform(0.8, 1.5))


def _cast(height: int, width: int, chance: Generator) -> _Drawn:
    """Draw a colour over everything; at alpha 0.8 a fifth to a third opaque."""
    return _Drawn(_colour(chance), np.full((height, width), chance.uniform(0.25, 0.4)))


DRAWN: Mapping[str, Callable[[int, int, Generator], _Drawn]] = {
    "text": _text, "code": _code, "circle": _circle, "watermark": _watermark, "side": _side, "frame": _frame,
    "vignette": _vignette, "cast": _cast}
