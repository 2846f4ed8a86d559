"""Tables that tell the class are found with the right figure, those that do not are below their cut."""

import numpy as np
import pytest

from cnnstudio.data.telling import FEWEST, tells
from cnnstudio.errors import JobCancelledError

LABELS = np.repeat(np.arange(4), 40)


def noise(seed: int, columns: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(len(LABELS), columns))


def test_a_number_that_is_the_class_tells_all_of_it_and_noise_tells_nothing():
    told = tells({"class": LABELS + 0.1 * noise(1)[:, 0], "noise": noise(2)}, LABELS, shuffles=19)
    assert told["class"].accuracy > 0.9
    assert told["class"].is_beyond_chance
    assert told["class"].told(0.8) == [0, 1, 2, 3]
    assert not told["noise"].is_beyond_chance
    assert told["noise"].told(0.5) == []


def test_the_accuracies_are_those_of_the_beliefs_reckoned_one_by_one():
    telling = tells({"class": LABELS + 0.8 * noise(3)[:, 0]}, LABELS, shuffles=5)["class"]
    answers = telling.belief.argmax(axis=1)
    by_hand = np.mean([(answers[name == LABELS] == name).mean() for name in range(4)])
    assert telling.accuracy == pytest.approx(by_hand)
    says_two = telling.belief[:, 2] > 0.25       # each class stands for a quarter
    assert telling.one_accuracy[2] == pytest.approx(
        (says_two[LABELS == 2].mean() + (~says_two)[LABELS != 2].mean()) / 2)
    assert telling.skill == pytest.approx((by_hand - 0.25) / 0.75)


def test_one_class_with_a_value_of_its_own_is_named_and_the_others_are_not():
    told = tells({"is two": (LABELS == 2).astype(float)}, LABELS, shuffles=19)["is two"]
    assert told.told(0.8) == [2]
    assert told.one_accuracy[2] > 0.95


def test_a_value_that_is_not_known_tells_too():
    values = np.where(LABELS == 1, np.nan, noise(4)[:, 0])
    assert tells({"quality": values}, LABELS, shuffles=19)["quality"].told(0.8) == [1]


def test_shuffled_labels_seldom_pass_the_cut():
    """The false alarms of 12 tables of noise, each judged alone; at 1 in 30 more than 3 come once in 2,500 times."""
    alarms = 0
    for seed in range(12):
        told = tells({"noise": noise(seed, 3)}, LABELS, seed=seed, shuffles=29)["noise"]
        alarms += told.is_beyond_chance
    assert alarms <= 3


def test_an_image_does_not_vote_for_itself():
    """Each value occurs once in each class, side by side: who looks at himself knows, his neighbours do not."""
    labels = np.tile([0, 1], 60)
    told = tells({"value": np.arange(120.0)}, labels, shuffles=9)["value"]
    assert told.accuracy < 0.6


def test_of_a_series_one_image_is_judged():
    groups = [f"series {row // 2}" for row in range(len(LABELS))]
    assert len(tells({"noise": noise(5)}, LABELS, groups=groups, shuffles=3)["noise"].rows) == len(LABELS) // 2
    assert len(tells({"noise": noise(5)}, LABELS, groups=[""] * 160, shuffles=3)["noise"].rows) == len(LABELS)


def test_copies_of_one_picture_do_not_tell_its_class_when_they_are_a_group():
    """Control: without the groups a copy is found beside each image and gives its class away."""
    labels = np.random.default_rng(6).integers(0, 2, 40)
    copied, values = np.repeat(labels, 6), np.repeat(np.random.default_rng(7).normal(size=40), 6)
    groups = [f"g{row // 6}" for row in range(240)]
    assert tells({"value": values}, copied, shuffles=19)["value"].is_beyond_chance
    assert not tells({"value": values}, copied, groups=groups, shuffles=19)["value"].is_beyond_chance


def test_too_few_images_or_one_class_are_not_judged():
    assert tells({"noise": noise(1)[:FEWEST * 2 - 2]}, np.repeat([0, 1], FEWEST - 1)) == {}
    assert tells({"noise": noise(1)[:40]}, np.zeros(40, np.int64)) == {}
    assert tells({}, LABELS) == {}


def test_a_wish_to_stop_is_heard():
    with pytest.raises(JobCancelledError):
        tells({"noise": noise(1)}, LABELS, should_stop=lambda: True)


def test_the_interval_of_a_mean_of_shares_is_that_of_the_formula_solved_another_way():
    """Wilson's limits are where (share - p)^2 = z^2 p (1 - p) / n: a quadratic, whose roots numpy finds."""
    labels = np.repeat([0, 1], [30, 50])
    found = tells({"number": labels + np.random.default_rng(5).normal(0, 0.4, 80)}, labels)["number"]
    limits = []
    for share, count in zip(found.recalls, (30, 50), strict=True):
        by = 1.959964 ** 2 / count
        limits.append(sorted(np.roots([1 + by, -2 * share - by, share ** 2])))
    down, up = (np.sqrt(sum((share - limit[side]) ** 2 for share, limit in zip(found.recalls, limits, strict=True))) / 2
                for side in (0, 1))
    assert found.interval() == pytest.approx((found.accuracy - down, found.accuracy + up))
    assert found.interval(1) == pytest.approx(found.interval())      # of two classes the rest is the other one
    assert 0.5 < found.interval()[0] < found.accuracy < found.interval()[1] < 1


def test_labels_that_are_told_are_likelier_than_any_shuffle():
    labels = np.repeat([0, 1], 30)
    found = tells({"number": labels * 1.0}, labels)["number"]
    assert found.likelihood() == found.likelihood(0) == 1 / 100      # 99 shuffles, and the labels themselves
    assert found.recognised(1)[labels == 1].mean() > 0.9


def test_what_comes_nowhere_near_costs_no_shuffles_and_counts_as_nothing():
    chance = np.random.default_rng(3)
    labels = np.repeat([0, 1, 2], 30)
    found = tells({"number": chance.normal(size=90)}, labels, least=0.9)["number"]
    assert len(found.shuffled) == 0
    assert found.told(0.0) == []
    assert found.likelihood() == 1


def test_a_quick_limit_is_higher_than_that_of_all_images_and_still_below_what_tells():
    chance = np.random.default_rng(4)
    labels = np.repeat([0, 1], 1000)
    tables = {"number": labels * 4 + chance.normal(size=2000)}
    quick, slow = (tells(tables, labels, quick=one)["number"] for one in (True, False))
    assert slow.one_cut < quick.one_cut < quick.one_accuracy[0] == slow.one_accuracy[0]
