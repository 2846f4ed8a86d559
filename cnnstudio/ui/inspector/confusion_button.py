"""A button that opens the confusion matrix of the listed split; a cell of it becomes the filter of the list."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.confusion_view import ConfusionView

_PANEL_PX = 420
_AROUND_PX, _ROW_PX = 84, 64
"""What stands around the cells of a small matrix, and the height of one of its rows."""


class ConfusionButton(QPushButton):
    """Enabled once the predictions are known."""

    cell_chosen = Signal(int, int)
    """True class, predicted class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "confusion_button", self.tr("Confusion matrix"),
                  self.tr("Which class is taken for which; a cell lists its images"))
        self.setText(self.tr("Matrix ▾"))
        self.setProperty("segment", True)
        self.setEnabled(False)
        self.panel = described(QFrame(self, Qt.WindowType.Popup), "confusion_panel", self.tr("Confusion matrix"))
        self.panel.setProperty("card", True)
        self.matrix = ConfusionView(is_whole=True)
        self._classes = 0
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(label(self.tr("Rows: true class. Columns: predicted. A cell lists its images."), "caption"))
        column.addWidget(self.matrix, 1)
        self.clicked.connect(self.open)
        self.matrix.cell_chosen.connect(self._on_cell)

    def show_counts(self, names: Sequence[str], counts: np.ndarray | None) -> None:
        """Offer ``counts`` (K, K), rows true; None while they are not known."""
        self.setEnabled(counts is not None and len(counts) > 0)
        self._classes = len(names)
        if counts is not None:
            self.matrix.show_matrix(names, counts)

    def open(self) -> None:
        """Show the matrix beside the button."""
        self.panel.resize(_PANEL_PX, min(_PANEL_PX, _AROUND_PX + _ROW_PX * self._classes))
        self.panel.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.panel.show()
        self.matrix.setFocus()

    def _on_cell(self, true_class: int, predicted_class: int) -> None:
        self.panel.hide()
        self.cell_chosen.emit(true_class, predicted_class)
