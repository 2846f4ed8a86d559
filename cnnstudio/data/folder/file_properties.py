"""Figures of image files that say nothing of what is shown, and some that say little of it, as columns."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.decoding.decode import decode
from cnnstudio.data.decoding.file_header import FileHeader, read_header
from cnnstudio.data.folder.measures import measure
from cnnstudio.data.thread_pool import ProgressCallback, in_order, never_stop
from cnnstudio.errors import ImageError

Numbers = NDArray[np.float64]

_SIDE_PX = 160
_RIM = 0.06


@dataclass(frozen=True, slots=True)
class PropertyInfo:
    """A row of `PROPERTIES`.

    Attributes
    ----------
    name : a stable key, as in ``AuditCase.properties``
    title : a phrase for the user, ``"file size"``
    is_of_file : whether it belongs to how the file was made, and not to what it shows
    """

    name: str
    title: str
    is_of_file: bool


PROPERTIES: tuple[PropertyInfo, ...] = (
    PropertyInfo("jpeg_quality", "JPEG quality", is_of_file=True),
    PropertyInfo("width", "picture width", is_of_file=True),
    PropertyInfo("height", "picture height", is_of_file=True),
    PropertyInfo("aspect", "proportions of the picture", is_of_file=True),
    PropertyInfo("kind", "kind of file", is_of_file=True),
    PropertyInfo("exif", "the EXIF block of a camera", is_of_file=True),
    PropertyInfo("camera", "camera model", is_of_file=True),
    PropertyInfo("compression", "file size for the detail shown", is_of_file=True),
    PropertyInfo("grey", "grey or in colour", is_of_file=True),
    PropertyInfo("bytes", "file size", is_of_file=False),
    PropertyInfo("bytes_a_pixel", "bytes a pixel", is_of_file=False),
    PropertyInfo("brightness", "brightness", is_of_file=False),
    PropertyInfo("contrast", "contrast", is_of_file=False),
    PropertyInfo("sharpness", "sharpness", is_of_file=False),
    PropertyInfo("redness", "tint between green and red", is_of_file=False),
    PropertyInfo("yellowness", "tint between blue and yellow", is_of_file=False),
    PropertyInfo("rim_brightness", "brightness of the rim", is_of_file=False),
    PropertyInfo("rim_contrast", "evenness of the rim", is_of_file=False),
)
"""All properties. How many bytes a picture takes depends on what it shows: a clear sky takes few. Only what is left
when the detail is accounted for, ``compression``, is the file's own."""

_NAMES = ("bytes", "bytes_a_pixel", "width", "height", "aspect", "jpeg_quality", "exif", "brightness", "contrast",
          "sharpness", "grey", "redness", "yellowness", "rim_brightness", "rim_contrast", "detail")


def file_properties(files: Sequence[Path], *, should_stop: Callable[[], bool] = never_stop,
                    on_progress: ProgressCallback | None = None) -> dict[str, Numbers]:
    """Return each of `PROPERTIES` of N files, (N,) each, NaN where a file does not tell; in threads.

    JPEGs are decoded at reduced size: about 2 ms a file.

    Raises
    ------
    JobCancelledError
        ``should_stop`` said so.
    """
    with closing(in_order(_read, files, should_stop=should_stop, on_progress=on_progress)) as results:
        read = list(results)
    table = np.array([one.figures for one in read], np.float64).reshape(-1, len(_NAMES))
    columns = dict(zip(_NAMES, table.T, strict=True))
    columns["kind"] = _codes([one.kind for one in read])
    columns["camera"] = _codes([one.camera for one in read])
    columns["compression"] = _unexplained(columns)
    return {info.name: columns[info.name] for info in PROPERTIES}


@dataclass(frozen=True, slots=True)
class _Read:
    kind: str
    camera: str
    figures: tuple[float, ...]
    """In the order of `_NAMES`."""


_UNREADABLE = _Read("", "", (np.nan,) * len(_NAMES))


def _read(path: Path) -> _Read:
    try:
        header = read_header(path)
        image = decode(path, at_least=(_SIDE_PX, _SIDE_PX))
        size = path.stat().st_size
    except (ImageError, OSError):
        return _UNREADABLE
    figures = _file_figures(header, size, image.source_w, image.source_h) | _scene_figures(image.pixels)
    return _Read(header.kind, header.camera, tuple(figures[name] for name in _NAMES))


def _file_figures(header: FileHeader, size: int, width: int, height: int) -> dict[str, float]:
    return {"bytes": size, "bytes_a_pixel": size / (width * height), "width": width, "height": height,
            "aspect": width / height, "jpeg_quality": header.jpeg_quality if header.jpeg_quality > 0 else np.nan,
            "exif": header.has_exif}


def _scene_figures(pixels: NDArray[np.uint8]) -> dict[str, float]:
    figures = measure(pixels)
    height, width = pixels.shape[:2]
    factor = min(1.0, _SIDE_PX / min(height, width))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA) if factor < 1 else pixels, np.uint8)
    lab = np.asarray(cv2.cvtColor(np.float32(1 / 255) * small, cv2.COLOR_RGB2LAB), np.float32)
    rim = _rim(lab)
    return {"brightness": figures.brightness, "contrast": figures.contrast, "sharpness": figures.sharpness,
            "grey": figures.is_grey, "redness": float(lab[..., 1].mean()), "yellowness": float(lab[..., 2].mean()),
            "rim_brightness": float(rim.mean()), "rim_contrast": float(rim.std()), "detail": _detail(small)}


def _rim(lab: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the lightness of the outermost pixels, (n,), 0 to 100."""
    height, width = lab.shape[:2]
    wide = max(1, round(_RIM * min(height, width)))
    mask = np.ones((height, width), bool)
    mask[wide:-wide, wide:-wide] = False
    return lab[..., 0][mask]


def _detail(pixels: NDArray[np.uint8]) -> float:
    """Return the bytes a pixel takes as PNG, which keeps everything: how much there is to keep."""
    _, data = cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    return float(data.size / (pixels.shape[0] * pixels.shape[1]))


def _codes(names: Sequence[str]) -> Numbers:
    """Return a number for each name; NaN for an empty one."""
    order = {name: float(place) for place, name in enumerate(sorted(set(names)))}
    return np.array([order[name] if name else np.nan for name in names], np.float64)


def _unexplained(columns: Mapping[str, Numbers]) -> Numbers:
    """Return the logarithm of the bytes less what the pixels and their detail explain, by least squares."""
    known = np.isfinite(columns["bytes"]) & (columns["bytes"] > 0)
    result = np.full(len(known), np.nan)
    if known.sum() < 3:
        return result
    logs = [np.log(columns[name][known]) for name in ("detail", "width", "height")]
    matrix = np.column_stack([np.ones(int(known.sum())), *logs, np.log(np.maximum(columns["sharpness"][known], 1))])
    size = np.log(columns["bytes"][known])
    weights, *_ = np.linalg.lstsq(matrix, size, rcond=None)
    result[known] = size - matrix @ weights
    return result
