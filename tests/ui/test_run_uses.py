"""What a run can be used for stands where runs are on show, and leads to the same dialogs as the window's menu."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from cnnstudio.export.network_drawing import FAMILY_COLORS
from cnnstudio.runs.store import RunFolder
from cnnstudio.ui.run_uses import EXPORT, PREDICT, REPORT, RunUseButton, run_uses, use_actions
from cnnstudio.ui.theme import DARK, LIGHT


@pytest.fixture
def looked_at(window, small_run) -> Iterator[RunFolder]:
    """Look at a run in the window; its dialogs are closed at the end."""
    run = RunFolder.load(small_run.path)
    window.workspace.runs.open(run)
    yield run
    for dialog in (window.predicting.dialog, window.exporting.dialog):
        if dialog is not None:
            dialog.close()


def menu_of(button: RunUseButton) -> dict[str, object]:
    return {action.objectName(): action for action in button.menu().actions()}


def test_the_words_are_those_of_the_windows_menu(window):
    for use, action in use_actions(window).items():
        assert action.text() == window._actions[use].text()
        assert action.toolTip() in window._actions[use].toolTip()
        assert not action.shortcuts()          # two actions with one key would answer to neither


@pytest.mark.parametrize(("page", "name"), [("train", "use_trained"), ("look", "use_looked_at")])
def test_train_and_look_inside_offer_all_three_for_the_run_on_show(window, looked_at, page, name, tmp_path,
                                                                    monkeypatch, qtbot):
    window.show_page(page)
    button = window.page(page).findChild(QPushButton, name)
    if page == "look":      # on Train, the results stand in a tab of their own
        qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled(), timeout=20_000)
    assert button.accessibleName() == "Use this run"
    actions = menu_of(button)
    actions["use_predict_folder"].trigger()
    assert looked_at.path.name in window.predicting.dialog.findChild(object, "predict_heading").text()
    actions["use_export"].trigger()
    assert looked_at.path.name in window.exporting.dialog.findChild(object, "export_heading").text()
    out = tmp_path / "r.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    actions["use_report"].trigger()
    qtbot.waitUntil(out.is_file, timeout=60_000)
    qtbot.waitUntil(lambda: not window.jobs.is_running("report"), timeout=60_000)
    assert looked_at.record.name in out.read_text("utf-8")


def test_the_runs_page_offers_them_for_the_selected_run_and_not_for_the_one_looked_at(window, looked_at, small_run,
                                                                                      qtbot, tmp_path):
    import shutil

    runs = window.workspace.runs.directory
    copy = Path(shutil.copytree(small_run.path, runs / "2026-01-01_00.00.00_copied"))
    window.show_page("runs")
    page = window.page("runs").runs if hasattr(window.page("runs"), "runs") else window.page("runs")
    table = page.table
    qtbot.waitUntil(lambda: len(table.shown_runs()) == 1, timeout=20_000)
    table.select_path(copy)
    button = page.findChild(QPushButton, "use_run")
    assert button.isVisible()
    menu_of(button)["use_predict_folder"].trigger()
    assert copy.name in window.predicting.dialog.findChild(object, "predict_heading").text()
    window.predicting.dialog.close()
    by_right_button = {action.objectName(): action for action in table.actions()}
    by_right_button["use_export"].trigger()
    assert copy.name in window.exporting.dialog.findChild(object, "export_heading").text()


def test_without_a_run_nothing_is_asked(window, qtbot):
    uses = run_uses(window.workspace)
    asked = []
    uses.wanted.connect(lambda use, run: asked.append((use, run)))
    for use in (PREDICT, REPORT, EXPORT):
        uses.ask_for_current(use)
    assert asked == []
    assert not window.page("look").findChild(QPushButton, "use_looked_at").isEnabled()


def test_the_reports_drawing_has_the_colours_of_the_window():
    for family, colors in FAMILY_COLORS.items():
        if family != "block":
            assert colors == (LIGHT.family[family], DARK.family[family])
    assert set(LIGHT.family) < set(FAMILY_COLORS)
