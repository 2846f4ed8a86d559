"""Looks for properties of the files that give a class away, and tests whether the network uses them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cnnstudio.data.folder.file_properties import PropertyInfo
from cnnstudio.data.health.giveaway_words import advice, evidence, headline
from cnnstudio.data.health.giveaways import Giveaway, giveaways
from cnnstudio.data.telling import Telling
from cnnstudio.errors import JobCancelledError
from cnnstudio.explain.audit.case import AuditCase, Pixels
from cnnstudio.explain.audit.exchange import log_odds, sign_chance
from cnnstudio.explain.audit.one_pass import OnePass
from cnnstudio.explain.audit.percentages import percent
from cnnstudio.explain.audit.property_changes import CHANGES, SEEN_AS, saved_as_jpeg, steps_towards, typical_value
from cnnstudio.explain.audit.report import AuditPicture, AuditStep, Figure, Level, Suspicion
from cnnstudio.wording import translate

__all__ = ["BLIND_SPOTS", "find_file_properties", "property_suspicions"]

BLIND_SPOTS = (
    "Of the files, size, proportions, kind, bits, JPEG quality and subsampling, EXIF block, camera, program, tones, "
    "blur, contrast, tint and rim are looked at, nothing else; proportions, kind, bits, subsampling and what the EXIF "
    "block says are told, but whether the network uses them is not tested.",
    "A brightness, sharpness or tint that goes with a class, and not with its brightest and darkest tones or the blur "
    "of its edges, counts only when it is nearly the same in all its images or changing it changes the answers: "
    "scenes differ in these honestly.",
)

_CHANGED = 48          # images of other classes that are changed
_MOST_TESTS = 4
_SHOWN = 3
_EXAMPLES = 64         # images named with a property and without it


@dataclass(frozen=True, slots=True)
class Limits:
    """From when on the network uses a property.

    Attributes
    ----------
    rise : by how many more images take the class when the property is changed to its value than when it is moved away
    chance : how often changes as one-sided come by chance, over all tests
    """

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

    @property
    def is_proof(self) -> bool:
        """Whether the network's answers depend on the property."""
        return self.towards - self.away >= LIMITS.rise and self.chance <= LIMITS.chance / _MOST_TESTS


def find_file_properties(case: AuditCase, _found: OnePass,
                         should_stop: Callable[[], bool]) -> Iterator[AuditStep | Suspicion]:
    """Yield how far it is and a suspicion for each class that a property of its files or pictures gives away."""
    yield AuditStep(0, 1, translate("explain", "Looking at the properties of the files"))
    try:
        yield from property_suspicions(case.properties, case.labels, case.class_names, should_stop=should_stop,
                                       test=lambda info, index: _tested(case, info, index))
    except JobCancelledError:
        return


def property_suspicions(
    properties: Mapping[str, npt.NDArray[np.float64]], labels: npt.NDArray[np.int64], class_names: Sequence[str], *,
    groups: Sequence[str] = (), test: Callable[[PropertyInfo, int], Test | None] | None = None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Iterator[Suspicion]:
    """Yield what properties alone tell of the class; works without a network.

    Parameters
    ----------
    properties, labels, groups : see `giveaways`
    test : (property, class) -> what changing it does to the network's answers; None where it cannot be changed

    Raises
    ------
    JobCancelledError
        ``should_stop`` said so.
    """
    tests = 0
    treated: set[int | None] = set()
    for found in giveaways(properties, labels, groups=groups, should_stop=should_stop):
        tried = test(found.info, _class_to_try(found)) if test is not None and tests < _MOST_TESTS else None
        tests += tried is not None
        is_used = tried is not None and tried.is_proof
        is_said = found.info.origin == "scene" and found.class_index in treated   # the tones say it better
        if is_used or (found.is_suspicious and not is_said):
            treated |= {found.class_index} if found.info.origin == "tones" else set()
            yield _suspicion(found, tried, "relied on" if is_used else "in the data", class_names, labels)


def _class_to_try(found: Giveaway) -> int:
    """Return the class whose value is given to the others: of all classes, the one that is told best."""
    best = int(found.telling.classes[found.telling.one_accuracy.argmax()])
    return best if found.class_index is None else found.class_index


def _tested(case: AuditCase, info: PropertyInfo, class_index: int) -> Test | None:
    """Change images of other classes; None where the property cannot be changed or the images are too few."""
    name = SEEN_AS.get(info.name, info.name)
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
    titles = (translate("explain", "As it is"), translate(
        "explain", "Changed to what {name} has", name=name), translate("explain", "Changed the other way"))
    pictures = tuple(AuditPicture(title, _three(pixels[row])) for row in range(min(_SHOWN, len(others)))
                     for title, pixels in zip(titles, (case.pixels[others], *changed), strict=True))
    return Test(len(others), shares[0], shares[1],
                sign_chance(log_odds(towards, labels) - log_odds(away, labels)), pictures)


def _three(picture: Pixels) -> Pixels:
    return picture if picture.shape[2] == 3 else np.repeat(picture[..., :1], 3, axis=2)


def _suspicion(found: Giveaway, test: Test | None, level: Level, class_names: Sequence[str],
               labels: npt.NDArray[np.int64]) -> Suspicion:
    whose = None if found.class_index is None else class_names[found.class_index]
    with_it, without_it = _examples(found, labels)
    return Suspicion(
        "file", found.class_index, level, headline(found, whose) + _meaning(found, level), _explanation(found, test),
        advice(found.info, whose), _figures(found, test), pictures=test.pictures if test is not None else (),
        with_it=with_it, without_it=without_it)


def _meaning(found: Giveaway, level: Level) -> str:
    if level == "relied on":
        return translate("explain", ", and the network's answers depend on it.")
    return "." if found.info.origin == "file" else translate("explain", ". That may well belong to the class.")


def _examples(found: Giveaway, labels: npt.NDArray[np.int64]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return images of the class that are recognised by the property, the surest first, and images of the rest."""
    if found.class_index is None:
        return (), ()
    telling = found.telling
    belief = telling.belief[:, int(np.searchsorted(telling.classes, found.class_index))]
    own, is_told = labels[telling.rows] == found.class_index, telling.recognised(found.class_index)
    inside, outside = np.flatnonzero(own & is_told), np.flatnonzero(~own & ~is_told)
    return (_places(telling, inside[np.argsort(-belief[inside], kind="stable")]),
            _places(telling, outside[np.argsort(belief[outside], kind="stable")]))


def _places(telling: Telling, chosen: npt.NDArray[np.int64]) -> tuple[int, ...]:
    return tuple(telling.rows[chosen[:_EXAMPLES]].tolist())


def _explanation(found: Giveaway, test: Test | None) -> str:
    said = evidence(found)
    if test is not None:
        return translate(
            "explain", "{said} {images} images of other classes were changed to the class's value: {towards} were "
            "given the class then, {away} when they were changed as much the other way.", said=said, images=test.images,
            towards=percent(test.towards), away=percent(test.away))
    return said if found.info.origin == "scene" else translate(
        "explain", "{said} Whether the network uses it was not tested.", said=said)


def _figures(found: Giveaway, test: Test | None) -> tuple[Figure, ...]:
    figures = [Figure(f"told_by_{found.info.name}", translate(
        "explain", "balanced accuracy by the {title} alone", title=found.info.words),
                      found.accuracy, "share", found.chance, found.limit)]
    if test is not None:
        figures.append(Figure("takes_class", translate(
            "explain", "images of other classes that take the class when changed to its value"),
                              test.towards, "share", test.away, test.away + LIMITS.rise))
    return tuple(figures)
