"""Tests of temperature scaling against torch's optimiser and against the temperature put in."""

import numpy as np
import pytest
import torch
from scipy.optimize import minimize_scalar
from torch.nn import functional

from cnnstudio.training.calibration import reliability
from cnnstudio.training.scoring import log_loss
from cnnstudio.training.temperature import LIMITS, fit_and_judge, fit_temperature, halves, scaled
from tests.unit.training.answers import made_answers, softmax


@pytest.mark.parametrize("seed", range(6))
def test_the_temperature_is_where_torchs_cross_entropy_is_least(seed: int):
    labels, logits = made_answers(seed, 300, 3, sharpness=0.4 + 0.5 * seed)
    target, z = torch.tensor(labels), torch.tensor(logits)
    best = minimize_scalar(lambda t: float(functional.cross_entropy(z / t, target)), bounds=(0.1, 10),
                           method="bounded", options={"xatol": 1e-10})
    found = fit_temperature(labels, softmax(logits))
    assert found == pytest.approx(best.x, rel=1e-6)
    assert torch.allclose(torch.tensor(scaled(softmax(logits), found)), (z / found).softmax(dim=1), atol=1e-12)
    temperature = torch.tensor(found, dtype=torch.float64, requires_grad=True)
    functional.cross_entropy(z / temperature, target).backward()
    assert float(temperature.grad) == pytest.approx(0, abs=1e-12)


def test_a_network_made_three_times_too_sure_is_found_out():
    labels, logits = made_answers(1, 4000, 3, sharpness=3.0)
    assert fit_temperature(labels, softmax(logits)) == pytest.approx(3, rel=0.1)


def test_a_network_without_a_mistake_and_one_with_nothing_else_meet_the_limits():
    sure = np.array([[0.9, 0.1], [0.2, 0.8]] * 6)
    assert fit_temperature(np.array([0, 1] * 6), sure) == LIMITS[0]
    assert fit_temperature(np.array([1, 0] * 6), sure) == LIMITS[1]
    judged = fit_and_judge(np.array([0, 1] * 6), sure)
    assert judged is not None
    assert judged.is_at_limit


def test_probabilities_of_zero_are_met():
    rows = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.6, 0.4]] * 4)
    assert np.isfinite(fit_temperature(np.array([0, 1, 1, 0] * 4), rows))


def test_what_is_shown_is_out_of_sample():
    labels, logits = made_answers(2, 400, 3, sharpness=3.0)
    probabilities = softmax(logits)
    found = fit_and_judge(labels, probabilities)
    assert found is not None
    first = halves(labels)
    by_hand = np.where(first[:, None], scaled(probabilities, fit_temperature(labels[~first], probabilities[~first])),
                       scaled(probabilities, fit_temperature(labels[first], probabilities[first])))
    assert np.allclose(found.probabilities, by_hand, atol=1e-15)
    assert found.log_loss_after > log_loss(labels, scaled(probabilities, found.value))  # fitted on itself: too good
    assert found.log_loss_after < found.log_loss_before
    before, after = (reliability(rows.max(axis=1), rows.argmax(axis=1) == labels).error
                     for rows in (probabilities, found.probabilities))
    assert after < before / 2


def test_halves_divide_every_class():
    labels = np.array([0] * 40 + [1] * 11 + [2] * 2)
    counts = np.bincount(labels[halves(labels)])
    assert abs(counts - np.array([20, 5.5, 1])).max() <= 0.5


def test_too_few_images_give_no_temperature():
    assert fit_and_judge(np.zeros(9, dtype=np.int64), np.full((9, 2), 0.5)) is None
