"""A small drawing of how files lie in folders."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.icons import pixmap
from cnnstudio.ui.theme import CAPTION_PX, font, theme

_LINE_PX = 18
_INDENT_PX = 16
_ICON_PX = 14
_WIDTH_PX = 176


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a drawing: a folder when its name ends in a slash."""

    depth: int
    name: str
    means: str = ""
    """What it stands for: ``"class"``."""


CLASS_FOLDERS = (Entry(0, "photos/"), Entry(1, "cat/", "class"), Entry(2, "1.jpg"), Entry(2, "2.jpg"),
                 Entry(1, "dog/", "class"), Entry(2, "1.jpg"))
SPLIT_FOLDERS = (Entry(0, "photos/"), Entry(1, "train/", "split"), Entry(2, "cat/", "class"), Entry(2, "dog/", "class"),
                 Entry(1, "test/", "split"), Entry(2, "cat/", "class"))
CSV_LIST = (Entry(0, "photos/"), Entry(1, "labels.csv", "list"), Entry(1, "1.jpg"), Entry(1, "2.jpg"),
            Entry(1, "3.jpg"))
NAMED_FILES = (Entry(0, "photos/"), Entry(1, "cat_1.jpg", "class"), Entry(1, "cat_2.jpg"),
               Entry(1, "dog_1.jpg"), Entry(1, "dog_2.jpg"))
DRAWINGS = {"class folders": CLASS_FOLDERS, "splits": SPLIT_FOLDERS, "csv": CSV_LIST, "name pattern": NAMED_FILES}
"""By `ScanOptions.layout`."""


class TreeDrawing(QWidget):
    """Draws a layout's folders and files."""

    def __init__(self, layout: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = DRAWINGS[layout]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(entry.name for entry in self._entries))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for the longest drawing, so that several beside each other are equally high."""
        return QSize(_WIDTH_PX, _LINE_PX * max(len(entries) for entries in DRAWINGS.values()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw one entry below the other, each joined to its folder."""
        painter = QPainter(self)
        painter.setFont(font(CAPTION_PX))
        for line, entry in enumerate(self._entries):
            self._draw_branch(painter, line, entry)
            self._draw_entry(painter, line, entry)
        painter.end()

    def _draw_branch(self, painter: QPainter, line: int, entry: Entry) -> None:
        if not entry.depth:
            return
        parent = max(place for place in range(line) if self._entries[place].depth < entry.depth)
        x = (entry.depth - 1) * _INDENT_PX + _ICON_PX / 2
        middle = line * _LINE_PX + _LINE_PX / 2
        painter.setPen(QPen(theme().color("strong_line"), 1))
        painter.drawLine(QPointF(x, parent * _LINE_PX + _LINE_PX), QPointF(x, middle))
        painter.drawLine(QPointF(x, middle), QPointF(x + _INDENT_PX / 2, middle))

    def _draw_entry(self, painter: QPainter, line: int, entry: Entry) -> None:
        is_folder = entry.name.endswith("/")
        x, top = entry.depth * _INDENT_PX, line * _LINE_PX
        picture = pixmap("open" if is_folder else "code" if entry.name.endswith(".csv") else "data", _ICON_PX,
                         "accent" if entry.means else "quiet")
        painter.drawPixmap(QPointF(x, top + (_LINE_PX - _ICON_PX) / 2), picture)
        painter.setPen(theme().color("text"))
        base = top + _LINE_PX / 2 + painter.fontMetrics().capHeight() / 2
        painter.drawText(QPointF(x + _ICON_PX + 5, base), entry.name)
        if entry.means:
            after = x + _ICON_PX + 5 + painter.fontMetrics().horizontalAdvance(entry.name + "  ")
            painter.setPen(theme().color("accent"))
            painter.drawText(QPointF(after, base), entry.means)
