"""ROC and precision-recall curves of one class against the rest."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cnnstudio.ui.cards import card, described, label
from cnnstudio.ui.training.share_plot import ShareLine, SharePlot
from cnnstudio.ui.training.side_by_side import SideBySide

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.training.assessment import Assessment

_PLOT_PX = 230


class RankingView(QWidget):
    """A class to choose, and its two curves beside each other where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Assessment | None = None
        self._class = described(QComboBox(), "ranking_class", self.tr("The class that is looked for"))
        self._class.currentIndexChanged.connect(self._on_class)
        self._nothing = label("", "quiet", name="ranking_nothing", wrap=True)
        self.roc = SharePlot("roc_plot", self.tr("false alarms"), self.tr("found"))
        self.precision = SharePlot("precision_plot", self.tr("found (recall)"), self.tr("right (precision)"))
        self._roc_text = label("", name="roc_text", wrap=True)
        self._precision_text = label("", name="precision_text", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._chooser())
        self._plots = SideBySide((
            self._card("roc_card", self.tr("ROC curve"), self.roc, self._roc_text),
            self._card("precision_card", self.tr("Precision-recall curve"), self.precision, self._precision_text)))
        column.addWidget(self._plots, 1)
        column.addStretch(0)

    def _chooser(self) -> QFrame:
        frame, column = card(name="ranking_card")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self.tr("Looking for")))
        row.addWidget(self._class, 1)
        column.addLayout(row)
        column.addWidget(label(self.tr(
            "Suppose an image is called this class as soon as the network thinks it likely enough. From strict (left) "
            "to generous (right): how many are found, and at what price?"), "quiet", wrap=True))
        column.addWidget(self._nothing)
        return frame

    @staticmethod
    def _card(name: str, title: str, plot: SharePlot, text: QLabel) -> QFrame:
        frame, column = card(name=name)
        plot.setMinimumHeight(_PLOT_PX)
        column.addWidget(label(title, "heading"))
        column.addWidget(plot, 1)
        column.addWidget(text)
        return frame

    def show_assessment(self, found: "Assessment") -> None:
        """Show the curves of ``found``; of two classes the second is looked for at first."""
        self._found = found
        self._class.blockSignals(True)
        self._class.clear()
        self._class.addItems(found.class_names)
        self._class.setCurrentIndex(1 if len(found.class_names) == 2 else 0)
        self._class.blockSignals(False)
        self._on_class(self._class.currentIndex())

    def _on_class(self, index: int) -> None:
        curves = self._found.rankings[index] if self._found is not None and index >= 0 else None
        self._plots.setVisible(curves is not None)
        self._nothing.setVisible(curves is None)
        self._nothing.setText(self.tr("All validation images are of this class, or none is: there is nothing to draw."))
        if curves is None or self._found is None:
            return
        support = self._found.evaluation.per_class[index].support
        share = support / self._found.evaluation.images
        self.roc.show_lines([ShareLine("", *curves.roc)], has_diagonal=True)
        self.precision.show_lines([
            ShareLine("", *curves.precision_recall),
            ShareLine(self.tr("guessing"), *_level(share), "quiet", is_dashed=True)])
        self._roc_text.setText(self.tr(
            "Area {auc}: an image of this class ranks above another one in {share} of the cases. The dotted line is "
            "guessing (0.5).").format(auc=f"{curves.auc:.3f}", share=f"{100 * curves.auc:.1f} %"))
        self._precision_text.setText(self.tr(
            "Average precision {value}. Guessing would have {share}, the share of this class ({count} images).").format(
                value=f"{curves.average_precision:.3f}", share=f"{share:.3f}", count=f"{support:,}"))
        self.roc.setAccessibleDescription(self._roc_text.text())
        self.precision.setAccessibleDescription(self._precision_text.text())


def _level(share: float) -> "tuple[NDArray[np.float64], NDArray[np.float64]]":
    """Return a level line."""
    return np.array([0.0, 1.0]), np.array([share, share])
