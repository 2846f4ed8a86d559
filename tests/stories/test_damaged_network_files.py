"""10,000 damaged and hostile network files: a sentence each, nothing executed, little memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

FILES = 5_000
SEEDS = (1, 2)
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("seed", SEEDS)
def test_damaged_files_are_refused_or_opened_and_nothing_else_happens(seed):
    """The program is told in a process of its own, so that its memory can be measured."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.stories.damaged_network_files", str(FILES), str(seed)], cwd=ROOT, text=True,
        capture_output=True, timeout=170, check=False)
    assert answer.returncode == 0, answer.stderr[-3000:]
    report = json.loads(answer.stdout)
    assert report["files"] == FILES
    assert report["refused"] + report["opened"] == FILES
    assert report["refused"] > FILES / 2
    assert report["opened"] > FILES / 50
    assert report["forbidden"] == []
    assert report["peak_mb"] < 300


def test_the_watch_sees_what_is_forbidden():
    """Control: code that runs while a file is opened would be seen. In a process of its own: a watch stays for good."""
    code = ("from tests.stories.damaged_network_files import Watch; watch = Watch(); watch.is_watching = True; "
            "exec('1 + 1'); watch.is_watching = False; print(watch.seen)")
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, text=True, capture_output=True, timeout=60, check=True)
    assert "exec" in answer.stdout
