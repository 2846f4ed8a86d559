"""Lists of labels are read as people write them, and every line that cannot be used is named."""

from pathlib import Path

import pytest
from PIL import Image

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.errors import ImageFolderError
from tests.helpers.images import encoded

PNG = encoded(Image.new("L", (8, 8), 90), "PNG")
NAMES = ("1.png", "2.png", "sub/3.png", "sub/4.png")


def folder_with(root: Path, text: str | bytes, name: str = "labels.csv", images: tuple[str, ...] = NAMES) -> Path:
    for image in images:
        (root / image).parent.mkdir(parents=True, exist_ok=True)
        (root / image).write_bytes(PNG)
    (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def labels(folder: ImageFolder) -> dict[str, str]:
    return {file.relative: folder.class_names[file.class_index] for file in folder.files}


def scan_list(root: Path, file: Path | None = None) -> ImageFolder:
    return scan(root, ScanOptions(layout="csv", csv_file=file), check=False)


EXPECTED = dict(zip(NAMES, ("cat", "dog", "cat", "dog"), strict=True))


@pytest.mark.parametrize("text", [
    "1.png,cat\n2.png,dog\nsub/3.png,cat\nsub/4.png,dog\n",
    "path,label\n1.png,cat\n2.png,dog\nsub/3.png,cat\nsub/4.png,dog",
    "label;file\r\ncat;1.png\r\ndog;2.png\r\ncat;sub/3.png\r\ndog;sub/4.png\r\n",
    "\ufeffImage\tClass\n1.png\tcat\n2.png\tdog\nsub\\3.png\tcat\nsub\\4.png\tdog\n",
    '"path","note","label"\n"./1.png","a, b","cat"\n"2.png","","dog"\n"sub/3.png","x","cat"\n"sub/4.png","y","dog"\n',
    "datei,klasse\n1.png, cat\n 2.png,dog\n\nsub/3.png,cat\nsub/4.png,dog\n",
    "id,breed\n1,cat\n2,dog\n3,cat\n4,dog\n",
    "3.png|cat\n1.png|cat\n2.png|dog\n4.png|dog\n",
    "path,label\n1.png,cat\n2.png,dog\nsub/3.png,cat\nsub/4.png,dog\n".encode("utf-16"),
])
def test_lists_are_read_whatever_wrote_them(tmp_path, text):
    folder = scan_list(folder_with(tmp_path, text))
    assert labels(folder) == EXPECTED
    assert folder.layout == "list of labels labels.csv"
    assert {one.reason for one in folder.ignored} == {"the list of labels"}
    assert not folder.refused


def test_a_list_may_give_splits(tmp_path):
    text = "path,label,split\n1.png,cat,train\n2.png,dog,Val\nsub/3.png,cat,test\nsub/4.png,dog,\n"
    folder = scan_list(folder_with(tmp_path, text))
    assert {file.relative: file.split for file in folder.files} == {
        "1.png": "train", "2.png": "validation", "sub/3.png": "test", "sub/4.png": None}


def test_without_names_a_third_column_of_splits_is_one(tmp_path):
    text = "1.png,cat,train\n2.png,dog,test\nsub/3.png,cat,train\nsub/4.png,dog,test\n"
    folder = scan_list(folder_with(tmp_path, text))
    assert {file.split for file in folder.files} == {"train", "test"}


def test_each_line_that_cannot_be_used_is_named_and_found_still_adds_up(tmp_path):
    text = ("path,label,split\n1.png,cat,\n2.png,dog,\ngone.png,cat,\nsub/3.png,,\n../secret.png,cat,\n"
            "/etc/passwd,cat,\nsub/4.png,dog,later\n1.png,dog,\nsub/../../x/1.png,cat,\n,cat,\n")
    (tmp_path / "secret.png").write_bytes(PNG)
    root = folder_with(tmp_path / "pets", text)
    folder = scan_list(root)
    assert labels(folder) == {"1.png": "cat", "2.png": "dog"}
    assert [one.reason for one in folder.refused] == [
        "line 4: there is no file 'gone.png'", "line 5: no label for 'sub/3.png'",
        "line 6: '../secret.png' lies outside the folder", "line 7: '/etc/passwd' lies outside the folder",
        "line 8: the split 'later' is none of train, val and test",
        "line 9: '1.png' is 'cat' in line 2, but 'dog' here; the first counts",
        "line 10: 'sub/../../x/1.png' lies outside the folder", "line 11: no path"]
    assert {one.path.name: one.reason for one in folder.ignored} == dict.fromkeys(
        ("3.png", "4.png"), "not in the list labels.csv") | {"labels.csv": "the list of labels"}
    assert folder.found == folder.used + len(folder.ignored) + len(folder.refused) == 13


def test_paths_count_from_the_list_or_from_the_folder(tmp_path):
    root = folder_with(tmp_path / "pets", b"")
    beside = tmp_path / "labels.csv"
    beside.write_text("path,label\npets/1.png,cat\n2.png,dog\npets/sub/3.png,cat\nsub/4.png,dog\n")
    (root / "labels.csv").unlink()
    assert labels(scan_list(root, beside)) == labels(scan(root, check=False)) == EXPECTED


def test_a_name_alone_does_only_where_one_file_has_it(tmp_path):
    root = folder_with(tmp_path, "path,label\n1.png,cat\n2.png,dog\nsame.png,cat\n",
                       images=(*NAMES, "a/same.png", "b/same.png"))
    folder = scan_list(root)
    assert labels(folder) == {"1.png": "cat", "2.png": "dog"}
    assert [one.reason for one in folder.refused] == ["line 4: there is no file 'same.png'"]


def test_accents_may_be_stored_in_two_ways(tmp_path):
    root = folder_with(tmp_path, "path,label\ne\u0301te\u0301.png,caf\u00e9\n2.png,cafe\u0301\n1.png,dog\n",
                       images=("\u00e9t\u00e9.png", "2.png", "1.png"))
    assert scan_list(root).class_counts == {"caf\u00e9": 2, "dog": 1}


@pytest.mark.parametrize(("data", "words"), [
    (b"just words\nand more\n", "no list of labels"), (b"", "no list of labels"),
    ("1.png,k\u00e4tzchen\n".encode("latin-1"), "not written in UTF-8"), (b"\x00\xff\xfe\x01" * 40, "labels.csv"),
])
def test_a_file_that_is_no_list_is_refused_by_its_name(tmp_path, data, words):
    root = folder_with(tmp_path, data)
    with pytest.raises(ImageFolderError, match=words) as caught:
        scan_list(root, root / "labels.csv")
    assert "labels.csv" in str(caught.value)


def test_a_missing_list_is_said(tmp_path):
    root = folder_with(tmp_path, b"")
    (root / "labels.csv").unlink()
    with pytest.raises(ImageFolderError, match="There is no list of labels"):
        scan_list(root)
    with pytest.raises(ImageFolderError, match=r"gone\.csv cannot be read: No such file"):
        scan_list(root, tmp_path / "gone.csv")
