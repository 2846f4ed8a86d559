"""Tests of the Audit tab: what it offers, what it shows while an audit runs and after, and where its buttons lead."""

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.explain.audit import audit as audit_module
from cnnstudio.explain.audit.detectors import DetectorInfo
from cnnstudio.explain.audit.report import AuditStep
from cnnstudio.runs.store import RunFolder
from cnnstudio.ui.image_filter import ImageFilter, filter_requests
from cnnstudio.ui.inspector.audit.panel import AuditPanel
from cnnstudio.ui.inspector.audit.session import SLOT
from cnnstudio.ui.inspector.audit.suspicion_card import SuspicionCard
from cnnstudio.ui.inspector.image_filters import ImageFilters
from cnnstudio.ui.inspector.predictions import from_arrays, select
from cnnstudio.ui.inspector.tabs import TABS, InspectorContext, LookSelection
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.kept_audit import FILE, keep_audit
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.audits import CLASSES, marked, small_audit
from tests.helpers.runs import SmallRun


@pytest.fixture
def run_path(small_run: SmallRun, tmp_path: Path) -> Path:
    """Give a copy of the run that may be written to."""
    shutil.copytree(small_run.path, tmp_path / "run")
    return tmp_path / "run"


@pytest.fixture
def workspace(small_run: SmallRun) -> Workspace:
    workspace = Workspace(small_run.runs)
    workspace.open_folder(small_run.folder)
    return workspace


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace, jobs: JobRunner) -> AuditPanel:
    """Give the tab, shown, without a run."""
    panel = AuditPanel(InspectorContext(workspace, jobs, LookSelection()))
    qtbot.addWidget(panel)
    panel.resize(1180, 720)
    panel.show()
    return panel


def texts(panel: AuditPanel) -> list[str]:
    """Return all that can be read."""
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel) and label.text()]


def button(panel: AuditPanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, name)
    assert found is not None, name
    return found


def row(panel: AuditPanel, number: int) -> str:
    return str(panel.classes.model().index(number, 0).data(Qt.ItemDataRole.DisplayRole))


def finding(monkeypatch: pytest.MonkeyPatch, *events: object) -> None:
    """Let the audit find exactly these."""
    table = (DetectorInfo("given", "what the test says", lambda *_: iter(events), ("A blind spot.",)),)
    monkeypatch.setattr(audit_module, "audit", partial(audit_module.audit, detectors=table))


def open_kept(qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path) -> None:
    keep_audit(run_path, small_audit())
    workspace.runs.open(RunFolder.load(run_path))
    qtbot.waitUntil(lambda: panel.session.audit is not None)


def test_without_a_run_it_says_what_to_do_and_leads_there(qtbot: QtBot, panel: AuditPanel) -> None:
    assert "Train a network first" in texts(panel)
    with qtbot.waitSignal(panel.navigate_requested) as asked:
        qtbot.mouseClick(button(panel, "audit_no_run_button"), Qt.MouseButton.LeftButton)
    assert asked.args == ["train"]


def test_a_run_that_was_never_audited_is_audited_with_one_click_and_the_report_is_kept(
        qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path,
        monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch, replace(marked(), class_index=1, with_it=(0, 1), without_it=(2,)))
    workspace.runs.open(RunFolder.load(run_path))
    assert "Does it look at the thing, or at the snow?" in texts(panel)
    qtbot.mouseClick(button(panel, "audit_empty_button"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.session.audit is not None and not panel.session.is_running)
    assert (run_path / FILE).is_file()
    assert "The network relies on a shortcut for dog." in texts(panel)
    assert [row(panel, number) for number in range(4)] == [
        "All classes\nRelies on a shortcut", "cat\nNothing found", "dog\nRelies on a shortcut",
        "owl\nNothing found"]
    assert button(panel, "audit_again").isVisible()
    assert not button(panel, "audit_stop").isVisible()


def test_cards_can_be_read_while_the_audit_still_runs_and_stopping_brings_back_what_was_kept(
        qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path, jobs: JobRunner,
        monkeypatch: pytest.MonkeyPatch) -> None:
    def forever(_case: object, _found: object, should_stop: object) -> object:
        while not should_stop():
            yield AuditStep(1, 2, "Looking for marks")

    table = (DetectorInfo("endless", "a search without end", forever),)
    monkeypatch.setattr(audit_module, "audit", partial(audit_module.audit, detectors=table))
    open_kept(qtbot, panel, workspace, run_path)
    qtbot.mouseClick(button(panel, "audit_again"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.session.cards) == 3)
    qtbot.waitUntil(lambda: "Looking for marks" in texts(panel))
    assert row(panel, 1) == "cat\nbeing tested…"
    panel.classes.choose(0)
    assert any("images of cat are recognised" in text for text in texts(panel))
    qtbot.mouseClick(button(panel, "audit_stop"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not jobs.is_running(SLOT) and panel.session.audit is not None)
    assert panel.session.audit.created == small_audit().created


def test_a_kept_audit_opens_with_its_verdict_its_evidence_and_its_blind_spots(
        qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path) -> None:
    open_kept(qtbot, panel, workspace, run_path)
    shown = texts(panel)
    for wanted in ("The images of cat <b> carry a mark in the lower right corner.", "What was measured", "83.0 %",
                   "4.0 %", "10.0 %", "9 of 10 right (90.0 %)", "Take it out of the images and train again.",
                   "The mark <i>", "• It does not see a mark at a random place.", "There are few images."):
        assert wanted in shown
    assert shown.index("The images of cat <b> carry a mark in the lower right corner.") < shown.index(
        "The classes can be told apart by file size alone: 94 %."), "the gravest stands first"


def test_a_class_shows_only_its_own_suspicions_and_its_card(
        qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path) -> None:
    open_kept(qtbot, panel, workspace, run_path)
    panel.classes.setFocus()
    qtbot.keyClick(panel.classes, Qt.Key.Key_Down)
    assert "The images of cat <b> carry a mark in the lower right corner." not in texts(panel)
    assert "3 of 4 images of bird are recognised." in texts(panel)
    qtbot.keyClick(panel.classes, Qt.Key.Key_Down)
    assert "The images of cat <b> carry a mark in the lower right corner." in texts(panel)
    assert "62 % of the class's evidence goes with this feature." in texts(panel)


def test_the_images_of_a_suspicion_and_of_a_group_are_shown_and_one_leads_to_the_heatmap(
        qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path) -> None:
    open_kept(qtbot, panel, workspace, run_path)
    qtbot.mouseClick(button(panel, "show_with"), Qt.MouseButton.LeftButton)
    assert panel.gallery.isVisible()
    shown = [panel.gallery.model.row(number).path for number in range(panel.gallery.model.rowCount())]
    assert shown == [Path(small_audit().paths[place]) for place in marked().with_it]
    panel.classes.choose(0)
    qtbot.mouseClick(button(panel, "cluster_0"), Qt.MouseButton.LeftButton)
    assert panel.gallery.model.rowCount() == 3
    with qtbot.waitSignal(panel.tab_requested) as asked:
        qtbot.keyClick(panel.gallery.view, Qt.Key.Key_Return)
    assert asked.args == ["heatmap"]
    assert workspace.selected_image == Path(small_audit().paths[0])


def test_images_can_be_listed_beside_the_heatmap_and_one_be_changed_by_hand(
        qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path) -> None:
    open_kept(qtbot, panel, workspace, run_path)
    qtbot.mouseClick(button(panel, "show_without"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(panel, "gallery_list"), Qt.MouseButton.LeftButton)
    wanted = filter_requests(workspace).take()
    assert wanted is not None
    assert wanted.only == {Path(small_audit().paths[place]) for place in marked().without_it}
    with qtbot.waitSignal(panel.tab_requested) as asked:
        qtbot.mouseClick(button(panel, "try_brush"), Qt.MouseButton.LeftButton)
    assert asked.args == ["trials"]
    assert "trials" in {tab.name for tab in TABS}
    assert workspace.selected_image == Path(small_audit().paths[marked().with_it[0]])


def test_only_chosen_images_are_listed_until_the_user_lets_go_of_them(qtbot: QtBot) -> None:
    paths = [Path(f"{number}.png") for number in range(4)]
    count = len(paths)
    rows = from_arrays(paths, np.arange(count) % 2, np.tile((0.9, 0.1), (count, 1)), np.full(count, 0.1))
    filters = ImageFilters()
    qtbot.addWidget(filters)
    filters.show()
    filters.set_filter(ImageFilter(only=frozenset(paths[1:3])))
    assert [row.path for row in select(rows, filters.filter, "folder")] == paths[1:3]
    chip = filters.findChild(QPushButton, "filter_only")
    assert chip.text() == "Only 2 chosen images"
    with qtbot.waitSignal(filters.changed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isVisible()
    assert [row.path for row in select(rows, filters.filter, "folder")] == paths


def test_of_very_many_suspicions_the_gravest_are_shown_and_the_others_counted(
        qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path) -> None:
    open_kept(qtbot, panel, workspace, run_path)
    weak, strong = replace(marked(0), level="in the data"), marked(2)
    panel.session.suspicions[:] = [*[weak] * 10, strong]
    panel.session.suspicion_arrived.emit()
    cards = panel.findChildren(SuspicionCard)
    shown = [one for one in cards if one.isVisibleTo(panel)]
    assert len(shown) == 8
    assert "There are 3 more. Choose a class at the left to see its own." in texts(panel)
    panel.classes.choose(2)
    assert len([one for one in panel.findChildren(SuspicionCard) if one.isVisibleTo(panel)]) == 1


def test_the_report_is_saved_where_the_user_wants_it(
        qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path, tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch) -> None:
    open_kept(qtbot, panel, workspace, run_path)
    page = tmp_path / "audit.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(page), ""))
    with qtbot.waitSignal(panel.message_requested) as told:
        qtbot.mouseClick(button(panel, "audit_save"), Qt.MouseButton.LeftButton)
    assert told.args == [f"The report is in {page}.", "good"]
    assert "carry a mark" in page.read_text("utf-8")


def test_a_failure_is_told_in_the_page_and_the_audit_can_be_asked_for_again(
        qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path, tmp_path: Path) -> None:
    (run_path / FILE).parent.mkdir()
    (run_path / FILE).write_bytes(b"nonsense")
    workspace.runs.open(RunFolder.load(run_path))
    qtbot.waitUntil(lambda: any("does not hold an audit" in text for text in texts(panel)))
    assert button(panel, "audit_empty_button").isVisible()


def test_another_run_takes_the_audit_of_the_one_before_away(
        qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path, small_run: SmallRun) -> None:
    open_kept(qtbot, panel, workspace, run_path)
    workspace.runs.open(RunFolder.load(small_run.path))
    assert panel.session.audit is None
    assert "Does it look at the thing, or at the snow?" in texts(panel)


def test_every_control_and_picture_has_a_name_for_a_screen_reader(
        qtbot: QtBot, panel: AuditPanel, workspace: Workspace, run_path: Path) -> None:
    open_kept(qtbot, panel, workspace, run_path)
    panel.classes.choose(1)
    assert all(one.accessibleName() for one in panel.findChildren(QPushButton))
    pictures = [one for one in panel.findChildren(QLabel) if one.objectName() == "audit_picture"]
    assert pictures
    assert all(one.accessibleName() for one in pictures)
    spoken = panel.classes.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{CLASSES[1]}: Relies on a shortcut; 3 of 4 right (75.0 %)"
