"""Files are saved whole or not at all, and JSON is read strictly."""

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from cnnstudio.errors import StorageError
from cnnstudio.storage import atomic_file, parse_json, read_bytes, read_json, sha256, write_bytes, write_json


def test_a_saved_file_holds_what_was_written_and_leaves_nothing_else(tmp_path: Path) -> None:
    write_bytes(tmp_path / "new" / "a.bin", b"abc")

    assert (tmp_path / "new" / "a.bin").read_bytes() == b"abc"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.bin"]
    assert stat.S_IMODE((tmp_path / "new" / "a.bin").stat().st_mode) == 0o644


def test_a_block_that_fails_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.bin"
    write_bytes(target, b"old")

    def write_and_fail() -> None:
        with atomic_file(target) as file:
            file.write(b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("call", ["fsync", "fdopen"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_failing_disk_keeps_the_old_file_and_says_why(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int) -> None:
    target = tmp_path / "a.bin"
    write_bytes(target, b"old")
    real_close = os.close

    def fail(descriptor: int, *_rest: object) -> None:
        if call == "fdopen":
            real_close(descriptor)
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(StorageError, match=os.strerror(code)) as caught:
        write_bytes(target, b"new")
    monkeypatch.undo()

    assert str(target) in str(caught.value)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_json_comes_back_as_it_was(tmp_path: Path) -> None:
    value = {"name": "blåbær ✓", "numbers": [1, 2.5, None, True]}
    write_json(tmp_path / "a.json", value)

    assert read_json(tmp_path / "a.json") == value


@pytest.mark.parametrize(("text", "reason"), [
    ('{"a": NaN}', "NaN"), ('{"a": Infinity}', "Infinity"), ('{"a": 1, "a": 2}', "twice"), ("{", "not valid JSON"),
    ("[" * 100 + "]" * 100, "levels deep"), ("[" * 100_000, "not valid JSON"), ("1" * 5000, "not valid JSON")])
def test_strict_json_refuses_and_names_the_file(text: str, reason: str) -> None:
    with pytest.raises(StorageError, match=reason) as caught:
        parse_json(text, "graph.json")

    assert "graph.json" in str(caught.value)


def test_python_itself_would_have_taken_a_nan() -> None:
    assert json.loads('{"a": NaN}')


def test_json_is_never_written_with_a_nan(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="JSON"):
        write_json(tmp_path / "a.json", {"a": float("nan")})

    assert list(tmp_path.iterdir()) == []


def test_a_file_over_its_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")

    assert read_bytes(tmp_path / "a", limit=5) == b"12345"
    with pytest.raises(StorageError, match="larger than the 4 bytes"):
        read_bytes(tmp_path / "a", limit=4)


def test_the_hash_is_the_published_one() -> None:
    # FIPS 180-2, appendix B.1
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
