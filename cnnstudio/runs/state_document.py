"""Nested states, such as an optimiser's, as strict JSON plus named tensors, and back."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cnnstudio.errors import RunError
from cnnstudio.wording import translate

if TYPE_CHECKING:
    import torch


def pack(state: Any) -> "tuple[Any, dict[str, torch.Tensor]]":
    """Split a state into a JSON value and the tensors it refers to by name.

    Parameters
    ----------
    state : dicts with string or whole-number keys, lists, tuples, tensors, strings, numbers, booleans, None

    Raises
    ------
    RunError
        Naming a type that cannot be saved.
    """
    tensors: dict[str, torch.Tensor] = {}
    return _pack(state, tensors), tensors


def unpack(document: Any, tensors: "Mapping[str, torch.Tensor]") -> Any:
    """Put together what `pack` has split.

    Raises
    ------
    RunError
        When the document is not of that form or refers to a tensor that is not there.
    """
    try:
        return _unpack(document, tensors)
    except (KeyError, TypeError, ValueError) as error:
        raise RunError(translate("runs", "The saved state cannot be read: {reason!r}.", reason=error)) from error


def _pack(value: Any, tensors: "dict[str, torch.Tensor]") -> Any:
    import torch

    if isinstance(value, torch.Tensor):
        name = str(len(tensors))
        tensors[name] = value
        return {"tensor": name}
    if isinstance(value, Mapping):
        return {"items": [[_key(key), _pack(item, tensors)] for key, item in value.items()]}
    if isinstance(value, list | tuple):
        return {"list" if isinstance(value, list) else "tuple": [_pack(item, tensors) for item in value]}
    if isinstance(value, float) and not math.isfinite(value):
        return {"float": repr(value)}
    if value is None or isinstance(value, str | bool | int | float):
        return value
    raise RunError(translate("runs", "A value of the type {name} cannot be saved in a run.", name=type(value).__name__))


def _key(key: Any) -> str | int:
    if isinstance(key, str | int) and not isinstance(key, bool):
        return key
    raise RunError(translate("runs", "A state with the key {key!r} cannot be saved in a run.", key=key))


def _unpack(value: Any, tensors: "Mapping[str, torch.Tensor]") -> Any:
    if not isinstance(value, dict):
        return value
    (form, content), = value.items()
    match form:
        case "tensor":
            return tensors[content]
        case "items":
            return {key: _unpack(item, tensors) for key, item in content}
        case "list":
            return [_unpack(item, tensors) for item in content]
        case "tuple":
            return tuple(_unpack(item, tensors) for item in content)
        case "float":
            return float(content)
    raise ValueError(form)
