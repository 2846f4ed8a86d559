"""The confusion matrix that the pages Train and Runs show."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from cnnstudio.ui.confusion_view import ConfusionView, cell_ground
from cnnstudio.ui.theme import contrast, mixed, theme


def test_confusion_cells_say_what_they_count(qtbot: QtBot) -> None:
    view = ConfusionView()
    qtbot.addWidget(view)
    view.show_matrix(("cat", "dog"), np.array([[8, 2], [1, 9]]))
    spoken = view.model().index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "2 of 10 images of “cat” were taken for “dog”."


def test_a_click_and_enter_choose_a_confusion_cell(qtbot: QtBot) -> None:
    view = ConfusionView()
    qtbot.addWidget(view)
    view.show_matrix(("cat", "dog"), np.array([[8, 2], [1, 9]]))
    view.resize(300, 200)
    view.show()
    place = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(view.cell_chosen) as signal:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert signal.args == [1, 0]
    view.setCurrentIndex(view.model().index(0, 1))
    with qtbot.waitSignal(view.cell_chosen) as signal:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert signal.args == [0, 1]


def worst_contrast(grounds: list[QColor]) -> float:
    return min(contrast(theme().readable_on(ground), ground) for ground in grounds)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("token", ["train_curve", "val_curve"])
def test_numbers_can_be_read_on_every_shade(qtbot: QtBot, scheme: str, token: str) -> None:
    theme().set_scheme(scheme)
    try:
        shares = [step / 100 for step in range(101)]
        plain = [mixed(theme().color("surface"), theme().color(token), share) for share in shares]
        assert worst_contrast([cell_ground(share, token) for share in shares]) >= 4.5
        assert worst_contrast(plain) < 4.5  # why shades are stepped over
    finally:
        theme().set_scheme("light")


def test_the_matrix_says_how_many_images_are_right(qtbot: QtBot) -> None:
    view = ConfusionView()
    qtbot.addWidget(view)
    view.show_matrix(("cat", "dog"), np.array([[8, 2], [1, 9]]))
    assert view.accessibleDescription() == "17 of 20 images right"


@pytest.mark.parametrize(("is_whole", "is_all_seen"), [(True, True), (False, False)])
def test_a_whole_matrix_of_many_classes_is_seen_at_once(qtbot: QtBot, is_whole: bool, is_all_seen: bool) -> None:
    view, count = ConfusionView(is_whole=is_whole), 40
    qtbot.addWidget(view)
    view.resize(400, 260)
    view.show_matrix([f"class number {n}" for n in range(count)], np.eye(count, dtype=np.int64))
    view.show()
    last = view.visualRect(view.model().index(count - 1, count - 1))
    assert view.viewport().rect().contains(last) == is_all_seen
    view.grab()
