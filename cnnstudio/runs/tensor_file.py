"""Tensors to and from the safetensors format, streamed out through a file of our own and checked on the way in."""

import json
import struct
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from cnnstudio.errors import RunError
from cnnstudio.wording import translate

if TYPE_CHECKING:
    import torch

HEADER_LIMIT_BYTES = 1_000_000
TENSOR_LIMIT = 10_000
_ALIGNMENT = 8


class _Writable(Protocol):
    def write(self, data: Any, /) -> int: ...


def write_tensors(file: _Writable, tensors: "Mapping[str, torch.Tensor]") -> None:
    """Write tensors of any device and layout; no second copy of all of them is held in memory.

    The layout is that of the safetensors library (github.com/huggingface/safetensors, "Format"): the length of the
    header as 8 bytes little-endian, a JSON header padded to a multiple of 8 bytes, then the raw values, widest type
    first and by name.
    """
    names = sorted(tensors, key=lambda name: (-tensors[name].element_size(), name))
    header, end = {}, 0
    for name in names:
        tensor = tensors[name]
        begin, end = end, end + tensor.numel() * tensor.element_size()
        header[name] = {"dtype": _type_code(tensor), "shape": list(tensor.shape), "data_offsets": [begin, end]}
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    text += b" " * (-len(text) % _ALIGNMENT)
    file.write(struct.pack("<Q", len(text)) + text)
    for name in names:
        file.write(_raw(tensors[name]))


def read_tensors(data: bytes, name: str) -> "dict[str, torch.Tensor]":
    """Read what `write_tensors` or the safetensors library wrote.

    Raises
    ------
    RunError
        When ``data`` is no safetensors file or its header is out of proportion; the message begins with ``name``.
    """
    import safetensors
    from safetensors.torch import load

    if len(data) < 8 or struct.unpack("<Q", data[:8])[0] > HEADER_LIMIT_BYTES:
        raise RunError(translate(
            "runs", "{name} is not a file of weights: its header is missing or too large.", name=name))
    read: Callable[[bytes], dict[str, torch.Tensor]] = load
    try:
        tensors = read(data)
    except (safetensors.SafetensorError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise RunError(translate(
            "runs", "{name} is not a file of weights: {reason}.", name=name, reason=error)) from error
    if len(tensors) > TENSOR_LIMIT:
        raise RunError(translate(
            "runs", "{name} holds {count:,} tensors; more than {limit:,} are not read.", name=name, count=len(tensors),
            limit=TENSOR_LIMIT))
    return tensors


def _raw(tensor: "torch.Tensor") -> memoryview:
    import torch

    flat = tensor.detach().cpu().contiguous().reshape(-1)
    values: Any = flat.view(torch.uint8).numpy()
    return memoryview(values)


def _type_code(tensor: "torch.Tensor") -> str:
    """Return the format's name of a tensor's type, such as ``"F32"``."""
    import torch

    codes = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16",
             torch.int64: "I64", torch.int32: "I32", torch.int16: "I16", torch.int8: "I8", torch.uint8: "U8",
             torch.bool: "BOOL"}
    if tensor.dtype not in codes:
        raise RunError(translate("runs", "Values of the type {dtype} cannot be saved.", dtype=tensor.dtype))
    return codes[tensor.dtype]
