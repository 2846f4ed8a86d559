"""Paints a signed map over its image at any size, in every way a map can be looked at. Free of torch and Qt."""

from dataclasses import dataclass, replace
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.data.preprocess import Placement, map_back
from cnnstudio.explain.color_maps import color_table
from cnnstudio.explain.explanation import Explanation
from cnnstudio.explain.heatmap import COLOR_MAPS, Floats, Pixels, colorize, colorize_signed, laid_over

Sign = Literal["positive", "negative", "both"]
Laying = Literal["colours", "light", "contours"]

LINES = 4
"""Lines of equal evidence divide the scale in so many parts."""
_LINE_SIDE_PX = 480
"""A line is one pixel thick for every so many pixels of the image's longer side."""


@dataclass(frozen=True, slots=True)
class MapLook:
    """How pictures of a map are painted.

    Attributes
    ----------
    sign : evidence for the class, against it, or both in a diverging scale
    limit : what the last colour stands for, in units of the raw map; None for the map's own peak
    laid_as : colours over the image, the image lit where the evidence is, or lines of equal evidence
    shows_cells : the layer's own cells instead of a smooth map
    """

    opacity: float = 0.5
    color_map: str = COLOR_MAPS[0]
    sign: Sign = "positive"
    limit: float | None = None
    laid_as: Laying = "colours"
    shows_cells: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class MapOnImage:
    """An image with the map that lies over it.

    Attributes
    ----------
    pixels : (H, W, 3) RGB
    raw : (h, w), signed, in the layer's own cells
    placement : of the network's input in ``pixels``
    peak : the largest value of the sign that is shown
    """

    pixels: Pixels
    raw: Floats
    placement: Placement
    peak: float

    def scaled(self, factor: float) -> "MapOnImage":
        """Return the same at another size; enlarged pixels stay sharp squares."""
        height, width = (max(1, round(side * factor)) for side in self.pixels.shape[:2])
        way = cv2.INTER_AREA if factor < 1 else cv2.INTER_NEAREST
        pixels = np.asarray(cv2.resize(self.pixels, (width, height), interpolation=way), dtype=np.uint8)
        return replace(self, pixels=pixels, placement=self.placement.scaled(height, width))


def of_sign(raw: Floats, sign: Sign) -> Floats:
    """Return what is shown of a signed map: its evidence for the class, against it (as positive numbers), or both."""
    return {"positive": np.maximum(raw, 0), "negative": np.maximum(-raw, 0), "both": raw}[sign]


def on_image(explanation: Explanation, look: MapLook) -> MapOnImage:
    """Return an explanation's map over the original image."""
    raw = explanation.heatmap.raw
    peak = max(float(np.abs(of_sign(raw, look.sign)).max()), 0.0)
    return MapOnImage(explanation.pixels, raw, explanation.provenance.placement, peak)


def scale_end(shown: MapOnImage, look: MapLook) -> float:
    """Return what the last colour stands for, in units of the raw map."""
    return shown.peak if look.limit is None else look.limit


def painted(shown: MapOnImage, look: MapLook) -> Pixels:
    """Return the image with its map, (H, W, 3), hatched where the network never looked."""
    values = values_on(shown, look)
    unseen = np.isnan(values)
    if look.laid_as == "contours":
        return _lined(shown.pixels, values, unseen, look)
    if look.laid_as == "light":
        return _lit(shown.pixels, values, unseen, look)
    return laid_over(shown.pixels, _colored(values, look), unseen, look.opacity)


def map_alone(shown: MapOnImage, look: MapLook) -> Pixels:
    """Return the colours of the map without the image, (H, W, 3); hatched where the network never looked."""
    values = values_on(shown, look)
    return laid_over(shown.pixels, _colored(values, look), np.isnan(values), 1.0)


def values_on(shown: MapOnImage, look: MapLook) -> Floats:
    """Return the map over the image, (H, W), in shares of the scale's end; NaN where never seen."""
    part = of_sign(shown.raw, look.sign)
    values = cells_over(part, shown.placement) if look.shows_cells else map_back(part, shown.placement)
    end = scale_end(shown, look)
    share = values / np.float32(end) if end > 0 else values * np.float32(0)
    return np.clip(share, -1, 1, out=share)


def cells_over(raw: Floats, place: Placement) -> Floats:
    """Lay the cells of a map (h, w) over a picture as they are, (source_h, source_w); NaN where never seen."""
    rows, columns = ((np.arange(length) + 0.5 - start) / extent * cells for length, start, extent, cells in (
        (place.source_h, place.top, place.height, raw.shape[0]),
        (place.source_w, place.left, place.width, raw.shape[1])))
    result: Floats = raw[np.clip(rows, 0, raw.shape[0] - 1).astype(np.intp)][
        :, np.clip(columns, 0, raw.shape[1] - 1).astype(np.intp)].astype(np.float32)
    result[(rows <= 0) | (rows >= raw.shape[0])] = np.nan
    result[:, (columns <= 0) | (columns >= raw.shape[1])] = np.nan
    return result


def borders(levels: npt.NDArray[np.integer], seen: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return where neighbours have different levels, (H, W), where both are seen; both sides of a border count."""
    down = (levels[:-1] != levels[1:]) & seen[:-1] & seen[1:]
    right = (levels[:, :-1] != levels[:, 1:]) & seen[:, :-1] & seen[:, 1:]
    line = np.zeros(levels.shape, dtype=np.bool_)
    line[:-1] |= down
    line[1:] |= down
    line[:, :-1] |= right
    line[:, 1:] |= right
    return line


def _colored(values: Floats, look: MapLook) -> Pixels:
    return colorize_signed(values) if look.sign == "both" else colorize(values, look.color_map)


def _shares(values: Floats, look: MapLook) -> Floats:
    """Return where on the scale values are, from 0 at its first colour to 1 at its last."""
    known: Floats = np.nan_to_num(values, nan=0.0)
    return (known + np.float32(1)) * np.float32(0.5) if look.sign == "both" else known


def _lit(pixels: Pixels, values: Floats, unseen: npt.NDArray[np.bool_], look: MapLook) -> Pixels:
    strength = np.abs(np.nan_to_num(values, nan=0.0))
    light = np.rint(pixels * (1 - look.opacity * (1 - strength))[..., None]).astype(np.uint8)
    return laid_over(light, light, unseen, 0.0)


def _lined(pixels: Pixels, values: Floats, unseen: npt.NDArray[np.bool_], look: MapLook) -> Pixels:
    """Draw lines where the scale's parts meet, between two thin dark ones, so that they show on any ground."""
    shares = _shares(values, look)
    levels = np.minimum((shares * LINES).astype(np.int16), LINES - 1)
    thick = max(1, round(max(pixels.shape[:2]) / _LINE_SIDE_PX))
    line = borders(levels, ~unseen).astype(np.uint8)
    ground = laid_over(pixels, pixels, unseen, 0.0)
    for width, is_rim in ((thick + 2, True), (thick, False)):
        mask = cv2.dilate(line, np.ones((width, width), np.uint8)).astype(bool) & ~unseen
        ground[mask] = 20 if is_rim else _line_colors(shares[mask], look)
    return ground


def _line_colors(shares: Floats, look: MapLook) -> Pixels:
    name = "cool-warm" if look.sign == "both" else look.color_map
    return np.asarray(color_table(name)[np.rint(shares * 255).astype(np.intp)], dtype=np.uint8)
