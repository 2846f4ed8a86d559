"""Draws a matrix of values: colours, numbers where there is room, a window over it, and the cell that is marked."""

import math
from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from cnnstudio.ui.inspector.value_scale import ValueScale, number_text
from cnnstudio.ui.theme import font, theme

NUMBERS_FROM_PX = 25
"""Cells at least so wide and high hold their number."""
_LINES_FROM_PX = 10
_NUMBER_PX = (9, 24)
_NUMBER_SHARE = 0.32
_MOST_DECIMALS, _LONGEST = 4, 10_000
"""Beyond these, numbers are written with a power of ten."""
_MARGIN_PX = 3
_LEAST_MARK_PX = 6
_MOST_PX = 84
_COLUMN_WIDTH = 4.5
"""How many times as wide as high the cells of a column are, so that a name fits beside the number."""


@dataclass(frozen=True, slots=True, eq=False)
class GridContent:
    """What a grid shows.

    Attributes
    ----------
    values : (h, w); NaN where there is no cell
    scale : None takes the values' own
    picture : drawn in place of the values' colours
    outside : (h, w) True for cells beyond the border of a map
    is_vector : whether the cells are the values of a vector, in reading order
    names : of the values of a vector; empty where they have none
    """

    values: np.ndarray
    scale: ValueScale | None = None
    picture: QImage | None = None
    outside: np.ndarray | None = None
    is_vector: bool = False
    names: tuple[str, ...] = ()

    def is_outside(self, row: int, column: int) -> bool:
        """Whether a cell lies beyond the border."""
        return self.outside is not None and bool(self.outside[row, column])


@dataclass(frozen=True, slots=True, eq=False)
class GridMarks:
    """What is drawn over a grid.

    Attributes
    ----------
    cell : row and column that are marked
    rows, columns : of a window; places beyond the border are drawn beyond it
    filled : so many cells in reading order are shown, all when None
    """

    cell: tuple[int, int] | None = None
    rows: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    columns: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    filled: int | None = None

    @property
    def has_window(self) -> bool:
        """Whether there is a window to draw."""
        return bool(len(self.rows) and len(self.columns))


def cell_texts(values: np.ndarray) -> dict[float, str]:
    """Return what stands in a cell for each value of a grid, NaN left out.

    All have as many decimals as give the largest two digits; of what would then be 0 only that it nearly is is said.
    """
    known = {float(value) for value in values.flat if np.isfinite(value)}
    largest = max((abs(value) for value in known), default=0.0)
    decimals = max(0, 1 - math.floor(math.log10(largest))) if largest else 0
    return {value: _with_decimals(value, decimals) for value in known}


def _with_decimals(value: float, decimals: int) -> str:
    if decimals > _MOST_DECIMALS or abs(value) >= _LONGEST:
        return number_text(value, 2)
    text = f"{value:.{decimals}f}".replace("-", "−")
    if value and not text.strip("−0."):
        return "~0"
    return text if value else "0"


class GridLayout:
    """Where the cells of a grid lie in a widget.

    Parameters
    ----------
    shape : rows and columns
    room : width and height in pixels
    rim : cells that are left free around the grid, for a window that reaches over the border
    """

    def __init__(self, shape: tuple[int, ...], room: tuple[int, int], rim: int) -> None:
        self.height, self.width = shape
        self.wide, self.high = self._cell(room[0] - 2 * _MARGIN_PX, room[1] - 2 * _MARGIN_PX, rim)
        self.area = QRectF((room[0] - self.wide * self.width) / 2, (room[1] - self.high * self.height) / 2,
                           self.wide * self.width, self.high * self.height)

    def _cell(self, width: int, height: int, rim: int) -> tuple[float, float]:
        """Return width and height of a cell: a square, but in a column of numbers."""
        if not self.height or not self.width:
            return 0.0, 0.0
        across, down = width / (self.width + 2 * rim), height / (self.height + 2 * rim)
        side = min(across, down, _MOST_PX)
        if self.width == 1 and self.height > 1:
            side = min(down, _MOST_PX / 2)
            return min(across, _COLUMN_WIDTH * side), side
        return max(0.5, side), max(0.5, side)

    @property
    def side(self) -> float:
        """The smaller side of a cell."""
        return min(self.wide, self.high)

    def box(self, row: float, column: float, rows: float = 1, columns: float = 1) -> QRectF:
        """Return where some cells lie."""
        return QRectF(self.area.x() + column * self.wide, self.area.y() + row * self.high, columns * self.wide,
                      rows * self.high)

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return the cell under a point; None outside."""
        if not self.side or not self.area.contains(point):
            return None
        row, column = int((point.y() - self.area.y()) / self.high), int((point.x() - self.area.x()) / self.wide)
        return min(row, self.height - 1), min(column, self.width - 1)


def rim_of(shape: tuple[int, ...], marks: GridMarks) -> int:
    """Return 1 when the window reaches over the border of the grid, else 0."""
    if not marks.has_window:
        return 0
    rows, columns = marks.rows, marks.columns
    return int(min(rows.min(), columns.min()) < 0 or rows.max() >= shape[0] or columns.max() >= shape[1])


class GridPainter:
    """Draws one grid with one painter."""

    def __init__(self, painter: QPainter, content: GridContent, marks: GridMarks, scale: ValueScale,
                 layout: GridLayout) -> None:
        self._painter, self._content, self._marks = painter, content, marks
        self._scale, self._layout = scale, layout

    def paint_cells(self, image: QImage) -> None:
        """Paint what stays while marks move: ``image`` holds the colours of the cells."""
        self._painter.drawImage(self._layout.area, image, QRectF(image.rect()))
        if self._layout.side >= _LINES_FROM_PX:
            self._paint_lines()
        self._paint_outside()
        if self._layout.side >= NUMBERS_FROM_PX and self._content.picture is None:
            self._paint_numbers()

    def paint_marks(self) -> None:
        """Paint what lies over the cells."""
        if self._marks.filled is not None:
            self._paint_unfilled(self._marks.filled)
        self._painter.setPen(QPen(theme().color("line"), 1))
        self._painter.drawRect(self._layout.area)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._marks.has_window:
            self._paint_window(self._marks.rows, self._marks.columns)
        if self._marks.cell is not None:
            self._frame(self._layout.box(*self._marks.cell))

    def _paint_unfilled(self, filled: int) -> None:
        height, width = self._layout.height, self._layout.width
        row, column = divmod(filled, width)
        ground = theme().color("window")
        if row < height:
            self._painter.fillRect(self._layout.box(row, column, 1, width - column), ground)
            self._painter.fillRect(self._layout.box(row + 1, 0, height - row - 1, width), ground)

    def _paint_lines(self) -> None:
        line = QColor(theme().color("strong_line"))
        line.setAlphaF(0.35)
        self._painter.setPen(QPen(line, 1))
        area = self._layout.area
        rows = (self._layout.box(row, 0).y() for row in range(1, self._layout.height))
        columns = (self._layout.box(0, column).x() for column in range(1, self._layout.width))
        self._painter.drawLines([
            *(QLineF(area.left(), y, area.right(), y) for y in rows),
            *(QLineF(x, area.top(), x, area.bottom()) for x in columns)])

    def _paint_outside(self) -> None:
        if self._content.outside is None:
            return
        for row, column in zip(*np.nonzero(self._content.outside), strict=True):
            box = self._layout.box(int(row), int(column))
            self._painter.fillRect(box, theme().color("window"))
            self._painter.fillRect(box, QBrush(theme().color("line"), Qt.BrushStyle.BDiagPattern))

    def _paint_numbers(self) -> None:
        is_column = self._layout.width == 1
        texts = ({float(value): number_text(float(value)) for value in self._content.values.flat} if is_column
                 else cell_texts(self._content.values))
        chosen = self._number_font(texts.values())
        if chosen is None:
            return
        self._painter.setFont(chosen)
        for (row, column), value in np.ndenumerate(self._content.values):
            if np.isfinite(value):
                self._paint_number(row, column, float(value), texts[float(value)])

    def _number_font(self, texts: Collection[str]) -> QFont | None:
        """Return the largest font in which every number fits its cell; None when there is none."""
        size = round(min(max(self._layout.side * _NUMBER_SHARE, _NUMBER_PX[0]), _NUMBER_PX[1]))
        for pixels in range(size, _NUMBER_PX[0] - 1, -1):
            metrics = QFontMetricsF(font(pixels))
            if max((metrics.horizontalAdvance(text) for text in texts), default=0.0) <= self._layout.wide - 2:
                return font(pixels)
        return None

    def _paint_number(self, row: int, column: int, value: float, text: str) -> None:
        outside = self._content.is_outside(row, column)
        ground = theme().color("window") if outside else self._scale.color(value)
        self._painter.setPen(theme().readable_on(ground))
        box = self._layout.box(row, column)
        if row < len(self._content.names) and self._layout.width == 1:
            self._paint_name(box.adjusted(6, 0, -6, 0), self._content.names[row], text)
        else:
            self._painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _paint_name(self, box: QRectF, name: str, number: str) -> None:
        """Write a name at the left of a cell and its number at the right."""
        middle, metrics = Qt.AlignmentFlag.AlignVCenter, self._painter.fontMetrics()
        self._painter.drawText(box, int(middle | Qt.AlignmentFlag.AlignRight), number)
        room = int(box.width()) - metrics.horizontalAdvance(number) - 8
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        self._painter.drawText(box, int(middle | Qt.AlignmentFlag.AlignLeft), shown)

    def _paint_window(self, rows: np.ndarray, columns: np.ndarray) -> None:
        """Frame the window; where the kernel is spread, every place that it really takes too."""
        tall, wide = int(rows.max() - rows.min()) + 1, int(columns.max() - columns.min()) + 1
        self._frame(self._layout.box(int(rows.min()), int(columns.min()), tall, wide))
        if (len(rows), len(columns)) != (tall, wide):
            self._painter.setPen(QPen(theme().color("accent"), 1.5))
            for row in rows:
                for column in columns:
                    self._painter.drawRect(self._layout.box(int(row), int(column)))

    def _frame(self, box: QRectF) -> None:
        """Draw an accent frame with a rim, so that it is seen on every colour; tiny cells get a larger one."""
        across, down = max(0.0, _LEAST_MARK_PX - box.width()) / 2, max(0.0, _LEAST_MARK_PX - box.height()) / 2
        box = box.adjusted(-across, -down, across, down)
        self._painter.setPen(QPen(theme().color("surface"), 5))
        self._painter.drawRect(box)
        self._painter.setPen(QPen(theme().color("accent"), 2.5))
        self._painter.drawRect(box)
