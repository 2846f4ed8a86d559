"""The guided tour with real clicks, real (short) trainings and a real audit; and its rules."""

import io
import zipfile
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio import paths
from cnnstudio.data.shortcut_sample import CREDITS
from cnnstudio.explain.audit import audit as audit_module
from cnnstudio.languages import PSEUDO
from cnnstudio.ui.language import language
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.settings import Settings
from cnnstudio.ui.theme import theme
from cnnstudio.ui.thumbnail_view import ThumbnailView
from cnnstudio.ui.tour.steps import MENDED, STAMPED, STEPS, Situation, spoken
from cnnstudio.ui.welcome import SampleCard
from cnnstudio.ui.workers import TRAIN_SLOT
from tests.ui.editor.hands import middle

A, B = Path("animal/a.jpg"), Path("animal/b.jpg")


@pytest.fixture
def few_photos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put an archive of a few small pictures in the place of the photographs."""
    archive = tmp_path / "photos.zip"
    generator = np.random.default_rng(0)
    with zipfile.ZipFile(archive, "w") as pack:
        rows = ["file,author,licence,source"]
        for name in ("animal", "building", "tool"):
            for number in range(10):
                stream = io.BytesIO()
                Image.fromarray(generator.integers(0, 255, (64, 64, 3)).astype(np.uint8)).save(stream, "PNG")
                pack.writestr(f"{name}/{number}.jpg", stream.getvalue())
                rows.append(f"{name}/{number}.jpg,somebody,CC0,nowhere")
        pack.writestr(CREDITS, "\n".join(rows))
    real = paths.resource
    monkeypatch.setattr(paths, "resource",
                        lambda relative: archive if relative == "samples/photos.zip" else real(relative))


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Click a button with the mouse."""
    found = window.findChild(QAbstractButton, name)
    assert found is not None, name
    qtbot.waitUntil(lambda: found.isVisible() and found.isEnabled())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def click_rows(qtbot: QtBot, view: QAbstractItemView, rows: tuple[int, ...]) -> None:
    """Click rows of a view with the mouse."""
    for row in rows:
        qtbot.waitUntil(lambda row=row: view.model().rowCount() > row)
        view.scrollTo(view.model().index(row, 0))
        centre: QPoint = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)


def click_layer(qtbot: QtBot, window: MainWindow, node: str) -> None:
    """Click a layer on the canvas with the mouse."""
    page = window.page("network")
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(page, node))


def view_of(page: QWidget, kind: type[QAbstractItemView], name: str = "") -> QAbstractItemView:
    return next(one for one in page.findChildren(kind) if one.isVisible() and name in ("", one.objectName()))


def open_sample(qtbot: QtBot, window: MainWindow) -> None:
    card = next(card for card in window.welcome.findChildren(SampleCard) if card.sample_name == STAMPED)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.tour_card.isVisible() and not window.engine.is_loading)


def at(window: MainWindow) -> str:
    """Return the step that is shown."""
    assert window.tour_card.title == STEPS[window.tour.number].title
    return STEPS[window.tour.number].name


def train(qtbot: QtBot, window: MainWindow) -> None:
    workspace = window.workspace
    workspace.set_train_config(workspace.train_config.model_copy(update={"epochs": 1, "threads": 1}))
    press(qtbot, window, "tour_action")
    assert window.pages.current_name == "train"
    press(qtbot, window, "train_button")
    qtbot.waitUntil(lambda: window.jobs.is_running(TRAIN_SLOT))
    qtbot.waitUntil(lambda: not window.jobs.is_running(TRAIN_SLOT))


@pytest.mark.usefixtures("few_photos")
def test_the_tour_is_walked_from_the_card_to_its_end_by_doing_what_it_says(
        qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_module, "audit", partial(audit_module.audit, detectors=()))  # here only the way counts
    open_sample(qtbot, window)
    assert at(window) == "data"
    press(qtbot, window, "tour_action")
    assert window.pages.current_name == "data"
    click_rows(qtbot, view_of(window.page("data"), ThumbnailView), (1, 2))
    qtbot.waitUntil(lambda: at(window) == "network")
    press(qtbot, window, "tour_action")
    assert window.pages.current_name == "network"
    assert window.tour.ring.target is window.page("network").view
    for node in list(window.workspace.graph.nodes)[:2]:
        click_layer(qtbot, window, node)
    qtbot.waitUntil(lambda: at(window) == "train")
    train(qtbot, window)
    qtbot.waitUntil(lambda: at(window) == "heatmaps")
    accuracy = window.workspace.runs.current.record.evaluation.accuracy
    assert f"It is right in {100 * accuracy:.0f} % of" in window.tour_card.text
    press(qtbot, window, "tour_action")
    look = window.page("look")
    images = view_of(look, QAbstractItemView, "image_list")
    qtbot.waitUntil(lambda: images.model().rowCount() == 12)
    animals = [row for row in range(12) if images.model().row(row).path.parent.name == "animal"]
    click_rows(qtbot, images, tuple(row for row in range(12) if row not in animals)[:2])
    assert at(window) == "heatmaps", "other things are not what was asked for"
    click_rows(qtbot, images, tuple(animals[-2:]))
    qtbot.waitUntil(lambda: at(window) == "audit")
    bar = look.body.tabs.bar
    place = look.body.tabs.names.index("audit")
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(place).center())
    press(qtbot, window, "audit_empty_button")
    qtbot.waitUntil(lambda: at(window) == "verdict")
    press(qtbot, window, "tour_action")
    assert at(window) == "mend"
    press(qtbot, window, "tour_action")
    qtbot.waitUntil(lambda: at(window) == "again" and not window.jobs.is_running("scan"))
    assert window.workspace.folder.root.name == MENDED
    train(qtbot, window)
    qtbot.waitUntil(lambda: at(window) == "compare")
    assert "–" not in window.tour_card.text, "both accuracies are known"
    press(qtbot, window, "tour_action")
    assert at(window) == "end"
    press(qtbot, window, "tour_action")
    assert not window.tour_card.isVisible()
    assert window.pages.current_name == "runs", "the tour takes nobody anywhere against their will"


@pytest.mark.usefixtures("few_photos")
def test_the_tour_can_be_left_skipped_and_taken_up_again_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    press(qtbot, window, "tour_skip")
    press(qtbot, window, "tour_skip")
    press(qtbot, window, "tour_back")
    assert at(window) == "network"
    press(qtbot, window, "tour_close")
    assert not window.tour_card.isVisible()
    window.show_page("data")
    assert not window.tour_card.isVisible(), "it stays away until the sample is opened again"
    assert Settings().tour_step == 1
    window.show_welcome()
    open_sample(qtbot, window)
    assert at(window) == "network"


@pytest.mark.usefixtures("few_photos")
def test_the_help_menu_takes_the_tour_up_by_keyboard_where_it_was_left(qtbot: QtBot, window: MainWindow) -> None:
    action = window.findChild(QAction, "action_take_tour")
    action.trigger()  # nothing is open yet: the sample is opened, and the first step stands there
    qtbot.waitUntil(lambda: window.tour_card.isVisible() and not window.engine.is_loading)
    assert at(window) == "data"
    press(qtbot, window, "tour_skip")
    close = window.findChild(QAbstractButton, "tour_close")
    close.setFocus()
    qtbot.keyClick(close, Qt.Key.Key_Space)
    assert not window.tour_card.isVisible()
    assert not window.tour.ring.isVisible()
    action.trigger()
    assert window.tour_card.isVisible()
    assert at(window) == "network"
    assert window.tour_card.action.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.usefixtures("few_photos")
def test_the_tour_frames_what_it_speaks_of_in_both_schemes(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    window.show_welcome()
    assert window.tour.ring.target.objectName() == "page_data"
    window.show_page("data")
    qtbot.waitUntil(lambda: window.tour.ring.target.objectName() == "image_grid")
    ring, grid = window.tour.ring, window.tour.ring.target
    assert ring.isVisible()
    assert ring.geometry().contains(grid.mapTo(window, grid.rect().center()))
    before = ring.grab().toImage()
    theme().set_scheme("dark")
    assert ring.grab().toImage() != before
    theme().set_scheme("light")


@pytest.mark.usefixtures("english", "few_photos")
def test_the_tour_follows_a_change_of_language(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    language().set_language(PSEUDO)
    card = window.tour_card
    assert card.title.startswith("⟦")
    assert card.text.startswith("⟦")
    assert card.action.text().startswith("⟦")
    press(qtbot, window, "tour_skip")
    assert card.title.startswith("⟦")


def test_other_folders_have_no_tour(window: MainWindow) -> None:
    assert not window.tour_card.isVisible()
    assert window.tour.situation() == Situation(page="welcome")


DONE: dict[str, Situation] = {
    "data": Situation(seen={"data": frozenset({A, B})}), "network": Situation(layers=frozenset({"a", "b"})),
    "train": Situation(accuracies={STAMPED: 0.9}),
    "heatmaps": Situation(seen={"look": frozenset({A, B})}), "audit": Situation(is_audited=True),
    "verdict": Situation(has_read=True), "mend": Situation(sample=MENDED), "again": Situation(accuracies={MENDED: 0.7}),
    "compare": Situation(page="runs"),
}


@pytest.mark.parametrize("step", [step for step in STEPS if step.name != "end"], ids=lambda step: step.name)
def test_a_step_is_done_by_what_it_says_and_by_nothing_less(step) -> None:
    assert step.is_done(DONE[step.name])
    assert not step.is_done(Situation(page="data", sample=STAMPED, seen={step.page: frozenset({A})}))
    others = [situation for name, situation in DONE.items() if name != step.name]
    assert not any(step.is_done(other) for other in others)


def test_every_sentence_is_complete_and_short_enough_to_be_read_at_a_glance() -> None:
    for step in STEPS:
        text = spoken(step.text, {STAMPED: 0.854, MENDED: 0.61})
        assert "{" not in text
        assert text.endswith((".", "?", "!")), step.name
        assert len(text) <= 280, step.name
        assert step.action
        assert len(step.title.split()) <= 5
    assert "right in 85 %, without it in 61 %" in spoken(
        next(step.text for step in STEPS if step.name == "compare"), {STAMPED: 0.854, MENDED: 0.61})


def test_what_the_tour_names_is_what_the_window_calls_it(window: MainWindow) -> None:
    """A step that sends the user to a page or button by name must use the name that stands there."""
    from cnnstudio.ui.actions import PAGES
    from cnnstudio.ui.inspector.tabs import TABS

    titles = {info.name: info.title for info in PAGES}
    for step in STEPS:
        assert not step.page or titles[step.page] in step.action
    said = " ".join(step.text for step in STEPS)
    assert any(tab.title == "Audit" for tab in TABS)
    assert "tab Audit" in said
    assert "Audit this network" in said
    assert "press Train" in said
    assert window.header.findChild(QAbstractButton, "train_button").text().strip() == "Train"
