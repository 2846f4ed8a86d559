"""Decodes the picture of the chosen row apart from the window's thread."""

from collections.abc import Iterator
from pathlib import Path

from cnnstudio.ui.images import load_thumbnail
from cnnstudio.workspace.jobs import ShouldStop


class ThumbnailJob:
    """Make one thumbnail: a `QImage`. Raises ImageError from `run`."""

    def __init__(self, path: Path, side_px: int) -> None:
        self._path, self._side_px = path, side_px

    @property
    def title(self) -> str:
        """What the status line would say."""
        return self._path.name

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Decode and yield the picture."""
        yield load_thumbnail(self._path, self._side_px)
