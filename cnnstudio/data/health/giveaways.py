"""Judges which classes are given away by a property of their files or by how their pictures were treated."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.folder.file_properties import PROPERTIES, Numbers, Origin, PropertyInfo
from cnnstudio.data.telling import Telling, tells
from cnnstudio.data.thread_pool import never_stop

Labels = NDArray[np.int64]

_ORIGINS: tuple[Origin, ...] = ("file", "tones", "scene")

@dataclass(frozen=True, slots=True)
class Limits:
    """From when on a property gives a class away, if labels that are shuffled are never told apart as well.

    Attributes
    ----------
    told : balanced accuracy of a class against the rest by one property, by where the property comes from. Brightest
        and darkest tones of ordinary photographs tell a class by at most 0.75, blur of the edges by 0.72.
    apart : `gap_between` of a property of what is shown from which on it is suspicious by itself; handwritten ones are
        less sharp than the other digits by up to 0.8
    """

    told: Mapping[Origin, float]
    apart: float = 1.2


LIMITS = Limits({"file": 0.8, "tones": 0.88, "scene": 0.8})


@dataclass(frozen=True, slots=True, eq=False)
class Giveaway:
    """A property that tells a class, or all of them, from the rest.

    Attributes
    ----------
    class_index : None where all classes are told apart
    accuracy : balanced: of all classes, or of this class against the rest, which a guess gets to `chance`
    interval : its 95 % interval
    likelihood : how often shuffled labels are told apart as well by any of the properties
    limit : what shuffled labels never reach
    telling : of the property, as `tells` has it
    own, rest : the middle value in the class and in the other classes; NaN for all classes
    apart : `gap_between` the class and the rest; negative where they overlap
    others : further properties of the same origin that tell the same
    """

    info: PropertyInfo
    class_index: int | None
    accuracy: float
    interval: tuple[float, float]
    likelihood: float
    limit: float
    telling: Telling
    own: float
    rest: float
    apart: float
    others: tuple[PropertyInfo, ...]

    @property
    def chance(self) -> float:
        """The balanced accuracy of a guess."""
        return 0.5 if self.class_index is not None else self.telling.chance

    @property
    def is_suspicious(self) -> bool:
        """Whether scenes are no likely reason; where false, only a test with a network can tell."""
        return self.info.origin != "scene" or self.apart >= LIMITS.apart


def giveaways(properties: Mapping[str, Numbers], labels: Labels, *, groups: Sequence[str] = (),
              should_stop: Callable[[], bool] = never_stop, limits: Limits = LIMITS) -> Iterator[Giveaway]:
    """Yield what properties alone tell of the class: those of the files first, then of the treatment, then of scenes.

    Parameters
    ----------
    properties : name of a row of `PROPERTIES` -> (N,)
    labels : (N,)
    groups : of each image, images of one series; see `telling.tells`

    Raises
    ------
    JobCancelledError
        ``should_stop`` said so.
    """
    known = {info.name: properties[info.name] for info in PROPERTIES
             if info.name in properties and len(np.unique(properties[info.name])) > 1}
    told = tells(known, labels, groups=groups, least=min(limits.told.values()), quick=True,
                 should_stop=should_stop)
    for origin in _ORIGINS:
        infos = [info for info in PROPERTIES if info.origin == origin and info.name in told]
        for class_index, telling in _tellers(infos, told, limits.told[origin]) if infos else ():
            first, *others = telling
            yield _giveaway(first, tuple(others), class_index, told[first.name], known[first.name], labels)


def _tellers(infos: Sequence[PropertyInfo], told: Mapping[str, Telling],
             least: float) -> Iterator[tuple[int | None, list[PropertyInfo]]]:
    """Yield each class that is told with the properties that do, the best first; None where all classes are."""
    everything = [info for info in infos if info.origin == "file" and _tells_all(told[info.name], least)]
    if everything:
        yield None, sorted(everything, key=lambda info: -told[info.name].accuracy)
        return
    classes = told[infos[0].name].classes.tolist()
    for place, name in enumerate(classes):
        telling = [info for info in infos if name in told[info.name].told(least)]
        if telling:
            yield name, sorted(telling, key=lambda info: -told[info.name].one_accuracy[place])
        if telling and len(classes) == 2:
            return   # what tells one of two classes tells the other


def _tells_all(table: Telling, least: float) -> bool:
    return table.is_beyond_chance and len(table.told(least)) == len(table.classes)


def _giveaway(info: PropertyInfo, others: tuple[PropertyInfo, ...], class_index: int | None, telling: Telling,
              values: Numbers, labels: Labels) -> Giveaway:
    own = labels == class_index
    if class_index is None:
        return Giveaway(info, None, telling.accuracy, telling.interval(), telling.likelihood(), telling.cut, telling,
                        np.nan, np.nan, -1.0, others)
    accuracy = float(telling.one_accuracy[int(np.searchsorted(telling.classes, class_index))])
    return Giveaway(info, class_index, accuracy, telling.interval(class_index), telling.likelihood(class_index),
                    telling.one_cut, telling, _middle(values[own]), _middle(values[~own]),
                    gap_between(_evenly(info, values), own), others)


def gap_between(values: Numbers, own: NDArray[np.bool_]) -> float:
    """Return how far ``own`` lies outside the rest, in units of the rest's interquartile range; negative within it.

    From the 95th percentile of the lower ones to the 5th of the higher ones, so that single images do not count.
    """
    inside, outside = values[own & np.isfinite(values)], values[~own & np.isfinite(values)]
    if not len(inside) or not len(outside):
        return -1.0
    (low, high), (first, last) = (np.quantile(one, [0.05, 0.95]).tolist() for one in (inside, outside))
    spread = float(np.subtract(*np.quantile(outside, [0.75, 0.25])))
    return float(max(low - last, first - high) / max(spread, 1e-9))


def _evenly(info: PropertyInfo, values: Numbers) -> Numbers:
    """Return a property's values on a scale on which pictures are spread evenly: a variance by its logarithm."""
    return np.log(np.maximum(values, 1e-3)) if info.name == "sharpness" else values


def _middle(values: Numbers) -> float:
    known = values[np.isfinite(values)]
    return float(np.median(known)) if len(known) else np.nan
