"""Reads the part of an ONNX file that describes the network and passes over its weights."""

import mmap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cnnstudio.errors import StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

FILE_LIMIT_BYTES = 2_147_483_647
"""The format allows no more."""
OUTLINE_LIMIT_BYTES = 16_000_000
FIELD_LIMIT = 400_000
SMALL_TENSOR_BYTES = 256
"""Longer tensors are weights; shorter ones may be numbers the layers need, such as a new shape."""


@dataclass(frozen=True)
class _Message:
    """Which fields of one kind of message are kept: as they are, if they are short, or gone through themselves."""

    whole: frozenset[int] = frozenset()
    short: frozenset[int] = frozenset()
    inside: Mapping[int, "_Message"] = field(default_factory=dict)


# Field numbers of onnx.proto (github.com/onnx/onnx). What is not listed is left out: documentation, stack traces of
# the program that wrote the file, subgraphs, functions, and the places of weights outside the file.
_TENSOR = _Message(whole=frozenset({1, 2, 8}), short=frozenset({4, 5, 7, 9, 10}))
_ATTRIBUTE = _Message(whole=frozenset({1, 2, 3, 4, 7, 8, 20}), inside={5: _TENSOR})
_NODE = _Message(whole=frozenset({1, 2, 3, 4, 7}), inside={5: _ATTRIBUTE})
_VALUE = _Message(whole=frozenset({1, 2}))
_GRAPH = _Message(inside={1: _NODE, 5: _TENSOR, 11: _VALUE, 12: _VALUE})
_MODEL = _Message(whole=frozenset({1, 8}), inside={7: _GRAPH})


class _DamagedError(Exception):
    """The bytes are no message of the expected kind."""


class _TooLargeError(Exception):
    """There is more to keep than any network needs."""


@dataclass
class _Budget:
    """How much may still be kept, so that a small file cannot become a large heap."""

    fields: int = FIELD_LIMIT
    bytes: int = OUTLINE_LIMIT_BYTES

    def spend(self, size: int) -> None:
        """Take a field of ``size`` bytes off."""
        self.fields -= 1
        self.bytes -= size
        if self.fields < 0 or self.bytes < 0:
            raise _TooLargeError


def read_outline(path: Path) -> bytes:
    """Return the file's model without its weights, as an ONNX model again.

    The file is mapped, not read, so that weights take no memory; nothing it refers to is opened.

    Raises
    ------
    StorageError
        Naming the file, when it cannot be read, is larger than the format allows, is damaged, or describes too much.
    """
    try:
        size = path.stat().st_size
        if size == 0 or size > FILE_LIMIT_BYTES:
            raise StorageError(translate(
                "network", "{path} is no ONNX file: it has {size:,} bytes.", path=path, size=size))
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _kept(data, 0, size, _MODEL, _Budget())
    except OSError as error:
        raise StorageError(translate(
            "network", "Cannot read {path}: {reason}.", path=path, reason=os_reason(error))) from error
    except _TooLargeError as error:
        raise StorageError(translate(
            "network", "{path} describes a network that is too large to be shown.", path=path)) from error
    except _DamagedError as error:
        raise StorageError(translate(
            "network", "{path} is no ONNX file, or it is damaged. Export the network again.", path=path)) from error


def _kept(data: mmap.mmap, start: int, end: int, rules: _Message, budget: _Budget) -> bytes:
    """Return the fields of the message in ``data[start:end]`` that are kept."""
    parts: list[bytes] = []
    for number, begin, value, stop in _fields(data, start, end):
        if number in rules.inside:
            inner = _kept(data, value, stop, rules.inside[number], budget)
            budget.spend(0)
            parts += [_varint(number << 3 | 2), _varint(len(inner)), inner]
        elif number in rules.whole or (number in rules.short and stop - value <= SMALL_TENSOR_BYTES):
            budget.spend(stop - begin)
            parts.append(data[begin:stop])
    return b"".join(parts)


def _fields(data: mmap.mmap, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield number, first byte, first byte of the value, and the byte behind it, of each field of a message."""
    place = start
    while place < end:
        begin = place
        key, place = _read_varint(data, place, end)
        number, wire = key >> 3, key & 7
        value = place
        if wire == 0:
            _number, place = _read_varint(data, place, end)
        elif wire == 2:
            length, value = _read_varint(data, place, end)
            place = value + length
        elif wire in (1, 5):
            place += 8 if wire == 1 else 4
        else:
            raise _DamagedError
        if place > end or number == 0:
            raise _DamagedError
        yield number, begin, value, place


def _read_varint(data: mmap.mmap, place: int, end: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, the lowest first, and the byte behind it."""
    result = 0
    for shift in range(0, 70, 7):
        if place >= end:
            break
        byte = data[place]
        place += 1
        result |= (byte & 127) << shift
        if byte < 128:
            return result, place
    raise _DamagedError


def _varint(number: int) -> bytes:
    """Return a number as `_read_varint` reads it."""
    result = bytearray()
    while number > 127:
        result.append(number & 127 | 128)
        number >>= 7
    result.append(number)
    return bytes(result)
