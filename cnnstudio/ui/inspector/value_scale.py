"""From a layer's values to colours: grey where none is negative, blue and red about zero where some are."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtGui import QColor, QImage

from cnnstudio.ui.theme import mixed, theme

_STEPS = 255
_ABSENT = 255
"""The colour number of what is not there: transparent."""
_NEGATIVE, _POSITIVE = QColor(33, 102, 204), QColor(198, 40, 40)
"""Far apart for every kind of colour vision (blue and red, not green), and readable on light and dark."""


@dataclass(frozen=True, slots=True)
class ValueScale:
    """Which value gets which end of the colours.

    Attributes
    ----------
    low, high : the values at the ends; of a signed scale −high and high
    is_signed : whether zero is the middle
    tint : colour of the high end of an unsigned scale; white unless given
    """

    low: float
    high: float
    is_signed: bool
    tint: str = ""

    def fractions(self, values: np.ndarray) -> np.ndarray:
        """Return values as shares of the scale, 0 to 1; NaN stays."""
        span = self.high - self.low
        if not span > 0 or not np.isfinite(span):
            return np.where(np.isnan(values), np.nan, 0.5 if self.is_signed else 0.0)
        return ((values - self.low) / span).clip(0, 1)

    def color(self, value: float) -> QColor:
        """Return the colour of one value."""
        share = float(self.fractions(np.array([value], np.float64))[0])
        return self._blend(0.5 if np.isnan(share) else share)

    def _blend(self, share: float) -> QColor:
        return _blended(share, self.tint, theme().color("surface"), is_signed=self.is_signed)

    def table(self) -> list[int]:
        """Return the colours of an indexed image, the last of them transparent."""
        return _table(self.tint, theme().color("surface").name(), self.is_signed)

    def image(self, values: np.ndarray) -> QImage:
        """Return (h, w) values as an image of as many pixels; NaN is transparent."""
        steps = np.rint(self.fractions(values) * (_STEPS - 1))
        steps[np.isnan(steps)] = _ABSENT
        indices = np.ascontiguousarray(steps.astype(np.uint8))
        height, width = indices.shape
        image = QImage(indices.data, width, height, width, QImage.Format.Format_Indexed8)
        image.setColorTable(self.table())
        return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _blended(share: float, tint: str, middle: QColor, *, is_signed: bool) -> QColor:
    if is_signed:
        return mixed(middle, _POSITIVE if share > 0.5 else _NEGATIVE, abs(share - 0.5) * 2)
    return mixed(QColor(0, 0, 0), QColor(tint or "#FFFFFF"), share)


@lru_cache(maxsize=32)
def _table(tint: str, middle: str, is_signed: bool) -> list[int]:
    """Return what `ValueScale.table` does, as `_blended` mixes; worked out once, for hundreds of images share it."""
    shares = np.linspace(0, 1, _STEPS)
    if is_signed:
        ground, strength = _rgb(QColor(middle)), np.abs(shares - 0.5) * 2
        ends = np.where((shares > 0.5)[:, None], _rgb(_POSITIVE), _rgb(_NEGATIVE))
    else:
        ground, strength, ends = np.zeros(3), shares, _rgb(QColor(tint or "#FFFFFF"))
    parts = np.rint((ground + (ends - ground) * strength[:, None]) * 255).astype(np.int64)
    return [*(parts @ (1 << 16, 1 << 8, 1) + (255 << 24)).tolist(), 0]


def _rgb(color: QColor) -> np.ndarray:
    return np.array((color.redF(), color.greenF(), color.blueF()))


def scale_of(values: np.ndarray, tint: str = "") -> ValueScale:
    """Return the scale that fits values of any shape; values that are no finite numbers do not count."""
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    if low < 0:
        reach = max(-low, high)
        return ValueScale(-reach, reach, is_signed=True)
    return ValueScale(0.0, high, is_signed=False, tint=tint)


def symmetric(scale: ValueScale) -> ValueScale:
    """Return the scale with zero in its middle."""
    return scale if scale.is_signed else ValueScale(-scale.high, scale.high, is_signed=True)


def number_text(value: float, digits: int = 3) -> str:
    """Return a number with few digits and a real minus sign."""
    text = f"{value:.{digits}g}"
    return ("0" if text in ("-0", "0") else text).replace("-", "−")
