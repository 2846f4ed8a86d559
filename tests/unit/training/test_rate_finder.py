"""Tests of the trial of learning rates: what it leaves alone, how it ends, and that it follows the optimiser."""

import copy
import math

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.errors import JobCancelledError, TrainingError
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.optimizers import OPTIMIZERS
from cnnstudio.training.rate_curve import RateAdvice, RateTried
from cnnstudio.training.rate_finder import find_rate
from tests.unit.training.sources import TensorSource, blobs, state_bytes, tiny_network

CPU = torch.device("cpu")


def source(count: int = 48, **options: object) -> TensorSource:
    return TensorSource(*blobs(count), **options)  # type: ignore[arg-type]


def trial(module: nn.Module, batches: TensorSource, steps: int = 100,
          **settings: object) -> tuple[list[RateTried], RateAdvice]:
    config = TrainConfig(threads=1, **settings)  # type: ignore[arg-type]
    *tried, advice = find_rate(module, batches, config, CPU, lambda: False, steps=steps)
    assert isinstance(advice, RateAdvice)
    return [one for one in tried if isinstance(one, RateTried)], advice


@pytest.mark.parametrize("optimizer", [row.name for row in OPTIMIZERS])
def test_the_trial_leaves_everything_bit_for_bit_and_suggests_a_rate_for_every_optimiser(optimizer: str):
    module = tiny_network().train()
    module[1].eval()
    before, modes = state_bytes(module), [part.training for part in module.modules()]
    torch.manual_seed(5)
    random, numbers, threads = torch.get_rng_state(), np.random.get_state()[1].copy(), torch.get_num_threads()
    batches = source()
    tried, advice = trial(module, batches, optimizer=optimizer)
    assert state_bytes(module) == before
    assert [part.training for part in module.modules()] == modes
    assert all(parameter.grad is None for parameter in module.parameters())
    assert not any(part._forward_hooks or part._forward_pre_hooks for part in module.modules())
    assert torch.equal(torch.get_rng_state(), random)
    assert np.array_equal(np.random.get_state()[1], numbers)
    assert torch.get_num_threads() == threads
    assert advice.rate is not None
    assert 1e-4 <= advice.rate <= 1
    assert batches.closed == math.ceil(len(tried) / len(batches))  # they were begun anew, and the last epoch closed


def test_the_losses_are_those_of_a_loop_written_by_hand():
    module, batches = tiny_network(dropout=0.0), source()
    tried, _advice = trial(module, batches, steps=20, optimizer="sgd", momentum=0.9)
    own = copy.deepcopy(module).train()
    moved = [torch.zeros_like(parameter) for parameter in own.parameters()]
    everything = [batch for number in range(1, 5) for batch in source().epoch(number)]
    for number, one in enumerate(tried):
        rate = 1e-6 * 1e7 ** (number / 19)
        loss = nn.functional.cross_entropy(own(everything[number].images), everything[number].labels)
        for parameter, speed, gradient in zip(own.parameters(), moved, torch.autograd.grad(loss, own.parameters()),
                                              strict=True):
            speed.mul_(0.9).add_(gradient)
            parameter.data.sub_(rate * speed)
        assert one.rate == pytest.approx(rate, rel=1e-12)
        assert one.loss == pytest.approx(loss.item(), rel=1e-3)
    assert len(tried) > 10


def test_batches_that_are_gathered_for_an_update_count_as_one_step():
    batches = source()
    tried, _advice = trial(tiny_network(), batches, steps=5, accumulation=3)
    assert batches.served == 15
    alone, _advice = trial(tiny_network(), source(), steps=5)
    assert [one.loss for one in tried] != [one.loss for one in alone]


def test_a_network_of_zeros_is_told_to_be_flat_or_to_grow_only():
    module = tiny_network()
    for parameter in module.parameters():
        nn.init.zeros_(parameter)
    _tried, advice = trial(module, source())
    assert advice.rate is None
    assert advice.reason.startswith("No rate can be suggested")


class Explosive(nn.Module):
    """Multiplies by its only weight, and by 0/0 once that has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(3))

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        good = torch.where(self.weight == 1, 1.0, math.nan)
        return images[:, 0, 0, :3] * self.weight * good


def test_a_network_that_breaks_at_once_ends_the_trial_with_a_sentence():
    tried, advice = trial(Explosive(), source(), optimizer="sgd")
    assert len(tried) < 20
    assert math.isinf(tried[-1].loss)
    assert advice.rate is None
    assert "only grew" in advice.reason


def test_what_makes_the_first_step_impossible_is_raised():
    images, labels = blobs(8)
    with pytest.raises(TrainingError, match="label"):
        trial(tiny_network(), TensorSource(images, labels + 7))


def test_a_trial_stops_before_the_next_batch():
    batches, answers = source(), iter([False, False, True])
    steps = find_rate(tiny_network(), batches, TrainConfig(threads=1), CPU, lambda: next(answers))
    assert [next(steps).rate for _ in range(2)]  # type: ignore[union-attr]
    with pytest.raises(JobCancelledError):
        next(steps)
    assert batches.served == 2
    assert batches.closed == 1


def test_without_images_or_weights_there_is_nothing_to_try():
    with pytest.raises(TrainingError, match="no training images"):
        trial(tiny_network(), TensorSource(torch.zeros(0, 1, 8, 8), torch.zeros(0, dtype=torch.long)))
    with pytest.raises(TrainingError, match="nothing to train"):
        trial(nn.Flatten(), source())


def test_balanced_class_weights_and_smoothing_shape_the_updates_of_the_trial_as_they_do_those_of_a_training():
    module, counts = tiny_network(dropout=0.0), (30, 12, 6)
    images, labels = blobs(90)
    chosen = torch.cat([(labels == name).nonzero()[:count, 0] for name, count in enumerate(counts)])
    batches = TensorSource(images[chosen], labels[chosen])
    config = TrainConfig(threads=1, optimizer="sgd", momentum=0.9, class_weights="balanced", label_smoothing=0.2)

    def losses(images_a_class: tuple[int, ...]) -> list[float]:
        events = find_rate(module, batches, config, CPU, lambda: False, steps=12, images_a_class=images_a_class)
        return [one.loss for one in events if isinstance(one, RateTried)]

    own, moved = copy.deepcopy(module).train(), [torch.zeros_like(parameter) for parameter in module.parameters()]
    weights, by_hand = torch.tensor([48 / (3 * count) for count in counts]), []
    everything = [batch for number in range(1, 13) for batch in
                  TensorSource(images[chosen], labels[chosen]).epoch(number)]
    for number, batch in enumerate(everything[:12]):
        logits = own(batch.images)
        by_hand.append(nn.functional.cross_entropy(logits, batch.labels).item())
        loss = nn.functional.cross_entropy(logits, batch.labels, weights, label_smoothing=0.2)
        for parameter, speed, gradient in zip(own.parameters(), moved, torch.autograd.grad(loss, own.parameters()),
                                              strict=True):
            speed.mul_(0.9).add_(gradient)
            parameter.data.sub_(1e-6 * 1e7 ** (number / 11) * speed)
    found = losses(counts)
    assert found == pytest.approx(by_hand[:len(found)], rel=1e-2)
    assert found != pytest.approx(losses(())[:len(found)], rel=1e-2)  # where class weights were left out, one sees it
