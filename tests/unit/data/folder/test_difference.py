"""What came, went, changed and moved is told, compared by pixels."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from cnnstudio.data.folder.difference import FolderDifference, compare
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.folder.memory import recollect, remember
from cnnstudio.data.listing.scan_options import ScanOptions
from tests.helpers.images import make_folder

DAY = date(2026, 11, 21)


@pytest.fixture
def pets(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "pets", {"cat": 4, "dog": 4}, 16)


def difference(root: Path, memories: Path) -> FolderDifference:
    memory = recollect(root, memories)
    assert memory is not None
    return compare(memory.past(), scan(root), DAY)


def test_everything_that_can_change_is_told_apart(pets, tmp_path):
    (pets / "dog" / "broken.png").write_bytes(b"")
    (pets / "dog" / "never.png").write_bytes(b"no image")
    remember(scan(pets), ScanOptions(), tmp_path / "memories")
    cat, dog = pets / "cat", pets / "dog"
    (cat / "cat_0000.png").unlink()
    (cat / "cat_0001.png").rename(dog / "cat_0001.png")
    shutil.copy(dog / "dog_0000.png", cat / "cat_0002.png")
    shutil.copy(dog / "dog_0001.png", dog / "broken.png")
    (dog / "dog_0003.png").write_bytes(b"")
    os.utime(dog / "dog_0002.png", (1, 1))
    make_folder(pets, {"owl": 2}, 24)
    told = difference(pets, tmp_path / "memories")
    assert told.added == ("owl/owl_0000.png", "owl/owl_0001.png")
    assert told.removed == ("cat/cat_0000.png",)
    assert told.moved == (("cat/cat_0001.png", "dog/cat_0001.png"),)
    assert told.changed == ("cat/cat_0002.png", "dog/broken.png", "dog/dog_0003.png")
    assert told.relabelled == ()
    assert told.sentence == "3 files changed, 1 is missing, 1 was moved and 2 are new since 21 November"


def test_a_file_whose_readable_part_is_wanted_did_not_change(pets, tmp_path):
    whole = (pets / "cat" / "cat_0000.png").read_bytes()
    (pets / "cat" / "cut.png").write_bytes(whole[:len(whole) * 2 // 3])
    remember(scan(pets), ScanOptions(), tmp_path / "memories")
    memory = recollect(pets, tmp_path / "memories")
    wanted = scan(pets, ScanOptions(readable_parts=frozenset({"cat/cut.png"})))
    assert "cat/cut.png" in {file.relative for file in wanted.files}
    assert memory is not None
    assert compare(memory.past(), wanted, DAY).sentence == ""
    shutil.copy(pets / "dog" / "dog_0000.png", pets / "cat" / "cut.png")
    assert difference(pets, tmp_path / "memories").changed == ("cat/cut.png",)


def test_of_equal_pictures_those_with_the_same_name_belong_together(pets, tmp_path):
    for name in ("a.png", "b.png"):
        shutil.copy(pets / "cat" / "cat_0000.png", pets / "cat" / name)
    remember(scan(pets), ScanOptions(), tmp_path / "memories")
    for name in ("b.png", "a.png"):
        (pets / "cat" / name).rename(pets / "dog" / name)
    moved = set(difference(pets, tmp_path / "memories").moved)
    assert moved == {("cat/a.png", "dog/a.png"), ("cat/b.png", "dog/b.png")}


def test_another_class_by_the_list_is_told(pets, tmp_path):
    files = sorted(path.relative_to(pets).as_posix() for path in pets.rglob("*.png"))
    labels = tmp_path / "lists" / "labels.csv"
    labels.parent.mkdir()
    options = ScanOptions(layout="csv", csv_file=labels)
    labels.write_text("".join(f"{name},{'even' if row % 2 else 'odd'}\n" for row, name in enumerate(files)))
    remember(scan(pets, options), options, tmp_path / "memories")
    labels.write_text("".join(f"{name},{'even' if row % 2 or row == 4 else 'odd'}\n" for row, name in enumerate(files)))
    memory = recollect(pets, tmp_path / "memories")
    assert compare(memory.past(), scan(pets, options), DAY).relabelled == (files[4],)
    assert compare(memory.past(), scan(pets), DAY, same_layout=False).is_empty


@pytest.mark.parametrize(("told", "sentence"), [
    (FolderDifference(DAY), ""),
    (FolderDifference(DAY, added=("a",)), "1 file is new since 21 November"),
    (FolderDifference(DAY, removed=("a", "b")), "2 files are missing since 21 November"),
    (FolderDifference(DAY, changed=("a",), added=("b",) * 1200), "1 file changed and 1,200 are new since 21 November"),
    (FolderDifference(DAY, relabelled=("a",)), "1 file has another class since 21 November"),
])
def test_the_sentence_says_what_there_is(told, sentence):
    assert told.sentence == sentence
    assert told.is_empty == (not sentence)
