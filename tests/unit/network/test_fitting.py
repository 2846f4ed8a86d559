"""Fitting sets the input's shape and the layer that decides the number of classes."""

import pytest

from cnnstudio.errors import NetworkError
from cnnstudio.network.fitting import fit_to, head_of, set_values
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import preset
from cnnstudio.network.shapes import analyse
from tests.helpers.networks import chain

OUTPUT = ("Output", {"classes": 10})


@pytest.mark.parametrize(("layers", "layer", "count"), [
    (["Flatten", ("Linear", {"out_features": 10}), OUTPUT], "linear_1", ("out_features", 4)),
    (["Flatten", ("Linear", {"out_features": 10}), "Dropout", "Softmax", OUTPUT], "linear_1", ("out_features", 4)),
    (["Flatten", ("Linear", {"out_features": 30}), ("Maxout", {"pieces": 3}), OUTPUT], "linear_1",
     ("out_features", 12)),
    ([("Conv2d", {"out_channels": 10}), "BatchNorm2d", "ReLU", "GlobalAvgPool2d", OUTPUT], "conv2d_1",
     ("out_channels", 4)),
    ([("ConvTranspose2d", {"out_channels": 10}), "LayerNorm", "PReLU", "SqueezeExcitation", "Upsample", "FixedKernel",
      "GlobalMaxPool2d", "BatchNorm1d", OUTPUT], "convtranspose2d_1", ("out_channels", 4)),
])
def test_fit_finds_the_layer_that_decides_the_classes(layers, layer, count):
    graph = chain(*layers)
    before = graph.copy()
    edit = fit_to(graph, (1, 20, 24), 4)
    edit.apply(graph)
    assert graph.nodes[layer].parameters[count[0]] == count[1]
    assert analyse(graph, input_shape=(1, 20, 24), classes=4).is_trainable
    edit.revert(graph)
    assert graph.is_equal(before)


def test_fit_leaves_the_rest_as_it_is_when_nothing_decides_the_classes():
    graph = chain("Flatten", OUTPUT)
    fit_to(graph, None, 4).apply(graph)
    assert graph.nodes["output_1"].parameters["classes"] == 4
    assert graph.nodes["input_1"].parameters["channels"] == 3


def test_fit_needs_an_input_and_an_output():
    with pytest.raises(NetworkError, match="no Output"):
        fit_to(chain("Flatten"), None, 3)
    graph = chain("Flatten")
    with pytest.raises(NetworkError, match="channels, height and width"):
        fit_to(graph, (3, 4), None)


def test_the_number_of_values_at_the_output_is_changed_by_one_edit_that_names_the_layer():
    graph = preset("lenet5", input_shape=(1, 32, 32), classes=2)
    before = graph.copy()
    head = head_of(graph)
    assert head is not None
    assert head.values == 2
    edit = set_values(head, 1)
    edit.apply(graph)
    assert edit.label == f"Change {head.node.name} to 1 unit"
    assert analyse(graph).is_trainable
    changed = head_of(graph)
    assert changed is not None
    assert changed.values == 1
    edit.revert(graph)
    assert graph.is_equal(before)


def test_a_network_without_an_output_has_no_head():
    assert head_of(NetworkGraph()) is None
