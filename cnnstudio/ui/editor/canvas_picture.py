"""Draws the whole canvas into a file to print or to hand in: PNG, PDF or SVG."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from cnnstudio import storage
from cnnstudio.errors import NetworkError
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.style import canvas_style

PICTURE_SUFFIXES = (".png", ".pdf", ".svg")
_MARGIN_PX = 24.0
_SCALE = 2.0
_LONGEST_PX = 30_000
_PDF_DPI = 144
_POINTS_PER_PX = 0.75     # a pixel on paper is 1/96 inch, a point 1/72


def save_picture(scene: NetworkScene, path: Path) -> None:
    """Draw everything on the canvas, without the selection, in the colours of the theme.

    Parameters
    ----------
    scene : drawn as it is, at any zoom of the window
    path : its suffix decides the format; written whole or not at all

    Raises
    ------
    NetworkError
        When there is nothing to draw or the suffix is none of `PICTURE_SUFFIXES`.
    StorageError
        When the file cannot be written.
    """
    draw = {".png": _png, ".pdf": _pdf, ".svg": _svg}.get(path.suffix.lower())
    if draw is None:
        raise NetworkError(f"{path.name}: a picture of the network is a {', '.join(PICTURE_SUFFIXES)} file.")
    if not scene.nodes and not scene.comments:
        raise NetworkError("There is nothing on the canvas to draw yet.")
    with _without_selection(scene):
        storage.write_bytes(path, draw(scene, picture_box(scene)))


def picture_box(scene: NetworkScene) -> QRectF:
    """Give what the picture shows, in scene pixels."""
    return scene.content_box.adjusted(-_MARGIN_PX, -_MARGIN_PX, _MARGIN_PX, _MARGIN_PX)


def _png(scene: NetworkScene, box: QRectF) -> bytes:
    scale = min(_SCALE, _LONGEST_PX / max(box.width(), box.height()))
    image = QImage(QSize(round(box.width() * scale), round(box.height() * scale)), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    _paint(scene, painter, QRectF(image.rect()), box)
    painter.end()
    buffer = _open_buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _title() -> str:
    return QCoreApplication.translate("canvas_picture", "Network")


def _pdf(scene: NetworkScene, box: QRectF) -> bytes:
    buffer = _open_buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle(_title())
    writer.setCreator("CNN Studio")
    writer.setResolution(_PDF_DPI)
    size = QSizeF(box.width() * _POINTS_PER_PX, box.height() * _POINTS_PER_PX)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    painter = QPainter(writer)
    _paint(scene, painter, QRectF(0, 0, writer.width(), writer.height()), box)
    painter.end()
    return bytes(buffer.data().data())


def _svg(scene: NetworkScene, box: QRectF) -> bytes:
    buffer = _open_buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(box.size().toSize())
    generator.setViewBox(QRectF(0, 0, box.width(), box.height()))
    generator.setTitle(_title())
    painter = QPainter(generator)
    _paint(scene, painter, QRectF(0, 0, box.width(), box.height()), box)
    painter.end()
    return bytes(buffer.data().data())


def _open_buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _paint(scene: NetworkScene, painter: QPainter, target: QRectF, box: QRectF) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(target, canvas_style().colors["surface"])
    scene.render(painter, target, box)


@contextlib.contextmanager
def _without_selection(scene: NetworkScene) -> Iterator[None]:
    """Draw without rings; nobody is told, for the selection stays what it is."""
    chosen = scene.selectedItems()
    before = scene.blockSignals(True)
    try:
        for item in chosen:
            item.setSelected(False)
        yield
    finally:
        for item in chosen:
            item.setSelected(True)
        scene.blockSignals(before)
