"""What the maps of many images say about the known objects: hits, energy and boxes, with intervals and with chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.heatmap import Floats
from cnnstudio.explain.validation.box_evidence import BoxEvidence, coverage, energy_in
from cnnstudio.explain.validation.localisation import OVERLAPS, THRESHOLDS, Localisation
from cnnstudio.training.metrics import wilson_interval

FIXED_THRESHOLD = 0.2
"""The share of the peak that maps are cut at where nothing was chosen (Zhou et al. 2016, section 3.2)."""

_DRAWS = 1000
_SIDE = 56


@dataclass(frozen=True, slots=True)
class BoxScore:
    """The maps of one class, or of all, against the boxes.

    Attributes
    ----------
    hits : images whose hottest place lies on the object
    hit_share : ``hits`` of ``images``; of all classes together the mean over classes
    hit_interval : 95 % Wilson interval of ``hits`` of ``images``
    hit_chance, centre_share : the same for a place drawn blindly, and for the middle of the image
    energy : mean share of the evidence in the box; of all together the mean over classes
    energy_interval : 95 %, from 1,000 samples drawn anew from the images of each class
    area : mean share of the input in the box: the energy by chance
    energy_elsewhere : the same maps in the boxes of other images, which knows where objects usually are
    """

    name: str
    images: int
    hits: int
    hit_share: float
    hit_interval: tuple[float, float]
    hit_chance: float
    centre_share: float
    energy: float
    energy_interval: tuple[float, float]
    area: float
    energy_elsewhere: float


@dataclass(frozen=True, slots=True)
class BoxAccuracy:
    """Share of images whose box overlaps the known one enough.

    Attributes
    ----------
    overlap : the least overlap (IoU) that counts
    threshold : share of the peak the maps were cut at; None for Otsu's, each map its own
    chosen_on : what the threshold was chosen on: ``"validation"``, ``"these images"`` (flatters), ``"fixed"``
    parts : ``"largest"``: the largest part's box counts; ``"best"``: the one that fits best, as MaxBoxAccV2 says
    """

    overlap: float
    parts: str
    threshold: float | None
    chosen_on: str
    right: int
    images: int

    @property
    def share(self) -> float:
        """Right ones of all."""
        return self.right / self.images if self.images else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """95 % Wilson interval of `share`."""
        return wilson_interval(self.right, self.images)


@dataclass(frozen=True, slots=True)
class BoxReport:
    """One method at one layer, against the boxes of many images.

    Attributes
    ----------
    all : every image
    classes : each class that has images
    accuracies : of the boxes that the maps give
    max_box_acc : MaxBoxAcc (Choe et al. 2020): overlap 0.5, largest part
    max_box_acc_v2 : mean over the overlaps 0.3, 0.5 and 0.7, best part
    """

    method: str
    layer: str
    all: BoxScore
    classes: tuple[BoxScore, ...]
    accuracies: tuple[BoxAccuracy, ...]
    max_box_acc: float
    max_box_acc_v2: float


@dataclass(frozen=True, slots=True, eq=False)
class BoxedMaps:
    """What was measured at N images.

    Attributes
    ----------
    labels : (N,) class numbers
    elsewhere : (N,) energy of each map in the box of another image, see `energies_elsewhere`
    """

    labels: npt.NDArray[np.int64]
    evidence: tuple[BoxEvidence, ...]
    places: tuple[Localisation, ...]
    elsewhere: npt.NDArray[np.float64]


def energies_elsewhere(raws: Sequence[Floats], boxes: Sequence[Floats]) -> npt.NDArray[np.float64]:
    """Return the share of each map's evidence that lies in the next image's boxes; (N,).

    What is more than chance here comes from objects being at similar places, not from the map having found its own.
    """
    masks = [coverage(one, _SIDE, _SIDE) for one in boxes]
    return np.array([energy_in(np.maximum(raw, 0), masks[(row + 1) % len(masks)]) for row, raw in enumerate(raws)])


def box_report(method: str, layer: str, maps: BoxedMaps, class_names: Sequence[str],
               chosen_by: Sequence[Localisation] = ()) -> BoxReport:
    """Sum up one method at one layer.

    Parameters
    ----------
    chosen_by : the maps of other images (validation), on which thresholds are chosen; without any they are chosen on
        these images, and the figures say so
    """
    columns = _columns(maps)
    rows = [np.flatnonzero(maps.labels == number) for number in range(len(class_names))]
    classes = tuple(_score(name, columns, [mine]) for name, mine in zip(class_names, rows, strict=True) if mine.size)
    accuracies = tuple(_accuracies(maps.places, chosen_by))
    best = [one.share for one in accuracies if one.parts == "best" and one.chosen_on not in ("fixed", "otsu")]
    v1 = next(one.share for one in accuracies if one.parts == "largest" and one.overlap == 0.5)
    everything = _score("all", columns, [mine for mine in rows if mine.size])
    return BoxReport(method, layer, everything, classes, accuracies, v1, float(np.mean(best)))


_Columns = dict[str, npt.NDArray[np.float64]]


def _columns(maps: BoxedMaps) -> _Columns:
    names = ("hit", "hit_chance", "centre_hit", "energy", "area")
    values: dict[str, Any] = {name: [getattr(one, name) for one in maps.evidence] for name in names}
    return {**{name: np.array(column, dtype=np.float64) for name, column in values.items()},
            "elsewhere": maps.elsewhere}


def _score(name: str, columns: _Columns, groups: list[npt.NDArray[np.int64]]) -> BoxScore:
    """Return the score of some classes: each figure the mean over classes."""
    def mean(column: str) -> float:
        return float(np.mean([columns[column][rows].mean() for rows in groups]))

    images = sum(map(len, groups))
    hits = int(sum(columns["hit"][rows].sum() for rows in groups))
    return BoxScore(name, images, hits, mean("hit"), wilson_interval(hits, images), mean("hit_chance"),
                    mean("centre_hit"), mean("energy"), _bootstrapped(columns["energy"], groups), mean("area"),
                    mean("elsewhere"))


def _bootstrapped(values: npt.NDArray[np.float64], groups: list[npt.NDArray[np.int64]]) -> tuple[float, float]:
    """Return the 95 % interval of a mean over classes: images drawn anew within each class, always the same way."""
    random = np.random.default_rng(0)
    drawn = [values[rows][random.integers(len(rows), size=(_DRAWS, len(rows)))].mean(axis=1) for rows in groups]
    low, high = np.quantile(np.mean(drawn, axis=0), (0.025, 0.975))
    return float(low), float(high)


def _accuracies(places: Sequence[Localisation], chosen_by: Sequence[Localisation]) -> list[BoxAccuracy]:
    chosen_on = "validation" if chosen_by else "these images"
    source = chosen_by or places
    result = []
    for wanted, part in ((0.5, "largest"), *((least, "best") for least in OVERLAPS)):
        column = int(_right(source, part, wanted).mean(axis=0).argmax())
        result.append(_at(places, part, wanted, column, chosen_on))
    fixed = int(np.abs(THRESHOLDS - FIXED_THRESHOLD).argmin())
    result.append(_at(places, "largest", 0.5, fixed, "fixed"))
    right = sum(place.otsu >= 0.5 for place in places)
    return [*result, BoxAccuracy(0.5, "largest", None, "otsu", right, len(places))]


def _at(places: Sequence[Localisation], part: str, wanted: float, column: int, chosen_on: str) -> BoxAccuracy:
    right = int(_right(places, part, wanted)[:, column].sum())
    return BoxAccuracy(wanted, part, float(THRESHOLDS[column]), chosen_on, right, len(places))


def _right(places: Sequence[Localisation], part: str, wanted: float) -> npt.NDArray[np.bool_]:
    """Return (N, T): whether the box at each threshold overlaps enough."""
    return np.stack([getattr(place, part) for place in places]) >= wanted
