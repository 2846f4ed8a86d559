"""What batches read pixels from: an array in memory, or a folder whose decoded images are kept while they are used."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
from cnnstudio.data.pixels.away import away
from cnnstudio.data.pixels.cache import figures_file, open_file
from cnnstudio.data.pixels.file import PixelFile
from cnnstudio.data.pixels.patient_loading import load_scanned
from cnnstudio.data.pixels.read_ahead import ReadAhead
from cnnstudio.data.thread_pool import ProgressCallback, in_order, never_stop
from cnnstudio.errors import ImageError, StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

Indices = NDArray[np.int64]
Pixels = NDArray[np.uint8]


class PixelSource(Protocol):
    """The network's input pixels of N images, by number."""

    @property
    def shape(self) -> tuple[int, int, int]:
        """(H, W, C) of each image."""

    @property
    def labels(self) -> Indices:
        """(N,) class indices."""

    def take(self, indices: Indices) -> Pixels:
        """Return the images with these numbers, (n, H, W, C) uint8 and the caller's own."""

    def reading_ahead(self, order: Indices) -> AbstractContextManager[None]:
        """Inside the block images are made ready in this order; taking others is allowed, only slower."""


@dataclass(frozen=True, slots=True, eq=False)
class ArraySource:
    """Images that are in memory.

    Attributes
    ----------
    pixels : (N, H, W, C) uint8
    labels : (N,) int64 class indices
    """

    pixels: Pixels
    labels: Indices

    @property
    def shape(self) -> tuple[int, int, int]:
        """(H, W, C) of each image."""
        _, height, width, channels = self.pixels.shape
        return height, width, channels

    def take(self, indices: Indices) -> Pixels:
        """Return copies of these images."""
        return self.pixels.take(indices, axis=0)

    def reading_ahead(self, order: Indices) -> AbstractContextManager[None]:  # noqa: ARG002 - all are ready
        """Do nothing."""
        return contextlib.nullcontext()


class FolderSource:
    """The images of a folder: read from the pixel cache where they are kept, else decoded, and kept from then on.

    Whether an image was kept, damaged on the disk, or cannot be kept at all changes nothing in its pixels. It may be
    used from several threads; one of them at a time reads ahead. `close` it, so that its file may be removed.

    Parameters
    ----------
    folder : perhaps curated; images count as in ``folder.files``, rows of the file as in ``folder.origin``
    file : where decoded images are kept; None keeps none
    trouble : why none are kept

    Attributes
    ----------
    trouble : a sentence that says why decoded images are not (any longer) kept; empty while they are
    figures : the file that may keep figures about these images; None when nothing is kept
    """

    def __init__(self, folder: ImageFolder, preprocess: PreprocessConfig, file: PixelFile | None,
                 trouble: str = "") -> None:
        self.shape = (preprocess.height, preprocess.width, preprocess.channels)
        self.labels: Indices = np.fromiter((one.class_index for one in folder.files), np.int64, len(folder.files))
        self.trouble = trouble
        self.figures: Path | None = figures_file(file.path) if file is not None else None
        self._preprocess = preprocess
        self._files, self._root, self._is_away = folder.files, folder.root, False
        self._rows: Indices = np.fromiter((one.row for one in folder.files), np.int64, len(folder.files))
        self._places: Indices = np.zeros(self._rows.max(initial=0) + 1, np.int64)  # a tenth of a dictionary of numbers
        self._places[self._rows] = np.arange(len(self._rows))
        self._file = file
        self._ahead: ReadAhead | None = None

    def __len__(self) -> int:
        """Return how many images there are."""
        return len(self._rows)

    def names(self, indices: Iterable[int]) -> list[str]:
        """Return where the images with these numbers are below the folder."""
        return [self._files[index].relative for index in indices]

    def rows(self, indices: Indices) -> Indices:
        """Return the numbers these images have in the scan, which no curation changes."""
        return self._rows[indices]

    def take(self, indices: Indices) -> Pixels:
        """Return the images with these numbers, (n, H, W, C) uint8.

        Raises
        ------
        ImageError
            Naming a file that has vanished, has changed since the scan, or cannot be read.
        ImagesAwayError
            When the folder of a file cannot be reached, such as that of a drive which was unplugged.
        """
        result = np.empty((len(indices), *self.shape), np.uint8)
        rows, file, ahead = self._rows[indices].tolist(), self._file, self._ahead
        missing: Iterable[int] = range(len(rows))
        if file is not None and ahead is None:
            missing = file.read_many(rows, result)
        for place in missing:
            ready = ahead.take(rows[place]) if ahead is not None else None
            result[place] = self._load(rows[place]) if ready is None else ready
        return result

    @contextlib.contextmanager
    def reading_ahead(self, order: Indices) -> Iterator[None]:
        """Decode what is not kept in this order, in threads, a bounded number ahead of `take`."""
        rows = self._not_kept(order)
        if not rows or self._ahead is not None:
            yield
            return
        with closing(ReadAhead(self._load, rows, int(np.prod(self.shape)))) as ahead:
            self._ahead = ahead
            try:
                yield
            finally:
                self._ahead = None

    def fill(self, indices: Indices | None = None, *, should_stop: Callable[[], bool] = never_stop,
             on_progress: ProgressCallback | None = None) -> None:
        """Decode and keep what is not kept yet, of these images or of all; nothing when nothing can be kept.

        Raises
        ------
        ImageError
            As `take`.
        JobCancelledError
            ``should_stop`` said so; what was decoded until then is kept.
        """
        if self._file is None:
            return
        rows = self._not_kept(np.arange(len(self)) if indices is None else indices)
        results = in_order(self._keep, rows, should_stop=should_stop, on_progress=on_progress)
        with closing(results):
            for _ in results:
                if self.trouble:
                    return

    def missing(self, indices: Indices) -> int:
        """Return how many of these images are not kept yet."""
        return len(self._not_kept(indices))

    def close(self) -> None:
        """Let go of the file; images can still be taken, but are decoded each time."""
        file, self._file = self._file, None
        if file is not None:
            file.release()

    def _not_kept(self, indices: Indices) -> list[int]:
        """Return the rows of these images that are not in the file, each once, in order."""
        rows = self._rows[indices]
        if self._file is not None:
            rows = rows[~self._file.written()[rows]]
        return list(dict.fromkeys(rows.tolist()))

    def _keep(self, row: int) -> None:
        """Load an image and let go of it at once: its memory serves the next one."""
        self._load(row)

    def _load(self, row: int) -> Pixels:
        """Return one image, kept (another program may have done that meanwhile) or decoded."""
        pixels = np.empty(self.shape, np.uint8)
        file = self._file
        return pixels if file is not None and file.read(row, pixels) else self._decode(row)

    def _decode(self, row: int) -> Pixels:
        pixels = self._load_scanned(self._files[self._places[row]])
        file = self._file
        if file is not None and not self.trouble:
            try:
                file.write(row, pixels)
            except OSError as error:
                self.trouble = _no_longer_kept(file.path, error)
        return pixels

    def _load_scanned(self, scanned: ImageFile) -> Pixels:
        """Load an image; once the folder is away, further images fail at once, so that nothing waits for each."""
        try:
            pixels = load_scanned(scanned, self._preprocess, is_patient=not self._is_away)
        except ImageError as error:
            gone = away(error, self._root, self._files_to_read)
            self._is_away = gone is not None
            raise (gone or error) from error.__cause__
        self._is_away = False
        return pixels

    def _files_to_read(self) -> list[ImageFile]:
        """Return the files whose pixels are not kept."""
        return [self._files[self._places[row]] for row in self._not_kept(np.arange(len(self)))]


def open_source(folder: ImageFolder, preprocess: PreprocessConfig, directory: Path, *,
                limit: int | None = None) -> FolderSource:
    """Open the images of a folder; decodes nothing yet.

    When decoded images cannot be kept in ``directory`` (the limit, a full disk, no permission), the same images come
    out, decoded each time they are wanted; `FolderSource.trouble` then says why.

    Parameters
    ----------
    limit : bytes all kept images together may have; as the user set it unless given
    """
    try:
        return FolderSource(folder, preprocess, open_file(folder, preprocess, directory, limit))
    except StorageError as error:
        return FolderSource(folder, preprocess, None, translate(
            "data", "{reason} They are decoded again in each epoch, which is slower.", reason=error))


def _no_longer_kept(path: Path, error: OSError) -> str:
    return translate(
        "data", "Decoded images can no longer be kept in {parent}: {reason}. The training goes on; what is missing is "
        "decoded again in each epoch.", parent=path.parent, reason=os_reason(error))
