"""Kills a window that has changes in no file, and looks whether the next start gives them back.

``python -m tests.stories.killed_window 5`` does it five times, each with two processes; nothing is simulated.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

EDIT = """
import sys, time
from cnnstudio.ui.app import create_application
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.network.edits import SetParameter
application = create_application()
window = MainWindow()
window.show()
node = next(one for one in window.workspace.graph.nodes.values() if one.kind == "Conv2d")
window.workspace.edit_graph(SetParameter(node.id, "out_channels", int(sys.argv[1])))
end = time.monotonic() + 2
while time.monotonic() < end:
    application.processEvents()
    time.sleep(0.01)
print("edited", flush=True)
application.exec()
"""
LOOK = """
import sys
from PySide6.QtTest import QTest
from cnnstudio.ui.app import create_application
from cnnstudio.ui.main_window import MainWindow
application = create_application()
window = MainWindow()
window.show()
window.projects.recoveries.look()
def wait(is_there):
    for _ in range(2000):
        if is_there():
            return
        QTest.qWait(10)
wait(lambda: bool(window.messages.lines))
from PySide6.QtWidgets import QPushButton
buttons = [button for line in window.messages.lines for button in line.findChildren(QPushButton)]
next(button for button in buttons if button.text() == "Recover").click()
wait(lambda: window.projects.is_unsaved)
print(next(one for one in window.workspace.graph.nodes.values() if one.kind == "Conv2d").parameters["out_channels"])
window.closing.is_agreed = True
window.close()
"""


@dataclass(frozen=True, slots=True)
class Kills:
    """How many windows were killed, and in how many cases the next one gave the changes back."""

    kills: int
    recovered: int


def kill_windows(count: int, home: Path) -> Kills:
    """Edit for two seconds, kill with SIGKILL, start again and recover; ``count`` times."""
    recovered = 0
    for number in range(count):
        place = home / str(number)
        place.mkdir(parents=True)
        channels = 41 + number
        process = _start(EDIT, place, str(channels))
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "edited"
        process.send_signal(signal.SIGKILL)
        process.wait()
        told = _start(LOOK, place).communicate(timeout=120)[0].split()
        recovered += told[-1:] == [str(channels)]
    return Kills(count, recovered)


def _start(code: str, home: Path, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"CNNSTUDIO_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True,
                            env=environment)


if __name__ == "__main__":
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        print(kill_windows(int(sys.argv[1]) if len(sys.argv) > 1 else 5, Path(folder)))
    print(f"{time.monotonic() - begin:.0f} s")
