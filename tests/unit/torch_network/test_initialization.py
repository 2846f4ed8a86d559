"""Weights start as the schemes say, the same for the same seed, without touching torch's random state."""

import math

import pytest
import torch

from cnnstudio.torch_network.builder import build, initialise
from tests.helpers.networks import chain

SCHEMES = ["kaiming", "xavier", "normal", "zeros", "framework"]


@pytest.fixture
def network():
    """Return a network with a convolution of 200 inputs a unit, batch normalisation and a dense layer."""
    return build(chain(
        ("Conv2d", {"out_channels": 128, "kernel_size": 5, "padding": 2}), "BatchNorm2d", "ReLU", "MaxPool2d",
        "Flatten", ("Linear", {"out_features": 20}), ("Output", {"classes": 20}), input_shape=(8, 8, 8)))


def weights(network):
    return {name: tensor.clone() for name, tensor in network.state_dict().items()}


def are_equal(first, second):
    return all(torch.equal(first[name], second[name]) for name in first)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_same_seed_gives_the_same_weights_and_another_seed_others(network, scheme):
    initialise(network, scheme, 7)
    first = weights(network)
    initialise(network, scheme, 8)
    second = weights(network)
    initialise(network, scheme, 7)
    assert are_equal(first, weights(network))
    assert are_equal(first, second) == (scheme == "zeros")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_torchs_random_state_is_untouched(network, scheme):
    before = torch.get_rng_state()
    initialise(network, scheme, 3)
    assert torch.equal(torch.get_rng_state(), before)


@pytest.mark.parametrize(("scheme", "variance"), [
    ("kaiming", lambda inputs: 2 / inputs), ("xavier", lambda inputs: 1 / inputs), ("normal", lambda _inputs: 1e-4)])
@pytest.mark.parametrize(("layer", "inputs"), [("conv2d_1", 8 * 25), ("linear_1", 128 * 16)])
def test_the_variance_is_what_the_course_teaches(network, scheme, variance, layer, inputs):
    initialise(network, scheme, 1)
    drawn = network.layers[layer].weight.detach()
    deviation = math.sqrt(variance(inputs))
    assert drawn.std().item() == pytest.approx(deviation, rel=0.02)
    assert abs(drawn.mean().item()) < 4 * deviation / math.sqrt(drawn.numel())


@pytest.mark.parametrize("scheme", ["kaiming", "xavier", "normal", "zeros"])
def test_biases_start_at_zero(network, scheme):
    initialise(network, scheme, 1)
    assert not network.layers["conv2d_1"].bias.any()
    assert not network.layers["linear_1"].bias.any()


def test_zeros_are_zeros_and_learn_nothing_below_the_last_layer(network):
    initialise(network, "zeros", 1)
    network(torch.randn(4, 8, 8, 8)).pow(2).sum().backward()
    assert not network.layers["linear_1"].weight.any()
    assert not network.layers["conv2d_1"].weight.grad.any()


def test_framework_equals_torchs_own_start_with_the_seed(network):
    initialise(network, "framework", 5)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(5)
        expected = torch.nn.Conv2d(8, 128, 5).weight
    assert torch.equal(network.layers["conv2d_1"].weight, expected)
    assert network.layers["linear_1"].bias.any()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_normalisation_forgets_its_statistics(network, scheme):
    network.train()
    network(torch.randn(4, 8, 8, 8) + 5)
    norm = network.layers["batchnorm2d_1"]
    assert norm.running_mean.any()
    initialise(network, scheme, 1)
    assert not norm.running_mean.any()
    assert norm.num_batches_tracked.item() == 0
    assert torch.equal(norm.weight, torch.ones(128))
