"""A program that predicts a folder and is killed at any instant goes on with each image once and the same bytes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 4
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="uses fork and alarms")
def test_after_kills_at_random_instants_the_table_and_the_copies_are_those_of_an_undisturbed_prediction():
    answer = subprocess.run(
        [sys.executable, "-m", "tests.stories.killed_predictions", str(KILLS), "1"], cwd=ROOT, text=True,
        capture_output=True, timeout=170, check=False)
    assert answer.returncode == 0, answer.stderr[-3000:]
    found = json.loads(answer.stdout)
    assert found["kills"] >= KILLS
    assert found["ends"] > 0
    assert (found["differing"], found["torn"]) == (0, 0)
    assert found["kept"] > 0
    assert found["twice"] > 0  # the control: whoever appends and begins anew would have these twice
