"""Tests of how a learning rate is read off a trial: made-up curves whose answer is known."""

import math

import numpy as np
import pytest

from cnnstudio.training.rate_curve import STEPS, advise, has_diverged, rate_of, smooth


def rates(count: int = STEPS) -> list[float]:
    return [rate_of(step, STEPS) for step in range(count)]


def curve(rate: np.ndarray, steepest: float, risen: float) -> np.ndarray:
    """Return losses that fall from 2 to 1 as an arc tangent, fastest at ``steepest``, and rise about ``risen``."""
    at = np.log10(rate)
    return 1.5 - np.arctan(6 * (at - math.log10(steepest))) / math.pi + 10 ** (4 * (at - math.log10(risen)) - 1)


def valley(steepest: float, risen: float, noise: float = 0.0) -> list[float]:
    chance = np.random.default_rng(0).normal(0, noise, STEPS) if noise else 0.0
    return list(curve(np.array(rates()), steepest, risen) + chance)


def test_the_rates_rise_by_the_same_factor_from_a_millionth_to_ten():
    all_rates = np.array(rates())
    assert all_rates[0] == pytest.approx(1e-6, rel=1e-12)
    assert all_rates[-1] == pytest.approx(10, rel=1e-12)
    assert np.allclose(all_rates[1:] / all_rates[:-1], 10 ** (7 / 99), rtol=1e-12)


def test_smoothing_is_a_mean_by_a_bell_curve_and_leaves_out_what_is_no_number():
    losses = [3.0, 1.0, float("inf"), 2.0]
    weights = [math.exp(-((1 - place) / 3) ** 2 / 2) for place in (0, 1, 3)]
    by_hand = (3.0 * weights[0] + 1.0 * weights[1] + 2.0 * weights[2]) / sum(weights)
    assert smooth(losses)[1] == pytest.approx(by_hand, rel=1e-12)
    assert np.allclose(smooth([5.0] * 30), 5.0, rtol=1e-12)


@pytest.mark.parametrize(("steepest", "risen"), [(1e-3, 1e-1), (1e-4, 3e-3), (3e-2, 1.0)])
@pytest.mark.parametrize("noise", [0.0, 0.03])
def test_the_suggestion_is_a_quarter_of_the_middle_of_the_rates_that_learn_well(
        steepest: float, risen: float, noise: float):
    finely = np.logspace(-6, 1, 100_001)
    exact = curve(finely, steepest, risen)
    least, fall = int(exact.argmin()), exact[0] - exact.min()
    begin = finely[np.argmax(exact <= exact[0] - 0.75 * fall)]
    end = finely[least + np.argmax(exact[least:] > exact.min() + 0.5 * fall)]
    advice = advise(rates(), valley(steepest, risen, noise))
    assert advice.rate is not None
    assert advice.fallen is not None
    assert advice.risen is not None
    assert abs(math.log10(advice.fallen / begin)) < 0.25  # smoothing moves both by some steps
    assert abs(math.log10(advice.risen / end)) < 0.25
    assert advice.rate == pytest.approx(math.sqrt(advice.fallen * advice.risen) / 4, rel=0.05)
    for figure in (advice.rate, advice.fallen, advice.risen):
        assert f"{figure:.2g}" in advice.reason


def test_a_loss_that_falls_early_because_the_same_images_come_again_moves_the_suggestion_by_half_as_much():
    usual, early = advise(rates(), valley(1e-2, 1.0)).rate, advise(rates(), valley(1e-4, 1.0)).rate
    assert usual is not None
    assert early is not None
    assert 5 < usual / early < 20  # the fall moved by a hundred, the edge not at all


def test_the_suggestion_leans_a_quarter_of_the_way_towards_the_usual_rate():
    losses = valley(1e-3, 1e-1)
    alone, leaning = advise(rates(), losses), advise(rates(), losses, usual=1.0)
    assert alone.rate is not None
    assert leaning.rate == pytest.approx(alone.rate ** 0.75, rel=0.06)
    assert f"{leaning.rate:.2g}" in leaning.reason
    assert "usual 1" in leaning.reason


def test_a_trial_that_ends_before_the_loss_rises_says_so():
    advice = advise(rates(80), valley(1e-3, 1e3)[:80])
    assert advice.risen == rates()[79]
    assert "the trial ended" in advice.reason


def test_a_flat_curve_gets_no_rate_and_a_reason():
    flat = list(2.3 + np.random.default_rng(1).normal(0, 0.2, STEPS))
    advice = advise(rates(), flat)
    assert advice.rate is None
    assert "stayed near 2.3" in advice.reason
    assert "1e-06 to 10" in advice.reason


def test_a_fall_no_larger_than_its_noise_is_called_flat_and_the_same_fall_without_noise_is_not():
    fall = np.array(valley(1e-3, 10.0))
    small = 2.0 + 0.1 * (fall - fall[0])
    assert advise(rates(), list(small)).rate is not None
    noisy = small + np.random.default_rng(2).normal(0, 0.5, STEPS)
    assert advise(rates(), list(noisy)).rate is None


def test_a_loss_that_only_grows_gets_no_rate_and_says_so():
    losses = [2.0 * 1.3 ** step for step in range(12)]
    assert has_diverged(losses)
    advice = advise(rates(12), losses)
    assert advice.rate is None
    assert "only grew" in advice.reason


@pytest.mark.parametrize("last", [float("inf"), float("nan"), 100.0])
def test_a_trial_ends_when_the_loss_is_no_number_or_far_above_its_lowest(last: float):
    losses = [2.0] * 20
    assert not has_diverged(losses)
    assert not has_diverged([*losses, 3.0])
    assert has_diverged([*losses, last])


def test_a_single_step_is_too_little_to_suggest_anything():
    assert advise(rates(1), [2.0]).rate is None


def test_a_start_far_above_chance_moves_the_suggestion_little():
    losses = np.array(valley(1e-2, 1.0))
    high = losses + 1.5 * np.exp(-np.array(rates()) / 1e-4)  # falls from 3.5 to 2 long before anything is learned
    usual, other = advise(rates(), list(losses)).rate, advise(rates(), list(high)).rate
    assert usual is not None
    assert other is not None
    steepest = rates()[int(np.argmin(np.gradient(smooth(high))))]
    assert steepest < 3e-4  # what the plain rule would take
    assert abs(math.log10(other / usual)) < 0.6


def test_what_falls_above_the_loss_of_guessing_does_not_count():
    losses = np.array(valley(1e-2, 1.0))
    high = losses + 6 * np.exp(-np.array(rates()) / 1e-4)
    usual, other = advise(rates(), list(losses), 2.0).rate, advise(rates(), list(high), 2.0).rate
    assert usual is not None
    assert other is not None
    assert abs(math.log10(other / usual)) < 0.4
    unaware = advise(rates(), list(high)).rate
    assert unaware is not None
    assert unaware < usual / 5


def test_a_network_that_never_comes_below_guessing_gets_a_rate_all_the_same():
    high = 5 + np.array(valley(1e-2, 1.0))
    assert advise(rates(), list(high), 2.0).rate is not None
