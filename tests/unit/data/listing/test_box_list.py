"""Reading boxes.csv: columns, bad lines, and where a list is found."""

import pytest

from cnnstudio.data.listing.box_list import find_box_list, read_box_list
from cnnstudio.errors import ImageFolderError


def written(tmp_path, text, name="boxes.csv", encoding="utf-8"):
    path = tmp_path / name
    path.write_text(text, encoding=encoding)
    return path


@pytest.mark.parametrize(("header", "cells"), [
    ("split,class,file,x0,y0,x1,y1", "train,cat,a.jpg,3,4,10.5,20"),
    ("file,x0,y0,x1,y1", "a.jpg,3,4,10.5,20"),
    ("x_min;y_min;x_max;y_max;image", "3;4;10.5;20;a.jpg"),
    ("Filename\tX\tY\tWidth\tHeight", "a.jpg\t3\t4\t7.5\t16")])
def test_a_list_of_boxes_is_read_by_the_names_of_its_columns(tmp_path, header, cells):
    (row,) = read_box_list(written(tmp_path, f"\n{header}\n\n{cells}\n", encoding="utf-8-sig")).rows
    assert row.box == (3, 4, 10.5, 20)
    assert row.file == "a.jpg"
    assert (row.split, row.class_name) == (("train", "cat") if "split" in header else ("", ""))


def test_each_bad_line_is_a_sentence_with_its_number_and_field(tmp_path):
    text = "file,x0,y0,x1,y1\na.jpg,0,0,4,4\nb.jpg,0,zero,4,4\n,0,0,4,4\nc.jpg,5,0,4,4\nd.jpg,0,0,nan,4\ne.jpg,1,2\n"
    found = read_box_list(written(tmp_path, text))
    assert [row.line for row in found.rows] == [2]
    assert [problem.split(":")[0] for problem in found.problems] == [f"Line {number}" for number in (3, 4, 5, 6, 7)]
    wanted = ("field y0 holds 'zero'", "field file is empty", "empty, from (5, 0) to (4, 4)", "field x1 holds 'nan'",
              "field x1 holds ''")
    assert all(part in problem for part, problem in zip(wanted, found.problems, strict=True))


@pytest.mark.parametrize("text", ["", "file,label\na.jpg,cat\n", "x0,y0,x1,y1\n1,2,3,4\n"])
def test_a_table_without_the_columns_is_refused_with_what_is_expected(tmp_path, text):
    with pytest.raises(ImageFolderError, match=r"boxes\.csv is no list of boxes: expected is a first line"):
        read_box_list(written(tmp_path, text))


def test_a_list_that_is_not_there_is_refused_by_name(tmp_path):
    with pytest.raises(ImageFolderError, match=r"none\.csv cannot be read"):
        read_box_list(tmp_path / "none.csv")


def test_a_list_is_found_in_the_folder_itself_whatever_its_letters(tmp_path):
    assert find_box_list(tmp_path) is None
    assert find_box_list(tmp_path / "gone") is None
    path = written(tmp_path, "", "Boxes.CSV")
    assert find_box_list(tmp_path) == path
