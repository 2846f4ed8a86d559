"""A matrix of coloured values on the screen: a click or the arrow keys ask for a cell, hovering tells its number."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cnnstudio.ui.cards import described, plain_tip
from cnnstudio.ui.inspector.grid_painter import GridContent, GridLayout, GridMarks, GridPainter, rim_of
from cnnstudio.ui.inspector.value_scale import ValueScale, number_text, scale_of
from cnnstudio.ui.theme import theme

_ARROWS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
_NOTHING = GridContent(np.zeros((0, 0), np.float32))


class ValueGrid(QWidget):
    """Paints a matrix.

    Parameters
    ----------
    chooses : whether cells can be asked for
    """

    cell_requested = Signal(int, int)
    move_requested = Signal(int, int)
    """Rows and columns the marked cell should move by."""

    def __init__(self, name: str, title: str, *, chooses: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, name, title)
        self._chooses = chooses
        self._content, self._marks, self._scale = _NOTHING, GridMarks(), scale_of(_NOTHING.values)
        self._cells: QPixmap | None = None
        self._cells_for: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(48, 48)
        if chooses:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self._on_theme)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for a square."""
        return QSize(160, 160)

    # what is shown

    def show_values(self, content: GridContent | None, marks: GridMarks | None = None) -> None:
        """Show a matrix; None shows nothing."""
        if content is not self._content:
            self._content = content or _NOTHING
            self._scale = self._content.scale or scale_of(self._content.values)
            self._cells = None
        self._marks = marks or GridMarks()
        cell = self._marks.cell
        self.setAccessibleDescription(self.text_of(*cell) if cell and self._content.values.size else "")
        self.update()

    @property
    def content(self) -> GridContent:
        """What is shown."""
        return self._content

    @property
    def marks(self) -> GridMarks:
        """What is drawn over it."""
        return self._marks

    @property
    def scale(self) -> ValueScale:
        """The colours in use."""
        return self._scale

    def _on_theme(self) -> None:
        self._cells = None
        self.update()

    def text_of(self, row: int, column: int) -> str:
        """Return what hovering over a cell says."""
        value = number_text(float(self._content.values[row, column]), 6)
        if self._content.is_vector:
            return self._text_of_number(row * self._content.values.shape[1] + column, value)
        place = self.tr("row {row}, column {column}: {value}").format(row=row + 1, column=column + 1, value=value)
        if self._content.is_outside(row, column):
            return self.tr("{place} (beyond the border: a zero that was added)").format(place=place)
        return place

    def _text_of_number(self, number: int, value: str) -> str:
        named = number < len(self._content.names)
        name = self._content.names[number] if named else self.tr("value {number}").format(number=f"{number + 1:,}")
        return f"{name}: {value}"

    # where it is

    def layout_now(self) -> GridLayout:
        """Return where the cells lie."""
        shape = self._content.values.shape
        return GridLayout(shape, (self.width(), self.height()), rim_of(shape, self._marks))

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return the row and column under a point of the widget; None where there is no cell."""
        cell = self.layout_now().cell_at(point)
        return None if cell is None or np.isnan(self._content.values[cell]) else cell

    # events

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the grid and the ring of the focus."""
        if not self._content.values.size:
            return
        painter, layout = QPainter(self), self.layout_now()
        painter.drawPixmap(0, 0, self._painted_cells(layout))
        GridPainter(painter, self._content, self._marks, self._scale, layout).paint_marks()
        if self._chooses and self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _painted_cells(self, layout: GridLayout) -> QPixmap:
        """Return the cells with their numbers; they are painted anew only when they or their places change."""
        place = (layout.area.topLeft(), layout.area.bottomRight(), self.size(), self.devicePixelRatioF())
        if self._cells is None or self._cells_for != place:
            ratio = self.devicePixelRatioF()
            cells = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
            cells.setDevicePixelRatio(ratio)
            cells.fill(Qt.GlobalColor.transparent)
            painter = QPainter(cells)
            image = self._content.picture or self._scale.image(self._content.values)
            GridPainter(painter, self._content, self._marks, self._scale, layout).paint_cells(image)
            painter.end()
            self._cells, self._cells_for = cells, place
        return self._cells

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ask for the cell under the pointer."""
        cell = self.cell_at(event.position())
        if self._chooses and cell is not None:
            self.cell_requested.emit(*cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag through the cells."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move the marked cell."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if self._chooses and step is not None:
            self.move_requested.emit(*step)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the number under the pointer as a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(self.text_of(*cell)) if cell else "", self)
            return True
        return super().event(event)
