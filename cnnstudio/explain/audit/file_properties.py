"""Looks for properties of the files that give a class away, and tests whether the network uses them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cnnstudio.data.folder.file_properties import PROPERTIES, PropertyInfo, file_properties
from cnnstudio.data.telling import Telling, tells
from cnnstudio.errors import JobCancelledError
from cnnstudio.explain.audit.case import AuditCase, Pixels
from cnnstudio.explain.audit.exchange import log_odds, sign_chance
from cnnstudio.explain.audit.one_pass import OnePass
from cnnstudio.explain.audit.percentages import percent
from cnnstudio.explain.audit.property_changes import CHANGES, SIZES, saved_as_jpeg, steps_towards, typical_value
from cnnstudio.explain.audit.report import AuditPicture, AuditStep, Figure, Level, Suspicion

__all__ = ["BLIND_SPOTS", "PROPERTIES", "file_properties", "find_file_properties", "property_suspicions"]

BLIND_SPOTS = (
    "Of the files, size, proportions, kind, JPEG quality, EXIF block, camera, brightness, contrast, sharpness, tint "
    "and rim are looked at, nothing else; proportions, kind, EXIF block and camera are told, but whether the network "
    "uses them is not tested.",
    "A brightness, sharpness or tint that goes with a class without being nearly the same in all its images counts "
    "only when changing it changes the answers: scenes differ in these honestly.",
)

_CHANGED = 48          # images of other classes that are changed
_MOST_TESTS = 4
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """From when on a property is suspicious.

    Attributes
    ----------
    file_told : balanced accuracy of a class against the rest by one property of the file
    scene_apart : `gap_between` of a property of what is shown from which on it is suspected without a proof;
        handwritten ones are less sharp than the other digits by up to 0.8
    scene_tried : from here on such a property is changed to see whether the network uses it
    rise : by how many more images take the class when the property is changed to its value than when it is moved away
    chance : how often changes as one-sided come by chance, over all tests
    """

    file_told: float = 0.8
    scene_apart: float = 1.2
    scene_tried: float = 0.8
    rise: float = 0.2
    chance: float = 0.005


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Test:
    """What became of images of other classes when a property was given the value it has in a class.

    Attributes
    ----------
    images : how many
    towards, away : share that was given the class then, and when the property was moved as far the other way
    chance : how often changes of the log-odds as one-sided come by chance
    pictures : examples
    """

    images: int
    towards: float
    away: float
    chance: float
    pictures: tuple[AuditPicture, ...] = ()


def find_file_properties(case: AuditCase, _found: OnePass,
                         should_stop: Callable[[], bool]) -> Iterator[AuditStep | Suspicion]:
    """Yield how far it is and a suspicion for each class that a property of its files or pictures gives away."""
    yield AuditStep(0, 1, "Looking at the properties of the files")
    try:
        yield from property_suspicions(case.properties, case.labels, case.class_names, should_stop=should_stop,
                                       test=lambda info, index: _tested(case, info, index))
    except JobCancelledError:
        return


def property_suspicions(
    properties: Mapping[str, npt.NDArray[np.float64]], labels: npt.NDArray[np.int64], class_names: Sequence[str], *,
    groups: Sequence[str] = (), test: Callable[[PropertyInfo, int], Test | None] | None = None,
    should_stop: Callable[[], bool] = lambda: False, limits: Limits = LIMITS,
) -> Iterator[Suspicion]:
    """Yield what properties alone tell of the class, the clearest first; works without a network.

    Parameters
    ----------
    properties : name of a row of `PROPERTIES` -> (N,)
    labels : (N,)
    groups : of each image, images of one series; see `telling.tells`
    test : (property, class) -> what changing it does to the network's answers; None where it cannot be changed

    Raises
    ------
    JobCancelledError
        ``should_stop`` said so.
    """
    known = {info.name: properties[info.name] for info in PROPERTIES
             if info.name in properties and len(np.unique(properties[info.name])) > 1}
    told = tells(known, labels, groups=groups, should_stop=should_stop)
    tests = 0
    for finding in _findings(told, limits):
        tried = None
        if test is not None and finding.class_index is not None and tests < _MOST_TESTS:
            tried = test(finding.info, finding.class_index)
            tests += tried is not None
        apart = gap_between(_evenly(finding.info, known), labels == finding.class_index)
        level = _level(finding, tried, apart, limits)
        if level is not None:
            yield _suspicion(finding, told, tried, level, class_names, known, labels)


@dataclass(frozen=True, slots=True)
class _Finding:
    info: PropertyInfo
    class_index: int | None
    told: float
    others: tuple[PropertyInfo, ...]
    """Further properties that tell the same."""


def _findings(told: Mapping[str, Telling], limits: Limits) -> Iterator[_Finding]:
    """Yield one finding a class and sort of property: files first; one for all classes where they are all told."""
    for is_of_file in (True, False):
        infos = [info for info in PROPERTIES if info.is_of_file == is_of_file and info.name in told]
        if not infos:
            continue
        least = limits.file_told if is_of_file else limits.scene_tried
        best = max(infos, key=lambda info: told[info.name].accuracy)
        table = told[best.name]
        if is_of_file and _tells_all(table, least):
            more = tuple(info for info in infos if info is not best and _tells_all(told[info.name], least))
            yield _Finding(best, None, table.accuracy, more)
            continue
        yield from _of_classes(infos, told, least)


def _tells_all(table: Telling, least: float) -> bool:
    return table.is_beyond_chance and len(table.told(least)) == len(table.classes)


def _of_classes(infos: Sequence[PropertyInfo], told: Mapping[str, Telling], least: float) -> Iterator[_Finding]:
    classes = told[infos[0].name].classes.tolist()
    for place, name in enumerate(classes):
        telling = [info for info in infos if name in told[info.name].told(least)]
        if telling:
            telling.sort(key=lambda info: -told[info.name].one_accuracy[place])
            yield _Finding(telling[0], name, float(told[telling[0].name].one_accuracy[place]), tuple(telling[1:]))
        if telling and len(classes) == 2:
            return   # what tells one of two classes tells the other


def _level(finding: _Finding, test: Test | None, apart: float, limits: Limits) -> Level | None:
    if test is not None and test.towards - test.away >= limits.rise and test.chance <= limits.chance / _MOST_TESTS:
        return "relied on"
    if finding.info.is_of_file or apart >= limits.scene_apart:
        return "in the data"
    return None


def gap_between(values: npt.NDArray[np.float64], own: npt.NDArray[np.bool_]) -> float:
    """Return how far ``own`` lies outside the rest, in units of the rest's interquartile range; negative within it.

    From the 95th percentile of the lower ones to the 5th of the higher ones, so that single images do not count.
    """
    inside, outside = values[own & np.isfinite(values)], values[~own & np.isfinite(values)]
    if not len(inside) or not len(outside):
        return -1.0
    (low, high), (first, last) = (np.quantile(one, [0.05, 0.95]).tolist() for one in (inside, outside))
    spread = float(np.subtract(*np.quantile(outside, [0.75, 0.25])))
    return float(max(low - last, first - high) / max(spread, 1e-9))


def _evenly(info: PropertyInfo, properties: Mapping[str, npt.NDArray[np.float64]]) -> npt.NDArray[np.float64]:
    """Return a property's values on a scale on which pictures are spread evenly: a variance by its logarithm."""
    values = properties[info.name]
    return np.log(np.maximum(values, 1e-3)) if info.name == "sharpness" else values


def _tested(case: AuditCase, info: PropertyInfo, class_index: int) -> Test | None:
    """Change images of other classes; None where the property cannot be changed or the images are too few."""
    name = "sharpness" if info.name in SIZES else info.name
    chance = np.random.default_rng(47)
    own = chance.permutation(np.flatnonzero(case.labels == class_index))[:_CHANGED]
    others = chance.permutation(np.flatnonzero(case.labels != class_index))[:_CHANGED]
    if not len(own) or not len(others):
        return None
    if name == "jpeg_quality" and _all_known(case, own, others):
        changed = _saved_again(case, own, others)
    elif name in CHANGES:
        changed = steps_towards(name, case.pixels[others], typical_value(name, case.pixels[own]))
    else:
        return None
    return _compared(case, class_index, others, changed)


def _all_known(case: AuditCase, *groups: npt.NDArray[np.int64]) -> bool:
    """Whether JPEGs, whose quality is known, are among each of some images."""
    return all(bool(np.isfinite(case.properties["jpeg_quality"][rows]).any()) for rows in groups)


def _saved_again(case: AuditCase, own: npt.NDArray[np.int64],
                 others: npt.NDArray[np.int64]) -> tuple[Pixels, Pixels]:
    """Return the others saved in the quality of the class, and in their own."""
    quality = case.properties["jpeg_quality"]
    wanted, usual = (float(np.nanmedian(quality[rows])) for rows in (own, others))
    return (np.array([saved_as_jpeg(picture, wanted) for picture in case.pixels[others]]),
            np.array([saved_as_jpeg(picture, usual) for picture in case.pixels[others]]))


def _compared(case: AuditCase, class_index: int, others: npt.NDArray[np.int64],
              changed: tuple[Pixels, Pixels]) -> Test:
    towards, away = (case.logits(pixels) for pixels in changed)
    labels = np.full(len(others), class_index)
    shares = [float((logits.argmax(axis=1) == class_index).mean()) for logits in (towards, away)]
    name = case.class_names[class_index]
    titles = ("As it is", f"Changed to what {name} has", "Changed the other way")
    pictures = tuple(AuditPicture(title, _three(pixels[row])) for row in range(min(_SHOWN, len(others)))
                     for title, pixels in zip(titles, (case.pixels[others], *changed), strict=True))
    return Test(len(others), shares[0], shares[1],
                sign_chance(log_odds(towards, labels) - log_odds(away, labels)), pictures)


def _three(picture: Pixels) -> Pixels:
    return picture if picture.shape[2] == 3 else np.repeat(picture[..., :1], 3, axis=2)


def _suspicion(finding: _Finding, told: Mapping[str, Telling], test: Test | None, level: Level,
               class_names: Sequence[str], properties: Mapping[str, npt.NDArray[np.float64]],
               labels: npt.NDArray[np.int64]) -> Suspicion:
    info, telling = finding.info, told[finding.info.name]
    whose = None if finding.class_index is None else class_names[finding.class_index]
    return Suspicion(
        "file", finding.class_index, level, _headline(finding, telling, whose, level),
        _explanation(finding, telling, test, properties[info.name], labels), _advice(info, whose),
        _figures(finding, told, test), pictures=test.pictures if test is not None else ())


def _headline(finding: _Finding, telling: Telling, whose: str | None, level: Level) -> str:
    title = finding.info.title
    if whose is None:
        return (f"The classes can be told apart by the {title} alone: {percent(finding.told)} "
                f"(by chance {percent(telling.chance)}).")
    said = f"{whose} can be told from the rest by the {title} alone: {percent(finding.told)} (by chance 50 %)"
    if level == "relied on":
        return f"{said}, and the network's answers depend on it."
    return f"{said}." if finding.info.is_of_file else f"{said}. That may well belong to the class."


def _explanation(finding: _Finding, telling: Telling, test: Test | None, values: npt.NDArray[np.float64],
                 labels: npt.NDArray[np.int64]) -> str:
    cut = telling.cut if finding.class_index is None else telling.one_cut
    said = [f"A classifier that was given nothing but this number of each image, and judged on images it did not "
            f"learn from, is right in {percent(finding.told)} (each class counts the same); with shuffled labels "
            f"it never "
            f"came above {percent(cut)}."]
    if finding.class_index is not None:
        own, rest = values[labels == finding.class_index], values[labels != finding.class_index]
        said.append(f"The middle value is {_middle(own)}, of the other classes {_middle(rest)}.")
    if finding.others:
        said.append(f"The same goes for: {', '.join(info.title for info in finding.others)}.")
    if test is not None:
        said.append(f"{test.images} images of other classes were changed to the class's value: "
                    f"{percent(test.towards)} were "
                    f"given the class then, {percent(test.away)} when they were changed as much the other way.")
    elif finding.info.is_of_file:
        said.append("Whether the network uses it was not tested.")
    return " ".join(said)


def _middle(values: npt.NDArray[np.float64]) -> str:
    known = values[np.isfinite(values)]
    return f"{float(np.median(known)):,.4g}" if len(known) else "unknown"


def _advice(info: PropertyInfo, whose: str | None) -> str:
    if info.is_of_file:
        return (f"Find out why {'the classes' if whose is None else whose} differ in this: another camera, another "
                "website, another program? Save all images in the same way, or collect some of each class from each "
                "source, and train again.")
    return ("Look whether this belongs to the class or to how its images were taken. Random changes of brightness, "
            "colour and sharpness in the training make a network depend less on it.")


def _figures(finding: _Finding, told: Mapping[str, Telling], test: Test | None) -> tuple[Figure, ...]:
    figures = [_told_figure(info, told[info.name], finding.class_index) for info in (finding.info, *finding.others)]
    if test is not None:
        figures.append(Figure("takes_class", "images of other classes that take the class when changed to its value",
                              test.towards, "share", test.away, test.away + LIMITS.rise))
    return tuple(figures)


def _told_figure(info: PropertyInfo, telling: Telling, class_index: int | None) -> Figure:
    text = f"balanced accuracy by the {info.title} alone"
    if class_index is None:
        return Figure(f"told_by_{info.name}", text, telling.accuracy, "share", telling.chance, telling.cut)
    place = int(np.searchsorted(telling.classes, class_index))
    return Figure(f"told_by_{info.name}", text, float(telling.one_accuracy[place]), "share", 0.5, telling.one_cut)
