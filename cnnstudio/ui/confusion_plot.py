"""The confusion matrix as a picture one can click."""

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from cnnstudio.ui.theme import CAPTION_PX, font, mixed, theme

_LABEL_LIMIT_PX = 120
_AXIS_PX = 18
_NUMBER_FROM_PX = 20
_GAP_PX = 1


class ConfusionPlot(QWidget):
    """Rows are true classes, columns predicted ones; shade is the share of the row, the number the count."""

    cell_clicked = Signal(int, int)
    """True class, predicted class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confusion_matrix")
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setMouseTracking(True)
        self.setMinimumSize(220, 200)
        self._matrix = np.zeros((0, 0), dtype=np.int64)
        self._names: tuple[str, ...] = ()
        self._selected: tuple[int, int] | None = None
        theme().changed.connect(self.update)

    def set_matrix(self, matrix: np.ndarray, class_names: tuple[str, ...]) -> None:
        """Show ``matrix`` (K, K) of counts, rows true."""
        self._matrix, self._names, self._selected = np.asarray(matrix), tuple(class_names), None
        right = int(np.trace(self._matrix))
        self.setAccessibleDescription(
            self.tr("{right} of {all} images right").format(right=right, all=int(self._matrix.sum())))
        self.updateGeometry()
        self.update()

    def select(self, cell: tuple[int, int] | None) -> None:
        """Mark a cell (true, predicted), or none."""
        self._selected = cell
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size at which the numbers can be read."""
        side = max(260, 40 * len(self._names) + 110)
        return QSize(min(side, 640), min(side, 560))

    def cell_rect(self, true: int, predicted: int) -> QRectF:
        """Return where a cell is drawn, in widget pixels."""
        left, top, side = self._grid()
        return QRectF(left + predicted * side, top + true * side, side, side)

    def _cell_colors(self) -> list[list[QColor]]:
        """Return each cell's ground: the share of its row, in the accent colour where it is right."""
        ground, right, wrong = (theme().color(name) for name in ("hover", "accent", "bad"))
        shares = self._matrix / np.maximum(self._matrix.sum(axis=1, keepdims=True), 1)
        return [[mixed(ground, right if row == column else wrong, 0.85 * float(share))
                 for column, share in enumerate(line)] for row, line in enumerate(shares)]

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return (true, predicted) under ``point``, or None."""
        left, top, side = self._grid()
        column, row = int((point.x() - left) // side), int((point.y() - top) // side)
        inside = 0 <= column < len(self._names) and 0 <= row < len(self._names)
        return (row, column) if inside else None

    def _label_width(self) -> float:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(name) for name in self._names), default=0)
        return float(min(widest + 10, _LABEL_LIMIT_PX))

    def _grid(self) -> tuple[float, float, float]:
        """Return left, top and the side of a cell."""
        label, count = self._label_width(), max(1, len(self._names))
        left, bottom = _AXIS_PX + label, _AXIS_PX + 20.0
        side = max(6.0, min((self.width() - left - 2) / count, (self.height() - bottom - 2) / count, 72.0))
        return left, 2.0, side

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw cells, numbers and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(CAPTION_PX))
        left, top, side = self._grid()
        for true, line in enumerate(self._cell_colors()):
            for predicted, ground in enumerate(line):
                rect = QRectF(left + predicted * side, top + true * side, side, side).adjusted(0, 0, -_GAP_PX, -_GAP_PX)
                painter.fillRect(rect, ground)
                if side >= _NUMBER_FROM_PX and self._matrix[true, predicted]:
                    painter.setPen(theme().readable_on(ground))
                    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{int(self._matrix[true, predicted]):,}")
        if self._selected is not None:
            painter.setPen(QPen(theme().color("text"), 2))
            painter.drawRect(self.cell_rect(*self._selected).adjusted(0, 0, -_GAP_PX, -_GAP_PX))
        self._draw_names(painter)
        painter.end()

    def _draw_names(self, painter: QPainter) -> None:
        left, top, side = self._grid()
        metrics, count = painter.fontMetrics(), len(self._names)
        painter.setPen(theme().color("text"))
        for number, name in enumerate(self._names):
            row = QRectF(_AXIS_PX, top + number * side, left - _AXIS_PX - 6, side)
            width = int(row.width())
            painter.drawText(row, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                             metrics.elidedText(name, Qt.TextElideMode.ElideRight, width))
            column = QRectF(left + number * side, top + count * side + 2, side, 18)
            painter.drawText(column, Qt.AlignmentFlag.AlignCenter,
                             metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(side) - 2))
        painter.setPen(theme().color("quiet"))
        painter.drawText(QRectF(left, top + count * side + 20, count * side, _AXIS_PX),
                         Qt.AlignmentFlag.AlignCenter, self.tr("predicted"))
        painter.translate(0, top + count * side)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, count * side, _AXIS_PX), Qt.AlignmentFlag.AlignCenter, self.tr("true"))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select the cell under the pointer."""
        cell = self.cell_at(event.position().toPoint())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.select(cell)
            self.cell_clicked.emit(*cell)

    def event(self, event: QEvent) -> bool:
        """Say a cell in words as its tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self.cell_at(event.pos())
            if cell is not None:
                QToolTip.showText(event.globalPos(), self.describe(*cell), self)
                return True
        return super().event(event)

    def describe(self, true: int, predicted: int) -> str:
        """Return a cell in words."""
        count, row_sum = int(self._matrix[true, predicted]), int(self._matrix[true].sum())
        return self.tr("{count} of {all} images of {true} were taken for {predicted}").format(
            count=count, all=row_sum, true=self._names[true], predicted=self._names[predicted])
