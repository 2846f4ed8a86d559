"""Tests of the losses: each equal to torch's, torchvision's or a sum by hand in float64."""

import math
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional
from torchvision.ops import sigmoid_focal_loss

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.losses import LossRule, Target, balanced_weights, loss_rule, mean_loss, total_weight

CPU = torch.device("cpu")
WEIGHTS = torch.tensor([0.5, 2.0, 1.0, 4.0])


def logits(count: int = 9, classes: int = 4) -> torch.Tensor:
    return (3 * torch.randn(count, classes, generator=torch.Generator().manual_seed(1))).requires_grad_()


def labels(count: int = 9, classes: int = 4) -> torch.Tensor:
    return torch.arange(count) % classes


def mixed(count: int = 9, classes: int = 4) -> Target:
    return Target(labels(count, classes), labels(count, classes).flip(0), torch.linspace(0.5, 1.0, count))


def by_hand(values: torch.Tensor, target: Target, rule: LossRule) -> float:
    """Return the mean loss in float64, image by image and class by class."""
    rows = values.detach().double().numpy()
    total = weight_sum = 0.0
    for index, row in enumerate(rows):
        p = np.exp(row - row.max()) / np.exp(row - row.max()).sum()
        share = 1.0 if target.share is None else float(target.share[index].double())
        asked = [(share, int(target.labels[index]))]
        if target.other_labels is not None:
            asked.append((1 - share, int(target.other_labels[index])))
        for part, label in asked:
            q = np.full(len(p), rule.smoothing / len(p))
            q[label] += 1 - rule.smoothing
            w = np.ones(len(p)) if rule.weights is None else rule.weights.double().numpy()
            total += part * float(-(q * w * (1 - p) ** rule.gamma * np.log(p)).sum())
            weight_sum += part * w[label]
    return total / weight_sum


@pytest.mark.parametrize("smoothing", [0.0, 0.1, 0.5])
@pytest.mark.parametrize("weights", [None, WEIGHTS], ids=["alike", "weighted"])
def test_cross_entropy_equals_torchs_with_weights_and_smoothing(smoothing: float, weights: torch.Tensor | None):
    ours, theirs = logits(), logits()
    found = mean_loss(ours, Target(labels()), LossRule(smoothing, weights=weights))
    expected = functional.cross_entropy(theirs, labels(), weights, label_smoothing=smoothing)
    assert found.item() == pytest.approx(expected.item(), rel=1e-6)
    found.backward()
    expected.backward()
    torch.testing.assert_close(ours.grad, theirs.grad)


def test_the_plain_loss_is_torchs_to_the_last_bit():
    assert mean_loss(logits(), Target(labels()), LossRule()).equal(functional.cross_entropy(logits(), labels()))


@pytest.mark.parametrize("gamma", [0.0, 0.5, 1.0, 2.0, 5.0])
@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("weights", [None, WEIGHTS], ids=["alike", "weighted"])
@pytest.mark.parametrize("is_mixed", [False, True], ids=["unmixed", "mixed"])
def test_every_loss_equals_the_sum_by_hand(
        gamma: float, smoothing: float, weights: torch.Tensor | None, is_mixed: bool):
    target = mixed() if is_mixed else Target(labels())
    rule = LossRule(smoothing, gamma, weights)
    assert mean_loss(logits(), target, rule).item() == pytest.approx(by_hand(logits(), target, rule), rel=1e-5)


@pytest.mark.parametrize("gamma", [0.0, 2.0])
def test_two_logits_of_which_one_is_0_give_the_binary_losses(gamma: float):
    z, wanted = logits(9, 1), labels(9, 2)
    pair = torch.cat((torch.zeros_like(z), z), dim=1)
    found = mean_loss(pair, Target(wanted), LossRule(gamma=gamma))
    expected = sigmoid_focal_loss(z[:, 0], wanted.float(), alpha=-1, gamma=gamma, reduction="mean")
    assert found.item() == pytest.approx(expected.item(), rel=1e-5)
    if gamma == 0:
        plain = functional.binary_cross_entropy_with_logits(z[:, 0], wanted.float())
        assert found.item() == pytest.approx(plain.item(), rel=1e-6)


@pytest.mark.parametrize("gamma", [0.1, 0.5, 1.0, 2.0, 7.5])
def test_the_focal_loss_has_a_finite_gradient_where_all_is_certain(gamma: float):
    certain = torch.tensor([[200.0, 0.0], [0.0, 200.0]], requires_grad=True)
    loss = mean_loss(certain, Target(torch.tensor([0, 0])), LossRule(gamma=gamma))
    loss.backward()
    assert loss.item() == pytest.approx(100.0)
    assert torch.isfinite(certain.grad).all()


def test_focal_leaves_easy_images_aside():
    easy, hard = torch.tensor([[4.0, 0.0]]), torch.tensor([[0.0, 1.0]])
    target = Target(torch.tensor([0]))
    ratio = [mean_loss(hard, target, rule) / mean_loss(easy, target, rule) for rule in (LossRule(), LossRule(gamma=2))]
    assert ratio[1] > 100 * ratio[0]


@pytest.mark.parametrize("rule", [LossRule(), LossRule(0.1, 2.0, WEIGHTS)], ids=["plain", "all at once"])
@pytest.mark.parametrize("target", [Target(labels()), mixed()], ids=["unmixed", "mixed"])
def test_parts_of_the_images_add_up_to_the_mean_of_all(rule: LossRule, target: Target):
    total = total_weight(target, rule)
    parts = [mean_loss(logits()[part], target.part(part), rule, total) for part in (slice(0, 4), slice(4, 9))]
    assert sum(parts).item() == pytest.approx(mean_loss(logits(), target, rule).item(), rel=1e-6)


def test_balanced_weights_let_every_class_count_alike():
    weights = balanced_weights([10, 30, 60])
    assert weights == pytest.approx([100 / 30, 100 / 90, 100 / 180])
    assert [weight * count for weight, count in zip(weights, (10, 30, 60), strict=True)] == pytest.approx([100 / 3] * 3)


def test_a_class_without_training_images_has_no_weight_and_takes_none_from_the_others():
    assert balanced_weights([5, 0, 5]) == [1.0, 0.0, 1.0]


@pytest.mark.parametrize(("change", "expected"), [
    ({}, (0.0, 0.0, None)),
    ({"label_smoothing": 0.1}, (0.1, 0.0, None)),
    ({"loss": "focal"}, (0.0, 2.0, None)),
    ({"loss": "binary", "focal_gamma": 5}, (0.0, 0.0, None)),
    ({"class_weights": "balanced"}, (0.0, 0.0, [2.0, 2 / 3]))])
def test_a_recipe_names_its_loss(change: dict[str, Any], expected: tuple[float, float, list[float] | None]):
    rule = loss_rule(TrainConfig(**change), [1, 3], CPU)
    weights = None if rule.weights is None else rule.weights.tolist()
    assert (rule.smoothing, rule.gamma) == expected[:2]
    assert weights == (None if expected[2] is None else pytest.approx(expected[2]))
    assert rule.is_plain == (expected == (0.0, 0.0, None))


def test_smoothing_asks_for_less_than_certainty():
    # The best answer for label 0 of 4 classes with 0.1: probabilities 0.925, 0.025, 0.025, 0.025.
    best = torch.tensor([[math.log(0.925)] + 3 * [math.log(0.025)]], requires_grad=True)
    mean_loss(best, Target(torch.tensor([0])), LossRule(0.1)).backward()
    torch.testing.assert_close(best.grad, torch.zeros(1, 4), atol=1e-7, rtol=0)


def test_binary_cross_entropy_learns_the_same_as_torchs():
    weight = nn.Parameter(torch.zeros(1, 1))
    pair = torch.cat((torch.zeros(4, 1), torch.ones(4, 1) @ weight), dim=1)
    mean_loss(pair, Target(torch.tensor([0, 1, 1, 1])), LossRule()).backward()
    assert weight.grad.item() == pytest.approx(0.5 - 0.75)  # sigmoid(0) minus the share of ones
