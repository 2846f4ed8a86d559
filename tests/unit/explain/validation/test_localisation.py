"""Boxes from maps, against hand-worked examples, a search by brute force and another implementation."""

import numpy as np
import pytest

from cnnstudio.explain.validation.localisation import (
    THRESHOLDS,
    box_of_map,
    fine_map,
    localise,
    otsu_threshold,
    overlap,
    parts,
)

FINE = np.array([[0.9, 0.1, 0.0, 0.6],
                 [0.0, 0.8, 0.0, 0.6],
                 [0.0, 0.0, 0.0, 0.0],
                 [1.0, 0.0, 0.3, 0.0]], np.float32)


def test_the_largest_part_comes_first_and_corners_touch():
    found = parts(FINE, 0.5)
    assert found.tolist() == [[0, 0, 0.5, 0.5], [0.75, 0, 1, 0.5], [0, 0.75, 0.25, 1]]
    assert parts(FINE, 0.05)[0].tolist() == [0, 0, 0.5, 0.5]   # the cell of 0.1 joins the upper left part


def flood(mask):
    """Return the parts of a mask as sets of cells, by walking from cell to cell."""
    left, found = {tuple(cell) for cell in np.argwhere(mask)}, []
    while left:
        part, edge = set(), [left.pop()]
        while edge:
            row, column = edge.pop()
            part.add((row, column))
            around = {(row + y, column + x) for y in (-1, 0, 1) for x in (-1, 0, 1)} & left
            left -= around
            edge.extend(around)
        found.append(part)
    return found


@pytest.mark.parametrize("seed", range(5))
def test_parts_are_those_found_by_walking_from_cell_to_cell(seed):
    fine = np.random.default_rng(seed).random((12, 9)).astype(np.float32)
    wanted = {(min(c for _, c in part) / 9, min(r for r, _ in part) / 12, (max(c for _, c in part) + 1) / 9,
               (max(r for r, _ in part) + 1) / 12) for part in flood(fine > 0.7)}
    found = parts(fine, 0.7)
    assert {tuple(np.round(box, 5)) for box in found.astype(float)} == {tuple(np.round(box, 5)) for box in wanted}


def test_otsus_threshold_parts_the_values_best_of_all_thresholds():
    random = np.random.default_rng(0)
    values = np.clip(np.concatenate([random.normal(0.2, 0.05, 300), random.normal(0.7, 0.1, 100)]), 0, 1)
    found = otsu_threshold(values)

    def between(threshold):
        above = values > threshold
        return above.mean() * (1 - above.mean()) * (values[above].mean() - values[~above].mean()) ** 2

    best = max(between(step / 256) for step in range(1, 256) if values.min() < step / 256 < values.max())
    assert between(found) == pytest.approx(best)
    assert 0.3 < found < 0.55
    assert between(0.15) < 0.9 * best   # another threshold is worse


def test_overlap_is_shared_area_over_joint_area():
    first = np.array([[0, 0, 0.5, 0.5], [0, 0, 1, 1]], np.float32)
    second = np.array([[0.25, 0.25, 0.75, 0.75], [0.6, 0.6, 1, 1], [0, 0, 0.5, 0.5]], np.float32)
    wanted = [[0.0625 / 0.4375, 0, 1], [0.25, 0.16, 0.25]]
    assert overlap(first, second) == pytest.approx(np.array(wanted), abs=1e-6)   # float32


def blob(side=56, x=30, y=20, width=16, height=12):
    raw = np.full((side, side), -0.2, np.float32)
    raw[y:y + height, x:x + width] = 1
    raw[2:6, 2:6] = 0.5
    return raw, np.array([[x / side, y / side, (x + width) / side, (y + height) / side]], np.float32)


def test_a_blob_is_localised_where_it_is():
    raw, box = blob()
    assert overlap(box_of_map(raw)[None], box)[0, 0] > 0.85       # the enlarged blob has soft edges of half a cell
    assert overlap(box_of_map(raw, 0.6)[None], box)[0, 0] > 0.85
    assert box_of_map(-np.abs(raw)) is None


def test_every_threshold_is_measured_and_the_best_part_can_be_another_than_the_largest():
    raw, _ = blob()
    small = np.array([[2 / 56, 2 / 56, 6 / 56, 6 / 56]], np.float32)
    found = localise(raw, small)
    assert found.largest.max() < 0.05
    assert found.best[THRESHOLDS < 0.4].min() > 0.5
    assert found.best[THRESHOLDS > 0.6].max() < 0.05
    for column in (5, 20, 40):
        boxes = parts(fine_map(raw), float(THRESHOLDS[column]))
        assert found.best[column] == pytest.approx(overlap(boxes, small).max())


def test_a_map_without_evidence_overlaps_nothing():
    found = localise(np.zeros((7, 7)), np.array([[0, 0, 1, 1]], np.float32))
    assert not found.largest.any()
    assert found.otsu == 0
