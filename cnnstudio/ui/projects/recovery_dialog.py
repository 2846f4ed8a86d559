"""Shows what windows that died had not saved, with a picture of each network."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.ui.cards import label
from cnnstudio.ui.projects.recoveries import time_text

if TYPE_CHECKING:
    from cnnstudio.project.recovery import Recovery

_PICTURE_PX = 96


class RecoveryDialog(QDialog):
    """One card a project, with *Recover* and *Not now*."""

    recover_requested = Signal(object)
    decline_requested = Signal(object)
    """A `Recovery`."""

    def __init__(self, recoveries: "Sequence[Recovery]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recovery_dialog")
        self.setWindowTitle(self.tr("Changes that were not saved"))
        self.resize(600, 420)
        said = label(self.tr("The program ended before these were saved. What you do not recover now is kept for "
                             "7 days."), "quiet", wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (said, self._make_cards(recoveries), buttons):
            column.addWidget(widget)
        self.finished.connect(self.deleteLater)

    def _make_cards(self, recoveries: "Sequence[Recovery]") -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget(area)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        for recovery in recoveries:
            column.addWidget(self._make_card(recovery, body))
        column.addStretch(1)
        area.setWidget(body)
        return area

    def _make_card(self, recovery: "Recovery", parent: QWidget) -> QFrame:
        card = QFrame(parent)
        card.setObjectName("recovery_card")
        card.setProperty("card", True)
        row = QHBoxLayout(card)
        row.addWidget(_picture(recovery, card))
        texts = QVBoxLayout()
        texts.addStretch(1)
        texts.addWidget(label(recovery.name or self.tr("A project without a name"), "heading"))
        texts.addWidget(label(time_text(recovery.saved), "quiet"))
        texts.addWidget(label(str(recovery.project) if recovery.project is not None else
                              self.tr("It was never saved to a file."), "quiet", wrap=True))
        texts.addStretch(1)
        row.addLayout(texts, 1)
        recover, decline = QPushButton(self.tr("Recover"), card), QPushButton(self.tr("Not now"), card)
        recover.setProperty("primary", True)
        recover.clicked.connect(partial(self._recover, recovery))
        decline.clicked.connect(partial(self._decline, recovery, card))
        for button in (recover, decline):
            row.addWidget(button)
        return card

    def _recover(self, recovery: "Recovery", *_: object) -> None:
        self.recover_requested.emit(recovery)
        self.accept()

    def _decline(self, recovery: "Recovery", card: QFrame, *_: object) -> None:
        self.decline_requested.emit(recovery)
        card.hide()


def _picture(recovery: "Recovery", parent: QWidget) -> QLabel:
    result = QLabel(parent)
    result.setFixedSize(_PICTURE_PX, _PICTURE_PX)
    data = recovery.contents.thumbnails.get("network", b"") if recovery.contents is not None else b""
    pixmap = QPixmap()
    if pixmap.loadFromData(data):
        result.setPixmap(pixmap.scaled(_PICTURE_PX, _PICTURE_PX, Qt.AspectRatioMode.KeepAspectRatio,
                                       Qt.TransformationMode.SmoothTransformation))
    return result
