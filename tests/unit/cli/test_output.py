"""Tests of what commands print."""

import io
import json
from pathlib import Path

import numpy as np
import pytest

from cnnstudio.cli.output import Output, plain, printable, progress_line, table_lines
from cnnstudio.workspace.jobs import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_with_json_stdout_carries_objects_and_nothing_else():
    out, err = io.StringIO(), io.StringIO()
    output = Output(as_json=True, stdout=out, stderr=err)
    output.text("for people")
    output.table(["A"], [[1]])
    output.event("scan", found=3, path=Path("/a"), name="x")
    output.warning("mind this")
    output.error("No such thing.")
    assert [json.loads(line) for line in out.getvalue().splitlines()] == [
        {"event": "scan", "found": 3, "path": str(Path("/a")), "name": "x"},
        {"event": "error", "message": "No such thing."}]
    assert err.getvalue() == "Note: mind this\nNo such thing.\n"


def test_without_json_events_are_left_out():
    out, err = io.StringIO(), io.StringIO()
    output = Output(as_json=False, stdout=out, stderr=err)
    output.event("scan", found=3)
    output.text("3 found")
    assert out.getvalue() == "3 found\n"


def test_json_has_no_nan_and_no_numpy():
    value = {"a": float("nan"), "b": np.float32(0.5), "c": np.arange(3), "d": (1, {"e": float("inf")}), 3: None}
    assert plain(value) == {"a": None, "b": 0.5, "c": [0, 1, 2], "d": [1, {"e": None}], "3": None}
    json.dumps(plain(value), allow_nan=False)


def test_names_with_lone_surrogates_survive_as_json():
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    Output(as_json=True, stdout=out, stderr=io.StringIO()).event("scan", path="caf\udce9.png")
    assert json.loads(out.buffer.getvalue())["path"] == "caf\udce9.png"


def test_numbers_stand_right_with_thousands_and_text_left():
    assert table_lines(["Name", "Images"], [["cat", 1234], ["elephant", 5]]) == [
        "Name      Images",
        "────────  ──────",
        "cat        1,234",
        "elephant       5"]


def test_a_table_without_rows_is_its_header():
    assert table_lines(["Name", "Images"], [])[0] == "Name  Images"


def test_names_cannot_control_the_terminal():
    assert printable("a\x1b[2Jb\nc") == "a\\x1b[2Jb\\nc"


@pytest.mark.parametrize(("done", "total", "expected"), [
    (0, 4, "░" * 20), (1, 4, "█" * 5 + "░" * 15), (4, 4, "█" * 20), (9, 4, "█" * 20)])
def test_the_bar_grows(done, total, expected):
    assert expected in progress_line(Progress(done, total, "decoding"))


def test_work_of_unknown_length_has_no_bar():
    assert progress_line(Progress(3, 0, "looking")) == "looking …"


def test_progress_is_shown_in_place_on_a_terminal_and_wiped():
    err = Terminal()
    output = Output(as_json=True, stdout=io.StringIO(), stderr=err)
    with output.whole_lines():
        output.progress(Progress(1, 2, "decoding"))
    assert err.getvalue().startswith("\rdecoding")
    assert err.getvalue().endswith("\r")


def test_progress_is_silent_elsewhere():
    err = io.StringIO()
    output = Output(as_json=False, stdout=io.StringIO(), stderr=err)
    output.progress(Progress(1, 2, "decoding"))
    output.end_progress()
    assert err.getvalue() == ""
