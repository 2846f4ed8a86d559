"""Fixtures of the commands' tests."""

from pathlib import Path

import pytest

from tests.helpers.command_line import Run, runner
from tests.helpers.images import make_folder
from tests.helpers.runs import SmallRun, make_run


@pytest.fixture(scope="session")
def small_run(tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    """One run for all tests that only read it."""
    return make_run(tmp_path_factory.mktemp("small"))


@pytest.fixture
def run_cli(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line inside the test."""
    return runner(capsys)


@pytest.fixture
def pets(tmp_path: Path) -> Path:
    """Make a folder of two classes."""
    return make_folder(tmp_path / "pets", {"cat": 10, "dog": 10}, 24)
