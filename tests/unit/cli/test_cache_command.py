"""Tests of ``cnnstudio cache``."""

import numpy as np
import pytest

from cnnstudio import paths
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.pixels.cache_limit import ENVIRONMENT_NAME, cache_limit
from cnnstudio.data.pixels.source import FolderSource, open_source


@pytest.fixture
def source(pets, tmp_path, monkeypatch) -> FolderSource:
    """Decode some images and keep them in a home of the test's own."""
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path / "home"))
    monkeypatch.delenv(ENVIRONMENT_NAME, raising=False)
    result = open_source(scan(pets), PreprocessConfig(height=64, width=64), paths.cache_dir())
    result.take(np.arange(20))
    return result


def test_what_is_kept_is_told_and_cleared_when_nobody_uses_it(run_cli, source):
    event, = run_cli("cache", "--json").of("cache")
    assert event["bytes"] >= 20 * 64 * 64 * 3
    assert event["limit_bytes"] == 8_000_000_000
    assert [one["bytes"] for one in event["files"]] == [event["bytes"]]
    assert "of at most 8 GB" in run_cli("cache").out
    assert "1 in use by a running program stay" in run_cli("cache", "--clear").out
    source.close()
    cleared, = run_cli("cache", "--clear", "--json").of("cache")
    assert (cleared["freed_bytes"], cleared["bytes"], cleared["in_use"]) == (event["bytes"], 0, 0)


def test_a_limit_is_remembered_and_what_is_too_much_goes_at_once(run_cli, source):
    source.close()
    event, = run_cli("cache", "--limit", "0.0001", "--json").of("cache")
    assert event["limit_bytes"] == cache_limit() == 100_000
    assert event["bytes"] == 0
    assert event["freed_bytes"] > 100_000


@pytest.mark.parametrize("value", ["lots", "-3", "nan"])
def test_an_impossible_limit_is_wrong_usage(run_cli, value):
    answer = run_cli("cache", "--limit", value)
    assert answer.status == 2
    assert "0 to 100,000 gigabytes" in answer.err
