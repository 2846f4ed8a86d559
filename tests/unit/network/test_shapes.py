"""The analysis finds every misfit, says what arrived and what is needed, and its mends mend."""

import time

import pytest

from cnnstudio.network.edits import Disconnect, SetParameter
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.shapes import analyse, preview_connect
from tests.helpers.networks import add, chain, random_network, u_net

HEAD = ["GlobalAvgPool2d", ("Linear", {"out_features": 3}), ("Output", {"classes": 3})]


def problem_of(graph, node_id):
    """Return the only problem of a node."""
    (problem,) = [problem for problem in analyse(graph).problems if problem.node_id == node_id]
    return problem


def mended(graph, problem, index=0):
    """Return a copy with one mend applied, and check that it takes the problem away and takes itself back."""
    before = graph.copy()
    edit = problem.mends[index].edit
    edit.apply(graph)
    after = graph.copy()
    messages = [(p.node_id, p.message) for p in analyse(after).problems]
    assert (problem.node_id, problem.message) not in messages
    edit.revert(graph)
    assert graph.is_equal(before)
    return after


def check_all_mends(graph, *, expect_trainable=None):
    """Apply every mend of every problem to see that it does what it promises."""
    for problem in analyse(graph).problems:
        for index in range(len(problem.mends)):
            after = mended(graph, problem, index)
            if expect_trainable:
                assert analyse(after).is_trainable, problem.mends[index].label


def test_a_good_network_has_shapes_and_no_problems():
    graph = chain(("Conv2d", {"out_channels": 8}), "ReLU", "MaxPool2d", *HEAD)
    analysis = analyse(graph)
    assert analysis.problems == ()
    assert analysis.is_trainable
    assert analysis.shapes["conv2d_1"] == (8, 14, 14)
    assert analysis.input_shapes["maxpool2d_1"] == ((8, 14, 14),)
    assert analysis.input_shapes["input_1"] == ()
    assert analysis.shapes["output_1"] == (3,)


@pytest.mark.parametrize(("layers", "node_id", "message", "labels"), [
    (["ReLU", ("Linear", {"out_features": 3}), ("Output", {"classes": 3})], "linear_1",
     "linear_1 expects a vector and gets 3 × 16 × 16.", ["Insert Flatten", "Insert global average pooling"]),
    (["Flatten", ("Linear", {"out_features": 3, "in_features": 1024}), ("Output", {"classes": 3})], "linear_1",
     "linear_1 expects 1,024 values and gets 768.", ["Set in_features to 768", "Let in_features follow"]),
    (["ReLU", ("Linear", {"out_features": 3, "in_features": 768}), ("Output", {"classes": 3})], "linear_1",
     "linear_1 expects a vector and gets 3 × 16 × 16.",
     ["Insert Flatten", "Insert global average pooling, let in_features follow"]),
    ([("Conv2d", {"kernel_size": 17}), *HEAD], "conv2d_1",
     "conv2d_1 needs at least 17 × 17 pixels for its 17×17 kernel and gets 16 × 16.",
     ["Keep the size (same)", "Set padding to 8", "Set kernel size to 16×16"]),
    ([("Conv2d", {"kernel_size": 21, "padding": 1}), *HEAD], "conv2d_1",
     "conv2d_1 needs at least 21 × 21 pixels for its 21×21 kernel and gets 16 × 16, with padding 18 × 18.",
     ["Keep the size (same)", "Set padding to 10", "Set kernel size to 18×18"]),
    ([("Conv2d", {"kernel_size": 5, "dilation": 5, "stride": 2}), *HEAD], "conv2d_1",
     "conv2d_1 needs at least 21 × 21 pixels for its 21×21 kernel and gets 16 × 16.",
     ["Set padding to 10", "Set kernel size to 4×4"]),
    ([("Conv2d", {"groups": 2}), *HEAD], "conv2d_1",
     "conv2d_1 needs input channels that divide by its 2 groups and gets 3.", ["Set groups to 1"]),
    ([("Conv2d", {"groups": 3}), *HEAD], "conv2d_1",
     "conv2d_1 needs output channels that divide by its 3 groups, and 32 do not.",
     ["Set groups to 1", "Set out_channels to 33"]),
    ([("Conv2d", {"same": True, "stride": 2}), *HEAD], "conv2d_1",
     "conv2d_1 cannot keep the size with stride 2: padding 'same' needs stride 1.",
     ["Set stride to 1", "Set padding to 1 instead of same"]),
    (["Flatten", "Conv2d", *HEAD], "conv2d_1",
     "conv2d_1 expects channels × height × width and gets 768 values.", ["Remove flatten_1"]),
    (["Flatten", "BatchNorm2d", *HEAD], "batchnorm2d_1",
     "batchnorm2d_1 expects channels × height × width and gets 768 values.", ["Remove flatten_1"]),
    (["Flatten", "MaxPool2d", *HEAD], "maxpool2d_1",
     "maxpool2d_1 expects channels × height × width and gets 768 values.", ["Remove flatten_1"]),
    ([("MaxPool2d", {"kernel_size": 17}), *HEAD], "maxpool2d_1",
     "maxpool2d_1 needs at least 17 × 17 pixels for its 17×17 kernel and gets 16 × 16.",
     ["Set window size to 16×16", "Remove maxpool2d_1"]),
    ([("AvgPool2d", {"padding": 2}), *HEAD], "avgpool2d_1",
     "avgpool2d_1 can pad by at most half its window, 1 × 1, and is set to 2.",
     ["Set padding to 1", "Set window size to 4×4"]),
    (["Maxout", *HEAD], "maxout_1", "maxout_1 needs channels that divide by its 2 pieces and gets 3 × 16 × 16.",
     ["Set pieces to 3"]),
    ([("Conv2d", {"out_channels": 8, "kernel_size": 3}), ("DepthwiseConv2d", {"kernel_size": 15}), *HEAD],
     "depthwiseconv2d_1",
     "depthwiseconv2d_1 needs at least 15 × 15 pixels for its 15×15 kernel and gets 14 × 14.",
     ["Keep the size (same)", "Set padding to 7", "Set kernel size to 14×14"]),
    ([("DepthwiseConv2d", {"same": True, "stride": 2}), *HEAD], "depthwiseconv2d_1",
     "depthwiseconv2d_1 cannot keep the size with stride 2: padding 'same' needs stride 1.",
     ["Set stride to 1", "Set padding to 1 instead of same"]),
    ([("ConvTranspose2d", {"groups": 2}), *HEAD], "convtranspose2d_1",
     "convtranspose2d_1 needs input channels that divide by its 2 groups and gets 3.", ["Set groups to 1"]),
    ([("ConvTranspose2d", {"output_padding": (2, 1)}), *HEAD], "convtranspose2d_1",
     "convtranspose2d_1 needs an output padding below its stride or its dilation (2), not 2.",
     ["Set output padding to 1"]),
    ([("MaxPool2d", {"kernel_size": 16}), ("ConvTranspose2d", {"padding": 2}), *HEAD], "convtranspose2d_1",
     "convtranspose2d_1 has nothing left after its padding of 2: 1 × 1 pixels would become -2 × -2.",
     ["Set padding to 0"]),
    ([("MaxPool2d", {"kernel_size": 8, "stride": 8}), ("FixedKernel", {"same": False}), *HEAD], "fixedkernel_1",
     "fixedkernel_1 needs at least 3 × 3 pixels for its kernel and gets 2 × 2.", ["Keep the size (same)"]),
    ([("Crop2d", {"size": (20, 8)}), *HEAD], "crop2d_1",
     "crop2d_1 cannot cut 20 × 8 pixels from the middle of 16 × 16.", ["Set size to 16×8", "Remove crop2d_1"]),
    ([("Crop2d", {"size": 8, "centred": False, "top": 10, "left": 2}), *HEAD], "crop2d_1",
     "crop2d_1 cannot cut 8 × 8 pixels from row 10, column 2 of 16 × 16.",
     ["Cut out the middle", "Set size to 6×8", "Remove crop2d_1"]),
    ([("Conv2d", {"out_channels": 12}), "GroupNorm", *HEAD], "groupnorm_1",
     "groupnorm_1 needs channels that divide by its 8 groups and gets 12 × 14 × 14.",
     ["Set num_groups to 6", "Set num_groups to 1"]),
    (["Flatten", ("Linear", {"out_features": 9}), "Dropout2d", ("Linear", {"out_features": 3}),
      ("Output", {"classes": 3})], "dropout2d_1",
     "dropout2d_1 expects channels × height × width and gets 9 values.", ["Use Dropout instead"]),
    (["Flatten", "Upsample", *HEAD], "upsample_1",
     "upsample_1 expects channels × height × width and gets 768 values.", ["Remove flatten_1"]),
    (["Flatten", "SqueezeExcitation", *HEAD], "squeezeexcitation_1",
     "squeezeexcitation_1 expects channels × height × width and gets 768 values.", ["Remove flatten_1"]),
    (["ReLU", ("Output", {"classes": 5})], "output_1",
     "output_1 expects 5 values, one a class, and gets 3 × 16 × 16.",
     ["Insert global average pooling and Dense", "Insert Flatten and Dense"]),
    (["GlobalAvgPool2d", ("Linear", {"out_features": 7}), ("Output", {"classes": 5})], "output_1",
     "output_1 expects 5 values, one a class, and gets 7 values.",
     ["Set out_features of linear_1 to 5", "Set classes to 7"]),
    (["GlobalAvgPool2d", ("Output", {"classes": 5})], "output_1",
     "output_1 expects 5 values, one a class, and gets 3 values.",
     ["Set classes to 3", "Insert Dense with 5 units"]),
])
def test_a_misfit_says_what_arrived_and_mends_make_the_network_trainable(layers, node_id, message, labels):
    graph = chain(*layers)
    problem = problem_of(graph, node_id)
    assert problem.severity == "error"
    assert problem.message == message
    assert [mend.label for mend in problem.mends] == labels
    check_all_mends(graph, expect_trainable=True)


def test_adding_different_channels_offers_a_projection():
    graph = chain(("Conv2d", {"out_channels": 8, "same": True}), "ReLU")
    merged = add(graph, "Add", ["relu_1", "input_1"])
    problem = problem_of(graph, merged)
    assert problem.message == "add_1 expects inputs of the same shape and gets 8 × 16 × 16 and 3 × 16 × 16."
    assert "Insert 1×1 convolution with 8 feature maps before input 2" in [mend.label for mend in problem.mends]
    check_all_mends(graph)


def test_adding_a_smaller_branch_offers_a_projection_with_stride():
    graph = chain(("Conv2d", {"out_channels": 8, "stride": 2, "padding": 1}), "ReLU")
    merged = add(graph, "Add", ["relu_1", "input_1"])
    labels = [mend.label for mend in problem_of(graph, merged).mends]
    assert "Insert 1×1 convolution with 8 feature maps, stride 2, before input 2" in labels
    check_all_mends(graph)


def test_adding_vectors_of_other_length_offers_a_dense_layer():
    graph = chain("Flatten", ("Linear", {"out_features": 9}), "ReLU")
    merged = add(graph, "Add", ["relu_1", "flatten_1"])
    labels = [mend.label for mend in problem_of(graph, merged).mends]
    assert "Insert Dense with 9 units before input 2" in labels
    check_all_mends(graph)


def test_multiplying_with_a_vector_of_other_length_offers_a_dense_layer():
    graph = chain(("Conv2d", {"out_channels": 8, "same": True}), "ReLU")
    gate = add(graph, "GlobalAvgPool2d", ["input_1"])
    merged = add(graph, "Multiply", ["relu_1", gate])
    problem = problem_of(graph, merged)
    assert problem.message == (
        "multiply_1 expects inputs of the same shape, or volumes and one value for each of their channels, and gets "
        "8 × 16 × 16 and 3 values.")
    assert "Insert Dense with 8 units before input 2" in [mend.label for mend in problem.mends]
    check_all_mends(graph)


def test_multiplying_different_channels_offers_a_projection():
    graph = chain(("Conv2d", {"out_channels": 8, "same": True}), "ReLU")
    merged = add(graph, "Multiply", ["relu_1", "input_1"])
    labels = [mend.label for mend in problem_of(graph, merged).mends]
    assert "Insert 1×1 convolution with 8 feature maps before input 2" in labels
    check_all_mends(graph)


def test_a_separable_convolution_needs_no_activation_in_its_middle():
    separable = [("DepthwiseConv2d", {"same": True}), ("Conv2d", {"out_channels": 16, "kernel_size": 1})]
    assert analyse(chain("ReLU", *separable, "ReLU", *HEAD)).problems == ()
    assert "without an activation" in analyse(chain("ReLU", *separable[::-1], "ReLU", *HEAD)).problems[0].message


@pytest.mark.parametrize(("layers", "labels"), [
    (["Flatten", "BatchNorm2d", "Linear"], ["Use Batch normalisation 1D instead", "Remove flatten_1"]),
    (["BatchNorm1d", *HEAD],
     ["Use Batch normalisation instead", "Insert Flatten", "Insert Global average pooling"])])
def test_the_batch_normalisation_that_fits_is_offered_first(layers, labels):
    graph = chain(*layers)
    (problem,) = [problem for problem in analyse(graph).problems if "batchnorm" in (problem.node_id or "")]
    assert [mend.label for mend in problem.mends] == labels
    check_all_mends(graph)


def test_a_kind_that_takes_another_ones_place_keeps_its_settings_and_its_place():
    graph = chain("Flatten", ("Linear", {"out_features": 9}), ("BatchNorm2d", {"momentum": 0.3}), "ReLU",
                  ("Linear", {"out_features": 3}), ("Output", {"classes": 3}))
    after = mended(graph, problem_of(graph, "batchnorm2d_1"))
    assert analyse(after).is_trainable
    (node,) = [node for node in after.nodes.values() if node.kind == "BatchNorm1d"]
    assert node.parameters["momentum"] == 0.3
    assert (node.x, node.y) == (graph.nodes["batchnorm2d_1"].x, graph.nodes["batchnorm2d_1"].y)
    assert after.predecessors(node.id) == ["linear_1"]
    assert list(after.successors(node.id)) == ["relu_1"]


def test_concatenating_other_sizes_offers_pooling():
    graph = chain("MaxPool2d")
    merged = add(graph, "Concatenate", ["maxpool2d_1", "input_1"])
    problem = problem_of(graph, merged)
    assert problem.message.endswith("gets 3 × 8 × 8 and 3 × 16 × 16.")
    assert "Insert adaptive average pooling to 8×8 before input 2" in [mend.label for mend in problem.mends]
    check_all_mends(graph)


def test_a_missing_input_and_output_are_found_and_added():
    graph = NetworkGraph()
    messages = [problem.message for problem in analyse(graph).problems]
    assert messages == ["The network has no Input, so no image can enter it.",
                        "The network has no Output, so no class can come out of it."]
    check_all_mends(graph)
    loose = chain("Conv2d", "ReLU")
    after = mended(loose, next(problem for problem in analyse(loose).problems if problem.node_id is None))
    assert analyse(after).is_trainable
    assert analyse(after).shapes["output_1"] == (10,)


def test_a_removed_input_comes_back_connected():
    graph = chain("Conv2d", "ReLU", *HEAD)
    graph.disconnect(Edge("input_1", "conv2d_1"))
    graph.remove_node("input_1")
    first = analyse(graph).problems[0]
    assert "no Input" in first.message
    assert analyse(mended(graph, first)).is_trainable


def test_nothing_arriving_at_the_output_is_mended_through_a_head():
    graph = chain("Conv2d", "ReLU")
    add(graph, "Output", [], classes=4)
    problem = problem_of(graph, "output_1")
    assert problem.severity == "error"
    assert problem.message == "Nothing arrives at output_1: connect the last layer to it."
    assert problem.mends[0].label == "Connect relu_1 to output_1 through Global average pooling and Dense"
    assert analyse(mended(graph, problem)).is_trainable


def test_nothing_arriving_at_the_output_connects_logits_directly():
    graph = chain("Flatten", ("Linear", {"out_features": 4}))
    add(graph, "Output", [], classes=4)
    assert problem_of(graph, "output_1").mends[0].label == "Connect linear_1 to output_1"


def test_a_gap_in_the_chain_is_an_error_and_its_mend_closes_it():
    graph = chain("Conv2d", "ReLU", *HEAD)
    Disconnect(Edge("conv2d_1", "relu_1")).apply(graph)
    problem = problem_of(graph, "relu_1")
    assert problem.severity == "error"
    assert problem.message == "relu_1 is not connected: nothing arrives at it."
    assert problem.mends[0].label == "Connect conv2d_1 to relu_1"
    assert analyse(mended(graph, problem)).is_trainable


def test_only_the_cause_is_reported_not_everything_after_it():
    graph = chain(("Conv2d", {"kernel_size": 99}), "ReLU", "MaxPool2d", *HEAD)
    assert [problem.node_id for problem in analyse(graph).problems] == ["conv2d_1"]


def test_loose_layers_are_warnings_and_do_not_stop_training():
    graph = chain("Conv2d", "ReLU", *HEAD)
    add(graph, "Sigmoid", [])
    add(graph, "Tanh", ["conv2d_1"])
    analysis = analyse(graph)
    assert analysis.is_trainable
    assert {problem.node_id: problem.severity for problem in analysis.problems} == {
        "sigmoid_1": "warning", "tanh_1": "warning"}
    check_all_mends(graph, expect_trainable=True)


def test_a_merge_with_one_input_needs_another():
    graph = chain("Conv2d", "ReLU")
    merged = add(graph, "Add", ["relu_1"])
    pooled = add(graph, "GlobalAvgPool2d", [merged])
    add(graph, "Output", [add(graph, "Linear", [pooled], out_features=3)], classes=3)
    problem = problem_of(graph, merged)
    assert problem.message == "add_1 needs at least 2 inputs and has 1: connect another layer to it."
    assert problem.severity == "error"
    check_all_mends(graph, expect_trainable=True)


def test_a_second_input_or_output_is_an_error():
    graph = chain("Conv2d", "ReLU", *HEAD)
    add(graph, "Input", [])
    add(graph, "Output", ["linear_1"], classes=3)
    errors = {problem.node_id for problem in analyse(graph).errors}
    assert errors == {"input_2", "output_2"}


def test_softmax_before_the_output_is_a_warning_with_its_removal():
    graph = chain("Flatten", ("Linear", {"out_features": 3}), "Softmax", "Dropout", ("Output", {"classes": 3}))
    problem = problem_of(graph, "softmax_1")
    assert problem.severity == "warning"
    assert "cross-entropy" in problem.message
    assert problem.mends[0].label == "Remove softmax_1"
    assert analyse(mended(graph, problem)).problems == ()


def test_softmax_inside_the_network_is_no_warning():
    graph = chain("Flatten", "Linear", "Softmax", ("Linear", {"out_features": 3}), ("Output", {"classes": 3}))
    assert analyse(graph).problems == ()


@pytest.mark.parametrize("between", [[], ["BatchNorm2d"], ["BatchNorm2d", "Dropout"], ["AvgPool2d"]])
def test_two_convolutions_without_activation_are_a_warning(between):
    graph = chain("Conv2d", *between, "Conv2d", "ReLU", *HEAD)
    problem = problem_of(graph, "conv2d_2")
    assert problem.severity == "warning"
    assert problem.message.startswith("conv2d_2 follows conv2d_1 without an activation")
    after = mended(graph, problem)
    assert analyse(after).problems == ()
    before_relu = "batchnorm2d_1" if "BatchNorm2d" in between else "conv2d_1"
    assert after.predecessors("relu_2") == [before_relu]


def test_convolution_flatten_dense_dense_without_activation_warns_twice():
    graph = chain("Conv2d", "Flatten", "Linear", ("Linear", {"out_features": 3}), ("Output", {"classes": 3}))
    assert [problem.node_id for problem in analyse(graph).problems] == ["linear_1", "linear_2"]
    check_all_mends(graph, expect_trainable=True)


@pytest.mark.parametrize("between", ["ReLU", "MaxPool2d", "Maxout", "Softmax"])
def test_something_that_is_not_linear_between_two_convolutions_is_enough(between):
    assert analyse(chain("Conv2d", between, "Conv2d", "ReLU", *HEAD)).problems == ()


def test_a_kernel_that_only_meets_padding_is_a_warning():
    graph = chain(("Conv2d", {"padding": 1}), "ReLU", *HEAD, input_shape=(3, 1, 4))
    problem = problem_of(graph, "conv2d_1")
    assert problem.severity == "warning"
    assert "only 3 of its 9 values" in problem.message
    assert problem.mends[0].label == "Set kernel size to 1×3"
    assert analyse(mended(graph, problem)).problems == ()
    graph.set_parameter("input_1", "height", 2)
    assert analyse(graph).problems == ()


@pytest.mark.parametrize("parameters", [{"same": True}, {"padding": 20}])
def test_a_kernel_spread_beyond_its_input_is_made_small(parameters):
    graph = chain(("Conv2d", {"dilation": 20, **parameters}), "ReLU", *HEAD)
    problem = problem_of(graph, "conv2d_1")
    assert "only 1 of its 9 values" in problem.message
    assert problem.mends[0].label == "Set kernel size to 1×1"
    assert analyse(mended(graph, problem)).problems == ()


def test_a_network_for_other_images_or_classes_is_an_error_when_asked():
    graph = chain("Conv2d", "ReLU", *HEAD)
    assert analyse(graph, input_shape=(3, 16, 16), classes=3).problems == ()
    problems = analyse(graph, input_shape=(1, 32, 32), classes=5).problems
    assert [problem.message for problem in problems] == [
        "input_1 takes 3 × 16 × 16 and the images are 1 × 32 × 32.",
        "output_1 has 3 classes and the image folder has 5."]
    for problem in problems:
        problem.mends[0].edit.apply(graph)
    assert analyse(graph, input_shape=(1, 32, 32), classes=5).problems == ()


def test_a_layer_no_machine_could_hold_is_an_error():
    graph = chain("Flatten", ("Linear", {"out_features": 1_000_000}), input_shape=(64, 256, 256))
    assert "4,194,305,000,000 weights" in problem_of(graph, "linear_1").message
    wide = chain(("Conv2d", {"out_channels": 8192, "same": True}), input_shape=(1, 4096, 4096))
    assert "values for one image" in problem_of(wide, "conv2d_1").message


def test_problems_come_in_the_order_of_the_data():
    graph = chain(("Conv2d", {"kernel_size": 99}), "ReLU")
    add(graph, "Tanh", [])
    assert [problem.node_id for problem in analyse(graph).problems] == [None, "conv2d_1", "tanh_1"]


def test_analysing_changes_nothing():
    graph = chain(("Conv2d", {"kernel_size": 99}), "ReLU")
    before = graph.copy()
    analyse(graph)
    assert graph.is_equal(before)
    assert graph.new_node("Flatten").id == "flatten_1"


@pytest.mark.parametrize("seed", range(12))
def test_mends_of_broken_random_networks_mend(seed):
    graph = random_network(seed)
    for node in list(graph.nodes.values()):
        if node.kind == "Conv2d":
            SetParameter(node.id, "out_channels", 7 + seed % 3).apply(graph)
    check_all_mends(graph)


def test_preview_tells_the_shape_or_the_reason():
    graph = chain(("Conv2d", {"out_channels": 8}), "ReLU", "Flatten")
    pool, dense = add(graph, "MaxPool2d", []), add(graph, "Linear", [])
    merged = add(graph, "Add", ["relu_1"])
    analysis = analyse(graph)
    assert preview_connect(graph, Edge("relu_1", pool)) == (8, 7, 7)
    assert preview_connect(graph, Edge("relu_1", pool), analysis) == (8, 7, 7)
    assert preview_connect(graph, Edge("input_1", "relu_1")) == (3, 16, 16)
    assert preview_connect(graph, Edge("conv2d_1", merged, 1)) == (8, 14, 14)
    assert preview_connect(graph, Edge("conv2d_1", dense)) == "linear_1 expects a vector and gets 8 × 14 × 14."
    assert "same shape" in preview_connect(graph, Edge("input_1", merged, 1))
    assert "circle" in preview_connect(graph, Edge("relu_1", "conv2d_1"))
    assert "no shape yet" in preview_connect(graph, Edge(pool, dense))


def test_two_hundred_layers_are_analysed_within_50_ms():
    layers = [("Conv2d", {"out_channels": 8, "same": True}), "BatchNorm2d", "ReLU", "Dropout"] * 50
    graph = chain(*layers, *HEAD)
    best = min(_cpu_ms(graph) for _ in range(5))
    assert best < 50


def test_two_hundred_layers_full_of_problems_are_analysed_within_50_ms():
    graph = chain(*["Conv2d", "Linear"] * 100)
    for number in range(2, 100):
        add(graph, "Linear", ["input_1"], in_features=number)
    assert min(_cpu_ms(graph) for _ in range(5)) < 50


def _cpu_ms(graph):
    start = time.process_time()
    analyse(graph)
    return (time.process_time() - start) * 1e3


def test_a_u_net_has_no_problems():
    assert analyse(u_net()).problems == ()


@pytest.mark.parametrize(("narrow", "warned"), [(4, False), (16, True)])
def test_two_convolutions_around_a_bottleneck_are_no_mistake(narrow, warned):
    """A narrow place between two wide ones saves weights (MobileNetV2); a wide one gains nothing."""
    graph = chain(("Conv2d", {"out_channels": 8}), "ReLU", ("Conv2d", {"out_channels": narrow}),
                  ("Conv2d", {"out_channels": 12}))
    messages = [problem.message for problem in analyse(graph).problems]
    assert any("without an activation" in message for message in messages) is warned
