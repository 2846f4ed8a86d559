"""Paths longer than Windows takes by default: one function writes them the way it takes them."""

import re
import sys

LIMIT = 240
"""From this length on the long form is used; Windows stops at 260 for files and 248 for folders."""

_PREFIX = "\\\\?\\"


def extended(path: str, platform: str = sys.platform) -> str:
    r"""Return an absolute path as the system's file functions take it, however long it is.

    On Windows a long path gets the prefix ``\\?\`` (``\\?\UNC\`` for a network share), which lifts the limit of 260
    characters; see *Maximum Path Length Limitation* in Microsoft's documentation of Win32. Elsewhere, and for short,
    relative or already prefixed paths, nothing changes.
    """
    if platform != "win32" or len(path) < LIMIT or path.startswith((_PREFIX, "\\\\.\\")):
        return path
    path = path.replace("/", "\\")
    if path.startswith("\\\\"):
        return f"{_PREFIX}UNC\\{path[2:]}"
    return _PREFIX + path if re.match(r"[A-Za-z]:\\", path) else path
