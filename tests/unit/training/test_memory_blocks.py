"""Blocks of memory that are kept between the steps of a training."""

import ctypes
import sys
from pathlib import Path

import pytest

from cnnstudio.training import memory_blocks
from cnnstudio.training.memory_blocks import blocks_kept, is_supported

BLOCK = 40 << 20
PAGES = BLOCK // 4096


@pytest.fixture
def library() -> ctypes.CDLL:
    if not is_supported():
        pytest.skip("the C library is not glibc")
    with blocks_kept():
        pass  # from now on the settings are those after a training
    library = ctypes.CDLL(None)
    library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    library.free.argtypes = [ctypes.c_void_p]
    return library


def pages_filled(library: ctypes.CDLL, blocks: int) -> int:
    """Take, use and free a large block several times; return how many pages the system had to fill."""
    import resource

    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(blocks):
        block = library.malloc(BLOCK)
        ctypes.memset(block, 1, BLOCK)
        library.free(block)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def test_a_block_is_filled_once_and_used_again(library: ctypes.CDLL):
    with blocks_kept():
        pages_filled(library, 1)
        assert pages_filled(library, 3) < PAGES / 10
    assert pages_filled(library, 3) > 2.5 * PAGES  # the control: otherwise each one is filled


def test_the_memory_is_given_back_after_the_last_of_blocks_inside_each_other(library: ctypes.CDLL):
    with blocks_kept():
        with blocks_kept():
            pages_filled(library, 1)
        assert pages_filled(library, 2) < PAGES / 10
        inside = resident_mb()
    assert resident_mb() < inside - 0.9 * BLOCK / 1e6


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
