"""Looks for marks, stamps, borders and tints that go with a class, and tests whether the network uses them."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.errors import JobCancelledError
from cnnstudio.explain.audit.anywhere import Patch, find_patches
from cnnstudio.explain.audit.case import AuditCase, Floats, Labels, Pixels
from cnnstudio.explain.audit.fixed_place import Place, find_places
from cnnstudio.explain.audit.mark_words import MarkFound, told
from cnnstudio.explain.audit.one_pass import OnePass, Places
from cnnstudio.explain.audit.overlay import Overlay, fitted, region_of
from cnnstudio.explain.audit.patch_treatment import AnywherePatch
from cnnstudio.explain.audit.report import AuditStep, Suspicion
from cnnstudio.explain.audit.tints import Tint, find_tints
from cnnstudio.explain.audit.verdict import Treatment, reliance
from cnnstudio.wording import translate

_MOST_IMAGES = 1600    # that are compared; more would cost time and tell little more
_LIKE = 0.25           # of the likeness of clear cases: the mark on busy ground

Stop = Callable[[], bool]
Candidate = Place | Patch | Tint
Flags = npt.NDArray[np.bool_]

BLIND_SPOTS = (
    "Marks at another place in each image are found only where they are opaque and the same pixel for pixel; faint, "
    "turned or resized ones are not.",
    "A pattern that all classes carry alike, or that moves with the object (a collar, a hand that holds it), is not "
    "taken for a mark.",
    "Images are compared at 112 pixels a side: finer lines are not seen. Where the objects themselves lie at the same "
    "place in all images, as scanned digits do, a faint mark beside them may be missed.",
    "Strokes that many images of a written character share may be taken for a recurring mark; the pictures show it.",
    "Dark corners, a weak tint, or one of less than about half of a class's images, cannot be told from what the "
    "scenes bring along.",
)
"""What the search for marks cannot see."""


@dataclass(frozen=True, slots=True, eq=False)
class Searched:
    """The images marks are searched in: those the network learned from, then those that are audited.

    Attributes
    ----------
    places : (n,) place in `AuditCase.pixels`; -1 for a training image
    """

    pixels: Pixels
    labels: Labels
    places: Places


def find_marks(case: AuditCase, found: OnePass, should_stop: Stop) -> Iterator[AuditStep | Suspicion]:
    """Yield each mark, border or tint that goes with a class, after trying it on the network.

    Searched are training and audited images together, without the network; whatever is found is laid over audited
    images of other classes and taken off those of its own. Ends early, without an error, when ``should_stop`` says so.
    """
    searched = searched_images(case, found.places)
    with suppress(JobCancelledError):
        for event in suspects(searched.pixels, searched.labels, len(case.class_names), should_stop):
            yield event if isinstance(event, AuditStep) else tried_on(case, found, searched, event, should_stop)


def suspects(pixels: Pixels, labels: Labels, classes: int, should_stop: Stop) -> Iterator[AuditStep | Candidate]:
    """Yield how far the search is and what it finds, at most one mark a class; no network is asked.

    Parameters
    ----------
    pixels, labels : (N, H, W, C) uint8 and (N,)
    should_stop : asked at each step, a fraction of a second each

    Raises
    ------
    JobCancelledError
        When ``should_stop`` says so.
    """
    marked: set[int] = set()
    for number, (text, search) in enumerate(_SEARCHES):
        yield AuditStep(number, len(_SEARCHES), translate("explain", text))
        for candidate in search(pixels, labels, classes, marked, should_stop):
            if candidate.class_index not in marked:
                marked.add(candidate.class_index)
                yield candidate


Search = Callable[[Pixels, Labels, int, set[int], Stop], Iterator[Candidate]]


def _fixed(pixels: Pixels, labels: Labels, classes: int, _marked: set[int], should_stop: Stop) -> Iterator[Candidate]:
    return find_places(pixels, labels, classes, should_stop)


def _tints(pixels: Pixels, labels: Labels, classes: int, _marked: set[int], should_stop: Stop) -> Iterator[Candidate]:
    return iter(find_tints(pixels, labels, classes, should_stop))


_SEARCHES: tuple[tuple[str, Search], ...] = (
    ("Looking for marks at fixed places", _fixed),
    ("Looking for marks that lie anywhere", find_patches),
    ("Looking for tints", _tints),
)


def searched_images(case: AuditCase, places: Places) -> Searched:
    """Take at most `_MOST_IMAGES`, as many of each class from both as there are, evenly over each."""
    train = _evenly(case.train_labels, _MOST_IMAGES // 2)
    own = places[_evenly(case.labels[places], _MOST_IMAGES - len(train))]
    same = len(train) > 0 and case.train_pixels.shape[1:] == case.pixels.shape[1:]
    pixels = np.concatenate([case.train_pixels[train], case.pixels[own]]) if same else case.pixels[own]
    return Searched(
        pixels, np.concatenate([case.train_labels[train], case.labels[own]]) if same else case.labels[own],
        np.concatenate([np.full(len(train), -1), own]) if same else own)


def _evenly(labels: Labels, most: int) -> Places:
    """Return the rows of at most ``most`` images, the same share of each class."""
    if len(labels) <= most:
        return np.arange(len(labels))
    order = np.argsort(labels, kind="stable")
    return np.sort(order[np.linspace(0, len(order) - 1, most).round().astype(np.int64)])


def tried_on(case: AuditCase, found: OnePass, searched: Searched, candidate: Candidate,
             should_stop: Stop) -> Suspicion:
    """Return what a network makes of a mark that was found; raises JobCancelledError when ``should_stop`` says so."""
    mark = _described(searched, candidate, should_stop)
    order = np.argsort(-mark.amounts, kind="stable")
    own = searched.places[order[(mark.carries & (searched.places >= 0))[order]]]
    without = searched.places[order[::-1]]
    without = without[(without >= 0) & (case.labels[without] == mark.class_index) & ~np.isin(without, own)]
    tried = reliance(case, found, mark.class_index, own, mark.treatment, should_stop)
    return told(case, found, mark, tried, own, without)


def _described(searched: Searched, candidate: Candidate, should_stop: Stop) -> MarkFound:
    if isinstance(candidate, Patch):
        patch = AnywherePatch(candidate, searched.pixels, np.flatnonzero(searched.labels != candidate.class_index))
        return MarkFound("patch", candidate.class_index, candidate.carriers, candidate.scores, patch.treatment(),
                         candidate.share, candidate.limit, None, _picture(patch.overlay))
    if isinstance(candidate, Tint):
        everywhere = np.ones(searched.pixels.shape[1:3], np.bool_)
        overlay = _overlay(searched, candidate.class_index, candidate.carriers, everywhere)
        return MarkFound("tint", candidate.class_index, candidate.carriers, candidate.carriers.astype(np.float32),
                         _treatment(overlay), candidate.share, candidate.limit, overlay.region, _picture(overlay))
    carries = carriers(candidate.amounts, searched.labels == candidate.class_index)
    wider = cv2.dilate(candidate.mask.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0   # its edges shine through
    overlay = _overlay(searched, candidate.class_index, carries, _enlarged(wider, searched.pixels.shape))
    if overlay.is_frame:
        return MarkFound("border", candidate.class_index, carries, candidate.amounts, _treatment(overlay),
                         candidate.strength, candidate.limit, overlay.region, _picture(overlay))
    # Now that it is known what the mark looks like, it is recognised on busy and bright ground, too.
    likeness = overlay.likeness(searched.pixels, should_stop)
    carries = carries | carriers(likeness, searched.labels == candidate.class_index, _LIKE)
    return MarkFound("mark", candidate.class_index, carries, likeness, _treatment(overlay), candidate.strength,
                     candidate.limit, region_of(candidate.mask), _picture(overlay))


def carriers(amounts: Floats, own: Flags, share: float = 0.5) -> Flags:
    """Say which images of a class carry a mark, (N,), from how much of it each image has.

    At least ``share`` of the class's clear cases, and more than all but 2 % of the other images.
    """
    clear = float(np.quantile(amounts[own], 0.9))
    cut = max(clear * share, float(np.quantile(amounts[~own], 0.98)))
    return np.asarray(own & (amounts >= min(cut, clear)))


def _overlay(searched: Searched, class_index: int, carries: Flags, mask: Flags) -> Overlay:
    others = searched.labels != class_index
    return fitted(searched.pixels[carries], searched.pixels[others], mask)


def _treatment(overlay: Overlay) -> Treatment:
    spare = overlay.shuffled(1) if overlay.mask.all() else overlay.elsewhere()
    return Treatment(overlay.put_on, overlay.shuffled(0).put_on, overlay.taken_off, spare.taken_off)


def _enlarged(mask: Flags, shape: tuple[int, ...]) -> Flags:
    return np.asarray(cv2.resize(mask.astype(np.uint8), (shape[2], shape[1]), interpolation=cv2.INTER_NEAREST) > 0)


def _picture(overlay: Overlay) -> Pixels:
    """Return the mark on a grey ground, (h, w, C)."""
    return overlay.put_on(np.full((1, *overlay.paint.shape), 128, np.uint8)).reshape(overlay.paint.shape)
