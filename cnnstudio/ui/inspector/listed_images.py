"""Which images of the list stand in the grid: the first ones, or the weakest of all that are known."""

import heapq
from collections import OrderedDict
from collections.abc import Collection, Hashable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

SHOWN = 60
LOOKED_THROUGH = 2000
"""So many images of the list are looked through for the weakest."""
_KEPT_QUESTIONS = 8


class ListedImages(QObject):
    """Remembers for every question how much spoke for its target in the images that were looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.images: tuple[Path, ...] = ()
        """The first `LOOKED_THROUGH` of the list."""
        self.question: Hashable = ()
        """What the maps in the grid answer."""
        self.ranks = False
        """Whether the weakest come first."""
        self._sums: OrderedDict[Hashable, dict[Path, float]] = OrderedDict()

    def note(self, question: Hashable, image: Path, positive: float) -> None:
        """Remember the sum of what speaks for the target of ``question`` in ``image``."""
        self._sums.setdefault(question, {})[image] = positive
        self._sums.move_to_end(question)
        while len(self._sums) > _KEPT_QUESTIONS:
            self._sums.popitem(last=False)

    def known(self) -> dict[Path, float]:
        """Return what is known of the images of the list."""
        sums = self._sums.get(self.question, {})
        return {image: sums[image] for image in self.images if image in sums}

    def names(self) -> Sequence[Path]:
        """Return the images on show in their order; of equally weak ones the first in the list."""
        if not self.ranks:
            return self.images[:SHOWN]
        known = self.known()
        return heapq.nsmallest(SHOWN, known, key=known.__getitem__)

    def unmade(self, made: Collection[Hashable]) -> Sequence[Path]:
        """Return the images whose maps are still to be made, those on show first."""
        shown = [path for path in self.names() if path not in made]
        if not self.ranks:
            return shown
        known = self.known()
        return [*shown, *(path for path in self.images if path not in known)]

    def words(self) -> str:
        """Say which images these are."""
        if not self.ranks:
            return self.tr("The first {count} images of the list, in its order.").format(count=len(self.names()))
        return self.tr("The weakest evidence first, of {known} images looked at among the first {count} of the "
                       "list.").format(known=f"{len(self.known()):,}", count=f"{len(self.images):,}")
