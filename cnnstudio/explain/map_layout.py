"""How a layer's output holds its maps: channels first, channels last, or as a row of places (tokens)."""

import math
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

Kind = Literal["channels first", "channels last", "tokens"]


@dataclass(frozen=True, slots=True)
class MapLayout:
    """Where C, h and w are in an output: (n, C, h, w), (n, h, w, C), or (n, extra + h * w, C)."""

    kind: Kind
    channels: int
    height: int
    width: int
    extra: int = 0
    """Tokens before those of places, such as the class token, which have no place and are left out of a map."""

    @property
    def shape(self) -> tuple[int, int, int]:
        """(C, h, w)."""
        return (self.channels, self.height, self.width)

    def maps(self, output: Tensor) -> Tensor:
        """Return (n, C, h, w) of a layer's output, or of a gradient of the same shape."""
        if self.kind == "channels first":
            return output
        if self.kind == "channels last":
            return output.permute(0, 3, 1, 2)
        places = output[:, self.extra:]
        return places.reshape(len(output), self.height, self.width, self.channels).permute(0, 3, 1, 2)

    def output(self, maps: Tensor, like: Tensor) -> Tensor:
        """Return maps (n, C, h, w) as the layer would give them; tokens without a place are those of ``like``."""
        if self.kind == "channels first":
            return maps
        last = maps.permute(0, 2, 3, 1)
        if self.kind == "channels last":
            return last
        places = last.reshape(len(maps), self.height * self.width, self.channels)
        return torch.cat((like[:, :self.extra].expand(len(maps), -1, -1), places), dim=1)


def layout_of(shape: torch.Size | tuple[int, ...], image_height: int, image_width: int) -> MapLayout | None:
    """Return how an output of this shape holds maps of an image; None when it has no height and width.

    Four axes are channels first unless only the other reading has the proportions of the image, as Swin's
    (n, h, w, C) do. Three axes are tokens when their number, but for one class token, is a grid of the image's
    proportions, as a vision transformer's is.
    """
    if len(shape) == 4:
        _, first, second, third = shape
        fits_first = _fits(second, third, image_height, image_width)
        if not fits_first and _fits(first, second, image_height, image_width) and third > 1:
            return MapLayout("channels last", third, first, second)
        return MapLayout("channels first", first, second, third)
    if len(shape) == 3:
        return _tokens(shape[1], shape[2], image_height, image_width)
    return None


def _tokens(tokens: int, channels: int, image_height: int, image_width: int) -> MapLayout | None:
    for extra in (0, 1):
        places = tokens - extra
        height = round(math.sqrt(max(places, 0) * image_height / image_width))
        if places > 1 and height and places % height == 0 and _fits(height, places // height, image_height,
                                                                    image_width):
            return MapLayout("tokens", channels, height, places // height, extra)
    return None


def _fits(height: int, width: int, image_height: int, image_width: int) -> bool:
    """Whether a grid has the proportions of the image, but for one cell more or less."""
    wanted = height * image_width / image_height
    return height > 1 and abs(width - wanted) <= max(1.0, 0.1 * wanted)
