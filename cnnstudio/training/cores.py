"""How many physical processor cores this process may use, asked of the operating system without torch."""

import ctypes
import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path

_CORE_RELATION = 0


def physical_cores() -> int:
    """Return the number of physical cores this process may use, at least 1.

    Two hardware threads of one core count once, since they share the arithmetic units. A limit set by affinity or
    by a container (cgroup version 2) is respected. Where the system does not say, logical processors are counted.
    """
    probe = _PROBES.get(sys.platform, _logical)
    try:
        count = probe()
    except (OSError, ValueError, AttributeError):
        count = _logical()
    return max(1, count or _logical())


def _logical() -> int:
    return os.cpu_count() or 1


def _linux() -> int:
    usable = os.sched_getaffinity(0)
    return count_linux(usable, Path("/sys/devices/system/cpu"), Path("/sys/fs/cgroup/cpu.max"))


def count_linux(usable: set[int], topology: Path, limit: Path) -> int:
    """Count the distinct cores behind the logical processors ``usable``, at most the container's ``limit``."""
    cores = {_siblings(topology / f"cpu{index}" / "topology" / "thread_siblings_list", index) for index in usable}
    return min(len(cores), _container_limit(limit) or len(cores))


def _siblings(file: Path, index: int) -> str:
    try:
        return file.read_text("ascii").strip()
    except OSError:
        return str(index)


def _container_limit(file: Path) -> int:
    """Return the whole processors a container may use; 0 when it has no limit."""
    try:
        quota, period = file.read_text("ascii").split()[:2]
        return max(1, int(quota) // int(period))
    except (OSError, ValueError, ZeroDivisionError):
        return 0


def _mac() -> int:
    count, size = ctypes.c_int(0), ctypes.c_size_t(ctypes.sizeof(ctypes.c_int))
    failed = ctypes.CDLL(None).sysctlbyname(b"hw.physicalcpu", ctypes.byref(count), ctypes.byref(size), None, 0)
    return 0 if failed else count.value


def _windows() -> int:
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        size = ctypes.c_ulong(0)
        kernel.GetLogicalProcessorInformation(None, ctypes.byref(size))
        buffer = ctypes.create_string_buffer(size.value)
        if kernel.GetLogicalProcessorInformation(buffer, ctypes.byref(size)):
            return count_windows(buffer.raw[: size.value], pointer_bytes=ctypes.sizeof(ctypes.c_void_p))
    return 0


def count_windows(table: bytes, *, pointer_bytes: int) -> int:
    """Count the core entries of a ``SYSTEM_LOGICAL_PROCESSOR_INFORMATION`` array.

    Each entry is a processor mask (``pointer_bytes``), a 4-byte relation (0 is a core), and a 16-byte union that
    starts at a multiple of 8 bytes.
    """
    entry = (pointer_bytes + 4 + 7) // 8 * 8 + 16
    relations = (struct.unpack_from("<I", table, start + pointer_bytes)[0]
                 for start in range(0, len(table) - entry + 1, entry))
    return sum(relation == _CORE_RELATION for relation in relations)


_PROBES: dict[str, Callable[[], int]] = {"linux": _linux, "darwin": _mac, "win32": _windows}
