"""First settings that fit the images of a folder: input size, colour, network, recipe."""

from collections.abc import Sequence
from pathlib import Path

from cnnstudio.data.config import Color, PreprocessConfig
from cnnstudio.data.decoding.decode import decode, is_grey
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.errors import ImageError
from cnnstudio.training.config import TrainConfig

SMALL_IMAGE_PX = 32
"""Up to this shorter side the images keep their own size."""
SIZES_PX = (64, 48, 32)
"""Else the largest of these that the images fill; 64 keeps a first training on a laptop short."""
FEW_IMAGES, FEW_IMAGES_EPOCHS, FEW_IMAGES_BATCH = 500, 30, 16
"""Under 500 images ten epochs of batches of 32 are too few steps for anything to be learned."""
_LOOK_PX = (128, 128)
TUTORIAL_LIMIT_PX = 36
"""The tutorial network has too few poolings for larger images: its dense layer would grow past reason."""
TUTORIAL_SMALLEST_PX = 18
"""Smaller images do not survive its three convolutions and two poolings."""


def suggest_preprocess(folder: ImageFolder, *, images: int = 12) -> PreprocessConfig:
    """Look at ``images`` images spread over the folder and suggest the network's input.

    The size follows the median of the shorter sides; the colour is grey only when every image looked at is grey.
    """
    sides: list[int] = []
    grey = True
    for path in _spread([file.path for file in folder.files], images):
        try:
            image = decode(path, at_least=_LOOK_PX)
        except ImageError:
            continue
        sides.append(min(image.source_h, image.source_w))
        grey = grey and is_grey(image.pixels)
    size = _size(sides)
    color: Color = "grey" if grey and sides else "rgb"
    return PreprocessConfig(height=size, width=size, color=color)


def suggest_recipe(folder: ImageFolder) -> TrainConfig:
    """Return a first recipe: few images give few steps an epoch, so they get smaller batches and more epochs."""
    if folder.used >= FEW_IMAGES:
        return TrainConfig()
    return TrainConfig(epochs=FEW_IMAGES_EPOCHS, batch_size=FEW_IMAGES_BATCH)


def suggest_network(preprocess: PreprocessConfig) -> str:
    """Return the name of the preset that suits the input size."""
    sides = (preprocess.height, preprocess.width)
    return "tutorial" if min(sides) >= TUTORIAL_SMALLEST_PX and max(sides) <= TUTORIAL_LIMIT_PX else "small"


def _size(sides: Sequence[int]) -> int:
    if not sides:
        return SIZES_PX[0]
    median = sorted(sides)[len(sides) // 2]
    if median <= SMALL_IMAGE_PX:
        return max(16, median)
    return next(size for size in SIZES_PX if size <= median)


def _spread(paths: Sequence[Path], count: int) -> list[Path]:
    """Return at most ``count`` paths at even distances, so that every class has its turn."""
    step = max(1, len(paths) // count)
    return list(paths[::step][:count])
