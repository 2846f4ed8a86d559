"""Turns names from files into names of layers: cleaned, unique, and no other layer's id."""

from collections import Counter
from collections.abc import Iterable

from cnnstudio.errors import NetworkError
from cnnstudio.network.names import NAME_LIMIT, clean_name


class FreeNames:
    """Gives out names; each one once.

    Parameters
    ----------
    ids : ids of the layers; only the layer itself may be called by its id
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._taken = set(ids)
        self._counts: Counter[str] = Counter()

    def take(self, wanted: str, node_id: str) -> str:
        """Return ``wanted`` cleaned, with a number behind it when it is taken; ``node_id`` when nothing is left."""
        try:
            name = clean_name(wanted)
        except NetworkError:
            return node_id
        if name == node_id:
            return node_id
        candidate = name
        while candidate in self._taken:
            self._counts[name] += 1
            candidate = f"{name[:NAME_LIMIT - 8]} {self._counts[name] + 1}"
        self._taken.add(candidate)
        return candidate
