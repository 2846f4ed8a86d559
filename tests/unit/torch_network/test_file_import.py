"""What PyTorch writes as ONNX files and exported programs comes back as the same network with the same logits."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.network_files import load_file
from cnnstudio.network.presets import preset
from cnnstudio.network.unrolling import unroll
from cnnstudio.torch_network.builder import build
from cnnstudio.torch_network.torchvision_models import copy_by_name

pytestmark = pytest.mark.filterwarnings("ignore")   # those of PyTorch's exporters
NETWORKS = {"small": (3, 32, 32), "lenet5": (1, 32, 32), "resnet18": (3, 64, 64), "mobilenetv2": (3, 32, 32)}


def original(name, seed=1):
    """Return a preset's graph and its module with random weights and statistics."""
    torch.manual_seed(seed)
    graph = unroll(preset(name, input_shape=NETWORKS[name], classes=5)).graph
    module = build(graph).eval()
    for layer in module.modules():
        if isinstance(layer, nn.BatchNorm2d):
            nn.init.uniform_(layer.running_mean, -0.5, 0.5)
            nn.init.uniform_(layer.running_var, 0.5, 2.0)
    return graph, module


def settings(graph):
    """Return kind and parameters of all layers in the order of the data, the output size of dense layers included."""
    return [(graph.nodes[node_id].kind, graph.nodes[node_id].parameters) for node_id in graph.topological_order()]


def as_exported(layers):
    """Return the layers as PyTorch's exporter writes them: with numbers for "same", normalisation in the kernels.

    Dropout is gone as well, because the module is exported as it predicts.
    """
    result = []
    for kind, parameters in layers:
        if kind == "Conv2d":
            padding = tuple(side // 2 for side in parameters["kernel_size"])
            padding = padding if parameters["same"] else parameters["padding"]
            result.append((kind, {**parameters, "same": False, "padding": padding, "bias": True}))
        elif kind not in ("BatchNorm2d", "Dropout"):
            result.append((kind, parameters))
    return result


@pytest.mark.parametrize("name", NETWORKS)
def test_an_exported_program_comes_back_with_the_same_layers_and_logits(tmp_path, name):
    graph, module = original(name)
    images = torch.rand(2, *NETWORKS[name])
    path = tmp_path / f"{name}.pt2"
    torch.export.save(torch.export.export(module, (images,), dynamic_shapes=({0: torch.export.Dim("N")},)), path)
    back = load_file(path).graph
    if name != "mobilenetv2":   # there depthwise convolutions are a kind of their own, and come back as grouped ones
        assert sorted(map(str, settings(back))) == sorted(map(str, settings(graph)))
    again = build(back).eval()
    assert copy_by_name(module, again, back)
    with torch.no_grad():
        assert torch.equal(again(images), module(images))


@pytest.mark.parametrize("name", ["small", "lenet5", "resnet18"])
def test_an_onnx_file_of_pytorch_comes_back_with_the_same_layers_and_logits(tmp_path, name):
    onnx = pytest.importorskip("onnx")
    pytest.importorskip("onnxscript")
    graph, module = original(name)
    images = torch.rand(1, *NETWORKS[name])
    path = tmp_path / f"{name}.onnx"
    torch.onnx.export(module, (images,), path, dynamo=True, verbose=False, external_data=False)
    back = load_file(path).graph
    assert sorted(map(str, settings(back))) == sorted(map(str, as_exported(settings(graph))))
    again = build(back).eval()
    model = onnx.load(str(path))
    copy_in_order(model, again, onnx.numpy_helper.to_array)
    from onnx.reference import ReferenceEvaluator

    expected, = ReferenceEvaluator(model).run(None, {model.graph.input[0].name: images.numpy()})
    with torch.no_grad():
        assert np.abs(again(images).numpy() - expected).max() < 1e-5
        assert (again(images) - module(images)).abs().max() < 1e-5


def copy_in_order(model, module, to_array):
    """Copy the weights of a file's layers into those of a module, in the order both have."""
    tensors = {tensor.name: to_array(tensor) for tensor in model.graph.initializer}
    steps = [node for node in model.graph.node if node.op_type in ("Conv", "Gemm", "BatchNormalization")]
    layers = [layer for layer in module.modules() if isinstance(layer, (nn.Conv2d, nn.Linear, nn.BatchNorm2d))]
    assert len(steps) == len(layers)
    with torch.no_grad():
        for node, layer in zip(steps, layers, strict=True):
            given = [tensors[name] for name in node.input[1:]]
            kept = [value for value in layer.state_dict().values() if value.ndim]
            for value, array in zip(kept, given, strict=True):
                value.copy_(torch.from_numpy(array.copy()))


def test_a_file_of_the_older_exporter_comes_back_too(tmp_path):
    pytest.importorskip("onnx")
    _graph, module = original("lenet5")
    path = tmp_path / "old.onnx"
    torch.onnx.export(module, (torch.rand(1, 1, 32, 32),), path, dynamo=False)
    kinds = [kind for kind, _parameters in settings(load_file(path).graph)]
    assert kinds == [kind for kind, _parameters in settings(preset("lenet5"))]


def test_squeeze_and_excitation_comes_back_as_the_layers_it_is_made_of(tmp_path):
    graph = NetworkGraph()
    for kind, parameters in (("Input", {"channels": 8, "height": 6, "width": 6}),
                             ("SqueezeExcitation", {"reduction": 4}),
                             ("GlobalMaxPool2d", {}), ("Output", {"classes": 8})):
        last = list(graph.nodes)[-1] if graph.nodes else None
        node = graph.new_node(kind, **parameters)
        graph.add_node(node)
        if last is not None:
            graph.connect(Edge(last, node.id))
    module, images = build(graph).eval(), torch.rand(2, 8, 6, 6)
    torch.export.save(torch.export.export(module, (images,)), tmp_path / "a.pt2")
    torch.onnx.export(module, (images,), tmp_path / "a.onnx", dynamo=False)
    for name in ("a.pt2", "a.onnx"):
        back = load_file(tmp_path / name).graph
        assert [kind for kind, _parameters in settings(back)][1:-1] == [
            "GlobalAvgPool2d", "Linear", "ReLU", "Linear", "Sigmoid", "Multiply", "GlobalMaxPool2d"]
    back = load_file(tmp_path / "a.pt2").graph
    again = build(back).eval()
    assert copy_by_name(module, again, back)
    with torch.no_grad():
        assert torch.allclose(again(images), module(images), atol=1e-6)
