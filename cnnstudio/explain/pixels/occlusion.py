"""Occlusion: how much the score falls when a part of the image is hidden, coarse at first and finer by and by."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.heatmap import Floats
from cnnstudio.explain.pixels.fills import FILL_NOTES, Box, Filler
from cnnstudio.explain.pixels.partial import Partial
from cnnstudio.explain.pixels.question import Question, ShouldStop, in_batches, never
from cnnstudio.explain.pixels.settings import PixelSettings, squares
from cnnstudio.wording import translate

_COARSE_PARTS = 4
_BLUR_SHARE = 0.5


def occlusion(question: Question, filler: Filler, should_stop: ShouldStop = never,
              settings: PixelSettings | None = None) -> Iterator[Partial]:
    """Hide one square after the other; a pixel is given the mean fall of the score over the squares that hid it.

    ``Y(x) - Y(x with the square filled)`` (Zeiler and Fergus 2014). Squares that reach over the lower or right border
    are cut off there. Positive: hiding it lowers the score, so it speaks for the class. First come 4 x 4 coarse
    squares, then the squares that do not overlap, then all others, with a map after each batch; the last map holds
    nothing of the coarse squares.

    Parameters
    ----------
    filler : of the question's image
    """
    chosen = settings or PixelSettings()
    stages = _stages(question.sides, chosen)
    whole = float(question.scores(question.image)[0])
    rough, sharp = (_Falls(*question.sides) for _ in stages)
    done, total = 0, sum(len(stage.boxes) for stage in stages)
    for stage, falls in zip(stages, (rough, sharp), strict=True):
        for places in in_batches(len(stage.boxes), question.images_at_once, should_stop):
            boxes = stage.boxes[places]
            scores = question.scores(filler.hidden(boxes, chosen.fill, _BLUR_SHARE * stage.side_px))
            falls.add(boxes, whole - scores.double().cpu().numpy())
            done += len(boxes)
            if rough.covered or sharp.covered:
                yield Partial(sharp.over(rough), done, total, tuple(
                    filter(None, (translate("explain", FILL_NOTES[chosen.fill]),))))


@dataclass(frozen=True, slots=True)
class _Stage:
    """Squares of one size."""

    boxes: list[Box]
    side_px: int


def _stages(sides: tuple[int, int], settings: PixelSettings) -> tuple[_Stage, _Stage]:
    """Return the coarse squares, none where the fine ones are few, and the fine ones."""
    longer = max(sides)
    patch, stride = squares(sides, settings.patch_px, settings.stride_px)
    fine = _boxes(*sides, patch, stride)
    large = -(-longer // _COARSE_PARTS)
    is_worth_it = large > patch and len(fine) > _COARSE_PARTS**2
    return _Stage(_boxes(*sides, large, large) if is_worth_it else [], large), _Stage(fine, patch)


class _Falls:
    """The falls of the score, gathered for each pixel."""

    def __init__(self, height: int, width: int) -> None:
        self._sums = np.zeros((height, width))
        self._counts = np.zeros((height, width), np.int64)

    @property
    def covered(self) -> bool:
        """Whether every pixel was hidden at least once."""
        return bool(self._counts.all())

    def add(self, boxes: list[Box], falls: npt.NDArray[np.float64]) -> None:
        """Take in the fall of each box."""
        for (top, left, bottom, right), fall in zip(boxes, falls, strict=True):
            self._sums[top:bottom, left:right] += fall
            self._counts[top:bottom, left:right] += 1

    def over(self, rough: "_Falls") -> Floats:
        """Return the mean falls (h, w), those of ``rough`` where no box of these was yet; 0 where neither was."""
        return np.where(self._counts > 0, self.mean(), rough.mean()).astype(np.float32)

    def mean(self) -> npt.NDArray[np.float64]:
        """Return the mean fall of each pixel, 0 where no box was."""
        return self._sums / np.maximum(self._counts, 1)


def _boxes(height: int, width: int, patch: int, stride: int) -> list[Box]:
    """Return all squares, those on the grid of whole patches first."""
    starts = [[(start, start % patch == 0) for start in _starts(side, patch, stride)] for side in (height, width)]
    placed = sorted(itertools.product(*starts), key=lambda pair: not (pair[0][1] and pair[1][1]))
    return [(top, left, min(top + patch, height), min(left + patch, width)) for (top, _), (left, _) in placed]


def _starts(side: int, patch: int, stride: int) -> range:
    """Return where squares begin along one side, the last one so that it reaches the end."""
    return range(0, max(side - patch, 0) + stride, stride)
