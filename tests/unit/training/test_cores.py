"""Tests of counting physical cores, with made-up machines."""

import struct
from pathlib import Path

import pytest

from cnnstudio.training import cores


def topology(folder: Path, siblings: list[str]) -> Path:
    for index, text in enumerate(siblings):
        file = folder / f"cpu{index}" / "topology" / "thread_siblings_list"
        file.parent.mkdir(parents=True)
        file.write_text(text + "\n")
    return folder


def test_two_hardware_threads_of_one_core_count_once(tmp_path: Path):
    machine = topology(tmp_path, ["0,2", "1,3", "0,2", "1,3"])
    assert cores.count_linux({0, 1, 2, 3}, machine, tmp_path / "none") == 2


def test_affinity_limits_the_count(tmp_path: Path):
    machine = topology(tmp_path, ["0,2", "1,3", "0,2", "1,3"])
    assert cores.count_linux({0, 2}, machine, tmp_path / "none") == 1


def test_without_topology_each_processor_counts(tmp_path: Path):
    assert cores.count_linux({0, 1, 5}, tmp_path, tmp_path / "none") == 3


@pytest.mark.parametrize(("text", "expected"), [
    ("200000 100000", 2), ("150000 100000", 1), ("50000 100000", 1), ("max 100000", 4), ("", 4)])
def test_a_container_limit_is_respected(tmp_path: Path, text: str, expected: int):
    machine = topology(tmp_path, ["0", "1", "2", "3"])
    limit = tmp_path / "cpu.max"
    limit.write_text(text)
    assert cores.count_linux({0, 1, 2, 3}, machine, limit) == expected


def test_windows_entries_of_the_relation_core_are_counted():
    def entry(relation: int) -> bytes:
        return struct.pack("<QI4x16x", 0b11, relation)

    table = b"".join(entry(relation) for relation in (0, 2, 0, 1, 3, 0))
    assert cores.count_windows(table, pointer_bytes=8) == 3


def test_windows_entries_are_smaller_with_4_byte_pointers():
    table = b"".join(struct.pack("<II16x", 0b11, relation) for relation in (0, 2, 0))
    assert cores.count_windows(table, pointer_bytes=4) == 2


def test_a_system_that_does_not_say_falls_back_to_logical_processors(monkeypatch: pytest.MonkeyPatch):
    def fail() -> int:
        raise OSError

    monkeypatch.setitem(cores._PROBES, __import__("sys").platform, fail)
    monkeypatch.setattr("os.cpu_count", lambda: 6)
    assert cores.physical_cores() == 6


def test_this_machine_has_at_least_one_core():
    assert cores.physical_cores() >= 1
