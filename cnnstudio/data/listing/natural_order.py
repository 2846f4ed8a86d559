"""Sorts names as people do, and writes them as text that can be shown anywhere."""

import os
import re

_DIGITS = re.compile(r"[0-9]+")


def natural_key(name: str) -> str:
    """Return a key that sorts ``img2`` before ``img10`` and capitals beside small letters.

    Each number becomes a zero byte, how many digits it has, and the digits: fewer digits first, before any letter.
    """
    return f"{_DIGITS.sub(_padded, name.casefold())}\0\0{name}"


def _padded(match: "re.Match[str]") -> str:
    digits = match[0].lstrip("0")
    return f"\0{len(digits):03}{digits}"


def printable(name: str) -> str:
    """Return a file name as text that can be written anywhere (bytes that are no UTF-8 become �)."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "replace")
