"""Builds a widget over several turns of the event loop, so that the window is never busy for long."""

from collections.abc import Iterator

_END = object()


class Pieces:
    """What is left to build of a widget.

    Parameters
    ----------
    steps
        Builds a piece, some 20 ms of work, each time it is asked for the next item.
    """

    def __init__(self, steps: Iterator[None]) -> None:
        self._steps = steps

    def build_next(self) -> bool:
        """Build one piece; return false when none was left."""
        return next(self._steps, _END) is not _END

    def build_rest(self) -> None:
        """Build what is left at once."""
        while self.build_next():
            pass
