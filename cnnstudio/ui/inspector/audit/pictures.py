"""Pictures of an audit as widgets: one with its title below, and rows of them that wrap."""

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.images import to_pixmap

GAP_PX = 12
_WIDEST = 3


def scaled(pixels: np.ndarray, side_px: int) -> QPixmap:
    """Return (h, w, 3) uint8 as a picture ``side_px`` high, or less when it would be over three times as wide.

    Enlarged it keeps sharp squares.
    """
    picture = to_pixmap(pixels)
    box = QSize(_WIDEST * side_px, side_px)
    grows = picture.width() < box.width() and picture.height() < box.height()
    mode = Qt.TransformationMode.FastTransformation if grows else Qt.TransformationMode.SmoothTransformation
    return picture.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, mode)


class TitledPicture(QWidget):
    """A picture that a screen reader calls by its title, which stands below unless it is not to be shown."""

    def __init__(self, pixels: np.ndarray, title: str, side_px: int, *, is_titled: bool = True,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        picture = QLabel()
        picture.setPixmap(scaled(pixels, side_px))
        described(picture, "audit_picture", title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        if is_titled:
            words = label(title, "caption", wrap=True)
            words.setFixedWidth(max(picture.pixmap().width(), 96))
            column.addWidget(words)


class FlowLayout(QLayout):
    """Puts widgets beside each other and begins a new row where one no longer fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
                x, y, row_px = rect.x(), y + row_px + GAP_PX, 0
            if not is_trial:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, row_px = x + size.width() + GAP_PX, max(row_px, size.height())
        return y + row_px - rect.y()
