"""The alignment of two rows is the cheapest there is."""

from functools import cache
from math import inf

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cnnstudio.network.sequence_alignment import aligned

COST = st.sampled_from([0.0, 1.0, 4.0, 10.0, 13.0, inf])


def cheapest(costs, width, gap):
    """Try every alignment."""
    @cache
    def rest(row, column):
        if row == len(costs) or column == width:
            return gap * (len(costs) - row + width - column)
        return min(costs[row][column] + rest(row + 1, column + 1), gap + rest(row + 1, column),
                   gap + rest(row, column + 1))
    return rest(0, 0)


@given(st.data(), st.integers(0, 6), st.integers(0, 6))
def test_no_alignment_is_cheaper(data, height, width):
    costs = tuple(tuple(data.draw(COST) for _ in range(width)) for _ in range(height))
    pairs = aligned(np.array(costs, float).reshape(height, width), 8.0)
    cost = sum(costs[row][column] for row, column in pairs) + 8.0 * (height + width - 2 * len(pairs))
    assert cost == cheapest(costs, width, 8.0)
    assert pairs == sorted(set(pairs))
    assert len({column for _, column in pairs}) == len({row for row, _ in pairs}) == len(pairs)


def letters(first, second):
    return np.array([[0.0 if a == b else inf for b in second] for a in first])


def test_equal_things_are_paired_as_early_as_possible():
    assert aligned(letters("cr", "crcr"), 8.0) == [(0, 0), (1, 1)]


def test_rows_without_anything_in_common_have_no_pairs():
    assert aligned(letters("ab", "cd"), 8.0) == []
