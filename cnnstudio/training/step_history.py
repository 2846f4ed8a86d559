"""Every step of a training in a few arrays: a million steps take 40 MB instead of half a gigabyte of objects."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.training.events import StepEnded

_FIRST_ROOM = 1024
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("epoch", "i4"), ("step", "i4"), ("steps", "i4"), ("loss", "f8"), ("accuracy", "f8"), ("images_per_s", "f4"),
    ("learning_rate", "f8"))


class GrowingArray:
    """A one-dimensional array that is appended to; its room doubles, so that a value is moved twice on average."""

    def __init__(self, dtype: str = "f8") -> None:
        self._room: NDArray[Any] = np.empty(_FIRST_ROOM, dtype)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def values(self) -> NDArray[Any]:
        """A view (N,) of what was appended; the next `append` may leave it behind."""
        return self._room[:self._count]

    def append(self, values: Any) -> None:
        """Add one number or an array (n,)."""
        count = self._count + np.size(values)
        if count > len(self._room):
            room = np.empty(max(count, 2 * len(self._room)), self._room.dtype)
            room[:self._count] = self.values
            self._room = room
        self._room[self._count:count] = values
        self._count = count


class StepHistory:
    """The steps of a training, in order; reads like a list of `StepEnded`."""

    def __init__(self) -> None:
        self._columns = {name: GrowingArray(dtype) for name, dtype in _COLUMNS}

    def append(self, event: StepEnded) -> None:
        """Keep one step."""
        for name, column in self._columns.items():
            column.append(getattr(event, name))

    def __len__(self) -> int:
        return len(self._columns["epoch"])

    def __getitem__(self, index: int) -> StepEnded:
        return StepEnded(**{name: column.values[index].item() for name, column in self._columns.items()})

    def __iter__(self) -> Iterator[StepEnded]:
        return (self[index] for index in range(len(self)))

    def column(self, name: str) -> NDArray[Any]:
        """Return one field of every step, (N,)."""
        return self._columns[name].values

    def positions(self, start: int = 0) -> NDArray[np.float64]:
        """Return the epochs done after each step from ``start`` on, with fraction: 1.5 is half of the second epoch."""
        epoch, step, steps = (self.column(name)[start:] for name in ("epoch", "step", "steps"))
        return np.asarray(epoch - 1 + step / np.maximum(steps, 1), np.float64)
