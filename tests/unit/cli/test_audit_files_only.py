"""Tests of ``cnnstudio audit FOLDER --files-only``."""

import numpy as np
import pytest
from PIL import Image


@pytest.fixture
def folder(tmp_path):
    """Give a folder of two classes of noise, 16 images each, saved alike."""
    return made(tmp_path / "alike", qualities=(90, 90))


def made(root, qualities):
    chance = np.random.default_rng(0)
    for name, quality in zip(("cat", "dog"), qualities, strict=True):
        (root / name).mkdir(parents=True)
        for number in range(16):
            coarse = chance.integers(0, 256, (8, 8, 3)).astype(np.uint8)
            Image.fromarray(coarse).resize((64, 64)).save(root / name / f"{number}.jpg", quality=quality)
    return root


def test_a_folder_saved_in_two_qualities_is_told_without_a_run(run_cli, tmp_path):
    answer = run_cli("audit", made(tmp_path / "pets", (90, 40)), "--files-only", "--json")
    assert answer.status == 3
    found, = [event for event in answer.of("suspicion") if "JPEG quality" in event["headline"]]
    assert found["kind"] == "file"
    assert found["figures"][0]["value"] > 0.9
    assert answer.of("files_audit")[0]["images"] == 32


def test_one_saved_alike_is_clean(run_cli, folder):
    """The control."""
    answer = run_cli("audit", folder, "--files-only")
    assert answer.status == 0
    assert "Properties of 32 files in 2 classes: nothing gives a class away." in answer.out


def test_without_a_run_and_without_the_flag_the_way_out_is_said(run_cli, folder):
    answer = run_cli("audit", folder)
    assert answer.status == 1
    assert "--files-only" in answer.err
