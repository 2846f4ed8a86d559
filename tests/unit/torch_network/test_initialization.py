"""Weights start as the schemes say, the same for the same seed, without touching torch's random state."""

import math

import pytest
import torch

from cnnstudio.network.registry import layer_kinds
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


MANY = chain(
    ("ConvTranspose2d", {"out_channels": 64, "kernel_size": 4, "stride": 2, "padding": 1, "groups": 2}), "PReLU",
    ("GroupNorm", {"num_groups": 4}), ("DepthwiseConv2d", {"channel_multiplier": 8, "kernel_size": 5}), "LayerNorm",
    ("FixedKernel", {"kernel": [[1, 2, 1], [2, 4, 2], [1, 2, 1]]}), ("SqueezeExcitation", {"reduction": 2}), "SiLU",
    "GlobalMaxPool2d", "BatchNorm1d", ("Linear", {"out_features": 5}), ("Output", {"classes": 5}),
    input_shape=(32, 8, 8))


@pytest.fixture
def many():
    """Return a network of all kinds with weights but the plain ones."""
    return build(MANY)


def test_all_kinds_with_weights_are_looked_at_here():
    example = {"Linear": (16,), "BatchNorm1d": (16,)}
    weighted = {name for name, kind in layer_kinds().items()
                if kind.max_inputs == 1 and kind.family != "backbone"
                and kind.weights([example.get(name, (16, 4, 4))], kind.defaults())}
    assert weighted == {node.kind for node in MANY.nodes.values()} & weighted | {"Conv2d", "BatchNorm2d"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_weight_of_every_kind_is_set_anew(many, scheme):
    """Whatever the weights were before, the same seed sets all of them to the same values."""
    initialise(many, scheme, 7)
    first = weights(many)
    with torch.no_grad():
        for weight in many.parameters():
            weight.fill_(123.0)
    initialise(many, scheme, 7)
    assert are_equal(first, weights(many))
    assert not any((weight == 123.0).any() for weight in many.parameters())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_fixed_kernel_is_never_set_anew(many, scheme):
    kernel = many.layers["fixedkernel_1"].kernel
    before = kernel.clone()
    initialise(many, scheme, 1)
    assert torch.equal(kernel, before)
    assert kernel.flatten().tolist() == [value / 16 for value in (1, 2, 1, 2, 4, 2, 1, 2, 1)]
    assert not list(many.layers["fixedkernel_1"].parameters())
    assert not list(many.layers["fixedkernel_1"].state_dict())


@pytest.mark.parametrize("scheme", ["kaiming", "xavier", "normal", "zeros"])
def test_slopes_start_at_a_quarter_and_norms_at_one_and_zero(many, scheme):
    with torch.no_grad():
        for weight in many.parameters():
            weight.fill_(9.0)
    initialise(many, scheme, 1)
    assert torch.equal(many.layers["prelu_1"].weight, torch.full((64,), 0.25))
    for name in ("groupnorm_1", "layernorm_1", "batchnorm1d_1"):
        assert torch.equal(many.layers[name].weight, torch.ones_like(many.layers[name].weight))
        assert not many.layers[name].bias.any()


@pytest.mark.parametrize(("layer", "inputs"), [
    (lambda network: network.layers["convtranspose2d_1"], 32 / 2 * 16 / 4),
    (lambda network: network.layers["depthwiseconv2d_1"], 25),
    (lambda network: network.layers["squeezeexcitation_1"].squeeze, 512),
    (lambda network: network.layers["squeezeexcitation_1"].excite, 256)],
    ids=["transposed", "depthwise", "squeeze", "excite"])
def test_layers_of_every_kind_get_kaimings_variance(many, layer, inputs):
    initialise(many, "kaiming", 3)
    assert layer(many).weight.std().item() == pytest.approx(math.sqrt(2 / inputs), rel=0.03)
    assert not layer(many).bias.any()


def test_a_transposed_convolution_keeps_the_variance_of_what_it_gets():
    """With n inputs a value and variance 1 / n, values of variance 1 come out with variance 1, away from the border."""
    network = build(chain(
        ("ConvTranspose2d", {"out_channels": 64, "kernel_size": 4, "stride": 2, "padding": 1}), "GlobalAvgPool2d",
        ("Linear", {"out_features": 2}), ("Output", {"classes": 2}), input_shape=(48, 24, 24)))
    initialise(network, "xavier", 5)
    images = torch.randn(4, 48, 24, 24, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        made = network.layers["convtranspose2d_1"](images)[:, :, 4:-4, 4:-4]
    assert made.var().item() == pytest.approx(1, rel=0.05)


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
