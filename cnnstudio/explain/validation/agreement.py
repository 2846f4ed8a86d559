"""How alike two maps are: rank correlation, linear correlation and structural similarity. Free of torch."""

import cv2
import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]

_WINDOW, _SIGMA = 11, 1.5
_C1, _C2 = 0.01**2, 0.03**2


def spearman(first: npt.ArrayLike, second: npt.ArrayLike) -> float:
    """Return Spearman's rank correlation of two maps of one shape, -1 to 1; 0 when one has the same value everywhere.

    Equal values share the mean of their ranks.
    """
    return pearson(_ranks(np.asarray(first)), _ranks(np.asarray(second)))


def pearson(first: npt.ArrayLike, second: npt.ArrayLike) -> float:
    """Return the linear correlation of two maps of one shape, -1 to 1; 0 when one has the same value everywhere."""
    one, other = (np.asarray(values, dtype=np.float64).ravel() for values in (first, second))
    one, other = one - one.mean(), other - other.mean()
    length = float(np.sqrt((one @ one) * (other @ other)))
    return float(np.clip(one @ other / length, -1, 1)) if length > 0 else 0.0


def structural_similarity(first: npt.ArrayLike, second: npt.ArrayLike) -> float:
    """Return the mean structural similarity of two maps with values in [0, 1], -1 to 1 (Wang et al. 2004).

    Means, deviations and covariance in a Gaussian window of 11 × 11 (deviation 1.5), mirrored at the border.
    """
    one, other = (np.asarray(values, dtype=np.float64) for values in (first, second))
    mean_one, mean_other = _blurred(one), _blurred(other)
    var_one = _blurred(one * one) - mean_one**2
    var_other = _blurred(other * other) - mean_other**2
    shared = _blurred(one * other) - mean_one * mean_other
    top = (2 * mean_one * mean_other + _C1) * (2 * shared + _C2)
    return float((top / ((mean_one**2 + mean_other**2 + _C1) * (var_one + var_other + _C2))).mean())


def _ranks(values: npt.NDArray[np.generic]) -> Doubles:
    _, place, count = np.unique(values.ravel(), return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    return np.asarray((last - (count - 1) / 2)[place], dtype=np.float64)


def _blurred(values: Doubles) -> Doubles:
    return np.asarray(cv2.GaussianBlur(values, (_WINDOW, _WINDOW), _SIGMA, borderType=cv2.BORDER_REFLECT), np.float64)
