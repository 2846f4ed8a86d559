"""Tests of the manifest of a run folder."""

import json
from pathlib import Path

import pytest

from cnnstudio import storage
from cnnstudio.errors import RunError
from cnnstudio.runs.manifest import Manifest, read_manifest, read_member, remove_unnamed, write_member


def made(folder: Path) -> Manifest:
    member = write_member(folder, "record", 1, lambda file: file.write(b"hello"))
    manifest = Manifest(1, {"record": member})
    manifest.save(folder)
    return manifest


def test_a_manifest_reads_back_equal_and_names_size_and_checksum(tmp_path: Path):
    manifest = made(tmp_path)
    assert read_manifest(tmp_path) == manifest
    assert manifest.members["record"].size == 5
    assert manifest.members["record"].sha256 == storage.sha256(b"hello")
    assert read_member(tmp_path, manifest.members["record"]) == b"hello"


def test_the_bytes_are_the_same_on_every_system(tmp_path: Path):
    made(tmp_path)
    assert b"\r" not in (tmp_path / "manifest.json").read_bytes()


def rewritten(folder: Path, change: dict) -> None:
    """Write a manifest with a right checksum of its own, as an attacker or a newer version would."""
    body = json.loads(made(folder).to_bytes()) | change
    body.pop("sha256")
    text = storage.dump_json(body | {"sha256": storage.sha256(storage.dump_json(body).encode())})
    for name in ("manifest.json", "manifest.copy.json"):
        (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize("file", [
    "../secret.json", "/etc/passwd", "record.json", "record-000001.py", "..\\record-000001.json", "", None, 3])
def test_only_files_named_as_ours_are_ever_opened(tmp_path: Path, file: object):
    rewritten(tmp_path, {"members": {"record": {"file": file, "sha256": "0", "size": 5}}})
    with pytest.raises(RunError, match=r"manifest\.json is damaged"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("change", [
    {"members": {"odd": {"file": "record-000001.json", "sha256": "0", "size": 5}}}, {"members": []},
    {"members": {"record": {}}}, {"generation": None}, {"extra": 1}, {"members": None}])
def test_another_form_is_refused(tmp_path: Path, change: dict):
    rewritten(tmp_path, change)
    with pytest.raises(RunError, match=r"manifest\.json is damaged"):
        read_manifest(tmp_path)


def test_a_newer_format_asks_for_an_update(tmp_path: Path):
    rewritten(tmp_path, {"schema_version": 99})
    Manifest(1).save(tmp_path / "older")
    (tmp_path / "older" / "manifest.copy.json").rename(tmp_path / "manifest.copy.json")  # is not read instead
    with pytest.raises(RunError, match=r"newer version of CNN Studio \(format 99; this one reads 4\)"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("data", [b"", b"[]", b"3", b'{"schema_version": 1}', b"\xff\xfe", b"[" * 90_000])
def test_what_is_no_manifest_is_refused(tmp_path: Path, data: bytes):
    (tmp_path / "manifest.json").write_bytes(data)
    with pytest.raises(RunError, match=r"manifest\.json"):
        read_manifest(tmp_path)


def test_a_huge_manifest_is_not_read(tmp_path: Path):
    (tmp_path / "manifest.json").write_bytes(b" " * 200_000)
    with pytest.raises(RunError, match="larger than"):
        read_manifest(tmp_path)


def test_a_folder_without_a_manifest_is_no_run(tmp_path: Path):
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(RunError, match=r"is not a run: there is no manifest\.json"):
            read_manifest(folder)


def test_only_our_own_unnamed_files_are_removed(tmp_path: Path):
    made(tmp_path)
    ours = ["record-000002.json", "record-000002.copy.json", ".manifest.copy.json.y.part",
            "weights-000001.safetensors", ".record-000002.json.abc.part", ".manifest.json.x.part"]
    others = ["notes.txt", "record.json", "weights-1.safetensors", "picture.part", ".hidden"]
    for name in (*ours, *others):
        (tmp_path / name).touch()
    remove_unnamed(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        "manifest.json", "manifest.copy.json", "record-000001.json", "record-000001.copy.json", *others}


def test_nothing_is_removed_when_the_manifest_cannot_be_read(tmp_path: Path):
    made(tmp_path)
    for name in ("manifest.json", "manifest.copy.json"):
        (tmp_path / name).write_bytes(b"{}")
    remove_unnamed(tmp_path)
    assert (tmp_path / "record-000001.json").exists()
