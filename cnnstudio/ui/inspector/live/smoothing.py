"""Lets maps of pictures that follow each other change slowly, when that is wanted."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from cnnstudio.workspace.look_answer import ImageAnswer, MapAnswer

USUAL_SHARE = 0.5


class MapSmoother:
    """Off until it gets a share; each map then is a mean over the pictures so far, in which older ones fade.

    Attributes
    ----------
    share : of what was shown before in what is shown now, over 0 and below 1; None is off
    """

    def __init__(self) -> None:
        self.share: float | None = None
        self._image: object = None
        self._before: MapAnswer | None = None
        self._after: MapAnswer | None = None

    def forget(self) -> None:
        """Begin anew with the next picture."""
        self._image = self._before = self._after = None

    def smoothed(self, image: "ImageAnswer", found: "MapAnswer") -> "MapAnswer":
        """Return the map to show: share · the one before + (1 - share) · this one, where both ask the same."""
        if self.share is None:
            self.forget()
            return found
        if image.image is not self._image:    # the same picture may be answered several times
            self._image, self._before = image.image, self._after
        before = self._before
        if before is not None and before.key == found.key and before.raw.shape == found.raw.shape:
            raw = self.share * before.raw + (1 - self.share) * found.raw
            found = replace(found, raw=np.asarray(raw, dtype=np.float32), cells=None)
        self._after = found
        return found
