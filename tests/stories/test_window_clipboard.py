"""Layers copied in one program are pasted in another, through the clipboard of a real screen."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cnnstudio.network.document import dumps, subgraph
from tests.helpers.networks import chain
from tests.helpers.screen import ROOT, missing_programs, run_on_screen, virtual_screen

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}"),
]
SCRIPT = Path(__file__).with_name("clipboard_story.py")


@contextmanager
def held(text: str, display: str, folder: Path) -> Iterator[None]:
    """Let another process hold a text in the clipboard."""
    file = folder / "clip.txt"
    file.write_text(text, encoding="utf-8")
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    giver = subprocess.Popen([sys.executable, str(SCRIPT), "give", str(file)], env=environment, cwd=ROOT,
                             stdout=subprocess.PIPE, text=True)
    assert giver.stdout is not None
    try:
        assert giver.stdout.readline().strip() == "held"
        yield
    finally:
        giver.terminate()
        giver.wait(10)
        giver.stdout.close()


def pasted(text: str, display: str, folder: Path) -> list[str]:
    """Give what a network page said when it pasted a text that another process holds."""
    with held(text, display, folder):
        result = run_on_screen(SCRIPT, display, "take")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    return result.stdout.splitlines()


def test_layers_as_text_come_from_another_process_and_other_text_is_refused_in_words(tmp_path: Path) -> None:
    layers = dumps(subgraph(chain("Conv2d", "ReLU", "MaxPool2d"), ["conv2d_1", "relu_1"]))
    with virtual_screen() as display:
        assert pasted(layers, display, tmp_path) == ["added: Conv2d ReLU"]
        assert pasted("a shopping list: {", display, tmp_path) == [
            "info: The clipboard holds no layers.", "added: "]
