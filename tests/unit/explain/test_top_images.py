"""The images that excite channels most, and the pixels a place sees."""

import numpy as np
import pytest
import torch

from cnnstudio.explain.seen_pixels import seen_pixels
from cnnstudio.explain.top_images import TopKeeper
from cnnstudio.explain.walk_capture import outlines
from cnnstudio.torch_network.builder import build
from tests.helpers.networks import add, chain, random_network


def keep(maps, batch, kept=3):
    """Hand maps (N, C, h, w) over in batches."""
    keeper = TopKeeper(maps.shape[1], kept)
    for start in range(0, len(maps), batch):
        part = maps[start:start + batch]
        flat = part.reshape(*part.shape[:2], -1)
        numbers = np.arange(start, start + len(part))
        keeper.add(flat.max(axis=2), flat.argmax(axis=2), np.abs(part).max(axis=(2, 3)), numbers, maps.shape[3])
    return keeper.found()


@pytest.mark.parametrize("batch", [1, 4, 20])
def test_the_strongest_images_and_places_are_found_whatever_the_batches(batch):
    maps = np.random.default_rng(0).normal(size=(20, 5, 3, 4)).astype(np.float32)
    found = keep(maps, batch)
    greatest = maps.max(axis=(2, 3))
    for channel in range(5):
        order = np.argsort(-greatest[:, channel])[:3]
        assert list(found.images[channel]) == list(order)
        for place, image in enumerate(order):
            row, column = found.rows[channel, place], found.columns[channel, place]
            assert maps[image, channel, row, column] == greatest[image, channel] == found.values[channel, place]
    assert found.count == 20


def test_a_channel_that_is_zero_in_every_image_is_dead_and_one_that_is_negative_is_not():
    maps = np.zeros((6, 3, 2, 2), np.float32)
    maps[:, 1] = -1
    maps[4, 2, 1, 1] = 0.5
    found = keep(maps, 2)
    assert list(found.dead) == [0]
    assert (found.images[2, 0], found.rows[2, 0], found.columns[2, 0]) == (4, 1, 1)


def test_fewer_images_than_places_leave_places_free():
    found = keep(np.ones((2, 1, 1, 1), np.float32), 2)
    assert list(found.images[0]) == [0, 1, -1]
    assert found.values[0, 2] == -np.inf


def reached(network, layer_id, row, column):
    """Return the rows and columns whose pixels change a value of a map: where its gradient is not 0."""
    image = torch.rand(1, *network.input_shape, generator=torch.Generator().manual_seed(1)) + 0.5
    image.requires_grad_()
    network.values_of(layer_id, image)[0, :, row, column].sum().backward()
    touched = image.grad[0].abs().sum(0) > 0
    if not touched.any():
        return None
    rows, columns = torch.nonzero(touched.any(1)).flatten(), torch.nonzero(touched.any(0)).flatten()
    return (int(rows[0]), int(rows[-1])), (int(columns[0]), int(columns[-1]))


def positive(network):
    """Make every weight positive, so that no path cancels another."""
    with torch.no_grad():
        for tensor in network.parameters():
            tensor.abs_().add_(0.1)
    return network.eval()


def linear_network():
    return chain(("Conv2d", {"out_channels": 2, "kernel_size": (3, 2), "stride": 2, "padding": (1, 0)}),
                  ("AvgPool2d", {"kernel_size": 2, "stride": 1}), ("Conv2d", {"out_channels": 3, "dilation": 2}),
                  ("Upsample", {"mode": "bilinear"}), ("ZeroPad2d", {}), ("Crop2d", {"size": (7, 6)}),
                  ("ConvTranspose2d", {"out_channels": 2, "kernel_size": 3, "stride": 2, "padding": 1}),
                  ("FixedKernel", {"kernel": ((1.0,) * 3,) * 3}), ("AdaptiveAvgPool2d", {"output_size": (4, 5)}),
                  ("DepthwiseConv2d", {"same": True}), "Flatten", ("Linear", {"out_features": 4}),
                  ("Output", {"classes": 4}), input_shape=(3, 24, 28))


@pytest.mark.parametrize("place", [(0, 0), (1, 2), (3, 1)])
def test_the_pixels_a_place_sees_are_those_its_gradient_reaches(place):
    graph = linear_network()
    network = positive(build(graph))
    layers = outlines(network, graph)
    for layer in layers:
        if len(layer.shape) == 3 and layer.kind != "Input":
            row, column = min(place[0], layer.shape[1] - 1), min(place[1], layer.shape[2] - 1)
            expected = reached(network, layer.id, row, column)
            if expected is None:  # a zero that was added sees nothing; it is told as the pixel next to it
                assert layer.kind == "ZeroPad2d"
                continue
            assert seen_pixels(layers, layer.id, row, column) == expected, layer.id


def test_a_shortcut_sees_what_both_of_its_branches_see():
    graph = chain(input_shape=(1, 12, 12))
    first = add(graph, "Conv2d", ["input_1"], out_channels=2, same=True)
    second = add(graph, "Conv2d", [first], out_channels=2, same=True)
    merged = add(graph, "Add", [first, second])
    add(graph, "Output", [add(graph, "Linear", [add(graph, "Flatten", [merged])], out_features=2)], classes=2)
    network = positive(build(graph))
    assert seen_pixels(outlines(network, graph), merged, 5, 0) == ((3, 7), (0, 2)) == reached(network, merged, 5, 0)


@pytest.mark.parametrize("seed", range(8))
def test_no_gradient_reaches_beyond_the_pixels_a_place_is_said_to_see(seed):
    graph = random_network(seed)
    network = positive(build(graph))
    layers = outlines(network, graph)
    means = {"SqueezeExcitation", "LayerNorm", "GroupNorm", "GlobalAvgPool2d", "GlobalMaxPool2d"}
    mixed = set()
    for layer in layers:
        if layer.kind in means or mixed & set(layer.sources):
            mixed.add(layer.id)
        if len(layer.shape) == 3 and layer.kind != "Input" and layer.id not in mixed:
            said = seen_pixels(layers, layer.id, 0, layer.shape[2] - 1)
            image = torch.rand(1, *network.input_shape, requires_grad=True)
            network.values_of(layer.id, image)[0, :, 0, layer.shape[2] - 1].sum().backward()
            image.grad[0, :, said[0][0]:said[0][1] + 1, said[1][0]:said[1][1] + 1] = 0
            assert not image.grad.any(), (layer.id, said)
