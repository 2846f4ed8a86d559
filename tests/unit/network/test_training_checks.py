"""Each warning about a training has a network that shows it, a control that does not, and mends that end it."""

import time

import pytest
import torch

from cnnstudio.network.block_edits import Fold, SetRepeat
from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.presets import preset
from cnnstudio.network.shapes import CheckContext, analyse
from cnnstudio.torch_network.builder import build
from tests.helpers.networks import add, chain

CONTEXT = CheckContext(batch_size=32, training_images=100_000)
CONV = ("Conv2d", {"out_channels": 8, "same": True})
HEAD = ("GlobalAvgPool2d", ("Linear", {"out_features": 3}), ("Output", {"classes": 3}))
FLAT_HEAD = ("Flatten", ("Linear", {"out_features": 3}), ("Output", {"classes": 3}))


def problems(graph, context=CONTEXT):
    return list(analyse(graph, context=context).problems)


def the_only_problem(graph, node_id, context=CONTEXT):
    (problem,) = problems(graph, context)
    assert problem.node_id == node_id
    assert problem.message.count(graph.nodes[node_id].name)
    return problem


def check_mends(graph, node_id, context=CONTEXT, *, labels):
    """Every mend makes this problem go away and brings no other."""
    problem = the_only_problem(graph, node_id, context)
    assert [mend.label for mend in problem.mends] == labels
    for mend in problem.mends:
        mended = graph.copy()
        mend.edit.apply(mended)
        assert problems(mended, context) == [], mend.label
    return problem


def test_without_a_training_in_view_nothing_is_said_of_it():
    graph = chain(CONV, "ReLU", *HEAD, input_shape=(3, 64, 64))
    assert len(problems(graph)) == 1
    assert problems(graph, None) == []


@pytest.mark.parametrize("kind", ["Dropout", "ReLU", "Sigmoid", "LeakyReLU"])
def test_nothing_random_and_no_activation_behind_the_last_dense_layer(kind):
    layers = (CONV, "ReLU", "MaxPool2d", "Flatten", ("Linear", {"out_features": 3}))
    node_id = f"{kind.lower()}_{2 if kind == 'ReLU' else 1}"
    check_mends(chain(*layers, kind, ("Output", {"classes": 3})), node_id, labels=[f"Remove {node_id}"])
    assert problems(chain(*layers[:-1], kind, layers[-1], ("Output", {"classes": 3}))) == []


def test_activation_before_a_last_pooling_and_maxout_at_the_end_are_as_they_should_be():
    """The ends of SqueezeNet and of a maxout network."""
    assert problems(chain(("Conv2d", {"out_channels": 3, "kernel_size": 9}), "ReLU", "GlobalAvgPool2d",
                          ("Output", {"classes": 3}))) == []
    assert problems(chain("Flatten", ("Linear", {"out_features": 6}), "Maxout", ("Output", {"classes": 3}))) == []


def test_a_pooling_window_over_a_single_pixel():
    pool = ("MaxPool2d", {"kernel_size": 3, "stride": 2, "padding": 1})
    graph = chain(CONV, "ReLU", pool, *FLAT_HEAD, input_shape=(3, 1, 1))
    graph.set_parameter("conv2d_1", "kernel_size", 1)
    problem = check_mends(graph, "maxpool2d_1", labels=["Remove maxpool2d_1", "Set window size to 1×1"])
    assert "gets single pixels" in problem.message
    graph.set_parameter("input_1", "height", 3)
    graph.set_parameter("input_1", "width", 3)
    assert problems(graph) == []


def test_a_3x3_kernel_over_a_single_pixel():
    graph = chain(CONV, "ReLU", *FLAT_HEAD, input_shape=(3, 1, 1))
    problem = check_mends(graph, "conv2d_1", labels=["Set kernel size to 1×1"])
    assert "gets 1 × 1 pixels: only 1 of its 9 values" in problem.message
    depthwise = chain(("DepthwiseConv2d", {"same": True}), "ReLU", *FLAT_HEAD, input_shape=(3, 1, 1))
    check_mends(depthwise, "depthwiseconv2d_1", labels=["Set kernel size to 1×1"])


def test_a_network_that_sees_too_little_of_the_image():
    graph = chain(CONV, "ReLU", CONV, "ReLU", *HEAD, input_shape=(3, 20, 24))
    problem = check_mends(graph, "globalavgpool2d_1", labels=[
        "Insert max pooling 3×3 before conv2d_2", "Set dilation of conv2d_2 to 4"])
    assert "saw only 5 × 5 of the image's 20 × 24 pixels" in problem.message
    graph.set_parameter("conv2d_2", "kernel_size", 9)     # 3 + 8 = 11 of 20
    assert problems(graph) == []


def test_valid_convolutions_get_the_padding_that_keeps_their_size():
    graph = chain("Conv2d", "ReLU", "Conv2d", "ReLU", *HEAD, input_shape=(3, 24, 24))
    problem = the_only_problem(graph, "globalavgpool2d_1")
    dilation = next(mend for mend in problem.mends if "dilation" in mend.label)
    dilation.edit.apply(graph)
    assert problems(graph) == []
    assert analyse(graph).shapes["conv2d_2"] == (32, 20, 20)


def test_no_mend_is_offered_that_would_not_be_enough():
    """One convolution on a large image: no window before it and no dilation within bounds reaches half of it."""
    problem = the_only_problem(chain(("Conv2d", {"kernel_size": 3}), "ReLU", *HEAD, input_shape=(3, 200, 200)),
                               "globalavgpool2d_1")
    assert problem.mends == ()


def test_a_dense_layer_behind_flatten_sees_everything():
    assert problems(chain(CONV, "ReLU", *FLAT_HEAD, input_shape=(3, 64, 64))) == []


def test_squeeze_and_excitation_is_no_end_of_seeing():
    graph = chain(("Conv2d", {"same": True, "kernel_size": 15}), "SqueezeExcitation", "ReLU", *HEAD)
    assert problems(graph) == []


def test_a_repeated_block_counts_with_all_its_runs():
    graph = chain(CONV, "ReLU", CONV, "ReLU", *HEAD, input_shape=(3, 20, 20))
    Fold(["conv2d_2", "relu_2"]).apply(graph)
    block = next(iter(graph.blocks))
    SetRepeat(block, 3).apply(graph)
    assert the_only_problem(graph, "globalavgpool2d_1").mends == ()
    SetRepeat(block, 4).apply(graph)     # 1 + 2·5 = 11
    assert problems(graph) == []


@pytest.mark.parametrize("images", [None, 500])
def test_batch_normalisation_with_one_image_a_batch(images):
    graph = chain(CONV, "BatchNorm2d", "ReLU", *FLAT_HEAD)
    one = CheckContext(1, images)
    problem = check_mends(graph, "batchnorm2d_1", one, labels=[
        "Use group normalisation instead", "Remove batchnorm2d_1"])
    assert problem.severity == "warning"
    assert problems(graph, CheckContext(2, images)) == []


def test_one_value_a_channel_is_an_error_as_in_torch():
    graph = chain("Flatten", ("Linear", {"out_features": 6}), "BatchNorm1d", "ReLU", *FLAT_HEAD[1:])
    problem = check_mends(graph, "batchnorm1d_1", CheckContext(1), labels=[
        "Use group normalisation instead", "Remove batchnorm1d_1"])
    assert problem.severity == "error"
    module = build(graph).train()
    with pytest.raises(ValueError, match="Expected more than 1 value per channel"):
        module(torch.zeros(1, 3, 16, 16))
    module(torch.zeros(2, 3, 16, 16))


def test_batch_normalisation_of_a_handful_of_values():
    graph = chain("Flatten", ("Linear", {"out_features": 6}), "BatchNorm1d", "ReLU", *FLAT_HEAD[1:])
    problem = check_mends(graph, "batchnorm1d_1", CheckContext(4), labels=[
        "Use group normalisation instead", "Remove batchnorm1d_1"])
    assert "4 values of each channel" in problem.message
    assert problems(graph, CheckContext(8)) == []
    assert problems(graph, CheckContext(8, training_images=5))[-1].node_id == "batchnorm1d_1"


def test_a_last_batch_of_one_image_joins_the_one_before():
    """33 images in batches of 32 are one batch of 33 (see `Batches`), so nothing is wrong."""
    assert problems(chain(CONV, "BatchNorm2d", "ReLU", *FLAT_HEAD), CheckContext(32, 33)) == []


def test_more_than_a_thousand_weights_an_image():
    graph = chain(CONV, "ReLU", "Flatten", ("Linear", {"out_features": 64}), "ReLU", ("Linear", {"out_features": 3}),
                  ("Output", {"classes": 3}), input_shape=(3, 16, 16))
    whole = total(node_costs(graph, analyse(graph))).weights
    enough = CheckContext(32, -(-whole // 1000))
    assert problems(graph, enough) == []
    assert problems(graph, CheckContext(32, None)) == []
    (told,) = problems(graph, CheckContext(32, whole // 1000))
    assert f"{whole:,} weights" in told.message
    assert told.node_id == "linear_1"


def test_pooling_instead_of_flatten_is_offered_where_it_is_enough():
    graph = chain(("Conv2d", {"out_channels": 16, "kernel_size": 9, "same": True}), "ReLU", "Flatten",
                  ("Linear", {"out_features": 64}), "ReLU", ("Linear", {"out_features": 3}), ("Output", {"classes": 3}))
    check_mends(graph, "linear_1", CheckContext(32, 100), labels=["Use global average pooling instead of Flatten"])
    graph.set_parameter("linear_1", "in_features", 4096)
    assert the_only_problem(graph, "linear_1", CheckContext(32, 100)).mends == ()
    graph.set_parameter("linear_1", "in_features", 0)
    graph.set_parameter("linear_1", "out_features", 8192)     # 16 · 8,192 and as many biases are too many still
    assert the_only_problem(graph, "linear_1", CheckContext(32, 100)).mends == ()


def test_a_small_network_is_never_too_large():
    """The network for the photographs that come with the program: 98,067 weights and 84 training images."""
    assert problems(preset("small", classes=3), CheckContext(16, 84)) == []


def test_the_weights_of_repeated_and_unused_layers():
    graph = chain(("Conv2d", {"out_channels": 3, "same": True, "kernel_size": 61}), "ReLU", *FLAT_HEAD,
                  input_shape=(3, 64, 64))
    add(graph, "Conv2d", ["relu_1"], out_channels=999)
    Fold(["conv2d_1", "relu_1"]).apply(graph)
    assert problems(graph, CheckContext(32, 1))[-1].message.count("not connected") == 1
    SetRepeat(next(iter(graph.blocks)), 5).apply(graph)
    told = [problem for problem in problems(graph, CheckContext(32, 1)) if "weights" in problem.message]
    assert len(told) == 1
    assert f"{5 * (9 * 61 * 61 + 3) + 3 * 64 * 64 * 3 + 3:,} weights" in told[0].message


@pytest.mark.parametrize("name", ["small", "tutorial", "lenet5", "alexnet", "resnet18", "mobilenetv2", "squeezenet"])
def test_known_networks_are_not_talked_down(name):
    assert problems(preset(name), CheckContext(32, 1_000_000)) == []


def test_two_hundred_layers_are_checked_within_the_time_of_an_edit():
    """Processor time, for other programs run beside; the limit of 50 ms has room for a machine half as fast."""
    layers = [("Conv2d", {"out_channels": 8, "same": True}), "BatchNorm2d", "ReLU", ("Dropout", {"p": 0.1})] * 50
    graph = chain(*layers, *HEAD, input_shape=(3, 64, 64))
    times = []
    for number in range(5):
        graph.set_parameter("conv2d_7", "out_channels", 8 + number)
        begin = time.thread_time()
        analysis = analyse(graph, input_shape=(3, 64, 64), classes=3, context=CheckContext(32, 10))
        node_costs(graph, analysis, batch_size=32)
        times.append(time.thread_time() - begin)
    assert min(times) < 0.05
