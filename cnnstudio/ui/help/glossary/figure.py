"""What a picture of the glossary is made of: panels with worked numbers, side by side; no Qt in here."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np

from cnnstudio.paths import resource

Array = np.ndarray[Any, Any]
_TILE = (slice(0, 118), slice(254, 379))
"""Where the photograph that serves as the example lies in the preview of the samples."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A frame around some cells of a grid: first row and column, rows and columns, and a colour of the theme."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    color: str = "accent"


@dataclass(frozen=True, slots=True)
class Grid:
    """Numbers in cells.

    Attributes
    ----------
    values : (H, W)
    title : below it; marked
    look : ``"pixels"``: 0 to 255 as grey; ``"signed"``: how far from 0, by colour; ``"plain"``: no ground
    digits : behind the point
    marks : frames around some cells
    faded : (H, W) bool; cells that stand back, such as padding
    """

    values: Array
    title: str = ""
    look: Literal["pixels", "signed", "plain"] = "signed"
    digits: int = 0
    marks: tuple[Mark, ...] = ()
    faded: Array | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """An image: (H, W) or (H, W, 3) uint8."""

    pixels: Array
    title: str = ""


@dataclass(frozen=True, slots=True)
class Cells:
    """Small squares in colours: (H, W) indices into ``colors``; -1 leaves a place empty."""

    kinds: Array
    colors: tuple[str, ...]
    title: str = ""
    names: tuple[str, ...] = ()
    """What each colour stands for; marked."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers as bars, with the name of each."""

    values: Array
    names: tuple[str, ...]
    title: str = ""
    digits: int = 2
    color: str = "accent"


@dataclass(frozen=True, slots=True)
class Line:
    """A curve or, with ``dots``, single points."""

    x: Array
    y: Array
    color: str = "accent"
    name: str = ""
    dashed: bool = False
    dots: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """Curves in axes; limits are (left, right, bottom, top), found from the lines where they are None."""

    lines: tuple[Line, ...]
    title: str = ""
    across: str = ""
    limits: tuple[float, float, float, float] | None = None
    rings: tuple[float, ...] = ()
    """Heights at which the bowl ``x² + 10 y²`` is drawn as a contour."""
    upright: float | None = None
    """Where a dashed upright line stands."""


@dataclass(frozen=True, slots=True)
class Units:
    """Columns of circles with a line from each to each of the next column; ``kept`` False crosses one out."""

    counts: tuple[int, ...]
    kept: tuple[tuple[bool, ...], ...] = ()
    title: str = ""
    joined: bool = True


@dataclass(frozen=True, slots=True)
class Blocks:
    """Boxes one after another, each with a colour; words are marked or figures."""

    words: tuple[str, ...]
    colors: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign between two panels: ∗, =, →."""

    text: str


Panel = Grid | Picture | Cells | Bars | Plot | Units | Blocks | Sign
Figure = tuple[Panel, ...]


@cache
def photo() -> Array:
    """Return the photograph of the examples: (118, 125, 3) uint8."""
    from PIL import Image

    with Image.open(resource("previews/photos.png")) as picture:
        return np.asarray(picture.convert("RGB"))[_TILE]


@cache
def grey_photo() -> Array:
    """Return the photograph in grey: (118, 125) float, 0 to 255."""
    found: Array = photo().astype(float) @ np.array([0.299, 0.587, 0.114])
    return found


@cache
def patch() -> Array:
    """Return 6 x 6 real grey values, 0 to 255, at the left edge of the ball: means of 4 x 4 pixels."""
    top, left = 44, 0
    part = grey_photo()[top:top + 24, left:left + 24]
    found: Array = part.reshape(6, 4, 6, 4).mean(axis=(1, 3)).round()
    return found


def correlate(values: Array, kernel: Array, stride: int = 1) -> Array:
    """Return what a convolutional layer without padding and bias makes of (H, W) ``values``."""
    windows = np.lib.stride_tricks.sliding_window_view(values, kernel.shape)[::stride, ::stride]
    found: Array = (windows * kernel).sum(axis=(2, 3))
    return found


def as_pixels(values: Array) -> Array:
    """Return values as uint8, their range stretched to 0 to 255."""
    low, high = float(values.min()), float(values.max())
    found: Array = ((values - low) / max(high - low, 1e-9) * 255).astype(np.uint8)
    return found
