"""Tests of what a recipe asks of a whole training: schedule, early stopping, averages, less memory, class weights."""

import itertools
from typing import Any

import pytest
import torch
from torch import nn
from torch.nn import functional

from cnnstudio.errors import TrainingError
from cnnstudio.training.callbacks import early_stop_reason
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingFinished, TrainingNotice
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.trainer import Trainer
from tests.unit.training.sources import TensorSource, blobs, state_bytes, tiny_network
from tests.unit.training.test_updates import Narrow, weights

CPU = torch.device("cpu")


def trainer(module: nn.Module | None = None, *, opposite: bool = False, counts: tuple[int, ...] = (),
            **config: Any) -> Trainer:
    """Return a training of 4 batches an epoch; with ``opposite`` the better it gets, the worse its validation."""
    settings = TrainConfig(**({"epochs": 2, "threads": 1, "seed": 5} | config))
    images, labels = blobs(12, seed=1)
    validation = TensorSource(images, (labels + 1) % 3 if opposite else labels)
    train = TensorSource(*blobs(30), shuffle=True)
    return Trainer(module or tiny_network(dropout=0), train, validation, settings, device=CPU, images_a_class=counts)


def events(training: Trainer, kind: type[Any]) -> list[Any]:
    return [event for event in training.run(lambda: False) if isinstance(event, kind)]


def test_each_update_has_the_learning_rate_of_its_place_and_says_so():
    training = trainer(epochs=3, optimizer="sgd", learning_rate=0.1, schedule="cosine")
    used: list[float] = []
    training.optimizer.register_step_pre_hook(lambda *_: used.append(training.optimizer.param_groups[0]["lr"]))
    found = list(training.run(lambda: False))
    told = [event.learning_rate for event in found if isinstance(event, StepEnded)]
    optimizer = build_optimizer([nn.Parameter(torch.zeros(1))], training.config)
    scheduler, expected = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 12), []
    for _ in range(12):
        expected.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    assert told == used == pytest.approx(expected)
    assert [row.learning_rate for row in found if isinstance(row, EpochEnded)] == told[3::4]


def test_a_plateau_of_the_validation_lowers_the_rate_of_the_next_epoch():
    found = events(trainer(opposite=True, epochs=12, schedule="plateau", plateau_patience=1, fall_factor=0.5),
                   EpochEnded)
    for before, row in itertools.pairwise(found):
        assert row.learning_rate == before.learning_rate * (1 if before.is_best else 0.5)
    assert found[-1].learning_rate < found[0].learning_rate


def test_the_end_of_an_epoch_updates_with_what_is_gathered():
    training = trainer(epochs=2, accumulation=3)
    updates = []
    training.optimizer.register_step_post_hook(lambda *_: updates.append(1))
    assert len(events(training, StepEnded)) == 8
    assert len(updates) == 4  # of 3 batches and of 1, twice


def test_the_averaged_weights_are_validated_and_are_the_result():
    training = trainer(epochs=3, average_decay=0.7, learning_rate=0.05)
    row = events(training, EpochEnded)[-1]
    images, labels = training.validation_batches.images, training.validation_batches.labels
    own = tiny_network(dropout=0).eval()
    losses = []
    for kept in (training.result_weights(), training.module.state_dict()):
        own.load_state_dict(kept)
        with torch.no_grad():
            losses.append(functional.cross_entropy(own(images), labels).item())
    assert row.val_loss == pytest.approx(losses[0], rel=1e-5)
    assert row.val_loss != pytest.approx(losses[1], rel=1e-3)


def test_without_averaging_the_result_is_the_modules_own_weights():
    training = trainer(epochs=1)
    events(training, EpochEnded)
    assert all(torch.equal(value, training.module.state_dict()[name])
               for name, value in training.result_weights().items())


def test_too_little_memory_is_told_once_and_before_the_step_it_concerns():
    module, plain = Narrow(tiny_network(dropout=0), 4), tiny_network(dropout=0)
    found = [event for event in trainer(module).run(lambda: False) if isinstance(event, TrainingNotice | StepEnded)]
    assert [type(event).__name__ for event in found] == ["TrainingNotice", *8 * ["StepEnded"]]
    assert found[0].message.startswith("Epoch 1, step 1: the memory was used up by 8 images at once.")
    events(trainer(plain, micro_batch=4), EpochEnded)
    assert state_bytes(module) == state_bytes(plain)


def test_balanced_weights_need_the_counts_and_use_them():
    with pytest.raises(TrainingError, match="images of each class"):
        trainer(class_weights="balanced")
    alike, same, rare = (tiny_network(dropout=0) for _ in range(3))
    events(trainer(alike), EpochEnded)
    events(trainer(same, class_weights="balanced", counts=(10, 10, 10)), EpochEnded)
    events(trainer(rare, class_weights="balanced", counts=(2, 10, 18)), EpochEnded)
    torch.testing.assert_close(weights(same), weights(alike), rtol=1e-4, atol=1e-5)
    assert not torch.allclose(weights(rare), weights(alike), rtol=1e-2, atol=1e-3)


def test_the_defaults_are_a_recipe_of_an_earlier_version():
    one, two = tiny_network(), tiny_network()
    events(trainer(one), EpochEnded)
    events(trainer(two, schedule="constant", loss="cross_entropy", accumulation=1, micro_batch=0), EpochEnded)
    assert state_bytes(one) == state_bytes(two)


def rows(losses: list[float] | None = None, accuracies: list[float] | None = None) -> list[EpochEnded]:
    count = len(losses or accuracies or ())
    return [EpochEnded(number + 1, 1.0, 0.5, losses[number] if losses else 1.0,
                       accuracies[number] if accuracies else 0.5, 0.1, 10.0, 1.0, is_best=False)
            for number in range(count)]


def stops_in(found: list[EpochEnded], patience_from: int = 0, **config: Any) -> int:
    """Return the epoch after which a training with these rows ends early; 0 for never."""
    settings = TrainConfig(**config)
    return next((row.epoch for number, row in enumerate(found, start=1)
                 if early_stop_reason(settings, found[:number], patience_from)), 0)


LOSSES = [1.0, 0.9, 0.95, 0.88, 0.87, 0.86, 0.90, 0.91, 0.92]


@pytest.mark.parametrize(("patience", "change", "expected"), [
    (0, 0.0, 0),
    (1, 0.0, 3),
    (2, 0.0, 8),  # 0.86 in epoch 6 was the lowest
    (3, 0.0, 9),
    (2, 0.025, 4),  # 0.88 is lower than 0.9 by less
    (4, 0.025, 9),  # 0.87 is lower than 0.9 by 0.03
    (1, 5.0, 2)])
def test_early_stopping_counts_epochs_without_an_improvement_that_counts(patience: int, change: float, expected: int):
    assert stops_in(rows(LOSSES), early_stopping=patience, early_stopping_change=change) == expected


def test_early_stopping_may_watch_the_accuracy():
    found = rows(LOSSES, [0.5, 0.6, 0.6, 0.61, 0.62, 0.62, 0.62, 0.63, 0.63])
    settings = {"early_stopping": 2, "early_stopping_metric": "accuracy"}
    assert stops_in(found, **settings) == 7
    assert stops_in(found, **settings, early_stopping_change=0.015) == 4
    assert stops_in(rows(LOSSES, [0.0] * 9), **settings) == 3


def test_a_training_that_goes_on_after_its_end_has_all_its_patience_again():
    assert stops_in(rows(LOSSES)[:7], patience_from=6, early_stopping=1) == 7
    assert early_stop_reason(TrainConfig(early_stopping=1), rows(LOSSES)[:3], patience_from=3) == ""


@pytest.mark.parametrize(("config", "sentence"), [
    ({"early_stopping": 3}, "the validation loss has not fallen for 3 epochs; it was lowest in epoch 6."),
    ({"early_stopping": 1, "early_stopping_change": 0.5},
     "the validation loss has not fallen by more than 0.5 for one epoch; the last time was epoch 1."),
    ({"early_stopping": 2, "early_stopping_metric": "accuracy"},
     "the validation accuracy has not risen for 2 epochs; it was highest in epoch 1.")])
def test_early_stopping_says_what_it_saw(config: dict[str, Any], sentence: str):
    assert early_stop_reason(TrainConfig(**config), rows(LOSSES)) == f"Stopped early: {sentence}"


def test_a_training_ends_early_by_its_accuracy():
    found = list(trainer(opposite=True, epochs=40, early_stopping=2, early_stopping_metric="accuracy")
                 .run(lambda: False))
    last = found[-1]
    assert isinstance(last, TrainingFinished)
    assert last.status == "early_stopped"
    assert "accuracy has not risen for 2 epochs" in last.message
