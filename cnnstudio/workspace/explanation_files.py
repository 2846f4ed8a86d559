"""Writes an explanation as files: the overlay, its legend and the raw map."""

import io
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from cnnstudio.explain.heatmap import COLOR_MAPS, legend, overlay, resize
from cnnstudio.storage import write_bytes
from cnnstudio.workspace.explanation_job import ExplanationReady

if TYPE_CHECKING:
    from numpy.typing import NDArray

DEFAULT_OPACITY = 0.5
_STEM_LIMIT = 80
_WINDOWS_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ExplanationFiles:
    """Where the parts of one explanation were written."""

    overlay: Path
    """PNG as large as the image."""
    legend: Path
    """PNG of the colour scale with its numbers."""
    raw: Path
    """(h, w) float32 in the layer's own cells, signed; NumPy's .npy."""


def save_explanation(ready: ExplanationReady, directory: Path, stem: str, *, opacity: float = DEFAULT_OPACITY,
                     color_map: str = COLOR_MAPS[0]) -> ExplanationFiles:
    """Write the three files as ``<stem>.overlay.png``, ``<stem>.legend.png`` and ``<stem>.raw.npy``.

    Raises
    ------
    StorageError
        When a file cannot be written; each file is whole or not there.
    """
    heatmap = ready.explanation.heatmap
    files = ExplanationFiles(*(directory / f"{stem}.{end}" for end in ("overlay.png", "legend.png", "raw.npy")))
    blended = overlay(ready.pixels, heatmap.values, opacity=opacity, color_map=color_map)
    hatched = bool(np.isnan(heatmap.values).any())
    write_bytes(files.overlay, png_bytes(blended))
    write_bytes(files.legend, png_bytes(legend(color_map, heatmap.peak, weak=heatmap.weak, hatched=hatched)))
    write_bytes(files.raw, npy_bytes(heatmap.raw))
    return files


def enlarged(ready: ExplanationReady, side_px: int) -> "tuple[NDArray[np.uint8], NDArray[np.uint8]]":
    """Return image and overlay (h, w, 3), whole times larger until the shorter side has ``side_px`` or more.

    Pixels of the image stay sharp squares; the heatmap is interpolated.
    """
    height, width = ready.pixels.shape[:2]
    times = max(1, -(-side_px // min(height, width)))
    pixels = ready.pixels.repeat(times, axis=0).repeat(times, axis=1)
    values = resize(ready.explanation.heatmap.values, height * times, width * times)
    return pixels, overlay(pixels, values, opacity=DEFAULT_OPACITY)


def png_bytes(pixels: "NDArray[np.uint8]") -> bytes:
    """Encode (H, W, 3) RGB or (H, W) grey pixels as PNG."""
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    return stream.getvalue()


def npy_bytes(values: "NDArray[np.float32]") -> bytes:
    """Encode numbers in NumPy's file format, without pickle."""
    stream = io.BytesIO()
    np.save(stream, values, allow_pickle=False)
    return stream.getvalue()


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
