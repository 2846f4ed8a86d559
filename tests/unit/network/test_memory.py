"""The memory that is counted equals what torch keeps, tensor by tensor."""

from math import prod

import pytest
import torch
from torch import nn
from torch.autograd.graph import saved_tensors_hooks

from cnnstudio.network.block_edits import Fold, SetRepeat
from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.memory import layer_memory, network_memory
from cnnstudio.network.memory_rules import MEMORY_RULES, Passage, memory_rule
from cnnstudio.network.presets import PRESETS, preset
from cnnstudio.network.registry import layer_kinds
from cnnstudio.network.shapes import analyse
from cnnstudio.torch_network.builder import build
from cnnstudio.torch_network.layer_modules import FACTORIES
from tests.helpers.networks import add, chain, random_network, u_net

IMAGES = 3


class SavedStorages:
    """Counts the storages autograd keeps, each once, besides weights and buffers."""

    def __init__(self, module: nn.Module) -> None:
        self._own = {tensor.untyped_storage().data_ptr() for tensor in [*module.parameters(), *module.buffers()]}
        self._kept: dict[int, torch.Tensor] = {}

    def __enter__(self) -> "SavedStorages":
        self._hooks = saved_tensors_hooks(self._pack, lambda tensor: tensor)
        self._hooks.__enter__()
        return self

    def __exit__(self, *reason: object) -> None:
        self._hooks.__exit__(*reason)

    def _pack(self, tensor: torch.Tensor) -> torch.Tensor:
        pointer = tensor.untyped_storage().data_ptr()
        if pointer not in self._own:
            self._kept[pointer] = tensor     # held, so that no other storage gets the address
        return tensor

    def bytes(self, *besides: torch.Tensor) -> int:
        left_out = {tensor.untyped_storage().data_ptr() for tensor in besides}
        return sum(tensor.untyped_storage().nbytes() for pointer, tensor in self._kept.items()
                   if pointer not in left_out)

    def holds(self, tensor: torch.Tensor) -> bool:
        return tensor.untyped_storage().data_ptr() in self._kept


def kept_by_torch(graph):
    module = build(graph).train()
    with SavedStorages(module) as saved:
        logits = module(torch.randn(IMAGES, *module.input_shape))
    assert logits.requires_grad
    return saved.bytes()


def kept_by_us(graph):
    return network_memory(analyse(graph), IMAGES).kept_bytes


@pytest.mark.parametrize("name", [info.name for info in PRESETS])
def test_what_a_preset_keeps_for_backward_is_what_torch_saves(name):
    """VGG-16 and AlexNet on smaller images: the sum is the same rule with other numbers."""
    graph = preset(name, input_shape=(3, 32, 32)) if name == "vgg16" else preset(name, classes=10)
    assert kept_by_us(graph) == kept_by_torch(graph)


@pytest.mark.parametrize("seed", range(40))
def test_what_a_random_network_keeps_is_what_torch_saves(seed):
    graph = random_network(seed, layers=14)
    assert kept_by_us(graph) == kept_by_torch(graph)


def test_a_value_that_two_layers_keep_counts_once_and_long_shortcuts_count():
    assert kept_by_us(u_net()) == kept_by_torch(u_net())


def test_a_repeated_block_keeps_what_each_of_its_runs_keeps():
    graph = chain(("Conv2d", {"out_channels": 3, "same": True}), "ReLU", "Flatten", ("Linear", {"out_features": 4}),
                  ("Output", {"classes": 4}))
    once = kept_by_us(graph)
    Fold(["conv2d_1", "relu_1"]).apply(graph)
    SetRepeat(next(iter(graph.blocks)), 3).apply(graph)
    assert kept_by_us(graph) == kept_by_torch(graph) > once


def passages(kind):
    """Give batches a kind takes: a volume, a wider one, a vector."""
    count = max(1, kind.min_inputs)
    for shape in ((8, 9, 9), (6, 8, 10), (24,), (3, 32, 40)):
        parameters = kind.check_parameters(
            {"Output": {"classes": 24}, "Backbone": {"frozen_stages": 0}}.get(kind.name, {}))
        try:
            output = kind.shape([shape] * count, parameters)
        except Exception:  # noqa: BLE001 - this kind does not take this shape
            continue
        yield Passage((shape,) * count, output, parameters, IMAGES, is_training=True)


@pytest.mark.parametrize("name", list(layer_kinds()))
def test_every_kind_keeps_what_its_rule_says(name):
    tried = 0
    for passage in passages(layer_kinds()[name]):
        if name == "Input":
            return
        assert name in MEMORY_RULES, f"{name} has no row in the table of memory rules"
        rule, module = memory_rule(name), FACTORIES[name](passage.inputs, passage.parameters).train()
        arriving = [torch.randn(IMAGES, *shape, requires_grad=True) * 1.0 for shape in passage.inputs]
        with SavedStorages(module) as saved:
            leaving = module(*arriving)
        is_view = leaving.untyped_storage().data_ptr() == arriving[0].untyped_storage().data_ptr()
        assert rule.is_view(passage) == is_view
        assert all(saved.holds(tensor) == rule.keeps_input(passage) for tensor in arriving)
        assert is_view or saved.holds(leaving) == rule.keeps_output(passage)
        assert saved.bytes(*arriving, leaving) == rule.notes(passage)
        tried += 1
    assert tried


@pytest.mark.filterwarnings("ignore:Using padding='same'")
def test_an_even_same_kernel_keeps_a_padded_copy():
    graph = chain(("Conv2d", {"same": True, "kernel_size": (3, 1)}), ("Conv2d", {"same": True, "kernel_size": (2, 4)}),
                  "Flatten", ("Linear", {"out_features": 10}), "Output")
    assert kept_by_us(graph) == kept_by_torch(graph)


def test_a_small_network_by_hand():
    """Two images of 1 × 4 × 4; convolution to 2 × 4 × 4, ReLU, max pooling to 2 × 2 × 2, dense to 3."""
    graph = chain(("Conv2d", {"out_channels": 2, "same": True}), "ReLU", "MaxPool2d", "Flatten",
                  ("Linear", {"out_features": 3}), ("Output", {"classes": 3}), input_shape=(1, 4, 4))
    layers = layer_memory(analyse(graph), 2)
    assert (layers["input_1"].kept_bytes, layers["input_1"].output_bytes) == (2 * 16 * 4, 2 * 16 * 4)
    assert (layers["conv2d_1"].kept_bytes, layers["conv2d_1"].output_bytes) == (0, 2 * 32 * 4)
    assert (layers["relu_1"].kept_bytes, layers["relu_1"].output_bytes) == (2 * 32 * 4, 2 * 32 * 4)
    assert layers["maxpool2d_1"].kept_bytes == 2 * 8 * 4 + 2 * 8 * 8    # values for the dense layer, and indices
    assert layers["flatten_1"] == type(layers["flatten_1"])(0, 0)
    predicting = network_memory(analyse(graph), 2).predicting_bytes
    assert predicting == 2 * 4 * (16 + 32 + 32)    # images, and ReLU takes one volume and gives another


def test_predicting_lets_values_go_that_training_keeps():
    """Twenty equal layers: predicting holds the images and two values at a time, training all that ReLU keeps."""
    layers = [("Conv2d", {"out_channels": 4, "same": True, "kernel_size": 1}), "ReLU"] * 20
    graph = chain(*layers, "GlobalAvgPool2d", ("Linear", {"out_features": 4}), ("Output", {"classes": 4}),
                  input_shape=(4, 32, 32))
    memory, value = network_memory(analyse(graph), 1), 4 * 32 * 32 * 4
    assert 2 * value < memory.predicting_bytes <= 4 * value
    assert memory.kept_bytes == pytest.approx(21 * value, rel=0.01)
    assert memory.training_bytes > memory.kept_bytes


def test_the_peak_of_a_step_is_at_least_what_must_be_there_at_once():
    graph = preset("resnet18", input_shape=(3, 64, 64), classes=10)
    memory = network_memory(analyse(graph), 8)
    assert memory.weights_bytes == 4 * total(node_costs(graph, analyse(graph))).weights
    assert memory.training_bytes > max(memory.kept_bytes, memory.weights_bytes)


def test_dropout_takes_memory_in_training_only():
    def peak(probability):
        return network_memory(analyse(chain(("Dropout", {"p": probability}), "ReLU", "Flatten", ("Linear", {
            "out_features": 10}), "Output", input_shape=(3, 40, 40))), 4)
    assert peak(0.5).predicting_bytes == peak(0.0).predicting_bytes


def test_twice_the_images_take_twice_the_memory():
    analysis = analyse(chain(("Conv2d", {"same": True}), "ReLU", "GlobalAvgPool2d", "Linear", "Output"))
    two, four = (layer_memory(analysis, images)["relu_1"] for images in (2, 4))
    assert four.kept_bytes == 2 * two.kept_bytes == 4 * prod((32, 16, 16)) * 4


def test_an_unfinished_network_is_counted_as_far_as_it_goes():
    graph = chain("Conv2d", "Linear", "ReLU")
    assert set(layer_memory(analyse(graph), 2)) == {"input_1", "conv2d_1"}
    assert network_memory(analyse(chain(input_shape=(3, 8, 8))), 2).predicting_bytes == 2 * 3 * 64 * 4


def test_an_empty_network_needs_nothing():
    graph = chain()
    graph.remove_node("input_1")
    assert network_memory(analyse(graph), 4).training_bytes == 0


def test_layers_that_lead_nowhere_are_not_counted():
    graph = chain("Flatten", ("Linear", {"out_features": 10}), "Output", input_shape=(1, 8, 8))
    before = kept_by_us(graph)
    add(graph, "MaxPool2d", ["input_1"])
    assert kept_by_us(graph) == before


def test_a_kind_without_a_row_counts_too_much_rather_than_too_little():
    passage = next(passages(layer_kinds()["ReLU"]))
    assert memory_rule("NoSuchKind").keeps_input(passage)
    assert memory_rule("NoSuchKind").keeps_output(passage)
