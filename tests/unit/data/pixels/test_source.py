"""Batches are the same wherever their pixels come from; reading ahead is bounded, tidy and tells of errors in turn."""

import threading

import numpy as np
import pytest
import torch

from cnnstudio.data.batches import Batch, Batches
from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.pixels import read_ahead, remembered_figures, statistics
from cnnstudio.data.pixels.read_ahead import ReadAhead
from cnnstudio.data.pixels.source import FolderSource, open_source
from cnnstudio.data.pixels.statistics import channel_statistics, normalization_constants
from tests.helpers.images import make_folder

CONFIG = PreprocessConfig(height=16, width=12)
CHANGES = AugmentConfig(flip_horizontal=True, rotate_deg=10, brightness=0.2, mixup=0.4)
EVERYTHING = np.arange(30)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> ImageFolder:
    return scan(make_folder(tmp_path_factory.mktemp("pictures"), {"cat": 20, "dog": 10}, 20))


def batches(source: FolderSource, **options: object) -> Batches:
    settings = {"batch_size": 7, "mean": (0.5,) * 3, "std": (0.2,) * 3, "shuffle": True, "seed": 3, "augment": CHANGES}
    return Batches(source, EVERYTHING, **settings | options)


def same(first: list[Batch], second: list[Batch]) -> bool:
    return len(first) == len(second) and all(
        torch.equal(a.images, b.images) and torch.equal(a.labels, b.labels) and torch.equal(a.share, b.share)
        and torch.equal(a.other_labels, b.other_labels) for a, b in zip(first, second, strict=True))


def image_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("cnnstudio-images")]


def test_cached_streamed_half_cached_and_resumed_batches_are_equal_whatever_the_number_of_threads(
        folder, tmp_path, monkeypatch):
    cached = open_source(folder, CONFIG, tmp_path)
    cached.fill()
    expected = [list(batches(cached).epoch(number)) for number in (1, 2)]
    half = open_source(folder, CONFIG, tmp_path / "half")
    half.take(EVERYTHING[::2])
    for threads in (1, 2, 7):
        monkeypatch.setattr(read_ahead, "thread_count", lambda threads=threads: threads)
        streamed = batches(open_source(folder, CONFIG, tmp_path / "none", limit=0))
        assert same(list(streamed.epoch(1)), expected[0])
        assert same(list(batches(open_source(folder, CONFIG, tmp_path / "none", limit=0)).epoch(2)), expected[1])
    assert same(list(batches(half).epoch(2)), expected[1])
    assert not same(expected[0], expected[1])
    assert not same(expected[0], list(batches(cached, seed=4).epoch(1)))


def test_mixed_labels_belong_to_images_of_the_batch(folder, tmp_path):
    for batch in batches(open_source(folder, CONFIG, tmp_path)).epoch(1):
        assert batch.images.dtype == torch.float32
        assert (batch.share >= 0.5).all()
        assert set(batch.other_labels.tolist()) <= {0, 1}
        assert len(batch.share) == len(batch.other_labels) == len(batch.labels) == len(batch.indices)


def test_statistics_of_a_folder_equal_those_of_numpy_and_are_remembered_for_these_images(
        folder, tmp_path, monkeypatch):
    source = open_source(folder, CONFIG, tmp_path)
    chosen = np.array([5, 2, 17, 20, 29])
    calls: list[tuple[int, int]] = []
    mean, std = normalization_constants(CONFIG, source, chosen, on_progress=lambda *call: calls.append(call))
    pixels = source.take(chosen).astype(np.float64) / 255
    np.testing.assert_allclose(mean, pixels.mean(axis=(0, 1, 2)), rtol=1e-12)
    np.testing.assert_allclose(std, pixels.std(axis=(0, 1, 2)), rtol=1e-12)
    assert calls[-1] == (5, 5)
    monkeypatch.setattr(statistics, "channel_statistics", lambda *args, **options: pytest.fail("worked out again"))
    again = normalization_constants(CONFIG, open_source(folder, CONFIG, tmp_path), chosen[::-1])
    assert (again[0] == mean).all()
    assert (again[1] == std).all()
    with pytest.raises(pytest.fail.Exception):
        normalization_constants(CONFIG, source, chosen[1:])


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema_version": 1, "images": {"key": {"mean": [2], "std": [1]}}}',
                                  '{"schema_version": 1, "images": {"key": {"mean": [0.5, 0.1], "std": [0, 0]}}}',
                                  '{"schema_version": 1, "images": {"key": [1]}}'])
def test_damaged_figures_are_not_believed(tmp_path, text):
    path = tmp_path / "a.figures.json"
    path.write_text(text)
    assert remembered_figures.recall(path, "key", channels=1) is None
    remembered_figures.remember(path, "key", (np.array([0.25]), np.array([0.125])))
    assert remembered_figures.recall(path, "key", channels=1) == (0.25, 0.125)


def test_the_oldest_figures_are_forgotten(tmp_path):
    path = tmp_path / "a.figures.json"
    for number in range(52):
        remembered_figures.remember(path, f"{number}", (np.array([0.5]), np.array([0.5])))
    assert remembered_figures.recall(path, "1", channels=1) is None
    assert remembered_figures.recall(path, "2", channels=1) is not None


def test_statistics_stop_when_asked(folder, tmp_path):
    from cnnstudio.errors import JobCancelledError

    source = open_source(folder, CONFIG, tmp_path)
    with pytest.raises(JobCancelledError):
        channel_statistics(source, EVERYTHING, should_stop=lambda: True)
    assert image_threads() == []


def test_reading_ahead_is_bounded_and_goes_on_as_images_are_taken(monkeypatch):
    monkeypatch.setattr(read_ahead, "thread_count", lambda: 2)
    loaded: list[int] = []

    def load(row: int) -> np.ndarray:
        loaded.append(row)
        return np.full((2, 2, 3), row, np.uint8)

    ahead = ReadAhead(load, range(100), row_bytes=read_ahead.AHEAD_BYTES // 12)
    for row in range(60):
        assert (ahead.take(row) == row).all()
        assert len(loaded) <= row + 1 + 12
    assert ahead.take(3) is None
    ahead.close()
    assert len(loaded) < 100
    assert image_threads() == []


def test_an_error_arrives_in_its_turn_and_the_others_come(monkeypatch):
    def load(row: int) -> np.ndarray:
        if row == 5:
            raise ValueError("five")
        return np.full((2, 2, 3), row, np.uint8)

    ahead = ReadAhead(load, range(10), row_bytes=12)
    for row in (0, 1, 2, 3, 4, 6):
        assert (ahead.take(row) == row).all()
    with pytest.raises(ValueError, match="five"):
        ahead.take(5)
    ahead.close()


def test_an_epoch_that_is_left_early_ends_its_threads(folder, tmp_path):
    epoch = batches(open_source(folder, CONFIG, tmp_path)).epoch(1)
    next(epoch)
    epoch.close()
    assert image_threads() == []


def test_an_image_that_comes_twice_in_an_epoch_is_the_same_both_times(folder, tmp_path):
    source = open_source(folder, CONFIG, tmp_path, limit=0)
    order = np.array([4, 9, 4, 4, 9, 1])
    with source.reading_ahead(order):
        first = source.take(order)
    np.testing.assert_array_equal(first, source.take(order))
    np.testing.assert_array_equal(first[0], first[2])
