"""Selecting with a rubber band, and panning."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.hands import at, click, drag, key, middle, move, press, release


def test_the_band_selects_what_it_touches(page: NetworkPage) -> None:
    drag(page, at(page, QPointF(-60, 200)), at(page, QPointF(60, 400)))
    assert page.session.selected == ("conv2d_1", "relu_1")


def test_shift_adds_to_the_selection(page: NetworkPage) -> None:
    page.session.select(["flatten_1"])
    shift = Qt.KeyboardModifier.ShiftModifier
    drag(page, at(page, QPointF(-60, 300)), at(page, QPointF(60, 340)), keys=shift)
    assert page.session.selected == ("relu_1", "flatten_1")


def test_a_click_on_the_ground_selects_nothing(page: NetworkPage) -> None:
    page.session.select(["flatten_1"])
    click(page, at(page, QPointF(-80, 250)))
    assert page.session.selected == ()


def test_escape_brings_the_old_selection_back(page: NetworkPage) -> None:
    page.session.select(["flatten_1"])
    press(page, at(page, QPointF(-60, 200)))
    move(page, at(page, QPointF(60, 400)))
    assert page.session.selected == ("conv2d_1", "relu_1")
    key(page, Qt.Key.Key_Escape)
    assert page.session.selected == ("flatten_1",)


def test_the_middle_button_pans(page: NetworkPage) -> None:
    before = at(page, QPointF(0, 0))
    start = middle(page, "relu_1")
    drag(page, start, start + QPoint(30, -50), button=Qt.MouseButton.MiddleButton)
    assert at(page, QPointF(0, 0)) == before + QPoint(30, -50)
    assert page.session.undo_stack.count() == 0


def test_space_and_the_left_button_pan(page: NetworkPage) -> None:
    before = at(page, QPointF(0, 0))
    page.view.setFocus()
    QTest.keyPress(page.view, Qt.Key.Key_Space)
    start = middle(page, "relu_1")
    drag(page, start, start + QPoint(-20, 40))
    QTest.keyRelease(page.view, Qt.Key.Key_Space)
    assert at(page, QPointF(0, 0)) == before + QPoint(-20, 40)
    assert page.session.selected == ()


def test_escape_pans_back(page: NetworkPage) -> None:
    before = at(page, QPointF(0, 0))
    press(page, middle(page, "relu_1"), Qt.MouseButton.MiddleButton)
    move(page, middle(page, "relu_1") + QPoint(30, -50))
    key(page, Qt.Key.Key_Escape)
    assert at(page, QPointF(0, 0)) == before
    release(page, middle(page, "relu_1"), Qt.MouseButton.MiddleButton)
