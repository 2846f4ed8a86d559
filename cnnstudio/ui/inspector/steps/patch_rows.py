"""The window with its real values, the kernel, the products and their sum: one row a channel that comes in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from cnnstudio.ui.cards import label
from cnnstudio.ui.inspector.steps.contents import PatchContents
from cnnstudio.ui.inspector.value_grid import ValueGrid
from cnnstudio.ui.inspector.value_scale import number_text

_ROWS = 3
_FLAT = ((0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6))
_ARRANGEMENTS = {
    "flat": (_FLAT, (1, 3, 5), 1),
    "tall": (((0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 3)), (1, 3), 2),
    "alone": (_FLAT, (1,), 1),
}
"""Row and column of values, ×, kernel, =, products and their sum; the columns that share the room; how many rows do."""


def _sign(text: str) -> QLabel:
    sign = label(text, "heading")
    sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return sign


class PatchRow(QWidget):
    """Values × weights = products → sum."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = ValueGrid(f"patch_values_{number}", self.tr("Values under the window"))
        self.weights = ValueGrid(f"patch_weights_{number}", self.tr("Kernel"))
        self.products = ValueGrid(f"patch_products_{number}", self.tr("Products"))
        self._times, self._equals, self._sum = _sign("×"), _sign("="), _sign("")
        self._title = label("", "caption", name=f"patch_title_{number}")
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addLayout(self._grid, 1)
        self._arrangement = ""
        self._arrange("flat")

    def _arrange(self, arrangement: str) -> None:
        """Put the products beside values and kernel, or below them, which makes all larger; or show values alone."""
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        places, columns, rows = _ARRANGEMENTS[arrangement]
        for widget, (row, column) in zip((self.values, self._times, self.weights, self._equals, self.products,
                                          self._sum), places, strict=True):
            self._grid.addWidget(widget, row, column)
        for column in range(7):
            self._grid.setColumnStretch(column, int(column in columns))
        for row in range(2):
            self._grid.setRowStretch(row, int(row < rows))

    def show_patch(self, title: str, contents: PatchContents, *, is_only: bool) -> None:
        """Show one channel's window; ``is_only`` says that no other row is shown."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.values.show_values(contents.values, contents.marks)
        self.weights.show_values(contents.weights)
        self.products.show_values(contents.products)
        multiplies = contents.weights is not None
        for widget in (self._times, self.weights, self._equals, self.products):
            widget.setVisible(multiplies)
        self._sum.setText(self.tr("Σ {sum}").format(sum=number_text(contents.patch.total, 4)) if multiplies else "")
        self._sum.setVisible(multiplies)
        self._arrange("alone" if not multiplies else "tall" if is_only else "flat")


class PatchRows(QWidget):
    """Up to three rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(PatchRow(number + 1) for number in range(_ROWS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in self.rows:
            column.addWidget(row, 1)
        self.show_patches([], [])

    def show_patches(self, titles: list[str], contents: list[PatchContents]) -> None:
        """Show the windows; none hides the whole part."""
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(contents))
            if number < len(contents):
                row.show_patch(titles[number], contents[number], is_only=len(contents) == 1)
        self.setVisible(bool(contents))
