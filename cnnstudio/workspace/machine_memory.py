"""How much memory this machine has to spare and this process holds, asked of the operating system."""

import ctypes
import os
import sys
from pathlib import Path


def available_bytes() -> int | None:
    """Return the memory a program can still get without swapping, or None where the system does not tell.

    On Linux the limit of a container (cgroup version 2) counts as well.
    """
    if sys.platform == "win32":
        return _windows()
    free = read_available(Path("/proc/meminfo"))
    room = container_room(Path("/sys/fs/cgroup"))
    known = [amount for amount in (free, room) if amount is not None]
    return min(known) if known else None


def process_bytes() -> int | None:
    """Return the memory this process holds now, or None where the system does not tell cheaply."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return pages * int(os.sysconf("SC_PAGE_SIZE"))
    except (OSError, ValueError, IndexError, AttributeError):
        return None


def read_available(meminfo: Path) -> int | None:
    """Return ``MemAvailable`` of Linux's memory table in bytes; None when there is no such line."""
    try:
        lines = meminfo.read_text("ascii").splitlines()
        return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")), None)
    except (OSError, ValueError, IndexError):
        return None


def container_room(group: Path) -> int | None:
    """Return what a container may still use: its limit less what it holds for good; None without a limit."""
    try:
        limit = int((group / "memory.max").read_text("ascii"))
        used = int((group / "memory.current").read_text("ascii"))
        lines = (group / "memory.stat").read_text("ascii").splitlines()
        cached = next((int(line.split()[1]) for line in lines if line.startswith("inactive_file ")), 0)
    except (OSError, ValueError, IndexError):
        return None
    return max(0, limit - used + cached)


class _MemoryStatus(ctypes.Structure):
    """``MEMORYSTATUSEX`` of the Windows interface."""

    _fields_ = (
        ("length", ctypes.c_uint32), ("load", ctypes.c_uint32), ("total_physical", ctypes.c_uint64),
        ("available_physical", ctypes.c_uint64), ("total_page_file", ctypes.c_uint64),
        ("available_page_file", ctypes.c_uint64), ("total_virtual", ctypes.c_uint64),
        ("available_virtual", ctypes.c_uint64), ("available_extended", ctypes.c_uint64))


def _windows() -> int | None:
    if sys.platform == "win32":
        status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
            return int(status.available_physical)
    return None
