"""Image sets in which the background goes with the class, at any strength, or does not."""

from dataclasses import dataclass, replace
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.background_swap import filled
from tests.helpers.image_sets import ImageSet, Pixels, boxed, digits, photos

Masks = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class CutOuts:
    """Objects cut out of a set with known boxes.

    Attributes
    ----------
    images : where they come from
    cover : (N, h, w) from 0 to 1, the object's own pixels
    scenes : (N, h, w, 3) the pictures without their objects
    """

    images: ImageSet
    cover: Masks
    scenes: Pixels


@cache
def cut_outs(size: int, limit: int = 10_000) -> CutOuts:
    """Cut objects of boxed_objects out by GrabCut, at most ``limit`` a class; skips the test where it is absent."""
    images = _some(boxed(size), limit)
    cover = np.array([_cover(picture, box) for picture, box in zip(images.pixels, images.boxes * size, strict=True)])
    holes = np.array([_box_mask(box, size, 0.02) for box in images.boxes])
    scenes = np.array([filled(picture, hole) for picture, hole in zip(images.pixels, holes, strict=True)])
    return CutOuts(images, cover, scenes)


@cache
def painted_digits(size: int, classes: int = 5, limit: int = 10_000) -> CutOuts:
    """Return handwritten digits, each of a colour of its own and half the picture's side high, as objects.

    A small network learns them from nothing; photographs of objects it does not.
    """
    drawn = digits()
    images = _some(drawn.take(drawn.labels < classes), limit)
    chance = np.random.default_rng(35)
    side = size // 2
    cover = np.zeros((len(images.labels), size, size), np.float32)
    cover[:, :side, :side] = [cv2.resize(digit[2:-2, 2:-2, 0], (side, side), interpolation=cv2.INTER_AREA)
                              for digit in images.pixels]
    cover /= 255
    colours = chance.choice([0, 255], (len(cover), 1, 1, 3)) + chance.integers(-40, 41, (len(cover), 1, 1, 3))
    pixels = np.broadcast_to(np.clip(colours, 0, 255), (*cover.shape, 3)).astype(np.uint8)
    boxes = np.array([_tight(one) for one in cover], np.float32) / np.float32(size)
    names = images.class_names[:classes]
    return CutOuts(replace(images, class_names=names, pixels=pixels, boxes=boxes), cover, pixels[:0])


def _tight(cover: Masks) -> tuple[int, int, int, int]:
    """Return x0, y0, x1, y1 of what is covered."""
    rows, columns = (np.flatnonzero((cover > 0.1).any(axis=axis)) for axis in (1, 0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _some(images: ImageSet, limit: int) -> ImageSet:
    return images.take(np.sort(np.concatenate([np.flatnonzero(images.labels == name)[:limit]
                                               for name in np.unique(images.labels)])))


def _box_mask(box: npt.NDArray[np.float32], size: int, margin: float) -> Masks:
    mask = np.zeros((size, size), np.float32)
    x0, y0, x1, y1 = np.clip(np.rint((box + np.array([-margin, -margin, margin, margin])) * size), 0, size).astype(int)
    mask[y0:y1, x0:x1] = 1
    return mask


def _cover(picture: Pixels, box: npt.NDArray[np.float32]) -> Masks:
    x0, y0, x1, y1 = (round(float(value)) for value in box)
    mask = np.zeros(picture.shape[:2], np.uint8)
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(0)
    cv2.grabCut(np.ascontiguousarray(picture[..., ::-1]), mask, (x0, y0, max(x1 - x0, 2), max(y1 - y0, 2)), *models, 3,
                cv2.GC_INIT_WITH_RECT)
    found = np.isin(mask, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.float32)
    inside = found if found.sum() > 0.15 * (x1 - x0) * (y1 - y0) else _box_mask(box / len(picture), len(picture), 0)
    return np.asarray(cv2.GaussianBlur(inside, (0, 0), 0.7), np.float32)


def scenery(kinds: int, size: int, seed: int) -> Pixels:
    """Return (kinds, 40, size, size, 3): drawn grounds of unlike colour and texture, such as sky, snow and grass."""
    chance = np.random.default_rng([31, seed])
    return np.array([[_ground(kind, size, chance) for _ in range(40)] for kind in _kinds(kinds, chance)])


@dataclass(frozen=True, slots=True)
class _Kind:
    high: npt.NDArray[np.float64]
    low: npt.NDArray[np.float64]
    grain: int
    noise: float


def _kinds(count: int, chance: np.random.Generator) -> list[_Kind]:
    """Draw kinds of ground whose colours differ clearly."""
    hues = (np.arange(count) + chance.random()) / count
    kinds = []
    for hue in chance.permutation(hues):
        strong = np.array([[[hue * 360, chance.uniform(0.25, 0.7), chance.uniform(0.5, 0.95)]]], np.float32)
        colour = cv2.cvtColor(strong, cv2.COLOR_HSV2RGB)[0, 0] * 255
        kinds.append(_Kind(colour, colour * chance.uniform(0.5, 0.9), int(chance.choice([2, 4, 8, 16])),
                           float(chance.uniform(4, 40))))
    return kinds


def _ground(kind: _Kind, size: int, chance: np.random.Generator) -> Pixels:
    slope = np.linspace(0, 1, size)[:, None, None]
    base = kind.high * (1 - slope) + kind.low * slope + chance.normal(0, 14, 3)
    cells = max(2, size // kind.grain)
    grain = cv2.resize(chance.normal(0, kind.noise, (cells, cells)).astype(np.float32), (size, size))
    return np.clip(base + grain[:, :, None] + chance.normal(0, 4, (size, size, 1)), 0, 255).astype(np.uint8)


def places(kinds: int, size: int, seed: int) -> list[Pixels]:
    """Return 40 cut-outs, (40, size, size, 3), of each of some photographs of the sample: each kind is one place."""
    chance = np.random.default_rng([34, seed])
    chosen = chance.permutation(len(photos(256).pixels))[:kinds]
    return [np.array([_cut_out(photos(256).pixels[row], size, chance) for _ in range(40)]) for row in chosen]


def _cut_out(photo: Pixels, size: int, chance: np.random.Generator) -> Pixels:
    side = int(len(photo) * chance.uniform(0.35, 0.6))
    top, left = (int(value) for value in chance.integers(0, len(photo) - side + 1, 2))
    return np.asarray(cv2.resize(photo[top:top + side, left:left + side], (size, size), interpolation=cv2.INTER_AREA),
                      np.uint8)


def textures(kinds: int, size: int, seed: int) -> list[Pixels]:
    """Return (40, size, size, 3) of each kind: grounds of any colour that differ by their pattern alone."""
    chance = np.random.default_rng([36, seed])
    finest = chance.permutation(np.geomspace(1.5, 12, kinds))
    slants = chance.permutation(np.arange(kinds)) * np.pi / kinds
    return [np.array([_texture(cells, slant, size, chance) for _ in range(40)])
            for cells, slant in zip(finest, slants, strict=True)]


def _texture(cells: float, slant: float, size: int, chance: np.random.Generator) -> Pixels:
    """Draw smoothed noise, stretched along a slant, in shades of a random colour."""
    turned = cv2.getRotationMatrix2D((size, size), float(np.degrees(slant)) + chance.normal(0, 5), 1.0)
    noise = cv2.GaussianBlur(chance.normal(0, 1, (2 * size, 2 * size)), (0, 0), cells / 2, sigmaY=cells * 1.5)
    grain = cv2.warpAffine(noise, turned, (2 * size, 2 * size), borderMode=cv2.BORDER_REFLECT)
    grain = grain[size // 2:size // 2 + size, size // 2:size // 2 + size]
    shade = chance.uniform(60, 200, 3) + 35 * (grain / grain.std())[:, :, None]
    return np.asarray(np.clip(shade, 0, 255), np.uint8)


def scene_groups(scenes: Pixels, groups: int, seed: int) -> list[Pixels]:
    """Return groups of photographs of like colours and brightness: the half of each that is nearest to its middle.

    Groups are found by k-means over the mean Lab colours of the upper, middle and lower third.
    """
    thirds = np.array([cv2.resize(cv2.cvtColor(scene, cv2.COLOR_RGB2LAB), (1, 3), interpolation=cv2.INTER_AREA)
                       for scene in scenes], np.float32).reshape(len(scenes), -1)
    cv2.setRNGSeed(seed)
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 30, 0.1)
    _, place, middles = cv2.kmeans(thirds, groups, None, criteria, 3, cv2.KMEANS_PP_CENTERS)  # type: ignore[call-overload]
    distance = np.linalg.norm(thirds - middles[place[:, 0]], axis=1)
    found = [np.flatnonzero(place[:, 0] == group) for group in range(groups)]
    return [scenes[rows[np.argsort(distance[rows])][:max(4, len(rows) // 2)]] for rows in found]


def with_backgrounds(objects: CutOuts, rows: npt.NDArray[np.int64], grounds: list[Pixels], strength: float,
                     seed: int, only: int | None = None) -> ImageSet:
    """Return the objects at ``rows`` at random places before grounds.

    Parameters
    ----------
    grounds : of each class its own, (m, h, w, 3)
    strength : share of the images whose ground is of their own class; the others' is of any class, by chance
    only : the one class whose ground goes with it; None: every class has its own
    """
    chance = np.random.default_rng([32, seed, len(rows)])
    size, labels = objects.images.pixels.shape[1], objects.images.labels[rows]
    is_tied = (chance.random(len(rows)) < strength) & ((only is None) | (labels == only))
    kinds = np.where(is_tied, labels, chance.integers(0, len(grounds), len(rows)))
    pictures, boxes = [], []
    for row, kind in zip(rows, kinds, strict=True):
        scene = grounds[kind][chance.integers(len(grounds[kind]))]
        picture, box = _composed(objects, row, scene[:, ::chance.choice([-1, 1])], chance)
        pictures.append(picture)
        boxes.append(box)
    return replace(objects.images, pixels=np.array(pictures), labels=labels, boxes=np.array(boxes, np.float32) / size)


def _composed(objects: CutOuts, row: int, scene: Pixels,
              chance: np.random.Generator) -> tuple[Pixels, tuple[int, int, int, int]]:
    """Put an object at a random place on a scene; return the picture and its box in pixels."""
    size = len(scene)
    x0, y0, x1, y1 = np.clip(np.rint(objects.images.boxes[row] * size), 0, size).astype(int).tolist()
    left, top = int(chance.integers(0, size - (x1 - x0) + 1)), int(chance.integers(0, size - (y1 - y0) + 1))
    picture = scene.astype(np.float32)
    target = picture[top:top + y1 - y0, left:left + x1 - x0]
    opacity = objects.cover[row, y0:y1, x0:x1, None]
    target[:] = opacity * objects.images.pixels[row, y0:y1, x0:x1] + (1 - opacity) * target
    return np.rint(picture).astype(np.uint8), (left, top, left + x1 - x0, top + y1 - y0)
