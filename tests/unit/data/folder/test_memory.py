"""What a check found is remembered exactly, and forgotten as soon as anything may differ."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cnnstudio.data.folder import image_folder
from cnnstudio.data.folder import memory as scan_memory
from cnnstudio.data.folder.image_folder import ImageFolder, RefusedImage, check_images, list_images, scan
from cnnstudio.data.folder.memory import ScanMemory, memory_file, recollect, remember
from cnnstudio.data.folder.near_duplicates import near_duplicate_groups
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.errors import StorageError
from tests.helpers.images import make_folder

OPTIONS = ScanOptions()


@pytest.fixture
def pets(tmp_path: Path) -> Path:
    root = make_folder(tmp_path / "pets", {"cat": 4, "dog": 4}, 16)
    (root / "cat" / "broken.png").write_bytes(b"")
    return root


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that are decoded from now on."""
    names: list[str] = []
    decode = image_folder.decode

    def note(path: Path, **options: object):
        names.append(path.name)
        return decode(path, **options)

    monkeypatch.setattr(image_folder, "decode", note)
    return names


def remembered(root: Path, memories: Path) -> ScanMemory:
    remember(scan(root), OPTIONS, memories)
    memory = recollect(root, memories)
    assert memory is not None
    return memory


def again(root: Path, memory: ScanMemory, options: ScanOptions = OPTIONS) -> ImageFolder:
    return check_images(list_images(root, options), options, memory=memory)


def test_an_unchanged_folder_is_opened_again_without_decoding(pets, tmp_path, decoded):
    first = scan(pets)
    remember(first, OPTIONS, tmp_path / "memories")
    decoded.clear()
    second = again(pets, recollect(pets, tmp_path / "memories"))
    assert decoded == []
    assert second == first
    assert second.fingerprint == first.fingerprint
    assert isinstance(second.refused[0], RefusedImage)
    assert second.files[0].measures == first.files[0].measures is not None


@pytest.mark.parametrize("change", [
    lambda path: path.write_bytes(path.read_bytes() + b"x"),
    lambda path: os.utime(path, ns=(1, path.stat().st_mtime_ns + 1)),
], ids=["size", "time of change"])
def test_only_what_changed_is_decoded_again(pets, tmp_path, decoded, change: Callable[[Path], None]):
    memory = remembered(pets, tmp_path / "memories")
    change(pets / "dog" / "dog_0002.png")
    decoded.clear()
    assert again(pets, memory).used == 8
    assert decoded == ["dog_0002.png"]


def test_groups_of_copies_are_remembered_until_a_picture_changes(pets, tmp_path, monkeypatch):
    source = next(path for path in (pets / "cat").iterdir() if path.name != "broken.png")
    with Image.open(source) as picture:
        picture.resize((70, 66)).save(pets / "dog" / "copy.png")
    memory = remembered(pets, tmp_path / "memories")
    first = scan(pets)
    sought: list[int] = []

    def seek(files, **options):
        sought.append(len(files))
        return near_duplicate_groups(files, **options)

    monkeypatch.setattr(image_folder, "near_duplicate_groups", seek)
    second = again(pets, memory)
    assert second == first
    assert any(file.group for file in second.files)
    assert sought == []
    assert memory.is_of(second)
    (pets / "dog" / "copy.png").unlink()
    third = again(pets, memory)
    assert sought == [first.used - 1]
    assert not any(file.group for file in third.files)
    assert not memory.is_of(third)


def test_the_readable_part_is_another_picture(pets, tmp_path, decoded):
    memory = remembered(pets, tmp_path / "memories")
    decoded.clear()
    folder = again(pets, memory, ScanOptions(readable_parts=frozenset({"cat/cat_0001.png", "cat/broken.png"})))
    assert sorted(decoded) == ["broken.png", "cat_0001.png"]
    assert [file.relative for file in folder.files if file.readable_part] == ["cat/cat_0001.png"]


def test_another_way_to_check_forgets_everything(pets, tmp_path, monkeypatch):
    remembered(pets, tmp_path / "memories")
    monkeypatch.setattr(scan_memory, "_checked_by", lambda: "another program")
    assert recollect(pets, tmp_path / "memories") is None


def test_another_measure_counts_as_another_way_to_check(monkeypatch):
    before = scan_memory._checked_by.__wrapped__()
    assert before == scan_memory._checked_by.__wrapped__()
    measure = scan_memory.measure
    monkeypatch.setattr(scan_memory, "measure", lambda pixels: measure(pixels // 2))
    assert scan_memory._checked_by.__wrapped__() != before


def test_the_memory_of_another_folder_is_not_taken(pets, tmp_path):
    memories = tmp_path / "memories"
    remembered(pets, memories)
    other = make_folder(tmp_path / "other", {"cat": 1, "dog": 1}, 8)
    assert recollect(other, memories) is None
    memory_file(pets, memories).rename(memory_file(other, memories))
    assert recollect(other, memories) is None


def test_the_layout_the_user_chose_is_kept(pets, tmp_path):
    options = ScanOptions(layout="name pattern", name_pattern="{class}_#")
    remember(scan(pets, options), options, tmp_path / "memories")
    memory = recollect(pets, tmp_path / "memories")
    assert memory is not None
    assert memory.options == options
    assert memory.layout == "class in the file names, {class}_#"


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_damaged_memory_is_ignored(tmp_path_factory, data):
    home = tmp_path_factory.getbasetemp() / "damaged"
    root = home / "pets"
    if not root.exists():
        remembered(make_folder(root, {"cat": 2, "dog": 2}, 8), home)
    path = memory_file(root, home)
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(st.sampled_from([
        whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1:], whole + b"x", b""]))
    path.write_bytes(damaged)
    try:
        assert recollect(root, home) is None
    finally:
        path.write_bytes(whole)
    assert recollect(root, home) is not None


def test_the_oldest_memories_go_when_there_are_too_many(tmp_path, monkeypatch):
    memories = tmp_path / "memories"
    roots = [make_folder(tmp_path / name, {"cat": 1, "dog": 1}, 8) for name in ("a", "b", "c")]
    for age, root in enumerate(roots[:2]):
        remembered(root, memories)
        os.utime(memory_file(root, memories), (age, age))
    (memories / ".x.scan.1.part").write_bytes(b"left behind")
    os.utime(memories / ".x.scan.1.part", (0, 0))
    monkeypatch.setattr(scan_memory, "KEPT_BYTES", memory_file(roots[1], memories).stat().st_size + 10)
    remembered(roots[2], memories)
    assert {path.name for path in memories.iterdir()} == {memory_file(root, memories).name for root in roots[1:]}


def test_a_full_disk_is_an_error_of_its_own(pets, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError, match="Cannot save"):
        remember(scan(pets), OPTIONS, tmp_path / "file" / "memories")
