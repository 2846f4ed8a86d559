"""What one class looks at: mean map, mean image, kinds of maps, and the same in words."""

import numpy as np

from cnnstudio.explain.audit.case import AuditCase, Floats, Pixels
from cnnstudio.explain.audit.clusters import clusters_of
from cnnstudio.explain.audit.directions import directions_of
from cnnstudio.explain.audit.map_words import look_words
from cnnstudio.explain.audit.one_pass import OnePass, Places
from cnnstudio.explain.audit.report import Accuracy, ClassCard

_ROWS = 64   # images added up at a time, so that no float copy of a whole class is ever in memory


def class_card(case: AuditCase, found: OnePass, class_index: int, seed: int = 0) -> ClassCard:
    """Sum up what the network does with the images of a class, among those of ``found``.

    Parameters
    ----------
    found : a pass over images of at least this class
    seed : of the first centres of the clusters
    """
    own = found.take(case.labels[found.places] == class_index)
    right = own.answers() == class_index
    maps = shares(own.maps)
    mean = mean_share(maps)
    accuracy = Accuracy(int(right.sum()), len(own.places))
    return ClassCard(
        class_index, len(own.places), accuracy, mean, mean_image(case.pixels, own.places),
        clusters_of(maps, own.places, right, seed), directions_of(own),
        words=look_words(case.class_names[class_index], mean, accuracy))


def shares(maps: Floats) -> Floats:
    """Return the positive part of signed maps (n, h, w), each divided by its sum; all 0 where nothing is positive."""
    positive = np.maximum(maps, 0)
    total = positive.sum(axis=(1, 2), keepdims=True, dtype=np.float64)
    return np.asarray(positive / np.where(total > 0, total, 1), dtype=np.float32)


def mean_share(maps: Floats) -> Floats:
    """Return the mean (h, w) of maps with sum 1, (n, h, w), those without evidence left out; its sum is 1 or 0."""
    with_evidence = maps[maps.sum(axis=(1, 2)) > 0]
    if not len(with_evidence):
        return np.zeros(maps.shape[1:], np.float32)
    return np.asarray(with_evidence.mean(axis=0, dtype=np.float64), dtype=np.float32)


def mean_image(pixels: Pixels, places: Places) -> Pixels:
    """Return the mean (h, w, C) of the images at ``places``, rounded; grey when there are none."""
    if not len(places):
        return np.full(pixels.shape[1:], 128, np.uint8)
    total = np.zeros(pixels.shape[1:], np.int64)
    for start in range(0, len(places), _ROWS):
        total += pixels[places[start:start + _ROWS]].sum(axis=0, dtype=np.int64)
    return np.asarray(np.round(total / len(places)), dtype=np.uint8)
