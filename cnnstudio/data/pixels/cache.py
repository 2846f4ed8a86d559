"""The folder that keeps decoded images: which file belongs to which images, how much is kept, what goes first."""

import contextlib
import hashlib
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.pixels.cache_limit import cache_limit
from cnnstudio.data.pixels.file import FORMAT_VERSION, PixelFile, file_size, remove_unused
from cnnstudio.data.thread_pool import ProgressCallback, never_stop
from cnnstudio.errors import StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from cnnstudio.data.pixels.source import FolderSource

SUFFIX = ".pixels"
FIGURES_SUFFIX = ".figures.json"
"""Beside each file of pixels: means and deviations that were worked out from it."""

_SPARE_BYTES = 100_000_000
"""Left free on the disk, for the run that is being trained."""
_STALE_S = 24 * 3600


@dataclass(frozen=True, slots=True)
class KeptImages:
    """One file of the pixel cache: its place, its bytes on the disk and when it was used last (s since 1970)."""

    path: Path
    size: int
    used_s: float


@dataclass(frozen=True, slots=True)
class Cleared:
    """What clearing the cache did: the bytes freed, and how many files stay because a running program uses them."""

    freed: int
    in_use: int


def open_cache(
    folder: ImageFolder, config: PreprocessConfig, directory: Path, *,
    should_stop: Callable[[], bool] = never_stop, on_progress: ProgressCallback | None = None,
) -> "FolderSource":
    """Open the images of ``folder`` prepared by ``config`` and decode those that are not kept yet.

    What cannot be kept (see `cnnstudio.data.pixels.source.FolderSource.trouble`) is decoded when it is wanted.

    Parameters
    ----------
    directory : where decoded images are kept; made when absent
    on_progress : called with (done, total) images while decoding; not at all when all were there

    Raises
    ------
    ImageError
        When a file has vanished or changed since the scan.
    JobCancelledError
        ``should_stop`` said so.
    """
    from cnnstudio.data.pixels.source import open_source

    source = open_source(folder, config, directory)
    source.fill(should_stop=should_stop, on_progress=on_progress)
    return source


def cache_key(folder: ImageFolder, config: PreprocessConfig) -> str:
    """Return what names the decoded images: the scan's content and what changes pixels, the decoders too."""
    import cv2

    settings = sorted(config.model_dump(exclude={"normalization"}).items())
    parts = (FORMAT_VERSION, PIL.__version__, cv2.__version__, folder.origin.fingerprint, settings)
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def open_file(folder: ImageFolder, config: PreprocessConfig, directory: Path, limit: int | None = None) -> PixelFile:
    """Open or make the file for the images of a scan, after making room for it.

    Parameters
    ----------
    limit : bytes that all files together may have; `cache_limit` unless given

    Raises
    ------
    StorageError
        Saying why decoded images cannot be kept: the limit, a full disk, no permission.
    """
    rows, shape = len(folder.origin.files), (config.height, config.width, config.channels)
    path, needed = directory / (cache_key(folder, config) + SUFFIX), file_size(rows, shape)
    limit = cache_limit() if limit is None else limit
    if needed > limit:
        raise StorageError(translate(
            "data", "Decoded, the images need {needed:.1f} GB, and at most {limit:.1f} GB are kept (cnnstudio cache "
            "--limit).", needed=needed / 1e9, limit=limit / 1e9))
    try:
        directory.mkdir(parents=True, exist_ok=True)
        make_room(directory, limit - needed, keep=path)
        _refuse_full_disk(path, needed)
        file = PixelFile(path, rows, shape)
        path.touch()
    except OSError as error:
        raise StorageError(translate(
            "data", "Cannot keep decoded images in {directory}: {reason}.", directory=directory,
            reason=os_reason(error))) from error
    return file


def _refuse_full_disk(path: Path, needed: int) -> None:
    free = shutil.disk_usage(path.parent).free
    missing = needed - (_kept(path).size if path.exists() else 0)
    if free < missing + _SPARE_BYTES:
        raise StorageError(translate(
            "data", "The disk is too full: decoded images need {missing:,.0f} MB in {parent}, but only {free:,.0f} MB "
            "are free.", missing=missing / 1e6, parent=path.parent, free=free / 1e6))


def list_kept(directory: Path) -> tuple[KeptImages, ...]:
    """Return the files of the cache, the one used longest ago first; none when there is no such folder."""
    return tuple(sorted(_all_kept(directory), key=lambda kept: (kept.used_s, kept.path.name)))


def _all_kept(directory: Path) -> Iterator[KeptImages]:
    for path in directory.glob(f"*{SUFFIX}"):
        with contextlib.suppress(OSError):  # another program may have removed it meanwhile
            yield _kept(path)


def _kept(path: Path) -> KeptImages:
    """Return what a file takes: the blocks that are filled, where the system tells, for its length is claimed first."""
    status = path.stat()
    blocks = getattr(status, "st_blocks", None)
    return KeptImages(path, status.st_size if blocks is None else 512 * blocks, status.st_mtime)


def make_room(directory: Path, limit: int, *, keep: Path | None = None) -> Cleared:
    """Remove files, the one used longest ago first, until the others than ``keep`` have at most ``limit`` bytes.

    Files that a running program uses stay.
    """
    _remove_leftovers(directory)
    others = [kept for kept in list_kept(directory) if kept.path != keep]
    room = limit
    too_much = []
    for kept in reversed(others):
        room -= kept.size
        if room < 0:
            too_much.append(kept)
    return _remove(reversed(too_much))


def clear(directory: Path) -> Cleared:
    """Remove all decoded images that no running program uses.

    Raises
    ------
    StorageError
        When the folder cannot be changed.
    """
    try:
        return _remove(list_kept(directory))
    except OSError as error:
        raise StorageError(translate(
            "data", "Cannot clear {directory}: {reason}.", directory=directory,
            reason=os_reason(error))) from error


def _remove(files: Iterable[KeptImages]) -> Cleared:
    freed = in_use = 0
    for kept in files:
        if remove_unused(kept.path):
            freed += kept.size
            figures_file(kept.path).unlink(missing_ok=True)
        else:
            in_use += 1
    return Cleared(freed, in_use)


def figures_file(pixels: Path) -> Path:
    """Return the file that keeps figures worked out from a file of pixels."""
    return pixels.with_name(pixels.name.removesuffix(SUFFIX) + FIGURES_SUFFIX)


def _remove_leftovers(directory: Path) -> None:
    """Remove what killed programs left when they were about to put a file in place."""
    for leftover in directory.glob(".*.part"):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _STALE_S:
                leftover.unlink()
