"""The little arithmetic that images need alike, be they numpy arrays on the processor or tensors on a device."""

from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

Images = TypeVar("Images", NDArray[np.float32], Tensor)
"""(N, C, H, W) float32 in [0, 1]."""


def like(images: Images, values: NDArray[np.floating]) -> Images:
    """Return values as what can be added to the images or multiplied with them: float32, on their device."""
    if isinstance(images, Tensor):
        return torch.from_numpy(values.astype(np.float32)).to(images.device)
    return values.astype(np.float32)


def cut(images: Images) -> Images:
    """Cut values to [0, 1], in place."""
    if isinstance(images, Tensor):
        return images.clamp_(0, 1)
    return np.clip(images, 0, 1, out=images)
