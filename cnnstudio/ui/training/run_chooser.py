"""Asks for a run whose weights the next training takes: a list, the newest first."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cnnstudio.runs.summaries import RunSummary
from cnnstudio.ui.cards import described, label

_WIDTH_PX, _HEIGHT_PX = 560, 420
_SPACING_PX = 4


class RunChooser(QDialog):
    """Lists the runs that have weights."""

    chosen = Signal(object)
    """The `Path` of a run."""

    def __init__(self, runs: Sequence[RunSummary], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_chooser")
        self.setWindowTitle(self.tr("Start from a run"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        known = [run for run in runs if run.is_sound and run.best_epoch]
        self._hint = label(self._words(has_runs=bool(known)), "quiet", name="run_chooser_hint", wrap=True)
        self._list = described(QListWidget(), "run_chooser_list", self.tr("Runs with weights, the newest first"))
        self._list.setSpacing(_SPACING_PX)
        for run in known:
            self._add(run)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Start from it"))
        self._ok.setEnabled(bool(known))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._list.itemActivated.connect(self.accept)
        self._list.setCurrentRow(0)
        column = QVBoxLayout(self)
        for widget in (self._hint, self._list, buttons):
            column.addWidget(widget)
        self.accepted.connect(self._tell)

    def _words(self, *, has_runs: bool) -> str:
        if not has_runs:
            return self.tr("There is no run with weights yet: train a network first.")
        return self.tr("Layers with the same names and shapes take the weights of the run's best epoch; the others "
                       "start anew.")

    def _add(self, run: RunSummary) -> None:
        accuracy = self.tr("{share:.1f} % validation").format(share=100 * (run.val_accuracy or 0))
        words = (run.network_name, accuracy, Path(run.folder).name,
                 datetime.fromisoformat(run.created).astimezone().strftime("%Y-%m-%d %H:%M"))
        item = QListWidgetItem(f"{run.name}\n{' · '.join(filter(None, words))}")
        item.setData(Qt.ItemDataRole.UserRole, run.path)
        self._list.addItem(item)

    def _tell(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
