"""Every value of every layer kind taken apart, against worked examples and against torch."""

import dataclasses

import numpy as np
import pytest
import torch

from cnnstudio.errors import InputError
from cnnstudio.explain.walk import WALKS, WITHOUT_WALK, carried_back, carried_on, first_cell, next_cell, walk
from cnnstudio.explain.walk_capture import numbers_of
from cnnstudio.explain.walk_values import CellWalk, LayerOutline, LayerValues, number
from cnnstudio.network.registry import layer_kind, layer_kinds
from cnnstudio.torch_network.layer_modules import FACTORIES


def layer(kind, inputs, *, weights=None, **parameters):
    """Return what torch makes of ``inputs`` in a layer, with random weights unless they are given."""
    inputs = tuple(np.asarray(values, np.float32) for values in inputs)
    shapes = tuple(values.shape for values in inputs)
    known = layer_kind(kind)
    settings = known.check_parameters(parameters)
    module = FACTORIES[kind](shapes, settings).eval()
    generator = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for name, tensor in [*module.named_parameters(), *module.named_buffers()]:
            if name in (weights or {}):
                tensor.copy_(torch.tensor(weights[name], dtype=torch.float32))
            elif tensor.is_floating_point() and name != "kernel":
                tensor.copy_(torch.rand(tensor.shape, generator=generator) + 0.2)
        output = module(*(torch.from_numpy(values)[None] for values in inputs))[0].numpy()
    outline = LayerOutline("layer_1", "layer_1", kind, settings, output.shape, shapes, ("a", "b", "c")[:len(shapes)])
    return LayerValues(outline, inputs, output, numbers_of(module))


def noise(*shape, seed=0):
    return np.random.default_rng(seed).normal(0, 2, shape).astype(np.float32)


SLIDE = [[4, 9, 2], [5, 6, 2], [2, 4, 5]]


@pytest.mark.parametrize(("pixels", "kernel", "expected"), [
    (SLIDE, [[1, 0, -1]] * 3, 2), ([[2, 4, 9], [2, 1, 4], [1, 1, 2]], [[1, 2, 3], [-4, 7, 4], [2, -5, 1]], 51)])
def test_the_worked_examples_of_the_lectures_come_out(pixels, kernel, expected):
    values = layer("Conv2d", [[pixels]], weights={"weight": [[kernel]]}, out_channels=1, bias=False)
    told = walk(values, (0, 0, 0))
    assert told.result == told.given == expected
    np.testing.assert_array_equal(told.patches[0].products, np.array(pixels) * np.array(kernel))
    assert told.lines[-1].endswith(f"= {expected}")


def test_a_convolution_tells_bias_and_the_sum_of_each_channel():
    values = layer("Conv2d", [noise(3, 5, 5)], out_channels=2)
    told = walk(values, (1, 2, 1))
    weight, bias = values.weights["weight"], values.weights["bias"]
    window = values.inputs[0][:, 2:5, 1:4].astype(np.float64)
    sums = (window * weight[1]).sum(axis=(1, 2))
    assert [patch.total for patch in told.patches] == pytest.approx(sums)
    assert told.result == pytest.approx(sums.sum() + bias[1])
    assert number(float(bias[1])) in told.lines[1]
    assert all(number(float(value)).lstrip("−") in told.lines[0] for value in sums)


def test_padding_is_marked_as_zeros_that_were_added():
    told = walk(layer("Conv2d", [noise(1, 4, 4)], out_channels=1, padding=1), (0, 0, 3))
    patch = told.patches[0]
    np.testing.assert_array_equal(patch.inside, [[False] * 3, [True, True, False], [True, True, False]])
    assert (patch.values[~patch.inside] == 0).all()
    assert list(patch.rows) == [-1, 0, 1]
    assert list(patch.columns) == [2, 3, 4]


def test_stride_and_dilation_move_the_window():
    patch = walk(layer("Conv2d", [noise(1, 9, 9)], out_channels=1, stride=2, dilation=2), (0, 1, 2)).patches[0]
    assert list(patch.rows) == [2, 4, 6]
    assert list(patch.columns) == [4, 6, 8]


def test_groups_see_only_their_channels():
    values = layer("Conv2d", [noise(6, 4, 4)], out_channels=4, groups=2)
    assert [patch.channel for patch in walk(values, (1, 0, 0)).patches] == [0, 1, 2]
    assert [patch.channel for patch in walk(values, (2, 0, 0)).patches] == [3, 4, 5]
    depthwise = layer("DepthwiseConv2d", [noise(3, 4, 4)], channel_multiplier=2)
    assert [patch.channel for patch in walk(depthwise, (3, 0, 0)).patches] == [1]


def test_max_pooling_marks_the_winner_and_never_padding():
    pixels = -np.arange(1, 10, dtype=np.float32).reshape(1, 3, 3)
    values = layer("MaxPool2d", [pixels], kernel_size=2, stride=2, padding=1)
    told = walk(values, (0, 1, 1))
    assert told.result == told.given == -5
    assert told.patches[0].winner == (0, 0)
    corner = walk(values, (0, 0, 0))
    assert corner.result == -1
    assert corner.patches[0].winner == (1, 1)


def test_an_average_over_the_border_says_how_many_zeros_were_added():
    values = layer("AvgPool2d", [np.full((1, 4, 4), 8.0)], kernel_size=2, stride=2, padding=1)
    told = walk(values, (0, 0, 0))
    assert told.result == told.given == 2
    assert "3 of them zeros" in told.lines[0]


def test_flatten_tells_the_arithmetic_of_the_index():
    values = layer("Flatten", [noise(3, 4, 5)])
    told = walk(values, (1 * 20 + 2 * 5 + 3,))
    assert told.lines[1] == "1 · 4 · 5 + 2 · 5 + 3 = 33"
    assert told.result == values.inputs[0][1, 2, 3]


def test_a_dense_unit_lists_the_largest_products_first():
    values = layer("Linear", [noise(50)], out_features=3)
    told = walk(values, (2,))
    products = values.inputs[0].astype(np.float64) * values.weights["weight"][2]
    assert told.table is not None
    assert told.table.rows[0, 0] - 1 == np.abs(products).argmax()
    assert (np.diff(np.abs(told.table.rows[:, 3])) <= 0).all()
    count, rest = told.table.rest(12)
    assert count == 38
    assert told.table.rows[:12, 3].sum() + rest == pytest.approx(products.sum())


@pytest.mark.parametrize("offset", [0.0, 300.0])
def test_softmax_tells_its_exponentials_and_their_sum(offset):
    logits = np.array([1.0, 2.0, -1.0], np.float32) + np.float32(offset)
    told = walk(layer("Softmax", [logits]), (0,))
    expected = np.exp(logits.astype(np.float64) - offset)
    assert told.result == pytest.approx(expected[0] / expected.sum())
    assert told.table is not None
    assert list(told.table.rows[:, 0]) == [2, 1, 3]
    assert told.table.rows[:, 3].sum() == pytest.approx(1)
    assert told.table.rows[:, 2].sum() == pytest.approx(expected.sum() * np.exp(offset and -2.0))
    assert told.table.titles[2] == ("e^(x − 302)" if offset else "eˣ")


def test_batch_normalisation_tells_its_four_numbers():
    values = layer("BatchNorm2d", [noise(2, 3, 3)], weights={
        "running_mean": [0.5, 1], "running_var": [3.99999, 1], "weight": [3, 1], "bias": [0.25, 0]})
    told = walk(values, (0, 1, 1))
    x = float(values.inputs[0][0, 1, 1])
    assert told.result == pytest.approx((x - 0.5) / 2 * 3 + 0.25)
    assert "0.25 (β)" in told.lines[-1]
    assert "· 3 (γ)" in told.lines[-1]


def test_dropout_says_that_it_does_nothing_when_predicting():
    told = walk(layer("Dropout", [noise(4)], p=0.9), (2,))
    assert told.agrees
    assert "nothing when predicting" in told.lines[0]


def test_the_input_tells_what_became_of_a_pixel():
    outline = LayerOutline("input_1", "input_1", "Input", {}, (1, 1, 1), (), ())
    pixels = np.full((1, 1, 1), 51, np.float32)
    values = LayerValues(outline, (pixels,), np.full((1, 1, 1), -1.2, np.float32), {
        "mean": np.array([0.5], np.float32), "std": np.array([0.25], np.float32)})
    told = walk(values, (0, 0, 0))
    assert told.result == pytest.approx((51 / 255 - 0.5) / 0.25)
    assert told.agrees


_VOLUME, _VECTOR = noise(6, 7, 5), noise(12)
_INPUTS = {"Add": [_VOLUME, noise(6, 7, 5, seed=1), _VOLUME], "Multiply": [_VOLUME, noise(6)],
           "Concatenate": [_VOLUME, noise(2, 7, 5)], "Linear": [_VECTOR], "BatchNorm1d": [_VECTOR],
           "Output": [noise(10)]}
_SETTINGS = {"GroupNorm": {"num_groups": 3}, "Crop2d": {"size": 3}, "Upsample": {"mode": "bilinear"},
             "ConvTranspose2d": {"kernel_size": 3, "padding": 1, "output_padding": 1, "out_channels": 4},
             "AvgPool2d": {"kernel_size": 3, "ceil_mode": True, "padding": 1}}


def _walkable():
    return [name for name in layer_kinds() if name in WALKS and name != "Input"]


@pytest.mark.parametrize("kind", _walkable())
def test_every_value_of_every_layer_kind_is_torchs(kind):
    values = layer(kind, _INPUTS.get(kind, [_VOLUME]), **_SETTINGS.get(kind, {}))
    cells = [tuple(cell) for cell in np.ndindex(values.output.shape)]
    for cell in [*cells[::max(1, len(cells) // 60)], cells[-1]]:
        told = walk(values, cell)
        assert told.agrees, (cell, told.result, told.given)
        assert told.given == values.output[cell]
        assert told.lines
        assert told.reason == ""


@pytest.mark.parametrize("kind", ["Conv2d", "Linear", "MaxPool2d", "BatchNorm2d", "Softmax", "GELU"])
def test_a_value_that_torch_does_not_give_is_told_apart(kind):
    values = layer(kind, _INPUTS.get(kind, [_VOLUME]))
    other = dataclasses.replace(values, output=values.output * np.float32(1.01) + np.float32(0.01))
    assert not walk(other, first_cell(values.output.shape)).agrees


def test_every_layer_kind_has_a_walk_or_a_reason():
    assert set(WALKS) | set(WITHOUT_WALK) == set(layer_kinds())
    assert not set(WALKS) & set(WITHOUT_WALK)
    outline = LayerOutline("backbone_1", "backbone_1", "Backbone", {}, (1, 1, 1), ((3, 2, 2),), ("input_1",))
    told = walk(LayerValues(outline, (noise(3, 2, 2),), np.ones((1, 1, 1), np.float32), {}), (0, 0, 0))
    assert "one layer here" in told.reason
    assert told.agrees


def test_a_place_that_is_not_there_is_refused():
    values = layer("ReLU", [noise(2, 3, 3)])
    for cell in ((2, 0, 0), (0, -1, 0), (0,)):
        with pytest.raises(InputError, match="gives 2 × 3 × 3 values"):
            walk(values, cell)


def test_steps_go_in_reading_order_and_end_at_the_border():
    assert next_cell((1, 0, 2), (4, 2, 3)) == (1, 1, 0)
    assert next_cell((1, 1, 2), (4, 2, 3)) is None
    assert next_cell((1, 1, 0), (4, 2, 3), -1) == (1, 0, 2)
    assert next_cell((1, 0, 1), (4, 2, 3), 3) == (1, 1, 1)
    assert next_cell((4,), (5,)) is None
    assert next_cell((3,), (5,)) == (4,)


def _outline(values: LayerValues) -> LayerOutline:
    return values.outline


def test_a_place_is_carried_through_pooling_flatten_and_dense():
    pool, flat = layer("MaxPool2d", [noise(3, 8, 8)]), layer("Flatten", [noise(3, 4, 4)])
    assert carried_on((2, 5, 6), (3, 8, 8), _outline(pool)) == (2, 2, 3)
    assert carried_on((2, 2, 3), (3, 4, 4), _outline(flat)) == (2 * 16 + 2 * 4 + 3,)
    told: CellWalk = walk(flat, (43,))
    assert carried_back(told, (3, 4, 4), 0) == (2, 2, 3)
    back = walk(pool, (2, 2, 3))
    winner = carried_back(back, (3, 8, 8), 2)
    assert pool.inputs[0][winner] == back.result
    dense = layer("Linear", [noise(12)], out_features=3)
    strongest = carried_back(walk(dense, (1,)), (12,), 0)
    assert abs(dense.inputs[0][strongest] * dense.weights["weight"][1][strongest]) == pytest.approx(
        np.abs(dense.inputs[0] * dense.weights["weight"][1]).max())


def test_a_place_of_a_convolution_leads_back_to_the_middle_of_its_window_in_the_chosen_channel():
    values = layer("Conv2d", [noise(3, 6, 6)], out_channels=5, padding=1)
    assert carried_back(walk(values, (4, 0, 5)), (3, 6, 6), 2) == (2, 0, 5)


def test_a_place_behind_a_concatenation_counts_the_channels_before():
    values = layer("Concatenate", [noise(6, 7, 5), noise(2, 7, 5)])
    assert carried_on((1, 3, 4), (2, 7, 5), _outline(values), port=1) == (7, 3, 4)


def test_numbers_have_four_digits_and_a_real_minus():
    assert [number(value) for value in (-1.23456, 0.0, -0.0, 12345.6, 1e-7)] == [
        "−1.235", "0", "0", "1.235e+04", "1e−07"]
