"""A traced module becomes a graph that computes the same, or one sentence says what stands in the way."""

import ast

import pytest
import torch
from torch import nn
from torch.nn import functional

from cnnstudio.errors import NetworkError
from cnnstudio.export.pytorch_source import source
from cnnstudio.network.shapes import analyse
from cnnstudio.torch_network.builder import build
from cnnstudio.torch_network.fx_import import FUNCTIONS, MODULES, import_module
from cnnstudio.torch_network.torchvision_models import copy_by_name


class Network(nn.Module):
    """A module whose forward pass is given."""

    def __init__(self, forward, **layers):
        super().__init__()
        for name, layer in layers.items():
            self.add_module(name, layer)
        self._steps = forward

    def forward(self, images):
        return self._steps(self, images)


def difference(module, shape):
    """Return the largest difference of the logits between a module and its import with the same weights."""
    torch.manual_seed(0)
    graph = import_module(module.eval(), shape, "this").graph
    ours = build(graph).eval()
    images = torch.randn(2, *shape)
    with torch.no_grad():
        assert copy_by_name(module, ours, graph)
        assert ours(images).shape == module(images).shape
        return float((ours(images) - module(images)).abs().max())


class Many(nn.Module):
    """Uses every way to write a step that is known: modules, functions and methods."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, stride=2, padding="valid", bias=False)
        self.norm = nn.BatchNorm2d(8, eps=1e-3, momentum=0.01)
        self.same = nn.Conv2d(8, 8, 3, padding="same", groups=4)
        self.up = nn.ConvTranspose2d(8, 6, 3, stride=2, padding=1, output_padding=1)
        self.group = nn.GroupNorm(3, 6, eps=1e-4)
        self.slope = nn.PReLU(6)
        self.gate = nn.Linear(6, 6)
        self.vector_norm = nn.BatchNorm1d(8)
        self.drop = nn.Dropout(0.3)
        self.nothing = nn.Identity()
        self.fc = nn.Linear(32, 5)

    def forward(self, x):
        x = self.nothing(functional.leaky_relu(self.norm(self.conv(x)), 0.2, inplace=True))
        x = functional.max_pool2d(x, 2) + functional.avg_pool2d(x, kernel_size=2)
        x = torch.relu(self.same(x)) * torch.sigmoid(x)
        x = functional.gelu(functional.silu(x), approximate="tanh")
        y = self.slope(self.group(self.up(x)))
        weight = torch.sigmoid(self.gate(y.mean((2, 3))))
        y = functional.pad(y * weight.view(y.size(0), -1, 1, 1).expand_as(y), (1, 0, 2, 0))
        y = functional.interpolate(y, scale_factor=2.0, mode="bilinear")
        y = torch.cat((functional.elu(y, 0.5), torch.tanh(y), y * torch.sigmoid(y)), dim=1)
        y = functional.adaptive_avg_pool2d(y, (None, 2)).mean(dim=[-1, -2], keepdim=True)
        y = torch.flatten(y.contiguous(), start_dim=1)
        first = self.vector_norm(functional.adaptive_max_pool2d(x, 1).view(x.shape[0], -1))
        return self.fc(self.drop(torch.cat([y, first, weight], -1)))


def test_a_module_of_many_steps_computes_the_same_after_its_import():
    module = Many()
    for tensor in (*module.parameters(), *module.buffers()):
        if tensor.is_floating_point():
            nn.init.uniform_(tensor, 0.1, 1.0)
    assert difference(module, (3, 17, 19)) == 0.0


def test_layers_are_called_after_the_modules_paths():
    module = nn.Sequential(nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU()), nn.Flatten(), nn.Linear(144, 2))
    graph = import_module(module, (3, 8, 8), "this").graph
    assert [node.name for node in graph.nodes.values()] == ["input_1", "0.0", "0.1", "1", "2", "output_1"]
    assert [node.kind for node in graph.nodes.values()] == ["Input", "Conv2d", "ReLU", "Flatten", "Linear", "Output"]
    assert len({(node.x, node.y) for node in graph.nodes.values()}) == 6


def test_what_does_not_lead_to_the_output_is_left_out():
    module = Network(lambda self, x: (self.head(x), self.fc(torch.flatten(x, 1)))[1],
                     head=nn.Conv2d(1, 2, 1), fc=nn.Linear(4, 2))
    assert [node.kind for node in import_module(module, (1, 2, 2), "this").graph.nodes.values()] == [
        "Input", "Flatten", "Linear", "Output"]


def test_a_dense_block_takes_one_join_for_each_layer_and_any_number_of_inputs():
    def forward(self, x):
        features = [x]
        for _ in range(12):
            features.append(functional.relu(torch.cat(features, 1)))
        return torch.cat([torch.flatten(part, 1) for part in features], 1)

    graph = import_module(Network(forward), (1, 2, 1), "this").graph
    joins = [node for node in graph.nodes.values() if node.kind == "Concatenate"]
    assert max(len(graph.predecessors(node.id)) for node in joins[:11]) == 2
    analysis = analyse(graph)
    assert analysis.shapes[graph.output_node.id] == (2 * 2 ** 12,)
    ours = build(graph)
    images = torch.randn(1, 1, 2, 1)
    assert torch.equal(ours(images), Network(forward)(images))


class Block(nn.Module):
    """Two convolutions and the way around them."""

    def __init__(self, width):
        super().__init__()
        self.first = nn.Conv2d(width, width, 1)
        self.second = nn.Conv2d(width, width, 1)
        self.relu = nn.ReLU()

    def forward(self, x):
        return self.relu(self.second(self.relu(self.first(x))) + x)


def test_parts_of_a_module_become_folded_blocks_called_after_their_paths():
    module = nn.Sequential(nn.Sequential(Block(3), Block(3)), nn.Flatten(), nn.Linear(192, 2))
    graph = import_module(module, (3, 8, 8), "this").graph
    assert [block.name for block in graph.blocks.values()] == ["0.0", "0.1"]
    members = graph.blocks["block_1"].members
    first = [graph.nodes[node_id].name for node_id in graph.topological_order() if node_id in members]
    assert first == ["0.0.first", "0.0.relu", "0.0.second", "0.0.add", "0.0.relu 2"]
    assert all(block.is_folded and block.repeat == 1 for block in graph.blocks.values())
    assert difference(module, (3, 8, 8)) == 0.0


class TwoWays(nn.Module):
    """Gives two results."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.ReLU(), nn.Tanh(), nn.Sigmoid())

    def forward(self, x):
        return x * self.layers(x), self.layers[0](x)


def test_a_part_with_two_ways_out_is_no_block_and_a_small_part_neither():
    module = Network(lambda self, x: self.fc(torch.flatten(torch.cat(self.part(x), 1), 1)),
                     part=TwoWays(), fc=nn.Linear(384, 2))
    assert not import_module(module, (3, 8, 8), "this").graph.blocks
    small = nn.Sequential(Network(lambda self, x: torch.relu(self.a(x)), a=nn.Conv2d(3, 1, 1)), *[nn.Tanh()] * 5,
                          nn.Flatten())
    assert not import_module(small, (3, 8, 8), "this").graph.blocks


REFUSED = {
    "an unknown module": (Network(lambda self, x: self.cell(x), cell=nn.LSTM(4, 4)), "'cell' (LSTM) is an operation"),
    "an unknown function": (Network(lambda self, x: torch.fft.fft(x)), "fft_fft"),
    "a branch on values": (Network(lambda self, x: x if x.sum() > 0 else -x), "decides by the values"),
    "a number added": (Network(lambda self, x: x + 1.5), "'add' (add) takes a number"),
    "a padding that is not zeros": (
        nn.Sequential(nn.Conv2d(3, 4, 3, padding=1, padding_mode="reflect")), "padding by 'reflect'"),
    "shared weights": (Network(lambda self, x: self.a(self.a(x)), a=nn.Conv2d(3, 3, 1)), "same weights"),
    "two inputs": (type("Two", (nn.Module,), {"forward": lambda self, x, y: x + y})(), "more than one input"),
    "no statistics": (nn.Sequential(nn.BatchNorm2d(3, track_running_stats=False)), "no running statistics"),
    "another order": (Network(lambda self, x: x.view(x.size(0), 4, -1)), "another order"),
    "an image that comes out": (nn.ReLU(), "gives 3 × 8 × 8"),
    "a tuple that comes out": (Network(lambda self, x: (x, x)), "'output'"),
    "shapes that do not fit": (nn.Linear(5, 2), "expects 5 values and gets 3 × 8 × 8"),
    "wrong channels": (nn.Conv2d(4, 2, 3), "expects 4 channels and gets 3"),
    "a parameter outside the limits": (nn.Dropout(0.99), "p must be between 0 and 0.95"),
    "part of a value": (Network(lambda self, x: x[:, :1]), "getitem"),
}


@pytest.mark.parametrize(("module", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_no_layer_can_show_is_refused_in_one_sentence_that_names_it(module, words):
    with pytest.raises(NetworkError) as caught:
        import_module(module, (3, 8, 8), "That network")
    text = str(caught.value)
    assert text.startswith("That network cannot be imported: ")
    assert words in text
    assert "\n" not in text
    assert len(text) < 400


HOSTILE = ['"""\nimport os', "a\u202eb", "x" * 100_000, "'); import os #", "a\n\rb", "\x00", "layers", "relu_1", "é层"]


def test_names_from_a_module_reach_the_code_only_as_literals_in_comments():
    names = [name for name in HOSTILE if "." not in name]
    module = nn.Sequential()
    for name in names:
        module.add_module(name, nn.ReLU())
    module.add_module("flat", nn.Flatten())
    graph = import_module(module, (3, 8, 8), "this").graph
    assert len({node.name for node in graph.nodes.values()}) == len(graph.nodes)
    text = source(graph)
    tree = ast.parse(text)
    assert "import os" not in [ast.unparse(line) for line in tree.body]
    assert text.isascii()
    literals = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    assert not any("import os" in value for value in literals)
    assert max(len(line) for line in text.splitlines()) < 300


def test_names_of_blocks_reach_the_code_only_as_literals_too():
    module = nn.Sequential()
    for name in HOSTILE:
        module.add_module(name.replace(".", ""), Block(3))
    module.add_module("flat", nn.Flatten())
    graph = import_module(module, (3, 8, 8), "this").graph
    assert len(graph.blocks) == len(HOSTILE) - 1    # of one no sign can be seen
    text = source(graph)
    assert text.isascii()
    tree = ast.parse(text)
    imports = {ast.unparse(line) for line in ast.walk(tree) if isinstance(line, (ast.Import, ast.ImportFrom))}
    assert imports == {"import torch", "from torch import Tensor, nn"}
    assert all(len(name.id) < 80 for name in ast.walk(tree) if isinstance(name, ast.Name))
    place = {"__name__": "network"}
    exec(compile(tree, "network.py", "exec"), place)
    network = place["Network"]()
    assert sum(weight.numel() for weight in network.parameters()) == len(HOSTILE) * 24


def test_every_operation_of_the_tables_is_known_or_refused_by_name():
    from cnnstudio.network.torch_operations import OPERATIONS

    assert set(MODULES.values()) | set(FUNCTIONS.values()) <= set(OPERATIONS)
