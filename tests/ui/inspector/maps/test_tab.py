"""The Feature maps tab: every channel is there, in order, with its numbers, kernels and images."""

import numpy as np
import pytest

from cnnstudio.workspace.loaded_run import loaded_run


def go_to(qtbot, tab, kind, number=0):
    layer = [layer for layer in tab.strip.layers if layer.kind == kind][number]
    tab.show_layer(layer.id)
    qtbot.waitUntil(lambda: tab.shown is not None and tab.shown.values.outline.id == layer.id)


def test_without_an_image_the_tab_says_what_to_do(tab):
    assert tab._stack.currentWidget() is tab._empty


def test_every_channel_of_the_layer_is_there_as_torch_computed_it(looking, small_run):
    import torch

    values = looking.shown.values
    with loaded_run(small_run.path) as run, torch.no_grad():
        from cnnstudio.data.loading import load

        pixels = load(small_run.folder.files[0].path, run.record.preprocess).input_pixels
        expected = run.network.values_of(values.outline.id, run.explainer.tensor(pixels))[0].numpy()
    np.testing.assert_allclose(looking.grid.tiles.maps, expected, atol=1e-6)
    assert sorted(looking.grid.tiles.order) == list(range(len(expected)))


def test_channels_come_strongest_first_or_by_number(looking):
    strengths = np.abs(looking.shown.values.output).mean(axis=(1, 2))
    shown = strengths[list(looking.grid.tiles.order)]
    assert (np.diff(shown) <= 1e-7).all()
    looking.order.setCurrentIndex(1)
    assert list(looking.grid.tiles.order) == list(range(len(strengths)))


def test_all_channels_share_one_scale_or_have_their_own(looking):
    reach = float(np.abs(looking.shown.values.output).max())
    scales = {looking.grid.tiles.scale(place) for place in range(4)}
    assert [scale.high for scale in scales] == [pytest.approx(reach)]
    looking.scale.setCurrentIndex(1)
    for place in range(4):
        own = looking.shown.values.output[place]
        assert looking.grid.tiles.scale(place).high == pytest.approx(
            float(np.abs(own).max()) if own.min() < 0 else float(own.max()))


def test_a_chosen_channel_is_shown_large_with_its_numbers(looking):
    row = list(looking.grid.tiles.order).index(3)
    looking.grid.setCurrentIndex(looking.grid.model().index(row, 0))
    values = looking.shown.values.output[3]
    np.testing.assert_array_equal(looking.channel_card.shown, values)
    assert "Channel 4 of" in looking.channel_card._title.text()
    value = looking.channel_card.grid.text_of(2, 1)
    assert value.startswith("row 3, column 2: ")
    assert float(value.rsplit(" ", 1)[1].replace("−", "-")) == pytest.approx(values[2, 1], rel=1e-5)


def test_dead_channels_are_marked_and_it_is_said_where_they_are_dead(qtbot, looking):
    import dataclasses

    from cnnstudio.explain.channel_figures import channel_figures
    from cnnstudio.workspace.layer_maps_job import LayerFiguresReady

    go_to(qtbot, looking, "ReLU")
    values = looking.shown.values
    output = values.output.copy()
    output[2] = 0
    changed = dataclasses.replace(values, output=output)
    looking._on_figures(LayerFiguresReady(changed, channel_figures(output)))
    assert looking.texts.caption(2) == "3 dead here"
    assert "dead on this image" in looking._about.text()
    looking.show_channel(2)
    assert looking.channel_card._dead.text == "Dead on this image: 0 everywhere."
    assert 2 in looking.grid.tiles.dim


def test_the_kernels_of_the_first_convolution_are_shown_in_colour_with_numbers(looking):
    card, weights = looking.kernel_card, looking.shown.values.weights["weight"]
    looking.show_channel(1)
    np.testing.assert_array_equal(card.list.tiles.maps, weights[1])
    assert card.colour.isVisible()
    sizes = np.linalg.norm(weights[1].reshape(3, -1), axis=1)
    assert list(card.list.tiles.order) == list(np.argsort(-sizes))
    np.testing.assert_array_equal(card.chosen.content.values, weights[1][sizes.argmax()])
    assert card.list.tiles.caption(0) == "red"


def test_deeper_kernels_are_sorted_by_size_and_an_activation_shows_those_before_it(qtbot, looking):
    go_to(qtbot, looking, "ReLU", 1)
    convolution = [layer.id for layer in looking.strip.layers if layer.kind == "Conv2d"][1]
    weights = looking.recording.weights[convolution]["weight"]
    looking.show_channel(5)
    np.testing.assert_array_equal(looking.kernel_card.list.tiles.maps, weights[5])
    assert not looking.kernel_card.colour.isVisible()
    looking.kernel_card.list.place_chosen.emit(2)
    np.testing.assert_array_equal(looking.kernel_card.chosen.content.values, weights[5, 2])


def test_the_closest_known_kernel_is_named_with_its_figure_or_none_is(looking):
    from cnnstudio.explain.kernels import ChannelKernels

    sobel = np.array([[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]], np.float32)
    card = looking.kernel_card
    card.show_kernels(ChannelKernels(-sobel, np.array([0])), is_colour=False)
    assert card._verdict.text().startswith("Like Upright edges (Sobel x): similarity −1")
    assert card._known_text.text() == "Upright edges (Sobel x), negative"
    np.testing.assert_allclose(card.known.content.values, -sobel[0] / 8, rtol=1e-6)
    odd = np.array([[[1, -1, 0], [0, 1, -1], [-1, 1, 0]]], np.float32)
    card.show_kernels(ChannelKernels(odd, np.array([0])), is_colour=False)
    assert card._verdict.text().startswith("Like none of the known kernels")
    card.show_kernels(ChannelKernels(np.ones((1, 1, 1), np.float32), np.array([0])), is_colour=False)
    assert not card.known.isVisible()


def test_the_images_that_excite_a_channel_are_found_shown_and_opened(qtbot, looking, context):
    assert looking.images_card.pictures == ()
    looking.images_card.find_button.click()
    qtbot.waitUntil(lambda: bool(looking.images_card.pictures))
    found = looking.exciting.of_layer(looking.shown.values.outline.id)
    card = looking.images_card
    values = [picture.value for picture in card.pictures]
    assert values == sorted(values, reverse=True)
    assert values == pytest.approx(found.found.values[looking.channel][:len(values)])
    assert "validation" in card.text
    for picture in card.pictures:
        rows, columns = picture.area
        assert 0 <= rows[0] <= rows[1] < 16
        assert columns[1] - columns[0] <= 2
    with qtbot.waitSignal(looking.tab_requested) as asked:
        card.list.itemClicked.emit(card.list.item(1))
    assert asked.args == ["heatmap"]
    assert context.selection.image == card.pictures[1].path


def test_another_channel_of_a_layer_that_was_looked_through_needs_no_search(qtbot, looking):
    looking.images_card.find_button.click()
    qtbot.waitUntil(lambda: bool(looking.images_card.pictures))
    before = looking.images_card.pictures
    looking.show_channel(looking.channel + 1 if looking.channel == 0 else looking.channel - 1)
    qtbot.waitUntil(lambda: looking.images_card.pictures is not before and bool(looking.images_card.pictures))
    assert not looking.images_card.find_button.isVisible()


def test_without_a_folder_it_is_said_why_there_are_no_images(qtbot, looking, context):
    context.selection.run_path = None  # told to nobody: only what can be looked for changes
    looking.show_channel(0)
    assert "Open an image folder" in looking.images_card.text


def test_two_thousand_channels_are_drawn_only_where_they_are_seen(qtbot):
    from cnnstudio.ui.inspector.maps.tiles import Tiles, TileView
    from cnnstudio.ui.inspector.value_scale import ValueScale

    maps = np.random.default_rng(0).random((2048, 7, 7)).astype(np.float32)
    view = TileView("many", "Many", 72)
    qtbot.addWidget(view)
    view.resize(480, 500)
    view.show()
    view.show_tiles(Tiles(maps, range(2048), lambda _: ValueScale(0, 1, is_signed=False), str, str))
    qtbot.waitUntil(lambda: view.pictures_drawn > 0)
    first = view.pictures_drawn
    assert first < 100
    view.scrollToBottom()
    qtbot.waitUntil(lambda: view.pictures_drawn > first)
    assert view.pictures_drawn < 250


def test_a_damaged_image_is_named(qtbot, looking, context, tmp_path):
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(b"\x89PNG\r\n\x1a\n")
    context.selection.select(image=damaged)
    qtbot.waitUntil(lambda: "damaged.png" in looking._problem.text)
