"""The exported file runs on its own, gives the program's logits exactly, and carries no code from names."""

import re
import subprocess
import sys

import pytest
import torch
from torch import nn

from cnnstudio.errors import NetworkError, ShapeError
from cnnstudio.export.pytorch_source import CONSTRUCTORS, module_paths, source, weight_names, written
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import PRESETS, preset
from cnnstudio.network.registry import layer_kinds
from cnnstudio.torch_network.builder import build
from tests.helpers.exported import both, difference, largest_difference, random_images, run
from tests.helpers.networks import add, chain, random_network, u_net

SIZES = {"lenet5": (1, 28, 28), "tutorial": (3, 32, 32), "resnet18": (3, 33, 40), "unet": (1, 64, 64),
         "efficientnet-lite0": (3, 40, 33)}
PRESET_NAMES = [info.name for info in PRESETS]


def small_preset(name):
    """Return a preset for small images, with narrow dense layers, so that it is quick."""
    graph = preset(name, input_shape=SIZES.get(name, (3, 64, 64)), classes=3)
    for node in list(graph.nodes.values()):
        if node.parameters.get("out_features", 0) > 256:
            graph.set_parameter(node.id, "out_features", 16)
    return graph


def random_graph(seed):
    """Return a random network of all kinds with nested and repeated blocks."""
    return random_network(seed, layers=16, more_kinds=True, blocks=12)


@pytest.mark.parametrize("name", PRESET_NAMES)
def test_presets_give_exactly_the_programs_logits(name):
    assert difference(small_preset(name)) == 0.0


@pytest.mark.parametrize("name", PRESET_NAMES)
def test_the_weights_of_presets_are_in_the_programs_order(name):
    keys = list(build(small_preset(name)).state_dict())
    assert list(weight_names(small_preset(name), keys).values()) == keys


@pytest.mark.parametrize("seed", range(200))
def test_random_networks_give_exactly_the_programs_logits(seed):
    assert difference(random_graph(seed)) == 0.0


def test_random_networks_have_every_kind_and_repeated_blocks():
    graphs = [random_graph(seed) for seed in range(60)]
    assert {node.kind for graph in graphs for node in graph.nodes.values()} == set(layer_kinds()) - {"Backbone"}
    assert sum(any(block.repeat > 1 for block in graph.blocks.values()) for graph in graphs) > 40


@pytest.mark.parametrize("seed", range(20))
def test_random_networks_give_the_programs_logits_and_statistics_in_training(seed):
    graph = random_graph(seed)
    for node in list(graph.nodes.values()):
        if node.kind.startswith("Dropout"):
            graph.set_parameter(node.id, "p", 0.0)
    ours, exported = both(graph)
    assert largest_difference(ours.train(), exported.train(), random_images(ours, 3)) == 0.0
    ours_state, exported_state = ours.state_dict(), exported.state_dict()
    for name, key in weight_names(graph, ours_state).items():
        assert torch.equal(exported_state[name], ours_state[key])


@pytest.mark.parametrize("name", ["lenet5", "resnet18", "mobilenetv2"])
def test_one_changed_weight_gives_other_logits(name):
    ours, exported = both(small_preset(name))
    images = random_images(ours, 2)
    assert largest_difference(ours, exported, images) == 0.0
    with torch.no_grad():
        next(exported.parameters())[0] += 0.5
    assert largest_difference(ours, exported, images) > 0.0


def test_the_files_are_run_where_only_torch_can_be_imported():
    with pytest.raises(ImportError, match="the exported file imports cnnstudio"):
        run("import cnnstudio\n" + source(preset("lenet5")))


def test_a_new_interpreter_runs_the_file_without_the_program(tmp_path):
    (tmp_path / "network.py").write_text(source(small_preset("resnet18")), encoding="ascii")
    check = "import sys, network; network.Network(); print([name for name in sys.modules if 'cnnstudio' in name])"
    done = subprocess.run([sys.executable, "-c", check], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_files_are_clean_and_no_line_is_long(tmp_path):
    graphs = {name: small_preset(name) for name in PRESET_NAMES}
    graphs |= {f"random_{seed}": random_graph(seed) for seed in range(40)}
    for name, graph in graphs.items():
        (tmp_path / f"{name}.py").write_text(source(graph), encoding="ascii")
    ruff = [sys.executable, "-m", "ruff", "check", "--isolated", "--line-length", "100", "--select", "F,E,W,B,N,I", "."]
    done = subprocess.run(ruff, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    (tmp_path / "bad.py").write_text("import os\n", encoding="ascii")
    assert subprocess.run(ruff, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def hooked_shapes(module, image):
    """Return the shape that came out of each submodule, without the batch, by its path."""
    shapes = {}

    def keep(path):
        def hook(_part, _given, result):
            shapes.setdefault(path, tuple(result.shape[1:]))
        return hook

    handles = [part.register_forward_hook(keep(path)) for path, part in module.named_modules()]
    with torch.no_grad():
        module(image)
    for handle in handles:
        handle.remove()
    return shapes


@pytest.mark.parametrize("graph", [small_preset("mobilenetv2"), small_preset("resnet50"), *map(random_graph, range(8))])
def test_the_shape_on_each_line_is_what_torch_gives(graph):
    ours, exported = both(graph)
    shapes = hooked_shapes(exported, random_images(ours, 2))
    first_of_class = {}
    for path, part in exported.named_modules():
        first_of_class.setdefault(type(part).__name__, path)
    class_name, count = "", 0
    for line in source(graph).splitlines():
        if line.startswith("class "):
            class_name = line[6:].partition("(")[0]
        found = re.match(r" +\w+ = self\.(\w+_\d+)\([\w, ]+\)  # \(N, ([\d, ]+)\)", line)
        if found:
            path = ".".join(filter(None, (first_of_class[class_name], found[1])))
            assert shapes[path] == tuple(map(int, found[2].split(", "))), line
            count += 1
    assert count > 5


def test_every_line_knows_its_layers():
    graph = small_preset("resnet18")
    lines = written(graph).lines
    told = {node_id for line in lines for node_id in line.ids}
    assert told == set(graph.nodes) | set(graph.blocks)
    stem = next(line for line in lines if "nn.Conv2d(3, 64" in line.text)
    assert [graph.nodes[node_id].kind for node_id in stem.ids] == ["Conv2d"]
    own = {"Add": " + ", "GlobalAvgPool2d": "mean(", "Input": "images", "Output": "return"}
    for line in lines:
        kinds = {graph.nodes[some_id].kind for some_id in line.ids if some_id in graph.nodes}
        for kind in kinds:
            assert own.get(kind, f"self.{kind.lower()}_") in line.text or line.text.startswith(" " * 12)
        if any(some_id in graph.blocks for some_id in line.ids):
            assert not kinds
            assert "lock" in line.text or line.text.startswith(" " * 12)


def test_a_u_net_keeps_what_is_needed_later():
    text = source(u_net())
    assert "torch.cat([x, kept_2], dim=1)" in text
    assert difference(u_net()) == 0.0


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
        ("ZeroPad2d", {"left": 1, "right": 0, "top": 2, "bottom": 3}), "SiLU", "Hardswish",
        ("Crop2d", {"size": (10, 4), "centred": False, "top": 3, "left": 1}), "ReLU6",
        ("FixedKernel", {"same": False}), "Upsample", ("Dropout2d", {"p": 0.3}),
        ("SqueezeExcitation", {"reduction": 2}), ("LayerNorm", {"eps": 1e-4}), ("GELU", {"approximate": "tanh"}),
        ("AdaptiveMaxPool2d", {"output_size": (4, 3)}),
        ("LayerNorm", {"elementwise_affine": False}), ("Conv2d", {"out_channels": 2, "kernel_size": 1}))
    both = add(graph, "Concatenate", ["tanh_1", "adaptiveavgpool2d_1", "conv2d_2"])
    added = add(graph, "Add", [both, both])
    gate = add(graph, "Hardsigmoid", [add(graph, "Sigmoid", [add(graph, "GlobalMaxPool2d", [added])])])
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
    assert {node.kind for node in graph.nodes.values()} == set(layer_kinds()) - {"Backbone"}
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


@pytest.mark.parametrize("name", ["squeezenet", "resnet18", "lenet5"])
def test_every_layer_with_a_module_is_found_by_its_path(name):
    graph = preset(name, input_shape=(3, 32, 32), classes=3)
    network, space = build(graph), {"__name__": "source"}
    exec(compile(source(graph), name, "exec"), space)
    made, paths = space["Network"](), module_paths(graph)
    for node_id, path in paths.items():
        if path and node_id in network.layers and not isinstance(network.layers[node_id], nn.Identity):
            assert type(made.get_submodule(path)).__name__ == type(network.layers[node_id]).__name__
    assert {network.kinds[node_id] for node_id in set(network.layers) - set(paths)} - {"Output"} <= {
        "Add", "Concatenate", "GlobalAvgPool2d"}
