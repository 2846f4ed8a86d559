"""Finds classes whose pictures have a colour laid over them: shadows or lights that no other picture has."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import Labels, Pixels
from cnnstudio.explain.pixels.question import ShouldStop, never, stop_if_wanted

_SHUFFLES = 100
_RARE = 0.04        # of the other images lie further out than the class's do
_MANY = 0.55        # of the class lie there: natural classes had up to 0.5 by their scenes alone
_CLEARLY = 1.4      # times as many as of any other class
_FEWEST = 15
_ENDS = 6           # figures of the two ends of three colours; of one colour there are no more than two
_IMAGES = 64        # after which it is asked whether to stop
_STEP = 4           # every so many pixels, in both directions, tell the darkest and the lightest well enough

Figures = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Tint:
    """A tint of a class.

    Attributes
    ----------
    carriers : (N,) images that have it
    share : of the class's images that lie beyond all but 4 % of the others
    limit : what is natural: the most that shuffled labels or other classes reach, at least 55 %
    """

    class_index: int
    carriers: npt.NDArray[np.bool_]
    share: float
    limit: float


def find_tints(pixels: Pixels, labels: Labels, classes: int, should_stop: ShouldStop = never,
               seed: int = 0) -> list[Tint]:
    """Return the classes with a tint.

    A scene decides how bright and colourful a picture is, but hardly how dark its darkest and how light its lightest
    places are: something between black and white is nearly always there. A colour laid over the picture lifts the
    one and lowers the other. So the values below which 1 % and above which 1 % of the pixels lie, and the
    differences of their colours, are compared between the class and the rest; only those count that lie where a
    colour laid over pictures moves them, so that of two classes the one without a tint is not taken for the other.

    Parameters
    ----------
    pixels, labels : (N, H, W, C) uint8 and (N,)

    Raises
    ------
    JobCancelledError
        When ``should_stop``, asked every few images, says so.
    """
    figures = extremes(pixels, should_stop)
    usable = [index for index in range(classes) if _FEWEST <= int((labels == index).sum()) <= len(labels) - _FEWEST]
    found = []
    for index in usable:
        shares = outlying(figures, labels == index)
        column = int(shares.argmax())
        limit = max(_MANY, _CLEARLY * _of_others(figures, labels, index, usable),
                    _of_chance(figures, int((labels == index).sum()), seed, should_stop))
        if shares[column] > limit:
            found.append(Tint(index, _beyond(figures, labels == index, column), float(shares[column]), limit))
    return found


def extremes(pixels: Pixels, should_stop: ShouldStop = never) -> Figures:
    """Return (N, F): how far the dark end of each colour is from 0, its light end from 255, and both ends from grey."""
    sparse = pixels[:, ::_STEP, ::_STEP] if min(pixels.shape[1:3]) >= 16 * _STEP else pixels
    parts = []
    for start in range(0, len(pixels), _IMAGES):
        stop_if_wanted(should_stop)
        part = sparse[start:start + _IMAGES]
        parts.append(np.percentile(part.reshape(len(part), -1, pixels.shape[3]), [1, 99], axis=1))
    dark, light = np.concatenate(parts, axis=1)
    if pixels.shape[3] == 1:
        return np.concatenate([dark, 255 - light], axis=1)
    apart = [end - np.roll(end, 1, axis=1) for end in (dark, light)]
    return np.concatenate([dark, 255 - light, *apart, *(-values for values in apart)], axis=1)


def outlying(figures: Figures, own: npt.NDArray[np.bool_]) -> Figures:
    """Return the share (F,) of a class's images above all but 4 % of the others; 0 where its range is wider."""
    high = np.quantile(figures[~own], 1 - _RARE, axis=0)
    lost = figures[:, :_ENDS].sum(axis=1)   # of the range from black to white; a colour laid over takes some of it
    is_further = np.abs(np.median(figures[own], axis=0)) > np.abs(np.median(figures[~own], axis=0))
    is_veiled = np.median(lost[own]) > np.median(lost[~own])
    return np.asarray((figures[own] > high).mean(axis=0) * (is_further & is_veiled))


def _of_others(figures: Figures, labels: Labels, index: int, usable: list[int]) -> float:
    """Return the most that another class reaches among the images that are not of this one."""
    rest = labels != index
    others = [other for other in usable if other != index]
    if len(others) < 2:
        return 0.0
    return max(float(outlying(figures[rest], labels[rest] == other).max()) for other in others)


def _of_chance(figures: Figures, count: int, seed: int, should_stop: ShouldStop) -> float:
    """Return the most that as many images chosen by chance reach."""
    generator = np.random.default_rng(seed)
    drawn = np.zeros(len(figures), np.bool_)
    drawn[:count] = True
    most = 0.0
    for _ in range(_SHUFFLES):
        stop_if_wanted(should_stop)
        most = max(most, float(outlying(figures, generator.permutation(drawn)).max()))
    return most


def _beyond(figures: Figures, own: npt.NDArray[np.bool_], column: int) -> npt.NDArray[np.bool_]:
    values = figures[:, column]
    return np.asarray(own & (values > np.quantile(values[~own], 1 - _RARE)))
