"""Class cards: clusters, directions and words, each beside a case worked out by hand."""

import numpy as np
import pytest

from cnnstudio.explain.audit.audit import audit
from cnnstudio.explain.audit.class_cards import mean_image, mean_share, shares
from cnnstudio.explain.audit.clusters import at_most, best_grouping, clusters_of, components, silhouette
from cnnstudio.explain.audit.map_words import look_words, strongest_ninth
from cnnstudio.explain.audit.report import Accuracy, AuditReport, AuditStep, ClassCard
from tests.unit.explain.audit.test_one_pass import case, pooled_network


def test_shares_are_the_positive_evidence_with_sum_one() -> None:
    maps = np.array([[[1.0, -2.0], [3.0, 0.0]], [[-1.0, -1.0], [-1.0, -1.0]]], np.float32)
    assert shares(maps)[0].tolist() == [[0.25, 0.0], [0.75, 0.0]]
    assert not shares(maps)[1].any()
    assert mean_share(shares(maps)).tolist() == [[0.25, 0.0], [0.75, 0.0]]


def test_the_mean_image_is_numpys() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (150, 4, 5, 3), dtype=np.uint8)
    places = np.arange(0, 150, 2)
    assert np.array_equal(mean_image(pixels, places), np.round(pixels[places].astype(np.float64).mean(axis=0)))


def test_the_silhouette_of_a_case_worked_out_by_hand() -> None:
    points = np.array([0.0, 1.0, 10.0])
    distance = np.abs(points[:, None] - points)
    # Group {0, 1} and group {10}: (10 - 1) / 10, (9 - 1) / 9, and 0 for a group of one.
    assert silhouette(distance, np.array([0, 0, 1])) == pytest.approx((0.9 + 8 / 9 + 0) / 3)


def test_components_keep_the_distances() -> None:
    rows = np.random.default_rng(1).normal(size=(9, 6))
    points = components(rows, 6)
    assert np.allclose(np.linalg.norm(points[0] - points[5]), np.linalg.norm(rows[0] - rows[5]))


def test_two_kinds_of_maps_are_two_clusters_and_one_kind_is_none() -> None:
    generator = np.random.default_rng(2)
    maps = np.abs(generator.normal(0, 0.05, (30, 7, 7))).astype(np.float32)
    even = shares(maps + 1)
    maps[:20, 0, 0] += 3
    maps[20:, 6, 6] += 3
    right = np.arange(30) < 20
    large, small = clusters_of(shares(maps), np.arange(100, 130), right, seed=1)
    assert set(large.members) == set(range(100, 120))
    assert set(small.members) == set(range(120, 130))
    assert large.accuracy == Accuracy(20, 20)
    assert small.accuracy == Accuracy(0, 10)
    assert "upper left corner" in large.words
    assert "0 of them are recognised (0 %), of the 20 other images 20 (100 %)." in small.words
    assert clusters_of(even, np.arange(30), right) == ()


def test_equal_points_are_one_group() -> None:
    assert best_grouping(np.zeros((20, 3)), 0).max() == 0


def test_a_few_exceptions_are_no_group() -> None:
    """Control: as many as a group needs are one."""
    points = np.random.default_rng(4).normal(0, 0.1, (60, 2))
    points[:3] += 50
    assert np.bincount(best_grouping(points, 0)).min() >= 4 or best_grouping(points, 0).max() == 0
    points[3] += 50
    assert np.bincount(best_grouping(points, 0)).tolist() in ([4, 56], [56, 4])


def test_coarser_maps_hold_the_same_evidence() -> None:
    maps = np.random.default_rng(3).random((2, 28, 21)).astype(np.float32)
    coarse = at_most(maps, 14)
    assert coarse.shape == (2, 14, 11)
    assert coarse.sum() == pytest.approx(maps.sum(), rel=1e-5)


def test_words_name_the_ninth_that_holds_most() -> None:
    mean = np.zeros((6, 6), np.float32)
    mean[5, 5] = 0.7
    mean[0:2, 2:4] = 0.3 / 4
    part, share, area = strongest_ninth(mean)
    assert (part, round(share, 6), area) == ("in the lower right corner", 0.7, 1 / 9)
    words = look_words("bird", mean, Accuracy(9, 10))
    assert "9 of 10 images of bird are recognised" in words
    assert "70 % of the positive evidence" in words
    even = look_words("bird", np.full((6, 6), 1 / 36, np.float32), Accuracy(9, 10))
    assert "spread over the whole picture" in even
    assert "11 % of it (11 % if it were spread evenly)" in even
    assert "no images" in look_words("bird", mean, Accuracy(0, 0))


def test_an_audit_streams_cards_and_ends_with_a_report() -> None:
    one = case(pooled_network(), images=150)
    events = list(audit(one, lambda: False, detectors=()))
    cards = [event for event in events if isinstance(event, ClassCard)]
    report = events[-1]
    assert isinstance(report, AuditReport)
    assert [card.class_index for card in report.cards] == [0, 1, 2]
    assert [card.images for card in report.cards] == [int((one.labels == c).sum()) for c in range(3)]
    steps = [place for place, event in enumerate(events) if isinstance(event, AuditStep)]
    assert events.index(cards[0]) < steps[len(steps) // 2]
    right = one.logits(one.pixels).argmax(axis=1) == one.labels
    assert [card.accuracy.right for card in report.cards] == [int(right[one.labels == c].sum()) for c in range(3)]
    # An untrained network may find nothing that speaks for a class.
    assert all(round(float(card.mean_map.sum()), 4) in (0.0, 1.0) for card in report.cards)
    assert report.level == "clean"


def test_a_stopped_audit_gives_no_report() -> None:
    turns: list[int] = []
    events = list(audit(case(pooled_network(), images=150), lambda: turns.append(1) is None and len(turns) > 2))
    assert not any(isinstance(event, AuditReport) for event in events)
    assert sum(isinstance(event, AuditStep) for event in events) == 2


def test_the_same_seed_gives_the_same_report() -> None:
    one = case(pooled_network(), images=60)
    first, second = (list(audit(one, lambda: False, seed=4, detectors=()))[-1] for _ in range(2))
    assert [card.words for card in first.cards] == [card.words for card in second.cards]
    assert all(np.array_equal(a.mean_map, b.mean_map) for a, b in zip(first.cards, second.cards, strict=True))
