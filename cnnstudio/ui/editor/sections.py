"""The pieces the right-hand panel is made of: titled sections, lines of figures, and emptying a layout."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget

from cnnstudio.ui.cards import label
from cnnstudio.ui.theme import font


class Section(QWidget):
    """A small heading with content below."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(label(title, "subheading"))


class Figures(QWidget):
    """Lines of a word at the left and a figure at the right; figures stand in tabular type."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 3)  # words may be long in other languages
        self._grid.setColumnStretch(1, 2)
        self._values: list[tuple[QLabel, QLabel]] = []

    def show_lines(self, lines: list[tuple[str, str]]) -> None:
        """Show these words and figures."""
        while len(self._values) < len(lines):
            self._add_line()
        for index, (word, figure) in enumerate(self._values):
            is_used = index < len(lines)
            word.setVisible(is_used)
            figure.setVisible(is_used)
            if is_used:
                word.setText(lines[index][0])
                figure.setText(lines[index][1])

    def text_of(self, word: str) -> str:
        """Give the figure beside a word; empty when the line is not shown."""
        return next((figure.text() for name, figure in self._values
                     if name.text() == word and not name.isHidden()), "")

    def _add_line(self) -> None:
        word, figure = label(role="quiet", wrap=True), label(wrap=True)
        figure.setFont(font())
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self._values)
        self._grid.addWidget(word, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(figure, row, 1)
        self._values.append((word, figure))


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and delete the widgets when the event loop is next idle."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def panel_header(icon: QLabel, name: QLineEdit, kind_line: QLabel) -> QHBoxLayout:
    """Give the head of a panel: a sign, the name that can be changed, and a line on what it is."""
    name.setFont(font(16, 600, tabular=False))
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(name)
    words.addWidget(kind_line)
    header = QHBoxLayout()
    header.setSpacing(8)
    header.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    header.addLayout(words, 1)
    return header
