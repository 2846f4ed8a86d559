"""The cache holds exactly the decoded pixels, is made once, and is never half a file."""

import errno
import os
import subprocess
import sys
import threading
import time
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest

from cnnstudio.data import pixel_cache
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.decode import decode
from cnnstudio.data.image_folder import ImageFolder, scan
from cnnstudio.data.pixel_cache import HEADER_BYTES, SUFFIX, open_cache
from cnnstudio.data.preprocess import to_input_pixels
from cnnstudio.errors import ImageError, JobCancelledError, StorageError
from tests.helpers.images import make_folder

CONFIG = PreprocessConfig(height=12, width=16)


@pytest.fixture
def folder(tmp_path: Path) -> ImageFolder:
    return scan(make_folder(tmp_path / "pictures", {"cat": 20, "dog": 15}, 20))


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def decoded(monkeypatch) -> list[Path]:
    """Return the list that every decoded path is added to."""
    paths: list[Path] = []

    def count(path: Path):
        paths.append(path)
        return decode(path)

    monkeypatch.setattr(pixel_cache, "decode", count)
    return paths


def expected(folder: ImageFolder, config: PreprocessConfig = CONFIG) -> np.ndarray:
    return np.stack([to_input_pixels(decode(file.path).pixels, config) for file in folder.files])


def names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


@pytest.mark.parametrize("color", ["rgb", "grey"])
def test_the_cache_holds_what_the_one_decoder_returns(folder, directory, color):
    config = PreprocessConfig(height=12, width=16, color=color)
    cache = open_cache(folder, config, directory)
    assert isinstance(cache.pixels, np.memmap)
    assert cache.pixels.shape == (35, 12, 16, config.channels)
    np.testing.assert_array_equal(cache.pixels, expected(folder, config))
    np.testing.assert_array_equal(cache.labels, [0] * 20 + [1] * 15)
    assert cache.labels.dtype == np.int64
    assert names(directory) == [cache.path.name]


def test_a_second_opening_decodes_nothing(folder, directory, decoded):
    open_cache(folder, CONFIG, directory)
    assert len(decoded) == 35
    cache = open_cache(folder, CONFIG, directory)
    assert len(decoded) == 35
    np.testing.assert_array_equal(cache.pixels, expected(folder))


def test_the_pixels_cannot_be_changed_by_accident(folder, directory):
    with pytest.raises(ValueError, match="read-only"):
        open_cache(folder, CONFIG, directory).pixels[0] = 0


def test_other_settings_or_other_pictures_have_another_cache(folder, directory):
    paths = {open_cache(folder, config, directory).path for config in (
        CONFIG, PreprocessConfig(height=16, width=12), PreprocessConfig(height=12, width=16, color="grey"),
        PreprocessConfig(height=12, width=16, fit="pad"))}
    (folder.root / "cat" / "cat_0000.png").unlink()
    paths.add(open_cache(scan(folder.root), CONFIG, directory).path)
    assert len(paths) == 5


def test_normalisation_does_not_need_another_cache(folder, directory):
    unit = PreprocessConfig(height=12, width=16, normalization="unit")
    assert open_cache(folder, CONFIG, directory).path == open_cache(folder, unit, directory).path


@pytest.mark.parametrize("damage", [
    lambda data: data[:-1], lambda data: data + b"\0", lambda data: data[:100], lambda data: b"",
    lambda data: data[:9000] + bytes([data[9000] ^ 1]) + data[9001:], lambda data: b"[" + data[1:],
    lambda data: b"[1]".ljust(HEADER_BYTES) + data[HEADER_BYTES:],
    lambda data: data.replace(b"35", b"34", 1)])
def test_a_damaged_or_short_cache_is_made_again(folder, directory, decoded, damage):
    path = open_cache(folder, CONFIG, directory).path
    path.write_bytes(damage(path.read_bytes()))
    np.testing.assert_array_equal(open_cache(folder, CONFIG, directory).pixels, expected(folder))
    assert len(decoded) == 70


def test_a_vanished_file_is_named(folder, directory):
    folder.files[7].path.unlink()
    with pytest.raises(ImageError, match="vanished since the folder was scanned") as caught:
        open_cache(folder, CONFIG, directory)
    assert caught.value.path == folder.files[7].path
    assert names(directory) == []


def test_a_file_that_changed_since_the_scan_is_named_and_not_cached(folder, directory):
    path = folder.files[3].path
    path.write_bytes(folder.files[4].path.read_bytes())
    with pytest.raises(ImageError, match="changed since the folder was scanned"):
        open_cache(folder, CONFIG, directory)
    assert names(directory) == []


def test_stopping_leaves_nothing_behind(folder, directory):
    asked = iter(range(1000))
    with pytest.raises(JobCancelledError):
        open_cache(folder, CONFIG, directory, should_stop=lambda: next(asked) > 10)
    assert names(directory) == []


def test_progress_counts_the_decoded_images(folder, directory):
    calls: list[tuple[int, int]] = []
    open_cache(folder, CONFIG, directory, on_progress=lambda *call: calls.append(call))
    assert calls[-1] == (35, 35)
    del calls[:]
    open_cache(folder, CONFIG, directory, on_progress=lambda *call: calls.append(call))
    assert calls == []


def test_a_disk_too_small_is_said_before_anything_is_decoded(folder, directory, decoded, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(pixel_cache.shutil, "disk_usage", lambda path: usage(10**9, 10**9, 1000))
    with pytest.raises(StorageError, match="The disk is too full"):
        open_cache(folder, CONFIG, directory)
    assert decoded == []


def test_a_disk_that_fills_up_is_a_sentence_and_leaves_nothing_behind(folder, directory, monkeypatch):
    def full(file, images):
        next(images)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pixel_cache, "_write_all", full)
    with pytest.raises(StorageError, match="No space left on device"):
        open_cache(folder, CONFIG, directory)
    assert names(directory) == []


def test_a_place_where_no_folder_can_be_made_is_a_sentence(folder, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="Cannot keep decoded images"):
        open_cache(folder, CONFIG, tmp_path / "file" / "cache")


KILLED = """
import os, sys
from pathlib import Path
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.image_folder import scan
from cnnstudio.data.pixel_cache import open_cache
def kill(done, total):
    if done >= int(sys.argv[3]):
        os._exit(9)
import cnnstudio.data.thread_pool as pool
pool._REPORT_EVERY_S = 0
open_cache(scan(Path(sys.argv[1])), PreprocessConfig(height=12, width=16), Path(sys.argv[2]), on_progress=kill)
"""


def test_a_killed_program_leaves_no_cache_that_is_believed(folder, directory):
    command = [sys.executable, "-c", KILLED, str(folder.root), str(directory)]
    assert subprocess.run([*command, "17"], check=False, timeout=60).returncode == 9
    assert [name for name in names(directory) if name.endswith(SUFFIX)] == []
    cache = open_cache(folder, CONFIG, directory)
    np.testing.assert_array_equal(cache.pixels, expected(folder))


def test_two_programs_at_once_both_get_a_sound_cache(folder, directory):
    caches: list[pixel_cache.PixelCache] = []
    threads = [threading.Thread(target=lambda: caches.append(open_cache(folder, CONFIG, directory))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(caches) == 4
    for cache in caches:
        np.testing.assert_array_equal(cache.pixels, expected(folder))
    assert names(directory) == [caches[0].path.name]


def test_leftovers_and_caches_used_longest_ago_are_removed(folder, directory, monkeypatch):
    directory.mkdir()
    now = time.time()
    for name, age, size in (
        (".a.pixels.x.part", 2 * 86400, 9), (".b.pixels.x.part", 60, 9), ("old.pixels", 900, 60_000),
        ("young.pixels", 90, 60_000), ("notes.txt", 9_999_999, 9),
    ):
        (directory / name).write_bytes(bytes(size))
        os.utime(directory / name, (now - age, now - age))
    monkeypatch.setattr(pixel_cache, "KEPT_BYTES", 100_000)
    path = open_cache(folder, CONFIG, directory).path
    assert set(names(directory)) == {".b.pixels.x.part", "young.pixels", "notes.txt", path.name}
