"""Tests of the measures, by hand, against published intervals and against scikit-learn."""

import json

import numpy as np
import pytest
from sklearn import metrics as reference

from cnnstudio.errors import InputError
from cnnstudio.training.metrics import confusion_matrix, evaluate, from_document, to_document, wilson_interval


def one_hot(predicted: list[int], classes: int) -> np.ndarray:
    return np.eye(classes, dtype=np.float32)[predicted]


def test_a_hand_worked_example():
    # true 0 0 0 1 1 2, predicted 0 0 1 1 1 0
    result = evaluate(np.array([0, 0, 0, 1, 1, 2]), one_hot([0, 0, 1, 1, 1, 0], 3), ["a", "b", "c"])
    assert result.confusion.tolist() == [[2, 1, 0], [0, 2, 0], [1, 0, 0]]
    assert result.accuracy == 4 / 6
    assert result.baseline == 3 / 6
    assert [score.precision for score in result.per_class] == [2 / 3, 2 / 3, 0.0]
    assert [score.recall for score in result.per_class] == [2 / 3, 1.0, 0.0]
    assert [score.f1 for score in result.per_class] == [4 / 6, 4 / 5, 0.0]
    assert result.macro_f1 == pytest.approx((2 / 3 + 4 / 5 + 0) / 3, abs=1e-15)
    assert [score.note for score in result.per_class] == ["", "", "never predicted"]


@pytest.mark.parametrize(("right", "n", "low", "high"), [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)])
def test_wilsons_interval_equals_the_published_one(right: int, n: int, low: float, high: float):
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
    assert wilson_interval(right, n) == pytest.approx((low, high), abs=5e-5)


def test_wilsons_interval_is_symmetric_and_knows_nothing_without_images():
    low, high = wilson_interval(30, 40)
    assert wilson_interval(10, 40) == pytest.approx((1 - high, 1 - low))
    assert wilson_interval(20, 20)[1] == 1.0
    assert wilson_interval(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize("seed", range(20))
def test_every_measure_equals_scikit_learn(seed: int):
    random = np.random.default_rng(seed)
    classes, count = int(random.integers(2, 8)), int(random.integers(1, 200))
    labels = random.integers(0, classes, count)
    probabilities = random.dirichlet(np.ones(classes), count).astype(np.float32)
    predicted = probabilities.argmax(axis=1)
    result = evaluate(labels, probabilities, [str(index) for index in range(classes)])
    every = list(range(classes))
    precision, recall, f1, support = reference.precision_recall_fscore_support(
        labels, predicted, labels=every, zero_division=0)
    assert np.array_equal(result.confusion, reference.confusion_matrix(labels, predicted, labels=every))
    assert result.accuracy == pytest.approx(reference.accuracy_score(labels, predicted), abs=1e-12)
    assert [score.precision for score in result.per_class] == pytest.approx(precision, abs=1e-12)
    assert [score.recall or 0.0 for score in result.per_class] == pytest.approx(recall, abs=1e-12)
    assert [score.f1 or 0.0 for score in result.per_class] == pytest.approx(f1, abs=1e-12)
    assert [score.support for score in result.per_class] == support.tolist()
    assert result.macro_f1 == pytest.approx(reference.f1_score(labels, predicted, average="macro"), abs=1e-12)
    for average in ("macro", "weighted"):
        expected = reference.precision_recall_fscore_support(labels, predicted, average=average, zero_division=0)[:3]
        assert [getattr(result, f"{average}_{name}") for name in ("precision", "recall", "f1")] == pytest.approx(
            expected, abs=1e-12)
    there = np.bincount(labels, minlength=classes) > 0
    assert result.balanced_accuracy == pytest.approx(recall[there].mean(), abs=1e-12)
    if there[np.unique(predicted)].all():  # scikit-learn warns of classes that are only predicted
        assert result.balanced_accuracy == pytest.approx(
            reference.balanced_accuracy_score(labels, predicted), abs=1e-12)


def test_an_absent_class_has_no_recall_and_does_not_count_in_the_mean():
    result = evaluate(np.array([0, 0, 1]), one_hot([0, 0, 1], 3), ["a", "b", "c"])
    absent = result.per_class[2]
    assert (absent.precision, absent.recall, absent.f1, absent.note) == (0.0, None, None, "no image of this class")
    assert result.macro_f1 == 1.0


def test_an_evaluation_goes_through_strict_json_and_back():
    result = evaluate(np.array([0, 0, 1]), one_hot([0, 1, 1], 3), ["a", "b", "c"])
    text = json.dumps(to_document(result), allow_nan=False)
    assert from_document(json.loads(text)) == result
    assert from_document(json.loads(text)) != evaluate(np.array([0]), one_hot([0], 3), ["a", "b", "c"])


@pytest.mark.parametrize("document", [
    {}, {"per_class": [{"name": "a"}], "confusion": [[1, 2]]}, {"per_class": [{"name": "a"}], "confusion": [[0]]},
    {"per_class": [{"name": "a"}], "confusion": [[-1]]}, {"per_class": [{"name": "a"}], "confusion": "many"},
    {"per_class": 3, "confusion": [[1]]}])
def test_a_damaged_evaluation_is_refused_with_a_sentence(document: dict):
    with pytest.raises(InputError, match="evaluation cannot be read"):
        from_document(document)


def test_equal_probabilities_go_to_the_first_class():
    assert evaluate(np.array([0]), np.array([[0.5, 0.5]]), ["a", "b"]).accuracy == 1.0


def test_whether_guessing_would_do_as_well_is_judged_by_the_interval():
    names = ["a", "b"]
    few = evaluate(np.array([0, 0, 1, 1]), one_hot([0, 0, 1, 0], 2), names)
    many = evaluate(np.array([0, 0, 1, 1] * 50), one_hot([0, 0, 1, 0] * 50, 2), names)
    assert few.accuracy == many.accuracy == 0.75
    assert not few.better_than_guessing
    assert many.better_than_guessing


def test_a_label_out_of_range_is_named():
    with pytest.raises(InputError, match="label lies outside the 2 classes: 0 to 2"):
        confusion_matrix(np.array([0, 2]), np.array([0, 1]), 2)


@pytest.mark.parametrize(("labels", "probabilities", "words"), [
    ([], np.zeros((0, 2)), "no images"), ([0], np.zeros((1, 3)), "2 classes"), ([0, 1], np.ones((1, 2)), "2 labels"),
    ([0], np.array([[np.nan, 1]]), "not a finite number")])
def test_predictions_that_do_not_fit_are_refused(labels: list[int], probabilities: np.ndarray, words: str):
    with pytest.raises(InputError, match=words):
        evaluate(np.array(labels, dtype=np.int64), probabilities, ["a", "b"])
