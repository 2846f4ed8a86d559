"""The experiment on backgrounds: what they tell of the class, and the answers when they are exchanged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.data.telling import FEWEST, Telling, tells
from cnnstudio.explain.audit.background_swap import Layers
from cnnstudio.explain.audit.case import AuditCase, Pixels
from cnnstudio.explain.audit.object_mask import (
    GRID,
    ObjectShares,
    box_masks,
    estimated_masks,
    object_scores,
)
from cnnstudio.explain.audit.report import AuditStep

Places = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Truths = npt.NDArray[np.bool_]
Maker = Callable[[int], Pixels]

_MOST, _MOST_OF_A_CLASS = 160, 32
_BOX_MARGIN = 0.02      # of the image: shadows and soft edges of an object lie outside its box
_MOST_HOLE = 0.7        # of an image: where the object leaves less than this, nothing is known of the background
_PART = 16
_PASSES = 4
_SHARES = ObjectShares()


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """What was seen of n images.

    Attributes
    ----------
    places : (n,) in `AuditCase.pixels`
    labels : (n,)
    layers : the images taken apart, in the order of ``places``
    telling : what the backgrounds alone tell of the class; its rows are those of ``places``
    same, other : (n,) the image whose background was taken for the control, of the same class, and of another class
    plain, kept, swapped : (n, K) logits of the images as they are, of their objects on ``same`` and on ``other``
    alone : (n, K) logits of the images without their objects
    has_boxes : whether the objects are those of given boxes
    """

    places: Places
    labels: Places
    layers: Layers
    telling: Telling
    same: Places
    other: Places
    plain: Floats
    kept: Floats
    swapped: Floats
    alone: Floats
    has_boxes: Truths


def chosen_places(labels: Places, chance: np.random.Generator) -> Places:
    """Return which images are looked at: of each class with at least `FEWEST` the same number, ascending."""
    counts = np.bincount(labels) if len(labels) else np.zeros(0, np.int64)
    classes = np.flatnonzero(counts >= FEWEST)
    if len(classes) < 2:
        return np.zeros(0, np.int64)
    each = int(np.clip(_MOST // len(classes), FEWEST, _MOST_OF_A_CLASS))
    chosen = [chance.permutation(np.flatnonzero(labels == name))[:each] for name in classes]
    return np.sort(np.concatenate(chosen))


def try_backgrounds(case: AuditCase, plain: Floats, should_stop: Callable[[], bool],
                    chance: np.random.Generator) -> Iterator[AuditStep | Trial]:
    """Yield how far it is, last the trial; ends early when ``should_stop`` says so or there are too few images.

    Parameters
    ----------
    plain : (N, K) logits of all images as they are
    """
    places = chosen_places(case.labels, chance)
    yield AuditStep(0, _PASSES * len(places), "Looking for the objects")
    if not len(places) or should_stop():
        return
    layers, has_boxes = _taken_apart(case, places)
    usable = np.flatnonzero(layers.holes.mean(axis=(1, 2)) <= _MOST_HOLE)
    usable = usable[chosen_of(case.labels[places[usable]])]
    if not len(usable):
        return
    places, layers = places[usable], Layers(layers.pixels[usable], layers.objects[usable], layers.holes[usable])
    labels = case.labels[places]
    found = tells({"background": descriptors(layers)}, labels, seed=int(chance.integers(1 << 31)))
    same, other = donors(labels, chance)
    answers: list[Floats] = []
    makers: tuple[Maker, ...] = (lambda row: layers.swapped(row, int(same[row])),
                                 lambda row: layers.swapped(row, int(other[row])), layers.scene)
    for make in makers:
        yield from _answers(case, make, len(places), answers, should_stop)
    if len(answers) == len(makers):
        kept, swapped, alone = answers
        yield Trial(places, labels, layers, found["background"], same, other, plain[places], kept, swapped, alone,
                    has_boxes[usable])


def _answers(case: AuditCase, make: Maker, count: int, answers: list[Floats],
             should_stop: Callable[[], bool]) -> Iterator[AuditStep]:
    """Ask the network about ``count`` pictures made one by one, and put the logits (count, K) into ``answers``."""
    logits: list[Floats] = []
    before = (len(answers) + 1) * count
    for start in range(0, count, _PART):
        if should_stop():
            return
        rows = range(start, min(start + _PART, count))
        logits.append(case.logits(np.array([make(row) for row in rows])))
        yield AuditStep(before + rows[-1] + 1, _PASSES * count, "Exchanging the backgrounds")
    if not should_stop():
        answers.append(np.concatenate(logits))


def chosen_of(labels: Places) -> Places:
    """Return the places of classes that still have `FEWEST` images; none when that is one class."""
    counts = np.bincount(labels, minlength=1)
    rows = np.flatnonzero(counts[labels] >= FEWEST)
    return rows if len(np.unique(labels[rows])) > 1 else np.zeros(0, np.int64)


def donors(labels: Places, chance: np.random.Generator) -> tuple[Places, Places]:
    """Return for each image another of its class and one of another class, (n,) each.

    Within a class no image is taken twice as far as there are enough of them, so that the differences of the two
    answers are independent of each other.
    """
    same, other = np.empty_like(labels), np.empty_like(labels)
    for name in np.unique(labels):
        own = chance.permutation(np.flatnonzero(labels == name))
        same[own] = np.roll(own, 1)
        rest = chance.permutation(np.flatnonzero(labels != name))
        other[own] = np.resize(rest, len(own))
    return same, other


def _taken_apart(case: AuditCase, places: Places) -> tuple[Layers, Truths]:
    boxes = np.full((len(places), 4), np.nan, np.float32) if case.boxes is None else case.boxes[places]
    has_box: Truths = np.asarray(np.isfinite(boxes).all(axis=1))
    objects = np.zeros((len(places), GRID, GRID), bool)
    holes = objects.copy()
    objects[has_box] = box_masks(boxes[has_box])
    holes[has_box] = box_masks(boxes[has_box], _BOX_MARGIN)
    if not has_box.all():
        scores = object_scores(case, places[~has_box])
        objects[~has_box] = estimated_masks(scores, _SHARES.core)
        holes[~has_box] = estimated_masks(scores, _SHARES.hole) | objects[~has_box]
    return Layers(case.pixels[places], objects, holes), has_box


def descriptors(layers: Layers) -> npt.NDArray[np.float64]:
    """Return (n, 9) figures of the backgrounds: mean and deviation of the colour in Lab, and how rough they are.

    Only the outer half of what is no object counts: an object that was not found whole shall not tell its class.
    """
    return np.array([_described(picture, hole) for picture, hole in zip(layers.pixels, layers.holes, strict=True)])


def _described(picture: Pixels, hole: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    small = cv2.resize(picture, (GRID * 2, GRID * 2), interpolation=cv2.INTER_AREA)
    colour = small if small.ndim == 3 else np.repeat(small[:, :, None], 3, axis=2)
    lab = cv2.cvtColor(np.float32(1 / 255) * colour, cv2.COLOR_RGB2LAB)
    fine = np.abs(cv2.Laplacian(np.ascontiguousarray(lab[..., 0]), cv2.CV_32F))
    rough = cv2.GaussianBlur(lab[..., 0], (0, 0), 3) - cv2.GaussianBlur(lab[..., 0], (0, 0), 9)
    around = _far_from(hole)
    cells = lab[around]
    return np.concatenate([cells.mean(axis=0), cells.std(axis=0),
                           [fine[around].mean(), np.abs(rough[around]).mean(), np.median(cells[:, 0])]])


def _far_from(hole: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return (2 GRID, 2 GRID): the half of the background that is farthest from the object."""
    large = cv2.resize((~hole).astype(np.uint8), (GRID * 2, GRID * 2), interpolation=cv2.INTER_NEAREST)
    distance = cv2.distanceTransform(large, cv2.DIST_L2, 3)
    return np.asarray((distance > 0) & (distance >= np.median(distance[distance > 0])))

