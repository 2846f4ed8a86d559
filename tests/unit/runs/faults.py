"""Makes the k-th operation on files fail, as a full or broken disk does."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

OPERATIONS: tuple[tuple[Any, str], ...] = (
    (tempfile, "mkstemp"), (os, "fsync"), (os, "open"), (Path, "chmod"), (Path, "open"),
    (Path, "replace"), (Path, "rename"), (Path, "unlink"), (Path, "mkdir"), (Path, "iterdir"), (Path, "stat"),
    (Path, "read_bytes"))


class Faults:
    """Counts operations and raises at number ``fail_at`` (from 1; 0 never)."""

    def __init__(self, fail_at: int, error: int) -> None:
        self.fail_at, self.error, self.count = fail_at, error, 0

    def is_due(self) -> bool:
        self.count += 1
        return self.count == self.fail_at

    def failure(self) -> OSError:
        return OSError(self.error, os.strerror(self.error))

    def wrap(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*args: Any, **options: Any) -> Any:
            if self.is_due():
                raise self.failure()
            return original(*args, **options)

        return operation


class HalfWritingFile:
    """A file that, when its turn comes, writes half of what it is given and fails."""

    def __init__(self, file: Any, faults: Faults) -> None:
        self._file, self._faults = file, faults

    def write(self, data: Any) -> int:
        if self._faults.is_due():
            self._file.write(bytes(data)[: len(data) // 2])
            raise self._faults.failure()
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "HalfWritingFile":
        return self

    def __exit__(self, *details: object) -> None:
        self._file.close()


@contextlib.contextmanager
def failing(fail_at: int, error: int) -> Iterator[Faults]:
    """Let the operation number ``fail_at`` inside the block fail with the errno ``error``."""
    faults = Faults(fail_at, error)
    fdopen = os.fdopen
    with contextlib.ExitStack() as stack:
        for owner, name in OPERATIONS:
            original = getattr(owner, name) if name != "fsync" else _no_wait
            replacement = faults.wrap(original)
            if owner is Path:
                replacement = _method(replacement, faults)
            stack.enter_context(mock.patch.object(owner, name, replacement))
        stack.enter_context(mock.patch.object(
            os, "fdopen", lambda *args, **options: HalfWritingFile(fdopen(*args, **options), faults)))
        yield faults


def _no_wait(_descriptor: int) -> None:
    """Stand for fsync: whether it fails matters here, not that the disk is slow."""


def _method(function: Callable[..., Any], faults: Faults) -> Callable[..., Any]:
    def method(self: Path, *args: Any, **options: Any) -> Any:
        result = function(self, *args, **options)
        return HalfWritingFile(result, faults) if "wb" in args else result

    return method
