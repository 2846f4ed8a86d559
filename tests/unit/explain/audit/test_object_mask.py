"""Objects are found where they are, and taken out and put in without a trace elsewhere."""

import cv2
import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.explain.audit.background_swap import Layers, filled
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.object_mask import GRID, box_masks, colour_distance, estimated_masks, object_scores
from tests.unit.explain.audit.test_background import pictures


def case_of(network: nn.Module) -> tuple[AuditCase, np.ndarray]:
    pixels, labels, boxes = pictures(tied=False, seed=3)
    return AuditCase(network, ("a", "b", "c"), np.zeros(3), np.ones(3), pixels, labels,
                     tuple(map(str, range(len(labels)))), pixels[:0], labels[:0]), boxes


class Plain(nn.Sequential):
    def __init__(self, *layers: nn.Module) -> None:
        super().__init__(*layers, nn.Flatten(), nn.LazyLinear(3))
        self(torch.zeros(1, 3, 32, 32))


def overlap(masks: np.ndarray, boxes: np.ndarray) -> float:
    true = box_masks(boxes)
    return float(np.mean((masks & true).sum(axis=(1, 2)) / (masks | true).sum(axis=(1, 2))))


@pytest.mark.parametrize("network", [Plain(), Plain(nn.Conv2d(3, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2))],
                         ids=["without maps", "with maps"])
def test_discs_are_found_where_they_are(network):
    """A disc fills pi / 4 of its box; the rim of a picture, for a control, is no disc."""
    case, boxes = case_of(network)
    scores = object_scores(case, np.arange(len(case.labels)))
    assert scores.shape == (48, GRID, GRID)
    assert (scores.min(), scores.max()) == (0, 1)
    assert overlap(estimated_masks(scores, 0.13), boxes) > 0.6
    assert overlap(estimated_masks(1 - scores, 0.13), boxes) < 0.1


def test_boxes_cover_the_cells_whose_middle_they_hold():
    masks = box_masks(np.array([[0.25, 0.5, 0.75, 1.0], [0, 0, 0.4 / GRID, 1]], np.float32))
    assert masks[0].sum() == 14 * 14
    assert masks[0][14:, 7:21].all()
    assert not masks[1].any()        # narrower than half a cell


def test_the_colour_distance_is_that_in_lab():
    picture = np.full((64, 64, 3), 128, np.uint8)
    picture[24:40, 24:40] = (200, 60, 60)
    lab = cv2.cvtColor(np.float32(1 / 255) * picture, cv2.COLOR_RGB2LAB)
    distance = colour_distance(picture)
    assert distance[14, 14] == pytest.approx(np.linalg.norm(lab[32, 32] - lab[0, 0]), rel=0.02)  # blurred a little
    assert distance[0].max() == 0


def test_a_hole_in_a_slope_is_filled_with_the_slope_and_the_rest_stays():
    slope = np.repeat(np.linspace(40, 200, 64)[None, :, None], 64, axis=0).repeat(3, axis=2).astype(np.uint8)
    hole = np.zeros((64, 64), np.float32)
    hole[20:44, 20:44] = 1
    spoiled = slope.copy()
    spoiled[20:44, 20:44] = 0
    result = filled(spoiled, hole)
    assert (result[hole == 0] == slope[hole == 0]).all()
    assert np.abs(result.astype(int) - slope)[hole == 1].mean() < 20     # a third of the 60 levels it spans there
    assert np.abs(spoiled.astype(int) - slope)[hole == 1].mean() > 100   # control: nothing filled in


@pytest.mark.parametrize("size", [(28, 28), (33, 47), (224, 160)])
@pytest.mark.parametrize("channels", [1, 3])
def test_what_is_filled_does_not_depend_on_what_was_in_the_hole(size, channels):
    chance = np.random.default_rng(0)
    hole = np.zeros(size, np.float32)
    hole[5:15, 6:20] = 1
    one = chance.integers(0, 256, (*size, channels)).astype(np.uint8)
    other = one.copy()
    other[5:15, 6:20] = 255 - other[5:15, 6:20]
    assert (filled(one, hole) == filled(other, hole)).all()


def test_an_object_lands_where_the_other_one_was_and_stays_inside():
    """The boxes: 8 x 8 cells at the upper left, and at the lower right, of pictures of one colour each."""
    pixels = np.stack([np.full((56, 56, 3), 200, np.uint8), np.full((56, 56, 3), 50, np.uint8)])
    pixels[0, :16, :16] = (255, 0, 0)
    masks = np.zeros((2, GRID, GRID), bool)
    masks[0, :8, :8] = masks[1, 20:, 20:] = True
    picture = Layers(pixels, masks, masks).swapped(0, 1)
    assert (picture[44:52, 44:52] == (255, 0, 0)).all()
    assert (picture[:34, :34] == 50).all()
