"""The cache holds exactly the decoded pixels, is filled once, and believes nothing that does not match its checksum."""

import errno
import os
import re
import time
from collections import namedtuple
from pathlib import Path

import numpy as np
import pytest

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.curation.decisions import Curation, Decision, curate
from cnnstudio.data.decoding.decode import decode
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.loading import load
from cnnstudio.data.pixels import cache as pixel_cache
from cnnstudio.data.pixels import patient_loading
from cnnstudio.data.pixels.cache import clear, list_kept, open_cache
from cnnstudio.data.pixels.file import HEADER_BYTES, PixelFile, file_size
from cnnstudio.data.pixels.source import FolderSource, open_source
from cnnstudio.data.preprocess import to_input_pixels
from cnnstudio.errors import ImageError, JobCancelledError
from tests.helpers.images import make_folder

CONFIG = PreprocessConfig(height=12, width=16)
ROWS = HEADER_BYTES + 4096
"""Where the pixels of a small file begin."""


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

    def count(path: Path, config: PreprocessConfig, **options):
        paths.append(path)
        return load(path, config, **options)

    monkeypatch.setattr(patient_loading, "load", count)
    return paths


def expected(folder: ImageFolder, config: PreprocessConfig = CONFIG) -> np.ndarray:
    return np.stack([to_input_pixels(decode(file.path).pixels, config) for file in folder.files])


def everything(source: FolderSource) -> np.ndarray:
    return source.take(np.arange(len(source)))


def names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def kept(directory: Path) -> Path:
    return next(directory.glob("*.pixels"))


@pytest.mark.parametrize("color", ["rgb", "grey"])
def test_the_cache_holds_what_the_one_decoder_returns(folder, directory, color):
    config = PreprocessConfig(height=12, width=16, color=color)
    source = open_cache(folder, config, directory)
    assert source.shape == (12, 16, config.channels)
    np.testing.assert_array_equal(everything(source), expected(folder, config))
    np.testing.assert_array_equal(source.labels, [0] * 20 + [1] * 15)
    assert source.labels.dtype == np.int64
    assert len(names(directory)) == 1
    assert not source.trouble


def test_a_second_opening_decodes_nothing(folder, directory, decoded):
    open_cache(folder, CONFIG, directory)
    assert len(decoded) == 35
    np.testing.assert_array_equal(everything(open_cache(folder, CONFIG, directory)), expected(folder))
    assert len(decoded) == 35


def test_other_settings_or_other_pictures_have_another_file(folder, directory):
    for config in (
        CONFIG, PreprocessConfig(height=16, width=12), PreprocessConfig(height=12, width=16, color="grey"),
        PreprocessConfig(height=12, width=16, fit="pad"), PreprocessConfig(height=12, width=16, background="black"),
        PreprocessConfig(height=12, width=16, sixteen_bit="own range"),
    ):
        open_source(folder, config, directory)
    (folder.root / "cat" / "cat_0000.png").unlink()
    open_source(scan(folder.root), CONFIG, directory)
    assert len(names(directory)) == 7


def test_normalisation_and_decisions_need_no_other_file_and_decode_nothing_again(folder, directory, decoded):
    open_cache(folder, CONFIG, directory)
    first, other = folder.files[0].relative, folder.files[3].relative
    decisions = {first: Decision(excluded=True), other: Decision(class_name="dog")}
    curated = curate(folder, Curation(decisions))
    unit = PreprocessConfig(height=12, width=16, normalization="unit")
    source = open_source(curated, unit, directory)
    np.testing.assert_array_equal(everything(source), expected(curated))
    assert len(source) == 34
    assert source.labels.tolist() == [file.class_index for file in curated.files]
    assert source.labels.sum() == 16
    assert len(decoded) == 35
    assert len(names(directory)) == 1


@pytest.mark.parametrize(("damage", "again"), [
    (lambda data: data[:-1], 1), (lambda data: data + b"\0", 0), (lambda data: data[:100], 35), (lambda data: b"", 35),
    (lambda data: data[:ROWS + 900] + bytes([data[ROWS + 900] ^ 1]) + data[ROWS + 901:], 1),
    (lambda data: data[:HEADER_BYTES + 9] + bytes([data[HEADER_BYTES + 9] ^ 1]) + data[HEADER_BYTES + 10:], 1),
    (lambda data: b"[" + data[1:], 0), (lambda data: data.replace(b"35", b"34", 1), 0),
    (lambda data: data[:ROWS] + data[ROWS + 576:ROWS + 1152] + data[ROWS:ROWS + 576] + data[ROWS + 1152:], 2)])
def test_a_damaged_row_is_decoded_again_and_no_other(folder, directory, decoded, damage, again):
    open_cache(folder, CONFIG, directory)
    path = kept(directory)
    path.write_bytes(damage(path.read_bytes()))
    source = open_cache(folder, CONFIG, directory)
    np.testing.assert_array_equal(everything(source), expected(folder))
    assert len(decoded) == 35 + again
    np.testing.assert_array_equal(everything(open_cache(folder, CONFIG, directory)), expected(folder))
    assert len(decoded) == 35 + again


def test_a_file_cut_short_while_it_is_used_costs_decoding_and_nothing_else(folder, directory, decoded):
    source = open_cache(folder, CONFIG, directory)
    everything(source)
    os.truncate(kept(directory), ROWS + 20 * 576)
    np.testing.assert_array_equal(everything(source), expected(folder))
    assert len(decoded) == 35 + 15


def test_a_vanished_file_is_named_after_some_patience(folder, directory, monkeypatch):
    monkeypatch.setattr(patient_loading, "WAITS_S", (0.0, 0.0, 0.0))
    folder.files[7].path.unlink()
    with pytest.raises(ImageError, match="vanished since the folder was scanned") as caught:
        open_cache(folder, CONFIG, directory)
    assert caught.value.path == folder.files[7].path


def test_a_file_that_changed_since_the_scan_is_named_and_not_kept(folder, directory):
    folder.files[3].path.write_bytes(folder.files[4].path.read_bytes())
    source = open_source(folder, CONFIG, directory)
    with pytest.raises(ImageError, match="changed since the folder was scanned"):
        source.take(np.array([3]))
    assert source.missing(np.array([3])) == 1


@pytest.mark.parametrize(("failures", "attempts"), [(3, 4), (4, 4), (1, 2)])
def test_a_drive_that_fails_is_asked_three_times_more(folder, directory, monkeypatch, failures, attempts):
    calls: list[Path] = []

    def unreliable(path: Path, config: PreprocessConfig, **options):
        calls.append(path)
        if len(calls) <= failures:
            raise ImageError(path, "cannot be read: Input/output error") from OSError(errno.EIO, "Input/output error")
        return load(path, config, **options)

    monkeypatch.setattr(patient_loading, "WAITS_S", (0.0, 0.0, 0.0))
    monkeypatch.setattr(patient_loading, "load", unreliable)
    source = open_source(folder, CONFIG, directory)
    if failures < attempts:
        np.testing.assert_array_equal(source.take(np.array([2])), expected(folder)[2:3])
    else:
        with pytest.raises(ImageError, match="Input/output error"):
            source.take(np.array([2]))
    assert len(calls) == attempts


def test_a_damaged_picture_is_not_tried_again(folder, directory, monkeypatch):
    calls: list[Path] = []

    def damaged(path: Path, config: PreprocessConfig, **options):
        calls.append(path)
        raise ImageError(path, "truncated") from OSError("image file is truncated")

    monkeypatch.setattr(patient_loading, "load", damaged)
    with pytest.raises(ImageError, match="truncated"):
        open_source(folder, CONFIG, directory).take(np.array([2]))
    assert len(calls) == 1


def test_stopping_keeps_what_was_decoded(folder, directory):
    asked = iter(range(1000))
    with pytest.raises(JobCancelledError):
        open_cache(folder, CONFIG, directory, should_stop=lambda: next(asked) > 10)
    source = open_source(folder, CONFIG, directory)
    assert source.missing(np.arange(35)) < 35
    np.testing.assert_array_equal(everything(source), expected(folder))


def test_progress_counts_the_images_that_are_decoded(folder, directory):
    calls: list[tuple[int, int]] = []
    open_source(folder, CONFIG, directory).take(np.arange(5))
    open_cache(folder, CONFIG, directory, on_progress=lambda *call: calls.append(call))
    assert calls[-1] == (30, 30)
    del calls[:]
    open_cache(folder, CONFIG, directory, on_progress=lambda *call: calls.append(call))
    assert calls == []


def full_disk(monkeypatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(pixel_cache.shutil, "disk_usage", lambda path: usage(10**9, 10**9, 1000))


@pytest.mark.parametrize(("spoil", "limit", "reason"), [
    (lambda monkeypatch, _: full_disk(monkeypatch), None, "The disk is too full"),
    (lambda _, directory: directory.touch(), None, "Cannot keep decoded images in .*cache: "),
    (lambda *_: None, 1000, "at most 0.0 GB are kept")])
def test_where_nothing_can_be_kept_the_same_images_come_and_the_reason_is_said(
        folder, directory, decoded, monkeypatch, spoil, limit, reason):
    spoil(monkeypatch, directory)
    source = open_source(folder, CONFIG, directory, limit=limit)
    source.fill()
    assert decoded == []
    assert re.search(reason, source.trouble)
    for _ in range(2):
        with source.reading_ahead(np.arange(35)):
            np.testing.assert_array_equal(everything(source), expected(folder))
    assert len(decoded) == 70
    assert not directory.is_dir() or not list(directory.glob("*.pixels"))


def test_a_disk_that_fills_up_stops_the_keeping_only(folder, directory, decoded, monkeypatch):
    write, written = PixelFile._write_at, []

    def full(self, data, place):
        written.append(place)
        if len(written) > 20:
            write(self, data[:len(data) // 2], place)
            raise OSError(errno.ENOSPC, "No space left on device")
        write(self, data, place)

    source = open_source(folder, CONFIG, directory)
    monkeypatch.setattr(PixelFile, "_write_at", full)
    with source.reading_ahead(np.arange(35)):
        np.testing.assert_array_equal(everything(source), expected(folder))
    assert "can no longer be kept" in source.trouble
    assert "No space left on device" in source.trouble
    monkeypatch.setattr(PixelFile, "_write_at", write)
    again = open_source(folder, CONFIG, directory)
    assert 20 <= again.missing(np.arange(35)) < 35
    np.testing.assert_array_equal(everything(again), expected(folder))


def put(directory: Path, name: str, age_s: float, rows: int) -> Path:
    """Make a filled file that was used some time ago; a row is 1,000 bytes."""
    path = directory / name
    file = PixelFile(path, rows, (10, 100, 1))
    for row in range(rows):
        file.write(row, np.full((10, 100, 1), row, np.uint8))
    (directory / name.replace(".pixels", ".figures.json")).write_text("{}")
    os.utime(path, (time.time() - age_s,) * 2)
    return path


def test_what_was_used_longest_ago_goes_first_and_leftovers_too(folder, directory):
    directory.mkdir()
    put(directory, "old.pixels", 900, 60)
    put(directory, "young.pixels", 90, 60)
    for name, age_s in ((".a.json.x.part", 2 * 86400), (".b.json.x.part", 60), ("notes.txt", 9_999_999)):
        (directory / name).touch()
        os.utime(directory / name, (time.time() - age_s,) * 2)
    open_source(folder, CONFIG, directory, limit=110_000)
    others = {name for name in names(directory) if name != kept_name(folder, directory)}
    assert others == {".b.json.x.part", "notes.txt", "young.pixels", "young.figures.json"}


def kept_name(folder: ImageFolder, directory: Path) -> str:
    return pixel_cache.cache_key(folder, CONFIG) + pixel_cache.SUFFIX


def test_a_file_in_use_is_never_removed_and_a_released_one_is(folder, directory):
    source = open_cache(folder, CONFIG, directory)
    other = put(directory, "other.pixels", 9, 3)
    cleared = clear(directory)
    assert cleared.in_use == 1
    assert cleared.freed >= 3000
    assert not other.exists()
    assert [one.path.name for one in list_kept(directory)] == [kept_name(folder, directory)]
    source.close()
    assert clear(directory).in_use == 0
    assert list_kept(directory) == ()


def test_the_size_told_is_what_is_filled_and_not_what_is_claimed(folder, directory):
    big = PreprocessConfig(height=256, width=256)
    source = open_source(folder, big, directory)
    source.take(np.arange(3))
    (only,) = list_kept(directory)
    assert only.path.stat().st_size == file_size(35, (256, 256, 3)) > 6_000_000
    assert 3 * 256 * 256 * 3 <= only.size < 1_000_000


def test_the_place_of_the_cache_need_not_exist(tmp_path):
    assert list_kept(tmp_path / "nowhere") == ()
    assert clear(tmp_path / "nowhere") == pixel_cache.Cleared(0, 0)
