"""A disk on which the n-th operation fails, or the program dies: every open, read, write, sync, rename and removal."""

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

FAULTS = ("ENOSPC", "EIO", "EACCES", "kill")
KILLED = 77
_FUNCTIONS = ("open", "replace", "rename", "unlink", "mkdir", "chmod", "fsync", "rmdir")


class FailingDisk:
    """Counts operations and does harm at one of them.

    Parameters
    ----------
    number : the operation that fails, from 1; 0 for none
    fault : one of `FAULTS`; at a kill half of what was to be written is written
    """

    def __init__(self, number: int = 0, fault: str = "EIO") -> None:
        self.number, self.fault, self.count = number, fault, 0
        self.place = ""

    def step(self, name: str) -> None:
        """Count an operation; raise, or end the process, when it is the one."""
        self.count += 1
        if self.count == self.number:
            self.place = name
            if self.fault == "kill":
                os._exit(KILLED)
            code = getattr(errno, self.fault)
            raise OSError(code, os.strerror(code))


class _File(io.FileIO):
    """A file whose system calls are counted."""

    disk: FailingDisk

    def write(self, data: Any) -> int:
        if self.disk.count + 1 == self.disk.number:
            super().write(bytes(data)[:len(data) // 2])
        self.disk.step("write")
        return super().write(data) or 0

    def readinto(self, buffer: Any) -> int:
        self.disk.step("read")
        return super().readinto(buffer) or 0

    def readall(self) -> bytes:
        self.disk.step("read")
        return super().readall()


@contextmanager
def failing(disk: FailingDisk) -> Iterator[FailingDisk]:
    """Let all of this program's work on files go over ``disk``."""
    kind = type("_CountedFile", (_File,), {"disk": disk})
    real_open = io.open

    def opened(file: Any, mode: str = "r", buffering: int = -1, *args: Any, **kwargs: Any) -> Any:
        if "b" not in mode:
            return real_open(file, mode, buffering, *args, **kwargs)
        if not isinstance(file, int):
            disk.step("open")
        raw = kind(file, mode.replace("b", ""))
        if "+" in mode:
            return io.BufferedRandom(raw)
        return io.BufferedReader(raw) if "r" in mode else io.BufferedWriter(raw)

    patches = [patch.object(os, name, _counted(disk, name, getattr(os, name))) for name in _FUNCTIONS]
    patches += [patch.object(io, "open", opened)]
    for one in patches:
        one.start()
    try:
        yield disk
    finally:
        for one in patches:
            one.stop()


def _counted(disk: FailingDisk, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any, **kwargs: Any) -> Any:
        disk.step(name)
        return function(*args, **kwargs)

    return call
