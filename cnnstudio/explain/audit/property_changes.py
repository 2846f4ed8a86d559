"""Changes a property of pictures towards another class's value, and as much the other way for a control."""

import io
from collections.abc import Callable, Mapping
from types import MappingProxyType

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from cnnstudio.explain.audit.case import Pixels

Floats = npt.NDArray[np.float64]
Change = Callable[[Pixels, float], Pixels]

_STEPS = 14
_WIDEST = 6.0     # pixels of blur
_EXTREME = 0.001  # the share of pixels that may be brighter or darker, as in `data.folder.traits`


def grey_of(picture: Pixels) -> Floats:
    """Return the luma of (h, w, C), (h, w), 0 to 255."""
    if picture.shape[2] == 1:
        return picture[..., 0].astype(np.float64)
    return np.asarray(picture.astype(np.float64) @ np.array([0.299, 0.587, 0.114]))


def _brightness(picture: Pixels) -> float:
    return float(grey_of(picture).mean())


def _contrast(picture: Pixels) -> float:
    return float(grey_of(picture).std())


def _sharpness(picture: Pixels) -> float:
    return float(np.log(cv2.Laplacian(grey_of(picture), cv2.CV_64F).std() + 0.1))


def _opponent(weights: tuple[float, float, float]) -> Callable[[Pixels], float]:
    return lambda picture: 0.0 if picture.shape[2] == 1 else float(picture.reshape(-1, 3).mean(axis=0) @ weights)


def _colourfulness(picture: Pixels) -> float:
    return float(np.abs(picture - grey_of(picture)[..., None]).mean()) if picture.shape[2] == 3 else 0.0


def _bytes(values: npt.NDArray[np.floating]) -> Pixels:
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)


def _brighter(picture: Pixels, step: float) -> Pixels:
    return _bytes(picture + step)


def _more_contrast(picture: Pixels, step: float) -> Pixels:
    mean = _brightness(picture)
    return _bytes(mean + (picture - mean) * max(0.05, (_contrast(picture) + step) / max(_contrast(picture), 1)))


def _tinted(weights: tuple[float, float, float]) -> Change:
    direction = np.array(weights) / np.square(weights).sum()
    return lambda picture, step: picture if picture.shape[2] == 1 else _bytes(picture + direction * step)


def _more_colour(picture: Pixels, step: float) -> Pixels:
    grey, colour = grey_of(picture)[..., None], _colourfulness(picture)
    return _bytes(grey + (picture - grey) * max(0.0, (colour + step) / max(colour, 0.5)))


def _sharper(picture: Pixels, step: float) -> Pixels:
    """Change the logarithm of the edges by about ``step``: blur, or the picture less its blur."""
    wanted = _sharpness(picture) + step
    low, high = (0.0, _WIDEST) if step < 0 else (0.0, 10.0)
    make = _blurred if step < 0 else _unsharp
    for _ in range(_STEPS):
        middle = (low + high) / 2
        too_little = (_sharpness(make(picture, middle)) > wanted) == (step < 0)
        low, high = (middle, high) if too_little else (low, middle)
    return make(picture, (low + high) / 2)


def _blurred(picture: Pixels, sigma: float) -> Pixels:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), max(sigma, 0.05)), np.uint8).reshape(picture.shape)


def _unsharp(picture: Pixels, amount: float) -> Pixels:
    return _bytes(picture + amount * (picture.astype(np.float64) - _blurred(picture, 1.0)))


def _white(picture: Pixels) -> float:
    return float(np.quantile(grey_of(picture), 1 - _EXTREME))


def _black(picture: Pixels) -> float:
    return float(np.quantile(grey_of(picture), _EXTREME))


def _whiter(picture: Pixels, step: float) -> Pixels:
    """Scale all values, as another exposure does."""
    white = max(_white(picture), 1.0)
    return _bytes(picture * max(0.0, (white + step) / white))


def _blacker(picture: Pixels, step: float) -> Pixels:
    """Draw all values towards white or away from it, so that white stays."""
    room = max(255 - _black(picture), 1.0)
    return _bytes(255 - (255.0 - picture) * max(0.0, (room - step) / room))


def _cast(channel: int) -> Callable[[Pixels], float]:
    return lambda picture: 0.0 if picture.shape[2] == 1 else float(
        np.log((_brightest(picture, channel) + 4) / (_brightest(picture, 1) + 4)))


def _brightest(picture: Pixels, channel: int) -> float:
    return float(np.quantile(picture[..., channel], 1 - _EXTREME))


def _more_cast(channel: int) -> Change:
    def changed(picture: Pixels, step: float) -> Pixels:
        factors = np.ones(picture.shape[2])
        factors[channel % picture.shape[2]] = np.exp(step)
        return _bytes(picture * factors)

    return changed


def saved_as_jpeg(picture: Pixels, quality: float) -> Pixels:
    """Return what is left of (h, w, C) after it was saved as JPEG of this quality, 1 to 100."""
    stream = io.BytesIO()
    shown = picture[..., 0] if picture.shape[2] == 1 else picture
    Image.fromarray(shown).save(stream, "JPEG", quality=int(np.clip(quality, 1, 100)))
    return np.asarray(Image.open(stream), np.uint8).reshape(picture.shape)


_RED, _YELLOW = (0.5, -1.0, 0.5), (0.5, 0.5, -1.0)

CHANGES: Mapping[str, tuple[Callable[[Pixels], float], Change]] = MappingProxyType({
    "brightness": (_brightness, _brighter),
    "contrast": (_contrast, _more_contrast),
    "sharpness": (_sharpness, _sharper),
    "redness": (_opponent(_RED), _tinted(_RED)),
    "yellowness": (_opponent(_YELLOW), _tinted(_YELLOW)),
    "white": (_white, _whiter),
    "black": (_black, _blacker),
    "white_red": (_cast(0), _more_cast(0)),
    "white_blue": (_cast(2), _more_cast(2)),
    "grey": (_colourfulness, _more_colour),
})
"""Property -> (how it is measured in the network's input, how a picture is changed by a step of that measure)."""

SEEN_AS: Mapping[str, str] = MappingProxyType(
    {"width": "sharpness", "height": "sharpness", "edges": "sharpness", "compression": "jpeg_quality"})
"""Properties that a network is given as another one: a small picture is enlarged to the network's input."""


def steps_towards(name: str, pictures: Pixels, target: float) -> tuple[Pixels, Pixels]:
    """Return pictures (n, h, w, C) with a property as large as ``target``, and moved as far the other way instead."""
    measure, change = CHANGES[name]
    steps = [target - measure(picture) for picture in pictures]
    towards = np.array([change(picture, step) for picture, step in zip(pictures, steps, strict=True)])
    away = np.array([change(picture, -step) for picture, step in zip(pictures, steps, strict=True)])
    return towards, away


def typical_value(name: str, pictures: Pixels) -> float:
    """Return the median of a property of pictures (n, h, w, C), in the unit of `CHANGES`."""
    measure, _ = CHANGES[name]
    return float(np.median([measure(picture) for picture in pictures]))
