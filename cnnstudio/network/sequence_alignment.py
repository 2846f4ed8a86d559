"""The cheapest way to read two rows of things as one row that was edited."""

import numpy as np
from numpy.typing import NDArray

Costs = NDArray[np.float64]


def aligned(costs: Costs, gap: float) -> list[tuple[int, int]]:
    """Return the places of the things that are the same, in order.

    The global alignment of Needleman and Wunsch, "A general method applicable to the search for similarities in the
    amino acid sequence of two proteins" (1970), with costs in the place of scores. Of equally cheap alignments the one
    that pairs things as early as possible is taken.

    Parameters
    ----------
    costs : (things in the first row, things in the second): what it costs to take them for the same, ``inf`` where
        that cannot be; whole numbers, so that sums are exact
    gap : cost of a thing that is in one row only
    """
    rest = _costs_of_rests(costs, gap)
    height, width = costs.shape
    pairs: list[tuple[int, int]] = []
    row = column = 0
    while row < height and column < width:
        here = rest[row, column]
        if here == costs[row, column] + rest[row + 1, column + 1]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif here == gap + rest[row + 1, column]:
            row += 1
        else:
            column += 1
    return pairs


def _costs_of_rests(costs: Costs, gap: float) -> Costs:
    """Return, for each pair of places, the cost of aligning what is left from there on.

    A row at a time: when ``best[j]`` is the least cost without skipping things of the second row first, the cost with
    skipping k - j of them is the least of ``best[k] + gap·(k - j)``.
    """
    height, width = costs.shape
    skipped = gap * np.arange(width + 1)
    table = np.empty((height + 1, width + 1))
    table[height] = skipped[::-1]
    for row in range(height - 1, -1, -1):
        best = table[row + 1] + gap
        best[:-1] = np.minimum(best[:-1], costs[row] + table[row + 1, 1:])
        table[row] = np.minimum.accumulate((best + skipped)[::-1])[::-1] - skipped
    return table
