"""Tests of updates: gathered batches, parts of a batch, too little memory, clipping, averaging, and their state."""

import copy
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from cnnstudio.errors import TrainingError
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.gathering import parts_of
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.randomness import PrivateRandomness
from cnnstudio.training.step import StepRunner
from tests.unit.training.sources import MixedBatch, TensorBatch, blobs, state_bytes, tiny_network

CPU = torch.device("cpu")


def unnormalised(seed: int = 0, dropout: float = 0.0) -> nn.Sequential:
    """Return a network without batch normalisation."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
                             nn.Dropout(dropout), nn.Linear(64, 3))


class Narrow(nn.Module):
    """A network that has memory for so many images at once, and counts how often it was asked."""

    def __init__(self, inner: nn.Module, room: int, error: type[Exception] = torch.OutOfMemoryError) -> None:
        super().__init__()
        self.inner, self.room, self.error = inner, room, error
        self.sizes: list[int] = []

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        if self.training:
            self.sizes.append(len(images))
        answers = self.inner(images)
        if len(images) > self.room and (self.training or len(images) > 1):  # one image shows where the layers lie
            raise self.error("out of memory")
        return answers


def runner(module: nn.Module, counts: tuple[int, ...] = (), **config: Any) -> StepRunner:
    settings = TrainConfig(**({"optimizer": "sgd", "learning_rate": 0.1, "momentum": 0.0} | config))
    optimizer = build_optimizer(module.parameters(), settings)
    return StepRunner(module, optimizer, settings, PrivateRandomness(CPU, 0), CPU, counts)


def batch(start: int = 0, end: int = 24, *, mix: bool = False) -> TensorBatch:
    images, labels = blobs(24)
    chosen = slice(start, end)
    if not mix:
        return TensorBatch(images[chosen], labels[chosen], np.arange(start, end))
    return MixedBatch(images[chosen], labels[chosen], np.arange(start, end), labels.flip(0)[chosen],
                      torch.linspace(0.5, 1, 24)[chosen])


def weights(module: nn.Module) -> torch.Tensor:
    return torch.cat([weight.detach().flatten() for weight in module.parameters()])


RECIPES: list[dict[str, Any]] = [
    {}, {"loss": "focal", "label_smoothing": 0.1, "class_weights": "balanced"}, {"optimizer": "adam"},
    {"clip_norm": 0.05}]


@pytest.mark.parametrize("recipe", RECIPES, ids=["plain", "every loss", "adam", "clipped"])
@pytest.mark.parametrize("mix", [False, True], ids=["unmixed", "mixed"])
def test_gathered_batches_and_parts_of_one_move_the_weights_as_one_large_batch_does(recipe: dict[str, Any], mix: bool):
    counts = (4, 8, 12)
    whole, gathered, parted = (unnormalised() for _ in range(3))
    begin = weights(whole)
    runner(whole, counts, **recipe).train(batch(mix=mix), "")
    several = runner(gathered, counts, **recipe, accumulation=3)
    for start, end in ((0, 10), (10, 20), (20, 24)):  # a smaller batch at the end counts for less
        assert torch.equal(weights(gathered), begin)
        several.train(batch(start, end, mix=mix), "")
    result = runner(parted, counts, **recipe, micro_batch=7).train(batch(mix=mix), "")
    for module in (gathered, parted):
        torch.testing.assert_close(weights(module) - begin, weights(whole) - begin, rtol=1e-4, atol=1e-6)
    assert not torch.equal(weights(whole), begin)
    assert result.images == 24


def gradient(*starts: int, mix: bool, **config: Any) -> torch.Tensor:
    """Return the gradient of one update by batches of 24 images that begin at ``starts``."""
    module, found = unnormalised(), []
    steps = runner(module, (4, 8, 12), **config)
    steps.optimizer.register_step_pre_hook(
        lambda *_: found.append(torch.cat([weight.grad.flatten() for weight in module.parameters()]).double()))
    for start, end in itertools.pairwise((*starts, 24)):
        steps.train(batch(start, end, mix=mix), "")
    return found[0]


@pytest.mark.parametrize("recipe", RECIPES, ids=["plain", "every loss", "adam", "clipped"])
@pytest.mark.parametrize("mix", [False, True], ids=["unmixed", "mixed"])
def test_the_gradient_of_gathered_batches_and_of_parts_is_the_large_batchs_to_a_millionth(
        recipe: dict[str, Any], mix: bool):
    whole = gradient(0, mix=mix, **recipe)
    gathered = gradient(0, 10, 20, mix=mix, **recipe, accumulation=3)
    parts = gradient(0, mix=mix, **recipe, micro_batch=7)
    both = gradient(0, 10, 20, mix=mix, **recipe, accumulation=3, micro_batch=4)
    for found in (gathered, parts, both):
        assert (found - whole).norm() < 1e-6 * whole.norm()
    others = gradient(0, 10, mix=mix, **recipe)  # the control: the first batch alone
    assert (others - whole).norm() > 0.01 * whole.norm()


def test_the_last_batch_of_an_epoch_leaves_nothing_gathered():
    one, two = unnormalised(), unnormalised()
    steps = runner(one, accumulation=4)
    steps.train(batch(0, 12), "")
    steps.train(batch(12, 24), "", is_last=True)
    runner(two).train(batch(), "")
    torch.testing.assert_close(weights(one), weights(two), rtol=1e-5, atol=1e-7)
    assert steps.state()["gathered"]["batches"] == 0


def test_what_parts_of_a_batch_measure_is_what_the_whole_batch_does():
    one = runner(unnormalised()).train(batch(), "")
    two = runner(unnormalised(), micro_batch=5).train(batch(), "")
    assert two.loss == pytest.approx(one.loss, rel=1e-6)
    assert (two.right, two.images) == (one.right, one.images)
    assert two.gradient_norms == pytest.approx(one.gradient_norms, rel=1e-5)


@pytest.mark.parametrize("recipe", [RECIPES[1], {"loss": "focal"}, {"label_smoothing": 0.3}])
def test_the_loss_that_is_told_is_the_plain_cross_entropy_whatever_is_minimised(recipe: dict[str, Any]):
    module = unnormalised()
    with torch.no_grad():
        expected = functional.cross_entropy(module(batch().images), batch().labels).item()
    assert runner(module, (4, 8, 12), **recipe).train(batch(), "").loss == pytest.approx(expected, rel=1e-6)
    with torch.no_grad():
        expected = functional.cross_entropy(module(batch().images), batch().labels).item()
    module.eval()
    steps = StepRunner(module, build_optimizer(module.parameters(), TrainConfig()), TrainConfig(**recipe),
                       PrivateRandomness(CPU, 0), CPU, (4, 8, 12))
    assert steps.evaluate(batch(), "").loss == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("error", [torch.OutOfMemoryError, MemoryError, RuntimeError])
def test_memory_that_does_not_suffice_halves_the_parts_and_loses_nothing(error: type[Exception]):
    module, plain = Narrow(unnormalised(), 7, error), unnormalised()
    steps = runner(module)
    result = steps.train(batch(), "Epoch 2, step 3")
    expected = runner(plain).train(batch(), "")
    torch.testing.assert_close(weights(module), weights(plain), rtol=1e-5, atol=1e-7)
    assert result.loss == pytest.approx(expected.loss, rel=1e-6)
    assert (steps.micro_batch, module.sizes) == (6, [24, 12, 6, 6, 6, 6])
    first, second = steps.take_notices()
    assert first.startswith("Epoch 2, step 3: the memory was used up by 24 images at once")
    assert "with 6 at a time" in second
    assert "normalisation" not in second
    assert steps.take_notices() == []
    module.sizes.clear()
    steps.train(batch(), "")
    assert module.sizes == [6, 6, 6, 6]
    assert steps.take_notices() == []


def test_with_batch_normalisation_the_notice_says_what_changes():
    steps = runner(Narrow(tiny_network(), 12))
    steps.train(batch(), "")
    assert "Batch normalisation takes its means from the images computed at once" in steps.take_notices()[0]


def test_the_repeated_step_draws_the_same_random_numbers_as_one_that_began_in_parts():
    one, two = Narrow(unnormalised(dropout=0.5), 12), unnormalised(dropout=0.5)
    runner(one).train(batch(), "")
    runner(two, micro_batch=12).train(batch(), "")
    assert state_bytes(one) == state_bytes(two)


def test_running_means_count_a_repeated_step_once():
    one, two = Narrow(tiny_network(), 12), tiny_network()
    runner(one).train(batch(), "")
    runner(two, micro_batch=12).train(batch(), "")
    assert state_bytes(one) == state_bytes(two)


def test_memory_that_does_not_suffice_in_the_validation_halves_the_parts_too():
    module = Narrow(tiny_network(), 13)
    expected = runner(copy.deepcopy(module.inner)).module.eval()
    steps = runner(module)
    module.eval()
    result = steps.evaluate(batch(), "Epoch 1, validation batch 1")
    with torch.no_grad():
        logits = expected(batch().images)
    assert result.loss == pytest.approx(functional.cross_entropy(logits, batch().labels).item(), rel=1e-6)
    assert result.right == int((logits.argmax(1) == batch().labels).sum())
    assert result.class_counts[0].tolist() == [8, 8, 8]
    assert len(steps.take_notices()) == 1


def test_memory_for_not_even_one_image_is_an_error_and_changes_nothing():
    module = Narrow(unnormalised(), 0)
    steps = runner(module, accumulation=2)
    before = state_bytes(module)
    with pytest.raises(TrainingError, match=r"Epoch 1, step 1: the memory is used up\. Not even one image at a time"):
        steps.train(batch(), "Epoch 1, step 1")
    assert module.sizes == [24, 12, 6, 3, 1]
    assert state_bytes(module) == before
    assert steps.state()["gathered"]["batches"] == 0


def test_a_failed_batch_leaves_those_gathered_before_it():
    module, plain = Narrow(unnormalised(), 24), unnormalised()
    steps = runner(module, accumulation=2)
    steps.train(batch(0, 12), "")
    module.room = 0
    with pytest.raises(TrainingError):
        steps.train(batch(12, 24), "")
    module.room, steps.micro_batch = 24, 0
    steps.train(batch(12, 24), "")
    runner(plain).train(batch(), "")
    torch.testing.assert_close(weights(module), weights(plain), rtol=1e-5, atol=1e-7)


def test_parts_cover_all_images_and_leave_no_single_one_to_batch_normalisation():
    assert parts_of(10, 4, joins_single=False) == [slice(0, 4), slice(4, 8), slice(8, 10)]
    assert parts_of(9, 4, joins_single=False) == [slice(0, 4), slice(4, 8), slice(8, 9)]
    assert parts_of(9, 4, joins_single=True) == [slice(0, 4), slice(4, 9)]
    assert parts_of(3, 1, joins_single=True) == [slice(0, 1), slice(1, 2), slice(2, 3)]
    assert parts_of(5, 0, joins_single=True) == parts_of(5, 5, joins_single=True) == [slice(0, 5)]


@pytest.mark.parametrize("limit", [0.01, 0.3, 1e6])
def test_clipping_equals_torchs(limit: float):
    ours, theirs = unnormalised(), unnormalised()
    runner(ours, clip_norm=limit).train(batch(), "")
    functional.cross_entropy(theirs(batch().images), batch().labels).backward()
    length = nn.utils.clip_grad_norm_(theirs.parameters(), limit)
    with torch.no_grad():
        for weight in theirs.parameters():
            weight.sub_(0.1 * weight.grad)
    torch.testing.assert_close(weights(ours), weights(theirs), rtol=1e-5, atol=1e-7)
    assert 0.3 < length < 1e6  # so that the first two are clipped and the last is not


def test_the_average_counts_each_update_by_its_age():
    module = tiny_network()
    steps = runner(module, average_decay=0.8)
    seen: list[dict[str, torch.Tensor]] = []
    for start in (0, 8, 16):
        steps.train(batch(start, start + 8), "")
        seen.append({name: value.clone() for name, value in module.state_dict().items()})
    shares = np.array([0.64, 0.8, 1.0]) / 2.44
    for name, mean in steps.result_weights().items():
        if mean.is_floating_point():
            expected = sum(share * each[name].double() for share, each in zip(shares, seen, strict=True))
            torch.testing.assert_close(mean.double(), expected, rtol=1e-5, atol=1e-7)
        else:
            assert torch.equal(mean, seen[-1][name])


def test_the_average_is_in_force_only_inside_the_block_also_after_an_error():
    module = tiny_network()
    steps = runner(module, average_decay=0.9)
    for _ in range(3):
        steps.train(batch(), "")
    own, result = state_bytes(module), {name: value.clone() for name, value in steps.result_weights().items()}
    assert state_bytes(module) == own

    def inside() -> Iterator[bool]:
        with steps.averaged():
            yield all(torch.equal(value, result[name]) for name, value in module.state_dict().items())
            raise KeyError

    answers = inside()
    assert next(answers)
    assert state_bytes(module) != own
    with pytest.raises(KeyError):
        next(answers)
    assert state_bytes(module) == own
    module.eval()
    alone = copy.deepcopy(module)
    alone.load_state_dict(result)
    with steps.averaged():
        assert steps.evaluate(batch(), "").loss == runner(alone).evaluate(batch(), "").loss


def test_averaging_does_not_change_what_is_trained():
    one, two = tiny_network(), tiny_network()
    averaged, plain = runner(one, average_decay=0.99), runner(two)
    for _ in range(3):
        averaged.train(batch(), "")
        with averaged.averaged():
            pass
        plain.train(batch(), "")
    assert state_bytes(one) == state_bytes(two)
    assert plain.result_weights().keys() == averaged.result_weights().keys()


ALL_AT_ONCE: dict[str, Any] = {"optimizer": "adam", "accumulation": 3, "average_decay": 0.9, "clip_norm": 0.5,
                               "class_weights": "balanced", "label_smoothing": 0.1}


def after(spoil: Callable[[dict[str, Any]], object], updates: int = 4) -> tuple[bytes, bytes]:
    """Return the weights and their average after steps that go on from a spoilt state between two updates."""
    first = Narrow(tiny_network(), 6)
    steps = runner(first, (8, 8, 8), **ALL_AT_ONCE)
    for start in range(0, 20, 4):
        steps.train(batch(start, start + 8), "")
    state = copy.deepcopy({"module": first.state_dict(), "steps": steps.state()})
    spoil(state["steps"])
    second = Narrow(tiny_network(seed=9), 24)
    resumed = runner(second, (8, 8, 8), **ALL_AT_ONCE)
    second.load_state_dict(state["module"])
    resumed.restore(state["steps"])
    for module, each in ((first, steps), (second, resumed)):
        module.room = 24
        for start in range(updates):
            each.train(batch(start, start + 8), "")
    expected, found = (b"".join(value.numpy().tobytes() for value in each.result_weights().values())
                       for each in (steps, resumed))
    assert (state_bytes(first) + expected == state_bytes(second) + found) or spoil is not leave
    return state_bytes(first) + expected, state_bytes(second) + found


def leave(_state: dict[str, Any]) -> None:
    return


def test_a_state_between_two_batches_of_an_update_goes_on_bit_for_bit():
    expected, found = after(leave)
    assert expected == found


@pytest.mark.parametrize("forgotten", ["gathered", "average", "random", "micro_batch"])
def test_without_any_part_of_the_state_it_would_differ(forgotten: str):
    spare = runner(Narrow(tiny_network(), 24), (8, 8, 8), **ALL_AT_ONCE).state()
    expected, found = after(lambda state: state.update({forgotten: spare[forgotten]}))
    assert expected != found


def test_a_state_of_an_earlier_version_has_optimiser_and_randomness_alone():
    steps = runner(tiny_network(), optimizer="adam")
    steps.train(batch(), "")
    state = steps.state()
    later = runner(tiny_network(), optimizer="adam")
    later.restore({"optimizer": state["optimizer"], "random": state["random"]})
    assert later.optimizer.state_dict()["state"][0]["step"] == 1
    assert later.micro_batch == 0


def test_the_binary_loss_refuses_a_network_of_three_classes():
    with pytest.raises(TrainingError, match="binary loss is for two classes, but the network has 3 outputs"):
        runner(unnormalised(), loss="binary").train(batch(), "")
