"""A real screen for a test: Xvfb, the program's window in it, and a mouse that is moved as a hand would."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "xdotool")


def missing_programs() -> list[str]:
    """Return which of the needed programs this machine lacks."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextmanager
def virtual_screen(width: int = 1280, height: int = 800) -> Iterator[str]:
    """Run Xvfb on a free display and give its name, such as ``":99"``."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def run_on_screen(script: Path, display: str, *words: str, timeout_s: float = 150) -> subprocess.CompletedProcess[str]:
    """Run a Python script of the tests with the xcb platform on ``display``."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, str(script), *words], env=environment, cwd=ROOT, capture_output=True,
                          text=True, timeout=timeout_s, check=False)
