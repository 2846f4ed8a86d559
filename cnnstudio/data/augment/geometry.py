"""Where each pixel of a randomly moved image comes from: all movements of an image as one affine map."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.augment.chance import Chance, Values
from cnnstudio.data.config import AugmentConfig

_RATIO = 4 / 3
"""A crop's sides differ in proportion from the image's by no more than this."""


@dataclass(frozen=True, slots=True, eq=False)
class Motion:
    """How each image of a batch is moved.

    Attributes
    ----------
    mirrored, flipped : (N,) whether left and right, top and bottom change places
    maps : (N, 2, 3) float64, None when there is nothing but that: from a place in the result to the place in the
        image, with the mirroring; places are counted in pixels from the image's centre, x to the right, y down
    """

    mirrored: NDArray[np.bool_]
    flipped: NDArray[np.bool_]
    maps: NDArray[np.float64] | None

    def pixel_maps(self, height: int, width: int) -> NDArray[np.float64]:
        """Return the maps between indices (column, row) of pixels: (N, 2, 3) float64."""
        assert self.maps is not None  # noqa: S101 - for the type checker
        center = np.array([(width - 1) / 2, (height - 1) / 2])
        moved = self.maps.copy()
        moved[:, :, 2] += center - self.maps[:, :, :2] @ center
        return moved

    def unit_maps(self, height: int, width: int) -> NDArray[np.float64]:
        """Return the maps between places counted from -1 to 1 on both axes, as `torch` wants them."""
        assert self.maps is not None  # noqa: S101 - for the type checker
        half = np.array([width / 2, height / 2])
        maps: NDArray[np.float64] = self.maps * np.append(half, 1.0) / half[:, None]
        return maps


def draw_motion(config: AugmentConfig, chance: Chance, height: int, width: int) -> Motion | None:
    """Draw how each image is moved; None when nothing of the kind is switched on.

    An image is mirrored and flipped, cropped, zoomed, sheared, rotated and shifted, in this order, about its centre.
    """
    on = [draw for name, draw in _MOVES.items() if config.is_on(name)]
    if not (on or config.is_on("flip_horizontal") or config.is_on("flip_vertical")):
        return None
    mirrored = chance.chosen(config.flip_horizontal_p * config.flip_horizontal)
    flipped = chance.chosen(config.flip_vertical_p * config.flip_vertical)
    if not on:
        return Motion(mirrored, flipped, None)
    whole = _linear(np.where(mirrored, -1.0, 1.0), 0.0, 0.0, np.where(flipped, -1.0, 1.0))
    for draw in on:
        whole = whole @ draw(config, chance, height, width)
    return Motion(mirrored, flipped, whole[:, :2])


def _linear(a: Values | float, b: Values | float, c: Values | float, d: Values | float) -> Values:
    """Return maps ``[[a, b], [c, d]]`` without a shift: (N, 3, 3)."""
    maps = np.zeros((*np.broadcast_shapes(*(np.shape(one) for one in (a, b, c, d))), 3, 3))
    maps[..., 0, 0], maps[..., 0, 1], maps[..., 1, 0], maps[..., 1, 1], maps[..., 2, 2] = a, b, c, d, 1
    return maps


def _crop(config: AugmentConfig, chance: Chance, height: int, width: int) -> Values:
    """Draw the area evenly, the proportion evenly on a log scale among those that fit, and the place evenly.

    Szegedy et al. 2015, arXiv:1409.4842, section 6; there what does not fit is drawn again.
    """
    area = 1 - config.crop * chance.share() * chance.chosen(config.crop_p)
    most = np.minimum(_RATIO, 1 / area)
    ratio = most ** (2 * chance.share() - 1)
    wide, high = np.minimum(np.sqrt(area * ratio), 1), np.minimum(np.sqrt(area / ratio), 1)
    maps = _linear(wide, 0.0, 0.0, high)
    maps[:, 0, 2] = width * (1 - wide) * (chance.share() - 0.5)
    maps[:, 1, 2] = height * (1 - high) * (chance.share() - 0.5)
    return maps


def _zoom(config: AugmentConfig, chance: Chance, _height: int, _width: int) -> Values:
    step = 1 / (1 + chance.spread(config.zoom, config.zoom_p))
    return _linear(step, 0.0, 0.0, step)


def _shear(config: AugmentConfig, chance: Chance, _height: int, _width: int) -> Values:
    """Slant along x, then along y; the area stays."""
    along_x, along_y = (np.tan(np.deg2rad(chance.spread(config.shear_deg))) for _ in range(2))
    chosen = chance.chosen(config.shear_deg_p)
    along_x, along_y = along_x * chosen, along_y * chosen
    return _linear(1 + along_x * along_y, along_x, along_y, 1.0)


def _rotate(config: AugmentConfig, chance: Chance, _height: int, _width: int) -> Values:
    angle = np.deg2rad(chance.spread(config.rotate_deg, config.rotate_deg_p))
    cos, sin = np.cos(angle), np.sin(angle)
    return _linear(cos, sin, -sin, cos)


def _shift(config: AugmentConfig, chance: Chance, height: int, width: int) -> Values:
    right, down = chance.spread(config.shift), chance.spread(config.shift)
    chosen = chance.chosen(config.shift_p)
    maps = _linear(np.ones(chance.count), 0.0, 0.0, 1.0)
    maps[:, 0, 2], maps[:, 1, 2] = -width * right * chosen, -height * down * chosen
    return maps


_MOVES: dict[str, Callable[[AugmentConfig, Chance, int, int], Values]] = {
    "crop": _crop, "zoom": _zoom, "shear_deg": _shear, "rotate_deg": _rotate, "shift": _shift}
"""In the order in which an image is moved; each gives the map back, from the result to the image: (N, 3, 3)."""
