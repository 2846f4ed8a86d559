"""A disk that is full when a test wants it to be."""

import pytest

from cnnstudio.errors import StorageError
from cnnstudio.runs import store

REASON = "Cannot save weights: No space left on device. Nothing was changed."


class FullDisk:
    """Makes saving a run fail while ``is_full`` is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = False
        write = store.write_member

        def fails(*args, **kwargs):
            if self.is_full:
                raise StorageError(REASON)
            return write(*args, **kwargs)

        monkeypatch.setattr(store, "write_member", fails)
