"""The parts of the Look inside page by themselves."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListView, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from cnnstudio.data.preprocess import Placement
from cnnstudio.explain.color_maps import color_table
from cnnstudio.network.document import to_document
from cnnstudio.network.presets import preset
from cnnstudio.ui.editor.mime import pasted_layers
from cnnstudio.ui.image_filter import ImageFilter
from cnnstudio.ui.inspector.heatmap_view import HeatmapView
from cnnstudio.ui.inspector.image_input import image_in, to_pixels
from cnnstudio.ui.inspector.image_list import ImageList
from cnnstudio.ui.inspector.layer_slider import LayerSlider
from cnnstudio.ui.inspector.map_picture import LaidMap, picture, seen_rectangle, values_over
from cnnstudio.ui.inspector.predictions import Prediction, from_arrays, select
from cnnstudio.ui.inspector.probability_bars import ProbabilityBars
from cnnstudio.ui.inspector.run_layers import SpatialLayer, run_layers
from cnnstudio.ui.inspector.view_style import ViewStyle

LAYERS = (SpatialLayer("conv2d_1", "first", (8, 28, 28)), SpatialLayer("conv2d_2", "second", (16, 14, 14)))


@pytest.fixture
def view(qtbot: QtBot) -> HeatmapView:
    """Give a view of 200 x 100 with a white image and a heatmap that is hot everywhere."""
    view = HeatmapView()
    qtbot.addWidget(view)
    view.resize(416, 216)
    view.set_image(np.full((100, 200, 3), 255, np.uint8))
    view.set_heat(picture(np.ones((100, 200), np.float32), 1.0, ViewStyle()))
    view.show()
    return view


def middle(view: HeatmapView) -> QColor:
    """Return the colour painted in the middle."""
    return view.grab().toImage().pixelColor(view.rect().center())


def test_space_shows_the_original_while_it_is_held(view: HeatmapView, qtbot: QtBot) -> None:
    blended = middle(view)
    qtbot.keyPress(view, Qt.Key.Key_Space)
    assert middle(view) == QColor(255, 255, 255)
    qtbot.keyRelease(view, Qt.Key.Key_Space)
    assert middle(view) == blended != QColor(255, 255, 255)


def test_opacity_runs_from_the_image_to_the_colours(view: HeatmapView) -> None:
    view.set_look(0.0, "usual")
    assert middle(view) == QColor(255, 255, 255)
    view.set_look(1.0, "usual")
    assert middle(view).getRgb()[:3] == tuple(color_table("inferno")[255])


def test_zoom_keeps_the_proportions_and_the_point_under_the_pointer(view: HeatmapView) -> None:
    before = view.image_rectangle()
    assert before.width() / before.height() == pytest.approx(2.0)
    point = before.topLeft() + QPoint(50, 25)
    view.zoom_by(2.0, point)
    after = view.image_rectangle()
    assert after.width() / after.height() == pytest.approx(2.0)
    assert (point.x() - after.x()) / after.width() == pytest.approx((point.x() - before.x()) / before.width())
    view.fit()
    assert view.image_rectangle() == before


def test_the_zoom_stays_for_an_image_of_the_same_size(view: HeatmapView) -> None:
    view.zoom_by(2.0)
    zoomed = view.image_rectangle()
    view.set_image(np.zeros((100, 200, 3), np.uint8))
    assert view.image_rectangle() == zoomed
    view.set_image(np.zeros((50, 50, 3), np.uint8))
    assert view.image_rectangle().height() < zoomed.height()


def test_arrow_keys_ask_for_neighbours(view: HeatmapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.neighbour_requested) as signal:
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert signal.args == [1]


def test_the_ends_of_the_scale_have_the_ends_of_the_colour_map() -> None:
    image = picture(np.array([[0.0, 5.0]], np.float32), 5.0, ViewStyle(color_map="viridis"))
    assert [image.pixelColor(x, 0).getRgb()[:3] for x in (0, 1)] == [
        tuple(color_table("viridis")[0]), tuple(color_table("viridis")[255])]


def test_what_the_network_never_saw_is_transparent_and_known() -> None:
    laid = LaidMap(np.ones((2, 2), np.float32), Placement(4, 8, 0.0, 2.0, 4.0, 4.0))
    values = values_over(laid, "positive", side=8)
    assert np.isnan(values[:, [0, 1, 6, 7]]).all()
    image = picture(values, 1.0, ViewStyle())
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(3, 0).alpha() == 255
    seen = seen_rectangle(laid.placement)
    assert (seen.x(), seen.y(), seen.width(), seen.height()) == (0.25, 0.0, 0.5, 1.0)


@pytest.fixture
def bars(qtbot: QtBot) -> ProbabilityBars:
    """Give bars of three classes; the second is predicted, the third true."""
    bars = ProbabilityBars()
    qtbot.addWidget(bars)
    bars.resize(250, 200)
    bars.show_probabilities(("ant", "bee", "cow"), np.array([0.1, 0.7, 0.2]), target=1, true_class=2)
    bars.show()
    return bars


def test_clicking_a_class_bar_asks_for_that_class(bars: ProbabilityBars, qtbot: QtBot) -> None:
    place = bars.visualRect(bars.model().index(2, 0)).center()
    with qtbot.waitSignal(bars.class_requested) as signal:
        qtbot.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == [2]


def test_arrows_and_enter_ask_for_a_class(bars: ProbabilityBars, qtbot: QtBot) -> None:
    bars.setCurrentIndex(bars.model().index(1, 0))
    qtbot.keyClick(bars, Qt.Key.Key_Up)
    with qtbot.waitSignal(bars.class_requested) as signal:
        qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert signal.args == [0]


def test_predicted_and_true_are_said_in_words(bars: ProbabilityBars) -> None:
    spoken = [bars.model().index(row, 0).data() for row in range(3)]
    assert spoken == ["ant: 10.0 %", "bee: 70.0 % (predicted, heatmap shown)", "cow: 20.0 % (true class)"]


def test_many_classes_are_sorted_by_probability(qtbot: QtBot) -> None:
    bars = ProbabilityBars()
    qtbot.addWidget(bars)
    probabilities = np.arange(20.0) / 190
    bars.show_probabilities([str(number) for number in range(20)], probabilities, target=0, true_class=None)
    assert [row.class_index for row in bars.rows[:3]] == [19, 18, 17]


@pytest.fixture
def layers(qtbot: QtBot) -> LayerSlider:
    """Give a slider over two layers."""
    slider = LayerSlider()
    qtbot.addWidget(slider)
    slider.set_layers(LAYERS)
    return slider


def test_moving_the_slider_asks_for_the_layer_and_leaves_auto(layers: LayerSlider, qtbot: QtBot) -> None:
    assert layers.choice == "auto"
    slider = layers.findChild(QSlider)
    with qtbot.waitSignal(layers.layer_requested) as signal:
        slider.setValue(0)
    assert signal.args == ["conv2d_1"]
    assert not layers.findChild(QPushButton).isChecked()
    assert slider.accessibleDescription() == "first  8 × 28 × 28"


def test_auto_can_be_chosen_again(layers: LayerSlider, qtbot: QtBot) -> None:
    layers.findChild(QSlider).setValue(0)
    with qtbot.waitSignal(layers.layer_requested) as signal:
        layers.findChild(QPushButton).click()
    assert signal.args == ["auto"]


def test_showing_the_layer_of_an_answer_asks_for_nothing(layers: LayerSlider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(layers.layer_requested):
        layers.show_layer("conv2d_1")
    assert layers.choice == "auto"


def test_spatial_layers_are_those_with_more_than_one_place() -> None:
    graph = preset("small", input_shape=(3, 32, 32), classes=3)
    found = run_layers(to_document(graph)).spatial
    assert found
    assert all(layer.shape[1] * layer.shape[2] > 1 for layer in found)
    kinds = {graph.nodes[layer.id].kind for layer in found}
    assert "Conv2d" in kinds
    assert not kinds & {"Input", "Linear", "Output", "Flatten", "GlobalAvgPool2d"}


ROWS = from_arrays(
    [Path("a"), Path("b"), Path("c")], np.array([0, 1, 1]),
    np.array([[0.9, 0.1], [0.6, 0.4], [0.3, 0.7]]), np.array([0.105, 0.916, 0.357]))


def test_predictions_take_the_most_probable_class() -> None:
    assert ROWS[1] == Prediction(Path("b"), 1, 0, 0.6, 0.916)
    assert [row.is_right for row in ROWS] == [True, False, True]


@pytest.mark.parametrize(("wanted", "order", "names"), [
    (ImageFilter(), "loss_high", "bca"), (ImageFilter(), "loss_low", "acb"), (ImageFilter(), "certain_high", "acb"),
    (ImageFilter(), "certain_low", "bca"), (ImageFilter(), "folder", "abc"), (ImageFilter(1), "folder", "bc"),
    (ImageFilter(None, 0), "folder", "ab"), (ImageFilter(1, 0), "folder", "b"),
    (ImageFilter(outcome="wrong"), "folder", "b"), (ImageFilter(outcome="right"), "folder", "ac"),
    (ImageFilter(0, 1), "folder", "")])
def test_predictions_are_filtered_and_sorted(wanted: ImageFilter, order: str, names: str) -> None:
    assert "".join(row.path.name for row in select(ROWS, wanted, order)) == names


def test_ten_thousand_rows_are_made_when_they_are_asked_for_and_a_marked_one_is_brought_into_view(
        qtbot: QtBot) -> None:
    count = 10_000
    draws = np.random.default_rng(1)
    paths, losses = [Path(f"{number}.png") for number in range(count)], draws.random(count)
    rows = from_arrays(paths, draws.integers(0, 3, count), draws.dirichlet(np.ones(3), count), losses)
    found = select(rows, ImageFilter(), "loss_high")
    assert [row.loss for row in found[:5]] == sorted(losses.tolist(), reverse=True)[:5]
    images = ImageList()
    qtbot.addWidget(images)
    images.set_class_names(["a", "b", "c"])
    images.resize(250, 600)
    images.show()
    images.set_rows(rows)
    assert images.mark(paths[9_000])
    view = images.findChild(QListView, "image_list")
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex()).center()))
    assert images.prediction(paths[9_000]).loss == losses[9_000]
    assert not images.mark(Path("elsewhere.png"))
    images.close_threads()


def test_pixels_from_the_clipboard_are_laid_on_white() -> None:
    image = QImage(3, 2, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 0, 0, 0))
    image.setPixelColor(0, 0, QColor(0, 0, 255, 255))
    pixels = to_pixels(image)
    assert pixels.shape == (2, 3, 3)
    assert pixels[0, 0].tolist() == [0, 0, 255]
    assert pixels[1, 2].tolist() == [255, 255, 255]


def test_a_clipboard_that_nobody_can_read_holds_nothing() -> None:
    assert image_in(None) is None
    assert pasted_layers(None) is None


def test_a_dropped_folder_is_no_image(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    assert image_in(data) is None


def test_a_dropped_file_is_its_path(tmp_path: Path) -> None:
    file = tmp_path / "ä b.png"
    file.write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert image_in(data) == file
