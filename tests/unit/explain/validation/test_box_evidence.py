"""Pointing game and energy in the box, against hand-worked examples and brute force."""

import numpy as np
import pytest
import torch

from cnnstudio.explain.validation.box_evidence import TOLERANCE, box_evidence, cell_centres, coverage, near


def boxes(*rows):
    return np.array(rows, np.float32)


RAW = np.zeros((4, 4))
RAW[1, 2], RAW[3, 0], RAW[0, 0] = 3.0, 1.0, -9.0
"""Hottest cell: row 1, column 2, so x 0.5 to 0.75, y 0.25 to 0.5, its centre at (0.625, 0.375)."""


@pytest.mark.parametrize(("box", "hit"), [
    ((0.6, 0.3, 0.7, 0.4), True), ((0.0, 0.0, 0.5, 1.0), False), ((0.0, 0.0, 0.6, 1.0), True),
    ((0.0, 0.0, 0.625 - TOLERANCE - 1e-3, 1.0), False), ((0.0, 0.0, 0.625 - TOLERANCE + 1e-3, 1.0), True),
    ((0.0, 0.5, 0.5, 1.0), False)])
def test_a_map_points_at_the_centre_of_its_hottest_cell(box, hit):
    assert box_evidence(RAW, boxes(box)).hit is hit


def test_one_of_several_boxes_is_enough():
    assert box_evidence(RAW, boxes((0, 0.9, 0.1, 1), (0.6, 0.3, 0.7, 0.4))).hit


def test_the_hottest_place_of_the_enlarged_map_is_the_same():
    """Bilinear interpolation has its peak at a cell's centre: torch's enlarged map is hottest within that cell."""
    raw = np.random.default_rng(3).normal(size=(7, 7)).astype(np.float32)
    large = torch.nn.functional.interpolate(torch.from_numpy(np.maximum(raw, 0))[None, None], size=(224, 224),
                                            mode="bilinear", align_corners=False)[0, 0]
    y, x = divmod(int(large.argmax()), 224)
    centre = cell_centres(7, 7)[np.maximum(raw, 0).argmax()] * 224
    assert np.abs(centre - (x + 0.5, y + 0.5)).max() <= 16   # half a cell: a cell at the border is flat up to it


def test_energy_is_the_evidence_in_the_box_and_chance_its_area():
    """On a map as large as its own grid: counted pixel by pixel."""
    raw = np.random.default_rng(0).normal(size=(224, 224)).astype(np.float32)
    found = box_evidence(raw, boxes((28 / 224, 56 / 224, 140 / 224, 70 / 224), (0, 60 / 224, 56 / 224, 80 / 224)))
    inside = np.zeros((224, 224), bool)
    inside[56:70, 28:140] = inside[60:80, :56] = True
    positive = np.maximum(raw.astype(np.float64), 0)
    assert found.energy == pytest.approx(positive[inside].sum() / positive.sum(), abs=1e-6)   # float32 sums
    assert found.area == pytest.approx(inside.mean())


def test_energy_of_a_coarse_map_is_that_of_torchs_enlarged_one():
    raw = np.random.default_rng(1).normal(size=(7, 5)).astype(np.float32)
    large = torch.nn.functional.interpolate(torch.from_numpy(np.maximum(raw, 0))[None, None], size=(224, 224),
                                            mode="bilinear", align_corners=False)[0, 0].double().numpy()
    found = box_evidence(raw, boxes((0.25, 0.5, 0.75, 1)))
    assert found.energy == pytest.approx(large[112:, 56:168].sum() / large.sum(), abs=1e-5)   # float32 interpolation


def test_an_even_map_has_the_energy_of_chance_and_an_empty_one_points_nowhere():
    even = box_evidence(np.ones((6, 6)), boxes((0.1, 0.2, 0.55, 0.9)))
    assert even.energy == pytest.approx(even.area) == pytest.approx(0.45 * 0.7)
    nothing = box_evidence(-np.ones((6, 6)), boxes((0, 0, 1, 1)))
    assert not nothing.hit
    assert nothing.energy == 0


def test_the_chance_of_a_hit_is_the_share_of_places_that_would_be_one():
    found = box_evidence(RAW, boxes((0, 0, 0.5, 0.5)), tolerance=0.0)
    assert found.hit_chance == 4 / 16
    assert found.centre_hit   # the middle lies on the corner of the box
    assert not box_evidence(RAW, boxes((0, 0, 0.4, 0.4)), tolerance=0.09).centre_hit


def test_the_distance_to_a_box_is_that_of_its_nearest_point():
    random = np.random.default_rng(2)
    spots, box = random.random((50, 2)), (0.3, 0.4, 0.6, 0.5)
    dense = np.stack(np.meshgrid(np.linspace(box[0], box[2], 301), np.linspace(box[1], box[3], 301)), -1).reshape(-1, 2)
    nearest = np.array([np.hypot(*(dense - spot).T).min() for spot in spots])
    clear = np.abs(nearest - 0.15) > 1e-3   # between the dense points lies 0.001
    assert (near(spots, boxes(box), 0.15) == (nearest <= 0.15))[clear].all()
    assert 0 < (nearest <= 0.15).sum() < 50


def test_a_cell_is_covered_by_as_much_of_it_as_lies_in_the_box():
    found = coverage(boxes((0.125, 0.25, 0.5, 0.4375)), 4, 4)
    wanted = np.zeros((4, 4))
    wanted[1, :2] = 0.5 * 0.75, 0.75
    assert np.allclose(found, wanted)
