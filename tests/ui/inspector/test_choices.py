"""What is explained, how it is shown, and what the numbers under the pointer are."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot
from torch.nn import functional

from cnnstudio.data.preprocess import Placement, map_back
from cnnstudio.explain.color_maps import color_table
from cnnstudio.explain.target import Target
from cnnstudio.ui.inspector.answer_card import AnswerCard
from cnnstudio.ui.inspector.compare import difference
from cnnstudio.ui.inspector.heatmap_view import HeatmapView
from cnnstudio.ui.inspector.map_canvas import MapCanvas
from cnnstudio.ui.inspector.map_picture import LaidMap, picture, steps_of, values_over
from cnnstudio.ui.inspector.predictions import confusion
from cnnstudio.ui.inspector.target_choice import TargetChoice
from cnnstudio.ui.inspector.view_menu import ViewMenu
from cnnstudio.ui.inspector.view_style import ViewStyle
from cnnstudio.workspace.look_answer import CellParts, ImageAnswer, MapAnswer, MapKey

RAW = np.array([[4.0, -2.0], [1.0, 0.0]], np.float32)
WHOLE = Placement(40, 80, 0.0, 0.0, 40.0, 80.0)


def image_answer() -> ImageAnswer:
    """Give an image of 80 x 40 pixels with three classes."""
    logits = np.array([0.5, 2.0, 1.0], np.float32)
    return ImageAnswer(Path("run"), Path("a.png"), np.full((40, 80, 3), 255, np.uint8), 40, 80, WHOLE,
                       ("ant", "bee", "cow"), logits, np.exp(logits) / np.exp(logits).sum(), (), "conv",
                       {"conv": (0.5, 0.5)})


def map_answer(cells: CellParts | None = None) -> MapAnswer:
    """Give the map `RAW`."""
    return MapAnswer(MapKey(Target(index=1), "conv", "grad-cam"), RAW, 5.0, False, "62 %", cells=cells)


# targets


@pytest.fixture
def choice(qtbot: QtBot) -> TargetChoice:
    """Give the choice among three classes."""
    choice = TargetChoice()
    qtbot.addWidget(choice)
    choice.set_classes(("ant", "bee", "cow"))
    return choice


def _choose(choice: TargetChoice, name: str, text: str) -> None:
    box = choice.findChild(QComboBox, name)
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize(("one", "other", "target"), [
    ("predicted class", "no other", Target()), ("cow", "no other", Target(index=2)),
    ("cow", "ant", Target("contrast", 2, 0)), ("predicted class", "the runner-up", Target("contrast")),
    ("bee", "all others (log-odds)", Target("log-odds", 1)), ("bee", "bee", Target(index=1))])
def test_two_choices_make_a_class_a_contrast_or_log_odds(choice: TargetChoice, one: str, other: str, target: Target,
                                                         qtbot: QtBot) -> None:
    _choose(choice, "target_class", one)
    with qtbot.waitSignal(choice.target_requested) as asked:
        _choose(choice, "target_against", other)
    assert asked.args == [target]
    assert choice.target == target


def test_a_class_is_found_by_any_part_of_its_name(choice: TargetChoice) -> None:
    completer = choice.findChild(QComboBox, "target_class").completer()
    completer.setCompletionPrefix("EE")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "bee"


def test_a_mistake_has_its_question_ready(qtbot: QtBot) -> None:
    card = AnswerCard()
    qtbot.addWidget(card)
    card.show_answer("bee", 0.6, "cow")
    card.show_mistake(Target("contrast", 1, 2), "bee", "cow")
    button = card.findChild(QPushButton, "why_button")
    assert button.text() == "Why bee and not cow?"
    with qtbot.waitSignal(card.target_requested) as asked:
        button.click()
    assert asked.args == [Target("contrast", 1, 2)]
    card.show_mistake(None, "", "")
    assert button.isHidden()


def test_a_class_is_never_held_against_itself() -> None:
    image = image_answer()
    assert image.exact(Target("contrast", None, 1)) == Target("contrast", 1, 2)    # 1 is predicted, 2 the runner-up
    assert image.exact(Target("contrast", 0, 1)) == Target("contrast", 0, 1)
    assert image.exact(Target()) == Target(index=1)


# pictures


@pytest.mark.parametrize("sign", ["positive", "negative", "both"])
def test_a_sign_is_cut_off_before_the_map_is_made_smooth(sign: str) -> None:
    laid = LaidMap(RAW, WHOLE)
    wanted = {"positive": np.maximum(RAW, 0), "negative": np.maximum(-RAW, 0), "both": RAW}[sign]
    found = values_over(laid, sign, side=80)
    np.testing.assert_array_equal(found, map_back(wanted, WHOLE))
    assert laid.peak(sign) == {"positive": 4.0, "negative": 2.0, "both": 4.0}[sign]


def test_cells_are_shown_as_they_are() -> None:
    found = values_over(LaidMap(RAW, WHOLE), "both", cells=True, side=80)
    np.testing.assert_array_equal(found, RAW.repeat(20, axis=0).repeat(40, axis=1))


def test_steps_run_over_the_scale_and_both_signs_meet_in_the_middle() -> None:
    values = np.array([[-9.0, 0.0, 2.0, 4.0, 9.0, np.nan]], np.float32)
    assert steps_of(values, 4.0, "positive").tolist() == [[0, 0, 127, 254, 254, 255]]
    assert steps_of(values, 4.0, "both").tolist() == [[0, 127, 191, 254, 254, 255]]     # 127 + 127 · 2 / 4 = 190.5
    assert steps_of(values, 0.0, "positive").tolist() == [[0, 0, 0, 0, 0, 255]]


def test_lines_run_where_a_quarter_of_the_scale_is_crossed() -> None:
    ramp = np.linspace(0, 1, 101, dtype=np.float32)[None].repeat(8, axis=0)
    image = picture(ramp, 1.0, ViewStyle(overlay="contours"))
    seen = [x for x in range(101) if image.pixelColor(x, 4).alpha()]
    assert len(seen) == 6
    assert all(min(abs(x - line) for line in (25, 50, 75)) <= 1 for x in seen)


def test_light_leaves_the_image_where_the_evidence_is() -> None:
    image = picture(np.array([[0.0, 1.0]], np.float32), 1.0, ViewStyle(overlay="light"))
    assert [image.pixelColor(x, 0).alpha() for x in (0, 1)] == [255, 0]


def test_the_difference_of_two_maps_counts_in_shares_of_their_peaks() -> None:
    other = np.array([[1.0, 1.0], [-2.0, 0.0]], np.float32)
    found = difference(LaidMap(RAW, WHOLE), LaidMap(other, WHOLE))
    np.testing.assert_allclose(found, map_back(RAW / 4 - other / 2, WHOLE.scaled(*found.shape)), atol=1e-6)


def test_maps_and_images_of_other_shapes_are_both_enlarged_to_the_second_image() -> None:
    fine = np.random.default_rng(3).normal(size=(7, 5)).astype(np.float32)
    first = LaidMap(RAW, Placement(40, 80, 0.0, 0.0, 40.0, 80.0))
    second = LaidMap(fine, Placement(60, 50, 0.0, 0.0, 60.0, 50.0))
    found = difference(first, second)
    one, other = (functional.interpolate(torch.from_numpy(raw / np.abs(raw).max())[None, None], found.shape,
                                         mode="bilinear", align_corners=False)[0, 0].numpy() for raw in (RAW, fine))
    np.testing.assert_allclose(found, one - other, atol=1e-5)    # two ways of computing a place between cells
    cut = LaidMap(fine, Placement(40, 80, 0.0, 20.0, 40.0, 40.0))    # saw only the middle half
    assert np.isnan(difference(first, cut)).mean() == pytest.approx(0.5, abs=0.02)


# under the pointer


@pytest.fixture
def canvas(qtbot: QtBot) -> MapCanvas:
    """Give a canvas of 160 x 80 with the map `RAW`."""
    canvas = MapCanvas()
    qtbot.addWidget(canvas.view)
    canvas.view.resize(176, 96)
    parts = CellParts(np.array([[[6, 0], [1, 2]], [[3, 1], [0, 1]]], np.int32),
                      np.array([[[5.0, -1.0], [-2.0, 0.0]], [[1.0, 0.0], [0.0, 0.0]]], np.float32))
    canvas.show_image(image_answer())
    canvas.show_map(image_answer(), map_answer(parts))
    canvas.view.show()
    return canvas


def test_a_cell_says_its_value_its_share_and_its_channels(canvas: MapCanvas) -> None:
    assert canvas.words((0, 0)) == ("Row 1, column 1: +4, 80.0 % of what speaks for it. "
                                    "Strongest channels: 7 (+5), 1 (−1)")
    assert canvas.words((0, 1)).startswith("Row 1, column 2: −2, 100.0 % of what speaks against it.")


def test_the_pointer_finds_its_cell_and_what_it_can_see(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_style(ViewStyle(shows_field=True))
    with qtbot.waitSignal(canvas.probed) as told:
        qtbot.mouseMove(canvas.view, QPoint(8 + 100, 8 + 20))
    assert told.args[0].startswith("Row 1, column 2")
    field = canvas.laid.rectangle((0, 1), (0.5, 0.5))
    assert (field.x(), field.y(), field.width(), field.height()) == (0.5, 0.0, 0.5, 0.5)
    assert canvas.laid.cell_at(1.2, 0.5) is None


def test_ctrl_and_arrows_go_from_cell_to_cell(canvas: MapCanvas, qtbot: QtBot) -> None:
    told: list[str] = []
    canvas.probed.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(canvas.view, key, Qt.KeyboardModifier.ControlModifier)
    assert [text.split(":")[0] for text in told] == ["Row 2, column 2", "Row 1, column 2", "Row 1, column 2",
                                                     "Row 1, column 1"]


def test_the_end_of_the_scale_is_the_maps_own_a_shared_or_a_fixed_one(canvas: MapCanvas, qtbot: QtBot) -> None:
    assert canvas.limit() == 4.0
    canvas.set_shared({"positive": 9.0})
    canvas.set_style(ViewStyle(scale="shared"))
    assert canvas.limit() == 9.0
    with qtbot.waitSignal(canvas.scale_changed) as told:
        canvas.set_style(ViewStyle(scale="fixed", fixed_limit=0.5, sign="both"))
    assert told.args[1:] == [-0.5, 0.5, 4.0]
    np.testing.assert_array_equal(told.args[0], color_table("cool-warm"))


def test_the_divider_is_dragged_and_hides_the_map_at_its_left(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_style(ViewStyle(is_wiped=True, opacity=1.0))
    view: HeatmapView = canvas.view
    bright = view.grab().toImage().pixelColor(8 + 10, 8 + 60)
    assert bright.getRgb()[:3] == (255, 255, 255)
    area = view.image_rectangle()
    start = QPoint(round(area.x() + 0.5 * area.width()), 48)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, QPoint(round(area.x()), 48))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(round(area.x()), 48))
    assert view.wipe == pytest.approx(0, abs=0.02)      # a pixel of 160
    assert view.grab().toImage().pixelColor(8 + 10, 8 + 60).getRgb()[:3] != (255, 255, 255)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.wipe == pytest.approx(0.05, abs=0.02)


def test_a_zoom_can_be_followed_by_a_view_of_another_size(canvas: MapCanvas, qtbot: QtBot) -> None:
    other = HeatmapView()
    qtbot.addWidget(other)
    other.resize(600, 400)
    other.set_image(np.zeros((40, 80, 3), np.uint8))
    canvas.view.place_changed.connect(other.set_place)
    canvas.view.zoom_by(4.0, QPointF(20, 20))
    corners = [view.share_at(QPointF(view.width() / 2, view.height() / 2)) for view in (canvas.view, other)]
    assert corners[0].x() == pytest.approx(corners[1].x())
    assert corners[0].y() == pytest.approx(corners[1].y())


# the view's own choices


def test_colours_that_mislead_are_offered_with_a_warning(qtbot: QtBot) -> None:
    menu = ViewMenu()
    qtbot.addWidget(menu)
    with qtbot.waitSignal(menu.style_changed) as told:
        menu.change(color_map="jet")
    assert told.args == [ViewStyle(color_map="jet")]
    assert "Jet shows edges" in menu.panel.findChild(type(menu._warning), "color_warning").text()
    menu.change(color_map="cividis")
    assert menu._warning.text() == ""


def test_both_signs_have_their_own_colours(qtbot: QtBot) -> None:
    assert ViewStyle(sign="both", color_map="viridis").color_name == "cool-warm"


def test_the_confusion_matrix_counts_by_true_and_predicted_class() -> None:
    probabilities = np.eye(3)[[0, 1, 1, 2, 0]]
    assert confusion(np.array([0, 1, 2, 2, 0]), probabilities).tolist() == [[2, 0, 0], [0, 1, 0], [0, 1, 1]]
    assert confusion(np.zeros(0, np.int64), np.zeros((0, 3))).tolist() == [[0] * 3] * 3
