"""Where a grid is scrolled to, and where it must be scrolled to when its rows are exchanged."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.ui.data.grid_rows import GridRows

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False, slots=True)
class ViewPlace:
    """What was in view.

    Attributes
    ----------
    top_px : how far the grid was scrolled
    first : place of the first cell in view
    seen : rows of the contents in view, from ``first`` on
    """

    top_px: int
    first: int
    seen: "NDArray[np.int64]"

    def top_in(self, rows: GridRows, changed: "NDArray[np.int64]", column_count: int, line_px: int) -> int:
        """Return how far to scroll so that a picture that was in view stays where it is.

        Parameters
        ----------
        rows
            Shown from now on.
        changed
            Rows that do not count: they are what was acted on, and may have gone far.
        column_count, line_px
            Of the grid.
        """
        anchors = np.flatnonzero(~np.isin(self.seen, changed) & (self.seen >= 0))
        for offset in anchors.tolist():
            now = rows.place_of(int(self.seen[offset]))
            if now >= 0:
                lines = now // column_count - (self.first + offset) // column_count
                return self.top_px + lines * line_px
        return self.top_px

    def moved(self, moved: "NDArray[np.int64]") -> "ViewPlace":
        """Return the same with the rows of another scan (-1: gone)."""
        return ViewPlace(self.top_px, self.first, moved[self.seen])
