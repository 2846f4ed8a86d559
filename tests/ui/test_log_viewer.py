"""The log in the window: entries, filters, and what a bug report holds."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cnnstudio.ui.log_viewer.dialog import LogDialog
from cnnstudio.ui.log_viewer.entries import anonymous, bug_report, filtered, read_log
from cnnstudio.ui.workers import JobRunner

LOG = """2026-01-01 10:00:00,000 INFO cnnstudio: opened
2026-01-01 10:00:01,000 WARNING cnnstudio: Qt: odd
2026-01-01 10:00:02,000 ERROR cnnstudio: Unexpected error
Traceback (most recent call last):
ValueError: no
"""


def log(folder: Path) -> Path:
    path = folder / "cnnstudio.log"
    path.write_text(LOG, encoding="utf-8")
    return path


def test_an_entry_has_all_its_lines_and_its_level(tmp_path: Path) -> None:
    entries = read_log(log(tmp_path))
    assert [entry.level for entry in entries] == ["INFO", "WARNING", "ERROR"]
    assert "\n".join(entry.text for entry in entries) + "\n" == LOG
    assert [entry.level for entry in filtered(entries, "WARNING", "")] == ["WARNING", "ERROR"]
    assert [entry.level for entry in filtered(entries, "INFO", "valueerror traceback")] == ["ERROR"]
    assert read_log(tmp_path / "none.log") == ()


def test_a_report_names_versions_and_neither_the_user_nor_the_home_folder() -> None:
    assert anonymous(r"C:\Users\Ann\x and c:/users/ann/y, Ann said; Annette stays", r"C:\Users\Ann", "ann") == (
        r"~\x and ~/y, ~ said; Annette stays")
    assert anonymous("nothing", "", "") == "nothing"
    report = bug_report((), "CPU, 2 threads")
    assert report.startswith("CNN Studio ")
    assert "Device: CPU, 2 threads" in report
    assert "torch 2" in report


def test_the_dialog_filters_and_copies(qtbot: QtBot, jobs: JobRunner, tmp_path: Path) -> None:
    dialog = LogDialog(log(tmp_path), jobs, "CPU")
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.text.toPlainText()))
    dialog.level.setCurrentIndex(2)
    assert dialog.text.toPlainText().splitlines()[-1] == "ValueError: no"
    assert "opened" not in dialog.text.toPlainText()
    dialog.copy_report()
    qtbot.waitUntil(lambda: dialog.said.text().startswith("Copied"))
    assert "Unexpected error" in QGuiApplication.clipboard().text()
