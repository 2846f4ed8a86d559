"""Tests that a run opens with everything it had when any one of its files is damaged; 2,000 damages as a script."""

from tests.stories.damaged_runs import damaged_runs


def test_a_run_with_any_one_file_damaged_opens_with_everything(tmp_path):
    assert damaged_runs(40, tmp_path) == {"opened with everything": 40}


def test_without_the_second_copies_it_does_not(tmp_path):
    outcomes = damaged_runs(20, tmp_path, with_copies=False)
    assert outcomes["refused by name"] > 5
