"""A plot with one upright axis for each setting of a sweep: each combination is a line from axis to axis.

Dragging along an axis keeps the lines that cross it there; hovering names a combination, a click chooses it.
"""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.sweeps.brushes import Brushes, RangeDrag
from cnnstudio.ui.sweeps.geometry import PlotGeometry
from cnnstudio.ui.sweeps.plot_painter import PlotPainter, PlotPicture, layer
from cnnstudio.ui.sweeps.scales import PlotAxis
from cnnstudio.ui.theme import theme

_MARGINS_PX = (76, 38, 84, 14)
"""Left, top, right, bottom of what the axes stand in: room for what is written beside them."""
_KEY_STEP = 0.05


class ParallelPlot(QWidget):
    """Shows the combinations given by `set_lines`."""

    kept_changed = Signal()
    """Other lines lie in the ranges; `kept` says which."""
    chosen = Signal(int)
    """The row that was clicked or gone to by the keys."""
    pointed_at = Signal(int)
    """The row below the pointer; -1 for none."""
    activated = Signal(int)
    """The row that was double-clicked, or chosen with Return."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parallel_plot")
        self.setAccessibleName(self.tr("Combinations on parallel axes"))
        self.setMinimumSize(320, 190)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.brushes = Brushes()
        self.axis = 0
        """The axis that keys work on."""
        self._axes: Sequence[PlotAxis] = ()
        self._dashed = np.zeros(0, dtype=bool)
        self._text_of: Callable[[int], str] = str
        self._kept = np.zeros(0, dtype=bool)
        self._shown = np.zeros(0, dtype=bool)
        self._current = self._hovered = -1
        self._layer: QPixmap | None = None
        self._drag: RangeDrag | None = None
        theme().changed.connect(self._repaint_lines)

    # what is shown

    def set_lines(self, axes: Sequence[PlotAxis], text_of: Callable[[int], str], dashed: np.ndarray, *,
                  same_axes: bool = False) -> None:
        """Show combinations.

        Parameters
        ----------
        axes : with the places of (N,) combinations; the last one is the accuracy's, which gives the colours
        text_of : row -> its description, for the tool tip
        dashed : (N,) whether a combination has no result as the others have
        same_axes : keep the ranges and the axis in use, because only results have come
        """
        self._axes, self._text_of, self._dashed = axes, text_of, dashed
        self._hovered = -1
        if not same_axes:
            self.brushes.clear()
            self.axis, self._current = 0, -1
        self._shown = np.ones(len(dashed), dtype=bool)
        self._refresh_kept()

    def set_shown(self, shown: np.ndarray) -> None:
        """Draw only some combinations (N,) strongly, whatever the ranges keep."""
        if not np.array_equal(shown, self._shown):
            self._shown = shown
            self._repaint_lines()

    @property
    def kept(self) -> np.ndarray:
        """Whether each combination (N,) lies in all ranges."""
        return self._kept

    @property
    def current(self) -> int:
        """The chosen row; -1 for none."""
        return self._current

    def set_current(self, row: int) -> None:
        """Choose a row without telling."""
        if row != self._current:
            self._current = row
            self._describe()
            self.update()

    def clear_ranges(self, axis: int | None = None) -> None:
        """Keep everything again, on one axis or on all."""
        if self.brushes.clear(axis):
            self._refresh_kept()

    @property
    def geometry_now(self) -> PlotGeometry:
        """Where everything is, in the widget's pixels."""
        left, top, right, bottom = _MARGINS_PX
        area = QRectF(left, top, max(1.0, self.width() - left - right), max(1.0, self.height() - top - bottom))
        return PlotGeometry(area, len(self._axes))

    def line_at(self, point: QPointF) -> int:
        """Return the row of the nearest line that is kept; -1 when none is near."""
        return self.geometry_now.line_at(point, self._axes, self._kept & self._shown)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size at which labels have room."""
        return QSize(720, 280)

    # painting

    def _repaint_lines(self) -> None:
        self._layer = None
        self.update()

    def _refresh_kept(self) -> None:
        self._kept = self.brushes.kept(self._axes)
        self._describe()
        self._repaint_lines()
        self.kept_changed.emit()

    def _describe(self) -> None:
        count, kept = len(self._dashed), int(np.count_nonzero(self._kept))
        text = self.tr("{kept} of {count} combinations lie in the ranges.").format(kept=kept, count=count)
        if 0 <= self._current < count:
            text += " " + self.tr("Chosen: {combination}").format(combination=self._text_of(self._current))
        self.setAccessibleDescription(text)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the lines as they were painted last, unless they have changed, and what is above them."""
        places = self.geometry_now
        picture = PlotPicture(self._axes, self._kept & self._shown, self._dashed, places.area, places.xs)
        if self._layer is None or self._layer.deviceIndependentSize().toSize() != self.size():
            self._layer = layer(picture, self.size(), self.devicePixelRatioF())
        painter = PlotPainter(self, picture)
        painter.painter.drawPixmap(0, 0, self._layer)
        for row in {self._current, self._hovered} - {-1}:
            painter.draw_chosen(row, is_current=row == self._current)
        painter.draw_axes(self.brushes, self.axis if self.hasFocus() else -1)
        painter.painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Paint the lines anew."""
        self._layer = None
        super().resizeEvent(event)

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold of a range, begin a new one, or choose a line."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        places = self.geometry_now
        axis = places.axis_at(event.position().x())
        if axis is None:
            self._choose(self.line_at(event.position()))
            return
        self.axis = axis
        self._drag = RangeDrag(self.brushes, axis, places.place(event.position().y()), places.area.height())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Change the range that is held, or name what is below the pointer."""
        places = self.geometry_now
        if self._drag is None:
            axis = places.axis_at(event.position().x())
            self.setCursor(Qt.CursorShape.ArrowCursor if axis is None else Qt.CursorShape.SizeVerCursor)
            self._hover(self.line_at(event.position()))
        elif self._drag.to(places.place(event.position().y())):
            self._refresh_kept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go; a click on an axis outside its range keeps everything on it again, or chooses the line there."""
        if self._drag is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        drag, self._drag = self._drag, None
        if drag.is_click:
            if self.axis in self.brushes.ranges:
                self.clear_ranges(self.axis)
            else:
                self._choose(self.line_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Keep everything on the axis again, or open the line."""
        axis, row = self.geometry_now.axis_at(event.position().x()), self.line_at(event.position())
        if axis is not None and axis in self.brushes.ranges:
            self.clear_ranges(axis)
        elif row >= 0:
            self.activated.emit(row)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Name nothing any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row == self._hovered:
            return
        self._hovered = row
        self.setToolTip(plain_tip(self._text_of(row)) if row >= 0 else "")
        self.update()
        self.pointed_at.emit(row)

    @property
    def hovered(self) -> int:
        """The row below the pointer; -1 for none."""
        return self._hovered

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.set_current(row)
            self.chosen.emit(row)

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and right change the axis, up and down the combination, with Shift the axis's range; Esc keeps all."""
        key, is_shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._axes:
            self.axis = (self.axis + (1 if key == Qt.Key.Key_Right else -1)) % len(self._axes)
            self.update()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._axes:
            self._on_up_or_down(is_up=key == Qt.Key.Key_Up, is_shifted=is_shifted)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.axis in self.brushes.ranges:
            self.clear_ranges(self.axis)
        elif key == Qt.Key.Key_Escape and self.brushes.ranges:
            self.clear_ranges()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.activated.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _on_up_or_down(self, *, is_up: bool, is_shifted: bool) -> None:
        if is_shifted:
            self.brushes.narrow(self.axis, **{"low_by" if is_up else "high_by": _KEY_STEP})
            self._refresh_kept()
            return
        places = self._axes[-1].places
        order = [row for row in np.argsort(np.nan_to_num(places, nan=-1.0), kind="stable").tolist()
                 if self._kept[row] and self._shown[row]]
        if order:
            here = order.index(self._current) if self._current in order else (-1 if is_up else len(order))
            self._choose(order[min(len(order) - 1, max(0, here + (1 if is_up else -1)))])
