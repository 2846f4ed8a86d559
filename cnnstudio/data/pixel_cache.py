"""Decoded and resized pixels of a whole folder in one memory-mapped file, made once and checked when opened."""

import contextlib
import hashlib
import shutil
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.decode import decode
from cnnstudio.data.image_folder import ImageFile, ImageFolder
from cnnstudio.data.preprocess import to_input_pixels
from cnnstudio.data.thread_pool import ProgressCallback, in_order, never_stop, stop_if_asked
from cnnstudio.errors import ImageError, StorageError
from cnnstudio.storage import atomic_file, dump_json, parse_json

FORMAT_VERSION = 1
"""Raised when decoding or preprocessing changes what pixels come out, so that older caches are made again."""

SUFFIX = ".pixels"
HEADER_BYTES = 4096
"""JSON filled up with spaces; the pixels begin on a page of memory."""

KEPT_BYTES = 8_000_000_000
"""Caches used longest ago are removed when all together are larger than this."""

_STALE_S = 24 * 3600
_CHUNK_BYTES = 1 << 22


@dataclass(frozen=True, slots=True, eq=False)
class PixelCache:
    """All images of a folder as the network's input pixels.

    Attributes
    ----------
    pixels : (N, H, W, C) uint8, read only, in the order of `ImageFolder.files`
    labels : (N,) int64, class indices
    path : the file that is mapped; it is released together with ``pixels``
    """

    pixels: "np.memmap[Any, np.dtype[np.uint8]]"
    labels: NDArray[np.int64]
    path: Path


def open_cache(
    folder: ImageFolder, config: PreprocessConfig, directory: Path, *,
    should_stop: Callable[[], bool] = never_stop, on_progress: ProgressCallback | None = None,
) -> PixelCache:
    """Open the pixels of ``folder`` prepared by ``config``; decode them first when there is no sound cache of them.

    The file is written beside its place and renamed when it is complete, so that neither a kill nor a second program
    at the same work leaves half a cache. Its checksum is compared when it is opened; a damaged one is made again.

    Parameters
    ----------
    directory : where caches lie; made when absent
    on_progress : called with (done, total) images while decoding; not at all when the cache was there

    Raises
    ------
    ImageError
        When a file has vanished or changed since the scan.
    StorageError
        When the cache cannot be written, such as on a full disk.
    JobCancelledError
        ``should_stop`` said so.
    """
    path = directory / (_key(folder, config) + SUFFIX)
    shape = (len(folder.files), config.height, config.width, config.channels)
    if not _is_sound(path, shape, should_stop):
        _make_room(directory, path, int(np.prod(shape)))
        _build(folder, config, path, should_stop, on_progress)
    with contextlib.suppress(OSError):
        path.touch()
    try:
        pixels = np.memmap(path, np.uint8, "r", HEADER_BYTES, shape)
    except (OSError, ValueError) as error:
        raise StorageError(f"Cannot open the pixel cache {path}: {error}. Try again.") from error
    labels = np.array([file.class_index for file in folder.files], dtype=np.int64)
    return PixelCache(pixels, labels, path)


def _key(folder: ImageFolder, config: PreprocessConfig) -> str:
    """Return what names the cache: the folder's content and the settings that change pixels."""
    parts = (FORMAT_VERSION, folder.fingerprint, config.height, config.width, config.color, config.fit)
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def _is_sound(path: Path, shape: tuple[int, ...], should_stop: Callable[[], bool]) -> bool:
    """Whether a complete, undamaged cache of this shape lies at ``path``."""
    try:
        with path.open("rb") as file:
            header = parse_json(file.read(HEADER_BYTES), str(path))
            if header.get("shape") != list(shape):
                return False
            size, checksum = 0, 0
            while part := file.read(_CHUNK_BYTES):
                stop_if_asked(should_stop)
                size, checksum = size + len(part), zlib.crc32(part, checksum)
    except (OSError, StorageError, AttributeError):
        return False
    return size == int(np.prod(shape)) and checksum == header.get("crc32")


def _build(
    folder: ImageFolder, config: PreprocessConfig, path: Path, should_stop: Callable[[], bool],
    on_progress: ProgressCallback | None,
) -> None:
    def prepare(file: ImageFile) -> NDArray[np.uint8]:
        return to_input_pixels(_decode_unchanged(file), config)

    images = in_order(prepare, folder.files, should_stop=should_stop, on_progress=on_progress)
    with atomic_file(path) as file, closing(images):
        file.write(b" " * HEADER_BYTES)
        checksum = _write_all(file, images)
        shape = [len(folder.files), config.height, config.width, config.channels]
        header = {"schema_version": FORMAT_VERSION, "shape": shape, "crc32": checksum}
        file.seek(0)
        file.write(dump_json(header).encode().ljust(HEADER_BYTES))


def _decode_unchanged(file: ImageFile) -> NDArray[np.uint8]:
    """Decode a file, if it is still the one that was scanned: else the cache would be kept under a wrong name."""
    try:
        status = file.path.stat()
    except FileNotFoundError as error:
        raise ImageError(file.path, "it has vanished since the folder was scanned; scan the folder again") from error
    except OSError as error:
        raise ImageError(file.path, f"it can no longer be read: {error.strerror or error}") from error
    if file.modified_ns and (status.st_size, status.st_mtime_ns) != (file.size, file.modified_ns):
        raise ImageError(file.path, "it has changed since the folder was scanned; scan the folder again")
    return decode(file.path).pixels


def _write_all(file: BinaryIO, images: Iterator[NDArray[np.uint8]]) -> int:
    """Write one image after the other and return the checksum over all."""
    checksum = 0
    for pixels in images:
        file.write(pixels.data)
        checksum = zlib.crc32(pixels.data, checksum)
    return checksum


def _make_room(directory: Path, path: Path, needed: int) -> None:
    """Remove what is stale or too much, and refuse early when the disk cannot hold the new cache.

    Raises
    ------
    StorageError
        When the disk is too full or the directory cannot be made.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        _remove_old(directory, path, needed)
        free = shutil.disk_usage(directory).free
    except OSError as error:
        raise StorageError(f"Cannot keep decoded images in {directory}: {error.strerror or error}.") from error
    if free < needed + HEADER_BYTES:
        raise StorageError(
            f"The disk is too full: decoded images need {needed / 1e6:,.0f} MB in {directory}, but only "
            f"{free / 1e6:,.0f} MB are free. Make room, or choose a smaller image size.")


def _remove_old(directory: Path, keep: Path, needed: int) -> None:
    """Remove leftovers of killed programs, and the caches used longest ago; one in use by Windows stays."""
    for leftover in directory.glob(f".*{SUFFIX}.*.part"):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _STALE_S:
                leftover.unlink()
    room = KEPT_BYTES - needed
    for _, size, cache in sorted(_other_caches(directory, keep), reverse=True):
        room -= size
        if room < 0:
            with contextlib.suppress(OSError):
                cache.unlink()


def _other_caches(directory: Path, keep: Path) -> Iterator[tuple[float, int, Path]]:
    """Yield time of last use, size and path; a cache that another program removes meanwhile is left out."""
    for cache in directory.glob(f"*{SUFFIX}"):
        with contextlib.suppress(OSError):
            if cache != keep:
                status = cache.stat()
                yield status.st_mtime, status.st_size, cache
