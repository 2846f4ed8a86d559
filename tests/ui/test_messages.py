"""Messages in the page, errors nobody caught, and the status line."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cnnstudio.errors import InputError
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.error_log import ErrorReporter, start_log
from cnnstudio.ui.message_area import MessageAction, MessageArea
from cnnstudio.ui.status_line import StatusLine, duration_text, memory_bytes, remaining_text
from cnnstudio.ui.workers import ActiveJob, JobRunner
from cnnstudio.workspace.jobs import Progress
from tests.helpers.stub_jobs import EventsJob


@pytest.fixture
def area(qtbot: QtBot) -> MessageArea:
    result = MessageArea()
    qtbot.addWidget(result)
    result.resize(600, 200)
    return result


def test_a_message_shows_its_text_as_it_is_and_goes_when_dismissed(qtbot: QtBot, area: MessageArea) -> None:
    line = area.show_message("<b>Not bold</b> & $plain", "warning")
    assert not area.isHidden()
    label = line.findChild(QLabel, "message_text")
    assert label is not None
    assert label.textFormat() == Qt.TextFormat.PlainText
    cross = line.findChild(QToolButton, "message_close")
    assert cross is not None
    cross.click()
    qtbot.waitUntil(area.isHidden)
    assert area.lines == ()


def test_an_equal_text_is_not_shown_twice_and_only_the_newest_three_stay(qtbot: QtBot, area: MessageArea) -> None:
    for text in ("one", "two", "two", "three", "four"):
        area.show_message(text, "error")
    assert {line.text for line in area.lines} == {"two", "three", "four"}
    area.clear("error")
    assert area.lines == ()


def test_details_are_copied_and_actions_called(qtbot: QtBot, area: MessageArea) -> None:
    pressed: list[str] = []
    actions = (MessageAction("Do it", lambda: pressed.append("done")), MessageAction("Leave it", None))
    line = area.show_message("Broken", "error", "the traceback", actions)
    buttons = {button.text(): button for button in line.findChildren(QPushButton)}
    buttons["Copy details"].click()
    assert QGuiApplication.clipboard().text() == "Broken\n\nthe traceback"
    buttons["Do it"].click()
    assert pressed == ["done"]
    assert area.lines == ()


@pytest.fixture
def hooks() -> Iterator[ErrorReporter]:
    before = sys.excepthook, threading.excepthook
    reporter = ErrorReporter()
    reporter.install()
    yield reporter
    sys.excepthook, threading.excepthook = before


def raised() -> BaseException:
    try:
        return {}["layer"]  # type: ignore[return-value]
    except KeyError as caught:
        return caught


def test_an_error_nobody_caught_is_told_in_a_sentence_with_versions_and_traceback(
        qtbot: QtBot, hooks: ErrorReporter, caplog: pytest.LogCaptureFixture) -> None:
    error = raised()
    with qtbot.waitSignal(hooks.reported) as told:
        sys.excepthook(type(error), error, error.__traceback__)
    message, details = told.args
    assert "KeyError: 'layer'" in message
    assert "CNN Studio" in details
    assert "Traceback" in details
    assert "KeyError" in caplog.text


def test_an_error_written_for_the_user_is_told_without_details(qtbot: QtBot, hooks: ErrorReporter) -> None:
    with qtbot.waitSignal(hooks.reported) as told:
        hooks.report(InputError("There is no such folder."))
    assert told.args == ["There is no such folder.", ""]


def test_an_error_in_a_thread_is_told_too(qtbot: QtBot, hooks: ErrorReporter) -> None:
    with qtbot.waitSignal(hooks.reported) as told:
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
    thread.join()
    assert "ZeroDivisionError" in told.args[0]


def test_ctrl_c_is_no_error_of_the_program(
        qtbot: QtBot, hooks: ErrorReporter, capsys: pytest.CaptureFixture[str]) -> None:
    with qtbot.assertNotEmitted(hooks.reported):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    result = logging.getLogger("cnnstudio")
    before = list(result.handlers)
    yield result
    qInstallMessageHandler(None)
    for handler in set(result.handlers) - set(before):
        handler.close()
        result.removeHandler(handler)


def test_the_log_takes_what_the_program_and_qt_say(tmp_path: Path, logger: logging.Logger) -> None:
    from cnnstudio.ui.error_log import _log_qt_message

    path = tmp_path / "new folder" / "cnnstudio.log"
    start_log(path)
    logger.error("a fault")
    _log_qt_message(QtMsgType.QtWarningMsg, None, "a word of Qt")  # type: ignore[arg-type]
    text = path.read_text(encoding="utf-8")
    assert "ERROR cnnstudio: a fault" in text
    assert "WARNING cnnstudio: Qt: a word of Qt" in text


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, logger: logging.Logger) -> None:
    (tmp_path / "file").write_text("")
    start_log(tmp_path / "file" / "cnnstudio.log")
    logger.error("still taken")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == ""


@pytest.mark.parametrize(("seconds", "text"), [
    (0.4, "0 s"), (59.4, "59 s"), (60, "1 min 00 s"), (185, "3 min 05 s"), (7800, "2 h 10 min")])
def test_durations_are_written_for_people(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


def test_the_time_left_follows_from_the_speed_so_far() -> None:
    job = ActiveJob("train", "Training", Progress(25, 100, ""), 100.0, False)
    assert remaining_text(job, now_s=110.0) == "30 s left"
    assert remaining_text(job, now_s=100.5) == "", "too early to say"
    unknown = ActiveJob("scan", "Scanning", Progress(25, 0, ""), 100.0, False)
    assert remaining_text(unknown, now_s=110.0) == ""


def test_memory_is_told_in_bytes_where_the_system_tells_it() -> None:
    used = memory_bytes()
    assert used is None or 10_000_000 < used < 1_000_000_000_000


def test_the_status_line_shows_a_job_its_progress_and_stops_it(qtbot: QtBot) -> None:
    runner = JobRunner()
    line = StatusLine(runner)
    qtbot.addWidget(line)
    line.show()
    bar, cancel = line.findChild(QProgressBar), line.findChild(QToolButton, "status_cancel")
    assert bar is not None
    assert cancel is not None
    assert bar.isHidden()
    gate = threading.Event()
    runner.start(GatedJob(gate), slot="scan")
    qtbot.waitUntil(lambda: "1,200 / 9,000" in line.job_text)
    assert line.job_text.startswith("Scanning photos: looking at images")
    assert (bar.value(), bar.maximum()) == (1200, 9000)
    cancel.click()
    assert "stopping" in line.job_text
    qtbot.waitUntil(bar.isHidden)
    assert line.job_text == ""
    line.set_device("CPU, 2 threads")
    assert line.device_text == "CPU, 2 threads"


class GatedJob(EventsJob):
    """Tells one progress, then waits to be stopped."""

    title = "Scanning photos"

    def __init__(self, gate: threading.Event) -> None:
        super().__init__([], gate=gate)

    def run(self, should_stop):  # type: ignore[no-untyped-def]
        yield Progress(1200, 9000, "looking at images")
        yield from super().run(should_stop)


def test_a_long_text_gives_way_and_is_whole_in_the_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("a sentence that goes on and on and on", where=Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(label)
    label.resize(60, 20)
    assert label.minimumSizeHint().width() < 60
    assert label.toolTip() == label.text()
    narrow = label.grab().toImage()
    label.resize(400, 20)
    wide = label.grab().toImage()
    inked = [x for x in range(60, 400) if any(wide.pixelColor(x, y) != wide.pixelColor(399, 0) for y in range(20))]
    assert inked, "the wide one shows more"
    assert narrow.width() == 60
