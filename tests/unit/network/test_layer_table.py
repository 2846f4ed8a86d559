"""The layer table has a row for each layer in the order of the data."""

from cnnstudio.network.block_edits import Fold
from cnnstudio.network.layer_table import rows
from cnnstudio.network.presets import preset
from tests.helpers.networks import chain


def test_the_tutorial_network_as_its_course_shows_it():
    table = {row.id: row for row in rows(preset("tutorial"))}
    shapes = [table[name].output_shape for name in (
        "conv2d_1", "maxpool2d_1", "conv2d_2", "maxpool2d_2", "conv2d_3", "flatten_1", "linear_1", "linear_2")]
    assert shapes == [(32, 30, 30), (32, 15, 15), (64, 13, 13), (64, 6, 6), (64, 4, 4), (1024,), (64,), (10,)]
    assert [row.weights for row in table.values() if row.weights] == [896, 18_496, 36_928, 65_600, 650]
    assert table["conv2d_1"].summary == "32 × 3×3, stride 1"


def test_rows_of_an_unfinished_network_have_no_shape_after_the_misfit():
    table = rows(chain("Conv2d", "Linear", "ReLU"))
    assert [row.kind for row in table] == ["Input", "Conv2d", "Linear", "ReLU"]
    assert [row.output_shape is None for row in table] == [False, False, True, True]
    assert table[2].weights == 0


def test_a_layer_in_repeated_blocks_says_how_often_it_runs_and_costs_all_its_runs():
    graph = chain("Conv2d", ("Conv2d", {"out_channels": 32, "padding": (1, 1)}), "ReLU")
    Fold(("conv2d_2",), repeat=2).apply(graph)
    Fold(("conv2d_2", "relu_1"), repeat=3).apply(graph)
    once = rows(chain("Conv2d", ("Conv2d", {"out_channels": 32, "padding": (1, 1)}), "ReLU"))
    table = rows(graph)
    assert [row.title for row in table] == ["input_1", "conv2d_1", "conv2d_2 × 6", "relu_1 × 3"]
    assert table[2].weights == 6 * once[2].weights
