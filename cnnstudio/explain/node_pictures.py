"""Draws what comes out of a layer as a small picture for its node: a mosaic of channels, or bars for a vector."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint8]

PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX = 364, 88
"""Twice the room in a node at 100 %, so that a screen with double density shows every pixel."""
GAP_PX = 2
CHANNELS_SHOWN = 16
BARS_SHOWN = 64
_ROWS = 2
_STRETCH_LIMIT = 4.0
_TAIL_SHARE = 0.005


@dataclass(frozen=True, slots=True)
class OutputFigures:
    """What comes out of a layer in numbers, over all of its values.

    Attributes
    ----------
    channels : C of (C, h, w), or the number of values of a vector
    mean, least, greatest : of the values that are finite numbers; 0 when none is
    zero_share : share of values that are exactly 0, in [0, 1]
    zero_channels : number of channels that are 0 everywhere
    not_finite : number of values that are NaN or infinite
    """

    channels: int
    mean: float
    least: float
    greatest: float
    zero_share: float
    zero_channels: int
    not_finite: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class NodePicture:
    """What one layer makes of the image; either ``tiles`` or ``bars`` is empty.

    Attributes
    ----------
    tiles : (n, h, w) uint8 grey, or (n, h, w, 3) uint8 RGB: the first channels, at most `CHANNELS_SHOWN`, on one
        scale from ``darkest`` to ``brightest``
    columns : how many tiles stand side by side
    bars : (n,) float32, at most `BARS_SHOWN`, with their signs
    darkest, brightest : the value that is drawn black and the one that is drawn white
    figures : None for the image itself
    """

    tiles: Pixels
    columns: int
    bars: Floats
    darkest: float = 0.0
    brightest: float = 0.0
    figures: OutputFigures | None = None

    @property
    def size_bytes(self) -> int:
        """The memory it takes."""
        return int(self.tiles.nbytes + self.bars.nbytes)


_NO_TILES = np.zeros((0, 1, 1), dtype=np.uint8)
_NO_BARS = np.zeros(0, dtype=np.float32)


def draw_output(activation: Floats) -> NodePicture:
    """Draw a layer's output.

    The first channels are shown and not the strongest: so a tile stays the same channel while the network is edited
    and trained, and is the one the inspector shows at its number. All are on one scale, so that a dead channel
    looks dead; half a percent of the values at either end of it is left out, so that a single one cannot darken
    the rest.

    Parameters
    ----------
    activation : (C, h, w) or (F,); maps of one pixel are drawn as a vector
    """
    figures = measure(activation)
    if figures.not_finite:
        activation = np.nan_to_num(activation, nan=figures.least, posinf=figures.greatest, neginf=figures.least)
    if activation.ndim != 3 or activation[0].size == 1:
        return NodePicture(_NO_TILES, 0, bars(activation.reshape(-1)), figures=figures)
    shown = activation[:CHANNELS_SHOWN]
    columns, size = arrangement(len(shown), *shown.shape[1:])
    maps = np.stack([_resized(channel, size) for channel in shown])
    darkest, brightest = _scale(maps)
    tiles = np.stack([_enlarged(channel, size) for channel in _grey(maps, darkest, brightest)])
    return NodePicture(tiles, columns, _NO_BARS, darkest, brightest, figures)


def draw_image(pixels: Pixels) -> NodePicture:
    """Draw the network's input: in colour with its red, green and blue channel beside it, or in grey.

    Parameters
    ----------
    pixels : (h, w, 3) RGB or (h, w, 1) grey
    """
    if pixels.shape[2] == 1:
        columns, size = arrangement(1, *pixels.shape[:2])
        return NodePicture(_enlarged(_shrunk(pixels[..., 0], size), size)[None], columns, _NO_BARS, 0, 255)
    columns, size = arrangement(4, *pixels.shape[:2])
    parts = [pixels, *(np.repeat(pixels[..., number:number + 1], 3, axis=2) for number in range(3))]
    tiles = np.stack([_enlarged(_shrunk(part, size), size) for part in parts])
    return NodePicture(tiles, columns, _NO_BARS, 0, 255)


def measure(activation: Floats) -> OutputFigures:
    """Return the figures of a layer's output, (C, h, w) or (F,)."""
    zeros = np.count_nonzero(activation == 0, axis=tuple(range(1, activation.ndim)))
    finite = _finite(activation)
    values = finite if finite.size else np.zeros(1, dtype=np.float32)
    channels = activation.shape[0]
    return OutputFigures(
        channels, float(values.mean(dtype=np.float64)), float(values.min()), float(values.max()),
        float(np.sum(zeros)) / activation.size, int(np.count_nonzero(zeros * channels == activation.size)),
        int(activation.size - finite.size))


def _finite(activation: Floats) -> Floats:
    """Return the values that are finite numbers; one sum tells whether all are."""
    with np.errstate(invalid="ignore"):
        total = float(activation.sum(dtype=np.float64))
    return activation if math.isfinite(total) else activation[np.isfinite(activation)]


def bars(vector: Floats) -> Floats:
    """Return a vector as at most `BARS_SHOWN` bars: of neighbouring values that share one, the farthest from 0."""
    together = math.ceil(vector.size / BARS_SHOWN)
    padded = np.zeros(math.ceil(vector.size / together) * together, dtype=np.float32)
    padded[:vector.size] = vector
    groups = padded.reshape(-1, together)
    return np.asarray(groups[np.arange(len(groups)), np.abs(groups).argmax(axis=1)], dtype=np.float32)


def arrangement(count: int, height: int, width: int) -> tuple[int, tuple[int, int]]:
    """Return the number of columns and the size (h, w) in pixels that make ``count`` tiles as large as they can be.

    Tiles keep the proportions of (height, width) up to 4 : 1.
    """
    ratio = min(_STRETCH_LIMIT, max(1 / _STRETCH_LIMIT, width / height))
    best_columns, best_height = 1, 0.0
    for rows in range(1, min(_ROWS, count) + 1):
        columns = math.ceil(count / rows)
        room_w = (PICTURE_WIDTH_PX - (columns - 1) * GAP_PX) / columns
        room_h = (PICTURE_HEIGHT_PX - (rows - 1) * GAP_PX) / rows
        tall = min(room_h, room_w / ratio)
        if tall > best_height:
            best_columns, best_height = columns, tall
    return best_columns, (max(1, int(best_height)), max(1, int(best_height * ratio)))


def _scale(maps: Floats) -> tuple[float, float]:
    """Return the values for black and white; the whole span when the tails hold all there is."""
    values = np.sort(maps, axis=None)
    tail = int(values.size * _TAIL_SHARE)
    low, high = float(values[tail]), float(values[-1 - tail])
    return (low, high) if high > low else (float(values[0]), float(values[-1]))


def _grey(maps: Floats, darkest: float, brightest: float) -> Pixels:
    """Map values to 0 ... 255; all black when they are the same."""
    span = brightest - darkest
    if not span > 0 or not math.isfinite(span):
        return np.zeros(maps.shape, dtype=np.uint8)
    steps = np.rint((maps.clip(darkest, brightest) - np.float32(darkest)) * np.float32(255 / span))
    return np.asarray(steps, dtype=np.uint8)


def _resized(channel: Floats, size: tuple[int, int]) -> Floats:
    return np.asarray(_averaged(np.ascontiguousarray(channel, dtype=np.float32), size), dtype=np.float32)


def _shrunk(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    return np.asarray(_averaged(np.ascontiguousarray(pixels), size), dtype=np.uint8)


def _averaged(values: npt.NDArray[np.generic], size: tuple[int, int]) -> npt.NDArray[np.generic]:
    """Shrink the sides that are longer than ``size`` by averaging."""
    import cv2  # not before there is something to draw: the window imports this module for its records

    height, width = min(size[0], values.shape[0]), min(size[1], values.shape[1])
    if (height, width) == values.shape[:2]:
        return values
    return np.asarray(cv2.resize(values, (width, height), interpolation=cv2.INTER_AREA))  # type: ignore[arg-type]


def _enlarged(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """Repeat pixels until the tile has its size: the hard edges say how few values there are."""
    rows = np.arange(size[0]) * pixels.shape[0] // size[0]
    columns = np.arange(size[1]) * pixels.shape[1] // size[1]
    return np.asarray(pixels[rows][:, columns], dtype=np.uint8)
