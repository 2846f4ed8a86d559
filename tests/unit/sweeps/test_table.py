"""The table of combinations: order and CSV."""

import csv
import io

from cnnstudio.sweeps.table import best_first, sweep_csv
from cnnstudio.sweeps.trial_row import TrialRow
from cnnstudio.sweeps.words import worker_command
from tests.unit.sweeps.plans import plan

ROWS = (
    TrialRow(0, "finished", {"optimizer": "sgd"}, (0.5, 0.7), ("a", "b"), seconds=2.5),
    TrialRow(1, "waiting", {"optimizer": "adam"}),
    TrialRow(2, "finished", {"optimizer": "adamw"}, (0.9,), ("=c",)),
    TrialRow(3, "failed", {"optimizer": "rmsprop"}, message="Too large."))


def test_the_best_come_first_and_those_without_a_result_last() -> None:
    assert [row.number for row in best_first(ROWS)] == [2, 0, 1, 3]


def test_every_figure_stands_in_the_csv() -> None:
    text = sweep_csv(best_first(ROWS), plan("optimizer=sgd,adam,adamw,rmsprop")).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert [line["number"] for line in lines] == ["3", "1", "2", "4"]
    assert float(lines[1]["accuracy"]) == 0.6
    assert abs(float(lines[1]["deviation"]) - 0.02 ** 0.5) < 1e-12  # of 0.5 and 0.7
    assert (lines[1]["trainings"], lines[1]["seconds"], lines[1]["runs"]) == ("2", "2.5", "a b")
    assert lines[0]["runs"] == "'=c"
    assert (lines[3]["state"], lines[3]["message"], lines[3]["accuracy"]) == ("failed", "Too large.", "")


def test_the_command_for_another_terminal_is_quoted() -> None:
    assert worker_command("it's mine").startswith("cnnstudio worker ")
    import shlex
    import sys
    if sys.platform != "win32":
        assert shlex.split(worker_command("it's mine")) == ["cnnstudio", "worker", "it's mine"]
