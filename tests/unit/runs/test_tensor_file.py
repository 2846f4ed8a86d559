"""Tests of writing and reading tensors."""

import io
import json
import struct

import pytest
import torch
from safetensors.torch import save

from cnnstudio.errors import RunError
from cnnstudio.runs.tensor_file import read_tensors, write_tensors


def written(tensors: dict[str, torch.Tensor]) -> bytes:
    file = io.BytesIO()
    write_tensors(file, tensors)
    return file.getvalue()


TENSORS = {
    "b.weight": torch.arange(6, dtype=torch.float32).reshape(2, 3), "a.count": torch.tensor(3),
    "half": torch.ones(3, dtype=torch.bfloat16), "bytes": torch.tensor([1, 2, 255], dtype=torch.uint8),
    "flag": torch.tensor([True, False]), "none": torch.zeros(0, 4), "wide": torch.tensor([1.5], dtype=torch.float64),
    "größe": torch.tensor([1.0])}


def test_the_bytes_are_those_of_the_safetensors_library():
    assert written(TENSORS) == save(TENSORS)


def test_reading_gives_back_names_types_shapes_and_values():
    read = read_tensors(written(TENSORS), "file")
    assert read.keys() == TENSORS.keys()
    for name, tensor in TENSORS.items():
        assert (read[name].dtype, read[name].shape) == (tensor.dtype, tensor.shape)
        assert torch.equal(read[name], tensor)


def test_views_and_other_layouts_are_written_by_value():
    base = torch.arange(24, dtype=torch.float32).reshape(1, 2, 3, 4)
    tensors = {"view": base[:, :, 1:], "transposed": base[0, 0].T, "last": base.to(memory_format=torch.channels_last)}
    read = read_tensors(written(tensors), "file")
    assert all(torch.equal(read[name], tensor) for name, tensor in tensors.items())


def test_weights_that_learn_can_be_written():
    assert torch.equal(read_tensors(written({"w": torch.nn.Parameter(torch.ones(2))}), "file")["w"], torch.ones(2))


def with_header(header: object, values: bytes = b"") -> bytes:
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + values


@pytest.mark.parametrize("data", [
    b"", b"1234567", struct.pack("<Q", 2**62), struct.pack("<Q", 900) + b"{}", with_header([]),
    with_header({"w": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}),
    with_header({"w": {"dtype": "F99", "shape": [1], "data_offsets": [0, 1]}}, b"1"),
    with_header({"w": {"dtype": "F32", "shape": [2**60], "data_offsets": [0, 4]}}, b"1234"), b"\x80\x04pickle......"],
    ids=range(9))
def test_what_is_no_file_of_weights_is_refused(data: bytes):
    with pytest.raises(RunError, match=r"^the file is not a file of weights"):
        read_tensors(data, "the file")


def test_more_tensors_than_any_network_has_are_refused():
    empty = {f"w{index}": {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]} for index in range(10_001)}
    data = with_header(empty)
    assert len(data) < 1_000_000
    with pytest.raises(RunError, match="10,001 tensors"):
        read_tensors(data, "the file")


def test_a_type_the_format_does_not_know_is_refused():
    with pytest.raises(RunError, match="complex64"):
        written({"w": torch.ones(1, dtype=torch.complex64)})
