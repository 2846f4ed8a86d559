"""Two classes may share one logit: the same network, loss, answers, file and heatmaps as with two."""

import pytest
import torch
from torch.nn import functional

from cnnstudio.errors import ShapeError
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import PRESETS, preset
from cnnstudio.network.shapes import analyse
from cnnstudio.torch_network.builder import build, initialise
from tests.helpers.exported import difference
from tests.helpers.networks import chain


def network(units: int = 1, classes: int = 2) -> NetworkGraph:
    return chain(("Conv2d", {"out_channels": 4}), "ReLU", "GlobalAvgPool2d", ("Linear", {"out_features": units}),
                 ("Output", {"classes": classes}))


def images(count: int = 5) -> torch.Tensor:
    return torch.randn(count, 3, 16, 16, generator=torch.Generator().manual_seed(0))


def test_one_value_becomes_the_logits_of_two_classes():
    module = build(network())
    initialise(module, "kaiming", 3)
    values = {}
    module.layers["linear_1"].register_forward_hook(lambda _layer, _inputs, value: values.update(z=value[:, 0]))
    logits = module(images())
    assert (logits.shape, module.classes) == ((5, 2), 2)
    torch.testing.assert_close(logits.softmax(1)[:, 1], values["z"].sigmoid())
    assert torch.equal(logits.argmax(1) == 1, values["z"] > 0)
    labels = torch.tensor([0, 1, 1, 0, 1])
    binary = functional.binary_cross_entropy_with_logits(values["z"], labels.float())
    torch.testing.assert_close(functional.cross_entropy(logits, labels), binary)


def test_other_widths_are_refused_as_before():
    for units, classes in ((1, 3), (3, 2)):
        with pytest.raises(ShapeError, match=f"expects {classes} values, one a class"):
            build(network(units, classes))
    assert build(network(2)).layers["output_1"](images()) is not None


def test_the_exported_file_gives_the_same_logits():
    assert difference(network()) == 0.0


def test_both_classes_have_a_gradient_and_so_a_heatmap():
    module = build(network())
    initialise(module, "kaiming", 3)
    gradients = []
    for target in (0, 1):
        given = images(1).requires_grad_()
        module(given)[0, target].backward()
        gradients.append(given.grad)
    assert gradients[1].abs().max() > 0
    assert torch.equal(gradients[0], -gradients[1])


def test_fitting_to_two_classes_keeps_one_value_and_any_other_number_does_not():
    graph = network()
    fit_to(graph, None, 2).apply(graph)
    assert graph.nodes["linear_1"].parameters["out_features"] == 1
    fit_to(graph, None, 3).apply(graph)
    assert graph.nodes["linear_1"].parameters["out_features"] == 3
    fit_to(graph, None, 2).apply(graph)
    assert graph.nodes["linear_1"].parameters["out_features"] == 2
    fit_to(graph, None, 2, one_logit=True).apply(graph)
    assert graph.nodes["linear_1"].parameters["out_features"] == 1
    assert analyse(graph, classes=2).is_trainable


@pytest.mark.parametrize("name", [info.name for info in PRESETS])
def test_every_preset_can_have_one_value_for_two_classes(name: str):
    graph = preset(name, input_shape=(3, 64, 64), classes=2)
    fit_to(graph, None, 2, one_logit=True).apply(graph)
    analysis = analyse(graph, classes=2)
    assert analysis.is_trainable
    assert analysis.input_shapes[graph.output_node.id] == ((1,),)
