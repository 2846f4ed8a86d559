"""The health report: every kind of finding, one click from its images and from a way out that can be undone."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.image_folder import ImageFolder, scan
from cnnstudio.ui import arranging
from cnnstudio.ui.arranging import Arranger
from cnnstudio.ui.data import contents_loader
from cnnstudio.ui.data.distribution_view import in_bar
from cnnstudio.ui.data.finding_line import DoneLine, FindingLine
from cnnstudio.ui.data.group_borders import draw_groups
from cnnstudio.ui.data.page import DataPage
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.flawed_folder import EXPECTED_KINDS, make_flawed_folder

LONG_MS = 30_000


@pytest.fixture(scope="module")
def flawed(tmp_path_factory: pytest.TempPathFactory) -> ImageFolder:
    home = tmp_path_factory.mktemp("flawed")
    return scan(make_flawed_folder(home / "flawed", home / "samples"))


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    assert runner.stop_all(10_000)
    qtbot.waitUntil(lambda: not runner.active(with_quiet=True), timeout=10_000)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "runs")


@pytest.fixture
def stack() -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, jobs: JobRunner, stack: QUndoStack,
         flawed: ImageFolder) -> Iterator[DataPage]:
    result = DataPage(workspace, jobs, Arranger(workspace, jobs, stack))
    qtbot.addWidget(result)
    result.resize(1280, 760)
    result.show()
    workspace.open_folder(flawed, name="flawed", preprocess=PreprocessConfig(height=64, width=64))
    settle(qtbot, result)
    yield result
    result.shut_down()


def settle(qtbot: QtBot, page: DataPage) -> None:
    """Wait until the newest arrangement has been looked at."""
    qtbot.waitUntil(lambda: not page.health._loader.is_loading and not page._jobs.active(with_quiet=True),
                    timeout=LONG_MS)


def line(page: DataPage, kind: str) -> FindingLine:
    return next(one for one in page.health.lines if one.finding.kind == kind)


def kinds(page: DataPage) -> set[str]:
    return {one.finding.kind for one in page.health.lines}


def click(qtbot: QtBot, parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name) or parent.findChild(QToolButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def done(page: DataPage) -> DoneLine:
    (result,) = page.health.list.done_lines
    return result


def test_every_kind_of_finding_is_listed_the_gravest_first_and_counted(page: DataPage) -> None:
    assert kinds(page) == EXPECTED_KINDS
    severities = [one.finding.severity for one in page.health.lines]
    assert severities == sorted(severities, key=("error", "warning", "info").index)
    assert page.health._badge.count == len(EXPECTED_KINDS)


def test_copies_stand_beside_each_other_in_groups_that_say_class_and_split(qtbot: QtBot, page: DataPage) -> None:
    click(qtbot, line(page, "leak"), "show_leak")
    rows = page.grid._rows
    assert rows is not None
    assert rows.groups is not None
    digests = [page.browser.contents.file(int(row)).digest for row in rows.numbers]  # type: ignore[union-attr]
    assert [digests[0] == digests[1], digests[1] == digests[2], digests[2] == digests[3]] == [True, False, True]
    assert np.array_equal(rows.groups[1:] == rows.groups[:-1], [True, False, True])
    assert {row.caption for row in rows} == {"animal · train", "animal · validation"}
    page.grid.grab()


def test_a_remedy_is_one_undo_step_and_its_line_says_what_was_done(
        qtbot: QtBot, page: DataPage, workspace: Workspace, stack: QUndoStack) -> None:
    finding = line(page, "duplicates").finding
    click(qtbot, line(page, "duplicates"), "remedy_duplicates_0")
    settle(qtbot, page)
    out = {name for name, one in workspace.curation.decisions.items() if one.excluded}
    assert out == set(finding.remedies[0].decisions)
    assert stack.count() == 1
    assert line(page, "duplicates").finding.title == "2 exact copies", "those in two classes are for the user to judge"
    assert done(page).step.title == "6 exact copies"
    click(qtbot, done(page), "undo_remedy")
    settle(qtbot, page)
    assert workspace.curation.is_empty
    assert line(page, "duplicates").finding == finding
    assert not page.health.list.done_lines
    stack.redo()
    settle(qtbot, page)
    assert done(page).step.remedy == finding.remedies[0]


def test_an_earlier_remedy_is_taken_back_without_the_later_ones(
        qtbot: QtBot, page: DataPage, workspace: Workspace) -> None:
    click(qtbot, line(page, "dark"), "remedy_dark_0")
    settle(qtbot, page)
    click(qtbot, line(page, "similar names"), "remedy_similar names_0")
    settle(qtbot, page)
    assert workspace.class_names == ("animal", "building", "tool")
    first = next(one for one in page.health.list.done_lines if one.step.remedy.decisions)
    click(qtbot, first, "undo_remedy")
    settle(qtbot, page)
    assert not any(one.excluded for one in workspace.curation.decisions.values())
    assert workspace.curation.merged_classes == {"Tools": "tool"}


def test_a_pattern_of_names_becomes_a_setting_that_can_be_undone(
        qtbot: QtBot, page: DataPage, workspace: Workspace, stack: QUndoStack) -> None:
    click(qtbot, line(page, "name groups"), "remedy_name groups_0")
    assert workspace.split_config.group_pattern == "{}_frame_#"
    stack.undo()
    assert workspace.split_config.group_pattern == ""
    settle(qtbot, page)


def test_the_readable_part_of_a_damaged_file_asks_for_another_look(qtbot: QtBot, page: DataPage) -> None:
    with qtbot.waitSignal(page.scan_requested):
        click(qtbot, line(page, "damaged"), "remedy_damaged_0")
    assert page._workspace.curation.readable_parts == {"train/tool/cut.jpg"}
    settle(qtbot, page)


def test_a_click_opens_a_line_with_the_whole_sentence_and_all_remedies(qtbot: QtBot, page: DataPage) -> None:
    conflict = line(page, "conflict")
    qtbot.mouseClick(conflict, Qt.MouseButton.LeftButton, pos=QPoint(30, conflict.height() // 2))
    assert conflict.is_open
    titles = {button.accessibleName() for button in conflict.findChildren(QPushButton)}
    assert {one.title for one in conflict.finding.remedies} <= titles
    click(qtbot, page, "health_fold")
    assert not page.health._body.isVisible()
    click(qtbot, page, "findings_tab")
    assert page.health._body.isVisible(), "a tab opens a report that was folded away"


def test_a_refused_remedy_leaves_everything_as_it_was(
        qtbot: QtBot, page: DataPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from cnnstudio.errors import ImageFolderError

    def refuse(*_: object) -> None:
        raise ImageFolderError("At least two classes need images.")

    monkeypatch.setattr(arranging, "arrange", refuse)
    with qtbot.waitSignal(page.message_requested) as said:
        click(qtbot, line(page, "duplicates"), "remedy_duplicates_0")
    assert said.args == ["At least two classes need images.", "error"]
    settle(qtbot, page)
    assert workspace.curation.is_empty
    assert all(button.isEnabled() for button in line(page, "duplicates").findChildren(QPushButton))
    assert not page.health.list.done_lines


def test_a_bar_shows_its_images_and_a_piece_of_a_class_its_split(qtbot: QtBot, page: DataPage) -> None:
    click(qtbot, page, "distributions_tab")
    facts = page.health.distributions._facts
    assert facts is not None
    chart = page.health.distributions.charts["brightness"]
    bar = int(np.argmax(chart.data.totals))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.bar_rect(bar).center().toPoint())
    edges = facts.distributions.brightness.edges
    files = [page.browser.contents.file(int(row)) for row in page.grid._rows.numbers]  # type: ignore[union-attr]
    values = [file.measures.brightness for file in files]  # type: ignore[union-attr]
    assert len(values) == facts.distributions.brightness.counts[bar] > 0
    assert all(edges[bar] <= value <= edges[bar + 1] for value in values)
    classes = page.health.distributions.charts["classes"]
    validation = classes._pieces(0)[1].center().toPoint()
    qtbot.mouseClick(classes, Qt.MouseButton.LeftButton, pos=validation)
    assert (page.classes.class_index, page.classes.split) == (0, "validation")
    assert page.shown_count == facts.distributions.per_class[0][1]


def test_every_value_lies_in_the_bar_that_numpy_counts_it_in() -> None:
    values = np.array([0.0, 0.1, 0.25, 0.5, 0.75, 1.0, 1.0, np.nan])
    edges = tuple(np.linspace(0, 1, 5).tolist())
    counts, _ = np.histogram(values[:-1], edges)
    assert [int(in_bar(values, edges, bar).sum()) for bar in range(4)] == counts.tolist() == [2, 1, 1, 3]


def test_a_large_folder_is_judged_again_once_it_is_arranged_in_its_thread(
        qtbot: QtBot, page: DataPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arranging, "AT_ONCE", 5)
    monkeypatch.setattr(contents_loader, "AT_ONCE", 5)
    button = line(page, "dark").findChild(QPushButton, "remedy_dark_0")
    assert button is not None
    click(qtbot, line(page, "dark"), "remedy_dark_0")
    assert workspace.curation.is_empty, "nothing is in force yet"
    assert not button.isEnabled(), "no second order while the first is worked out"
    qtbot.waitUntil(lambda: len(page.health.list.done_lines) == 1, timeout=LONG_MS)
    assert "dark" not in kinds(page)
    settle(qtbot, page)


def test_borders_are_drawn_where_groups_end_and_not_within_them(qtbot: QtBot) -> None:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter

    from cnnstudio.ui.theme import theme

    image = QImage(120, 50, QImage.Format.Format_RGB32)
    image.fill(theme().color("surface"))
    cells = [(place, QRect(8 + place * 38, 8, 30, 30)) for place in range(3)]
    painter = QPainter(image)
    draw_groups(painter, cells, np.array([4, 4, 7]))
    painter.end()
    border = theme().color("strong_line").rgb()
    columns = [x for x in range(image.width()) if image.pixel(x, 20) == border]
    assert len(columns) == 4, "two groups with two sides each"
    between = range(cells[0][1].right() + 1, cells[1][1].left())
    assert not set(columns) & set(between)
