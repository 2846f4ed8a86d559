"""A program killed at any instant, or two at once, leave a pixel cache in which nothing wrong is believed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 30
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="uses fork and alarms")
def test_after_kills_at_random_instants_every_row_is_right_or_decoded_again():
    answer = subprocess.run(
        [sys.executable, "-m", "tests.stories.killed_cache_fills", str(KILLS), "1"], cwd=ROOT, text=True,
        capture_output=True, timeout=170, check=False)
    assert answer.returncode == 0, answer.stderr[-3000:]
    found = json.loads(answer.stdout)
    assert found["kills"] >= KILLS
    assert found["wrong"] == 0
    assert found["believed"] > 0
    assert found["holes"] + found["torn"] > 0  # the control: without checksums these would be images
