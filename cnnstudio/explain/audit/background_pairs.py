"""Chooses which object is put on which two backgrounds: they shall differ in what is typical of a class alone."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cnnstudio.data.telling import Telling

Rows = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]

FEWEST_RARE = 6
"""Backgrounds that stand in the wrong class which a comparison within classes needs: changes of all of them to the same
side come by chance once in 64 cases."""

_CLEAREST = 0.6   # of the candidates for a background, those in which it is clearest whether it is typical


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Objects of one class, and as many of the others, each to be put on two backgrounds; all are rows of a trial.

    Attributes
    ----------
    class_index : whose background is looked at
    is_matched : whether the two backgrounds of a pair come from images of one class. Then what is left of an object on
        the background it was taken from bears on both alike. It takes some images before another class's background
    own, others : (m,) objects of the class and of others
    typical, untypical : (2, m) the backgrounds of ``own`` and of ``others``
    source : (2, m) the rarer of the two backgrounds; pairs that share one are not independent
    """

    class_index: int
    is_matched: bool
    own: Rows
    others: Rows
    typical: Rows
    untypical: Rows
    source: Rows


def typical_of(telling: Telling, place: int) -> Truths:
    """Return (n,): whether an image's background says the class at ``place`` in `Telling.classes` rather than not."""
    belief = telling.belief[:, place]
    return np.asarray(belief * (len(telling.classes) - 1) > 1 - belief)


def designs(labels: Rows, telling: Telling, place: int, count: int, chance: np.random.Generator) -> Iterator[Pairs]:
    """Yield how the background of a class can be tried with ``count`` objects of it: first within classes, if possible.

    The second way compares backgrounds of the class with backgrounds of others; it is all there is where hardly any
    image has the background of another class.
    """
    within = _within(labels, telling, place, count, chance)
    if within is not None:
        yield within
    yield _across(labels, telling, place, count, chance)


def _within(labels: Rows, telling: Telling, place: int, count: int, chance: np.random.Generator) -> Pairs | None:
    name, typical = int(telling.classes[place]), typical_of(telling, place)
    order = np.argsort(-telling.belief[:, place], kind="stable")
    own = labels == name
    foreign = order[(typical & ~own)[order]][:count]
    astray = order[::-1][(~typical & own)[order[::-1]]][:count]
    partners = {int(row): _clear(order, labels == labels[row], typical, not typical[row])
                for row in (*foreign, *astray)}
    rare = chance.permutation([row for row, found in partners.items() if len(found)]).astype(np.int64)
    if len(rare) < FEWEST_RARE:
        return None
    source = np.array([np.resize(rare, count), np.resize(np.roll(rare, 1), count)])
    partner = np.array([[chance.choice(partners[int(row)]) for row in line] for line in source])
    return _pairs(labels, name, np.where(typical[source], source, partner),
                  np.where(typical[source], partner, source), source, is_matched=True, chance=chance)


def _clear(order: Rows, among: Truths, typical: Truths, wanted: bool) -> Rows:
    """Return the rows ``among`` which the background is typical as ``wanted``, without the doubtful ones."""
    found = order[(among & (typical == wanted))[order]]
    most = int(np.ceil(_CLEAREST * len(found)))
    return np.asarray(found[:most] if wanted else found[len(found) - most:], np.int64)


def _across(labels: Rows, telling: Telling, place: int, count: int, chance: np.random.Generator) -> Pairs:
    name = int(telling.classes[place])
    order = np.argsort(-telling.belief[:, place], kind="stable")
    own = labels == name
    typical = _lines(np.flatnonzero(own), count, chance)
    untypical = _lines(_clear(order, ~own, own, False), count, chance)
    return _pairs(labels, name, typical, untypical, typical, is_matched=False, chance=chance)


def _lines(rows: Rows, count: int, chance: np.random.Generator) -> Rows:
    """Return (2, count) of some rows, each as seldom as can be within a line."""
    return np.array([np.resize(chance.permutation(rows), count) for _ in range(2)])


def _pairs(labels: Rows, name: int, typical: Rows, untypical: Rows, source: Rows, *, is_matched: bool,
           chance: np.random.Generator) -> Pairs:
    count = typical.shape[1]
    objects = [_apart(np.resize(chance.permutation(np.flatnonzero((labels == name) == is_own)), count), typical[line],
                      untypical[line]) for line, is_own in enumerate((True, False))]
    return Pairs(name, is_matched, objects[0], objects[1], typical, untypical, source)


def _apart(objects: Rows, typical: Rows, untypical: Rows) -> Rows:
    """Return the objects in another order where one would be put on the background it comes from."""
    for turn in range(len(objects)):
        turned = np.roll(objects, turn)
        if not ((turned == typical) | (turned == untypical)).any():
            return turned
    return objects
