"""What an audit found, as plain values: a card a class, suspicions with their evidence, and what it cannot see."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.target import Region

Level = Literal["clean", "in the data", "relied on"]
"""Nothing found; found in the images, but the network hardly uses it; the network's answers depend on it."""

SuspicionKind = Literal["mark", "background", "file"]
"""A mark, stamp, border or tint in the images of a class; what lies around the object; a property of the files."""

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number, with what it is to be compared with.

    Attributes
    ----------
    name : a stable key such as ``"flip_share"``
    text : what was measured, a phrase for the user
    value : in the unit of ``unit``
    unit : ``"share"`` (0 to 1, shown as percent), ``"logits"`` or ``""`` for a plain number
    control : the same measured where nothing should be found (a placebo, chance); None where there is none
    limit : above it the figure counts against the network, found by permutation; None for a description
    """

    name: str
    text: str
    value: float
    unit: Literal["share", "logits", ""] = ""
    control: float | None = None
    limit: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class AuditPicture:
    """A picture that shows evidence: (h, w, 3) uint8 RGB."""

    title: str
    pixels: Pixels


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Right answers among images."""

    right: int
    images: int


@dataclass(frozen=True, slots=True, eq=False)
class Suspicion:
    """Something that goes with a class and need not belong to it.

    Attributes
    ----------
    kind : which detector found it
    class_index : the class it goes with; None when it concerns all classes together
    level : ``"in the data"`` or ``"relied on"``; the latter only after an intervention with a control
    headline : one sentence, such as "The images of bird carry a mark in the lower right corner."
    explanation : what was measured and against which control, in a few sentences
    advice : what the user can do about the data or the training
    figures : the numbers behind it
    place : where, as shares of the network's input; None when it has no place
    pictures : the mark, the mean image, examples before and after the intervention
    with_it, without_it : places in `AuditCase.pixels`, the clearest first, at most 64 of each
    accuracy_with, accuracy_without : of the class's images with and without it
    """

    kind: SuspicionKind
    class_index: int | None
    level: Level
    headline: str
    explanation: str
    advice: str
    figures: tuple[Figure, ...] = ()
    place: Region | None = None
    pictures: tuple[AuditPicture, ...] = ()
    with_it: tuple[int, ...] = ()
    without_it: tuple[int, ...] = ()
    accuracy_with: Accuracy | None = None
    accuracy_without: Accuracy | None = None


@dataclass(frozen=True, slots=True, eq=False)
class HeatmapCluster:
    """Images of a class that are decided at similar places.

    Attributes
    ----------
    members : places in `AuditCase.pixels`, the most typical first
    mean_map : (h, w), positive evidence, sum 1
    accuracy : of the members
    words : where these look, and what is unusual about them
    """

    members: tuple[int, ...]
    mean_map: Floats
    accuracy: Accuracy
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class FeatureDirection:
    """A direction in the features before the classifier along which the images of a class differ in evidence.

    Attributes
    ----------
    strongest : places in `AuditCase.pixels` that show it most, the strongest first
    share : of the class's evidence that varies with it, 0 to 1
    mean_map : (h, w), where it lies in those images, sum 1
    """

    strongest: tuple[int, ...]
    share: float
    mean_map: Floats


@dataclass(frozen=True, slots=True, eq=False)
class ClassCard:
    """What one class looks at.

    Attributes
    ----------
    images : audited images of the class
    mean_map : (h, w), mean of the positive evidence for the class, each image's sum 1, so that the sum is 1
    mean_image : (H, W, C) uint8, mean of the class's images as the network is given them
    level : the worst of the class's suspicions
    words : what the class looks at, and the verdict, in sentences
    """

    class_index: int
    images: int
    accuracy: Accuracy
    mean_map: Floats
    mean_image: Pixels
    clusters: tuple[HeatmapCluster, ...] = ()
    directions: tuple[FeatureDirection, ...] = ()
    level: Level = "clean"
    words: str = ""


@dataclass(frozen=True, slots=True)
class AuditStep:
    """How far a part of the audit is."""

    done: int
    total: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class AuditReport:
    """A whole audit.

    Attributes
    ----------
    names : file names of the audited images, by place
    blind_spots : what an audit like this one cannot see, and which detectors did not run and why
    seconds : how long it took
    """

    class_names: tuple[str, ...]
    names: tuple[str, ...]
    cards: tuple[ClassCard, ...]
    suspicions: tuple[Suspicion, ...]
    blind_spots: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def level(self) -> Level:
        """The worst level of all suspicions."""
        return worst(suspicion.level for suspicion in self.suspicions)


def worst(levels: Iterable[Level]) -> Level:
    """Return the gravest of some levels; ``"clean"`` of none."""
    found = set(levels)
    return "relied on" if "relied on" in found else "in the data" if "in the data" in found else "clean"
