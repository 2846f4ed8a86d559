"""How the map of an image became what it is over the epochs of a training, in numbers and in words; free of torch."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cnnstudio.data.preprocess import Placement, map_back
from cnnstudio.explain.evidence_place import densest_tenth
from cnnstudio.explain.heatmap import Floats
from cnnstudio.explain.validation.agreement import spearman
from cnnstudio.explain.validation.box_evidence import coverage, energy_in
from cnnstudio.wording import translate

HALF = 0.5
ALIKE = 0.8
"""Rank correlation from which on a map is called like the last one."""

_SIDE = 224
_SEARCH_SIDE = 160


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of an image in shares of its width and height; ``name`` follows the word "in"."""

    left: float
    top: float
    right: float
    bottom: float
    name: str = ""
    """Empty for one that somebody drew."""

    @property
    def words(self) -> str:
        """What it is called in a sentence."""
        return self.name or translate("explain", "the region you drew")

    @property
    def area(self) -> float:
        """As a share of the image: what evidence without a place of its own would have here."""
        return (self.right - self.left) * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class EpochPoint:
    """One epoch's map beside the last one's.

    Attributes
    ----------
    epoch : 0 for the weights before the first step
    likeness : Spearman's rank correlation of the signed maps, cell by cell, with the last epoch's, -1 to 1
    share : of the positive evidence in the region, 0 to 1; None for a map without positive evidence
    """

    epoch: int
    likeness: float
    share: float | None


def hottest_region(raw: Floats, placement: Placement) -> Region | None:
    """Return the tenth of the image that holds most of a map's positive evidence; None for a map without any.

    Parameters
    ----------
    raw : (h, w), signed, over the whole network input
    placement : of the network's input in the image
    """
    scale = min(1.0, _SEARCH_SIDE / max(placement.source_h, placement.source_w))
    small = placement.scaled(max(1, round(placement.source_h * scale)), max(1, round(placement.source_w * scale)))
    place = densest_tenth(map_back(np.maximum(raw, 0), small))
    return None if place is None else Region(
        place.left, place.top, place.right, place.bottom, translate(
            "explain", "the {place} tenth of the image", place=place.name))


def share_in(raw: Floats, placement: Placement, region: Region) -> float | None:
    """Return the share of a map's positive evidence in a region of the image; None for a map without any.

    What lies in a border that was added around the image counts to the whole.

    Parameters
    ----------
    raw : (h, w), signed, over the whole network input, bilinear between its cells
    """
    positive = np.maximum(raw, 0)
    if not positive.max() > 0:
        return None
    return energy_in(positive, coverage(_over_input(region, placement), _SIDE, _SIDE))


def _over_input(region: Region, place: Placement) -> npt.NDArray[np.float32]:
    """Return the region as a box (1, 4) in shares of the network's input."""
    x = [(side * place.source_w - place.left) / place.width for side in (region.left, region.right)]
    y = [(side * place.source_h - place.top) / place.height for side in (region.top, region.bottom)]
    return np.array([[x[0], y[0], x[1], y[1]]], dtype=np.float32)


def epoch_point(epoch: int, raw: Floats, last: Floats, placement: Placement, region: Region | None) -> EpochPoint:
    """Compare an epoch's map (h, w) with the last epoch's."""
    return EpochPoint(epoch, spearman(raw, last), None if region is None else share_in(raw, placement, region))


def began_sentence(points: Sequence[EpochPoint], region: Region | None, subject: str) -> str:
    """Say since when more than half of the positive evidence lies in the region.

    Parameters
    ----------
    points : of the epochs that are kept, in order; the last one is the last epoch
    subject : what the evidence is for
    """
    if region is None or not points or points[-1].share is None:
        return translate(
            "explain", "After the last epoch nothing at this layer speaks for {subject}, so there is no place to look "
            "back at.", subject=subject)
    first, last = points[0], points[-1]
    words = translate(
        "explain", "of the positive evidence for {subject} lies in {region}", subject=subject, region=region.words)
    if not _is_over_half(last):
        most = max(points, key=lambda point: point.share or 0.0)
        peak = "" if most in (first, last) else translate("explain", "; the most was {at}", at=_at(most))
        earlier = "" if first is last else translate("explain", "; {at}", at=_at(first)) + peak
        return translate(
            "explain", "After the last epoch {share} {words}{earlier}.", share=_percent(last.share), words=words,
            earlier=earlier)
    begin = len(points) - 1
    while begin and _is_over_half(points[begin - 1]):
        begin -= 1
    if not begin:
        return translate(
            "explain", "From the first epoch kept ({name}) on, more than half {words}: {share} at last.",
            name=_name(first), words=words, share=_percent(last.share))
    before = points[begin - 1]
    begun = points[begin].epoch
    gap = "" if before.epoch == begun - 1 else translate(
        "explain", " (not yet after epoch {epoch}, the one kept before)", epoch=before.epoch)
    return translate(
        "explain", "Since epoch {begun}{gap} more than half {words}: {at}, {share} at last.", begun=begun, gap=gap,
        words=words, at=_at(first), share=_percent(last.share))


def alike_sentence(points: Sequence[EpochPoint]) -> str:
    """Say since when the map is like that of the last epoch; empty where only the last one is known."""
    if len(points) < 2:
        return ""
    begin = len(points) - 1
    while begin and points[begin - 1].likeness >= ALIKE:
        begin -= 1
    if begin == len(points) - 1:
        return translate(
            "explain", "No earlier map kept is like the last one: the network was still changing its mind about where "
            "to look.")
    since = translate("explain", "from the start") if begin == 0 else translate(
        "explain", "since {name}", name=_name(points[begin]))
    return translate(
        "explain", "Its shape has been like the last map's {since} (rank correlation {likeness:.2f}).", since=since,
        likeness=points[begin].likeness)


def _is_over_half(point: EpochPoint) -> bool:
    return point.share is not None and point.share > HALF


def _percent(share: float | None) -> str:
    return translate("explain", "none") if share is None else f"{100 * share:.0f} %"


def _at(point: EpochPoint) -> str:
    share = _percent(point.share)
    return translate("explain", "{share} before training", share=share) if point.epoch == 0 else translate(
        "explain", "{share} after epoch {epoch}", share=share, epoch=point.epoch)


def _name(point: EpochPoint) -> str:
    return translate(
        "explain", "before training") if point.epoch == 0 else translate("explain", "epoch {epoch}", epoch=point.epoch)
