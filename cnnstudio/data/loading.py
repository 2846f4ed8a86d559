"""The one way from a file to the network's input: training, previews, predictions and heatmaps all come here.

A network sees a few thousand pixels of a photo of twelve million, and a JPEG can be decoded at 1/2, 1/4 or 1/8 of its
size in a third of the time. How small depends on the preprocessing alone, never on who asks, so that all get the same
pixels. A view that shows the picture itself, as the heatmap page does, decodes it whole besides and lays over it what
was found for these input pixels.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.decoding.decode import DecodedImage, decode, decode_bytes
from cnnstudio.data.preprocess import Placement, place, to_input_pixels

DRAFT_MARGIN = 2
"""A JPEG is decoded at no less than this many times the input's size in both directions.

Measured on four photos, as the root mean square difference between input pixels by way of a smaller decoding and
from the whole picture, in levels of 255, worst for sizes just above a margin: margin 1: 4 to 7, margin 2: 1.5 to 2.4,
margin 3: 0.6 to 1.4. For comparison: saving a photo at quality 85 costs 0.4 to 1.2, Pillow's antialiased bilinear in
place of averaging areas 3 to 6. With 2 the difference stays well below that between two usual ways to resize, and a
12-megapixel photo for an input of 64 to 189 pixels is decoded at 1/8.
"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One picture on its way into the network.

    Attributes
    ----------
    pixels : (H, W, 3) uint8 RGB, upright; a large JPEG is smaller than in its file
    input_pixels : (h, w, C) uint8, what the network is given before normalisation
    notes : what decoding did to it
    source_h, source_w : of the upright picture in its file, in pixels
    """

    pixels: NDArray[np.uint8]
    input_pixels: NDArray[np.uint8]
    notes: tuple[str, ...]
    source_h: int
    source_w: int

    @property
    def is_whole(self) -> bool:
        """Whether ``pixels`` are as many as in the file."""
        return self.pixels.shape[:2] == (self.source_h, self.source_w)


def load(path: Path, preprocess: PreprocessConfig, *, readable_part: bool = False) -> Loaded:
    """Decode a file as far as the network's input needs it, and make that input.

    Parameters
    ----------
    readable_part : use what is there of a file whose end is missing

    Raises
    ------
    ImageError
        With the path and a reason in plain words, whatever goes wrong.
    """
    image = decode(path, at_least=_draft_size(preprocess), readable_part=readable_part,
                   background=preprocess.background, sixteen_bit=preprocess.sixteen_bit)
    return _loaded(image, preprocess)


def load_bytes(data: bytes, name: str, preprocess: PreprocessConfig, *, readable_part: bool = False) -> Loaded:
    """Do the same for a file that is in memory; ``name`` is what errors call it. See `load`."""
    image = decode_bytes(data, name, at_least=_draft_size(preprocess), readable_part=readable_part,
                         background=preprocess.background, sixteen_bit=preprocess.sixteen_bit)
    return _loaded(image, preprocess)


def whole_picture(
    path: Path, loaded: Loaded, preprocess: PreprocessConfig, *, readable_part: bool = False,
) -> NDArray[np.uint8]:
    """Return all pixels of a loaded file, (source_h, source_w, 3) uint8 RGB, for views that show the picture itself.

    Raises
    ------
    ImageError
        When the file has vanished meanwhile, or its whole is too much for the memory.
    """
    if loaded.is_whole:
        return loaded.pixels
    return decode(path, readable_part=readable_part, background=preprocess.background,
                  sixteen_bit=preprocess.sixteen_bit).pixels


def placement(loaded: Loaded, preprocess: PreprocessConfig) -> Placement:
    """Return where in the whole picture the network's input lies."""
    height, width = loaded.pixels.shape[:2]
    return place(height, width, preprocess).scaled(loaded.source_h, loaded.source_w)


def _draft_size(preprocess: PreprocessConfig) -> tuple[int, int]:
    return preprocess.height * DRAFT_MARGIN, preprocess.width * DRAFT_MARGIN


def _loaded(image: DecodedImage, preprocess: PreprocessConfig) -> Loaded:
    return Loaded(image.pixels, to_input_pixels(image.pixels, preprocess), image.notes, image.source_h, image.source_w)
