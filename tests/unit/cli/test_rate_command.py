"""Tests of ``cnnstudio rate``."""

import pytest

from cnnstudio.cli.rate_command import drawing
from tests.helpers.command_line import contents

QUICK = ("--network", "small", "--image-size", "16", "--batch-size", "8", "--threads", "1", "--device", "cpu")


def test_a_search_prints_every_rate_and_a_suggestion_and_keeps_no_run(run_cli, pets, tmp_path):
    before = contents(pets)
    answer = run_cli("rate", pets, *QUICK, "--runs", tmp_path / "runs", "--json")
    result = answer.events[-1]
    assert result["event"] == "rate"
    assert result["rates"] == [event["rate"] for event in answer.of("rate_tried")]
    assert len(result["losses"]) == len(result["smoothed"]) == len(result["rates"])
    assert answer.status == (0 if result["rate"] else 1)
    assert result["reason"]
    assert contents(pets) == before
    assert list((tmp_path / "runs").iterdir()) == []


def test_a_network_of_zeros_gets_no_suggestion_and_a_status_of_one(run_cli, pets):
    answer = run_cli("rate", pets, *QUICK, "--initialization", "zeros")
    assert answer.status == 1
    assert "No rate can be suggested" in answer.out
    assert "--learning-rate" not in answer.out


def test_the_picture_has_a_column_a_rate_and_rules_the_suggestion():
    lines = drawing([1e-3, 1e-2, 1e-1, 1.0], [2.0, 1.0, 0.5, 9.0], 0.011)
    columns = [line.partition("┤")[2].ljust(4) for line in lines[:12]]
    assert [next(row for row in range(12) if columns[row][place] == "●") for place in range(4)] == [6, 9, 11, 0]
    assert [row for row in range(12) if columns[row][1] == "│"] == [row for row in range(12) if row != 9]
    assert lines[0].split()[0] == "4.00"
    assert lines[11].split()[0] == "0.50"


@pytest.mark.parametrize("losses", [[2.0, 2.0, 2.0], [1.0], [5.0, 4.0, float(2**80)]])
def test_any_losses_can_be_drawn(losses: list[float]):
    assert len(drawing([10.0 ** -place for place in range(len(losses), 0, -1)], losses, None)) == 14
