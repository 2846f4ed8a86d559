"""The Step by step tab: what is shown is what torch computed, and every control does what it says."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from cnnstudio.explain.walk_recording import PROBABILITIES
from cnnstudio.ui.inspector.steps.tab import StepsTab
from cnnstudio.workspace.loaded_run import loaded_run


def shown_layer(tab: StepsTab) -> str:
    return tab.session.outline.kind


def go_to(tab: StepsTab, kind: str) -> None:
    tab.session.show_layer(next(layer.id for layer in tab.session.recording.layers if layer.kind == kind))


def test_without_an_image_the_tab_says_what_to_do(tab):
    assert tab._stack.currentWidget() is tab._empty
    assert tab.session.recording is None


def test_the_image_leads_to_the_tab_with_the_images(qtbot, walking, small_run):
    assert walking._image.text() == small_run.folder.files[0].path.name
    with qtbot.waitSignal(walking.tab_requested) as asked:
        walking._image.click()
    assert asked.args == ["heatmap"]


def test_the_output_map_is_torchs(walking, small_run):
    import torch

    with loaded_run(small_run.path) as run:
        image = run.explainer.tensor(walking.stage.contents.pixels)
        with torch.no_grad():
            expected = run.network.layers[walking.session.outline.id](image)[0].numpy()
    np.testing.assert_allclose(walking.stage.output.grid.content.values, expected[0], atol=1e-6)


def test_the_window_products_and_sum_make_the_value(walking):
    walking.session.show_cell((3, 5, 7))
    rows = [row for row in walking.stage.patches.rows if row.isVisible()]
    assert len(rows) == 3
    products = sum(row.products.content.values.sum() for row in rows)
    weights = walking.session.values.weights
    bias = float(weights["bias"][3]) if "bias" in weights else 0.0
    assert products + bias == pytest.approx(walking.session.values.output[3, 5, 7], rel=1e-4, abs=1e-5)
    for row in rows:
        np.testing.assert_allclose(row.products.content.values,
                                   row.values.content.values * row.weights.content.values, rtol=1e-6)


def test_a_click_into_the_output_map_jumps_there(qtbot, walking):
    grid = walking.stage.output.grid
    box = grid.layout_now().box(4, 9)
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert walking.session.cell[1:] == (4, 9)
    assert grid.marks.cell == (4, 9)
    assert "row 5, column 10" in walking.stage.output._detail.text()


def test_arrow_keys_move_the_window(qtbot, walking):
    walking.session.show_cell((0, 5, 5))
    before = walking.stage.input.grid.marks.columns.copy()
    qtbot.keyClick(walking.stage.output.grid, Qt.Key.Key_Right)
    qtbot.keyClick(walking.stage.output.grid, Qt.Key.Key_Down)
    assert walking.session.cell == (0, 6, 6)
    np.testing.assert_array_equal(walking.stage.input.grid.marks.columns, before + 1)


def test_playing_fills_the_map_and_stops_at_the_end(qtbot, walking):
    go_to(walking, "GlobalAvgPool2d")
    walking.transport.speed.setValue(walking.transport.speed.maximum())
    count = walking.session.values.output.shape[0]
    walking.session.show_cell((count - 3,), filled=count - 2)
    walking.transport.play.click()
    assert walking.player.is_playing
    qtbot.waitUntil(lambda: not walking.player.is_playing)
    assert walking.session.cell == (count - 1,)
    assert not walking.transport.play.isChecked()


def test_a_step_by_hand_pauses(walking):
    walking.transport.play.click()
    assert walking.player.is_playing
    assert walking.session.filled == 1
    walking._on_step(1)
    assert not walking.player.is_playing
    assert walking.session.filled == 2
    walking.fill()
    assert walking.session.filled is None


def test_without_animation_nothing_plays_but_steps_go_on(walking):
    walking.transport.play.click()
    walking.transport.animation.setChecked(False)
    assert not walking.player.is_playing
    assert not walking.transport.play.isEnabled()
    walking._on_step(1)
    assert walking.session.cell == (0, 0, 1)


def test_a_hidden_tab_plays_to_nobody(walking):
    walking.transport.play.click()
    walking.hide()
    assert not walking.player.is_playing


def test_keys_play_step_and_change_the_layer(qtbot, walking):
    grid = walking.stage.output.grid
    first = walking.session.number
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert walking.session.number == first + 1
    qtbot.keyClick(grid, Qt.Key.Key_PageUp)
    assert walking.session.number == first
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert walking.player.is_playing
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert not walking.player.is_playing


def test_the_channel_boxes_choose_what_comes_out_and_in(walking):
    go_to(walking, "Conv2d")
    second = [layer for layer in walking.session.recording.layers if layer.kind == "Conv2d"][1]
    walking.session.show_layer(second.id)
    walking.transport.channel.setValue(5)
    assert walking.session.cell[0] == 4
    walking.transport.input_channel.setValue(3)
    assert walking.session.input_channel == 2
    assert walking.stage.contents.chosen_patch().channel == 2
    np.testing.assert_array_equal(walking.stage.input.grid.content.values, walking.session.values.inputs[0][2])


def test_a_term_of_the_table_shows_its_channel(walking):
    second = [layer for layer in walking.session.recording.layers if layer.kind == "Conv2d"][1]
    walking.session.show_layer(second.id)
    table = walking.stage.terms.table
    assert table.rows[:, 1].sum() == pytest.approx(sum(patch.total for patch in walking.session.found.patches))
    walking.stage.terms.row_requested.emit(int(table.rows[3, 0]))
    assert walking.session.input_channel == int(table.rows[3, 0]) - 1


def test_the_strip_goes_to_any_layer(qtbot, walking):
    strip = walking.strip
    number = next(place for place, layer in enumerate(strip.layers) if layer.kind == "Linear")
    strip.setCurrentIndex(strip.model().index(number, 0))
    assert walking.session.number == number
    assert walking.stage.terms.isVisible()
    assert "Dense" in walking._about.text()


def test_the_probabilities_name_the_classes(walking, small_run):
    walking.session.show_layer(PROBABILITIES)
    model = walking.stage.terms._model
    names = {model.data(model.index(row, 0)) for row in range(model.rowCount())}
    assert names == set(small_run.folder.class_names)
    assert walking.stage.output.grid.content.names == tuple(small_run.folder.class_names)
    assert walking.stage.output.grid.text_of(1, 0).startswith("dog: ")


def test_an_activation_shows_its_curve_with_the_point(walking):
    go_to(walking, "ReLU")
    curve = walking.stage.curve.curve
    assert curve.y == max(0, curve.x)
    assert walking.stage.curve.isVisible()
    assert not walking.stage.patches.isVisible()


def test_a_value_that_torch_does_not_give_is_said(walking):
    import dataclasses

    values = walking.session.values
    assert not walking.stage._differs.isVisible()
    walking.session.values = dataclasses.replace(values, output=values.output + np.float32(0.5))
    walking.session.show_cell((0, 3, 3))
    assert "torch gave" in walking.stage._differs.text


def test_another_image_is_recorded_while_the_tab_is_shown(qtbot, walking, context, small_run):
    before = walking.session.recording
    context.selection.select(image=small_run.folder.files[4].path)
    qtbot.waitUntil(lambda: walking.session.recording is not before)
    assert walking._problem.text == ""


def test_a_damaged_image_is_named(qtbot, walking, context, tmp_path):
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(b"\x89PNG\r\n\x1a\n")
    context.selection.select(image=damaged)
    qtbot.waitUntil(lambda: "damaged.png" in walking._problem.text)


def test_hovering_tells_the_number_and_marks_padding(walking):
    walking.session.show_cell((0, 0, 0))
    row = walking.stage.patches.rows[0]
    assert "zero that was added" in row.values.text_of(0, 0)
    assert "zero that was added" not in row.values.text_of(1, 1)
    assert row.values.cell_at(QPoint(-5, -5)) is None
