"""The experiment on backgrounds: what they tell of the class, and the answers when objects are put on others."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.data.telling import FEWEST, Telling, tells
from cnnstudio.explain.audit.background_pairs import Pairs
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
from cnnstudio.wording import translate

Places = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Truths = npt.NDArray[np.bool_]
Maker = Callable[[int], Pixels]

_MOST, _MOST_OF_A_CLASS = 160, 32
_ANSWERS = 240          # that all suspected classes together are asked for, as far as each gets its fewest
_FEWEST_OBJECTS, _MOST_OBJECTS = 8, 20
_BOX_MARGIN = 0.02      # of the image: shadows and soft edges of an object lie outside its box
_MOST_HOLE = 0.7        # of an image: where the object leaves less than this, nothing is known of the background
_PART = 16
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
    plain : (n, K) logits of the images as they are
    has_boxes : (n,) whether the object is that of a given box
    """

    places: Places
    labels: Places
    layers: Layers
    telling: Telling
    plain: Floats
    has_boxes: Truths

    @property
    def suspected(self) -> list[int]:
        """The places in ``telling.classes`` of the classes whose background tells them beyond chance."""
        return np.flatnonzero(self.telling.one_accuracy > self.telling.one_cut).tolist()

    @property
    def objects_each(self) -> int:
        """How many objects of each suspected class are put on other backgrounds."""
        return int(np.clip(_ANSWERS // (4 * max(1, len(self.suspected))), _FEWEST_OBJECTS, _MOST_OBJECTS))


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What the network says of m pairs, logits (m, K) each.

    Attributes
    ----------
    kept, swapped : objects of the class on a background typical of it, and on one that is not
    drawn, undrawn : objects of other classes on the same kinds of background
    alone, alone_others : the images both come from, without their objects
    """

    pairs: Pairs
    kept: Floats
    swapped: Floats
    drawn: Floats
    undrawn: Floats
    alone: Floats
    alone_others: Floats


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
    yield AuditStep(0, max(1, len(places)), translate("explain", "Looking for the objects"))
    if not len(places) or should_stop():
        return
    layers, has_boxes = _taken_apart(case, places)
    usable = np.flatnonzero(layers.holes.mean(axis=(1, 2)) <= _MOST_HOLE)
    usable = usable[chosen_of(case.labels[places[usable]])]
    if not len(usable) or should_stop():
        return
    places, layers = places[usable], Layers(layers.pixels[usable], layers.objects[usable], layers.holes[usable])
    labels = case.labels[places]
    found = tells({"background": descriptors(layers)}, labels, seed=int(chance.integers(1 << 31)))
    yield Trial(places, labels, layers, found["background"], plain[places], has_boxes[usable])


def answers(case: AuditCase, trial: Trial, pairs: Pairs,
            should_stop: Callable[[], bool]) -> Generator[AuditStep, None, Answers | None]:
    """Yield how far it is; return what the network says of the pairs, None when ``should_stop`` says so."""
    makers = _makers(trial.layers, pairs)
    count, said = len(pairs.own), list[Floats]()
    for number, make in enumerate(makers):
        for start in range(0, count, _PART):
            if should_stop():
                return None
            rows = range(start, min(start + _PART, count))
            said.append(case.logits(np.array([make(row) for row in rows])))
            yield AuditStep(number * count + rows[-1] + 1, len(makers) * count, translate(
                "explain", "Exchanging the backgrounds"))
    return Answers(pairs, *np.concatenate(said).reshape(len(makers), count, -1))


def _makers(layers: Layers, pairs: Pairs) -> tuple[Maker, ...]:
    """Return what makes the picture of a pair's number, of each kind, in the order of `Answers`."""
    def exchanged(objects: Places, grounds: Places) -> Maker:
        return lambda number: layers.swapped(int(objects[number]), int(grounds[number]))

    def emptied(objects: Places) -> Maker:
        return lambda number: layers.scene(int(objects[number]))

    return (exchanged(pairs.own, pairs.typical[0]), exchanged(pairs.own, pairs.untypical[0]),
            exchanged(pairs.others, pairs.typical[1]), exchanged(pairs.others, pairs.untypical[1]),
            emptied(pairs.own), emptied(pairs.others))


def chosen_of(labels: Places) -> Places:
    """Return the places of classes that still have `FEWEST` images; none when that is one class."""
    counts = np.bincount(labels, minlength=1)
    rows = np.flatnonzero(counts[labels] >= FEWEST)
    return rows if len(np.unique(labels[rows])) > 1 else np.zeros(0, np.int64)


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

