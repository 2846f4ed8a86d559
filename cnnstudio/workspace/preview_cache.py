"""What stays in memory between two looks at the canvas: the selected image as the network sees it, and the layers."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.data.config import PreprocessConfig

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.explain.incremental_pass import IncrementalPass
    from cnnstudio.explain.node_pictures import NodePicture

_ImageKey = tuple[Path, int, int, PreprocessConfig]


@dataclass(frozen=True, slots=True, eq=False)
class InputImage:
    """The selected image on its way into the network.

    Attributes
    ----------
    pixels : (h, w, C) uint8
    picture : for the Input's node
    """

    pixels: "NDArray[np.uint8]"
    picture: "NodePicture"


class PreviewCache:
    """Belongs to one canvas and is lent to one `PreviewJob` at a time; made without loading torch."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pass: IncrementalPass | None = None
        self._image: tuple[_ImageKey, InputImage] | None = None

    @contextmanager
    def lent(self) -> Iterator["IncrementalPass"]:
        """Lend what is known of the layers; others wait meanwhile."""
        from cnnstudio.explain.incremental_pass import IncrementalPass

        with self._lock:
            if self._pass is None:
                self._pass = IncrementalPass()
            yield self._pass

    def image(self, path: Path, preprocess: PreprocessConfig) -> InputImage:
        """Return an image as the network sees it, decoded again only when the file has changed.

        Raises
        ------
        ImageError
            When the file cannot be used.
        """
        from cnnstudio.data.loading import load
        from cnnstudio.explain.node_pictures import draw_image

        key = _key(path, preprocess)
        if self._image is None or self._image[0] != key:
            pixels = load(path, preprocess, readable_part=True).input_pixels
            self._image = (key, InputImage(pixels, draw_image(pixels)))
        return self._image[1]

    def forget_weights(self) -> None:
        """Give the memory of random weights back, unless a job uses them right now."""
        if self._pass is not None and self._lock.acquire(blocking=False):
            self._pass.forget_weights()
            self._lock.release()


def _key(path: Path, preprocess: PreprocessConfig) -> _ImageKey:
    try:
        state = path.stat()
    except OSError:
        return (path, 0, 0, preprocess)   # decoding says what is wrong with the file
    return (path, state.st_mtime_ns, state.st_size, preprocess)
