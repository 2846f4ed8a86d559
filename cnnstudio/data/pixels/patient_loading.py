"""Loads an image of a scanned folder: patiently from a slow drive, and only while it is the one that was scanned."""

import os
import time

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFile
from cnnstudio.data.loading import load
from cnnstudio.data.long_paths import extended
from cnnstudio.errors import ImageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

WAITS_S = (0.05, 0.2, 0.8)
"""How long to wait before each further attempt when a drive fails."""


def load_scanned(file: ImageFile, preprocess: PreprocessConfig, *, is_patient: bool = True) -> NDArray[np.uint8]:
    """Return the network's input pixels (h, w, C) of a file; a drive that fails is asked three more times.

    Parameters
    ----------
    is_patient : false asks once only, when it is known that the drive does not answer

    Raises
    ------
    ImageError
        Naming the file: it has vanished, has changed since the scan, or cannot be read or decoded.
    """
    for wait_s in WAITS_S if is_patient else ():
        try:
            return _load(file, preprocess)
        except ImageError as error:
            if not _may_pass(error):
                raise
        time.sleep(wait_s)
    return _load(file, preprocess)


def _load(file: ImageFile, preprocess: PreprocessConfig) -> NDArray[np.uint8]:
    _refuse_changed(file)
    return load(file.path, preprocess, readable_part=file.readable_part).input_pixels


def _may_pass(error: ImageError) -> bool:
    """Whether the operating system failed, not the picture: Pillow's own errors have no number."""
    return isinstance(error.__cause__, OSError) and error.__cause__.errno is not None


def _refuse_changed(file: ImageFile) -> None:
    """Refuse a file that is no longer what was scanned: its pixels would be kept under a wrong name."""
    try:
        status = os.stat(extended(str(file.path)))  # noqa: PTH116 - `Path.stat` takes twice as long
    except FileNotFoundError as error:
        raise ImageError(file.path, translate(
            "data", "it has vanished since the folder was scanned; scan the folder again")) from error
    except OSError as error:
        raise ImageError(file.path, translate(
            "data", "it can no longer be read: {reason}", reason=os_reason(error))) from error
    if file.modified_ns and (status.st_size, status.st_mtime_ns) != (file.size, file.modified_ns):
        raise ImageError(file.path, translate(
            "data", "it has changed since the folder was scanned; scan the folder again"))
