"""Where the parts of the Train page stand: three columns, the middle one with tabs and the pinned images."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described

_LEFT_PX, _RIGHT_PX, _BAR_PX = 320, 264, 12


class PageColumns(QWidget):
    """Columns that are filled one after the other, from the outside to the inside: that is styled only once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 16, 16 - _BAR_PX, 16)
        self._row.setSpacing(16)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(12)
        self._row.addLayout(self._middle, 1)
        self.tabs = described(QTabWidget(), "train_tabs", self.tr("Curves and results"))
        self.tabs.setDocumentMode(True)
        self._middle.addWidget(self.tabs, 1)

    def put_left(self, recipe: QWidget) -> None:
        """Put the recipe into the column at the left."""
        recipe.setFixedWidth(_LEFT_PX)
        self._row.insertWidget(0, recipe)

    def put_right(self, panel: QWidget) -> None:
        """Put the progress at the right; a column that has more to say than fits moves, its bar in the margin."""
        panel.setFixedWidth(_RIGHT_PX)
        area = described(QScrollArea(), "progress_area", self.tr("Progress and verdict"))
        self._row.addWidget(area)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(panel.width() + _BAR_PX)
        area.setWidget(panel)

    def put_below(self, strip: QWidget) -> None:
        """Put the pinned images below the tabs."""
        self._middle.addWidget(strip)

    def add_curves(self, curves: QWidget) -> None:
        """Add the first tab."""
        self.tabs.addTab(curves, self.tr("Curves"))

    def add_results(self, results: QWidget) -> None:
        """Add the second tab, which cannot be opened yet."""
        self.tabs.addTab(results, self.tr("Results"))
        self.tabs.setTabEnabled(1, False)
        self.tabs.setTabToolTip(1, self.tr("Every figure of a run, when its training has ended or it is opened."))

    def add_layers(self, layers: QWidget) -> None:
        """Add the third tab."""
        self.tabs.addTab(layers, self.tr("Layers"))
        self.tabs.setTabToolTip(
            2, self.tr("Which layers learn and which do not: gradients, updates and dead ReLUs, of the training that "
                       "runs or of the last epochs of the run that is open."))
