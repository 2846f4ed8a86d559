"""Nothing asks for the network unless the user presses a download button."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stories.no_network import REFUSED


def tell(what: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "CNNSTUDIO_HOME": str(folder / "home")}
    return subprocess.run([sys.executable, "-m", "tests.stories.no_network", what, str(folder / "out")],
                          capture_output=True, text=True, timeout=170, env=environment, check=False)


def test_training_and_explaining_ask_for_no_network(tmp_path: Path) -> None:
    done = tell("demo", tmp_path)
    assert REFUSED not in done.stdout
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(importlib.util.find_spec("PySide6") is None, reason="the window needs Qt")
def test_the_window_asks_for_no_network(tmp_path: Path) -> None:
    done = tell("window", tmp_path)
    assert REFUSED not in done.stdout
    assert "all pages seen" in done.stdout, done.stderr
    assert done.returncode == 0, "Qt's own networking was loaded"


def test_a_download_that_was_asked_for_is_noticed(tmp_path: Path) -> None:
    done = tell("control", tmp_path)
    assert REFUSED in done.stdout
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
