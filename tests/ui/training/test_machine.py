"""The devices in the window, and what is said about threads and precision."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.training.device_check import DeviceCheck
from cnnstudio.training.devices import DeviceInfo
from cnnstudio.ui.measuring import Outlook, measurer_of
from cnnstudio.ui.training.devices_dialog import DevicesDialog
from cnnstudio.ui.training.machine_note import MachineNote
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.device_job import DevicesFound, DeviceTested
from cnnstudio.workspace.forecast import Measurement
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.stub_jobs import EventsJob

FOUND = DevicesFound((DeviceInfo("cuda", "NVIDIA GPU", None, "the driver is too old."),
                      DeviceInfo("cpu", "A processor", 8_000_000_000)))
TESTED = DeviceTested(DeviceCheck("cpu", "A processor", is_good=True, step_ms=4.0, difference=1e-7,
                                  sentence="A processor works."))


@pytest.fixture(autouse=True)
def made_up_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cnnstudio.ui.training.devices_dialog.DevicesJob",
                        lambda *, test: EventsJob([FOUND, TESTED] if test else [FOUND]))


def test_devices_are_listed_with_memory_and_reasons_and_tested_at_a_click(qtbot: QtBot, jobs: JobRunner) -> None:
    dialog = DevicesDialog(jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.look()
    button = dialog.findChild(QPushButton, "devices_test")
    assert button is not None
    qtbot.waitUntil(button.isEnabled)
    assert dialog.texts == ["NVIDIA GPU", "Not used: the driver is too old.",
                            "A processor · 8.0 GB", "Can be used (cpu)"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "A processor works." in dialog.texts)


def test_the_note_says_how_many_threads_were_chosen_and_why_and_opens_the_devices(
        qtbot: QtBot, jobs: JobRunner, workspace: Workspace, pets: ImageFolder) -> None:
    measurer = measurer_of(workspace, jobs)
    note = MachineNote(measurer, jobs)
    qtbot.addWidget(note)
    assert "when a training starts" in note.words
    measurer.outlook = Outlook(Measurement(32, 32, 1.0, 2.0, 1.0, 2.0, 2, "cpu", "float32", "1.7 times as fast as 1",
                                           "no instructions"))
    measurer.changed.emit()
    assert note.words == "2 threads: 1.7 times as fast as 1\nfloat32: no instructions"
    button = note.findChild(QPushButton, "show_devices")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert note.dialog is not None
    qtbot.waitUntil(lambda: note.dialog is not None and len(note.dialog.texts) == 4)
    note.dialog.reject()
    assert note.dialog is None
