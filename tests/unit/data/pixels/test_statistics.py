"""Counts, means and deviations are exact."""

import numpy as np
import pytest

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.pixels import statistics
from cnnstudio.data.pixels.statistics import channel_statistics, class_counts, normalization_constants
from tests.helpers.folders import folder_of
from tests.helpers.pixels import source_of


def test_mean_and_deviation_by_hand():
    pixels = np.zeros((2, 8, 8, 1), np.uint8)
    pixels[1] = 255
    mean, std = channel_statistics(source_of(pixels), np.array([0, 1]))
    assert mean.tolist() == [0.5]
    assert std.tolist() == [0.5]
    mean, std = channel_statistics(source_of(pixels), np.array([1]))
    assert (mean.tolist(), std.tolist()) == ([1.0], [0.0])


def test_statistics_equal_those_of_numpy_in_float64_and_ignore_the_order(monkeypatch):
    random = np.random.default_rng(3)
    cache = source_of(random.integers(0, 256, (40, 9, 11, 3), dtype=np.uint8))
    monkeypatch.setattr(statistics, "_CHUNK_PIXELS", 700)  # several parts
    indices = random.permutation(40)[:31]
    mean, std = channel_statistics(cache, indices)
    chosen = cache.pixels[indices].astype(np.float64) / 255
    np.testing.assert_allclose(mean, chosen.mean(axis=(0, 1, 2)), rtol=1e-12)
    np.testing.assert_allclose(std, chosen.std(axis=(0, 1, 2)), rtol=1e-12)
    again = channel_statistics(cache, np.sort(indices))
    assert (again[0] == mean).all()
    assert (again[1] == std).all()


def test_the_statistics_of_nothing_are_refused():
    with pytest.raises(ValueError, match="no images"):
        channel_statistics(source_of(np.zeros((1, 8, 8, 1), np.uint8)), np.array([], np.int64))


def test_the_constants_follow_the_setting():
    cache, indices = source_of(np.full((3, 8, 8, 3), 51, np.uint8)), np.arange(3)
    mean, std = normalization_constants(PreprocessConfig(normalization="dataset"), cache, indices)
    np.testing.assert_allclose(mean, [0.2] * 3)
    np.testing.assert_allclose(std, [1 / 255] * 3)
    mean, std = normalization_constants(PreprocessConfig(normalization="imagenet"), cache, indices)
    assert mean.tolist() == [0.485, 0.456, 0.406]
    grey = PreprocessConfig(normalization="imagenet", color="grey")
    mean, std = normalization_constants(grey, cache, indices)
    np.testing.assert_allclose((mean, std), [[0.449], [0.226]])
    mean, std = normalization_constants(PreprocessConfig(normalization="unit"), cache, indices)
    assert (mean.tolist(), std.tolist()) == ([0, 0, 0], [1, 1, 1])
    mean, std = normalization_constants(PreprocessConfig(normalization="symmetric"), cache, indices)
    assert [(value - mean[0]) / std[0] for value in (0, 0.5, 1)] == [-1, 0, 1]


def test_classes_are_counted_in_all_files_or_in_some():
    folder = folder_of([("a", None, ""), ("a", None, ""), ("b", None, "")])
    assert class_counts(folder) == {"a": 2, "b": 1}
    assert class_counts(folder, np.array([2])) == {"a": 0, "b": 1}
