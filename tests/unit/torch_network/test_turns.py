"""Training steps that go over memory fewer times, with the same results bit for bit."""

import copy
from contextlib import nullcontext

import pytest
import torch
from torch import nn
from torch.nn import functional

from cnnstudio.network.presets import preset
from cnnstudio.torch_network import turns
from cnnstudio.torch_network.builder import GraphNetwork, build, initialise
from tests.helpers.networks import random_network, u_net

SHAPE, CLASSES = (3, 32, 32), 4


def network(name: str) -> GraphNetwork:
    module = build(preset(name, input_shape=SHAPE, classes=CLASSES))
    initialise(module, "kaiming", 0)
    return module.train()


def learned(module: GraphNetwork, *, quick: bool, last: bool = False) -> dict[str, torch.Tensor]:
    """Return weights and buffers after three steps of plain SGD; NaN nowhere."""
    module = copy.deepcopy(module)
    order = torch.channels_last if last else torch.contiguous_format
    images = torch.randn(3, 6, *module.input_shape, generator=torch.Generator().manual_seed(1))
    with module.in_fewer_passes() if quick else nullcontext():
        for batch in images:
            torch.manual_seed(5)  # for dropout
            logits = module(batch.contiguous(memory_format=order))
            loss = functional.cross_entropy(logits, torch.arange(6) % module.classes)
            module.zero_grad()
            loss.backward()
            with torch.no_grad():
                for parameter in module.parameters():
                    parameter.sub_(0.01 * parameter.grad)
    return module.state_dict()


def same(first: dict[str, torch.Tensor], second: dict[str, torch.Tensor]) -> bool:
    return all(torch.equal(first[name], second[name]) for name in first)


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("name", ["tutorial", "small", "lenet5"])
def test_weights_are_the_same_bit_for_bit(name, last):
    module = network(name)
    assert module._steps != turns.in_fewer_passes(module._steps, module.kinds, module.output_id) or name == "lenet5"
    assert same(learned(module, quick=False, last=last), learned(module, quick=True, last=last))


def test_a_network_that_branches_learns_the_same():
    module = build(u_net()).train()
    assert same(learned(module, quick=False), learned(module, quick=True))


@pytest.mark.parametrize("seed", range(8))
def test_random_networks_learn_the_same(seed):
    module = build(random_network(seed)).train()
    assert same(learned(module, quick=False), learned(module, quick=True))


def test_a_difference_would_be_noticed(monkeypatch):
    """The control: moving a leaky ReLU's cut to 0 in the quick way gives other weights."""
    module = network("tutorial")
    plain = learned(module, quick=False)
    monkeypatch.setattr(torch, "relu_", lambda values: functional.leaky_relu_(values, 0.01))
    assert not same(plain, learned(module, quick=True))


def test_a_relu_has_its_turn_behind_the_pooling():
    module, sizes = network("tutorial"), []
    with module.in_fewer_passes(), pytest.MonkeyPatch.context() as patch:
        relu = torch.relu_
        patch.setattr(torch, "relu_", lambda values: sizes.append(values.shape[-1]) or relu(values))
        module(torch.zeros(2, *SHAPE))
    assert sizes == [15, 6, 4, 64]  # by hand: (32 - 2) / 2, (15 - 2) / 2, 6 - 2, and the first Linear's units


@pytest.mark.parametrize("way", ["hook", "evaluation", "no gradients"])
def test_who_looks_at_single_layers_sees_what_they_give(way):
    module, seen = network("tutorial"), {}
    images = torch.randn(2, *SHAPE)
    expected = nn.Sequential(*list(module.layers.values())[:3])(images)
    pool = list(module.layers)[2]
    if way == "evaluation":
        module.eval()
    if way != "evaluation":
        module.layers[pool].register_forward_hook(lambda _m, inputs, output: seen.update(into=inputs[0], out=output))
    with module.in_fewer_passes(), torch.set_grad_enabled(way != "no gradients"):
        module(images)
        out = seen.get("out", module.values_of(pool, images))
    assert torch.equal(out, expected)
    assert not seen or bool((seen["into"] >= 0).all())


def test_what_a_training_gives_the_rest_of_a_network_is_never_overwritten():
    module = network("tutorial")
    first = next(iter(module.layers))  # a convolution, in front of a ReLU
    values = module.values_of(first, torch.randn(2, *SHAPE)).detach()
    kept = values.clone()
    module.begin_behind(first)
    with module.in_fewer_passes():
        module(values).sum().backward()
    assert torch.equal(values, kept)
    assert bool((values < 0).any())


def test_the_usual_turns_come_back_after_the_block():
    module = network("tutorial")
    with module.in_fewer_passes():
        assert module._quick
    assert module._quick is None
