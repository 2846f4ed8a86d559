"""Kernels as numbers, and which known kernel one is like."""

import numpy as np
import pytest

from cnnstudio.explain.kernels import chance, colour_kernel, kernel_layer, kernels_of, likeness, references
from tests.helpers.recordings import record
from tests.unit.explain.test_walk import layer, noise

SOBEL = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], np.float32)


def test_the_kernels_of_a_channel_are_its_weights_with_the_channels_they_see():
    values = layer("Conv2d", [noise(6, 5, 5)], out_channels=4, groups=2)
    found = kernels_of(values, 3)
    np.testing.assert_array_equal(found.weights, values.weights["weight"][3])
    assert list(found.channels) == [3, 4, 5]
    assert found.bias == pytest.approx(float(values.weights["bias"][3]))
    lengths = np.linalg.norm(found.weights.reshape(3, -1).astype(np.float64), axis=1)
    np.testing.assert_allclose(found.strengths, lengths)
    assert list(found.by_strength) == list(np.argsort(-lengths))


def test_depthwise_transposed_and_fixed_kernels_are_found_too():
    depthwise = layer("DepthwiseConv2d", [noise(3, 5, 5)], channel_multiplier=2, bias=False)
    found = kernels_of(depthwise, 3)
    assert (list(found.channels), found.bias, found.weights.shape) == ([1], None, (1, 3, 3))
    transposed = layer("ConvTranspose2d", [noise(4, 5, 5)], out_channels=6, groups=2)
    found = kernels_of(transposed, 4)
    assert list(found.channels) == [2, 3]
    np.testing.assert_array_equal(found.weights, transposed.weights["weight"][2:4, 1])
    fixed = layer("FixedKernel", [noise(2, 5, 5)])
    np.testing.assert_array_equal(kernels_of(fixed, 1).weights[0], SOBEL)
    assert kernels_of(layer("ReLU", [noise(2, 5, 5)]), 0) is None


def test_a_known_kernel_is_recognised_at_any_size_of_its_numbers():
    assert (likeness(SOBEL * 0.03).name, likeness(SOBEL * 0.03).similarity) == (
        "Upright edges (Sobel x)", pytest.approx(1))
    assert likeness(-2 * SOBEL).similarity == pytest.approx(-1)
    assert likeness(np.ones((3, 3))).name == "Box blur"
    assert likeness([[0, 1, 0], [1, -4, 1], [0, 1, 0]]).name == "All edges (Laplacian)"
    assert likeness(np.pad(SOBEL, 1)).name == "Upright edges (Sobel x)"
    assert likeness(np.ones((5, 5))).name == "Box blur, wide"


def test_similarity_is_the_cosine_of_the_two_kernels():
    kernel = np.random.default_rng(5).normal(size=(3, 3))
    found = likeness(kernel)
    known = np.array(found.kernel)
    cosine = (kernel * known).sum() / np.sqrt((kernel ** 2).sum() * (known ** 2).sum())
    assert found.similarity == pytest.approx(cosine)
    others = [abs((kernel * other).sum()) / np.linalg.norm(other) for other in references(3).values()]
    assert abs(cosine) * np.linalg.norm(kernel) == pytest.approx(max(others))


@pytest.mark.parametrize("side", [3, 5])
def test_a_random_kernel_is_told_as_like_none_in_nineteen_of_twenty_cases(side):
    drawn = np.random.default_rng(17).normal(size=(1000, side, side))
    telling = np.mean([likeness(kernel).is_telling for kernel in drawn])
    # 5 % are expected; the standard error of 1,000 draws is 0.7 points.
    assert 0.03 < telling < 0.075
    assert likeness(SOBEL + 0.1).is_telling
    assert 0.5 < chance(side) < 0.95


@pytest.mark.parametrize("kernel", [np.ones((1, 1)), np.ones((7, 7)), np.ones((3, 5)), np.zeros((3, 3))])
def test_other_kernels_are_not_compared(kernel):
    assert likeness(kernel) is None


def test_a_colour_kernel_is_grey_where_its_weight_is_nothing():
    picture = colour_kernel(np.stack([SOBEL, 0 * SOBEL, -SOBEL]))
    assert picture.shape == (3, 3, 3)
    assert tuple(picture[1, 2]) == (255, 128, 1)
    assert tuple(picture[0, 1]) == (128, 128, 128)
    assert (colour_kernel(np.zeros((3, 2, 2), np.float32)) == 128).all()


def test_the_kernels_behind_an_activation_are_those_of_the_convolution_before_it():
    recording = record()
    by_kind = {layer.kind: layer.id for layer in recording.layers}
    for kind in ("Conv2d", "ReLU", "MaxPool2d"):
        assert kernel_layer(recording, by_kind[kind]) == by_kind["Conv2d"]
    for kind in ("Flatten", "Linear", "Input"):
        assert kernel_layer(recording, by_kind[kind]) == by_kind[kind]
