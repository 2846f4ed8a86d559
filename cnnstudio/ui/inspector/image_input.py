"""Images from outside: what was dropped on the page or lies on the clipboard."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from cnnstudio.workspace.video_job import VIDEO_ENDINGS

IMAGE_FILE_FILTER = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff *.heic *.heif *.avif"
VIDEO_FILE_FILTER = " ".join(f"*{ending}" for ending in VIDEO_ENDINGS)


def is_video(path: Path) -> bool:
    """Whether a file is called like a video."""
    return path.suffix.lower() in VIDEO_ENDINGS


def to_pixels(image: QImage) -> np.ndarray:
    """Return a Qt image as (H, W, 3) uint8 RGB; transparent parts are laid on white, as the decoder does."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter

    canvas = QImage(image.size(), QImage.Format.Format_RGB888)
    canvas.fill(Qt.GlobalColor.white)
    painter = QPainter(canvas)
    painter.drawImage(0, 0, image)
    painter.end()
    height, width = canvas.height(), canvas.width()
    rows = np.frombuffer(canvas.constBits(), dtype=np.uint8).reshape(height, canvas.bytesPerLine())
    return rows[:, :3 * width].reshape(height, width, 3).copy()


def image_in(data: QMimeData | None) -> "Path | np.ndarray | None":
    """Return the image that ``data`` holds: a file's path, else pixels (H, W, 3); None when there is none.

    A folder is no image: the window takes it as an image folder. A clipboard that nobody can read has no data at all.
    """
    if data is None:
        return None
    for url in data.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.is_file():
            return path
    if data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return to_pixels(image)
    return None
