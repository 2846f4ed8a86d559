"""Tests of the schedules: each equal to torch's own, update by update, and pure."""

import warnings
from collections.abc import Callable, Sequence
from typing import Any, get_args

import pytest
import torch
from torch import nn
from torch.optim import lr_scheduler

from cnnstudio.training.config import ScheduleName, TrainConfig
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.schedules import _SHARES, learning_rate, schedule_curve

STEPS = 7
RATE = 0.3


def config(**changes: Any) -> TrainConfig:
    return TrainConfig(**({"epochs": 12, "learning_rate": RATE} | changes))


def ours(settings: TrainConfig, val_losses: Sequence[float] = (), epochs: int | None = None) -> list[float]:
    """Return the rate of every update, asked for in reverse order, because none may depend on the ones before."""
    places = [(epoch, step) for epoch in range(epochs or settings.epochs) for step in range(STEPS)]
    rates = [learning_rate(settings, epoch + step / STEPS, STEPS, val_losses) for epoch, step in reversed(places)]
    return rates[::-1]


def torchs(make: Callable[[torch.optim.Optimizer], Any], epochs: int = 12, *, each_epoch: bool = False) -> list[float]:
    """Return the rates torch gives; its scheduler is asked after every update, or after every epoch."""
    optimizer = build_optimizer([nn.Parameter(torch.zeros(1))], TrainConfig(optimizer="sgd", learning_rate=RATE))
    scheduler, rates = make(optimizer), []
    for update in range(1, epochs * STEPS + 1):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if update < epochs * STEPS and (not each_epoch or update % STEPS == 0):
            scheduler.step()
    return rates


def test_every_schedule_of_the_settings_is_in_the_table():
    assert tuple(_SHARES) == get_args(ScheduleName)


def test_constant_is_the_recipes_rate_to_the_last_bit():
    assert set(ours(config())) == {RATE}


@pytest.mark.parametrize(("length", "factor"), [(1, 0.5), (3, 0.1), (20, 0.1)])
def test_step_equals_torchs(length: int, factor: float):
    expected = torchs(lambda optimizer: lr_scheduler.StepLR(optimizer, length, factor), each_epoch=True)
    assert ours(config(schedule="step", step_epochs=length, fall_factor=factor)) == pytest.approx(expected, rel=1e-9)


def test_cosine_equals_torchs():
    expected = torchs(lambda optimizer: lr_scheduler.CosineAnnealingLR(optimizer, 12 * STEPS))
    assert ours(config(schedule="cosine")) == pytest.approx(expected, rel=1e-9)
    assert expected[-1] < 0.001 * RATE


@pytest.mark.parametrize(("warm_up", "rise"), [(0.0, 0.3), (6.0, 0.5), (1.0, 1 / 12)])
def test_one_cycle_equals_torchs_and_a_warm_up_is_its_rise(warm_up: float, rise: float):
    expected = torchs(lambda optimizer: lr_scheduler.OneCycleLR(
        optimizer, RATE, total_steps=12 * STEPS, pct_start=rise, cycle_momentum=False))
    assert ours(config(schedule="one_cycle", warm_up_epochs=warm_up)) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("schedule", ["constant", "cosine", "step"])
def test_warm_up_equals_torchs_linear_rise_before_the_schedule(schedule: str):
    after = {"constant": lambda optimizer: lr_scheduler.ConstantLR(optimizer, 1.0),
             "cosine": lambda optimizer: lr_scheduler.CosineAnnealingLR(optimizer, 10 * STEPS),
             "step": lambda optimizer: lr_scheduler.StepLR(optimizer, 3 * STEPS, 0.1)}[schedule]

    def both(optimizer: torch.optim.Optimizer) -> lr_scheduler.SequentialLR:
        rise = lr_scheduler.LinearLR(optimizer, 1 / (2 * STEPS + 1), 1.0, 2 * STEPS)
        return lr_scheduler.SequentialLR(optimizer, [rise, after(optimizer)], [2 * STEPS])

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch's own use of the argument it warns of
        expected = torchs(both)
    found = ours(config(schedule=schedule, warm_up_epochs=2, step_epochs=3))
    assert found == pytest.approx(expected, rel=1e-9)
    assert found[0] < found[STEPS] < found[2 * STEPS] == RATE


LOSSES = [3.0, 2.0, 2.0, 2.5, 1.9, 2.0, 2.0, 2.0, 2.0, 1.0, 1.1, 1.2]


@pytest.mark.parametrize("patience", [1, 2, 3])
def test_plateau_equals_torchs_with_a_patience_of_one_less(patience: int):
    optimizer = build_optimizer([nn.Parameter(torch.zeros(1))], TrainConfig(optimizer="sgd", learning_rate=RATE))
    scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=patience - 1, threshold=0, eps=0)
    expected = []
    for loss in LOSSES:
        expected += [optimizer.param_groups[0]["lr"]] * STEPS
        scheduler.step(loss)
    found = ours(config(schedule="plateau", plateau_patience=patience, fall_factor=0.5), LOSSES)
    assert found == pytest.approx(expected, rel=1e-12)
    assert found[-1] < RATE


def test_plateau_waits_as_many_epochs_as_the_recipe_says():
    settings = config(schedule="plateau", plateau_patience=2, fall_factor=0.5)
    rates = [learning_rate(settings, epoch, STEPS, [1.0] * 8) / RATE for epoch in range(8)]
    assert rates == [1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.125]


def test_plateau_does_not_count_the_epochs_of_the_warm_up():
    settings = config(schedule="plateau", plateau_patience=1, fall_factor=0.5, warm_up_epochs=3)
    assert learning_rate(settings, 4, STEPS, [1.0, 1.0, 1.0, 5.0]) == RATE
    assert learning_rate(settings, 5, STEPS, [1.0, 1.0, 1.0, 5.0, 5.0]) == RATE / 2


@pytest.mark.parametrize("schedule", ["constant", "step", "cosine", "one_cycle", "plateau"])
def test_a_warm_up_as_long_as_the_training_only_rises(schedule: str):
    rates = ours(config(schedule=schedule, warm_up_epochs=40, epochs=3, step_epochs=1))
    assert rates == sorted(rates)
    assert 0 < rates[0] < rates[-1] <= RATE


@pytest.mark.parametrize("schedule", ["constant", "step", "cosine", "one_cycle", "plateau"])
def test_a_training_of_one_update_and_one_that_goes_on_have_a_rate(schedule: str):
    one = config(schedule=schedule, epochs=1)
    assert 0 < learning_rate(one, 0, 1, ()) <= RATE
    assert 0 < learning_rate(one, 7, 1, [1.0] * 7) <= RATE
    several = config(schedule=schedule, step_epochs=100)
    assert learning_rate(several, 14.5, STEPS, ()) == pytest.approx(ours(several)[-1])


def test_the_curve_before_the_start_lies_on_the_rates_of_the_updates():
    settings = config(schedule="one_cycle")
    positions, rates = schedule_curve(settings, STEPS, 10_000)
    assert positions == pytest.approx([update / STEPS for update in range(12 * STEPS)])
    assert rates == pytest.approx(ours(settings), rel=1e-9)
    few_positions, few_rates = schedule_curve(settings, STEPS, 5)
    assert len(few_positions) == len(few_rates) == 5
    assert (few_positions[0], few_positions[-1]) == (0, pytest.approx(12 - 1 / STEPS))
    assert schedule_curve(config(epochs=1), 1, 100) == ([0.0], [RATE])
