"""Writes an explanation as files, under names that suit every file system."""

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.explain.explanation import SavedExplanation as ExplanationFiles
from cnnstudio.explain.heatmap import COLOR_MAPS, overlay, resize
from cnnstudio.workspace.explanation_job import ExplanationReady

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["DEFAULT_OPACITY", "ExplanationFiles", "enlarged", "file_stem", "save_explanation", "unique_stem"]

DEFAULT_OPACITY = 0.5
_STEM_LIMIT = 80
_WINDOWS_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def save_explanation(ready: ExplanationReady, directory: Path, stem: str, *, opacity: float = DEFAULT_OPACITY,
                     color_map: str = COLOR_MAPS[0]) -> ExplanationFiles:
    """Write overlay, legend, raw map and what is known of them; see `cnnstudio.explain.explanation.Explanation.save`.

    Raises
    ------
    StorageError
        When a file cannot be written; each file is whole or not there.
    """
    return ready.explanation.save(directory, stem, opacity=opacity, color_map=color_map)


def enlarged(ready: ExplanationReady, side_px: int) -> "tuple[NDArray[np.uint8], NDArray[np.uint8]]":
    """Return image and overlay (h, w, 3), whole times larger until the shorter side has ``side_px`` or more.

    Pixels of the image stay sharp squares; the heatmap is interpolated.
    """
    height, width = ready.pixels.shape[:2]
    times = max(1, -(-side_px // min(height, width)))
    pixels = ready.pixels.repeat(times, axis=0).repeat(times, axis=1)
    values = resize(ready.explanation.heatmap.values, height * times, width * times)
    return pixels, overlay(pixels, values, opacity=DEFAULT_OPACITY)


def file_stem(*parts: str) -> str:
    """Return a name from words of users that every file system takes, such as ``"cat_0001.dog"``."""
    cleaned = [re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", part)).strip("-. ") for part in parts]
    stem = ".".join(part for part in cleaned if part)[:_STEM_LIMIT].strip("-. ") or "image"
    return f"_{stem}" if _WINDOWS_DEVICES.match(stem) else stem


def unique_stem(stem: str, taken: set[str]) -> str:
    """Return ``stem``, with a number behind it when it is taken already, and take it."""
    result, number = stem, 2
    while result.casefold() in taken:
        result, number = f"{stem}-{number}", number + 1
    taken.add(result.casefold())
    return result
