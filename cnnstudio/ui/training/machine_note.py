"""What the automatic settings of the machine come to for this network, why, and the way to the list of devices."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.measuring import Measurer
from cnnstudio.ui.training.devices_dialog import DevicesDialog

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner


class MachineNote(QWidget):
    """A line or two that follow the newest measurement, and *Devices…*."""

    def __init__(self, measurer: Measurer, jobs: "JobRunner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("machine_note")
        self._measurer, self._jobs = measurer, jobs
        self.dialog: DevicesDialog | None = None
        self._words = label(role="caption", name="machine_words", wrap=True)
        self._button = described(
            QPushButton(self.tr("Devices…")), "show_devices", self.tr("Devices"),
            self.tr("What a training can run on, why a GPU is not used, and a test of each."))
        self._button.clicked.connect(self.show_devices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._words)
        column.addWidget(self._button)
        measurer.changed.connect(self._refresh)
        self._refresh()

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def show_devices(self) -> None:
        """Open the list of devices."""
        self.dialog = DevicesDialog(self._jobs, self.window())
        self.dialog.finished.connect(self._forget)
        self.dialog.open()
        self.dialog.look()

    def _refresh(self) -> None:
        found = self._measurer.outlook.measurement
        if found is None:
            self._words.setText(self.tr("Automatic threads and precision are measured when a training starts."))
            return
        threads = self.tr("1 thread") if found.threads == 1 else self.tr("{count} threads").format(count=found.threads)
        lines = ((threads, found.threads_reason), (found.precision, found.precision_reason))
        self._words.setText("\n".join(f"{what}: {why}" if why else what for what, why in lines))

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
