"""Whether a network relies on a mark: put on, spoilt, and taken away."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import AuditCase, Floats, Pixels
from cnnstudio.explain.audit.one_pass import OnePass, Places, margins
from cnnstudio.explain.audit.report import Level
from cnnstudio.explain.pixels.question import ShouldStop, never, stop_if_wanted

PUT_ON = 64        # images of other classes that are given the mark
TAKEN_OFF = 32     # images of the class that lose it

_CERTAIN = 4.0     # paired t of mark against control; by chance once in 10,000
_EFFECT = 0.10     # of the class's own margin that the mark must add beyond the control
_NEED = 0.25       # of that margin that must be lost without it, beyond the control
_PARTS = 8         # of what a pass is given: two images of 224 pixels, so that a wish to stop is soon obeyed

Change = Callable[[Pixels], Pixels]


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is done to images to learn whether a mark matters; each takes and gives (n, h, w, C) uint8.

    What becomes of an image does not depend on the others it comes with.

    Attributes
    ----------
    add : lay the mark over images of other classes
    spoilt : lay the control over them
    remove : take the mark off images that carry it
    spare : do the same where the mark is not
    """

    add: Change
    spoilt: Change
    remove: Change
    spare: Change


@dataclass(frozen=True, slots=True)
class Reliance:
    """What the treatments did to the margin z_c - max of the other z, in logits, and to the answers.

    Attributes
    ----------
    own_margin : mean of the class's images that are recognised
    added, control : mean change on other classes' images by the mark and by its control
    certainty : paired t of the two
    flips, control_flips : share of those images that become the class
    lost, control_lost : mean fall of the margin of images that carry it, without it and by its control; 0 where none do
    put_on, taken_off : images of each
    """

    own_margin: float
    added: float
    control: float
    certainty: float
    flips: float
    control_flips: float
    lost: float
    control_lost: float
    put_on: int
    taken_off: int

    @property
    def level(self) -> Level:
        """Relied on when the mark adds, or its absence takes, a good part of the margin, beyond the control."""
        own = max(self.own_margin, 1e-6)
        adds = self.certainty >= _CERTAIN and self.added - self.control >= _EFFECT * own
        needs = self.taken_off > 0 and self.lost - self.control_lost >= _NEED * own
        return "relied on" if adds or needs else "in the data"


def reliance(case: AuditCase, found: OnePass, class_index: int, carriers: Places, treatment: Treatment,
             should_stop: ShouldStop = never) -> Reliance:
    """Try a mark on a network.

    Parameters
    ----------
    carriers : places in `AuditCase.pixels` of the class's images that carry the mark, the clearest first
    should_stop : asked before each few images

    Raises
    ------
    JobCancelledError
        When ``should_stop`` says so.
    """
    labels = case.labels[found.places]
    right = found.answers() == labels
    own = found.margins(labels)[right & (labels == class_index)]
    others = _spread(found.places[right & (labels != class_index) & ~np.isin(found.places, carriers)], PUT_ON)
    carriers = carriers[np.isin(carriers, found.places)][:TAKEN_OFF]
    before, whole = (_seen_margins(found, places, class_index) for places in (others, carriers))
    with_mark, with_control = (_margins(case, others, class_index, change, should_stop)
                               for change in (treatment.add, treatment.spoilt))
    without, spared = (_margins(case, carriers, class_index, change, should_stop)
                       for change in (treatment.remove, treatment.spare))
    return Reliance(
        _mean(own), _mean(with_mark - before), _mean(with_control - before), paired_t(with_mark - with_control),
        _mean(with_mark > 0), _mean(with_control > 0), _mean(whole - without), _mean(whole - spared),
        len(others), len(whole))


def paired_t(differences: Floats) -> float:
    """Return the t of differences (n,); 0 of fewer than two."""
    if len(differences) < 2:
        return 0.0
    return float(differences.mean() / (differences.std(ddof=1) / len(differences) ** 0.5 + 1e-9))


def _seen_margins(found: OnePass, places: Places, class_index: int) -> Floats:
    """Return the margins of unchanged images, which the pass has seen already."""
    order = np.argsort(found.places, kind="stable")
    rows = order[np.searchsorted(found.places, places, sorter=order)]
    return margins(found.logits[rows], np.full(len(places), class_index))


def _margins(case: AuditCase, places: Places, class_index: int, change: Change,
             should_stop: ShouldStop) -> Floats:
    at_once = max(1, case.at_once // _PARTS)
    parts = [np.zeros((0, len(case.class_names)), np.float32)]
    for start in range(0, len(places), at_once):
        stop_if_wanted(should_stop)
        pixels = case.pixels[places[start:start + at_once]]
        parts.append(case.logits(change(pixels)))
    return margins(np.concatenate(parts), np.full(len(places), class_index))


def _spread(places: Places, count: int) -> Places:
    """Return at most ``count`` of some places, evenly over them, so that all classes are among them."""
    if len(places) <= count:
        return places
    return places[np.linspace(0, len(places) - 1, count).round().astype(np.int64)]


def _mean(values: npt.NDArray[Any]) -> float:
    return float(values.mean()) if len(values) else 0.0
