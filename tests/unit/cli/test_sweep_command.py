"""The commands sweep and worker."""

import csv
import json

from tests.helpers.images import make_folder


def test_a_sweep_prints_and_writes_every_combination_and_a_worker_finds_nothing_left(run_cli, tmp_path):
    folder = make_folder(tmp_path / "pets", {"cat": 8, "dog": 8}, 16)
    table = tmp_path / "table.csv"
    result = run_cli("sweep", folder, "--try", "optimizer=sgd,adam", "--network", "lenet5", "--image-size", "16",
                     "--epochs", "1", "--threads", "1", "--name", "two", "--table", table, "--json")
    assert result.status == 0, result.err
    rows = json.loads(result.out.splitlines()[-1])["rows"]
    assert sorted(row["combination"]["optimizer"] for row in rows) == ["adam", "sgd"]
    assert rows[0]["accuracy"] >= rows[1]["accuracy"]
    with table.open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert [float(row["accuracy"]) for row in written] == [row["accuracy"] for row in rows]
    helped = run_cli("worker")
    assert helped.status == 0
    assert "two: every combination" in helped.out


def test_what_cannot_be_tried_is_said_before_anything_is_read(run_cli, tmp_path):
    result = run_cli("sweep", tmp_path / "nowhere", "--try", "speed=1,2")
    assert result.status != 0
    assert "no setting 'speed'" in result.err
    result = run_cli("worker")
    assert "no sweep in" in result.err
