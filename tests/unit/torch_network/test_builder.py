"""The module runs the graph: right shapes and weights, branches and merges, memory let go, nothing left in place."""

import weakref

import pytest
import torch

from cnnstudio.errors import NetworkError, ShapeError
from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.presets import PRESETS, preset
from cnnstudio.network.shapes import analyse
from cnnstudio.network.unrolling import unroll
from cnnstudio.torch_network.backbone import Backbone
from cnnstudio.torch_network.builder import GraphNetwork, build
from cnnstudio.torch_network.own_modules import FixedKernel, SqueezeExcitation
from tests.helpers.networks import add, chain, random_network, u_net

HEAD = ["GlobalAvgPool2d", ("Linear", {"out_features": 3}), ("Output", {"classes": 3})]


@pytest.fixture
def images():
    """Return two images of 3 × 16 × 16."""
    return torch.randn(2, 3, 16, 16, generator=torch.Generator().manual_seed(0))


COUNTED = (torch.nn.Conv2d, torch.nn.ConvTranspose2d, torch.nn.Linear, FixedKernel, SqueezeExcitation, Backbone)


def _counted(module, images, output):
    """Count one image's multiply-adds from the sizes of torch's own tensors."""
    if isinstance(module, torch.nn.ConvTranspose2d):
        return images[0].numel() * module.weight[0].numel()
    if isinstance(module, SqueezeExcitation):
        return module.squeeze.weight.numel() + module.excite.weight.numel()
    if isinstance(module, Backbone):
        return _counted_inside(module, images)
    kernel = module.kernel if isinstance(module, FixedKernel) else module.weight[0]
    return output[0].numel() * kernel.numel()


def _counted_inside(module, images):
    """Count the convolutions within a layer, which are no layers of the network themselves."""
    found = []
    parts = [part for part in module.modules() if isinstance(part, torch.nn.Conv2d)]
    handles = [part.register_forward_hook(lambda part, given, made: found.append(_counted(part, given[0], made)))
               for part in parts]
    module.forward(images)
    for handle in handles:
        handle.remove()
    return sum(found)


def measured(network, shape):
    """Count output shapes and multiply-adds by forward hooks, from torch's own tensors alone."""
    shapes, multiply_adds = {}, {}

    def hook(name):
        def record(module, inputs, output):
            shapes[name] = tuple(output.shape[1:])
            if isinstance(module, COUNTED):
                multiply_adds[name] = _counted(module, inputs[0], output)
        return record

    handles = [module.register_forward_hook(hook(name)) for name, module in network.layers.items()]
    with torch.no_grad():
        network(torch.empty(1, *shape, device=next(network.parameters()).device))
    for handle in handles:
        handle.remove()
    return shapes, multiply_adds


@pytest.mark.parametrize("name", [info.name for info in PRESETS])
def test_presets_have_the_shapes_weights_and_multiply_adds_torch_counts(name):
    graph = unroll(preset(name)).graph
    analysis = analyse(graph)
    costs = node_costs(graph, analysis)
    with torch.device("meta" if name in ("alexnet", "vgg11", "vgg16", "unet") else "cpu"):
        network = build(preset(name)).eval()
    shapes, multiply_adds = measured(network, network.input_shape)
    assert shapes == {node_id: shape for node_id, shape in analysis.shapes.items() if node_id != "input_1"}
    assert multiply_adds == {node_id: cost.multiply_adds for node_id, cost in costs.items() if cost.multiply_adds}
    assert sum(weight.numel() for weight in network.parameters()) == total(costs).weights


@pytest.mark.parametrize("seed", range(30))
def test_random_networks_have_our_shapes_and_weights(seed):
    graph = random_network(seed)
    network = build(graph).eval()
    shapes, multiply_adds = measured(network, (3, 12, 12))
    assert shapes == {node_id: network.shapes[node_id] for node_id in network.layers}
    costs = node_costs(graph, analyse(graph))
    assert sum(weight.numel() for weight in network.parameters()) == total(costs).weights
    assert sum(multiply_adds.values()) == total(costs).multiply_adds


def test_a_repeated_layer_costs_what_its_copies_cost_together():
    graph = preset("vgg16", input_shape=(3, 32, 32), classes=2)
    with torch.device("meta"):
        network = build(graph)
    costs = node_costs(graph, analyse(graph))
    modules = [network.layers[name] for name in ("conv2d_3_r1", "conv2d_3_r2", "conv2d_3")]
    assert costs["conv2d_3"].weights == sum(weight.numel() for module in modules for weight in module.parameters())
    assert total(costs).weights == sum(weight.numel() for weight in network.parameters())


def test_layers_are_kept_by_node_id_in_the_order_they_run():
    network = build(chain("Conv2d", "ReLU", *HEAD))
    assert list(network.layers) == ["conv2d_1", "relu_1", "globalavgpool2d_1", "linear_1", "output_1"]
    assert isinstance(network.layers["output_1"], torch.nn.Identity)
    assert "layers.conv2d_1.weight" in network.state_dict()
    assert (network.input_shape, network.classes) == ((3, 16, 16), 3)
    assert network.sources["conv2d_1"] == ("input_1",)
    assert network.kinds["input_1"] == "Input"


def test_a_residual_block_adds_its_shortcut(images):
    graph = chain(("Conv2d", {"out_channels": 3, "same": True}), "ReLU")
    merged = add(graph, "Add", ["relu_1", "input_1"])
    pooled = add(graph, "GlobalAvgPool2d", [merged])
    add(graph, "Output", [pooled], classes=3)
    network = build(graph)
    expected = (torch.relu(network.layers["conv2d_1"](images)) + images).mean(dim=(2, 3))
    assert torch.equal(network(images), expected)


def test_concatenation_follows_the_ports_not_the_age(images):
    graph = chain("Sigmoid")
    merged = add(graph, "Concatenate", [])
    graph.connect(Edge("input_1", merged, 1))
    graph.connect(Edge("sigmoid_1", merged, 0))
    add(graph, "Output", [add(graph, "GlobalAvgPool2d", [merged])], classes=6)
    expected = torch.cat([torch.sigmoid(images), images], dim=1).mean(dim=(2, 3))
    assert torch.equal(build(graph)(images), expected)


def test_layers_that_lead_nowhere_are_left_out(images):
    graph = chain("Conv2d", "ReLU", *HEAD)
    add(graph, "Conv2d", ["relu_1"])
    add(graph, "Tanh", [])
    network = build(graph)
    assert "conv2d_2" not in network.layers
    assert "tanh_1" not in network.layers
    assert network(images).shape == (2, 3)


def test_the_network_is_read_once(images):
    graph = chain("Conv2d", "ReLU", *HEAD)
    network = build(graph)
    before = network(images)
    graph.set_parameter("conv2d_1", "out_channels", 5)
    graph.disconnect(Edge("conv2d_1", "relu_1"))
    assert torch.equal(network(images), before)


def test_hostile_names_do_no_harm():
    graph = chain("Conv2d", "ReLU", *HEAD)
    graph.rename("conv2d_1", "layers.conv.weight")
    graph.rename("relu_1", "forward")
    assert build(graph).names["relu_1"] == "forward"


@pytest.mark.parametrize(("graph", "kind", "match"), [
    (chain("Linear", ("Output", {"classes": 64})), ShapeError, "linear_1 expects a vector and gets 3 × 16 × 16"),
    (chain("Flatten"), NetworkError, "no Output"),
    (NetworkGraph(), NetworkError, "no Input"),
])
def test_build_refuses_with_the_first_problem(graph, kind, match):
    with pytest.raises(kind, match=match):
        build(graph)


def test_warnings_do_not_stop_building(images):
    graph = chain("Conv2d", "Conv2d", "ReLU", "GlobalAvgPool2d", ("Linear", {"out_features": 3}), "Softmax",
                  ("Output", {"classes": 3}))
    assert build(graph)(images).shape == (2, 3)


def test_building_leaves_torchs_random_state_alone():
    before = torch.get_rng_state()
    build(preset("lenet5"))
    assert torch.equal(torch.get_rng_state(), before)


def test_values_are_let_go_as_soon_as_no_layer_needs_them():
    network = build(chain(*["Sigmoid"] * 6, *HEAD)).eval()
    alive, most = [], []

    def watch(_module, _inputs, output):
        alive.append(weakref.ref(output))
        most.append(sum(reference() is not None for reference in alive))

    for module in network.layers.values():
        module.register_forward_hook(watch)
    with torch.no_grad():
        network(torch.zeros(1, 3, 16, 16))
    assert max(most) <= 2


def test_a_value_that_is_needed_later_is_kept(images):
    network = build(u_net()).eval()
    assert network(torch.zeros(1, 3, 16, 16)).shape == (1, 3)
    assert torch.equal(network(images), network(images))


def test_nothing_works_in_place(images):
    network = build(random_network(5)).train()
    given = torch.randn(4, 3, 12, 12)
    before = given.clone()
    network(given).sum().backward()
    assert torch.equal(given, before)
    assert not any(getattr(module, "inplace", False) for module in network.modules())


def test_a_network_with_global_pooling_takes_other_sizes():
    network = build(chain(("Conv2d", {"same": True}), "ReLU", *HEAD))
    assert network(torch.zeros(1, 3, 40, 24)).shape == (1, 3)


def test_saved_weights_fit_a_network_built_again(images):
    graph = chain("Conv2d", "BatchNorm2d", "ReLU", *HEAD)
    first, second = build(graph).eval(), GraphNetwork(graph.copy()).eval()
    second.load_state_dict(first.state_dict())
    assert torch.equal(first(images), second(images))
