"""Tests of the verdict: one made history for each rule, and healthy ones that must stay silent."""

import math
from dataclasses import replace

import numpy as np
import pytest

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, LayerFigures
from cnnstudio.training.verdict import RULES, verdict, verdicts


def history(train_loss: list[float], val_loss: list[float], train_accuracy: list[float] | float = 0.9,
            val_accuracy: list[float] | float = 0.85) -> list[EpochEnded]:
    count = len(train_loss)
    train = train_accuracy if isinstance(train_accuracy, list) else [train_accuracy] * count
    val = val_accuracy if isinstance(val_accuracy, list) else [val_accuracy] * count
    return [EpochEnded(epoch, *values, 0.01, 100.0, 1.0, is_best=False)
            for epoch, values in enumerate(zip(train_loss, train, val_loss, val, strict=True), start=1)]


def falling(count: int, rate: float, start: float = 1.0, floor: float = 0.0) -> list[float]:
    return [floor + start * rate ** epoch for epoch in range(count)]


def test_two_epochs_are_too_early():
    found = verdict(history([1, 5], [1, 5]))
    assert (found.kind, found.text, found.is_alarm) == ("too_early", "", False)


def test_a_validation_loss_that_rises_while_the_training_loss_falls_is_overfitting_since_its_lowest():
    found = verdict(history(falling(10, 0.8), [0.9, 0.8, 0.7, 0.6, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75]))
    assert (found.kind, found.since_epoch) == ("overfitting", 6)
    assert "since epoch 6" in found.text
    assert "from 0.5 to 0.7 " in found.text
    assert "dropout" in found.text


def test_both_losses_rising_together_is_not_overfitting():
    rising = [0.9, 0.8, 0.7, 0.6, 0.5, 0.55, 0.6, 0.62, 0.64, 0.65]
    assert verdict(history(rising, rising)).kind != "overfitting"


def test_a_rise_of_a_tiny_validation_loss_is_no_alarm():
    found = verdict(history(falling(8, 0.8, 0.05), [0.02, 0.01, 0.008, 0.01, 0.012, 0.012, 0.012, 0.012]))
    assert not found.is_alarm


def test_a_training_loss_that_ends_above_its_start_means_too_high_a_learning_rate():
    found = verdict(history([2.3, 3.1, 2.9, 4.0], [2.3] * 4))
    assert found.kind == "learning_rate_too_high"
    assert "from 2.3 in epoch 1 to 4" in found.text
    assert "0.001 instead of 0.01" in found.text


def test_a_training_loss_that_jumps_means_too_high_a_learning_rate():
    found = verdict(history([2.3, 1.5, 1.9, 1.2, 1.6, 1.0], [2.0] * 6))
    assert (found.kind, found.since_epoch) == ("learning_rate_too_high", 3)
    assert "2 of 6 epochs" in found.text


def test_small_jumps_near_zero_are_no_alarm():
    assert not verdict(history([1.0, 0.3, 0.02, 0.03, 0.02, 0.03, 0.01], falling(7, 0.6))).is_alarm


def test_an_accuracy_at_the_baseline_is_no_better_than_guessing():
    rows = history([0.69] * 6, [0.69] * 6, 0.5, 0.52)
    found = verdict(rows, baseline=0.5, validation_images=50)
    assert found.kind == "guessing"
    assert "52.0 %" in found.text
    assert "50.0 %" in found.text


def test_an_accuracy_over_the_baseline_is_judged_by_the_number_of_images():
    rows = history(falling(6, 0.8), falling(6, 0.9), 0.8, 0.58)
    found = verdict(rows, baseline=0.5, validation_images=40)
    assert found.kind == "guessing"
    assert "40 validation images are too few" in found.text
    assert verdict(rows, baseline=0.5, validation_images=4000).kind != "guessing"


def test_guessing_on_validation_but_not_on_training_is_learning_by_heart():
    found = verdict(history(falling(6, 0.5), [0.7] * 6, 0.99, 0.5), baseline=0.5, validation_images=50)
    assert found.kind == "guessing"
    assert "learned by heart" in found.text


def test_overfitting_is_said_before_too_few_images_to_tell():
    rows = history(falling(8, 0.5), [0.9, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4], 0.99, 0.58)
    assert verdict(rows, baseline=0.5, validation_images=20).kind == "overfitting"


def test_a_loss_that_does_not_move_is_not_called_learning():
    found = verdict(history([2.3] * 4, [2.303, 2.302, 2.301, 2.3], 0.1, 0.1))
    assert "hardly moved from 2.3." in found.text
    assert not found.is_alarm


def test_a_training_accuracy_that_stays_low_is_underfitting():
    found = verdict(history([1.0, 0.95, 0.94, 0.935, 0.93, 0.925], [0.95] * 6, 0.45, 0.45), baseline=0.2)
    assert found.kind == "underfitting"
    assert "45.0 %" in found.text


def test_a_low_training_accuracy_with_a_loss_still_falling_is_not_underfitting():
    assert not verdict(history(falling(6, 0.9), falling(6, 0.9), 0.45, 0.45), baseline=0.2).is_alarm


def test_losses_that_stand_still_are_a_plateau():
    losses = [*falling(7, 0.8), *[0.262] * 6]
    found = verdict(history(losses, losses, 0.85, 0.85), baseline=0.2)
    assert (found.kind, found.since_epoch) == ("plateau", 9)


def test_standing_still_with_everything_learned_is_no_alarm():
    losses = [*falling(7, 0.8), *[0.262] * 6]
    assert not verdict(history(losses, losses, 0.99, 0.97)).is_alarm


@pytest.mark.parametrize("seed", range(30))
def test_healthy_noisy_trainings_stay_silent_after_every_epoch(seed: int):
    random = np.random.default_rng(seed)
    train = [2.3 * math.exp(-0.25 * epoch) * random.uniform(0.97, 1.03) for epoch in range(12)]
    val = [value + 0.15 + random.normal(0, 0.02) for value in train]
    accuracy = [1 - 0.75 * math.exp(-0.4 * epoch) for epoch in range(12)]
    rows = history(train, val, accuracy, [0.97 * value for value in accuracy])
    alarms = [verdict(rows[:count], baseline=0.2, validation_images=400) for count in range(1, 13)]
    assert [found.text for found in alarms if found.is_alarm] == []


def test_a_healthy_verdict_says_where_the_lowest_loss_was():
    assert "lowest, 0.51" in verdict(history(falling(4, 0.8), falling(4, 0.8))).text
    assert "lowest in epoch 3" in verdict(history(falling(4, 0.8), [0.9, 0.8, 0.7, 0.71])).text


def test_a_validation_loss_that_never_came_lower_again_is_said_with_its_epoch():
    val = [0.9, 0.8, *[0.86] * 10]
    found = verdict(history(falling(12, 0.9), val, 0.85, 0.8), baseline=0.2)
    assert (found.kind, found.since_epoch) == ("plateau", 3)
    assert "No better since epoch 2: the validation loss was 0.8 then and has not been lower in 10 epochs" in found.text


def test_a_validation_loss_close_to_its_lowest_is_no_standstill():
    val = [0.9, 0.8, *[0.82] * 7]
    assert not verdict(history(falling(9, 0.8), val, 0.85, 0.8), baseline=0.2).is_alarm


# layers and classes

def layered(*layers: LayerFigures, train_accuracy: float = 0.3, losses: tuple[float, ...] = (2.0, 1.99, 1.98, 1.97),
            recalls: tuple[float | None, ...] = (), learning_rate: float = 0.01) -> list[EpochEnded]:
    """Return a history whose layers and classes are the same in every epoch."""
    return [EpochEnded(epoch, loss, train_accuracy, loss, 0.5, learning_rate, 100.0, 1.0, is_best=True, layers=layers,
                       recalls=recalls) for epoch, loss in enumerate(losses, start=1)]


def stack(*gradients: float, update: float = 0.05) -> tuple[LayerFigures, ...]:
    """Return layers whose weights have length 2, with these relative gradients."""
    return tuple(LayerFigures(f"Linear {number}", 2.0, 2.0 * gradient, update_ratio=update, weights=10)
                 for number, gradient in enumerate(gradients, start=1))


def kinds(rows: list[EpochEnded], **known: object) -> list[str]:
    return [one.kind for one in verdicts(rows, **known)]


@pytest.mark.parametrize(("layers", "expected"), [
    (stack(0.9e-3, 0.5, 0.5, 1.0), "vanishing_gradients"), (stack(1.1e-3, 0.5, 0.5, 1.0), "healthy"),
    (stack(0.0, 0.5, 0.5, 1.0), "vanishing_gradients"), (stack(0.9e-3, 0.5, 1.0), "healthy"),
    (stack(10.0, 1.0), "exploding_gradients"), (stack(9.9, 1.0), "healthy"),
    ((LayerFigures("ReLU", channels=16, dead_share=11 / 16),), "dead_relus"),
    ((LayerFigures("ReLU", channels=16, dead_share=10 / 16),), "healthy"),
    ((LayerFigures("ReLU", channels=3, dead_share=1.0),), "healthy"),
    ((LayerFigures("Conv2d", 1.0, 0.1, weights=9, is_alike=True, update_ratio=0.1),), "symmetry"),
    (stack(0.5, 1.0, update=0.9e-3), "learning_rate_too_low"), (stack(0.5, 1.0, update=1.1e-3), "healthy")])
def test_each_rule_of_layers_has_its_edge(layers: tuple[LayerFigures, ...], expected: str):
    assert kinds(layered(*layers)) == [expected]


def test_rules_of_layers_hold_for_two_epochs_in_a_row():
    rows = layered(*stack(10.0, 1.0))
    rows[-2] = replace(rows[-2], layers=stack(1.0, 1.0))
    assert kinds(rows) == ["healthy"]


def test_a_network_that_has_learned_is_not_told_of_vanishing_gradients_or_a_low_rate():
    for layers in (stack(1e-5, 0.5, 0.5, 1.0), stack(0.5, 1.0, update=1e-5)):
        assert kinds(layered(*layers, train_accuracy=0.9)) == ["healthy"]


def test_a_rate_is_not_too_low_while_a_warm_up_raises_it_or_the_loss_falls():
    rows = [replace(row, learning_rate=0.001 * row.epoch) for row in layered(*stack(0.5, 1.0, update=1e-4))]
    assert kinds(rows) == ["healthy"]
    assert kinds(layered(*stack(0.5, 1.0, update=1e-4), losses=(2.0, 1.9, 1.8, 1.7))) == ["healthy"]


@pytest.mark.parametrize(("update", "words"), [
    (5e-4, "of 1 instead of 0.01"), (1e-4, "of 10 instead of 0.01"), (1e-9, "of 10 instead of 0.01")])
def test_a_rate_that_is_too_low_is_raised_by_powers_of_ten(update: float, words: str):
    (found,) = verdicts(layered(*stack(0.5, 1.0, update=update)))
    assert words in found.remedy


def test_a_slow_rate_is_too_low_while_the_loss_is_above_that_of_guessing_and_then_guessing_is_not_said():
    layers, losses = stack(0.5, 1.0, update=5e-3), (1.0, 0.9, 0.8, 0.75, 0.7)
    known = {"class_counts": (50, 50), "baseline": 0.5, "validation_images": 100}
    rows = [replace(row, val_accuracy=0.5) for row in layered(*layers, losses=losses)]
    (found,) = verdicts(rows, **known)  # ln 2 is 0.693
    assert (found.kind, found.title) == ("learning_rate_too_low", "Learning rate too low")
    assert "the training loss only went from 1 to 0.7; guessing has 0.693." in found.evidence
    assert "of 0.1 instead of 0.01" in found.remedy
    below = [replace(rows[-1], epoch=6, train_loss=0.69)]
    assert kinds([*rows, *below], **known)[0] == "guessing"
    assert kinds(layered(*stack(0.5, 1.0, update=1.1e-2), losses=losses), **known)[0] != "learning_rate_too_low"


def test_images_learned_by_heart_are_overfitting_though_the_training_loss_cannot_fall_further():
    rows = [replace(one, val_loss=1.0 if one.epoch == 3 else 2.0, val_accuracy=0.6)
            for one in layered(train_accuracy=0.97, losses=(0.1,) * 8)]
    found = verdicts(rows, baseline=0.4, validation_images=20)[0]
    assert (found.title, found.kind) == ("Overfitting", "overfitting")
    assert "97.0 % of the training images are right, and only 60.0 % of the validation images" in found.evidence
    near = [replace(one, train_accuracy=0.87) for one in rows]  # the interval of 12 of 20 ends at 78.1 %
    assert "overfitting" not in kinds(near, baseline=0.4, validation_images=20)
    assert "overfitting" not in kinds(rows[:5], baseline=0.4, validation_images=20)


def test_remedies_speak_of_the_recipe():
    rows = layered(*stack(20.0, 1.0))
    recipe = TrainConfig(learning_rate=0.5, schedule="cosine", clip_norm=1.0)
    assert "gradient clipping at 1" in verdicts(rows)[0].remedy
    assert verdicts(rows, recipe=recipe)[0].remedy.endswith("or a learning rate of 0.001.")
    assert "gradient clipping" not in verdicts(rows, recipe=recipe)[0].remedy


def test_a_rare_class_that_is_never_found_is_named_before_guessing():
    rows = layered(train_accuracy=0.95, recalls=(1.0, 0.0, 0.0, 0.9), losses=(0.5, 0.4, 0.3, 0.2, 0.1))
    known = {"class_counts": (100, 20, 2, 60), "class_names": ("cat", "dog", "emu", "fox"), "baseline": 0.55,
             "validation_images": 182}
    found = verdicts(rows, **known)
    assert [one.kind for one in found] == ["unbalanced"]
    assert "20 validation images of dog, 0.0 % are right, while the largest class, cat, has 100" in found[0].evidence
    assert "emu" not in found[0].evidence, "two images say nothing"
    assert kinds(rows, **known | {"class_counts": (100, 21, 2, 60)}) == ["guessing"]


def test_several_verdicts_hold_and_the_reason_stands_before_what_follows_from_it():
    rows = layered(*stack(1e-6, 0.5, 0.5, 1.0), losses=(2.3,) * 6, train_accuracy=0.1)
    assert kinds(rows, baseline=0.6, validation_images=20) == [
        "vanishing_gradients", "guessing", "few_validation_images"]


def test_few_validation_images_come_after_all_is_well():
    found = verdicts(layered(losses=(0.5, 0.4, 0.3)), baseline=0.1, validation_images=20)
    assert [(one.kind, one.is_alarm) for one in found] == [("healthy", False), ("few_validation_images", False)]
    low, high = 0.299, 0.701  # Wilson's interval of 10 of 20, from a table
    assert f"from {100 * low:.1f} % to {100 * high:.1f} %" in found[1].evidence


def test_every_rule_says_what_it_is():
    assert all(rule.find.__doc__ and rule.find.__doc__.startswith("Hold when ") for rule in RULES)
    assert all(f"rules.{rule.find.__name__}`" in (verdicts.__doc__ or "") for rule in RULES)
