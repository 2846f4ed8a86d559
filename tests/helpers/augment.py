"""Images, settings and generators for the tests of random changes."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from cnnstudio.data.config import AugmentConfig

_STRENGTHS = {"rotate_deg": 40.0, "crop": 0.6, "zoom": 0.3, "shift": 0.2, "shear_deg": 20.0, "brightness": 0.4,
              "contrast": 0.4, "saturation": 0.6, "hue": 0.2, "blur": 2.0, "noise": 0.1, "erase": 0.3, "mixup": 0.4,
              "cutmix": 1.0, "flip_horizontal": True, "flip_vertical": True, "grey": True}


def strengths(*names: str) -> dict[str, Any]:
    """Return settings that switch these changes on, strongly enough to be seen."""
    return {name: _STRENGTHS[name] for name in names}


EVERYTHING = AugmentConfig(**strengths(*(name for name in _STRENGTHS if name not in ("mixup", "cutmix"))))


def generator(seed: int = 0) -> torch.Generator:
    """Return a generator in a known state."""
    return torch.Generator().manual_seed(seed)


def batch(count: int = 16, channels: int = 3, height: int = 12, width: int = 18) -> torch.Tensor:
    """Return images in which no two values are alike."""
    return torch.rand(count, channels, height, width, generator=generator(99))


def photos(count: int = 8, channels: int = 3, height: int = 20, width: int = 26, seed: int = 0) -> NDArray[np.uint8]:
    """Return (N, H, W, C) pixels that change smoothly, as those of photographs do."""
    rng = np.random.default_rng(seed)
    rows, columns = np.arange(height)[:, None, None], np.arange(width)[:, None]
    waves = np.zeros((count, height, width, channels))
    for _ in range(3):
        down, right, begin = rng.uniform(-0.5, 0.5, (3, count, 1, 1, channels))
        waves += np.sin(rows * down + columns * right + 9 * begin)
    return (127 + 40 * waves).astype(np.uint8)


def tensor(pixels: NDArray[np.uint8]) -> torch.Tensor:
    """Return pixels as (N, C, H, W) float32 in [0, 1]."""
    return torch.from_numpy(np.ascontiguousarray(pixels.transpose(0, 3, 1, 2)).astype(np.float32) / np.float32(255))


def close(result: torch.Tensor, expected: torch.Tensor, atol: float = 1e-5) -> None:
    """Compare without `torch.testing`, which takes three seconds to import."""
    np.testing.assert_allclose(result.numpy(), expected.numpy(), atol=atol)
