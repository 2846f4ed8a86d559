"""Keeps values up to a number of bytes; what was not used for longest goes first."""

from collections import OrderedDict
from typing import Generic, TypeVar

Value = TypeVar("Value")


class BoundedStore(Generic[Value]):
    """Values by key. One that is larger than the limit by itself is not kept at all."""

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self.used_bytes = 0
        self._values: OrderedDict[str, tuple[Value, int]] = OrderedDict()

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __len__(self) -> int:
        return len(self._values)

    def newest(self) -> str | None:
        """Return the key that was used last."""
        return next(reversed(self._values), None)

    def get(self, key: str) -> Value | None:
        """Return a value, which counts as used now; None when it is not (or no longer) kept."""
        if key not in self._values:
            return None
        self._values.move_to_end(key)
        return self._values[key][0]

    def put(self, key: str, value: Value, size_bytes: int) -> None:
        """Keep a value."""
        self._drop(key)
        if size_bytes > self.limit_bytes:
            return
        self._values[key] = (value, size_bytes)
        self.used_bytes += size_bytes
        while self.used_bytes > self.limit_bytes:
            self._drop(next(iter(self._values)))

    def clear(self) -> None:
        """Keep nothing."""
        self._values.clear()
        self.used_bytes = 0

    def _drop(self, key: str) -> None:
        if key in self._values:
            self.used_bytes -= self._values.pop(key)[1]
