"""A training killed at any instants and gone on with each time is the one nobody disturbed, bit for bit."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 2
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="uses fork and SIGKILL")
def test_trainings_killed_at_random_instants_go_on_bit_for_bit():
    answer = subprocess.run([sys.executable, "-m", "tests.stories.killed_trainings", str(KILLS), "1", "few"], cwd=ROOT,
                            text=True, capture_output=True, timeout=170, check=False)
    assert answer.returncode == 0, answer.stderr[-3000:]
    found = json.loads(answer.stdout)
    assert found["kills"] == KILLS
    assert found["unreadable"] == found["epochs_different"] == 0
    assert found["equal"] == found["trainings"] > 0
