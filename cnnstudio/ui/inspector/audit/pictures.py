"""Pictures of an audit as widgets, each with its title below."""

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.images import to_pixmap

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
