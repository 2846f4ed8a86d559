"""The Sweeps tab: the list, what others do, what is done with a combination."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.network.edits import ReplaceGraph
from cnnstudio.sweeps.axes import apply
from cnnstudio.sweeps.study import Sweep, address_in
from cnnstudio.sweeps.table import best_first
from cnnstudio.ui.runs.tabs import RunsTabs
from cnnstudio.ui.sweep_wishes import sweep_wishes
from cnnstudio.ui.sweeps.view import SweepsView
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
from tests.ui.sweeps.made_sweeps import accuracies, finish_next, make_sweep


@pytest.fixture
def sweep(tmp_path: Path) -> Sweep:
    """Twelve combinations, of which four are done."""
    return make_sweep(tmp_path / "runs", accuracies(4))


@pytest.fixture
def view(qtbot: QtBot, sweep: Sweep, tmp_path: Path, jobs: JobRunner) -> Iterator[SweepsView]:
    assert sweep.plan
    tabs = RunsTabs(Workspace(tmp_path / "runs"), jobs)
    qtbot.addWidget(tabs)
    tabs.resize(1196, 716)
    tabs.show()
    sweep_wishes(tabs.sweeps._workspace).show("first")
    qtbot.waitUntil(lambda: tabs.sweeps.result.plan is not None, timeout=20_000)
    yield tabs.sweeps
    tabs.hide()


def text(view: SweepsView, name: str) -> str:
    found = view.findChild(QLabel, name)
    assert found is not None
    return found.text()


def button(view: SweepsView, name: str) -> QPushButton:
    found = view.findChild(QPushButton, name)
    assert found is not None
    return found


def test_the_list_says_how_far_a_sweep_is_and_its_best(view: SweepsView, sweep: Sweep) -> None:
    best = max(row.mean for row in sweep.rows() if row.mean is not None)
    assert view.list.item(0).text() == f"first\n4 of 12 done, best {100 * best:.1f} %"
    assert text(view, "sweep_facts") == "Grid  ·  pets  ·  4 of 12 combinations done"


def test_what_another_process_did_appears_by_itself(qtbot: QtBot, view: SweepsView, tmp_path: Path) -> None:
    other = Sweep.open(address_in(tmp_path / "runs"), "first")
    finish_next(other, 0.9876)
    view._timer.setInterval(10)
    qtbot.waitUntil(lambda: view.result.model.shown[0].accuracies == (0.9876,), timeout=20_000)
    assert text(view, "sweep_facts").endswith("5 of 12 combinations done")


def test_the_command_for_another_terminal_is_copied(qtbot: QtBot, view: SweepsView, tmp_path: Path) -> None:
    with qtbot.waitSignal(view.message_requested):
        button(view, "sweeps_command").click()
    command = QGuiApplication.clipboard().text()
    assert command.startswith("cnnstudio worker first --runs ")
    assert str(tmp_path / "runs") in command


def test_a_sweep_can_go_on_unless_this_window_works_on_it(qtbot: QtBot, view: SweepsView) -> None:
    wishes = sweep_wishes(view._workspace)
    with qtbot.waitSignal(wishes.go_on_requested) as asked:
        button(view, "sweeps_go_on").click()
    assert asked.args == ["first", "/pets"]
    wishes.running = "first"
    assert not button(view, "sweeps_go_on").isVisible()
    wishes.running = ""
    assert button(view, "sweeps_go_on").isVisible()


def test_the_settings_of_a_combination_are_used(qtbot: QtBot, view: SweepsView) -> None:
    row = next(row for row in view.result.rows if row.combination["optimizer"] == "adamw")
    plan, workspace = view.result.plan, view._workspace
    assert plan is not None
    graph, edits = workspace.graph, []
    workspace.edit_graph = lambda edit: (edits.append(edit), edit.apply(workspace.graph))
    with qtbot.waitSignal(view.navigate_requested) as asked:
        view.use_settings(row)
    assert workspace.graph is graph, "the network before comes back by undoing its edits"
    assert isinstance(edits[-1], ReplaceGraph)
    assert asked.args == ["train"]
    assert workspace.train_config == apply(plan.train, row.combination)
    assert workspace.train_config.optimizer == "adamw"
    assert (workspace.network_name, workspace.preprocess) == ("lenet5", plan.preprocess)


def test_a_run_that_is_elsewhere_is_said_to_be(qtbot: QtBot, view: SweepsView) -> None:
    with qtbot.waitSignal(view.message_requested) as said:
        view.result.table.activated_row.emit(view.result.model.shown[0])
    assert "is not on this machine" in said.args[0]


def test_every_combination_is_saved_as_csv(view: SweepsView, sweep: Sweep, tmp_path: Path,
                                           monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "table.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    button(view, "sweep_csv").click()
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [(int(line["number"]) - 1, line["accuracy"]) for line in lines] == [
        (row.number, "" if row.mean is None else str(row.mean)) for row in best_first(sweep.rows())]


def test_without_sweeps_the_tab_says_where_they_come_from(qtbot: QtBot, tmp_path: Path, jobs: JobRunner) -> None:
    view = SweepsView(Workspace(tmp_path / "none"), jobs)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: not jobs.active(with_quiet=True), timeout=20_000)
    with qtbot.waitSignal(view.navigate_requested) as asked:
        button(view, "sweeps_empty_button").click()
    assert asked.args == ["train"]
    assert not (tmp_path / "none").exists()
