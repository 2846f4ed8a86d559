"""Rows of widgets that wrap as words do."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Puts widgets beside each other and begins a new row where one no longer fits.

    Parameters
    ----------
    gap_px : room between two beside each other
    row_gap_px : room between two rows
    """

    def __init__(self, parent: QWidget | None = None, *, gap_px: int = 12, row_gap_px: int = 12) -> None:
        super().__init__(parent)
        self._gap_px, self._row_gap_px = gap_px, row_gap_px
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Put ``item`` behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Remove an item and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return true: narrow needs more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all rows."""
        return self._arrange(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, is_trial=False)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return what the widest item needs."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return what the widest item needs."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, is_trial: bool) -> int:
        """Place the items from the upper left on and return the height they take."""
        x, y, row_px = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, row_px = rect.x(), y + row_px + self._row_gap_px, 0
            if not is_trial:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, row_px = x + size.width() + self._gap_px, max(row_px, size.height())
        return y + row_px - rect.y()
