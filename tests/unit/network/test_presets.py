"""Presets are free of problems, fit other images and classes where they can, and say why where they cannot."""

import pytest

from cnnstudio.errors import NetworkError, ShapeError, StorageError
from cnnstudio.network.blocks import folded_view
from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.document import save
from cnnstudio.network.presets import PRESETS, load_network, preset
from cnnstudio.network.shapes import analyse
from cnnstudio.network.unrolling import unroll
from tests.helpers.networks import chain

NAMES = [info.name for info in PRESETS]


def test_the_presets_that_are_promised_are_there():
    assert set(NAMES) == {
        "small", "dense", "convolution", "lenet5", "tutorial", "alexnet", "vgg11", "vgg16", "squeezenet", "resnet18",
        "resnet34", "resnet50", "mobilenetv2", "efficientnet-lite0", "unet"}


PUBLISHED_WEIGHTS = {
    "lenet5": 61_706, "tutorial": 122_570, "alexnet": 61_100_840, "vgg11": 132_863_336, "vgg16": 138_357_544,
    "squeezenet": 1_248_424, "resnet18": 11_689_512, "resnet34": 21_797_672, "resnet50": 25_557_032,
    "mobilenetv2": 3_504_872, "efficientnet-lite0": 4_652_008,
    "dense": 150 * 150 * 100 + 100 * 2 + 2, "convolution": 64 * 9 * 9 + 64 * 2 + 2}
PUBLISHED_BILLION_MULTIPLY_ADDS = {
    "alexnet": 0.71, "vgg11": 7.61, "vgg16": 15.47, "squeezenet": 0.82, "resnet18": 1.81, "resnet34": 3.66,
    "resnet50": 4.09, "mobilenetv2": 0.30}


@pytest.mark.parametrize("info", PRESETS, ids=lambda info: info.name)
def test_a_preset_costs_what_it_says_and_what_was_published(info):
    flat = unroll(preset(info.name)).graph
    cost = total(node_costs(flat, analyse(flat)))
    assert (cost.weights, cost.multiply_adds) == (info.weights, info.multiply_adds)
    assert cost.weights == PUBLISHED_WEIGHTS.get(info.name, cost.weights)
    billions = PUBLISHED_BILLION_MULTIPLY_ADDS.get(info.name)
    assert billions is None or round(cost.multiply_adds / 1e9, 2) == billions


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
    ("small", (3, 200, 99), 2),
    ("vgg16", (3, 16, 16), 2), ("vgg11", (1, 28, 28), 10), ("alexnet", (3, 32, 32), 2), ("alexnet", (1, 28, 28), 10),
    ("squeezenet", (1, 28, 28), 10), ("squeezenet", (3, 64, 64), 2), ("resnet34", (3, 32, 32), 3),
    ("resnet50", (1, 28, 28), 10), ("mobilenetv2", (1, 28, 28), 10), ("mobilenetv2", (3, 64, 64), 4),
    ("unet", (1, 28, 28), 10), ("unet", (3, 8, 8), 2), ("dense", (1, 28, 28), 10), ("convolution", (1, 28, 28), 10),
    ("convolution", (3, 5, 7), 2)])
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
    ("alexnet", (3, 12, 12), "maxpool2d_3"), ("lenet5", (1, 8, 8), "conv2d_2"),
    ("small", (3, 7, 7), "maxpool2d_3"), ("tutorial", (3, 8, 8), "maxpool2d_2")])
def test_images_too_small_name_the_layer(name, input_shape, layer):
    with pytest.raises(ShapeError, match=f"does not fit images of .*: {layer} needs at least"):
        preset(name, input_shape=input_shape)


@pytest.mark.parametrize(("name", "input_shape", "words"), [
    ("resnet18", (1, 28, 28), "3×3 with stride 1 and no pooling"), ("vgg16", (3, 64, 64), "2×2 instead of 7×7"),
    ("vgg16", (3, 16, 16), "Pooling 5 is left out"), ("alexnet", (3, 64, 64), "5×5 with stride 2"),
    ("mobilenetv2", (3, 32, 32), "have stride 1 instead of 2"), ("lenet5", (1, 28, 28), "pads by 2")])
def test_what_was_fitted_to_small_images_is_told_on_the_canvas(name, input_shape, words):
    (comment,) = preset(name, input_shape=input_shape).comments.values()
    assert comment.text.startswith("Fitted to the images:\n")
    assert words in comment.text


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_told_at_the_published_size(name):
    assert not preset(name).comments


@pytest.mark.parametrize(("name", "most"), [("vgg16", 17), ("resnet18", 15), ("resnet50", 17), ("mobilenetv2", 25)])
def test_blocks_keep_deep_networks_readable(name, most):
    assert len(folded_view(preset(name)).graph.nodes) <= most


def test_no_box_covers_another_folded_or_open():
    for info in PRESETS:
        graph = preset(info.name)
        places = [(node.x, node.y) for node in folded_view(graph).graph.nodes.values()]
        assert len(set(places)) == len(places)
        for block in graph.blocks.values():
            inside = [(graph.nodes[node_id].x, graph.nodes[node_id].y) for node_id in block.members]
            assert len(set(inside)) == len(inside)
            assert min(inside)[0] >= block.x


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
    with pytest.raises(NetworkError, match=r"neither a preset nor a \.json file .*\. Did you mean 'resnet50'"):
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
