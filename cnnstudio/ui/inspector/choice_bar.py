"""Which run is looked at, and the ways to bring an image in and a heatmap out; the tabs stand in the same row."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.elided_choice import ElidedChoice
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.run_uses import RunUseButton


@dataclass(frozen=True, slots=True)
class RunChoice:
    """A run that can be looked at."""

    path: Path
    title: str
    reason: str = ""
    """Why it cannot be opened; empty when it can."""


class ChoiceBar(QFrame):
    """One row over everything else."""

    run_requested = Signal(object)
    open_requested = Signal()
    paste_requested = Signal()
    use_requested = Signal(str)
    """What the run is wanted for, as `RunUseButton.chosen`."""

    def __init__(self, tabs: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choice_bar")
        self._tabs = tabs
        self._runs = self._make_runs()
        self.export = self._button("export_heatmap", self.tr("Export"), "save", self.tr(
            "Save or copy heatmaps: pictures, numbers, tables, or a script that makes them again."))
        self._opening = self._button("open_image", self.tr("Open image…"), "open",
                                     self.tr("Look at any image file; dropping one on this page works too."))
        # By its icon alone: the row has to fit beside six tabs.
        self._pasting = self._button("paste_image", "", "paste", self.tr("Look at the image on the clipboard."))
        self._pasting.setAccessibleName(self.tr("Paste"))
        self.live = self._button("live_menu", "", "photo",
                                 self.tr("Look at a video, through the camera, or at a part of the screen."))
        self.live.setAccessibleName(self.tr("Video, camera or screen"))
        self.uses = RunUseButton("use_looked_at", is_small=True)
        self.uses.setEnabled(False)
        self._build()

    def _make_runs(self) -> QComboBox:
        combo = described(ElidedChoice(), "run_choice", self.tr("Run"), self.tr("Which trained network is looked at."))
        combo.setMinimumContentsLength(10)
        combo.setPlaceholderText(self.tr("Choose an earlier run"))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.activated.connect(self._on_run)
        return combo

    def _button(self, name: str, title: str, icon_name: str, tip: str) -> QPushButton:
        button = described(QPushButton(title), name, title, tip)
        set_icon(button, icon_name)
        return button

    def _build(self) -> None:
        self._opening.clicked.connect(self.open_requested)
        self._pasting.clicked.connect(self.paste_requested)
        self.uses.chosen.connect(self.use_requested)
        self.export.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._tabs)
        row.addStretch(1)
        row.addWidget(label(self.tr("Run"), "quiet"))
        row.addWidget(self._runs, 2)
        row.addWidget(self.uses)
        for button in (self._opening, self._pasting, self.live, self.export):
            row.addWidget(button)

    def set_has_run(self, *, has_run: bool) -> None:
        """Offer what needs a run; without one only earlier runs, where there are any."""
        for widget in (self._tabs, self._opening, self._pasting, self.live, self.export, self.uses):
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
        self.setVisible(bool(runs) or not self._opening.isHidden())

    @property
    def runs(self) -> tuple[tuple[str, Path], ...]:
        """The runs on offer, with their titles."""
        return tuple((self._runs.itemText(number), self._runs.itemData(number)) for number in range(self._runs.count()))

    def show_run(self, current: Path | None) -> None:
        """Put the choice on the run that is looked at; a published network without a run has no uses."""
        self.uses.setEnabled(current is not None)
        self._runs.setCurrentIndex(next(
            (number for number in range(self._runs.count()) if self._runs.itemData(number) == current), -1))

    def _on_run(self, number: int) -> None:
        self.run_requested.emit(self._runs.itemData(number))

    def set_export_enabled(self, enabled: bool) -> None:
        """Whether there is something to save."""
        self.export.setEnabled(enabled)
