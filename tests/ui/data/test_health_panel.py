"""The health report: every kind of finding, one click from its images and from a way out that can be undone."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.errors import JobCancelledError
from cnnstudio.languages import PSEUDO
from cnnstudio.ui import arranging
from cnnstudio.ui.arranging import Arranger
from cnnstudio.ui.data import contents_loader, health_loader
from cnnstudio.ui.data.bar_chart import BarChart, BarData
from cnnstudio.ui.data.distribution_view import in_bar
from cnnstudio.ui.data.finding_line import DoneLine, FindingLine
from cnnstudio.ui.data.group_borders import draw_groups
from cnnstudio.ui.data.health_loader import HealthLoader, HealthSubject, _FactsJob
from cnnstudio.ui.data.health_panel import HealthPanel
from cnnstudio.ui.data.page import DataPage
from cnnstudio.ui.data.remedy_steps import RemedySteps
from cnnstudio.ui.language import language
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.flawed_folder import EXPECTED_KINDS, make_flawed_folder
from tests.helpers.folders import folder_of

LONG_MS = 30_000


@pytest.fixture(scope="module")
def flawed(tmp_path_factory: pytest.TempPathFactory) -> ImageFolder:
    home = tmp_path_factory.mktemp("flawed")
    return scan(make_flawed_folder(home / "flawed", home / "samples"))


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


class Host(QWidget):
    """A page with nothing but the report, which is quicker to make than the Data page."""

    message_requested = Signal(str)

    def __init__(self, workspace: Workspace, jobs: JobRunner, stack: QUndoStack) -> None:
        super().__init__()
        self._jobs = jobs
        arranger = Arranger(workspace, jobs, stack)
        arranger.failed.connect(self.message_requested)
        self.health = HealthPanel(workspace, jobs, RemedySteps(workspace, arranger, self), self)
        self.health.setGeometry(0, 0, 1000, 400)
        for changed in (workspace.curation_changed, workspace.split_changed):
            changed.connect(self.health.refresh)


@pytest.fixture
def host(qtbot: QtBot, workspace: Workspace, jobs: JobRunner, stack: QUndoStack, flawed: ImageFolder) -> Host:
    result = Host(workspace, jobs, stack)
    qtbot.addWidget(result)
    result.resize(1000, 700)
    result.show()
    workspace.open_folder(flawed, name="flawed", preprocess=PreprocessConfig(height=64, width=64))
    settle(qtbot, result)
    return result


def settle(qtbot: QtBot, page: DataPage | Host) -> None:
    """Wait until the newest arrangement has been looked at."""
    qtbot.waitUntil(lambda: not page.health._loader.is_loading and not page._jobs.active(with_quiet=True)
                    and page.health.list.is_complete, timeout=LONG_MS)


def line(page: DataPage | Host, kind: str) -> FindingLine:
    return next(one for one in page.health.lines if one.finding.kind == kind)


def kinds(page: DataPage | Host) -> set[str]:
    return {one.finding.kind for one in page.health.lines}


def click(qtbot: QtBot, parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name) or parent.findChild(QToolButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def done(page: DataPage | Host) -> DoneLine:
    (result,) = page.health.list.done_lines
    return result


def test_every_kind_of_finding_is_listed_the_gravest_first_and_counted(host: Host) -> None:
    assert kinds(host) == EXPECTED_KINDS
    severities = [one.finding.severity for one in host.health.lines]
    assert severities == sorted(severities, key=("error", "warning", "info").index)
    assert host.health._badge.count == len(EXPECTED_KINDS)


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
        qtbot: QtBot, host: Host, workspace: Workspace, stack: QUndoStack) -> None:
    finding = line(host, "duplicates").finding
    click(qtbot, line(host, "duplicates"), "remedy_duplicates_0")
    settle(qtbot, host)
    out = {name for name, one in workspace.curation.decisions.items() if one.excluded}
    assert out == set(finding.remedies[0].decisions)
    assert stack.count() == 1
    assert line(host, "duplicates").finding.title == "2 exact copies", "those in two classes are for the user to judge"
    assert done(host).step.title == "6 exact copies"
    click(qtbot, done(host), "undo_remedy")
    settle(qtbot, host)
    assert workspace.curation.is_empty
    assert line(host, "duplicates").finding == finding
    assert not host.health.list.done_lines
    stack.redo()
    settle(qtbot, host)
    assert done(host).step.remedy == finding.remedies[0]


def test_an_earlier_remedy_is_taken_back_without_the_later_ones(
        qtbot: QtBot, host: Host, workspace: Workspace) -> None:
    click(qtbot, line(host, "dark"), "remedy_dark_0")
    settle(qtbot, host)
    click(qtbot, line(host, "similar names"), "remedy_similar names_0")
    settle(qtbot, host)
    assert workspace.class_names == ("animal", "building", "tool")
    first = next(one for one in host.health.list.done_lines if one.step.remedy.decisions)
    click(qtbot, first, "undo_remedy")
    settle(qtbot, host)
    assert not any(one.excluded for one in workspace.curation.decisions.values())
    assert workspace.curation.merged_classes == {"Tools": "tool"}


def test_a_pattern_of_names_becomes_a_setting_that_can_be_undone(
        qtbot: QtBot, host: Host, workspace: Workspace, stack: QUndoStack) -> None:
    click(qtbot, line(host, "name groups"), "remedy_name groups_0")
    assert workspace.split_config.group_pattern == "{}_frame_#"
    stack.undo()
    assert workspace.split_config.group_pattern == ""
    settle(qtbot, host)


def test_the_readable_part_of_a_damaged_file_asks_for_another_look(qtbot: QtBot, page: DataPage) -> None:
    with qtbot.waitSignal(page.scan_requested):
        click(qtbot, line(page, "damaged"), "remedy_damaged_0")
    assert page._workspace.curation.readable_parts == {"train/tool/cut.jpg"}
    settle(qtbot, page)


def test_a_click_opens_a_line_with_the_whole_sentence_and_all_remedies(qtbot: QtBot, host: Host) -> None:
    conflict = line(host, "conflict")
    qtbot.mouseClick(conflict, Qt.MouseButton.LeftButton, pos=QPoint(30, conflict.height() // 2))
    assert conflict.is_open
    titles = {button.accessibleName() for button in conflict.findChildren(QPushButton)}
    assert {one.title for one in conflict.finding.remedies} <= titles
    click(qtbot, host, "health_fold")
    assert not host.health._body.isVisible()
    click(qtbot, host, "findings_tab")
    assert host.health._body.isVisible(), "a tab opens a report that was folded away"


def test_a_refused_remedy_leaves_everything_as_it_was(
        qtbot: QtBot, host: Host, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    from cnnstudio.errors import ImageFolderError

    def refuse(*_: object) -> None:
        raise ImageFolderError("At least two classes need images.")

    monkeypatch.setattr(arranging, "arrange", refuse)
    with qtbot.waitSignal(host.message_requested) as said:
        click(qtbot, line(host, "duplicates"), "remedy_duplicates_0")
    assert said.args == ["At least two classes need images."]
    settle(qtbot, host)
    assert workspace.curation.is_empty
    assert all(button.isEnabled() for button in line(host, "duplicates").findChildren(QPushButton))
    assert not host.health.list.done_lines


def test_a_bar_shows_its_images_and_a_piece_of_a_class_its_split(qtbot: QtBot, page: DataPage) -> None:
    click(qtbot, page, "distributions_tab")
    found = page.health.distributions._found
    assert found is not None
    chart = page.health.distributions.charts["brightness"]
    bar = int(np.argmax(chart.data.totals))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.bar_rect(bar).center().toPoint())
    edges = found.brightness.edges
    files = [page.browser.contents.file(int(row)) for row in page.grid._rows.numbers]  # type: ignore[union-attr]
    values = [file.measures.brightness for file in files]  # type: ignore[union-attr]
    assert len(values) == found.brightness.counts[bar] > 0
    assert all(edges[bar] <= value <= edges[bar + 1] for value in values)
    classes = page.health.distributions.charts["classes"]
    validation = classes._pieces(0)[1].center().toPoint()
    qtbot.mouseClick(classes, Qt.MouseButton.LeftButton, pos=validation)
    assert (page.classes.class_index, page.classes.split) == (0, "validation")
    assert page.shown_count == found.per_class[0][1]


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


def test_only_the_newest_question_is_answered(qtbot: QtBot, jobs: JobRunner) -> None:
    folder = folder_of([("a", None, str(number)) for number in range(30)])
    subjects = [HealthSubject(folder, None, PreprocessConfig(), Curation()) for _ in range(3)]
    loader = HealthLoader(jobs)
    told: list[HealthSubject] = []
    loader.loaded.connect(lambda facts: told.append(facts.subject))
    for subject in subjects:
        loader.load(subject)
    qtbot.waitUntil(lambda: not loader.is_loading, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not jobs.active(with_quiet=True), timeout=LONG_MS)
    assert told == [subjects[-1]]


class HeldBack:
    """Works the facts out and keeps them until it is let."""

    title = "Looking for problems in the images"

    def __init__(self, subject: HealthSubject) -> None:
        self.subject, self.is_done, self.may_tell = subject, threading.Event(), threading.Event()

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        events = list(_FactsJob(self.subject).run(lambda: False))
        self.is_done.set()
        while not self.may_tell.wait(0.02):
            if should_stop():
                raise JobCancelledError
        yield from events


def test_findings_follow_the_language_and_what_was_chosen_open_and_done_stays(
        qtbot: QtBot, page: DataPage) -> None:
    language().set_language("en")
    page.health.refresh()
    settle(qtbot, page)
    click(qtbot, line(page, "duplicates"), "remedy_duplicates_0")
    settle(qtbot, page)
    line(page, "conflict")._chevron.click()
    page.browser.show_finding(line(page, "conflict").finding)
    shown, was_done = page.shown_count, done(page)
    chosen = page.classes.images
    try:
        language().set_language(PSEUDO)
        language().finish()
        settle(qtbot, page)
        assert page.classes.images is not chosen
        assert (page.classes.images.rows == chosen.rows).all()
        assert page.classes.images.title.startswith("⟦")
        assert page.shown_count == shown
        assert line(page, "conflict")._chevron.isChecked()
        assert done(page) is was_done
        assert was_done.findChild(QWidget, "done_title").text().startswith("⟦")
        assert {one.finding.detail for one in page.health.lines if "⟦" not in one.finding.detail} == set()
    finally:
        language().reset()


def test_what_is_worked_out_when_the_language_changes_comes_in_the_new_one(
        qtbot: QtBot, host: Host, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[HeldBack] = []

    def held_back(subject: HealthSubject) -> HeldBack:
        asked.append(HeldBack(subject))
        if len(asked) > 1:
            asked[-1].may_tell.set()
        return asked[-1]

    monkeypatch.setattr(health_loader, "_job", held_back)
    language().set_language("en")
    workspace.set_preprocess(PreprocessConfig(height=20, width=20))
    qtbot.waitUntil(lambda: bool(asked) and asked[0].is_done.is_set())
    try:
        language().set_language(PSEUDO)
        language().finish()
        asked[0].may_tell.set()
        settle(qtbot, host)
        assert len(asked) > 1
        assert {finding.title for finding in host.health.findings if "⟦" not in finding.title} == set()
    finally:
        language().reset()


def test_a_chart_of_thousands_of_classes_draws_the_highest_bar_of_each_column(qtbot: QtBot) -> None:
    chart = BarChart("chart")
    qtbot.addWidget(chart)
    chart.resize(100, 78)
    totals = np.random.default_rng(3).integers(0, 500, 1000)
    chart.set_data(BarData("Classes", totals[:, None], ("accent",), str))
    drawn = chart._drawn_bars()
    assert [int(totals[bar]) for bar in drawn] == totals.reshape(100, 10).max(axis=1).tolist()
    assert [bar // 10 for bar in drawn] == list(range(100))
    with qtbot.waitSignal(chart.bar_chosen) as chosen:
        qtbot.keyClick(chart, Qt.Key.Key_Right)
        qtbot.keyClick(chart, Qt.Key.Key_Right)
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [1, -1]
    assert chart.accessibleName() == "Classes"
    chart.grab()
