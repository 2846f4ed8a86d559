"""From a raw map to what a person sees: ReLU, size, scale, colours, overlay and legend. Free of torch and Qt."""

import io
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from cnnstudio.explain.color_maps import COLOR_MAPS, DIVERGING, color_table
from cnnstudio.paths import resource
from cnnstudio.storage import read_bytes
from cnnstudio.wording import translate

Floats = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint8]

__all__ = ["COLOR_MAPS", "Heatmap", "color_table", "colorize", "colorize_signed", "hatch", "is_weak", "laid_over",
           "legend", "make_heatmap", "ninths", "number", "overlay", "place_name", "resize", "text_font"]

_WEAK_SHARE = 0.1
_ZERO = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Heatmap:
    """A map over an image, with the number its scale stands for."""

    raw: Floats
    """(h, w), signed, in the layer's own cells."""
    values: Floats
    """(H, W) in [0, 1]: positive evidence as a share of `peak`; NaN where the network never looked."""
    peak: float
    """What 1.0 in `values` stands for, in units of the raw map; 0 when there is no positive evidence."""
    weak: bool
    """Whether there is no, or next to no, positive evidence: the colours then show noise blown up."""


def make_heatmap(raw: npt.ArrayLike, height: int, width: int, *, typical: float | None = None) -> Heatmap:
    """Keep the positive part of ``raw``, enlarge it to (height, width), and divide by its peak.

    Parameters
    ----------
    raw : (h, w), signed
    height, width : pixels of the wanted map
    typical : the sum of positive evidence that is usual for this class and layer, where it is known; less than a
        tenth of it is called weak
    """
    signed = np.ascontiguousarray(raw, dtype=np.float32)
    positive = resize(np.maximum(signed, 0), height, width)
    peak = float(positive.max())
    if peak <= _ZERO:
        return Heatmap(signed, np.zeros_like(positive), 0.0, weak=True)
    return Heatmap(signed, np.minimum(positive / np.float32(peak), 1), peak, is_weak(signed, typical))


def is_weak(raw: Floats, typical: float | None = None) -> bool:
    """Return whether positive evidence is under a tenth of all evidence in a raw map, or of what is typical."""
    positive = float(np.maximum(raw, 0).sum(dtype=np.float64))
    return positive < _WEAK_SHARE * (float(np.abs(raw).sum(dtype=np.float64)) if typical is None else typical)


def resize(values: Floats, height: int, width: int) -> Floats:
    """Resize (h, w) to (height, width), bilinear between cell centres.

    The same as torch's ``interpolate(mode="bilinear", align_corners=False)``.
    """
    return np.asarray(cv2.resize(values, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.float32)


def colorize(values: Floats, name: str = "inferno") -> Pixels:
    """Paint (H, W) in [0, 1] as (H, W, 3) RGB; NaN is painted as 0."""
    # Each step is one pass over the pixels: fmax also drops NaN, convertScaleAbs rounds and cuts at 255.
    steps = cv2.convertScaleAbs(np.fmax(values, np.float32(0)), alpha=255)
    return np.asarray(cv2.applyColorMap(steps, color_table(name)[:, None]), dtype=np.uint8)


def colorize_signed(values: Floats) -> Pixels:
    """Paint (H, W) in [-1, 1] as (H, W, 3) RGB: blue against the class, near white for nothing, red for it."""
    steps = np.rint((np.nan_to_num(values, nan=0.0).clip(-1, 1) + 1) * 127.5).astype(np.intp)
    return np.asarray(color_table(DIVERGING)[steps], dtype=np.uint8)


def overlay(pixels: Pixels, values: Floats, *, opacity: float = 0.5, color_map: str = "inferno") -> Pixels:
    """Lay a heatmap over an image.

    Parameters
    ----------
    pixels : (H, W, 3) uint8 RGB
    values : (H, W) in [0, 1]; NaN where the network never looked: there the image shows, hatched
    opacity : 0 (only the image) to 1 (only the colours)

    Returns
    -------
    (H, W, 3) uint8 RGB
    """
    if pixels.shape != (*values.shape, 3):
        raise ValueError(f"an image of shape {pixels.shape} and a map of shape {values.shape} do not fit")
    return laid_over(pixels, colorize(values, color_map), np.isnan(values), opacity)


def laid_over(pixels: Pixels, colors: Pixels, unseen: npt.NDArray[np.bool_], opacity: float) -> Pixels:
    """Lay colours (H, W, 3) over an image of the same shape; where ``unseen`` (H, W) the image shows, hatched."""
    share = min(max(opacity, 0.0), 1.0)
    blended = np.asarray(cv2.addWeighted(pixels, 1 - share, colors, share, 0), dtype=np.uint8)
    if unseen.any():
        cv2.copyTo(hatch(pixels), unseen.view(np.uint8), blended)
    return blended


def hatch(pixels: Pixels) -> Pixels:
    """Return the image in pale grey with diagonal lines: the network never saw this."""
    height, width = pixels.shape[:2]
    period = max(6, min(height, width) // 24)
    on_line = np.arange(height + width - 1) % period < max(1, period // 6)
    lines = np.lib.stride_tricks.sliding_window_view(on_line, width)   # line or not by row + column
    pale = cv2.transform(pixels, np.array([[0.4 / 3, 0.4 / 3, 0.4 / 3, 140]]))
    pale[lines] = 70
    return np.asarray(cv2.merge((pale, pale, pale)), dtype=np.uint8)


def legend(color_map: str = "inferno", peak: float = 1.0, *, weak: bool = False, hatched: bool = False,
           width: int = 360, sign: str = "positive", own_peak: float | None = None) -> Pixels:
    """Draw the scale of a heatmap, with its numbers, as an (h, width, 3) picture on white.

    Parameters
    ----------
    peak : what the last colour stands for, in units of the raw map
    weak : say that there is next to no evidence
    hatched : explain the hatched part of the overlay
    width : at least 240 pixels
    sign : of the evidence that is shown: ``"positive"``, ``"negative"`` or ``"both"``
    own_peak : the strongest value of the map, where the scale ends elsewhere
    """
    notes = [text for text, wanted in (
        (translate("explain", "weak evidence: mind the numbers"), weak),
        (translate("explain", "hatched: not seen by the network"), hatched),
        (translate("explain", "strongest place of this map: {number}", number=number(own_peak or 0.0)),
         own_peak is not None)) if wanted]
    width = max(width, 240)
    margin, top, bar = 14, 28, 16
    picture = Image.new("RGB", (width, top + bar + 32 + 18 * len(notes)), "white")
    ramp = np.linspace(-1 if sign == "both" else 0, 1, width - 2 * margin, dtype=np.float32)[None].repeat(bar, axis=0)
    colors = colorize_signed(ramp) if sign == "both" else colorize(ramp, color_map)
    picture.paste(Image.fromarray(colors), (margin, top))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((margin - 1, top - 1, width - margin, top + bar), outline="#57606B")  # one pixel outside
    draw.text((margin, 7), translate("explain", _LEGEND_TITLES[sign]), fill="#1A1E24", font=text_font())
    _ticks(draw, (-peak if sign == "both" else 0.0, peak), (margin, width - margin - 1), top + bar)
    for line, text in enumerate(notes):
        draw.text((margin, top + bar + 28 + 18 * line), text, fill="#57606B", font=text_font())
    return np.asarray(picture, dtype=np.uint8)


_LEGEND_TITLES = {"positive": "evidence for the class", "negative": "evidence against the class",
                  "both": "blue against the class, red for it"}


def _ticks(draw: ImageDraw.ImageDraw, values: tuple[float, float], ends: tuple[int, int], y: int) -> None:
    """Write the two ends of the scale and its middle under the bar."""
    for share, anchor in ((0.0, "la"), (0.5, "ma"), (1.0, "ra")):
        x = round(ends[0] + share * (ends[1] - ends[0]))
        value = values[0] + share * (values[1] - values[0])
        draw.line((x, y, x, y + 4), fill="#57606B")
        draw.text((x, y + 7), number(value), fill="#1A1E24", font=text_font(), anchor=anchor)


def number(value: float) -> str:
    """Write a number with three digits that count, such as ``0.0312`` or ``4.1e-05``."""
    return "0" if value == 0 else f"{value:.3g}"


@lru_cache(maxsize=1)
def text_font() -> ImageFont.FreeTypeFont:
    """Return the font of legends and captions, 13 pixels high."""
    # Read by us: FreeType itself cannot open a path with letters outside ASCII on Windows.
    return ImageFont.truetype(io.BytesIO(read_bytes(resource("fonts/inter/Inter-Regular.otf"))), 13)


_PLACES = (("upper left", "upper middle", "upper right"), ("middle left", "central", "middle right"),
           ("lower left", "lower middle", "lower right"))


def place_name(row: int, column: int) -> str:
    """Name one ninth of an image, such as ``"upper left"`` or ``"central"``."""
    return translate("explain", _PLACES[row][column])


def ninths(values: Floats) -> Floats:
    """Return the share of the positive evidence in each ninth, (3, 3), rows from the top; all 0 without evidence.

    A pixel on a border counts for the ninth its centre lies in; images under 3 pixels have empty ninths.
    """
    positive = np.maximum(np.nan_to_num(values, nan=0.0), 0)
    bands = [_bands(side) for side in values.shape]
    sums = np.array([[positive[rows, columns].sum(dtype=np.float64) for columns in bands[1]] for rows in bands[0]])
    total = sums.sum()
    return (sums / total if total > _ZERO else sums * 0).astype(np.float32)


def _bands(side: int) -> Sequence[slice]:
    edges = [round(side * part / 3) for part in range(4)]
    return [slice(start, stop) for start, stop in itertools.pairwise(edges)]
