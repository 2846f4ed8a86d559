"""Decisions go to a table and back without a loss, and no cell of it is a formula."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation, Decision, curate
from cnnstudio.data.curation.table import COLUMNS, curation_csv, labels_csv, read_curation_csv
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.listing.csv_cells import plain_cell, safe_cell
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.data.split import split
from cnnstudio.errors import InputError
from tests.helpers.images import make_folder

NAMES = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0") | st.sampled_from("=+-@\t\r\n,;\"'"),
                min_size=1, max_size=8)
SPLITS = st.sampled_from([None, "train", "validation", "test"])
DECISIONS = st.builds(Decision, st.booleans(), st.none() | NAMES, SPLITS, st.booleans(), st.booleans())


@settings(max_examples=30)
@given(st.dictionaries(NAMES, DECISIONS), st.dictionaries(NAMES, NAMES), st.lists(NAMES, unique=True))
def test_any_decisions_come_back_from_the_table(decisions, merged, kept):
    curation = Curation(merged_classes=merged, kept_classes=tuple(kept)).with_decisions(decisions)
    data = curation_csv(curation)
    assert read_curation_csv(data, "a.csv") == curation
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@given(st.text(st.sampled_from("'=+-@a\t"), max_size=6))
def test_a_cell_comes_back(text):
    assert plain_cell(safe_cell(text)) == text


def test_a_name_with_bytes_that_are_no_text_comes_back():
    curation = Curation().with_change(["cat/\udcff.png"], excluded=True)
    assert read_curation_csv(curation_csv(curation), "a.csv") == curation


def test_a_table_a_person_wrote_is_read():
    data = b"Relative;Split;Excluded\r\ncat/1.png;Val;\r\ncat/2.png;;YES\r\n\r\n"
    assert read_curation_csv(data, "a.csv") == Curation(
        {"cat/1.png": Decision(split="validation"), "cat/2.png": Decision(excluded=True)})


@pytest.mark.parametrize(("text", "reason"), [
    ("", "line 1: the column 'relative' is missing"),
    ("path,label\na,b\n", "line 1: the column 'relative' is missing"),
    ("relative,colour\na,b\n", "line 1: there is no column 'colour'"),
    ("relative,split,split\n", "line 1: a column is named twice"),
    ("relative,split\na,train\nb,holdout\n", "line 3: split: 'holdout' is neither"),
    ("relative,excluded\na,maybe\n", "line 2: excluded: 'maybe' is neither yes nor no"),
    ("relative,excluded\na,yes\na,no\n", "line 3: relative: 'a' has a line already"),
    ("relative,excluded\n,yes\n", "line 2: relative: the name of the file is missing"),
    ("relative,excluded\na\n", "line 2: there are 1 cells instead of 2"),
    ('relative,excluded\n"a,yes\n', "line 2: "),
])
def test_a_table_that_cannot_be_read_names_line_and_field(text, reason):
    with pytest.raises(InputError, match=f"^mine.csv, {reason}"):
        read_curation_csv(text.encode(), "mine.csv")


@pytest.mark.parametrize("data", [
    b"\xff\xfe\x00", b"\0" * 100, b"relative\n" + b'"' * 999, b"relative\n" + b"a" * 200_000])
def test_what_is_no_table_is_refused_in_a_sentence(data):
    with pytest.raises(InputError, match="line"):
        read_curation_csv(data, "mine.csv")


def test_the_list_of_labels_is_read_by_a_scan_as_it_was_used(tmp_path):
    root = make_folder(tmp_path / "pets", {"cat": 6, "-dog": 6}, 16)
    curation = Curation().with_change(["cat/cat_0000.png"], class_name="=1+1").with_change(
        ["cat/cat_0001.png"], excluded=True)
    used = curate(scan(root), curation)
    (tmp_path / "list.csv").write_bytes(labels_csv(used, split(used, SplitConfig())))
    read = scan(root, ScanOptions(layout="csv", csv_file=tmp_path / "list.csv"))
    assert labels(read) == labels(used)
    assert {file.split for file in read.files} == {"train", "validation"}
    assert len(COLUMNS) == 7


def labels(folder: ImageFolder) -> dict[str, str]:
    return {file.relative: folder.class_names[file.class_index] for file in folder.files}
