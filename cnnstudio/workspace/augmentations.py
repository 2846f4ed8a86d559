"""Ready-made strengths of augmentation."""

from collections.abc import Mapping
from types import MappingProxyType

from cnnstudio.data.config import AugmentConfig

AUGMENTATIONS: Mapping[str, AugmentConfig] = MappingProxyType({
    "none": AugmentConfig(),
    "light": AugmentConfig(flip_horizontal=True, rotate_deg=5, zoom=0.05, shift=0.05, brightness=0.1, contrast=0.1),
    "medium": AugmentConfig(flip_horizontal=True, rotate_deg=15, zoom=0.15, shift=0.1, brightness=0.2, contrast=0.2,
                            saturation=0.2),
    "strong": AugmentConfig(flip_horizontal=True, rotate_deg=25, zoom=0.3, shift=0.15, brightness=0.3, contrast=0.3,
                            saturation=0.4, noise=0.02, erase=0.2),
})
"""Name -> settings, from nothing to strong. All but the first mirror, which suits photographs and not letters."""
