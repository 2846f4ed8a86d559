"""The Runs page: the table, filters, stars, notes, comparison, opening, CSV."""

import csv
import io
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from cnnstudio.runs.start import RunStart
from cnnstudio.runs.store import RunFolder, list_runs
from cnnstudio.runs.summaries import RunSummary
from cnnstudio.runs.training_lock import training_lock
from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.runs.columns import COLUMNS, accuracy_text, augmentation_text
from cnnstudio.ui.runs.csv_export import to_csv
from cnnstudio.ui.runs.go_on import ResumeWish
from cnnstudio.ui.runs.page import LIST_SLOT, RunsPage
from cnnstudio.ui.training_starts import training_starts
from cnnstudio.ui.workers import TRAIN_SLOT, JobRunner
from cnnstudio.workspace.training_job import RunSaved
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun, make_run, training_job
from tests.helpers.stub_jobs import EventsJob


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    """Two runs: the small one, and one with SGD; both sound."""
    home = tmp_path_factory.mktemp("runs_page")
    run = make_run(home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CNNSTUDIO_HOME", str(home / "home"))
        config = TrainConfig(epochs=1, batch_size=8, threads=1, device="cpu", optimizer="sgd", learning_rate=0.01)
        saved = list(training_job(run.folder, home, train=config).run(lambda: False))[-1]
    assert isinstance(saved, RunSaved)
    RunFolder.load(run.path).annotate(name="adam")
    RunFolder.load(saved.path).annotate(name="sgd")
    return run


@pytest.fixture
def directory(trained: SmallRun, tmp_path: Path) -> Path:
    """Copy both runs, and add one with a flipped byte in its record and in the copy of that."""
    copy = tmp_path / "runs"
    shutil.copytree(trained.runs, copy)
    damaged = copy / "2020-01-01_00.00.00_damaged"
    shutil.copytree(trained.path, damaged)
    for record in damaged.glob("record*"):  # and its second copy
        data = bytearray(record.read_bytes())
        data[40] ^= 1
        record.write_bytes(bytes(data))
    return copy


@pytest.fixture
def page(qtbot: QtBot, directory: Path, jobs: JobRunner) -> RunsPage:
    result = RunsPage(Workspace(directory), jobs)
    qtbot.addWidget(result)
    result.resize(1280, 720)
    result.show()
    qtbot.waitUntil(lambda: result.model.rowCount() == 3, timeout=10_000)
    return result


def select(page: RunsPage, *names: str) -> None:
    page.table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row, run in enumerate(page.table.shown_runs()):
        if run.name in names:
            page.table.selectionModel().select(page.table.filter.index(row, 0), flags)


def test_names_that_differ_at_the_end_alone_look_different(page: RunsPage) -> None:
    table, row = page.table, page.model.rows[0]
    stem = "photos · small CNN · learning rates and weight decays 12: learning rate 0.001, weight decay "
    pictures = []
    for end in ("0.01", "0.05"):
        page.model.set_runs([replace(row, name=stem + end)])
        cell = table.filter.index(0, 1)
        assert cell.data(int(Qt.ItemDataRole.ToolTipRole)) == stem + end
        assert table.fontMetrics().horizontalAdvance(stem) > table.columnWidth(1), "no room for it"
        pictures.append(table.viewport().grab(table.visualRect(cell)).toImage())
    assert pictures[0] != pictures[1]


def button(page: RunsPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def words(page: RunsPage) -> str:
    return "\n".join(label.text() for label in page.details.findChildren(QLabel) if not label.isHidden())


def summary(page: RunsPage, name: str) -> RunSummary:
    return next(run for run in page.model.runs if run.name == name)


def test_without_runs_the_page_says_where_they_come_from(qtbot: QtBot, tmp_path: Path, jobs: JobRunner) -> None:
    page = RunsPage(Workspace(tmp_path / "none"), jobs)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: not jobs.active(with_quiet=True), timeout=10_000)
    with qtbot.waitSignal(page.navigate_requested) as asked:
        button(page, "runs_empty_button").click()
    assert asked.args == ["train"]


def test_runs_are_listed_newest_first_and_damaged_ones_with_the_reason(page: RunsPage) -> None:
    assert [run.name for run in page.table.shown_runs()][:2] == ["sgd", "adam"]
    damaged = next(run for run in page.model.runs if not run.is_sound)
    row = page.table.shown_runs().index(damaged)
    index = page.table.filter.index(row, 1)
    assert "SHA-256" in index.data(int(Qt.ItemDataRole.ToolTipRole))
    select(page, damaged.name)
    assert "SHA-256" in words(page)
    assert not button(page, "open_run").isEnabled()
    page.grab()


def test_the_accuracy_stands_with_its_interval() -> None:
    run = RunSummary(Path("x"), "x", val_accuracy=0.9421, interval=(0.91, 0.9634))
    assert accuracy_text(run) == "94.2 % (91.0 – 96.3)"
    assert accuracy_text(replace(run, interval=None)) == "94.2 %"
    assert accuracy_text(RunSummary(Path("x"), "x")) == ""


def test_every_column_has_a_text_for_a_sound_and_for_a_damaged_run(page: RunsPage) -> None:
    for run in page.model.runs:
        for column in COLUMNS:
            assert isinstance(column.text(run), str), column.name
    assert augmentation_text(summary(page, "adam")) == "none"


def test_every_column_sorts_both_ways(page: RunsPage) -> None:
    for section, column in enumerate(COLUMNS):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            page.table.sortByColumn(section, order)
            values = [column.sort(run) for run in page.table.shown_runs() if column.sort(run) is not None]
            assert values == sorted(values, reverse=order == Qt.SortOrder.DescendingOrder), column.name


def test_words_of_any_column_filter_the_table(page: RunsPage) -> None:
    search = page.findChild(QLineEdit, "runs_search")
    assert search is not None
    search.setText("SGD 0.01")
    assert [run.name for run in page.table.shown_runs()] == ["sgd"]
    count = page.findChild(QLabel, "run_count")
    assert count is not None
    assert count.text() == "1 of 3 runs"
    search.clear()
    assert len(page.table.shown_runs()) == 3


def test_a_star_is_given_by_a_click_kept_on_disk_and_filtered_by(
        qtbot: QtBot, page: RunsPage, directory: Path) -> None:
    row = [run.name for run in page.table.shown_runs()].index("adam")
    place = page.table.visualRect(page.table.filter.index(row, 0)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert summary(page, "adam").starred
    qtbot.waitUntil(lambda: [run.name for run in list_runs(directory) if run.starred] == ["adam"], timeout=10_000)
    button(page, "only_starred").click()
    assert [run.name for run in page.table.shown_runs()] == ["adam"]


def test_notes_are_kept_when_another_run_is_selected(qtbot: QtBot, page: RunsPage, directory: Path) -> None:
    select(page, "adam")
    notes = page.findChild(QPlainTextEdit, "run_notes")
    assert notes is not None
    notes.setPlainText("æøå: learned well\nsecond line")
    select(page, "sgd")
    assert notes.toPlainText() == ""

    def is_kept() -> bool:
        return any(run.notes == "æøå: learned well\nsecond line" for run in list_runs(directory))

    qtbot.waitUntil(is_kept, timeout=10_000)
    select(page, "adam")
    assert notes.toPlainText().startswith("æøå")


def test_notes_being_written_are_kept_when_the_window_closes(page: RunsPage, directory: Path) -> None:
    select(page, "adam")
    notes = page.findChild(QPlainTextEdit, "run_notes")
    assert notes is not None
    notes.setPlainText("last words")
    page.shut_down()
    assert "last words" in {run.notes for run in list_runs(directory)}


def test_two_runs_are_compared_in_words_curves_and_matrices(qtbot: QtBot, page: RunsPage) -> None:
    select(page, "adam", "sgd")
    qtbot.waitUntil(lambda: "instead of" in page.details.differences_text, timeout=10_000)
    assert "B\n" in page.details.differences_text
    assert "Optimiser adam instead of sgd" in page.details.differences_text
    panel = page.details._compare
    assert panel is not None
    assert panel.matrices_shown == 2
    assert "They overlap" in panel.significance_text or "McNemar" in panel.significance_text
    assert [curve.name for curve in panel.curves.plot.shown] == ["A", "B"]
    page.grab()


def test_a_run_is_opened_by_a_double_click(qtbot: QtBot, page: RunsPage) -> None:
    row = [run.name for run in page.table.shown_runs()].index("adam")
    place = page.table.visualRect(page.table.filter.index(row, 1)).center()
    with qtbot.waitSignal(page.navigate_requested, timeout=10_000) as asked:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["look"]
    assert page._workspace.runs.current is not None
    assert page._workspace.runs.current.record.name == "adam"


def test_a_damaged_run_is_not_opened_but_explained(qtbot: QtBot, page: RunsPage) -> None:
    damaged = next(run for run in page.model.runs if not run.is_sound)
    with qtbot.waitSignal(page.message_requested) as said:
        page.open_run(damaged)
    assert "SHA-256" in said.args[0]


def test_settings_of_a_run_are_used_again(qtbot: QtBot, page: RunsPage) -> None:
    select(page, "sgd")
    with qtbot.waitSignal(page.navigate_requested, timeout=10_000) as asked:
        button(page, "use_settings").click()
    workspace = page._workspace
    assert asked.args == ["train"]
    assert workspace.train_config.optimizer == "sgd"
    assert (workspace.preprocess.height, workspace.network_name) == (16, "small")


def test_new_runs_appear_when_the_workspace_says_so(qtbot: QtBot, page: RunsPage, directory: Path) -> None:
    shutil.copytree(next(directory.glob("2*small")), directory / "2026-12-24_18.00.00_copy")
    page._workspace.runs.notify_changed()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4, timeout=10_000)


def test_the_csv_holds_every_setting_and_no_formula(page: RunsPage, tmp_path: Path) -> None:
    evil = replace(summary(page, "adam"), notes='=HYPERLINK("http://x")', name="a, \"quoted\"\nname")
    rows = list(csv.DictReader(io.StringIO(to_csv([evil, *page.model.runs]), newline="")))
    assert len(rows) == 4
    assert rows[0]["notes"].startswith("'=")
    assert rows[0]["name"] == "a, \"quoted\"\nname"
    assert rows[0]["train.optimizer"] == "adam"
    assert rows[0]["augment.rotate_deg"] == "0.0"
    assert float(rows[0]["val_accuracy_low"]) < float(rows[0]["val_accuracy"]) + 1e-9


def test_csv_is_saved_where_the_user_wants_and_a_failure_is_said(
        qtbot: QtBot, page: RunsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "all runs"), ""))
    with qtbot.waitSignal(page.message_requested) as said:
        button(page, "export_csv").click()
    assert said.args[1] == "good"
    assert len((tmp_path / "all runs.csv").read_text(encoding="utf-8").splitlines()) == 4
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "file" / "x.csv"), ""))
    with qtbot.waitSignal(page.message_requested) as said:
        page.export_csv()
    assert said.args[1] == "error"
    assert "Cannot save" in said.args[0]


def test_tags_are_written_with_commas_kept_and_found(qtbot: QtBot, page: RunsPage, directory: Path) -> None:
    select(page, "adam")
    tags = page.findChild(QLineEdit, "run_tags")
    assert tags is not None
    tags.clear()
    qtbot.keyClicks(tags, " baseline,report ,, baseline")
    page.details.flush()
    qtbot.waitUntil(lambda: ("baseline", "report") in {run.tags for run in list_runs(directory)}, timeout=10_000)
    search = page.findChild(QLineEdit, "runs_search")
    assert search is not None
    search.setText("baseline")
    assert [run.name for run in page.table.shown_runs()] == ["adam"]


def test_a_complete_run_can_go_on_for_more_epochs_and_a_stopped_one_to_its_end(
        qtbot: QtBot, page: RunsPage, directory: Path) -> None:
    select(page, "adam")
    run, count = summary(page, "adam"), page.findChild(QSpinBox, "go_on_epochs")
    count.setValue(3)
    with qtbot.waitSignal(page.resume_requested) as wish:
        button(page, "go_on_run").click()
    assert wish.args[0] == ResumeWish(run.path, Path(run.folder), 3)
    page.details.show_run(replace(run, status="unfinished"))
    assert count.isHidden()
    with qtbot.waitSignal(page.resume_requested) as wish:
        button(page, "go_on_run").click()
    assert wish.args[0].more_epochs == 0
    with training_lock(run.path):
        page.details.show_run(replace(run, status="unfinished"))
        assert not button(page, "go_on_run").isEnabled()
        assert button(page, "go_on_run").toolTip() == "This run is being trained now."


def test_the_weights_of_a_run_become_the_start_of_the_next_training(qtbot: QtBot, page: RunsPage) -> None:
    went: list[str] = []
    page.navigate_requested.connect(went.append)
    select(page, "adam")
    button(page, "train_on").click()
    starts = training_starts(page._workspace, page._jobs)
    qtbot.waitUntil(lambda: starts.path == summary(page, "adam").path, timeout=10_000)
    assert went == ["train"]
    assert starts.checked is not None
    assert starts.checked.start.source == "adam"


def test_the_details_say_what_a_run_started_from(qtbot: QtBot, page: RunsPage) -> None:
    start = RunStart(source="old net", path="/there", layers=("conv_1", "conv_2"), differences=("dense_1 is away",))
    page.details.show_run(summary(page, "adam"))
    qtbot.waitUntil(lambda: "Best epoch" in words(page), timeout=10_000)
    assert "Started from" not in words(page)
    page.details.show_run(replace(summary(page, "adam"), start=start))
    qtbot.waitUntil(lambda: "old net: 2 of 3 layers" in words(page), timeout=10_000)


def test_the_recipe_tells_what_the_training_read_in_the_forms_words(page: RunsPage) -> None:
    select(page, "sgd")
    assert "Optimiser SGD, Learning rate 0.01, Momentum 0.9, Nesterov off" in words(page)
    select(page, "adam")
    assert "Optimiser Adam" in words(page)
    assert "Momentum" not in words(page), "Adam reads none"
    assert "Focal gamma" not in words(page)


def test_a_page_shown_again_tells_of_a_run_that_another_has_made_since(
        page: RunsPage, qtbot: QtBot, directory: Path, trained: SmallRun) -> None:
    before = len(page.model.runs)
    page.hide()
    shutil.copytree(trained.path, directory / "2030-01-01_00.00.00_new")
    page.show()
    qtbot.waitUntil(lambda: len(page.table.shown_runs()) == before + 1)


def test_the_table_follows_a_running_training_while_nothing_is_selected(
        page: RunsPage, qtbot: QtBot, directory: Path, trained: SmallRun, jobs: JobRunner) -> None:
    before = len(page.model.runs)
    shutil.copytree(trained.path, directory / "2030-01-01_00.00.00_new")
    page.following.look()
    assert not jobs.is_running(LIST_SLOT), "no training runs"
    jobs.start(EventsJob([], gate=threading.Event()), slot=TRAIN_SLOT)
    page.table.select_path(page.table.shown_runs()[0].path)
    page.following.look()
    assert not jobs.is_running(LIST_SLOT), "the user reads about a run"
    page.table.clearSelection()
    page.following.look()
    qtbot.waitUntil(lambda: len(page.table.shown_runs()) == before + 1)
