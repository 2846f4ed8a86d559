"""Presets are free of problems, fit other images and classes where they can, and say why where they cannot."""

import pytest

from cnnstudio.errors import NetworkError, ShapeError, StorageError
from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.document import save
from cnnstudio.network.presets import PRESETS, load_network, preset
from cnnstudio.network.shapes import analyse
from tests.helpers.networks import chain

NAMES = [info.name for info in PRESETS]


def test_the_presets_that_are_promised_are_there():
    assert {"small", "tutorial", "lenet5", "alexnet", "vgg16", "resnet18"} <= set(NAMES)


@pytest.mark.parametrize("info", PRESETS, ids=lambda info: info.name)
def test_a_preset_has_words_and_no_problem_at_its_published_size(info):
    assert info.title
    assert info.description.endswith(".")
    graph = preset(info.name)
    analysis = analyse(graph)
    assert analysis.problems == ()
    assert analysis.shapes[graph.input_node.id] == info.input_shape
    assert analysis.shapes[graph.output_node.id] == (info.classes,)


@pytest.mark.parametrize(("name", "input_shape", "classes"), [
    ("vgg16", (3, 64, 64), 3), ("vgg16", (1, 32, 48), 2), ("alexnet", (3, 64, 64), 2), ("resnet18", (3, 64, 64), 5),
    ("resnet18", (1, 28, 28), 10), ("lenet5", (1, 28, 28), 10), ("lenet5", (3, 64, 64), 2), ("lenet5", (1, 12, 40), 2),
    ("tutorial", (1, 28, 28), 10), ("small", (3, 16, 16), 2), ("small", (1, 28, 28), 10), ("small", (3, 256, 256), 7),
    ("small", (3, 200, 99), 2)])
def test_a_preset_adapts_to_other_images_and_classes(name, input_shape, classes):
    graph = preset(name, input_shape=input_shape, classes=classes)
    analysis = analyse(graph, input_shape=input_shape, classes=classes)
    assert analysis.is_trainable
    assert analysis.shapes[graph.output_node.id] == (classes,)


def test_lenet_keeps_its_weights_for_mnist():
    graph = preset("lenet5", input_shape=(1, 28, 28))
    assert total(node_costs(graph, analyse(graph))).weights == 61_706


def test_the_small_network_is_cheap_and_keeps_a_map_for_heatmaps():
    graph = preset("small", input_shape=(3, 64, 64), classes=2)
    analysis = analyse(graph)
    cost = total(node_costs(graph, analysis))
    assert cost.weights < 100_000
    assert cost.multiply_adds < 20_000_000
    assert analysis.shapes["relu_4"] == (128, 8, 8)


@pytest.mark.parametrize(("name", "input_shape", "layer"), [
    ("vgg16", (3, 16, 16), "maxpool2d_5"), ("alexnet", (3, 32, 32), "maxpool2d_3"), ("lenet5", (1, 8, 8), "conv2d_2"),
    ("small", (3, 7, 7), "maxpool2d_3"), ("tutorial", (3, 8, 8), "maxpool2d_2")])
def test_images_too_small_name_the_layer(name, input_shape, layer):
    with pytest.raises(ShapeError, match=f"does not fit images of .*: {layer} needs at least"):
        preset(name, input_shape=input_shape)


def test_an_unknown_preset_offers_the_nearest():
    with pytest.raises(NetworkError, match=r"no preset 'vgg'.* Did you mean 'vgg16'"):
        preset("vgg")


@pytest.mark.parametrize("changes", [
    {"input_shape": (3, 64)}, {"input_shape": (0, 64, 64)}, {"input_shape": (3, 99_999, 64)}, {"classes": 1},
    {"classes": 10**9}])
def test_impossible_numbers_are_refused(changes):
    with pytest.raises(NetworkError):
        preset("small", **changes)


def test_load_network_takes_a_name_or_a_file(tmp_path):
    assert load_network("lenet5").is_equal(preset("lenet5"))
    path = tmp_path / "mine.json"
    save(path, preset("tutorial"))
    graph = load_network(str(path), input_shape=(1, 28, 28), classes=4)
    assert analyse(graph, input_shape=(1, 28, 28), classes=4).problems == ()
    assert load_network(str(path)).is_equal(preset("tutorial"))


def test_load_network_refuses_with_the_reason(tmp_path):
    with pytest.raises(NetworkError, match=r"neither a preset nor a \.json file .*\. Did you mean 'resnet18'"):
        load_network("resnet")
    with pytest.raises(StorageError, match="gone"):
        load_network(str(tmp_path / "gone.json"))
    path = tmp_path / "half.json"
    save(path, chain("Conv2d"))
    with pytest.raises(NetworkError, match=r"half\.json cannot be used: The network has no Output"):
        load_network(str(path))
    with pytest.raises(NetworkError, match="no Output"):
        load_network(str(path), classes=3)
    save(path, preset("tutorial"))
    with pytest.raises(ShapeError, match="maxpool2d_2"):
        load_network(str(path), input_shape=(3, 8, 8))
