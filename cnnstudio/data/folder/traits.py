"""What tells how a picture was made, whatever it shows: taken once when a file is checked, kept in 64 bytes."""

import zlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.decoding.file_header import FileHeader, read_header
from cnnstudio.data.folder.measures import NO_TRAITS, OUTLINE_VALUES, shrunk
from cnnstudio.errors import ImageError

Pixels = NDArray[np.uint8]

TRAITS: tuple[str, ...] = (
    "kind", "jpeg_quality", "exif", "camera", "software", "sampling", "depth", "redness", "yellowness",
    "rim_brightness", "rim_contrast", "white", "black", "white_red", "white_blue", "edges", "detail")
"""In the order in which they are kept: float16, as many as fit, the rest zeros.

kind, camera, software, sampling, depth
    a number for each name, NaN for none
jpeg_quality, exif
    see `FileHeader`; NaN for what is no JPEG
redness, yellowness
    mean a* and b* of CIE L*a*b*
rim_brightness, rim_contrast
    mean and deviation of L* in the outermost sixteenth
white, black
    luma, 0 to 255, below and above which all pixels but a thousandth lie
white_red, white_blue
    logarithm of the brightest red and blue in units of the brightest green, each but for a thousandth
edges
    logarithm of the deviation of the Laplacian, in units of what it is at half the size: low is blurred or enlarged,
    however many edges there are
detail
    bytes a pixel takes as PNG, which keeps everything, at one size
"""

TRAITED_LIMIT = 3_000
"""Files of a folder whose traits are taken when they are checked."""

_DTYPE = np.dtype("<f2")
_ROOM = OUTLINE_VALUES // _DTYPE.itemsize
_CODES = 2039         # the largest prime below what float16 counts exactly
_SMALL_PX = 32
_RIM_PX = 2
_SMALLEST_PX = 16     # pictures with less have no edges and no extremes to speak of
_DETAIL_PX = 128
_EDGES_PX = 256
_EXTREME = 0.001
_ROUNDING = 0.3       # levels that rounding to whole values adds to a deviation
_DARKEST = 4.0        # added to values whose ratio is taken, so that noise in black pictures counts for nothing


def traited(names: Sequence[str], classes: Sequence[int]) -> frozenset[str]:
    """Return the names of the files whose traits are taken: of each class the same number as far as it has them.

    Traits take as long as the rest of the check, and some thousand of them say all there is to say of a folder.
    """
    if len(names) <= TRAITED_LIMIT:
        return frozenset(names)
    of_class: dict[int, list[str]] = defaultdict(list)
    for name, index in zip(names, classes, strict=True):
        of_class[index].append(name)
    most = max(1, TRAITED_LIMIT // len(of_class))
    return frozenset(name for own in of_class.values() for name in own[::-(-len(own) // most)])


def traits_of(path: Path, pixels: Pixels) -> bytes:
    """Return the traits of a file whose decoded pixels are (H, W, 3) uint8 RGB; 64 bytes."""
    import cv2

    try:
        header = read_header(path)
    except ImageError:  # decoding is more forgiving: the pixels tell what they can
        header = FileHeader("")
    luma = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    known = _header_figures(header) | _color_figures(pixels) | _tone_figures(pixels, luma)
    known |= {"edges": _edges(luma), "detail": _detail(pixels)}
    if min(luma.shape) < _SMALLEST_PX:
        known |= dict.fromkeys(("white", "black", "white_red", "white_blue", "edges"), np.nan)
    values = np.zeros(_ROOM, _DTYPE)
    values[:len(TRAITS)] = [known[name] for name in TRAITS]
    return values.tobytes()


def trait_columns(kept: Sequence[bytes]) -> dict[str, NDArray[np.float64]]:
    """Return (N,) values of each of `TRAITS`; NaN where a file was not looked at."""
    table = np.frombuffer(b"".join(kept), _DTYPE).reshape(-1, _ROOM).astype(np.float64)
    table[[one == NO_TRAITS for one in kept]] = np.nan
    return {name: table[:, place].copy() for place, name in enumerate(TRAITS)}


def _header_figures(header: FileHeader) -> dict[str, float]:
    quality = float(header.jpeg_quality) if header.jpeg_quality > 0 else np.nan
    return {"kind": _code(header.kind), "jpeg_quality": quality, "exif": float(header.has_exif),
            "camera": _code(header.camera), "software": _code(header.software), "sampling": _code(header.sampling),
            "depth": _code(header.depth)}


def _code(name: str) -> float:
    return float(zlib.crc32(name.encode()) % _CODES) if name else np.nan


def _color_figures(pixels: Pixels) -> dict[str, float]:
    import cv2

    small = np.float32(1 / 255) * shrunk(pixels, _SMALL_PX)
    lab = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2LAB), np.float32)
    rim = np.ones(lab.shape[:2], bool)
    rim[_RIM_PX:-_RIM_PX, _RIM_PX:-_RIM_PX] = False
    lightness = lab[..., 0][rim]
    return {"redness": float(lab[..., 1].mean()), "yellowness": float(lab[..., 2].mean()),
            "rim_brightness": float(lightness.mean()), "rim_contrast": float(lightness.std())}


def _tone_figures(pixels: Pixels, luma: Pixels) -> dict[str, float]:
    tones = _counts(luma, 0)
    red, green, blue = (_place(_counts(pixels, channel), 1 - _EXTREME) + _DARKEST for channel in range(3))
    return {"white": _place(tones, 1 - _EXTREME), "black": _place(tones, _EXTREME),
            "white_red": float(np.log(red / green)), "white_blue": float(np.log(blue / green))}


def _counts(pixels: Pixels, channel: int) -> NDArray[np.float32]:
    """Return how many pixels have each value, (256,)."""
    import cv2

    return np.asarray(cv2.calcHist([pixels], [channel], None, [256], [0, 256]), np.float32).reshape(-1)


def _place(counts: NDArray[np.float32], share: float) -> float:
    """Return the value at or below which a share of all pixels lies."""
    sums = np.cumsum(counts, dtype=np.float64)
    return float(np.searchsorted(sums, share * sums[-1]))


def _edges(luma: Pixels) -> float:
    import cv2

    height, width = luma.shape
    tall, wide = min(height, _EDGES_PX), min(width, _EDGES_PX)
    top, left = (height - tall) // 2, (width - wide) // 2
    middle = luma[top:top + tall, left:left + wide]
    half = cv2.resize(middle, (max(1, wide // 2), max(1, tall // 2)), interpolation=cv2.INTER_AREA)
    fine, coarse = (float(cv2.meanStdDev(cv2.Laplacian(one, cv2.CV_32F))[1][0, 0]) for one in (middle, half))
    return float(np.log((fine + _ROUNDING) / (coarse + _ROUNDING)))


def _detail(pixels: Pixels) -> float:
    import cv2

    height, width = pixels.shape[:2]
    factor = min(1.0, _DETAIL_PX / min(height, width))
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA) if factor < 1 else pixels, np.uint8)
    _, data = cv2.imencode(".png", small, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    return float(data.size / (size[0] * size[1]))
