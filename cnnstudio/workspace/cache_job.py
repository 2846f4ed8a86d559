"""Looks how much the pixel cache holds, clears it, and sets how much it may hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.data.pixels.cache import Cleared, KeptImages, clear, list_kept, make_room
from cnnstudio.data.pixels.cache_limit import cache_limit, set_cache_limit
from cnnstudio.workspace.jobs import ShouldStop


@dataclass(frozen=True, slots=True)
class CacheState:
    """What is kept and may be kept; the result of a `CacheJob`."""

    directory: Path
    files: tuple[KeptImages, ...]
    """The one used longest ago first."""
    limit: int
    """Bytes."""
    cleared: Cleared
    """What this job removed."""

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(kept.size for kept in self.files)


class CacheJob:
    """Look at the cache in ``directory``, after clearing it or setting its limit: `CacheState`.

    Parameters
    ----------
    wants_clear
        Remove all decoded images that no running program uses.
    limit_gb
        Keep at most so many gigabytes from now on; what is too much goes at once. None leaves the limit alone.

    Raises
    ------
    StorageError, InputError
        From `run`: the folder cannot be changed, the limit is no usable number.
    """

    title = "Looking at the decoded images"

    def __init__(self, directory: Path, *, wants_clear: bool = False, limit_gb: float | None = None) -> None:
        self._directory, self._wants_clear, self._limit_gb = directory, wants_clear, limit_gb

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Do it and yield the state afterwards."""
        cleared = clear(self._directory) if self._wants_clear else Cleared(0, 0)
        if self._limit_gb is not None:
            set_cache_limit(self._limit_gb)
            fewer = make_room(self._directory, cache_limit())
            cleared = Cleared(cleared.freed + fewer.freed, max(cleared.in_use, fewer.in_use))
        yield CacheState(self._directory, list_kept(self._directory), cache_limit(), cleared)
