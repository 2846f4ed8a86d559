"""The second image beside the first: another image, or another run, with the same zoom and the same pointer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import SentenceLine, described
from cnnstudio.ui.elided_choice import ElidedChoice
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.inspector.map_canvas import MapCanvas


class CompareSide(QWidget):
    """Which run and image, whether the difference is shown, and the picture; what it shows comes from `Compare`."""

    changed = Signal()
    """Run, image or difference is another."""
    take_requested = Signal()
    """The image at the left is to stay here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = MapCanvas(self)
        self.canvas.view.setObjectName("compare_view")
        self.canvas.view.setAccessibleName(self.tr("Second image with heatmap"))
        self._runs = described(ElidedChoice(), "compare_run", self.tr("Run of the second image"))
        self._runs.setMinimumContentsLength(10)
        self._runs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._follows = described(QCheckBox(self.tr("Same image")), "compare_follows", self.tr("Same image"),
                                  self.tr("This side shows the image at the left, in its own run"))
        self._take = described(QPushButton(self.tr("Keep left")), "compare_take", self.tr("Keep the image at the left"),
                               self.tr("The image at the left stays here; then choose another one in the list"))
        self._difference = described(
            QCheckBox(self.tr("Difference")), "compare_difference", self.tr("Difference of both maps"),
            self.tr("Red: more at the left. Blue: more here. Each map counts in shares of its own peak."))
        self._title = ElidedLabel("", "caption", name="compare_title")
        self._line = SentenceLine("info", "quiet", name="compare_line")
        self._values = ElidedLabel("", "caption", name="compare_values")
        self._values.setAccessibleName(self.tr("Both maps under the pointer"))
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._runs, 1)
        row.addWidget(self._take)
        checks = QHBoxLayout()
        checks.setSpacing(12)
        checks.addWidget(self._title, 1)
        checks.addWidget(self._follows)
        checks.addWidget(self._difference)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(checks)
        column.addWidget(self._line)
        column.addWidget(self.canvas.view, 1)
        column.addWidget(self._values)
        self._runs.activated.connect(self._on_run)
        self._follows.clicked.connect(self.changed)
        self._difference.clicked.connect(self.changed)
        self._take.clicked.connect(self.take_requested)

    def set_runs(self, runs: Sequence[tuple[str, Path]], current: Path | None) -> None:
        """Offer ``runs`` (title, path); the choice stays where it is still on offer."""
        chosen = self.run_path or current
        self._runs.clear()
        for title, path in runs:
            self._runs.addItem(title, path)
        self._runs.setCurrentIndex(next((place for place, (_, path) in enumerate(runs) if path == chosen), 0))

    def say(self, title: str, line: str = "") -> None:
        """Say what is shown, and what must be known of it."""
        self._title.setText(title)
        self._line.say(line)

    def say_values(self, text: str) -> None:
        """Say what both maps hold under the pointer."""
        self._values.setText(text)

    @property
    def values(self) -> str:
        """What is said of the place under the pointer."""
        return self._values.text()

    @property
    def run_path(self) -> Path | None:
        """The chosen run."""
        path = self._runs.currentData()
        return path if isinstance(path, Path) else None

    @property
    def follows(self) -> bool:
        """Whether the image is the one at the left."""
        return self._follows.isChecked()

    @property
    def wants_difference(self) -> bool:
        """Whether the difference is wanted."""
        return self._difference.isChecked()

    @property
    def texts(self) -> tuple[str, str]:
        """What is said."""
        return self._title.text(), self._line.text

    def _on_run(self) -> None:
        self._follows.setChecked(True)    # two runs are compared on one image first
        self.changed.emit()
