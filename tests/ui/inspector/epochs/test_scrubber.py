"""Looking back on the page: the strip of epochs, what it shows, and how it lets go again."""

import shutil

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.runs.kept_epochs import kept_epochs
from cnnstudio.runs.store import RunFolder
from cnnstudio.ui.inspector.epochs.curve_view import parts
from cnnstudio.ui.inspector.epochs.places import ninth
from cnnstudio.ui.inspector.page import InspectorPage

LONG_MS = 60_000


def is_whole(page: InspectorPage) -> bool:
    curve = page.presenter.epochs.session.curve
    return curve is not None and bool(curve.sentences)


@pytest.fixture
def epochs(looking: InspectorPage, qtbot: QtBot) -> InspectorPage:
    """Give the page with its epochs on show, all of them known."""
    qtbot.mouseClick(looking.findChild(QPushButton, "strip_epochs"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: is_whole(looking), timeout=LONG_MS)
    return looking


def raw_on_show(page: InspectorPage) -> np.ndarray:
    return page.body.pane.canvas.laid.raw


def test_an_epoch_is_chosen_by_keys_curve_and_play_and_all_have_one_scale(epochs, qtbot):
    _begins_at_the_best_epoch(epochs)
    _goes_from_epoch_to_epoch_by_keys(epochs, qtbot)
    _shows_the_original_while_space_is_held(epochs, qtbot)
    _has_one_scale(epochs)
    _takes_a_click_on_the_curve(epochs, qtbot)
    _plays_to_the_last_epoch(epochs, qtbot)


def _begins_at_the_best_epoch(epochs):
    panel, run = epochs.body.epochs, epochs._workspace.runs.current
    assert panel.epoch == run.record.best_epoch
    assert panel.slider.maximum() == 3
    ticks = [panel.slider.tick_x(value) for value in range(4)]
    assert ticks == sorted(ticks)
    assert 0 < ticks[0] < ticks[3] < panel.slider.width()
    assert panel.slider.accessibleName() == "Epoch"
    assert "best" in panel.facts
    assert panel.words
    assert len(panel.curve.points) == 4


def _goes_from_epoch_to_epoch_by_keys(epochs, qtbot):
    panel, session = epochs.body.epochs, epochs.presenter.epochs.session
    panel.choose(3)
    for epoch in (2, 1, 0):
        qtbot.keyClick(panel.slider, Qt.Key.Key_Left)
        seen = session.maps[epoch]
        assert panel.epoch == epoch
        np.testing.assert_array_equal(raw_on_show(epochs), seen.map.raw)
        assert f"{100 * seen.probability:.1f} %" in panel.facts
        assert epochs.body.epochs.slider.accessibleDescription() == panel.facts
    assert "before training" in panel.facts
    assert epochs.body.bars.isVisible()


def _shows_the_original_while_space_is_held(epochs, qtbot):
    slider, view = epochs.body.epochs.slider, epochs.body.pane.view
    qtbot.keyPress(slider, Qt.Key.Key_Space)
    assert view.is_original_shown
    qtbot.keyRelease(slider, Qt.Key.Key_Space)
    assert not view.is_original_shown


def _has_one_scale(epochs):
    session, canvas = epochs.presenter.epochs.session, epochs.body.pane.canvas
    largest = max(max(0.0, float(seen.map.raw.max())) for seen in session.maps.values())
    for epoch in range(4):
        epochs.body.epochs.choose(epoch)
        assert canvas.limit() == pytest.approx(largest)


def test_leaving_shows_the_best_weights_in_their_own_scale_again_and_forgets_nothing(epochs, qtbot, monkeypatch):
    newest, menu = epochs.presenter.newest, epochs.body.pane.bar.menu
    epochs.body.epochs.choose(0)
    assert menu.style_shown.scale == "shared"
    assert epochs._on_show().epoch == 0
    qtbot.mouseClick(epochs.findChild(QPushButton, "strip_layers"), Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(raw_on_show(epochs), newest.map.raw)
    assert menu.style_shown.scale == "own"
    assert epochs._on_show().epoch is None
    assert epochs._on_show().look is epochs.presenter.newest
    assert "epoch" not in epochs.body.pane._name.text()
    _knows_at_once_what_was_looked_at_before(epochs, qtbot, monkeypatch)


def test_another_class_is_asked_of_all_epochs_and_the_epoch_stays(epochs, qtbot):
    panel, session = epochs.body.epochs, epochs.presenter.epochs.session
    panel.choose(1)
    wanted = (epochs.presenter.newest.map.key.target.index + 1) % 3
    epochs.presenter.session.look_for_class(wanted)
    qtbot.waitUntil(lambda: is_whole(epochs) and all(
        seen.map.key.target.index == wanted for seen in session.maps.values()) and len(session.maps) == 4,
        timeout=LONG_MS)
    assert panel.epoch == 1
    np.testing.assert_array_equal(raw_on_show(epochs), session.maps[1].map.raw)


def _knows_at_once_what_was_looked_at_before(epochs, qtbot, monkeypatch):
    from cnnstudio.workspace.image_at_epochs import ImageAtEpochs

    session = epochs.presenter.epochs.session
    monkeypatch.setattr(ImageAtEpochs, "at", None)    # nothing may be asked of the network
    epochs.body.strips.show_epochs(shown=True)
    assert set(session.maps) == {0, 1, 2, 3}
    qtbot.waitUntil(lambda: is_whole(epochs), timeout=LONG_MS)


def _plays_to_the_last_epoch(epochs, qtbot):
    panel = epochs.body.epochs
    panel.choose(0)
    panel._timer.setInterval(1)
    panel.play.click()
    qtbot.waitUntil(lambda: panel.epoch == 3 and not panel.play.isChecked(), timeout=LONG_MS)


def _takes_a_click_on_the_curve(epochs, qtbot):
    curve = epochs.body.epochs.curve
    place = QPoint(round(curve._x(1)) + 2, curve.height() // 2)
    qtbot.mouseClick(curve, Qt.MouseButton.LeftButton, pos=place)
    assert epochs.body.epochs.epoch == 1


def test_evidence_is_counted_in_a_ninth_or_in_a_rectangle_that_is_drawn(epochs, qtbot):
    places, session, view = epochs.body.epochs.places, epochs.presenter.epochs.session, epochs.body.pane.view
    places.setCurrentIndex(1)
    places.activated.emit(1)
    qtbot.waitUntil(lambda: is_whole(epochs) and session.curve.region == ninth(0, 0), timeout=LONG_MS)
    assert "upper left" in epochs.body.epochs.words
    places.setCurrentIndex(places.count() - 1)
    places.activated.emit(places.count() - 1)
    area = view.image_rectangle()
    corner, middle = area.topLeft().toPoint(), area.center().toPoint()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseMove(view, middle)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.waitUntil(lambda: is_whole(epochs) and session.curve.region.right == pytest.approx(0.5, abs=0.02),
                    timeout=LONG_MS)    # whole pixels of the screen
    assert "the region you drew" in epochs.body.epochs.words


def test_a_tile_of_the_small_multiples_opens_its_epoch(looking, qtbot):
    looking.presenter.arrangements.several.epoch_chosen.emit(2)
    qtbot.waitUntil(lambda: is_whole(looking), timeout=LONG_MS)
    assert looking.body.strips.shows_epochs
    assert looking.body.epochs.epoch == 2


def test_a_damaged_epoch_is_told_and_the_others_are_shown(looking, qtbot, tmp_path, small_run):
    path = tmp_path / "run"
    shutil.copytree(small_run.path, path)
    kept_epochs(path)[0].path.write_bytes(b"damaged")
    looking._workspace.runs.open(RunFolder.load(path))
    qtbot.waitUntil(lambda: looking.presenter.newest is not None and not looking.body.pane.is_open, timeout=LONG_MS)
    told = []
    looking.presenter.epochs.session.not_seen.connect(lambda event: told.append(event.reason))
    looking.body.strips.show_epochs(shown=True)
    qtbot.waitUntil(lambda: is_whole(looking), timeout=LONG_MS)
    assert "epoch-000000" in told[0]
    assert told[0] in looking.body.epochs.words
    assert len(looking.body.epochs.curve.points) == 3


def test_a_curve_has_a_gap_where_there_is_no_evidence():
    from cnnstudio.explain.epoch_curve import EpochPoint

    points = [EpochPoint(epoch, 0.5, share) for epoch, share in enumerate((0.1, None, 0.3, 0.4))]
    assert parts(points, lambda point: point.share) == [[(0, 0.1)], [(2, 0.3), (3, 0.4)]]
