"""What is looked at and how: the run, the layer and the class, with the ways to bring an image in and out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.inspector.layer_slider import LayerSlider


@dataclass(frozen=True, slots=True)
class RunChoice:
    """A run that can be looked at."""

    path: Path
    title: str
    reason: str = ""
    """Why it cannot be opened; empty when it can."""


class ChoiceBar(QFrame):
    """Two rows of controls over the image."""

    run_requested = Signal(object)
    class_requested = Signal(object)
    """A class number, or None for the predicted one."""
    open_requested = Signal()
    paste_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choice_bar")
        self.setProperty("card", True)
        self.layers = LayerSlider()
        self._runs, self._classes = self._make_runs(), self._make_classes()
        self._export = self._button("export_heatmap", self.tr("Export…"), "save",
                                    self.tr("Save the overlay, its legend and the raw numbers."))
        self._opening = self._button("open_image", self.tr("Open image…"), "open",
                                     self.tr("Look at any image file; dropping one on this page works too."))
        self._pasting = self._button("paste_image", self.tr("Paste"), "paste",
                                     self.tr("Look at the image on the clipboard."))
        self._choosing = QWidget()
        self._build()

    def _make_runs(self) -> QComboBox:
        combo = described(QComboBox(), "run_choice", self.tr("Run"), self.tr("Which trained network is looked at."))
        combo.setMinimumContentsLength(12)
        combo.setPlaceholderText(self.tr("Choose an earlier run"))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.activated.connect(self._on_run)
        return combo

    def _make_classes(self) -> QComboBox:
        combo = described(
            QComboBox(), "target_class", self.tr("Heatmap for class"),
            self.tr("The class whose evidence is shown. A click on a probability chooses it too."))
        combo.setMinimumContentsLength(10)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.activated.connect(self._on_class)
        return combo

    def _button(self, name: str, title: str, icon_name: str, tip: str) -> QPushButton:
        button = described(QPushButton(title), name, title, tip)
        set_icon(button, icon_name)
        return button

    def _build(self) -> None:
        self._opening.clicked.connect(self.open_requested)
        self._pasting.clicked.connect(self.paste_requested)
        self._export.clicked.connect(self.export_requested)
        self._export.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        column.addLayout(_row(label(self.tr("Run"), "quiet"), (self._runs, 1), self._opening, self._pasting,
                              self._export))
        second = _row(label(self.tr("Layer"), "quiet"), (self.layers, 1), label(self.tr("Heatmap for"), "quiet"),
                      self._classes)
        second.setContentsMargins(0, 0, 0, 0)
        self._choosing.setLayout(second)
        column.addWidget(self._choosing)

    def set_has_run(self, *, has_run: bool) -> None:
        """Offer what needs a run; without one only earlier runs, where there are any."""
        for widget in (self._choosing, self._opening, self._pasting, self._export):
            widget.setVisible(has_run)
        self.setVisible(has_run or self._runs.count() > 0)

    # runs

    def set_runs(self, runs: Sequence[RunChoice], current: Path | None) -> None:
        """Offer ``runs``; those that cannot be opened say why."""
        self._runs.clear()
        for number, run in enumerate(runs):
            self._runs.addItem(run.title, run.path)
            if run.reason:
                self._runs.setItemText(number, self.tr("{title} (damaged)").format(title=run.title))
                self._runs.setItemData(number, run.reason, 3)
        self.show_run(current)
        self.setVisible(bool(runs) or not self._choosing.isHidden())

    def show_run(self, current: Path | None) -> None:
        """Put the choice on the run that is looked at."""
        self._runs.setCurrentIndex(next(
            (number for number in range(self._runs.count()) if self._runs.itemData(number) == current), -1))

    def _on_run(self, number: int) -> None:
        self.run_requested.emit(self._runs.itemData(number))

    # classes

    def set_classes(self, names: Sequence[str]) -> None:
        """Offer ``names`` and go back to the predicted class."""
        self._classes.clear()
        self._classes.addItem(self.tr("Predicted class"), None)
        for number, name in enumerate(names):
            self._classes.addItem(name, number)

    def show_class(self, target: int | None) -> None:
        """Show a choice made elsewhere."""
        self._classes.setCurrentIndex(self._classes.findData(target) if target is not None else 0)

    def _on_class(self, number: int) -> None:
        self.class_requested.emit(self._classes.itemData(number))

    def set_export_enabled(self, enabled: bool) -> None:
        """Whether there is something to save."""
        self._export.setEnabled(enabled)


def _row(*parts: QWidget | tuple[QWidget, int]) -> QHBoxLayout:
    """Return a row of widgets; a pair gives the widget a stretch."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        widget, stretch = part if isinstance(part, tuple) else (part, 0)
        row.addWidget(widget, stretch)
    return row
