"""Tells from its first bytes whether a thumbnail is a small PNG picture."""

import struct

SIDE_LIMIT_PX = 512
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def is_small_png(data: bytes) -> bool:
    """Whether ``data`` begins as a PNG of 1 to 512 pixels a side (W3C PNG specification, 5.2 and 11.2.1)."""
    if len(data) < 33 or not data.startswith(_SIGNATURE) or data[8:16] != b"\x00\x00\x00\rIHDR":
        return False
    return all(1 <= side <= SIDE_LIMIT_PX for side in struct.unpack(">II", data[16:24]))
