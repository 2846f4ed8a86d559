"""Tests of the line above the images."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cnnstudio.ui.data.folder_line import FolderLine
from cnnstudio.ui.workers import ActiveJob
from cnnstudio.workspace.jobs import COMPARING, Progress


def scan(progress: Progress | None) -> ActiveJob:
    return ActiveJob("scan", "Looking through pets", progress, 0.0, is_stopping=False)


def test_the_line_says_whether_files_are_listed_checked_or_compared(qtbot: QtBot):
    line = FolderLine()
    qtbot.addWidget(line)
    line.set_progress(scan(Progress(48_640, 0, "listing files")))
    assert line.text == "Looking for images: 48,640 found"
    line.set_progress(scan(Progress(11_126, 100_120, "checking images")))
    assert line.text == "Checking 11,126 / 100,120"
    line.set_progress(scan(Progress(1_024, 100_075, COMPARING)))
    assert line.text == "Comparing 1,024 / 100,075"


def test_a_new_check_does_not_begin_with_the_numbers_of_the_last_one(qtbot: QtBot):
    line = FolderLine()
    qtbot.addWidget(line)
    line.set_progress(scan(Progress(60, 60, "checking images")))
    line.set_progress(None)
    line.set_folder("class folders", "", has_decisions=False, is_checked=True)
    assert line.text == "Layout: class folders"
    line.set_progress(scan(None))
    assert line.text == "Checking the images…"


def test_decisions_that_leave_all_images_where_they_are_can_be_saved_and_taken_back(qtbot: QtBot):
    line = FolderLine()
    qtbot.addWidget(line)
    for has_decisions in (False, True):
        line.set_folder("class folders", "", has_decisions=has_decisions, is_checked=True)
        menu = line.findChild(QMenu)
        assert isinstance(menu, QMenu)
        enabled = {action.text() for action in menu.actions() if isinstance(action, QAction) and action.isEnabled()}
        assert ("Save the decisions as CSV…" in enabled) is has_decisions
        assert ("Take all decisions back" in enabled) is has_decisions
