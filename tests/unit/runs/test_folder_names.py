"""Tests of the names of run folders."""

import os
import time
from collections.abc import Iterator

import pytest

from cnnstudio.runs.folder_names import folder_name, free_name, looks_like_a_run


@pytest.fixture
def copenhagen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change the time zone of a process")
    monkeypatch.setitem(os.environ, "TZ", "CET-1")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("copenhagen")
def test_the_name_is_the_local_time_and_the_network():
    assert folder_name("2026-11-22T13:03:05+00:00", "small") == "2026-11-22_14.03.05_small"
    assert folder_name("2026-11-22T13:03:05Z", "VGG 16") == "2026-11-22_14.03.05_VGG_16"


@pytest.mark.parametrize(("network", "expected"), [
    ("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"), ("dots. . .", "dots"), ("  ", "network"), ("../..", "network"),
    ("x" * 99, "x" * 60), ("tab\tand\x00null", "tab_and_null"), ("größer", "größer"),
    ("my $net (2)", "my_net_2"), ("\u202egnp.exe", "gnp.exe")])
def test_what_windows_refuses_or_a_shell_would_interpret_is_taken_out(network: str, expected: str):
    assert folder_name("2026-11-22T13:03:05+00:00", network)[20:] == expected


def test_a_taken_name_gets_a_number():
    taken = {"run", "run-2"}
    assert free_name("run", taken.__contains__) == "run-3"
    assert free_name("other", taken.__contains__) == "other"


def test_folders_made_by_others_do_not_look_like_runs():
    assert looks_like_a_run(folder_name("2026-11-22T13:03:05+00:00", "small"))
    assert not looks_like_a_run("holiday pictures")
