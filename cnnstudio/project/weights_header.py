"""Reads names and shapes of weights from the header of a safetensors file, without its values and without torch."""

import math
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cnnstudio.errors import ProjectError
from cnnstudio.project.strict_json import parse
from cnnstudio.runs.tensor_file import HEADER_LIMIT_BYTES, TENSOR_LIMIT
from cnnstudio.wording import translate

Shapes = Mapping[str, tuple[int, ...]]
_WIDTH = {"F64": 8, "I64": 8, "F32": 4, "I32": 4, "F16": 2, "BF16": 2, "I16": 2, "I8": 1, "U8": 1, "BOOL": 1}
_DIMENSIONS = 8


def read_shapes(path: Path) -> dict[str, tuple[int, ...]]:
    """Return names and shapes from the header of a safetensors file, after checking that they fill the file exactly.

    Raises
    ------
    ProjectError
        When the header is too large, is no strict JSON, or does not fit the file.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(8)
        length = struct.unpack("<Q", head)[0] if len(head) == 8 else HEADER_LIMIT_BYTES + 1
        data = file.read(length) if length <= min(HEADER_LIMIT_BYTES, size - 8) else b""
    header = parse(data, path.name, items=8 * TENSOR_LIMIT)
    if not isinstance(header, dict) or len(header) > TENSOR_LIMIT:
        raise _no_weights(path)
    rows = {name: _row(entry, path) for name, entry in header.items() if name != "__metadata__"}
    end = 0
    for shape, width, begin, stop in sorted(rows.values(), key=lambda row: row[2:]):
        if begin != end or stop - begin != width * math.prod(shape):
            raise _no_weights(path)
        end = stop
    if 8 + length + end != size:
        raise _no_weights(path)
    return {name: row[0] for name, row in rows.items()}


def _row(entry: Any, path: Path) -> tuple[tuple[int, ...], int, int, int]:
    """Return shape, bytes a value, begin and end of one tensor."""
    fields = entry if isinstance(entry, dict) else {}
    shape, kind, offsets = _numbers(fields.get("shape")), fields.get("dtype"), _numbers(fields.get("data_offsets"))
    if shape is None or offsets is None or len(offsets) != 2 or not isinstance(kind, str) or kind not in _WIDTH:
        raise _no_weights(path)
    return shape, _WIDTH[kind], offsets[0], offsets[1]


def _numbers(value: Any) -> tuple[int, ...] | None:
    """Return a short list of plausible whole numbers; None for anything else."""
    if not isinstance(value, list) or len(value) > _DIMENSIONS:
        return None
    return tuple(value) if all(type(number) is int and 0 <= number < 2**40 for number in value) else None


def _no_weights(path: Path) -> ProjectError:
    return ProjectError(translate("project", "{name} is not a file of weights.", name=path.name))
