"""JSON of a stranger: bounded in bytes, values and depth before and after it is parsed."""

import math
from typing import Any

from cnnstudio import storage
from cnnstudio.errors import ProjectError, StorageError
from cnnstudio.wording import translate

DEPTH_LIMIT = 32
_INTEGER_LIMIT = 2**63


def parse(data: bytes, name: str, *, items: int) -> Any:
    """Return the value of strict JSON.

    Parameters
    ----------
    name : how an error calls it
    items : most values it may have; counted in the bytes first, so that no small text becomes a large value

    Raises
    ------
    ProjectError
        When it is no JSON in UTF-8, has too many values, NaN, infinity, a key twice, or is nested more than 32 deep.
    """
    if data.count(b",") + data.count(b"[") + data.count(b"{") > items:
        raise ProjectError(translate("project", "{name} has too many values.", name=name))
    try:
        value = storage.parse_json(data, name)
    except StorageError as error:
        raise ProjectError(str(error)) from None
    _check(value, name)
    return value


def _check(value: Any, name: str) -> None:
    """Look through all values, level by level, without recursion."""
    level = [value]
    for _depth in range(DEPTH_LIMIT + 1):
        containers = [item for item in level if isinstance(item, (dict, list))]
        if not all(map(_is_plain, level)):
            raise ProjectError(translate("project", "{name} holds a number that is too large.", name=name))
        if not containers:
            return
        level = [child for item in containers for child in (item.values() if isinstance(item, dict) else item)]
    raise ProjectError(translate("project", "{name} is nested more than {limit} levels deep.", name=name,
                                 limit=DEPTH_LIMIT))


def _is_plain(value: Any) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return not isinstance(value, int) or abs(value) <= _INTEGER_LIMIT
