"""Groups of runs on the Runs page: one row that unfolds, its figures and curves, compared, starred and deleted."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.image_folder import scan
from cnnstudio.runs.group_folder import group_path, read_notes
from cnnstudio.runs.group_results import GroupSummary
from cnnstudio.runs.store import RunFolder, list_runs
from cnnstudio.ui.runs.go_on import ResumeWish
from cnnstudio.ui.runs.page import RunsPage
from cnnstudio.ui.runs.table import RunRole
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.repeated_training import RepeatedTrainingJob
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import make_folder
from tests.helpers.runs import TRAIN, training_job


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two groups of two seeds, the second one with SGD, and a run that stands alone."""
    home = tmp_path_factory.mktemp("groups")
    folder = scan(make_folder(home / "pets", {"cat": 8, "dog": 8}, 16))
    short = TRAIN.model_copy(update={"epochs": 2})
    sgd = short.model_copy(update={"optimizer": "sgd"})
    for name, config in (("adam", short), ("sgd", sgd)):
        list(RepeatedTrainingJob(training_job(folder, home, train=config), "seeds", 2, name=name).run(lambda: False))
    list(training_job(folder, home, train=short.model_copy(update={"epochs": 1})).run(lambda: False))
    alone = next(run.path for run in list_runs(home / "runs") if run.group is None)
    RunFolder.load(alone).annotate(name="alone")
    return home / "runs"


@pytest.fixture
def directory(trained: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(trained, tmp_path / "runs"))


@pytest.fixture
def page(qtbot: QtBot, directory: Path, jobs: JobRunner) -> Iterator[RunsPage]:
    result = RunsPage(Workspace(directory), jobs)
    qtbot.addWidget(result)
    result.resize(1280, 720)
    result.show()
    qtbot.waitUntil(lambda: len(result.model.rows) == 3, timeout=10_000)
    yield result
    qtbot.waitUntil(lambda: not jobs.active(with_quiet=True), timeout=10_000)


def test_a_trial_is_shown_without_the_name_of_its_sweep_and_found_and_told_with_it(page: RunsPage) -> None:
    row = next(row for row in page.model.rows if isinstance(row, GroupSummary))
    first, second = row.members
    group = row.group.model_copy(update={"kind": "sweep", "name": "photos · small CNN"})
    members = (replace(first, name="photos · small CNN 1: learning rate 0.01"), replace(second, name="the best"))
    page.model.set_runs([replace(row, group=group, members=members), replace(first, name="photos · small CNN 1: x")])
    assert trials_of(page) == ["1: learning rate 0.01", "the best"]
    first_trial = page.model.index(0, 1, page.model.index(0, 0))
    assert first_trial.data(int(Qt.ItemDataRole.ToolTipRole)) == "photos · small CNN 1: learning rate 0.01"
    assert page.model.index(0, 1).data().startswith("photos · small CNN")
    assert page.model.index(1, 1).data() == "photos · small CNN 1: x", "one that stands alone has no name above it"
    page.model.set_runs([replace(row, group=group.model_copy(update={"kind": "seeds"}), members=members)])
    assert trials_of(page) == [member.name for member in members]


def trials_of(page: RunsPage) -> list[str]:
    return [page.model.index(number, 1, page.model.index(0, 0)).data() for number in (0, 1)]


def place_of(page: RunsPage, name: str) -> QPoint:
    row = [found.name for found in page.table.shown_rows()].index(name)
    return page.table.visualRect(page.table.filter.index(row, 1)).center()


def select(page: RunsPage, *names: str) -> None:
    page.table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row, run in enumerate(page.table.shown_rows()):
        if run.name in names:
            page.table.selectionModel().select(page.table.filter.index(row, 0), flags)


def group(page: RunsPage, name: str) -> GroupSummary:
    found = next(row for row in page.model.rows if row.name == name)
    assert isinstance(found, GroupSummary)
    return found


def shown_text(page: RunsPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None
    return found.text() if found.isVisible() else ""


def click(qtbot: QtBot, page: RunsPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_group_is_one_row_that_a_double_click_unfolds(qtbot: QtBot, page: RunsPage) -> None:
    assert [row.name for row in page.table.shown_rows()] == ["alone", "sgd", "adam"]
    texts = [page.table.filter.index(1, section).data() for section in range(3)]
    spread = group(page, "sgd").spread
    assert spread is not None
    assert spread.deviation is not None
    assert texts[1:] == ["sgd · 2 seeds", f"{100 * spread.mean:.1f} % ± {100 * spread.deviation:.1f} %"]
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place_of(page, "sgd"))
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place_of(page, "sgd"))
    top = page.table.filter.index(1, 0)
    assert page.table.isExpanded(top)
    below = {page.table.filter.index(row, 0, top).data(int(RunRole)).name for row in range(2)}
    assert below == {"sgd seed 0", "sgd seed 1"}
    page.reload()
    qtbot.waitUntil(lambda: page.table.isExpanded(page.table.filter.index(1, 0)), timeout=10_000)


def test_words_find_a_group_by_its_members_and_members_by_their_group(page: RunsPage) -> None:
    search = page.findChild(QLineEdit, "runs_search")
    assert search is not None
    page.model.replace(replace(group(page, "sgd").members[1], tags=("special",)))
    search.setText("special")
    assert [row.name for row in page.table.shown_rows()] == ["sgd"]
    assert [run.name for run in page.table.shown_runs()] == ["sgd seed 1"]
    search.setText("2 seeds adam")
    assert sorted(run.name for run in page.table.shown_runs()) == ["adam seed 0", "adam seed 1"]


def test_a_selected_group_shows_mean_spread_and_all_curves_with_a_band(qtbot: QtBot, page: RunsPage) -> None:
    select(page, "adam")
    assert "±" in shown_text(page, "group_accuracy")
    view = page.details._group
    assert view is not None
    qtbot.waitUntil(lambda: len(view.curves.plot.shown) == 3 and view.curves.isVisible(), timeout=10_000)
    first, second, mean = view.curves.plot.shown
    assert (first.is_faint, second.is_faint, mean.is_faint) == (True, True, False)
    assert mean.ys == pytest.approx((first.ys + second.ys) / 2)
    figure = page.findChild(QComboBox, "curve_figure")
    assert figure is not None
    figure.setCurrentIndex(figure.findData("loss"))
    histories = [RunFolder.load(run.path).record.history for run in group(page, "adam").members]
    assert view.curves.plot.shown[2].ys == pytest.approx(
        [sum(row.val_loss for row in rows) / 2 for rows in zip(*histories, strict=True)])
    page.grab()


def test_three_are_compared_each_with_each_and_their_curves_can_be_hidden(qtbot: QtBot, page: RunsPage) -> None:
    select(page, "alone", "sgd", "adam")
    qtbot.waitUntil(lambda: "Optimiser sgd instead of adam" in page.details.differences_text, timeout=10_000)
    panel = page.details._compare
    assert panel is not None
    assert "Seed" not in panel.differences_text
    assert panel.matrices_shown == 3
    assert "A is one training" in panel.significance_text
    assert "B has a mean of" in panel.significance_text
    assert [curve.name for curve in panel.curves.plot.shown if curve.name] == ["A", "B", "C"]
    qtbot.mouseClick(panel.legend.entries[1], Qt.MouseButton.LeftButton)
    assert [curve.name for curve in panel.curves.plot.shown if curve.name] == ["A", "C"]
    assert panel.curves.plot.describe_at(1).splitlines()[1].startswith("A  ")
    page.grab()


def test_star_and_notes_of_a_group_are_its_own(qtbot: QtBot, page: RunsPage, directory: Path) -> None:
    path = group_path(directory, group(page, "adam").group.key)
    page.toggle_star(group(page, "adam"))
    select(page, "adam")
    notes = page.findChild(QPlainTextEdit, "run_notes")
    assert notes is not None
    notes.setPlainText("the baseline")
    page.details.flush()
    qtbot.waitUntil(lambda: read_notes(path).notes == "the baseline" and read_notes(path).starred, timeout=10_000)
    assert not any(run.starred or run.notes for run in list_runs(directory))


def test_a_group_is_deleted_after_a_question_only(qtbot: QtBot, page: RunsPage, directory: Path) -> None:
    select(page, "adam")
    click(qtbot, page, "delete_run")
    assert "all 2 runs of adam" in shown_text(page, "delete_question")
    click(qtbot, page, "delete_no")
    assert shown_text(page, "delete_question") == ""
    assert len(list_runs(directory)) == 5
    click(qtbot, page, "delete_run")
    click(qtbot, page, "delete_yes")
    qtbot.waitUntil(lambda: [row.name for row in page.table.shown_rows()] == ["alone", "sgd"], timeout=10_000)
    assert len(list_runs(directory)) == 3
    assert len(list((directory / ".groups").iterdir())) == 1


def test_what_is_missing_of_a_group_is_wanted_with_one_button(
        qtbot: QtBot, page: RunsPage, directory: Path) -> None:
    gone = group(page, "sgd").members[1]
    shutil.rmtree(gone.path)
    page.reload()
    qtbot.waitUntil(lambda: group(page, "sgd").missing == (2,), timeout=10_000)
    select(page, "sgd")
    button = page.findChild(QPushButton, "go_on_run")
    assert button is not None
    assert (button.text(), button.isEnabled()) == ("Train the missing one", True)
    with qtbot.waitSignal(page.resume_requested) as asked:
        button.click()
    wish, = asked.args
    assert isinstance(wish, ResumeWish)
    assert wish.group == group(page, "sgd").group.key
    select(page, "adam")
    assert button.isHidden() or not button.isVisible()


def test_settings_of_a_group_are_used_again(qtbot: QtBot, page: RunsPage) -> None:
    select(page, "sgd")
    with qtbot.waitSignal(page.navigate_requested, timeout=10_000):
        click(qtbot, page, "use_settings")
    assert page._workspace.train_config.optimizer == "sgd"


def test_a_damaged_member_hides_no_group_and_all_of_them_are_told_once(
        qtbot: QtBot, page: RunsPage, jobs: JobRunner) -> None:
    members = group(page, "adam").members
    for graph in members[0].path.glob("graph*"):
        graph.write_text("{}")
    select(page, "adam")
    view = page.details._group
    assert view is not None
    qtbot.waitUntil(lambda: len(view.curves.plot.shown) == 2 and view.curves.isVisible(), timeout=10_000)
    for graph in members[1].path.glob("graph*"):
        graph.write_text("{}")
    page.table.clearSelection()
    told: list[str] = []
    page.message_requested.connect(lambda text, _severity: told.append(text))
    select(page, "adam")
    qtbot.waitUntil(lambda: len(told) == 1 and not jobs.active(with_quiet=True), timeout=10_000)
    assert "graph" in told[0]
