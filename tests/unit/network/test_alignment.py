"""Boxes are aligned and spread as a hand would with a ruler."""

import itertools

import pytest

from cnnstudio.network.alignment import Box, align, distribute

BOXES = {"a": Box(0, 10, 200, 70), "b": Box(40, 300, 200, 100), "c": Box(100, 200, 100, 70)}
"""Around them lies the rectangle from (0, 10) to (240, 400)."""


@pytest.mark.parametrize(("alignment", "expected"), [
    ("left", {"a": (0, 10), "b": (0, 300), "c": (0, 200)}),
    ("centre", {"a": (20, 10), "b": (20, 300), "c": (70, 200)}),
    ("right", {"a": (40, 10), "b": (40, 300), "c": (140, 200)}),
    ("top", {"a": (0, 10), "b": (40, 10), "c": (100, 10)}),
    ("middle", {"a": (0, 170), "b": (40, 155), "c": (100, 170)}),
    ("bottom", {"a": (0, 330), "b": (40, 300), "c": (100, 330)}),
])
def test_boxes_are_aligned_at_the_rectangle_around_them(alignment, expected):
    assert align(BOXES, alignment) == expected


def test_gaps_become_equal_and_the_outer_boxes_stay():
    # 390 px high together, 240 px of boxes: 75 px for each of the two gaps
    assert distribute(BOXES, "vertical") == {"a": (0, 10), "c": (100, 155), "b": (40, 300)}
    places = distribute(BOXES, "vertical")
    assert places["c"][1] - (places["a"][1] + 70) == places["b"][1] - (places["c"][1] + 70) == 75


def test_boxes_without_room_overlap_by_equal_amounts_in_their_order():
    row = {name: Box(x, 0, 100, 10) for name, x in (("a", 0), ("b", 10), ("c", 160), ("d", 140))}
    places = distribute(row, "horizontal")
    starts = [places[name][0] for name in ("a", "b", "d", "c")]
    assert (starts[0], starts[-1]) == (0, 160)
    assert [b - a for a, b in itertools.pairwise(starts)] == pytest.approx([160 / 3] * 3)


def test_aligning_twice_changes_nothing_more():
    for alignment in ("left", "centre", "right", "top", "middle", "bottom"):
        once = align(BOXES, alignment)
        again = {key: Box(x, y, BOXES[key].width, BOXES[key].height) for key, (x, y) in once.items()}
        assert align(again, alignment) == once


def test_few_boxes_stay():
    assert align({}, "left") == {}
    two = {"a": BOXES["a"], "b": BOXES["b"]}
    assert distribute(two, "vertical") == {"a": (0, 10), "b": (40, 300)}
