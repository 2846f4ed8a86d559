"""Blocks of memory that are kept between the steps of a training."""

import ctypes
import json
import subprocess
import sys

import pytest

from cnnstudio.training import memory_blocks
from cnnstudio.training.memory_blocks import blocks_kept, is_supported

PAGES = (40 << 20) // 4096
"""Of the block that is taken."""
_PROGRAM = """
import ctypes, json, resource
from pathlib import Path
from cnnstudio.training.memory_blocks import blocks_kept

library = ctypes.CDLL(None)
library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
library.free.argtypes = [ctypes.c_void_p]

def filled(blocks):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(blocks):
        block = library.malloc(40 << 20)
        ctypes.memset(block, 1, 40 << 20)
        library.free(block)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1])

with blocks_kept():
    pass  # from now on the settings are those after a training
with blocks_kept():
    with blocks_kept():
        filled(1)
    kept, inside = filled(3), resident()
print(json.dumps({"kept": kept, "given back": inside - resident(), "after": filled(3)}))
"""


@pytest.fixture(scope="module")
def figures() -> dict[str, int]:
    """Pages the system filled for three blocks, and gave back, in a process whose memory nobody else uses."""
    if not is_supported():
        pytest.skip("the C library is not glibc")
    answer = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    return json.loads(answer.stdout)


def test_a_block_is_filled_once_and_used_again(figures: dict[str, int]):
    assert figures["kept"] < PAGES / 10
    assert figures["after"] > 2.5 * PAGES  # the control: otherwise each one is filled


def test_the_memory_is_given_back_after_the_last_of_blocks_inside_each_other(figures: dict[str, int]):
    assert figures["given back"] > 0.9 * PAGES


def test_nothing_is_done_where_the_library_has_no_such_settings(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(memory_blocks, "_library", lambda: None)
    with blocks_kept():
        assert not is_supported()


def test_other_systems_are_not_asked(monkeypatch: pytest.MonkeyPatch):
    def refuse(_name: object) -> None:
        raise AssertionError

    memory_blocks._library.cache_clear()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    try:
        assert not is_supported()
    finally:
        memory_blocks._library.cache_clear()
