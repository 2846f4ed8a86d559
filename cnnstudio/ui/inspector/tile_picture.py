"""Draws one small picture of an image with a map over it, as it is shown at full size."""

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap

from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.inspector.map_picture import LaidMap, picture, values_over
from cnnstudio.ui.inspector.view_style import ViewStyle


def small_image(pixels: np.ndarray, side: int) -> QImage:
    """Return an image (H, W, 3) with its longer side at ``side`` pixels; a small one with its edges kept sharp."""
    height, width = pixels.shape[:2]
    scale = side / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_NEAREST
    return to_qimage(np.asarray(cv2.resize(pixels, size, interpolation=way), dtype=np.uint8))


def tile_picture(image: QImage, laid: LaidMap, limit: float, style: ViewStyle) -> QPixmap:
    """Return ``image`` with the map over it; ``limit`` is what the last colour stands for."""
    side = max(image.width(), image.height())
    heat = picture(values_over(laid, style.sign, cells=style.shows_cells, side=side), limit, style)
    canvas = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(style.opacity)
    painter.drawImage(QRectF(canvas.rect()), heat, QRectF(heat.rect()))
    painter.end()
    return QPixmap.fromImage(canvas)
