"""Lines of JSON in files that are only appended to, the last of which a kill may have cut short."""

import json
from typing import Any


def value_of(line: bytes) -> Any:
    """Return the value of a line; None where it is not whole, for ``null`` alone stands on no line."""
    if not line.endswith(b"\n"):
        return None
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
