"""The layer table has a row for each layer in the order of the data."""

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
