"""Fixtures of the commands. tests."""

import pytest

from tests.helpers.runs import SmallRun, make_run


@pytest.fixture(scope="session")
def small_run(tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    """One run for all tests that only read it."""
    return make_run(tmp_path_factory.mktemp("small"))
