"""Tests of the table of optimisers."""

import sys
from typing import get_args

import pytest
import torch
from torch import nn

from cnnstudio.errors import InputError
from cnnstudio.training.config import OptimizerName, TrainConfig
from cnnstudio.training.optimizers import OPTIMIZERS, _speed, build_optimizer, optimizer_info


def after_gradients(config: TrainConfig, gradients: list[float], start: float = 1.0) -> list[float]:
    """Return the values of one weight after each of the gradients."""
    weight = nn.Parameter(torch.tensor([start]))
    optimizer = build_optimizer([weight], config)
    values = []
    for gradient in gradients:
        weight.grad = torch.tensor([gradient])
        optimizer.step()
        values.append(weight.item())
    return values


def test_every_optimiser_of_the_settings_is_in_the_table():
    assert tuple(row.name for row in OPTIMIZERS) == get_args(OptimizerName)


@pytest.mark.parametrize("info", OPTIMIZERS, ids=lambda info: info.name)
def test_each_row_is_complete_and_can_be_built(info):
    assert set(info.settings) <= set(TrainConfig.model_fields)
    assert info.help.endswith(".")
    optimizer = build_optimizer([nn.Parameter(torch.ones(2))], TrainConfig(optimizer=info.name, learning_rate=0.25))
    assert type(optimizer).__name__ == info.torch_name
    assert optimizer.param_groups[0]["lr"] == 0.25


def test_sgd_with_momentum_equals_the_hand_computation():
    # v1 = 2, w = 1 - 0.1*2 = 0.8; v2 = 0.5*2 + 2 = 3, w = 0.8 - 0.1*3 = 0.5
    config = TrainConfig(optimizer="sgd", learning_rate=0.1, momentum=0.5)
    assert after_gradients(config, [2.0, 2.0]) == pytest.approx([0.8, 0.5])


def test_nesterov_looks_ahead_along_the_momentum():
    # v1 = 2, w = 1 - 0.1*(2 + 0.5*2) = 0.7; v2 = 0.5*2 + 2 = 3, w = 0.7 - 0.1*(2 + 0.5*3) = 0.35
    config = TrainConfig(optimizer="sgd", learning_rate=0.1, momentum=0.5, nesterov=True)
    assert after_gradients(config, [2.0, 2.0]) == pytest.approx([0.7, 0.35])


def test_nesterov_without_momentum_is_plain_sgd_and_other_optimisers_know_nothing_of_it():
    config = TrainConfig(optimizer="sgd", learning_rate=0.1, momentum=0.0, nesterov=True)
    assert after_gradients(config, [2.0, 2.0]) == pytest.approx([0.8, 0.6])
    for name in ("adam", "adamw", "rmsprop"):
        plain, ahead = (TrainConfig(optimizer=name, nesterov=nesterov) for nesterov in (False, True))
        assert after_gradients(plain, [2.0, 1.0]) == after_gradients(ahead, [2.0, 1.0])


def test_rmsprop_divides_by_the_root_of_the_mean_square():
    # s1 = 0.01*4, w = 1 - 0.1*2/0.2 = 0; s2 = 0.99*0.04 + 0.01*9 = 0.1296, w = 0 - 0.1*3/0.36
    config = TrainConfig(optimizer="rmsprop", learning_rate=0.1, momentum=0.0)
    assert after_gradients(config, [2.0, 3.0]) == pytest.approx([0.0, -0.3 / 0.36], abs=1e-5)


def test_sgd_adds_the_weight_decay_to_the_gradient():
    # w = 1 - 0.1 * (2 + 0.5 * 1)
    config = TrainConfig(optimizer="sgd", learning_rate=0.1, momentum=0.0, weight_decay=0.5)
    assert after_gradients(config, [2.0]) == pytest.approx([0.75])


def test_adams_first_step_is_the_learning_rate_whatever_the_gradient():
    config = TrainConfig(optimizer="adam", learning_rate=0.01)
    assert after_gradients(config, [1e-3]) == pytest.approx([0.99], abs=1e-6)
    assert after_gradients(config, [-1e3]) == pytest.approx([1.01], abs=1e-6)


def test_adamw_shrinks_the_weight_apart_from_the_gradient():
    # w = 2 * (1 - 0.1 * 0.5) - 0.1
    config = TrainConfig(optimizer="adamw", learning_rate=0.1, weight_decay=0.5)
    assert after_gradients(config, [3.0], start=2.0) == pytest.approx([1.8], abs=1e-6)


def test_frozen_weights_are_left_out():
    frozen, free = nn.Parameter(torch.ones(1), requires_grad=False), nn.Parameter(torch.ones(1))
    assert build_optimizer([frozen, free], TrainConfig()).param_groups[0]["params"] == [free]


def test_an_unknown_optimiser_names_the_known_ones():
    with pytest.raises(InputError, match="sgd, adam, adamw"):
        optimizer_info("adagrad")


def steps(optimizer: torch.optim.Optimizer, weight: nn.Parameter, count: int) -> None:
    for number in range(count):
        optimizer.zero_grad()
        (weight ** 2 * torch.linspace(0.5, 2, len(weight)) * (number + 1)).sum().backward()
        optimizer.step()


@pytest.mark.parametrize("info", OPTIMIZERS, ids=lambda info: info.name)
def test_each_optimiser_computes_bit_for_bit_what_torchs_class_does_and_goes_on_from_a_kept_state(info):
    config = TrainConfig(optimizer=info.name, learning_rate=0.05, weight_decay=0.01)
    weight, other, later = (nn.Parameter(torch.linspace(-1, 1, 50)) for _ in range(3))
    arguments = {argument: getattr(config, field) for field, argument in info.settings.items()}
    ours = build_optimizer([weight], config)
    plain = getattr(torch.optim, info.torch_name)([other], **_speed(info), **arguments)
    steps(ours, weight, 3)
    steps(plain, other, 3)
    assert torch.equal(weight, other)
    assert not torch.equal(weight, later)
    resumed = build_optimizer([later], config)
    resumed.load_state_dict(ours.state_dict())
    later.data.copy_(weight.data)
    steps(resumed, later, 2)
    steps(plain, other, 2)
    assert torch.equal(later, other)


@pytest.mark.parametrize("info", OPTIMIZERS, ids=lambda info: info.name)
def test_no_optimiser_needs_torchs_compiler(info, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch._dynamo", None)
    weight = nn.Parameter(torch.ones(3))
    optimizer = build_optimizer([weight], TrainConfig(optimizer=info.name))
    steps(optimizer, weight, 2)
    optimizer.load_state_dict(optimizer.state_dict())
    with pytest.raises(ImportError, match="_dynamo"):  # the control: torch's own class does need it
        steps(getattr(torch.optim, info.torch_name)([weight], lr=0.1), weight, 1)


def test_a_rate_factor_makes_a_group_that_takes_so_much_of_the_rate():
    """One plain SGD step by hand: the weight moves by rate · factor · gradient."""
    slow, fast = (torch.nn.Parameter(torch.tensor([1.0])) for _ in range(2))
    slow.rate_factor = 0.1
    config = TrainConfig(optimizer="sgd", momentum=0, learning_rate=0.5)
    optimizer = build_optimizer([slow, fast], config)
    assert [(group["lr"], group["rate_factor"]) for group in optimizer.param_groups] == [(0.05, 0.1), (0.5, 1.0)]
    for parameter in (slow, fast):
        parameter.grad = torch.tensor([2.0])
    optimizer.step()
    assert (slow.item(), fast.item()) == (pytest.approx(1 - 0.1), pytest.approx(1 - 1.0))
    assert len(build_optimizer([fast], config).param_groups) == 1
