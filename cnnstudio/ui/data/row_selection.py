"""Which places of a grid are selected: a column of truth values, so that selecting 100,000 is one assignment."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class RowSelection:
    """Selected places 0 to ``count`` - 1, with the anchor that ranges and rectangles start from."""

    def __init__(self, count: int = 0) -> None:
        self._is_in = np.zeros(count, bool)
        self._kept = self._is_in
        self.anchor = 0

    def __len__(self) -> int:
        """Return how many are selected."""
        return int(np.count_nonzero(self._is_in))

    def __contains__(self, place: int) -> bool:
        return bool(0 <= place < len(self._is_in) and self._is_in[place])

    @property
    def places(self) -> "NDArray[np.int64]":
        """The places selected, ascending."""
        return np.flatnonzero(self._is_in)

    def set_mask(self, is_in: "NDArray[np.bool_]") -> None:
        """Select just these: (count,) truth values."""
        self._is_in, self.anchor = is_in, 0

    def clear(self) -> None:
        """Select nothing."""
        self._is_in[:] = False

    def select_all(self) -> None:
        """Select everything."""
        self._is_in[:] = True

    def choose(self, place: int) -> None:
        """Select one place and no other, and start further ranges there."""
        self.clear()
        self._is_in[place] = True
        self.anchor = place

    def toggle(self, place: int) -> None:
        """Select a place or take it out, and start further ranges there."""
        self._is_in[place] = not self._is_in[place]
        self.anchor = place

    def extend(self, place: int, *, keep: bool = False) -> None:
        """Select everything from the anchor to ``place``; ``keep``: what is selected besides stays."""
        if not keep:
            self.clear()
        first, last = sorted((min(self.anchor, len(self._is_in) - 1), place))
        self._is_in[first:last + 1] = True

    def begin_rectangle(self, *, keep: bool) -> None:
        """Remember what is selected besides the rectangle that is being drawn."""
        self._kept = self._is_in.copy() if keep else np.zeros_like(self._is_in)

    def set_rectangle(self, rows: range, columns: range, column_count: int) -> None:
        """Select what was kept and the cells in these rows and columns of a grid ``column_count`` wide."""
        self._is_in[:] = self._kept
        if not len(rows) or not len(columns):
            return
        places = np.add.outer(np.arange(rows.start, rows.stop) * column_count,
                              np.arange(columns.start, columns.stop)).ravel()
        self._is_in[places[places < len(self._is_in)]] = True
