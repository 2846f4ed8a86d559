"""What can be said in numbers about each channel of a layer's feature maps. Free of torch."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class ChannelFigures:
    """Figures of C channels of one image; values that are no finite numbers count as 0.

    Attributes
    ----------
    strengths : (C,) mean size of a channel's values
    least, greatest, means : (C,)
    zero_shares : (C,) share of values that are exactly 0
    """

    strengths: Floats
    least: Floats
    greatest: Floats
    means: Floats
    zero_shares: Floats

    @property
    def by_strength(self) -> npt.NDArray[np.int64]:
        """The channel numbers, the strongest first."""
        return np.argsort(-self.strengths, kind="stable").astype(np.int64)

    @property
    def dead(self) -> npt.NDArray[np.int64]:
        """The channels that are 0 everywhere in this image."""
        return np.flatnonzero(self.zero_shares == 1).astype(np.int64)


def channel_figures(activation: Floats) -> ChannelFigures:
    """Return the figures of (C, h, w)."""
    values = np.nan_to_num(activation, nan=0.0, posinf=0.0, neginf=0.0).reshape(len(activation), -1)
    return ChannelFigures(
        np.abs(values).mean(axis=1), values.min(axis=1), values.max(axis=1), values.mean(axis=1),
        (np.count_nonzero(values == 0, axis=1) / values.shape[1]).astype(np.float32))
