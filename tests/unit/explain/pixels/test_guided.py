"""Guided backpropagation against numpy by hand, captum, and networks whose ReLU is no module."""

import copy

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.explain.pixels.guided import EDGES_ONLY, guided_backpropagation
from cnnstudio.explain.pixels.input_gradients import to_map
from tests.unit.explain.networks import Residual, image, plain, relative_error, seeded
from tests.unit.explain.pixels.networks import ask, functional, modular, smooth

CAPTUM_WARNS = pytest.mark.filterwarnings("ignore:Setting backward hooks on ReLU")


def dense() -> nn.Sequential:
    return nn.Sequential(nn.Flatten(), nn.Linear(12, 30), nn.ReLU(), nn.Linear(30, 20), nn.ReLU(), nn.Linear(20, 3))


def guided_by_hand(network: nn.Sequential, pixels: np.ndarray, target: int, *, guided: bool) -> np.ndarray:
    """Go forth and back through two hidden layers with numpy."""
    weights = [(network[place].weight.detach().double().numpy(), network[place].bias.detach().double().numpy())
               for place in (1, 3, 5)]
    before, values = [], pixels.ravel()
    for matrix, bias in weights:
        before.append(matrix @ values + bias)
        values = np.maximum(before[-1], 0)
    gradient = weights[2][0][target]
    for place in (1, 0):
        gradient = np.where(before[place] > 0, np.maximum(gradient, 0) if guided else gradient, 0) @ weights[place][0]
    return gradient.reshape(pixels.shape)


def test_a_dense_network_is_guided_as_worked_out_with_numpy():
    network, pixels = seeded(8, dense), image(3, 2, 2)
    found = guided_backpropagation(ask(network, pixels, 2)).raw
    truth = guided_by_hand(network, pixels[0].double().numpy(), 2, guided=True).sum(axis=0)
    plainly = guided_by_hand(network, pixels[0].double().numpy(), 2, guided=False).sum(axis=0)
    assert relative_error(found, truth) <= 1e-6
    assert relative_error(found, plainly) > 0.1


def captum_map(network: nn.Module, pixels: torch.Tensor, target: int) -> np.ndarray:
    from captum.attr import GuidedBackprop

    theirs = GuidedBackprop(copy.deepcopy(network).eval()).attribute(pixels.clone().requires_grad_(), target)
    return to_map(theirs[0].sum(dim=0))


@CAPTUM_WARNS
def test_networks_of_relu_modules_are_guided_as_captum_does():
    in_modules = modular(functional())
    for network in (in_modules, seeded(1, plain)):
        found = guided_backpropagation(ask(network, image(), 2)).raw
        assert np.abs(found).max() > 0
        # captum cannot hook a ReLU in place, so it is given one that is not
        other = copy.deepcopy(network)
        for part in other.modules():
            if isinstance(part, nn.ReLU):
                part.inplace = False
        assert relative_error(found, captum_map(other, image(), 2)) <= 5e-6


@CAPTUM_WARNS
def test_relu_as_a_function_in_place_and_shared_is_guided_too_where_captum_is_not():
    network = functional()
    found = guided_backpropagation(ask(network, image(), 2)).raw
    truth = captum_map(modular(network), image(), 2)
    assert relative_error(found, truth) <= 5e-6
    assert relative_error(captum_map(network, image(), 2), truth) > 0.1


def test_a_relu_with_a_ceiling_lets_nothing_through_above_it_and_nothing_negative():
    network = nn.Sequential(nn.Flatten(), nn.ReLU6(), nn.Linear(4, 2, bias=False))
    with torch.no_grad():
        network[2].weight.copy_(torch.tensor([[2.0, 3.0, 5.0, -1.0], [-2.0, -3.0, -5.0, 1.0]]))
    pixels = torch.tensor([-1.0, 4.0, 7.0, 2.0]).reshape(1, 1, 1, 4)
    np.testing.assert_array_equal(guided_backpropagation(ask(network, pixels, 0)).raw, [[0, 3, 0, 0]])
    np.testing.assert_array_equal(guided_backpropagation(ask(network, pixels, 1)).raw, [[0, 0, 0, 1]])


def test_a_network_without_relu_gets_the_plain_gradient_and_says_so():
    network = seeded(2, smooth)
    found = guided_backpropagation(ask(network))
    _, gradient = ask(network).gradients(image())
    np.testing.assert_allclose(found.raw, to_map(gradient[0].sum(dim=0)), rtol=1e-5, atol=1e-8)
    assert found.notes[0] == EDGES_ONLY
    assert "no ReLU" in found.notes[1]


def test_activations_the_rule_does_not_know_are_named():
    network = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Conv2d(4, 4, 3), nn.SiLU(), nn.Conv2d(4, 4, 3), nn.GELU(),
                            nn.Flatten(), nn.Linear(400, 2))
    assert guided_backpropagation(ask(network)).notes[1:] == (
        "For GELU and SiLU the rule is not defined; there the gradient is the plain one.",)


def test_the_network_is_as_it_was():
    network = seeded(3, Residual).train()
    before = copy.deepcopy(network.state_dict())
    modules = list(network.modules())
    guided_backpropagation(ask(network))
    assert list(network.modules()) == modules
    assert all(torch.equal(value, network.state_dict()[name]) for name, value in before.items())
    assert all(weights.grad is None for weights in network.parameters())
    assert all(part.training for part in modules)
    assert not any(part._forward_hooks or part._backward_hooks for part in modules)
