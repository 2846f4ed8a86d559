"""Costs equal hand calculation, the published figures and the course's examples."""

import pytest

from cnnstudio.network.costs import Cost, node_costs, total
from cnnstudio.network.presets import preset
from cnnstudio.network.shapes import analyse
from tests.helpers.networks import add, chain


def costs_of(graph):
    return node_costs(graph, analyse(graph))


def test_a_convolution_by_hand():
    graph = chain(("Conv2d", {"out_channels": 4, "kernel_size": (3, 2), "stride": 2}), input_shape=(2, 7, 8))
    cost = costs_of(graph)["conv2d_1"]
    assert cost.weights == 4 * (2 * 3 * 2) + 4
    assert cost.multiply_adds == (3 * 4) * 4 * 2 * 3 * 2
    assert cost.activations == 4 * 3 * 4
    assert cost.receptive_field == (3, 2)


def test_groups_and_missing_bias_save_weights():
    graph = chain(("Conv2d", {"out_channels": 6, "groups": 3, "bias": False}), input_shape=(3, 5, 5))
    assert costs_of(graph)["conv2d_1"].weights == 6 * 1 * 9
    assert costs_of(graph)["conv2d_1"].multiply_adds == 9 * 6 * 9


def test_the_courses_comparison_of_dense_and_convolution():
    dense = chain("Flatten", ("Linear", {"out_features": 100, "bias": False}), input_shape=(1, 150, 150))
    kernels = chain(("Conv2d", {"out_channels": 64, "kernel_size": 9, "bias": False}), input_shape=(1, 150, 150))
    large = chain(("Conv2d", {"out_channels": 225, "kernel_size": 100, "bias": False}), input_shape=(1, 150, 150))
    assert total(costs_of(dense)).weights == 2_250_000
    assert total(costs_of(kernels)).weights == 5_184
    assert total(costs_of(large)).weights == 2_250_000


@pytest.mark.parametrize(("name", "weights", "multiply_adds"), [
    ("vgg16", 138_357_544, 15_470_264_320),
    ("resnet18", 11_689_512, 1_814_073_344),
    ("alexnet", 61_100_840, 714_188_480),
    ("lenet5", 61_706, 416_520),
    ("tutorial", 122_570, 4_548_608),
])
def test_presets_have_the_published_weights_and_multiply_adds(name, weights, multiply_adds):
    cost = total(costs_of(preset(name)))
    assert (cost.weights, cost.multiply_adds) == (weights, multiply_adds)


def test_receptive_fields_grow_with_kernel_stride_and_dilation():
    graph = chain(
        "Conv2d", "ReLU", "MaxPool2d", ("Conv2d", {"kernel_size": 5}), ("Conv2d", {"dilation": 2}), "Flatten",
        "Linear", input_shape=(1, 32, 32))
    costs = costs_of(graph)
    fields = [costs[name].receptive_field[0] for name in (
        "conv2d_1", "relu_1", "maxpool2d_1", "conv2d_2", "conv2d_3", "flatten_1", "linear_1")]
    assert fields == [3, 3, 4, 12, 20, 20, 32]


def test_vgg_sees_212_pixels_before_its_dense_layers():
    """The figure of Araujo and others (2019) for the last pooling of VGG-16."""
    assert costs_of(preset("vgg16"))["maxpool2d_5"].receptive_field == (212, 212)


def test_resnet18_sees_435_pixels_at_its_end():
    assert costs_of(preset("resnet18"))["relu_15"].receptive_field == (435, 435)


def test_global_pooling_sees_everything():
    graph = chain(("Conv2d", {"same": True}), "GlobalAvgPool2d", input_shape=(1, 16, 20))
    assert costs_of(graph)["globalavgpool2d_1"].receptive_field == (18, 22)


def test_a_merge_sees_what_the_widest_branch_sees():
    graph = chain(("Conv2d", {"out_channels": 3, "same": True, "kernel_size": (5, 3)}), input_shape=(3, 8, 8))
    merged = add(graph, "Add", ["input_1", "conv2d_1"])
    assert costs_of(graph)[merged].receptive_field == (5, 3)


def test_adaptive_pooling_sees_its_largest_window():
    graph = chain(("AdaptiveAvgPool2d", {"output_size": (3, 8)}), input_shape=(1, 8, 8))
    assert costs_of(graph)["adaptiveavgpool2d_1"].receptive_field == (4, 1)


def test_layers_that_lead_nowhere_cost_nothing_once_the_network_is_complete():
    graph = chain("Conv2d", "ReLU", "GlobalAvgPool2d", ("Linear", {"out_features": 3}))
    add(graph, "Conv2d", ["input_1"])
    assert "conv2d_2" in costs_of(graph)
    add(graph, "Output", ["linear_1"], classes=3)
    assert "conv2d_2" not in costs_of(graph)


def test_a_network_with_a_misfit_has_the_costs_up_to_it():
    graph = chain("Conv2d", "Linear", "ReLU")
    assert list(costs_of(graph)) == ["input_1", "conv2d_1"]


def test_total_of_nothing_is_nothing():
    assert total({}) == Cost()
