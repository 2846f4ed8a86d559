"""Processes that torchrun starts train one network as one process would, and none of them hangs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AS_GOOD_AS_EQUAL = 1e-5


@pytest.mark.timeout(400)
@pytest.mark.skipif(sys.platform == "win32", reason="uses fork and SIGKILL")
def test_two_processes_train_as_one_and_one_goes_on_with_what_they_leave():
    answer = subprocess.run([sys.executable, "-m", "tests.stories.two_processes", "few"], cwd=ROOT, text=True,
                            capture_output=True, timeout=380, check=False)
    assert answer.returncode == 0, answer.stderr[-3000:]
    found = json.loads(answer.stdout)
    assert found["difference"]["torchrun"] < AS_GOOD_AS_EQUAL
    assert found["accuracies"]
    killed = found["killed"]["second"]
    assert killed["statuses"] == [1, -9]
    assert "ended without a word" in killed["said"]
    assert killed["resumed"] == [0]
    assert killed["difference"] < AS_GOOD_AS_EQUAL
