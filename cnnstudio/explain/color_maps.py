"""The colour scales of heatmaps, which of them mislead, and how they look with a deficient colour vision."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.errors import InputError
from cnnstudio.wording import translate

Pixels = npt.NDArray[np.uint8]

ColorKind = Literal["even", "diverging", "uneven"]


@dataclass(frozen=True, slots=True)
class ColorMapInfo:
    """One colour scale.

    Attributes
    ----------
    kind : ``"even"``: equal steps look equal, and it can be read with every kind of colour vision; ``"diverging"``:
        from against the class over nothing to for it; ``"uneven"``: offered with a warning
    warning : why it misleads; empty for the others
    """

    name: str
    title: str
    kind: ColorKind = "even"
    warning: str = ""


COLOR_MAP_INFOS: tuple[ColorMapInfo, ...] = (
    ColorMapInfo("inferno", "Inferno"), ColorMapInfo("viridis", "Viridis"), ColorMapInfo("cividis", "Cividis"),
    ColorMapInfo("magma", "Magma"), ColorMapInfo("grey", "Grey"),
    ColorMapInfo("cool-warm", "Cool to warm", "diverging"),
    ColorMapInfo("turbo", "Turbo", "uneven",
                 "Turbo cannot be read with every kind of colour vision; choose another one to show to others."),
    ColorMapInfo("jet", "Jet", "uneven",
                 "Jet shows edges where the evidence has none, and cannot be read with every kind of colour vision."))

COLOR_MAPS: tuple[str, ...] = tuple(info.name for info in COLOR_MAP_INFOS if info.kind == "even")
"""Even in lightness, readable with every kind of colour vision; the first is the default."""
DIVERGING = "cool-warm"

_CV2_TABLES = {"inferno": cv2.COLORMAP_INFERNO, "viridis": cv2.COLORMAP_VIRIDIS, "cividis": cv2.COLORMAP_CIVIDIS,
               "magma": cv2.COLORMAP_MAGMA, "turbo": cv2.COLORMAP_TURBO, "jet": cv2.COLORMAP_JET}
# Endpoints and middle of a blue - white - red scale of even lightness on both sides (Moreland 2009, table 1).
_COOL, _MIDDLE, _WARM = (59, 76, 192), (242, 242, 242), (180, 4, 38)


def color_map_info(name: str) -> ColorMapInfo:
    """Return the record of a colour map.

    Raises
    ------
    InputError
        When the name is unknown.
    """
    for info in COLOR_MAP_INFOS:
        if info.name == name:
            return info
    raise InputError(translate(
        "explain", 'There is no colour map "{name}"; choose {color_map_infos}.', name=name,
        color_map_infos=", ".join(info.name for info in COLOR_MAP_INFOS)))


@lru_cache(maxsize=len(COLOR_MAP_INFOS))
def color_table(name: str) -> Pixels:
    """Return the 256 RGB colours (256, 3) of a colour map; of a diverging one 128 is about nothing.

    Raises
    ------
    InputError
        When the name is unknown.
    """
    color_map_info(name)
    ramp = np.arange(256, dtype=np.uint8)
    if name == "grey":
        table = np.repeat(ramp[:, None], 3, axis=1)
    elif name == DIVERGING:
        table = _diverging()
    else:
        table = np.asarray(cv2.applyColorMap(ramp[:, None], _CV2_TABLES[name])[:, 0, ::-1].copy(), dtype=np.uint8)
    table.setflags(write=False)
    return np.asarray(table, dtype=np.uint8)


def _diverging() -> Pixels:
    stops = np.array([_COOL, _MIDDLE, _WARM], dtype=np.float64)
    places = np.linspace(0, 2, 256)
    parts = np.stack([np.interp(places, (0, 1, 2), stops[:, part]) for part in range(3)], 1)
    return np.asarray(np.rint(parts), dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class VisionInfo:
    """A kind of colour vision that can be simulated."""

    name: str
    title: str
    matrix: tuple[tuple[float, float, float], ...] = ()
    """What becomes of linear RGB; empty where nothing does."""


# Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009,
# table 1, severity 1.0; for linear RGB.
VISIONS: tuple[VisionInfo, ...] = (
    VisionInfo("usual", "Usual colour vision"),
    VisionInfo("protanopia", "Without red (protanopia)", (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))),
    VisionInfo("deuteranopia", "Without green (deuteranopia)", (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))),
    VisionInfo("tritanopia", "Without blue (tritanopia)", (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))))


def seen_with(pixels: Pixels, vision: str) -> Pixels:
    """Return (..., 3) RGB pixels as a person with that kind of colour vision sees them.

    Parameters
    ----------
    vision : a name of `VISIONS`
    """
    matrix = next(info.matrix for info in VISIONS if info.name == vision)
    if not matrix:
        return pixels
    linear = _linear_levels()[pixels.reshape(-1, 1, 3)]
    changed = cv2.transform(linear, np.array(matrix, dtype=np.float32))
    steps = np.rint(changed.clip(0, 1) * (len(_display_levels()) - 1)).astype(np.intp)
    return np.asarray(_display_levels()[steps].reshape(pixels.shape), dtype=np.uint8)


@lru_cache(maxsize=1)
def _linear_levels() -> npt.NDArray[np.float32]:
    """Return the light of the 256 levels of a screen, IEC 61966-2-1 (sRGB)."""
    levels = np.arange(256) / 255
    return np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4).astype(np.float32)


@lru_cache(maxsize=1)
def _display_levels() -> Pixels:
    """Return the level of a screen for 4096 even steps of light."""
    light = np.arange(4096) / 4095
    levels = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray(np.rint(levels * 255), dtype=np.uint8)
