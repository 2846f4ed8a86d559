"""Whether a map stays where it is when nothing changes, changes with the question, and adds up to the score."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import torch

from cnnstudio.explain.explanation import method_info
from cnnstudio.explain.heatmap import Floats, Pixels, resize
from cnnstudio.explain.pixels.question import ShouldStop, stop_if_wanted
from cnnstudio.explain.scores import score
from cnnstudio.explain.target import Target
from cnnstudio.explain.validation.agreement import pearson, spearman
from cnnstudio.explain.validation.effort import THOROUGH, Effort
from cnnstudio.explain.validation.subject import Subject
from cnnstudio.explain.validation.trust_report import TrustLevel, TrustRow, TrustStep
from cnnstudio.wording import listed, translate

SHIFT_PX = 2
NOISE = 0.01
"""Deviation of the noise, as a share of the full range of brightness."""

STABLE, UNSTABLE = 0.9, 0.7
SPECIFIC, UNSPECIFIC = 0.5, 0.9
ADDS_UP = 0.01

_FINEST, _COARSEST = 1 / 14, 1 / 4
"""Sides of the cells that maps of single pixels are compared by, as shares of the image: finer is grain, and of
coarser ones no map could move."""

_ADDING_METHODS = ("grad-cam", "hirescam", "xgrad-cam")


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of the input that a map should follow, and the way back for the map over the input (H, W)."""

    name: str
    pixels: Callable[[Pixels], Pixels]
    back: Callable[[Floats], Floats]

    @property
    def words(self) -> str:
        """What was done to the image."""
        if self.name in _MOVED:
            return translate("explain", _MOVED[self.name], shift_px=SHIFT_PX)
        return translate("explain", "mirrored") if self.name == "mirrored" else translate(
            "explain", "with {noise:g} % noise", noise=100 * NOISE)


_MOVED = {"down": "moved {shift_px} pixels down", "up": "moved {shift_px} pixels up",
          "right": "moved {shift_px} pixels right", "left": "moved {shift_px} pixels left"}


def _moved(rows: int, columns: int, name: str) -> _Change:
    def move(values: Pixels) -> Pixels:
        """Shift down and right, the border repeated."""
        padded = np.pad(values, ((SHIFT_PX, SHIFT_PX), (SHIFT_PX, SHIFT_PX), (0, 0)), mode="edge")
        top, left = SHIFT_PX - rows, SHIFT_PX - columns
        return padded[top:top + values.shape[0], left:left + values.shape[1]]

    return _Change(name, move, lambda values: np.roll(values, (-rows, -columns), axis=(0, 1)))


def _noisy(pixels: Pixels) -> Pixels:
    noise = np.random.default_rng(0).normal(0, 255 * NOISE, pixels.shape)
    return np.clip(np.rint(pixels + noise), 0, 255).astype(np.uint8)


CHANGES: tuple[_Change, ...] = (
    _moved(SHIFT_PX, 0, "down"), _moved(-SHIFT_PX, 0, "up"), _moved(0, SHIFT_PX, "right"), _moved(0, -SHIFT_PX, "left"),
    _Change("noise", _noisy, lambda values: values),
    _Change("mirrored", lambda pixels: pixels[:, ::-1], lambda values: values[:, ::-1]),
)


def check_stability(subject: Subject, should_stop: ShouldStop,
                    effort: Effort = THOROUGH) -> Iterator[TrustStep | TrustRow]:
    """Compare the map with those of images that show the same, laid back; yield a step an image, then the row.

    A method that paints single pixels is judged by the means of squares as large as the cells Grad-CAM would show:
    its grain comes of the pixels' own noise, and nobody reads a map by the grain. What single pixels do is told beside.
    """
    height, width = subject.pixels.shape[:2]
    cell = _cell_px(subject)
    shown = _shown(subject.raw, height, width)
    likeness: dict[str, float] = {}
    by_pixel: list[float] = []
    changes = CHANGES[-effort.changes:]
    for done, change in enumerate(changes, 1):
        stop_if_wanted(should_stop)
        raw = subject.again(pixels=np.ascontiguousarray(change.pixels(subject.pixels)), should_stop=should_stop)
        pair = shown, change.back(_shown(raw, height, width))
        likeness[change.words] = pearson(*(_without_border(_averaged(values, cell)) for values in pair))
        by_pixel.append(pearson(*map(_without_border, pair)))
        yield TrustStep(done, len(changes), translate("explain", "moving, adding noise, mirroring"))
    judged = _averaged(shown, cell)
    control = pearson(judged, judged[::-1, ::-1])
    worst = min(likeness, key=lambda words: likeness[words])
    mean = float(np.mean(list(likeness.values())))
    level: TrustLevel = "good" if mean >= STABLE else "doubtful" if mean >= UNSTABLE else "bad"
    yield TrustRow(
        "stability", translate("explain", "Is it the same map for nearly the same image?"), level, mean,
        translate(
            "explain", "correlation {mean:.2f}, least {likeness:.2f} ({worst})", mean=mean, likeness=likeness[worst],
            worst=worst),
        translate("explain", "The map turned upside down has {control:.2f} with itself.", control=control),
        translate("explain", _STABILITY[level], mean=mean, worst=worst) + _grain(cell, float(np.mean(by_pixel))),
        translate(
            "explain", "Mean correlation of what is shown{means_of} with the maps of the image {told}, each laid "
            "back: from {stable} on stable, below {unstable} not.", means_of=_means_of(cell), told=_told(changes),
            stable=STABLE, unstable=UNSTABLE))


def _cell_px(subject: Subject) -> tuple[int, int]:
    """Return height and width, odd, of the squares a map is compared by; 1 by 1 for a map that has cells itself."""
    sides = subject.pixels.shape[:2]
    if not method_info(subject.method).of_input or subject.raw.shape != sides:
        return 1, 1
    inspection = subject.inspection()
    if inspection.fall_back is not None:
        return 1, 1
    cells = inspection.raw(None, "auto", "grad-cam").shape
    height, width = (2 * round(side * min(max(1 / count, _FINEST), _COARSEST) / 2 - 0.5) + 1
                     for side, count in zip(sides, cells, strict=True))
    return height, width


def _averaged(values: Floats, cell: tuple[int, int]) -> Floats:
    """Return the mean around every place of (H, W), over squares of an odd height and width."""
    return values if cell == (1, 1) else np.asarray(cv2.blur(values, cell[::-1]), np.float32)


def _means_of(cell: tuple[int, int]) -> str:
    return "" if cell == (1, 1) else translate(
        "explain", ", averaged over {cell} × {other_cell} pixels (about a cell of Grad-CAM's map),", cell=cell[1],
        other_cell=cell[0])


def _grain(cell: tuple[int, int], by_pixel: float) -> str:
    if cell == (1, 1):
        return ""
    warning = translate("explain", ", so do not read them one by one") if by_pixel < STABLE else ""
    return translate(
        "explain", " That is for areas of {cell} × {other_cell} pixels; single pixels agree by "
        "{by_pixel:.2f}{warning}.", cell=cell[1], other_cell=cell[0], by_pixel=by_pixel, warning=warning)


def _told(changes: Sequence[_Change]) -> str:
    return listed([change.words for change in changes])


def _shown(raw: Floats, height: int, width: int) -> Floats:
    """Return what a person sees: the positive part over the input, (height, width)."""
    if raw.shape[0] <= height and raw.shape[1] <= width:
        return resize(np.maximum(raw, 0), height, width)
    return np.asarray(cv2.resize(np.maximum(raw, 0), (width, height), interpolation=cv2.INTER_AREA), np.float32)


def _without_border(values: Floats) -> Floats:
    """Leave out what moving made up at the border."""
    keep = slice(SHIFT_PX, -SHIFT_PX)
    return values[keep, keep] if min(values.shape) > 4 * SHIFT_PX else values


def check_class(subject: Subject, should_stop: ShouldStop,
                _effort: Effort = THOROUGH) -> Iterator[TrustStep | TrustRow]:
    """Compare the map with that of the least likely class; yield the row."""
    stop_if_wanted(should_stop)
    scores = subject.logits.copy()
    scores[subject.target.index] = np.inf
    other = int(scores.argmin())
    wanted = Target(index=other, region=subject.target.region)
    rank = spearman(subject.raw, subject.again(target=wanted, should_stop=should_stop))
    level: TrustLevel = "good" if rank <= SPECIFIC else "doubtful" if rank < UNSPECIFIC else "bad"
    names = subject.class_name, subject.class_names[other]
    yield TrustRow(
        "class", translate("explain", "Is it about this class?"), level, rank, f"ρ = {rank:.2f}",
        translate(
            "explain", "With the map of {name}, the least likely class; 1.00 would be the same map.", name=names[1]),
        translate("explain", _CLASS[level], first=names[0], second=names[1]),
        translate(
            "explain", "Rank correlation with the map of the least likely class: up to {specific} about the class, "
            "from {unspecific} on the same whatever the class.", specific=SPECIFIC, unspecific=UNSPECIFIC))


def check_sum(subject: Subject, should_stop: ShouldStop, _effort: Effort = THOROUGH) -> Iterator[TrustStep | TrustRow]:
    """Compare the sum of the map with the part of the score the layer brings; yield the row.

    Where only sums and dense layers follow, the score is that of a layer of zeros plus the sum of HiResCAM (Draelos
    and Carin 2020, section 3); any other layer behind leaves a gap.
    """
    stop_if_wanted(should_stop)
    title = translate("explain", "Does the map add up to the score?")
    rule = translate(
        "explain", "The sum of the map plus the score without any activation at this layer, against the score itself: "
        "a gap of at most {adds_up:g} % of what the layer brings adds up.", adds_up=100 * ADDS_UP)
    if subject.method not in _ADDING_METHODS:
        yield TrustRow("sum", title, "not applicable", None, "", "",
                       translate(
                           "explain", "Maps of {method_info} are not made to add up to the score.",
                           method_info=translate("explain", method_info(subject.method).title)), rule)
        return
    brought, total = _brought(subject), float(subject.raw.sum(dtype=np.float64))
    gap = abs(total - brought) / abs(brought) if brought else float(total != 0)
    level: TrustLevel = "good" if gap <= ADDS_UP else "doubtful"
    yield TrustRow(
        "sum", title, level, gap, translate("explain", "gap {gap}", gap=_percent(gap)), translate(
            "explain", "Sum of the map {total:.3g}, brought by the layer {brought:.3g}.", total=total,
            brought=brought), translate("explain", _SUM[level], gap=_percent(gap)), rule)


def _percent(share: float) -> str:
    return translate("explain", "under 0.01 %") if share < 1e-4 else f"{100 * share:.3g} %"


def _brought(subject: Subject) -> float:
    """Return by how much the score is higher than with zeros at the layer."""
    inspection = subject.inspection()
    zeros = torch.zeros_like(inspection.activations(subject.layer))
    with torch.no_grad():
        without = inspection.replay(subject.layer, zeros, subject.target.region)
        scores = inspection.scores(subject.target.region)[None].to(without.dtype)
        return float(score(scores, subject.target) - score(without, subject.target))


_STABILITY: dict[TrustLevel, str] = {
    "good": "Yes (mean correlation {mean:.2f}).",
    "doubtful": "Nearly. The map changes most when the image is {worst} (mean correlation {mean:.2f}).",
    "bad": "No. The map becomes another one when the image is {worst} (mean correlation {mean:.2f}), though it shows "
           "the same.",
}
_CLASS: dict[TrustLevel, str] = {
    "good": "Yes. The evidence for {second} lies elsewhere than that for {first}.",
    "doubtful": "In part. The map for {second} lies at similar places as that for {first}.",
    "bad": "No. The map for {second} is nearly the same: it shows what catches the network's eye, not what speaks for "
           "{first}.",
}
_SUM: dict[TrustLevel, str] = {
    "good": "Yes. Each cell's value is its share in the score.",
    "doubtful": "No, it leaves {gap} open: what follows this layer is more than sums, so the map is a hint, not a "
                "division into shares.",
}
