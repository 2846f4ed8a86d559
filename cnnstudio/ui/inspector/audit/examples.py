"""A few images of a class card, small and beside each other, decoded when they come onto the screen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.cards import described
from cnnstudio.ui.images import Thumbnail, ThumbnailModel

_SIDE_PX, _GAP_PX = 64, 6
MOST = 5
"""Images a row."""


class Examples(QWidget):
    """The first of some images in a row; those whose files are gone show a sign.

    Parameters
    ----------
    paths
        Files, the most telling first; at most `MOST` are shown.
    title
        What they are, for a screen reader.
    """

    def __init__(self, paths: Sequence[Path], title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown = list(paths[:MOST])
        self.model = ThumbnailModel(self, side_px=_SIDE_PX)
        self.model.set_rows([Thumbnail(path) for path in shown])
        self.model.dataChanged.connect(self.update)
        names = ", ".join(path.name for path in shown)
        described(self, "audit_examples", f"{title}: {names}", names)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the row."""
        count = self.model.rowCount()
        return QSize(max(0, count * (_SIDE_PX + _GAP_PX) - _GAP_PX), _SIDE_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw each picture in the middle of its square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place in range(self.model.rowCount()):
            picture = self.model.picture(self.model.row(place).path, place)
            square = QRect(place * (_SIDE_PX + _GAP_PX), 0, _SIDE_PX, _SIDE_PX)
            size = picture.deviceIndependentSize().toSize().boundedTo(square.size())
            target = QRect(square.topLeft(), size)
            target.moveCenter(square.center())
            painter.drawPixmap(target, picture)
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """End the decoding threads while nobody looks."""
        self.model.close()
        super().hideEvent(event)
