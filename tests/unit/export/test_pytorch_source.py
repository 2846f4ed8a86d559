"""The exported file runs on its own, gives the program's logits exactly, and carries no code from names."""

import ast

import pytest
import torch

from cnnstudio.errors import NetworkError, ShapeError
from cnnstudio.export.pytorch_source import CONSTRUCTORS, source
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import preset
from cnnstudio.network.registry import layer_kinds
from cnnstudio.torch_network.builder import build, initialise
from tests.helpers.networks import add, chain, random_network, u_net

SIZES = {"small": (3, 24, 24), "tutorial": (3, 32, 32), "lenet5": (1, 28, 28), "resnet18": (3, 33, 40)}
HOSTILE = [
    'a"""\nimport os\nos.system("true")\n"""', "x'); __import__('os').system('true') #", "ä\u2028import os",
    "#\r\nimport os", "\\", "\\N{BULLET}", "${x}{{y}}%s{0}", "'''", "# type: ignore", "def evil():", "層\u202e"]


def run(text):
    """Execute an exported file and return its Network, with torch's random state kept."""
    namespace = {"__name__": "exported"}
    exec(compile(text, "network.py", "exec"), namespace)
    with torch.random.fork_rng(devices=[]):
        return namespace["Network"]()


def difference(graph, images=2):
    """Return the largest difference of logits between the program's module and the exported one."""
    ours, exported = build(graph).eval(), run(source(graph)).eval()
    ours_state, exported_state = ours.state_dict(), exported.state_dict()
    assert [tensor.shape for tensor in ours_state.values()] == [tensor.shape for tensor in exported_state.values()]
    exported.load_state_dict(dict(zip(exported_state, ours_state.values(), strict=True)))
    given = torch.randn(images, *ours.input_shape, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        return float((ours(given) - exported(given)).abs().max())


@pytest.mark.parametrize("name", SIZES)
def test_presets_give_exactly_the_programs_logits(name):
    assert difference(preset(name, input_shape=SIZES[name], classes=3)) == 0.0


@pytest.mark.parametrize("name", ["alexnet", "vgg16"])
def test_the_large_presets_give_exactly_the_programs_logits_with_narrow_dense_layers(name):
    graph = preset(name, input_shape=(3, 64, 64), classes=3)
    for node in list(graph.nodes.values()):
        if node.parameters.get("out_features") == 4096:
            graph.set_parameter(node.id, "out_features", 16)
    assert difference(graph, images=1) == 0.0


@pytest.mark.parametrize("seed", range(40))
def test_random_networks_give_exactly_the_programs_logits(seed):
    assert difference(random_network(seed)) == 0.0


def test_a_u_net_keeps_what_is_needed_later():
    text = source(u_net())
    assert "torch.cat([x, kept_2], dim=1)" in text
    assert difference(u_net()) == 0.0


def test_other_weights_give_other_logits():
    graph = preset("lenet5")
    ours, exported = build(graph).eval(), run(source(graph)).eval()
    initialise(ours, "kaiming", 1)
    image = torch.ones(1, 1, 32, 32)
    with torch.no_grad():
        assert float((ours(image) - exported(image)).abs().max()) > 0


def test_the_file_runs_by_itself_and_says_what_it_is(capsys):
    with torch.random.fork_rng(devices=[]):
        exec(compile(source(preset("lenet5")), "network.py", "exec"), {"__name__": "__main__"})
    assert "logits: (1, 10)\nweights: 61706\n" in capsys.readouterr().out


def test_each_line_carries_its_shape_and_defaults_are_left_out():
    text = source(preset("tutorial"))
    assert "self.conv2d_1 = nn.Conv2d(3, 32, kernel_size=3)\n" in text
    assert "x = self.conv2d_1(images)  # (N, 32, 30, 30)" in text
    assert "12 layers, 122,570 weights, 4,548,608 multiply-adds" in text


def test_every_kind_has_a_constructor():
    assert set(CONSTRUCTORS) == set(layer_kinds())


def every_kind():
    """Return a network that uses every kind with parameters other than the defaults."""
    graph = chain(
        ("Conv2d", {"out_channels": 6, "kernel_size": (3, 2), "stride": (2, 1), "padding": (1, 0), "dilation": (1, 2),
                    "groups": 3, "bias": False}),
        ("BatchNorm2d", {"eps": 1e-3, "momentum": 0.2}), ("LeakyReLU", {"negative_slope": 0.3}),
        ("MaxPool2d", {"kernel_size": 3, "stride": (1, 2), "padding": 1, "ceil_mode": True}),
        ("ELU", {"alpha": 0.5}), ("AvgPool2d", {"stride": 1}), "Sigmoid", ("Maxout", {"pieces": 3}),
        ("AdaptiveAvgPool2d", {"output_size": (4, 3)}), "Tanh", ("GroupNorm", {"num_groups": 2, "eps": 0.01}),
        ("DepthwiseConv2d", {"channel_multiplier": 3, "kernel_size": (3, 1), "padding": (1, 0), "bias": False}),
        "PReLU",
        ("ConvTranspose2d", {"out_channels": 4, "kernel_size": (2, 3), "stride": (3, 2), "padding": (0, 1),
                             "output_padding": (2, 0), "dilation": (2, 1), "groups": 2, "bias": False}), "GELU",
        ("FixedKernel", {"kernel": [[1, 2, 1], [2, 4, 2], [1, 2, 1]]}), ("PReLU", {"per_channel": False}),
        ("Upsample", {"scale_factor": (2, 1), "mode": "bilinear"}), "SELU",
        ("ZeroPad2d", {"left": 1, "right": 0, "top": 2, "bottom": 3}), "SiLU",
        ("Crop2d", {"size": (10, 4), "centred": False, "top": 3, "left": 1}), "ReLU6",
        ("FixedKernel", {"same": False}), "Upsample", ("Dropout2d", {"p": 0.3}),
        ("SqueezeExcitation", {"reduction": 2}), ("LayerNorm", {"eps": 1e-4}), ("GELU", {"approximate": "tanh"}),
        ("AdaptiveMaxPool2d", {"output_size": (4, 3)}),
        ("LayerNorm", {"elementwise_affine": False}), ("Conv2d", {"out_channels": 2, "kernel_size": 1}))
    both = add(graph, "Concatenate", ["tanh_1", "adaptiveavgpool2d_1", "conv2d_2"])
    added = add(graph, "Add", [both, both])
    gate = add(graph, "Sigmoid", [add(graph, "GlobalMaxPool2d", [added])])
    gated = add(graph, "Multiply", [gate, added, both])
    soft = add(graph, "Softmax", [gated])
    same = add(graph, "Conv2d", [soft], out_channels=4, kernel_size=(3, 5), same=True)
    relu = add(graph, "ReLU", [same])
    vectors = [add(graph, "Flatten", [relu]), add(graph, "GlobalAvgPool2d", [relu])]
    joined = add(graph, "Concatenate", vectors)
    normed = add(graph, "BatchNorm1d", [joined], eps=1e-2)
    dropped = add(graph, "Dropout", [normed], p=0.25)
    dense = add(graph, "Linear", [dropped], out_features=5, in_features=52, bias=False)
    add(graph, "Output", [dense], classes=5)
    return graph


def test_every_kind_and_every_parameter_is_carried_over():
    graph = every_kind()
    assert {node.kind for node in graph.nodes.values()} == set(layer_kinds())
    assert difference(graph) == 0.0
    text = " ".join(source(graph).split()).replace("( ", "(")
    for part in ("stride=(2, 1)", "padding=(1, 0)", "dilation=(1, 2)", "groups=3", "bias=False", "eps=0.001",
                 "momentum=0.2", "negative_slope=0.3", "ceil_mode=True", "alpha=0.5", "pieces=3", "p=0.25",
                 "padding='same'", "output_size=(4, 3)",
                 "nn.Conv2d(2, 6, kernel_size=(3, 1), padding=(1, 0), groups=2, bias=False)", "output_padding=(2, 0)",
                 "nn.PReLU(6)", "nn.PReLU()", "nn.ZeroPad2d((1, 0, 2, 3))", "[:, :, 3:13, 1:5]",
                 "nn.LayerNorm((4, 16, 4)", "elementwise_affine=False", "approximate='tanh'",
                 "nn.GroupNorm(2, 2, eps=0.01)", "mode='bilinear'",
                 "SqueezeExcitation(4, 2)", "[0.0625, 0.125, 0.0625]", ".amax(dim=(2, 3))", "nn.BatchNorm1d"):
        assert part in text


def structure(text):
    """Return the whole syntax tree as text; comments are no part of it."""
    return ast.dump(ast.parse(text))


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_changes_no_code_and_stays_ascii(name):
    graph = every_kind()
    plain = source(graph)
    graph.rename("conv2d_1", name)
    graph.rename("add_1", name + "!")
    text = source(graph)
    assert text != plain
    assert structure(text) == structure(plain)
    assert text.isascii()
    assert len(text.splitlines()) == len(plain.splitlines())
    calls = {ast.unparse(node.func) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)}
    assert not any("os" in call.split(".") or "__import__" in call for call in calls)


def test_ids_from_a_document_never_become_identifiers():
    graph = NetworkGraph()
    plain = chain("Flatten", ("Linear", {"out_features": 3}), ("Output", {"classes": 3}))
    for node in plain.nodes.values():
        copy = node.copy()
        copy.id = copy.name = f"evil_{node.id}"
        graph.add_node(copy)
    for edge in plain.edges:
        graph.connect(type(edge)(f"evil_{edge.source}", f"evil_{edge.target}"))
    assert source(graph) == source(plain)


def test_layers_that_lead_nowhere_are_left_out():
    graph = preset("lenet5")
    plain = source(graph)
    add(graph, "Tanh", ["conv2d_1"])
    assert source(graph) == plain


@pytest.mark.parametrize(("graph", "kind", "match"), [
    (chain("Linear", ("Output", {"classes": 64})), ShapeError, "linear_1 expects a vector"),
    (chain("Flatten"), NetworkError, "no Output")])
def test_a_network_with_errors_is_refused_with_its_first_problem(graph, kind, match):
    with pytest.raises(kind, match=match):
        source(graph)
