"""The export dialog: what it asks for, what it says of the outcome, and how it is reached."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

from cnnstudio.export.training_code.parity import Parity
from cnnstudio.runs.store import RunFolder
from cnnstudio.ui.exporting.certificate_dialog import CertificateDialog
from cnnstudio.ui.exporting.choices import CHOICES
from cnnstudio.ui.exporting.dialog import EXPORT_SLOT, ExportDialog, ExportOrder
from cnnstudio.ui.exporting.outcome import ExportOutcome
from cnnstudio.ui.exporting.work import export_job, job_of, outcome_of
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.run_uses import EXPORT, run_uses
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.training_code_job import CodeExported
from tests.helpers.runs import SmallRun


class WaitingJob:
    """Works until it is stopped."""

    title = "Waiting"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        from cnnstudio.errors import JobCancelledError

        yield Progress(1, 4, "working")
        while not should_stop():
            pass
        raise JobCancelledError


@pytest.fixture
def dialog(qtbot: QtBot, jobs: JobRunner, small_run: SmallRun) -> ExportDialog:
    result = ExportDialog(small_run.path, small_run.path.name, jobs, export_job, outcome_of)
    qtbot.addWidget(result)
    result.show()
    return result


def place_of(dialog: ExportDialog) -> QLineEdit:
    return dialog.findChild(QLineEdit, "export_path")


def test_a_script_is_written_and_not_called_equal_unless_it_was_compared(qtbot, jobs, dialog, tmp_path):
    place = tmp_path / "train.py"
    dialog.choose("script")
    place_of(dialog).setText(str(place))
    dialog.findChild(QSpinBox, "export_images").setValue(0)
    qtbot.mouseClick(dialog.findChild(QPushButton, "export_start"), Qt.MouseButton.LeftButton)
    assert not dialog.findChild(QPushButton, "export_start").isEnabled()
    qtbot.waitUntil(lambda: not jobs.is_running(EXPORT_SLOT), timeout=60_000)
    assert dialog.outcome.isVisible()
    assert dialog.outcome.texts[0] == "Not checked: no images were asked for."
    assert place.exists()
    dialog.outcome.copy_path()
    assert QGuiApplication.clipboard().text() == str(place)
    assert dialog.findChild(QPushButton, "export_start").isEnabled()


@pytest.mark.parametrize(("name", "ending", "sign", "also"), [
    ("notebook", ".ipynb", b'"cells"', ()), ("pytorch", ".py", b"def predict(", ("net.safetensors",)),
    pytest.param("onnx", ".onnx", b"probabilities", (), marks=pytest.mark.bench)])
def test_each_card_writes_what_it_names(name, ending, sign, also, qtbot, jobs, dialog, tmp_path):
    place = tmp_path / f"net{ending}"
    dialog.choose(name)
    place_of(dialog).setText(str(place))
    dialog.findChild(QSpinBox, "export_images").setValue(0)
    qtbot.mouseClick(dialog.findChild(QPushButton, "export_start"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not jobs.is_running(EXPORT_SLOT), timeout=60_000)
    assert dialog.outcome.texts[0] == "Not checked: no images were asked for."
    assert sign in place.read_bytes()
    written = {place.name, "net.certificate.json", "net.certificate.md", *also}
    assert {each.name for each in tmp_path.iterdir()} == written


def test_every_card_has_a_job_of_its_own_and_no_other_format_has_one(tmp_path):
    for each in CHOICES:
        order = ExportOrder(tmp_path, each.name, tmp_path / f"net{each.ending}", 3)
        job = job_of(order)
        assert (job.format, job.path, job.images) == (each.name, order.path, 3)
    with pytest.raises(ValueError, match="torchscript"):
        job_of(ExportOrder(tmp_path, "torchscript", tmp_path, 3))


@pytest.mark.parametrize(("parity", "verdict", "words"), [
    (Parity(50, 50, 2e-7), "good", "50 of 50 images: same class; largest difference of a probability 2e-07."),
    (Parity(50, 47, 0.31, missing=2), "bad", "47 of 50 images: same class; largest difference of a probability "
                                             "0.3. 2 images are no longer there."),
    (Parity(reason="no images."), "warning", "Not checked: no images.")])
def test_the_verdict_is_said_with_its_figures(parity, verdict, words, tmp_path):
    found = outcome_of(CodeExported(tmp_path / "train.py", parity, tmp_path / "c.md", ()))
    assert (found.verdict, found.sentence) == (verdict, words)
    assert bool(found.advice) == (verdict != "good")
    assert outcome_of(Progress(1, 2, "")) is None


def test_the_suggested_place_follows_the_format_and_keeps_the_users_folder(qtbot, dialog, tmp_path):
    assert [card.choice.name for card in dialog.cards] == [choice.name for choice in CHOICES]
    for card in dialog.cards:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
        assert dialog.chosen is card.choice
        assert dialog.order.path.name.endswith(card.choice.ending)
        assert dialog.order.path.parent == Path.home()
    place_of(dialog).clear()
    qtbot.keyClicks(place_of(dialog), str(tmp_path / "mine.ipynb"))
    dialog.choose("script")
    assert dialog.order.path.parent == tmp_path
    assert dialog.order.path.suffix == ".py"


def test_a_file_gets_the_ending_of_its_format_when_it_has_that_of_another(dialog, tmp_path):
    for name, written, wanted in (("script", "a.ipynb", "a.py"), ("notebook", "a.onnx", "a.ipynb"),
                                  ("script", "a.txt", "a.txt"), ("pytorch", "v1.2.py", "v1.2.py")):
        dialog.choose(name)
        place_of(dialog).setText(str(tmp_path / written))
        assert dialog.order.path == tmp_path / wanted


def test_a_place_that_is_no_whole_path_is_refused_with_a_sentence(dialog):
    place_of(dialog).setText("train.py")
    assert "a whole path" in dialog.findChild(QLabel, "export_error").text()
    assert not dialog.findChild(QPushButton, "export_start").isEnabled()


def test_cancel_stops_the_job_and_lets_the_user_try_again(qtbot, jobs, small_run):
    dialog = ExportDialog(small_run.path, "run", jobs, lambda _order: WaitingJob(), outcome_of)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.start()
    cancel = dialog.findChild(QPushButton, "export_cancel")
    qtbot.waitUntil(cancel.isVisible)
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not jobs.is_running(EXPORT_SLOT))
    qtbot.waitUntil(dialog.findChild(QPushButton, "export_start").isEnabled)
    assert not dialog.outcome.isVisible()


def test_a_failure_is_a_sentence_without_buttons(qtbot, jobs, dialog, tmp_path):
    (tmp_path / "file").write_text("in the way")
    place_of(dialog).setText(str(tmp_path / "file" / "train.py"))
    dialog.findChild(QSpinBox, "export_images").setValue(0)
    dialog.start()
    qtbot.waitUntil(lambda: not jobs.is_running(EXPORT_SLOT), timeout=60_000)
    assert str(tmp_path / "file") in dialog.outcome.texts[0]
    assert not dialog.findChild(QPushButton, "export_copy_path").isVisible()


@pytest.mark.parametrize("verdict", ["good", "warning", "bad"])
def test_each_verdict_has_a_sign_and_its_words(dialog, verdict, tmp_path):
    dialog.outcome.show_outcome(ExportOutcome(verdict, "3 of 3 <b>images</b>", "Do this.", tmp_path))
    assert dialog.outcome.texts == ("3 of 3 <b>images</b>", "Do this.")
    assert dialog.findChild(QLabel, "export_verdict").textFormat() == Qt.TextFormat.PlainText


def test_the_certificate_is_read_in_the_program_and_its_markup_is_not_obeyed(dialog, tmp_path):
    written = tmp_path / "net.certificate.md"
    written.write_text("# Certificate: equal\n\nRun `'<b>Ø</b>'`\n\n| | |\n|---|---|\n| images compared | 20 |\n",
                       encoding="utf-8")
    dialog.outcome.show_outcome(ExportOutcome("good", "Equal.", "", tmp_path / "net.py", written))
    dialog.findChild(QPushButton, "export_read_certificate").click()
    shown = dialog.findChild(CertificateDialog)
    assert shown.isVisible()
    text = shown.page.toPlainText()
    assert "Certificate: equal" in text
    assert "'<b>Ø</b>'" in text
    assert "images compared" in text
    assert shown.page.accessibleName() == "Read the certificate"
    shown.reject()


def test_every_control_has_an_accessible_name_and_can_be_reached_by_keyboard(dialog):
    for kind in (QPushButton, QLineEdit, QSpinBox, QRadioButton):
        for control in dialog.findChildren(kind):
            if control.objectName().startswith(("export", "format")):
                assert control.accessibleName(), control.objectName()
                is_another_choice = isinstance(control, QRadioButton) and not control.isChecked()
                assert is_another_choice or control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_menu_and_the_pages_open_it_for_the_run_looked_at(qtbot, window: MainWindow, small_run):
    window.exporting.ask()
    assert window.exporting.dialog is None
    assert "Choose a run to export" in window.messages.findChild(QLabel, "message_text").text()
    window.workspace.runs.open(RunFolder.load(small_run.path))
    run_uses(window.workspace).ask_for_current(EXPORT)
    assert window.exporting.dialog is not None
    assert window.exporting.dialog.isVisible()
    assert small_run.path.name in window.exporting.dialog.findChild(QLabel, "export_heading").text()
    window.exporting.dialog.reject()
