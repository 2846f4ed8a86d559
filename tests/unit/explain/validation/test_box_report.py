"""Sums over many maps, against a hand-worked example."""

import numpy as np
import pytest

from cnnstudio.explain.validation.box_evidence import BoxEvidence
from cnnstudio.explain.validation.box_report import BoxedMaps, box_report, energies_elsewhere
from cnnstudio.explain.validation.localisation import THRESHOLDS, Localisation
from cnnstudio.training.metrics import wilson_interval


def place(largest, best=None, otsu=0.0):
    """Overlaps below threshold 0.5 and above it."""
    def steps(low, high):
        return np.where(THRESHOLDS < 0.5, low, high).astype(np.float32)

    return Localisation(steps(*largest), steps(*(best or largest)), otsu)


MAPS = BoxedMaps(
    np.array([0, 0, 0, 1]),
    (BoxEvidence(True, 0.2, True, 0.9, 0.1), BoxEvidence(True, 0.2, False, 0.7, 0.1),
     BoxEvidence(False, 0.4, False, 0.2, 0.3), BoxEvidence(False, 0.6, True, 0.4, 0.5)),
    (place((0.6, 0.2), (0.8, 0.2), 0.55), place((0.6, 0.6)), place((0.1, 0.9), otsu=0.9), place((0.1, 0.4))),
    np.array([0.1, 0.2, 0.3, 0.6]))


def test_all_is_the_mean_over_classes_and_classes_are_means_over_images():
    report = box_report("grad-cam", "conv", MAPS, ("cat", "dog", "cow"))
    cat, dog = report.classes
    assert (cat.name, cat.images, cat.hits, dog.images, dog.hits) == ("cat", 3, 2, 1, 0)
    assert cat.hit_share == pytest.approx(2 / 3)
    assert cat.energy == pytest.approx(0.6)
    assert report.all.hit_share == pytest.approx((2 / 3 + 0) / 2)
    assert report.all.energy == pytest.approx((0.6 + 0.4) / 2)
    assert report.all.hit_chance == pytest.approx((0.8 / 3 + 0.6) / 2)
    assert report.all.centre_share == pytest.approx((1 / 3 + 1) / 2)
    assert report.all.area == pytest.approx((0.5 / 3 + 0.5) / 2)
    assert report.all.energy_elsewhere == pytest.approx((0.2 + 0.6) / 2)
    assert report.all.hit_interval == wilson_interval(2, 4)


def test_the_interval_of_the_energy_is_that_of_all_samples_that_can_be_drawn():
    """Three images give 27 equally likely samples; a class of one image does not vary."""
    cat = np.array([0.9, 0.7, 0.2])
    means = sorted(((cat[a] + cat[b] + cat[c]) / 3 + 0.4) / 2 for a in range(3) for b in range(3) for c in range(3))
    low, high = box_report("grad-cam", "conv", MAPS, ("cat", "dog")).all.energy_interval
    assert min(means) <= low < means[4]
    assert means[-4] < high <= max(means)


def test_thresholds_are_chosen_on_other_images_where_there_are_some():
    high_is_good = [place((0.1, 0.9))] * 3
    shown = {(one.parts, one.overlap, one.chosen_on): (one.threshold, one.right)
             for one in box_report("grad-cam", "conv", MAPS, ("cat", "dog"), high_is_good).accuracies}
    assert shown["largest", 0.5, "validation"] == (pytest.approx(0.5), 2)
    assert shown["best", 0.3, "validation"] == (pytest.approx(0.5), 3)
    assert shown["largest", 0.5, "fixed"] == (pytest.approx(0.2), 2)
    assert shown["largest", 0.5, "otsu"] == (None, 2)
    low_is_good = [place((0.9, 0.1))] * 3
    report = box_report("grad-cam", "conv", MAPS, ("cat", "dog"), low_is_good)
    assert {one.threshold for one in report.accuracies} == {0.02, 0.2, None}
    assert report.max_box_acc == 2 / 4
    assert report.max_box_acc_v2 == pytest.approx((2 / 4 + 2 / 4 + 1 / 4) / 3)


def test_without_other_images_the_best_threshold_of_these_is_taken_and_said():
    report = box_report("grad-cam", "conv", MAPS, ("cat", "dog"))
    assert {one.chosen_on for one in report.accuracies} == {"these images", "fixed", "otsu"}
    assert report.max_box_acc_v2 == pytest.approx((3 / 4 + 2 / 4 + 1 / 4) / 3)


def test_evidence_elsewhere_is_that_in_the_next_images_box():
    left, right = np.zeros((8, 8), np.float32), np.zeros((8, 8), np.float32)
    left[:, :2], right[:, 6:] = 1, 1
    boxes = [np.array([[0, 0, 0.5, 1]], np.float32), np.array([[0.5, 0, 1, 1]], np.float32)]
    assert energies_elsewhere([left, right], boxes) == pytest.approx([0, 0])
    assert energies_elsewhere([left, right], boxes[::-1]) == pytest.approx([1, 1])
