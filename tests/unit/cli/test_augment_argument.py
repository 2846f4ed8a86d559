"""The flag for random changes takes strengths and changes, and says what does harm."""

from pathlib import Path

import pytest

from cnnstudio.data.config import AugmentConfig
from cnnstudio.runs.store import RunFolder
from tests.helpers.images import make_folder

QUICK = ("--epochs", "1", "--image-size", "16", "--network", "small", "--threads", "1", "--json")


@pytest.fixture
def digits(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "digits", {"6": 6, "9": 6}, 16)


def augment(answer) -> AugmentConfig:
    return RunFolder.load(Path(answer.events[-1]["run"])).record.augment


def test_a_ready_made_strength_does_not_mirror_digits_and_that_is_said(run_cli, digits, tmp_path):
    answer = run_cli("train", digits, *QUICK, "--augment", "light", "--runs", tmp_path / "runs")
    assert "Augmentation light without mirror" in answer.err
    assert not augment(answer).flip_horizontal
    assert augment(answer).rotate_deg == 5


def test_changes_of_one_s_own_are_taken_and_warned_of(run_cli, digits, tmp_path):
    answer = run_cli("train", digits, *QUICK, "--augment", "rotate_deg=180,mixup=0.2,mixup_p=0.5", "--runs",
                     tmp_path / "runs")
    assert "Augmentation (rotate): Turned upside down, 6 becomes 9." in answer.err
    assert "Augmentation (mixup): Mixed images are learned slowly: they seldom pay in 1 epoch." in answer.err
    assert augment(answer) == AugmentConfig(rotate_deg=180, mixup=0.2, mixup_p=0.5)


def test_a_change_that_does_not_exist_is_a_usage_error(run_cli, digits):
    answer = run_cli("train", digits, "--augment", "spin=3")
    assert answer.status == 2
    assert "spin=3" in answer.err
    assert "rotate_deg" in answer.err
