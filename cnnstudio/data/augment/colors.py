"""Random brightness, contrast, saturation, hue and grey: together one linear map of each image's colours."""

from dataclasses import dataclass

import numpy as np

from cnnstudio.data.augment.arrays import Images, cut, like
from cnnstudio.data.augment.chance import Chance, Values
from cnnstudio.data.config import AugmentConfig

_LUMA = np.array((0.299, 0.587, 0.114))
_YIQ = np.array((_LUMA, (0.595716, -0.274453, -0.321263), (0.211456, -0.522591, 0.311135)))
"""RGB to luma and two axes of colour, as in the NTSC standard (ITU-R BT.470)."""

_AXES = np.linalg.inv(_YIQ)
_GREY = np.tile(_LUMA, (3, 1))
_COLOR = _AXES[:, 1:] @ _YIQ[1:]
_TURNED = _AXES[:, 1:] @ np.array(((0.0, 1.0), (-1.0, 0.0))) @ _YIQ[1:]
"""Luma alone, colour alone, and colour a quarter turn on, from red to yellow: each as a map (3, 3) of RGB."""


@dataclass(frozen=True, slots=True, eq=False)
class Tint:
    """How the colours of each image change.

    Attributes
    ----------
    brightness, contrast : (N,) factors
    colors : (N, 3, 3) float64 maps of RGB that leave greys alone; None when colours stay or there are none
    """

    brightness: Values
    contrast: Values
    colors: Values | None


def draw_tint(config: AugmentConfig, chance: Chance, channels: int) -> Tint | None:
    """Draw how the colours of each image change; None when nothing of the kind is switched on."""
    has_color = channels == 3 and any(config.is_on(name) for name in ("saturation", "hue", "grey"))
    if not (config.is_on("brightness") or config.is_on("contrast") or has_color):
        return None
    brightness = 1 + chance.spread(config.brightness, config.brightness_p)
    contrast = 1 + chance.spread(config.contrast, config.contrast_p)
    return Tint(brightness, contrast, _draw_colors(config, chance) if has_color else None)


def _draw_colors(config: AugmentConfig, chance: Chance) -> Values:
    """Return maps that scale the distance from grey and turn the hue, as the video standards do it, in YIQ.

    Saturation blends with the luma (Haeberli and Voorhies 1994, "Image processing by interpolation and
    extrapolation"); the hue is an angle in the plane of I and Q, so that the luma stays, which it does not in HSV.
    """
    saturation = 1 + chance.spread(config.saturation, config.saturation_p)
    saturation = np.where(chance.chosen(config.grey_p * config.grey), 0.0, saturation)
    angle = 2 * np.pi * chance.spread(config.hue, config.hue_p)
    along, across = saturation * np.cos(angle), saturation * np.sin(angle)
    maps: Values = _GREY + along[:, None, None] * _COLOR + across[:, None, None] * _TURNED
    return maps


def tint(images: Images, drawn: Tint, means: Values, white: float = 1.0) -> Images:
    """Change colours: brightness times a factor, contrast about the image's mean, then colours; cut to [0, 1].

    Parameters
    ----------
    images : (N, C, H, W) float32 from 0 to ``white``, on any device; may be changed in place
    means : (N,) the mean of each image, from 0 to ``white``

    Returns
    -------
    (N, C, H, W) float32 in [0, 1].
    """
    gain = drawn.brightness * drawn.contrast / white
    offset = drawn.brightness * (1 - drawn.contrast) * means / white
    if drawn.colors is not None:
        images = (like(images, drawn.colors) @ images.reshape(len(images), 3, -1)).reshape(images.shape)
    images *= like(images, gain[:, None, None, None])
    images += like(images, offset[:, None, None, None])
    return cut(images)
