"""Mutated images in ten formats: each is kept or refused with a reason, and nothing else happens."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cnnstudio.data.folder.image_folder import scan
from tests.stories.damaged_images import import_all, originals, what_is_wrong, write_folder

FILES = 300
ROOT = Path(__file__).resolve().parents[2]


def test_mutated_images_are_kept_or_refused_and_nothing_else_happens():
    """The program is told in a process of its own, with a limit of memory and an alarm."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.stories.damaged_images", str(FILES), "1"], cwd=ROOT, text=True,
        capture_output=True, timeout=170, check=False)
    assert answer.returncode == 0, answer.stderr[-3000:]
    assert "Traceback" not in answer.stderr  # libtiff prints a line of its own about some files
    report = json.loads(answer.stdout)
    assert report["wrong"] == []
    kept, refused = report["kept"], report["refused"]
    assert sum(kept.values()) + sum(refused.values()) == FILES
    assert len(originals()) == 10
    assert set(refused) == set(originals())
    assert sum(kept.values()) > FILES / 20
    assert sum(refused.values()) > FILES / 3


def test_a_lost_file_and_a_reason_that_says_nothing_would_be_noticed(tmp_path):
    """Control."""
    import random

    write_folder(tmp_path, random.Random(3), originals(), 30)
    folder = scan(tmp_path)
    assert what_is_wrong(folder, 30) == []
    assert what_is_wrong(replace(folder, files=folder.files[1:]), 30)
    mute = replace(folder.refused[0], reason="damaged")
    assert what_is_wrong(replace(folder, refused=(mute, *folder.refused[1:])), 30)


def test_a_loader_that_raises_would_end_the_import():
    """Control."""
    def fail(root: Path):
        raise OSError("broken data stream")

    with pytest.raises(OSError, match="broken"):
        import_all(10, 1, fail)
