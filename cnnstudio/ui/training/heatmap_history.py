"""Keeps the heatmaps of a training's epochs, thinned out evenly when they become many."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cnnstudio.workspace.pinned_images_job import PinnedPicture

MOST = 64
"""Epochs kept: six pictures of 192 px each are about 0.7 MB an epoch."""


class HeatmapHistory:
    """The pictures after epochs, oldest first; the first and the newest are always kept."""

    def __init__(self) -> None:
        self._kept: list[tuple[int, tuple[PinnedPicture, ...]]] = []
        self._last: tuple[int, tuple[PinnedPicture, ...]] | None = None
        self._stride, self._turn = 1, 0

    def __len__(self) -> int:
        return len(self._shown)

    @property
    def _shown(self) -> "list[tuple[int, tuple[PinnedPicture, ...]]]":
        extra = [self._last] if self._last is not None and (not self._kept or self._kept[-1] is not self._last) else []
        return [*self._kept, *extra]

    def add(self, epoch: int, pictures: "tuple[PinnedPicture, ...]") -> None:
        """Keep the pictures after ``epoch``; every second one goes when there are too many."""
        self._last = (epoch, pictures)
        if self._turn % self._stride == 0:
            self._kept.append(self._last)
        self._turn += 1
        if len(self._kept) > MOST:
            self._kept = self._kept[::2]
            self._stride *= 2

    def at(self, place: int) -> "tuple[int, tuple[PinnedPicture, ...]]":
        """Return the epoch and its pictures at ``place`` among those kept."""
        return self._shown[place]
