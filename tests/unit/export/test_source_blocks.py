"""Blocks become classes, repeats loops, differences between copies parameters, and weights find their place."""

import pytest
import torch

from cnnstudio.errors import NetworkError
from cnnstudio.export.pytorch_source import source, weight_names
from cnnstudio.network.block_edits import Fold, SetFolded
from cnnstudio.network.graph import Block
from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import build
from tests.helpers.exported import difference, run
from tests.helpers.networks import add, chain

CONV = ("Conv2d", {"out_channels": 8, "same": True})
LINEAR = ("Linear", {"out_features": 3})
OUTPUT = ("Output", {"classes": 3})


def convolutions(repeat, *, name="Convolution", input_shape=(3, 16, 16)):
    """Return Input, a block of convolution and ReLU, and a head."""
    graph = chain(CONV, "ReLU", "GlobalAvgPool2d", LINEAR, OUTPUT, input_shape=input_shape)
    Fold(["conv2d_1", "relu_1"], name, repeat).apply(graph)
    return graph


def headed(graph, last):
    """Add a global average and a dense layer after ``last``."""
    pooled = add(graph, "GlobalAvgPool2d", [last])
    add(graph, "Output", [add(graph, "Linear", [pooled], out_features=3)], classes=3)
    return graph


def test_a_repeated_residual_block_is_a_class_and_a_loop():
    graph = chain(CONV, CONV, "ReLU")
    headed(graph, add(graph, "Add", ["relu_1", "conv2d_1"]))
    Fold(["conv2d_2", "relu_1", "add_1"], "Residual block", 3).apply(graph)
    assert '''
# The block 'Residual block'
class ResidualBlock(nn.Module):
    """3 layers, used 3 times, each with weights of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.conv2d_1 = nn.Conv2d(8, 8, kernel_size=3, padding='same')
        self.relu_1 = nn.ReLU()

    def forward(self, inputs: Tensor) -> Tensor:
        x = self.conv2d_1(inputs)  # (N, 8, 16, 16)
        x = self.relu_1(x)  # (N, 8, 16, 16)
        x = x + inputs  # (N, 8, 16, 16)
        return x


class Network(nn.Module):
    """Takes normalised images (N, 3, 16, 16) and gives logits (N, 3)."""

    image_shape = (3, 16, 16)

    def __init__(self) -> None:
        super().__init__()
        self.conv2d_1 = nn.Conv2d(3, 8, kernel_size=3, padding='same')
        self.residual_block_1 = nn.Sequential(*[ResidualBlock() for _ in range(3)])
        self.linear_1 = nn.Linear(8, 3)

    def forward(self, images: Tensor) -> Tensor:
        x = self.conv2d_1(images)  # (N, 8, 16, 16)
        x = self.residual_block_1(x)  # (N, 8, 16, 16)
        x = x.mean(dim=(2, 3))  # (N, 8)
        x = self.linear_1(x)  # (N, 3)
        return x
''' in source(graph)
    assert difference(graph) == 0.0


@pytest.mark.parametrize(("repeat", "line"), [
    (1, "self.convolution_1 = Convolution()"),
    (2, "self.convolution_1 = nn.Sequential(Convolution(3), Convolution(8))"),
    (5, "self.convolution_1 = nn.Sequential(Convolution(3), *[Convolution(8) for _ in range(4)])")])
def test_a_first_copy_with_another_input_is_written_apart(repeat, line):
    graph = convolutions(repeat)
    assert line in source(graph)
    assert difference(graph) == 0.0


def test_copies_that_all_differ_are_a_loop_over_their_arguments():
    graph = chain(CONV)
    headed(graph, add(graph, "Concatenate", ["conv2d_1", "input_1"]))
    Fold(["conv2d_1", "concatenate_1"], "Dense block", 4).apply(graph)
    text = source(graph)
    assert "def __init__(self, in_channels: int) -> None:" in text
    assert "nn.Sequential(*[DenseBlock(in_channels) for in_channels in (3, 11, 19, 27)])" in " ".join(
        text.split()).replace("( ", "(")
    assert difference(graph) == 0.0


def test_blocks_of_one_build_share_a_class_with_what_differs_as_parameters():
    text = source(preset("resnet50"))
    assert "    def __init__(self, in_channels: int, channels: int, out_channels: int, stride: int) -> None:" in text
    assert "(64, 64, 256, stride=1)" in text
    assert "(256, 128, 512, stride=2)" in text
    assert text.count("class ") == 3


def test_blocks_of_one_build_and_different_names_stay_apart():
    graph = chain(CONV, "ReLU", CONV, "ReLU", "GlobalAvgPool2d", LINEAR, OUTPUT)
    Fold(["conv2d_1", "relu_1"], "Encoder").apply(graph)
    Fold(["conv2d_2", "relu_2"], "Decoder").apply(graph)
    text = source(graph)
    assert "class Encoder(" in text
    assert "class Decoder(" in text


def test_blocks_inside_blocks_are_classes_that_use_classes():
    graph = chain(CONV, "ReLU", "MaxPool2d", "GlobalAvgPool2d", LINEAR, OUTPUT, input_shape=(3, 32, 32))
    Fold(["conv2d_1", "relu_1"], "Convolution", 3).apply(graph)
    Fold(["conv2d_1", "relu_1", "maxpool2d_1"], "Stage", 2).apply(graph)
    text = source(graph)
    assert text.index("class Convolution") < text.index("class Stage") < text.index("class Network")
    assert "Convolution(in_channels), *[Convolution(8) for _ in range(2)])" in text
    assert "self.stage_1 = nn.Sequential(Stage(3), Stage(8))" in text
    assert difference(graph) == 0.0


def test_a_stage_whose_blocks_repeat_differently_takes_the_count():
    graph = chain(CONV, CONV, "ReLU", CONV, CONV, "ReLU", "GlobalAvgPool2d", LINEAR, OUTPUT, input_shape=(8, 9, 9))
    for number, repeat in ((1, 2), (2, 4)):
        inner = [f"conv2d_{2 * number}", f"relu_{number}"]
        Fold(inner, f"Inner {number}", repeat).apply(graph)
        Fold([f"conv2d_{2 * number - 1}", *inner], f"Stage {number}").apply(graph)
    text = source(graph)
    assert "nn.Sequential(*[Inner() for _ in range(repeats)])" in text
    assert "self.stage_2 = Stage(repeats=4)" in text
    assert difference(graph) == 0.0


def test_what_differs_in_the_forward_pass_is_kept_by_the_class():
    graph = chain(CONV, ("Crop2d", {"size": (4, 4)}), "GlobalAvgPool2d", LINEAR, OUTPUT, input_shape=(3, 12, 12))
    Fold(["conv2d_1", "crop2d_1"], "Crop", 2).apply(graph)
    text = source(graph)
    assert "x = x[:, :, self.start:self.stop, self.start:self.stop]" in text
    assert "        self.start = start\n        self.stop = stop\n" in text
    assert "(3, start=4, stop=8)" in text
    assert difference(graph) == 0.0


def test_a_block_with_two_inputs_takes_both():
    graph = chain(CONV, "ReLU")
    headed(graph, add(graph, "Add", ["relu_1", "conv2d_1"]))
    Fold(["add_1"], "Sum").apply(graph)
    text = source(graph)
    assert "def forward(self, inputs_1: Tensor, inputs_2: Tensor) -> Tensor:\n        x = inputs_1 + inputs_2" in text
    assert "x = self.sum_1(x, kept_1)" in text
    assert difference(graph) == 0.0


def test_a_block_that_cannot_be_one_node_leaves_its_layers_where_they_are():
    graph = chain(CONV, CONV, "ReLU")
    headed(graph, add(graph, "Add", ["relu_1", "conv2d_1"]))
    plain = source(graph)
    graph.add_block(Block("block_1", "Two ways out", frozenset({"conv2d_1", "conv2d_2"})))
    assert source(graph) == plain


def test_an_open_block_is_written_as_a_closed_one():
    graph = convolutions(3)
    closed = source(graph)
    SetFolded("block_1", is_folded=False).apply(graph)
    assert source(graph) == closed


def test_layers_of_a_block_that_lead_nowhere_are_left_out():
    graph = convolutions(3)
    plain = source(graph)
    add(graph, "Tanh", ["conv2d_1"])
    graph.set_block(Block("block_1", "Convolution", frozenset({"conv2d_1", "relu_1", "tanh_1"}), 3))
    assert source(graph).replace("3 layers", "2 layers") == plain


def test_the_head_counts_every_repeat():
    graph = convolutions(5)
    text = source(graph)
    weights = sum(weight.numel() for weight in build(graph).parameters())
    assert f"12 layers, {weights:,} weights" in text


def test_weights_go_from_the_programs_names_to_the_files():
    names = weight_names(convolutions(3), build(convolutions(3)).state_dict())
    assert names == {
        "convolution_1.0.conv2d_1.weight": "layers.conv2d_1_r1.weight",
        "convolution_1.0.conv2d_1.bias": "layers.conv2d_1_r1.bias",
        "convolution_1.1.conv2d_1.weight": "layers.conv2d_1_r2.weight",
        "convolution_1.1.conv2d_1.bias": "layers.conv2d_1_r2.bias",
        "convolution_1.2.conv2d_1.weight": "layers.conv2d_1.weight",
        "convolution_1.2.conv2d_1.bias": "layers.conv2d_1.bias",
        "linear_1.weight": "layers.linear_1.weight", "linear_1.bias": "layers.linear_1.bias"}


def test_weights_of_another_network_are_refused():
    with pytest.raises(NetworkError, match=r"layers\.conv2d_1_r1\.weight belong to no layer"):
        weight_names(convolutions(1), build(convolutions(3)).state_dict())


def test_copies_in_the_wrong_order_give_other_logits():
    graph = convolutions(3, input_shape=(8, 16, 16))
    ours, exported = build(graph).eval(), run(source(graph)).eval()
    state = ours.state_dict()
    names = weight_names(graph, state)
    swapped = {name.replace(".0.", ".9.").replace(".1.", ".0.").replace(".9.", ".1."): state[key]
               for name, key in names.items()}
    exported.load_state_dict(swapped)
    images = torch.ones(1, 8, 16, 16)
    with torch.no_grad():
        assert float((ours(images) - exported(images)).abs().max()) > 0.0
