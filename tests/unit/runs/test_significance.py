"""Whether two runs really differ, on the same images or on others."""

import math

import numpy as np
import pytest

from cnnstudio.runs.images import RunImages
from cnnstudio.runs.predictions import RunPredictions
from cnnstudio.runs.record import RunRecord
from cnnstudio.runs.significance import Answers, compare_answers
from cnnstudio.training.metrics import evaluate
from tests.unit.runs.samples import record


def answers(right: list[bool], *, names: list[str] | None = None, digests: str = "same") -> Answers:
    """Return a run that answered so for two classes; every second image shows the second class."""
    count = len(right)
    labels = np.arange(count) % 2
    answered = np.where(right, labels, 1 - labels)
    probabilities = np.eye(2, dtype=np.float32)[answered]
    names = names or [f"class_{number % 2}/{number}.png" for number in range(count)]
    images = RunImages(tuple(names), tuple(f"class_{label}" for label in labels), ("validation",) * count,
                       (1,) * count, tuple(f"{digests}{number}" for number in range(count)))
    run: RunRecord = record().model_copy(update={
        "class_names": ("class_0", "class_1"), "evaluation": evaluate(labels, probabilities, ("class_0", "class_1"))})
    return Answers(run, images, RunPredictions(labels, probabilities, np.arange(count), 1))


def test_the_test_counts_the_images_that_only_one_run_gets_right():
    # A is right where B is wrong 9 times, B where A is wrong once: 2 * (C(10,0) + C(10,1)) / 2^10 = 22 / 1024.
    one = answers([True] * 9 + [False] + [True] * 20 + [False] * 10)
    other = answers([False] * 9 + [True] + [True] * 20 + [False] * 10)
    found = compare_answers(one, other)
    assert found.test is not None
    assert (found.test.both, found.test.only_first, found.test.only_second, found.test.neither) == (20, 9, 1, 10)
    assert math.isclose(found.test.p_value, 22 / 1024)
    assert "A alone is right 9 times, B alone once" in found.verdict
    assert "+20.0 points" in found.verdict
    assert "A is really better" in found.verdict
    assert "2.1 % of the cases" in found.verdict


def test_the_order_of_the_runs_turns_the_verdict_round():
    one, other = answers([True] * 30 + [False] * 10), answers([False] * 20 + [True] * 10 + [False] * 10)
    assert "A is really better" in compare_answers(one, other).verdict
    assert "B is really better" in compare_answers(other, one).verdict


def test_a_small_difference_can_be_chance():
    found = compare_answers(answers([True] * 12 + [False] * 8), answers([True] * 11 + [False] * 9))
    assert "can be chance" in found.verdict
    assert "100.0 % of the cases" in found.verdict


def test_images_are_matched_by_name_and_content_whatever_their_order():
    right = [True, False, True, True, False, False, True, True]
    one = answers(right)
    order = np.array([4, 2, 6, 0, 7, 5, 3, 1])  # even rows with even ones, so that the labels move with the images
    order = order[np.argsort(order % 2, kind="stable")].reshape(2, 4).T.ravel()
    other = answers([right[place] for place in order], names=[one.images.relative[place] for place in order])
    shuffled = RunImages(other.images.relative, other.images.class_name, other.images.split, other.images.size,
                         tuple(one.images.digest[place] for place in order))
    found = compare_answers(one, Answers(other.record, shuffled, other.predictions))
    assert found.test is not None
    assert (found.test.both, found.test.neither) == (5, 3)
    assert found.test.only_first == found.test.only_second == 0


def test_only_shared_images_are_tested_and_it_is_said_how_many_there_are():
    one = answers([True] * 10)
    other = answers([True] * 10, names=[*one.images.relative[:6], *(f"new {number}.png" for number in range(6, 10))])
    assert "6 images that both were validated on (of 10)" in compare_answers(one, other).verdict


@pytest.mark.parametrize(("wrong", "said"), [(4, "They overlap"), (30, "do not overlap")])
def test_runs_on_other_images_are_compared_by_their_intervals(wrong: int, said: str):
    one, other = answers([True] * 40), answers([True] * (40 - wrong) + [False] * wrong, digests="other")
    found = compare_answers(one, other)
    assert found.test is None
    assert said in found.verdict
    low, high = one.record.evaluation.interval
    assert f"{100 * low:.1f} to {100 * high:.1f} % for A" in found.verdict


def test_runs_that_keep_no_answers_are_compared_by_their_intervals_and_without_evaluation_not_at_all():
    one, other = answers([True] * 40), answers([True] * 40)
    old = Answers(other.record, None, None)
    assert "95 % intervals" in compare_answers(one, old).verdict
    stopped = Answers(other.record.model_copy(update={"evaluation": None}), None, None)
    assert "Nothing can be said" in compare_answers(one, stopped).verdict


def test_a_picture_that_got_another_label_since_is_no_shared_image():
    one = answers([True] * 6)
    other = answers([True] * 6)
    moved = RunPredictions(1 - other.predictions.labels, 1 - other.predictions.probabilities, np.arange(6), 1)
    assert compare_answers(one, Answers(other.record, other.images, moved)).test is None
