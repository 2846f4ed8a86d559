"""Tables for spreadsheet programs: nothing in them is run, and everything comes back."""

import csv
import io

from cnnstudio.data.listing.csv_cells import csv_bytes, csv_text, plain_cell

ROWS = [["=1+1", 0.25, None], ["a,b\n\"c\"", -3, "@x"], ["plain", True, "'=kept"]]


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_text_is_made_plain_numbers_are_left_and_what_is_missing_is_empty() -> None:
    names, *lines = read(csv_text(["one", "two", "three"], ROWS))
    assert names == ["one", "two", "three"]
    assert lines[0] == ["'=1+1", "0.25", ""]
    assert lines[1] == ["a,b\n\"c\"", "-3", "'@x"]  # a negative number is no formula
    assert [plain_cell(line[0]) for line in lines] == [row[0] for row in ROWS]
    assert plain_cell(lines[2][2]) == "'=kept"


def test_bytes_begin_with_a_mark_and_keep_names_that_are_no_unicode() -> None:
    data = csv_bytes(["æ"], [["odd\udcff"]])
    assert data == b"\xef\xbb\xbf\xc3\xa6\r\nodd\xff\r\n"
