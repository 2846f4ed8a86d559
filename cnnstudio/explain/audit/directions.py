"""Directions in a class's features along which its evidence differs, and the images that show each most."""

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.one_pass import OnePass
from cnnstudio.explain.audit.report import FeatureDirection

_DIRECTIONS = 3
_STRONGEST = 9
_FEWEST = 6


def directions_of(own: OnePass) -> tuple[FeatureDirection, ...]:
    """Return the first principal directions of a class's evidence by channel (Neuhaus and others, 2023).

    Their principal components of W[c] * features, with the gradient in place of W[c], so that it holds for heads of
    any kind. The sign of each is such that more of it speaks for the class.

    Parameters
    ----------
    own : a pass over the images of one class
    """
    if len(own.places) < _FEWEST:
        return ()
    rows = own.contributions.astype(np.float64)
    centred = rows - rows.mean(axis=0)
    left, scale, right = np.linalg.svd(centred, full_matrices=False)
    total = float((scale ** 2).sum())
    if total <= 0:
        return ()
    count = min(_DIRECTIONS, len(scale))
    return tuple(_direction(own, left[:, number] * scale[number] * np.sign(right[number].sum() or 1.0),
                            float(scale[number] ** 2 / total)) for number in range(count))


def _direction(own: OnePass, strength: npt.NDArray[np.float64], share: float) -> FeatureDirection:
    strongest = np.argsort(-strength, kind="stable")[:_STRONGEST]
    positive = np.maximum(own.maps[strongest], 0).sum(axis=0, dtype=np.float64)
    total = positive.sum()
    return FeatureDirection(tuple(int(place) for place in own.places[strongest]), share,
                            np.asarray(positive / total if total > 0 else positive, dtype=np.float32))
