"""The event by which macOS asks a program to open a file reaches the window as if the file was dropped on it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnstudio.ui.opened_files import OpenedFiles


def test_a_file_to_be_opened_is_told_of_and_other_events_pass(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    parent = QObject()
    opened, told = OpenedFiles(qapp, parent), []
    opened.wanted.connect(told.append)
    file = tmp_path / "größer 画像.cnnstudio"
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(file)))
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.org/")))  # names no file
    assert not opened.eventFilter(qapp, QEvent(QEvent.Type.User))
    assert told == [file]
    qapp.removeEventFilter(opened)
