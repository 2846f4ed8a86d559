"""JSON of a stranger: bounded in bytes, values, numbers and depth, before and while it is parsed."""

import json
import math
from collections.abc import Collection
from typing import Any

from cnnstudio.errors import ProjectError
from cnnstudio.wording import translate

DEPTH_LIMIT = 32
_INTEGER_LIMIT = 2**63
_DIGITS = 19
"""Of whole numbers up to the limit."""
_HOLDERS = frozenset((dict, list))
"""What JSON nests; its parser makes no others."""


class _BadValueError(ValueError):
    """A value that no project has; the text is the sentence for the user."""


def parse(data: bytes, name: str, *, items: int) -> Any:
    """Return the value of strict JSON.

    Parameters
    ----------
    name : how an error calls it
    items : most values it may have; counted in the bytes first, so that no small text becomes a large value

    Raises
    ------
    ProjectError
        When it is no JSON in UTF-8, has too many values, NaN, infinity, a whole number beyond 64 bits, a key twice, or
        is nested more than 32 deep.
    """
    if not has_room(data, items):
        raise ProjectError(translate("project", "{name} has too many values.", name=name))
    try:
        value = json.loads(data.decode(), parse_constant=_number, parse_int=_whole_number, parse_float=_number,
                           object_pairs_hook=_without_doubles)
    except UnicodeDecodeError:
        raise ProjectError(translate("project", "{name} is not a text in UTF-8.", name=name)) from None
    except RecursionError:
        raise _too_deep(name) from None
    except _BadValueError as error:
        raise ProjectError(translate("project", "{name}: {reason}", name=name, reason=error)) from None
    except ValueError as error:
        raise ProjectError(translate("project", "{name} is not valid JSON: {reason}.", name=name,
                                     reason=error)) from None
    _check_depth(value, name)
    return value


def has_room(data: bytes, items: int) -> bool:
    """Whether a JSON text can hold no more than so many values; signs inside of its strings count, too."""
    return data.count(b",") + data.count(b"[") + data.count(b"{") <= items


def _number(text: str) -> float:
    """Return a float; ``NaN`` and ``Infinity`` come here as well."""
    value = float(text)
    if not math.isfinite(value):
        raise _BadValueError(translate("project", "the number {number} is not allowed.", number=text[:20]))
    return value


def _whole_number(text: str) -> int:
    if len(text) > _DIGITS + 1 or abs(int(text)) > _INTEGER_LIMIT:
        raise _BadValueError(translate("project", "a whole number is too large."))
    return int(text)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise _BadValueError(translate("project", "a key is given twice."))
    return result


def _check_depth(value: Any, name: str) -> None:
    """Look through all lists and objects, level by level, without recursion."""
    level = _nested([value])
    for _depth in range(DEPTH_LIMIT):
        if not level:
            return
        level = [child for item in level for child in _nested(item.values() if isinstance(item, dict) else item)]
    if level:
        raise _too_deep(name)


def _nested(values: Collection[Any]) -> list[Any]:
    """Return the lists and objects; of 100,000 texts it is seen at once that there are none."""
    if _HOLDERS.isdisjoint(map(type, values)):
        return []
    return [value for value in values if type(value) in _HOLDERS]


def _too_deep(name: str) -> ProjectError:
    return ProjectError(translate("project", "{name} is nested more than {limit} levels deep.", name=name,
                                  limit=DEPTH_LIMIT))
