"""Wrong labels are found by the rule of confident learning, and right ones are left alone."""

import numpy as np
import pytest

from cnnstudio.data.health.doubtful_labels import can_judge, class_thresholds, doubts


def test_the_rule_on_an_example_done_by_hand():
    """Thresholds: class 0 has (0.9 + 0.5 + 0.1) / 3 = 0.5, class 1 has (0.8 + 0.45) / 2 = 0.625."""
    labels = np.array([0, 0, 0, 1, 1])
    first = np.array([0.9, 0.5, 0.1, 0.2, 0.55])
    probabilities = np.column_stack([first, 1 - first])
    assert class_thresholds(labels, probabilities) == pytest.approx([0.5, 0.625])
    found = doubts(labels, probabilities)
    assert found.places.tolist() == [2, 4]      # gaps 0.8 and 0.1
    assert found.suggested.tolist() == [1, 0]


def test_a_class_that_is_hard_has_a_low_threshold_and_one_that_is_easy_a_high_one():
    """A suggestion of 0.6 counts where 0.55 is usual, and does not where 0.95 is."""
    labels = np.array([0] * 10 + [1] * 10 + [0])
    probabilities = np.vstack([np.tile([0.95, 0.05], (10, 1)), np.tile([0.45, 0.55], (10, 1)), [[0.4, 0.6]]])
    assert doubts(labels, probabilities).places.tolist() == [20]
    mirrored = doubts(1 - labels, probabilities[:, ::-1])
    assert mirrored.places.tolist() == [20]
    easy = np.vstack([np.tile([0.95, 0.05], (10, 1)), np.tile([0.05, 0.95], (10, 1)), [[0.4, 0.6]]])
    assert not len(doubts(labels, easy).places)


def test_a_class_without_images_has_the_mean_of_all():
    probabilities = np.array([[0.7, 0.2, 0.1], [0.5, 0.3, 0.2]])
    assert class_thresholds(np.array([0, 0]), probabilities) == pytest.approx([0.6, 0.6, 0.6])


def test_no_images_have_no_doubts():
    assert not len(doubts(np.zeros(0, np.int64), np.zeros((0, 3))).places)


def clouds(seed: int, share: float, count: int = 3000) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return given labels, true labels and the probabilities of a rule that knows three Gaussian clouds."""
    chance = np.random.default_rng(seed)
    centres = np.array([[0.0, 0], [4, 0], [0, 4]])
    true = chance.integers(0, 3, count)
    points = centres[true] + chance.normal(size=(count, 2))
    logits = -0.5 * ((points[:, None] - centres) ** 2).sum(-1)
    probabilities = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    wrong = chance.random(count) < share
    given = np.where(wrong, (true + chance.integers(1, 3, count)) % 3, true)
    return given, true, probabilities


def test_planted_wrong_labels_come_first():
    given, true, probabilities = clouds(0, 0.05)
    found, wrong = doubts(given, probabilities), set(np.flatnonzero(given != true).tolist())
    first = set(found.places[:len(wrong)].tolist())
    assert len(first & wrong) / len(wrong) > 0.75
    assert len(found.places) < 2 * len(wrong)
    assert np.mean(found.suggested == true[found.places]) > 0.7


def test_right_labels_are_hardly_doubted_and_random_answers_find_nothing():
    """Controls: without wrong labels few are listed; without knowledge the first are no better than any."""
    given, true, probabilities = clouds(1, 0.0)
    assert len(doubts(given, probabilities).places) < 0.05 * len(given)
    given, true, probabilities = clouds(2, 0.05)
    wrong = set(np.flatnonzero(given != true).tolist())
    guesses = np.random.default_rng(0).dirichlet(np.ones(3), len(given))
    first = set(doubts(given, guesses).places[:len(wrong)].tolist())
    assert len(first & wrong) / len(wrong) < 0.25


@pytest.mark.parametrize(("right", "judges"), [((10, 10), True), ((8, 7), True), ((6, 6), False), ((10, 0), False)])
def test_only_a_network_surely_better_than_guessing_judges_labels(right: tuple[int, int], judges: bool):
    """Two classes of ten: guessing has a mean recall of 0.5 ± 0.112, so that more than 0.724 is asked for."""
    labels = np.repeat([0, 1], 10)
    hits = np.concatenate([np.arange(10) < count for count in right])
    probabilities = np.eye(2)[np.where(hits, labels, 1 - labels)]
    assert can_judge(labels, probabilities) is judges


def test_a_network_that_always_says_the_frequent_class_judges_nothing():
    labels = np.repeat([0, 1], [95, 5])
    assert not can_judge(labels, np.tile([0.9, 0.1], (100, 1)))
