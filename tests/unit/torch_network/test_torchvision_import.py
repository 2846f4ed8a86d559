"""torchvision's networks become graphs that compute the same, bit for bit, or are refused in a sentence."""

import sys

import pytest

from cnnstudio.errors import MissingLibraryError, NetworkError
from cnnstudio.network.blocks import folded_view
from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.shapes import analyse
from cnnstudio.network.torchvision_names import MODELS
from cnnstudio.torch_network import torchvision_models
from cnnstudio.torch_network.torchvision_models import compare_import, import_torchvision, importable_models

SMALL = ["resnet18", "densenet121", "squeezenet1_1", "googlenet", "inception_v3", "mobilenet_v2", "mobilenet_v3_small",
         "efficientnet_b0",
         "mnasnet0_5", "regnet_y_400mf", "resnext50_32x4d"]


@pytest.mark.parametrize("name", SMALL)
def test_an_imported_network_gives_torchvisions_logits_with_torchvisions_weights(name):
    pytest.importorskip("torchvision", exc_type=ImportError)
    report = compare_import(name)
    assert report.same_shapes
    assert report.max_difference == 0.0
    assert report.weights == report.torchvision_weights


def test_the_comparison_of_an_import_notices_a_wrong_layer(monkeypatch):
    pytest.importorskip("torchvision", exc_type=ImportError)
    imported = import_torchvision("resnet18")
    norm = next(node for node in imported.graph.nodes.values() if node.kind == "BatchNorm2d")
    imported.graph.set_parameter(norm.id, "eps", 0.5)
    monkeypatch.setattr(torchvision_models, "import_torchvision", lambda name: imported)
    assert compare_import("resnet18").max_difference > 0.0


def published(models, name):
    """Return the number of weights torchvision publishes; Inception's includes a head for training."""
    return 23_834_568 if name == "inception_v3" else models.get_model_weights(name).DEFAULT.meta["num_params"]


@pytest.mark.parametrize("known", MODELS, ids=lambda known: known.name)
def test_every_network_of_the_list_is_imported_whole(known):
    models = pytest.importorskip("torchvision", exc_type=ImportError).models
    graph = import_torchvision(known.name).graph
    analysis = analyse(graph)
    assert analysis.is_trainable
    assert total(node_costs(graph, analysis)).weights == known.weights == published(models, known.name)
    assert analysis.shapes[graph.input_node.id] == (3, known.input_px, known.input_px)


@pytest.mark.timeout(600)
def test_every_other_network_of_torchvision_is_refused_in_a_sentence():
    models = pytest.importorskip("torchvision", exc_type=ImportError).models
    others = sorted(set(models.list_models(module=models)) - set(importable_models()))
    assert {name.partition("_")[0] for name in others} == {"convnext", "maxvit", "shufflenet", "swin", "vit"}
    for name in others:
        with pytest.raises(NetworkError, match=r"cannot be imported: .* no layer here"):
            torchvision_models.import_model(name, 224)


@pytest.mark.parametrize(("name", "blocks", "shown"), [("resnet50", 16, 25), ("googlenet", 9, 28), ("vgg16", 0, 42)])
def test_a_long_network_is_shown_as_the_blocks_it_was_written_in(name, blocks, shown):
    pytest.importorskip("torchvision", exc_type=ImportError)
    graph = import_torchvision(name).graph
    assert len(graph.blocks) == blocks
    assert len(folded_view(graph).graph.nodes) == shown


def test_an_unknown_network_to_import_gets_the_nearest_one():
    with pytest.raises(NetworkError, match="Did you mean 'resnet50'"):
        import_torchvision("resnet_50")


def test_without_torchvision_there_is_a_sentence(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("torchvision.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "torchvision", None)
    with pytest.raises(MissingLibraryError, match="pip install --upgrade torch torchvision"):
        import_torchvision("resnet18")
