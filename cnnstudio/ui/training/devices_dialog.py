"""The devices a training can run on, with names and memory, why a GPU is not used, and a test of each."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import card, described, label
from cnnstudio.ui.forecast_view import bytes_text
from cnnstudio.workspace.device_job import DevicesFound, DevicesJob, DeviceTested

if TYPE_CHECKING:
    from cnnstudio.training.devices import DeviceInfo
    from cnnstudio.ui.workers import JobRunner

DEVICES_SLOT = "devices"
_DIALOG_PX = (560, 380)


class DevicesDialog(QDialog):
    """Looks for devices when it opens, and tests them at a click."""

    def __init__(self, jobs: "JobRunner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("devices_dialog")
        self.setWindowTitle(self.tr("Devices"))
        self.setModal(True)
        self.resize(*_DIALOG_PX)
        self._jobs = jobs
        self._results: dict[str, QLabel] = {}
        self._frames: list[QFrame] = []
        self._status = label(role="quiet", name="devices_status", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._test = described(
            QPushButton(self.tr("Test")), "devices_test", self.tr("Test the devices"),
            self.tr("Train one small step on each device and compare it with the exact result."))
        self._test.clicked.connect(self.test)
        self._build()

    def _build(self) -> None:
        close = described(QPushButton(self.tr("Close")), "devices_close", self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self._test)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Devices"), "heading"))
        column.addLayout(self._list)
        column.addWidget(self._status)
        column.addStretch(1)
        column.addLayout(buttons)

    @property
    def texts(self) -> list[str]:
        """Every line that is shown, from above."""
        return [each.text() for frame in self._frames for each in frame.findChildren(QLabel) if each.text()]

    def look(self) -> None:
        """Look for devices."""
        self._start(test=False)

    def test(self) -> None:
        """Look again, and test every device that can be used."""
        self._start(test=True)

    def _start(self, *, test: bool) -> None:
        self._test.setEnabled(False)
        self._status.setText(self.tr("Looking…"))
        self._jobs.start(DevicesJob(test=test), slot=DEVICES_SLOT, on_event=self._on_event, quiet=True,
                         on_finished=self._on_ended, on_failed=self._on_failed, on_cancelled=self._on_ended)

    def _on_event(self, event: Any) -> None:
        if isinstance(event, DevicesFound):
            self._show(event.devices)
        elif isinstance(event, DeviceTested):
            line = self._results[event.check.name]
            line.setText(event.check.sentence)
            line.setProperty("role", "good" if event.check.is_good else "bad")
            line.style().polish(line)
            line.show()

    def _show(self, devices: "tuple[DeviceInfo, ...]") -> None:
        for frame in self._frames:
            frame.deleteLater()
        self._frames, self._results = [], {}
        for info in devices:
            frame, column = card(name=f"device_{info.name}", spacing=2)
            memory = f" · {bytes_text(info.memory)}" if info.memory else ""
            column.addWidget(label(f"{info.title}{memory}", "subheading", wrap=True))
            column.addWidget(label(self._use_of(info), "quiet", wrap=True))
            self._results[info.name] = label(wrap=True, name=f"result_{info.name}")
            self._results[info.name].hide()
            column.addWidget(self._results[info.name])
            self._list.addWidget(frame)
            self._frames.append(frame)

    def _use_of(self, info: "DeviceInfo") -> str:
        if info.is_usable:
            return self.tr("Can be used ({name})").format(name=info.name)
        return self.tr("Not used: {reason}").format(reason=info.reason_not_used)

    def _on_ended(self) -> None:
        self._test.setEnabled(True)
        self._status.setText(self.tr("Automatic takes the first of these that can be used."))

    def _on_failed(self, message: str, _details: str) -> None:
        self._on_ended()
        self._status.setText(message)

    def done(self, result: int) -> None:
        """Stop what runs and close."""
        self._jobs.cancel(DEVICES_SLOT)
        super().done(result)
