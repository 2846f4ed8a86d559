"""Batches are complete, repeatable, prepared ahead, and leave nothing running."""

import gc
import threading

import numpy as np
import pytest
import torch

from cnnstudio.data import batches as batches_module
from cnnstudio.data.augment.changes import augment as augment_images
from cnnstudio.data.batches import Batch, Batches, normalize
from cnnstudio.data.config import AugmentConfig
from tests.helpers.pixels import source_of

MEAN, STD = (0.4, 0.5, 0.6), (0.2, 0.25, 0.5)
AUGMENT = AugmentConfig(flip_horizontal=True, rotate_deg=10, noise=0.05)


def batches(count: int = 50, batch_size: int = 8, *, indices: np.ndarray | None = None, channels: int = 3,
            **options: object) -> Batches:
    random = np.random.default_rng(0)
    cache = source_of(random.integers(0, 256, (count, 10, 12, channels), dtype=np.uint8), np.arange(count) % 3)
    settings = {"mean": MEAN[:channels], "std": STD[:channels], "shuffle": True, "seed": 7} | options
    return Batches(cache, np.arange(count) if indices is None else indices, batch_size=batch_size, **settings)


def running() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("cnnstudio-batches")]


def same(first: list[Batch], second: list[Batch]) -> bool:
    return len(first) == len(second) and all(
        torch.equal(a.images, b.images) and torch.equal(a.labels, b.labels) and (a.indices == b.indices).all()
        for a, b in zip(first, second, strict=True))


def test_images_are_normalised_channel_by_channel():
    source = batches(shuffle=False)
    batch = next(source.epoch(0))
    assert batch.images.shape == (8, 3, 10, 12)
    assert batch.images.dtype == torch.float32
    assert batch.images.is_contiguous()
    expected = (source._source.pixels[:8].astype(np.float64) / 255 - MEAN) / STD
    np.testing.assert_allclose(batch.images.numpy(), expected.transpose(0, 3, 1, 2), atol=1e-5)
    assert batch.labels.tolist() == [0, 1, 2, 0, 1, 2, 0, 1]
    assert batch.labels.dtype == torch.int64
    np.testing.assert_array_equal(batch.indices, range(8))


def test_training_and_explaining_are_given_the_same_numbers():
    source = batches(shuffle=False)
    one = normalize(source._source.pixels[3:4], np.array(MEAN), np.array(STD))
    assert torch.equal(next(source.epoch(0)).images[3:4], one)


def test_augmented_images_are_normalised_afterwards():
    source = batches(shuffle=False, augment=AugmentConfig(brightness=0.9))
    images = torch.cat([batch.images for batch in source.epoch(0)])
    low, high = ((torch.tensor([value] * 3) - torch.tensor(MEAN)) / torch.tensor(STD) for value in (0.0, 1.0))
    assert (images >= low[:, None, None] - 1e-5).all()
    assert (images <= high[:, None, None] + 1e-5).all()
    assert images.amax() > 2  # some image was made bright


@pytest.mark.parametrize(("count", "size", "steps"), [
    (50, 8, [8] * 6 + [2]), (49, 8, [8] * 5 + [9]), (48, 8, [8] * 6), (9, 8, [9]), (8, 8, [8]), (5, 8, [5]),
    (1, 8, [1]), (3, 1, [1, 1, 1]), (3, 2, [3]), (0, 8, [])])
def test_every_image_comes_once_and_a_single_last_one_joins_the_batch_before(count, size, steps):
    source = batches(count, size)
    epoch = list(source.epoch(0))
    assert [len(batch.indices) for batch in epoch] == steps
    assert len(source) == len(steps)
    assert source.image_count == count
    assert sorted(index for batch in epoch for index in batch.indices) == list(range(count))
    assert all((batch.labels.numpy() == batch.indices % 3).all() for batch in epoch)


def test_only_the_wanted_images_come_and_in_their_order_without_shuffling():
    source = batches(indices=np.array([40, 3, 17, 8]), batch_size=3, shuffle=False)
    assert [batch.indices.tolist() for batch in source.epoch(5)] == [[40, 3, 17, 8]]


def test_an_epoch_follows_from_seed_and_number_alone():
    source = batches(augment=AUGMENT)
    first, second = list(source.epoch(0)), list(source.epoch(1))
    torch.manual_seed(1)
    assert same(list(source.epoch(1)), second)
    assert same(list(batches(augment=AUGMENT).epoch(0)), first)
    assert not same(first, second)
    assert not same(first, list(batches(augment=AUGMENT, seed=8).epoch(0)))
    assert not (first[0].indices == second[0].indices).all()


def test_the_program_wide_random_state_is_neither_read_nor_changed():
    states = torch.get_rng_state(), np.random.get_state()[1].copy()
    list(batches(augment=AUGMENT).epoch(0))
    assert torch.equal(torch.get_rng_state(), states[0])
    assert (np.random.get_state()[1] == states[1]).all()


def test_a_batch_does_not_depend_on_how_far_the_epoch_was_followed():
    source = batches(augment=AUGMENT)
    whole = list(source.epoch(2))
    for _ in source.epoch(2):
        break
    assert same(list(source.epoch(2)), whole)


@pytest.mark.parametrize("start", [0, 1, 5, 6, 7])
def test_an_epoch_begun_in_the_middle_has_the_batches_of_a_whole_one(start):
    source = batches(49, 8, augment=AUGMENT)
    whole = list(source.epoch(3))
    assert same(list(source.epoch(3, start)), whole[start:])
    assert len(whole) == 6
    assert not same(list(source.epoch(3, 1)), whole[:-1])


@pytest.mark.parametrize(("large", "prepared"), [(False, [0, 1, 2, 3]), (True, [0, 1, 2])])
def test_the_next_batches_are_prepared_ahead_in_one_thread_and_only_one_large_one(monkeypatch, large, prepared):
    source = batches()
    if large:
        monkeypatch.setattr(batches_module, "_LARGE_BATCH_BYTES", 1)
    prepare = Batches._batch
    seen: list[tuple[int, str]] = []
    last = threading.Event()

    def note(self, order, number, step):
        seen.append((step, threading.current_thread().name))
        if step == prepared[-1]:
            last.set()
        return prepare(self, order, number, step)

    monkeypatch.setattr(Batches, "_batch", note)
    epoch = source.epoch(0)
    next(epoch)
    next(epoch)
    assert last.wait(10)
    assert [step for step, _ in seen] == prepared
    assert len({name for _, name in seen}) == 1
    assert seen[0][1] != threading.current_thread().name
    epoch.close()


@pytest.mark.parametrize("augment", [
    None, AUGMENT, AugmentConfig(erase=0.4, blur=1.0, brightness=0.3), AugmentConfig(mixup=0.4, cutmix=1.0)])
def test_the_rows_of_a_batch_that_are_made_alone_are_those_of_the_whole_batch(augment):
    whole = list(batches(27, augment=augment, channels_last=True).epoch(2))
    for rank in range(4):  # the last batch has three images, so that one process has none of it
        rows = slice(rank, None, 4)
        made = list(batches(27, augment=augment, channels_last=True, rows=rows).epoch(2))
        for batch, own in zip(whole, made, strict=True):
            assert torch.equal(own.images, batch.images[rows])
            assert torch.equal(own.labels, batch.labels)
            assert own.indices.tolist() == batch.indices.tolist()
            assert (own.share is None) == (batch.share is None)
            assert own.share is None or torch.equal(own.share, batch.share)


def test_rows_of_a_batch_are_changed_alike_on_other_devices():
    images, chance = torch.rand(5, 3, 6, 6, generator=torch.Generator().manual_seed(2)), torch.Generator()
    config = AugmentConfig(rotate_deg=20, noise=0.1, erase=0.4, blur=1.0, brightness=0.3)
    expected = augment_images(images, config, chance.manual_seed(1))
    found = augment_images(images[1::2], config, chance.manual_seed(1), count=5, rows=slice(1, None, 2))
    assert torch.equal(found, expected[1::2])
    assert not torch.equal(augment_images(images[1::2], config, chance.manual_seed(1)), expected[1::2])  # the control


@pytest.mark.parametrize("leave", ["exhaust", "close", "drop", "raise"])
def test_the_thread_ends_with_the_iterator(leave):
    epoch = batches().epoch(0)
    next(epoch)
    assert running()
    if leave == "exhaust":
        list(epoch)
    elif leave == "close":
        epoch.close()
    elif leave == "raise":
        with pytest.raises(KeyError):
            epoch.throw(KeyError("stop"))
    del epoch
    gc.collect()
    assert running() == []


def test_an_error_in_the_thread_reaches_the_consumer():
    source = batches(count=10, indices=np.array([0, 1, 2, 99]), batch_size=2, shuffle=False)
    epoch = source.epoch(0)
    next(epoch)
    with pytest.raises(IndexError):
        next(epoch)
    assert running() == []


def test_an_impossible_batch_size_is_refused():
    with pytest.raises(ValueError, match="at least one image"):
        batches(batch_size=0)


def test_batches_come_from_a_real_folder(tmp_path):
    from cnnstudio.data.config import PreprocessConfig
    from cnnstudio.data.folder.image_folder import scan
    from cnnstudio.data.pixels.source import open_source
    from tests.helpers.images import make_folder

    folder = scan(make_folder(tmp_path / "pictures", {"a": 5, "b": 4}, 16))
    pixels = open_source(folder, PreprocessConfig(height=16, width=16, color="grey"), tmp_path / "cache")
    source = Batches(pixels, np.arange(9), batch_size=4, mean=[0.0], std=[1.0], shuffle=False, seed=0)
    images = torch.cat([batch.images for batch in source.epoch(0)])
    np.testing.assert_allclose(images.numpy()[:, 0], pixels.take(np.arange(9))[..., 0] / 255, atol=1e-6)
