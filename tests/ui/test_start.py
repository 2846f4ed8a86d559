"""Start-up: what is imported, when the window is painted, and that Qt calls do not eat references."""

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("torch", "torchvision", "cv2", "pyqtgraph", "numpy", "pydantic", "PIL")


def run_python(code: str, home: Path, **environment: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "CNNSTUDIO_HOME": str(home), **environment})
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    return result.stdout


def test_the_window_needs_none_of_the_heavy_libraries_to_be_painted(own_folders: Path) -> None:
    code = ("import gc, sys; from cnnstudio.ui import app, main_window; a = app.create_application(); "
            "w = app.MainWindow(); w.show(); a.processEvents(); w.grab(); "
            f"print([name for name in {HEAVY!r} if name in sys.modules], gc.isenabled()); w.close()")
    assert run_python(code, own_folders).strip() == "[] False", "and leaves no garbage to the threads of jobs"


_ASKED_BY_TWO = """
import sys, threading
{first}
from PySide6 import QtCore, QtGui, QtWidgets
made = "QWizard" in vars(QtWidgets)
sys.setswitchinterval(1e-6)
start = threading.Barrier(2)
def ask():
    start.wait()
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
threads = [threading.Thread(target=ask) for _ in range(2 if made else 0)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(made)
"""


def test_no_type_of_qt_is_made_by_two_threads_at_a_time(own_folders: Path) -> None:
    ours = _ASKED_BY_TWO.format(first="import cnnstudio.ui")
    assert run_python(ours, own_folders).strip() == "True"
    theirs = _ASKED_BY_TWO.format(first="")  # here two threads would end the process or wait for ever
    assert run_python(theirs, own_folders).strip() == "False"


def test_no_page_imports_torch_when_it_is_built(own_folders: Path) -> None:
    code = ("import sys; from cnnstudio.ui import actions, app; a = app.create_application(); w = app.MainWindow(); "
            "loaded = [w.show_page(info.name) or 'torch' in sys.modules for info in actions.PAGES]; print(loaded); "
            "w.close()")
    assert run_python(code, own_folders).strip() == str([False] * 5)


def test_the_program_opens_paints_says_when_and_closes(own_folders: Path) -> None:
    code = "import sys; from cnnstudio.ui import app; sys.exit(app.main())"
    output = run_python(code, own_folders, CNNSTUDIO_PRINT_FIRST_PAINT="quit")
    assert output.startswith("first paint after ")
    assert 0 < float(output.split()[3]) < 60


def test_the_self_test_sees_every_page(own_folders: Path) -> None:
    code = "import sys; from cnnstudio.ui import app; sys.exit(app.main())"
    output = run_python(code, own_folders, CNNSTUDIO_PRINT_FIRST_PAINT="pages")
    pages = [json.loads(line)["name"] for line in output.splitlines() if line.startswith("{")]
    assert pages == ["data", "network", "train", "look", "runs"]


def test_the_self_test_sees_no_page_where_one_cannot_be_imported(own_folders: Path) -> None:
    code = ("import sys; sys.modules['pyqtgraph'] = None; from cnnstudio.ui import app; sys.exit(app.main())")
    output = run_python(code, own_folders, CNNSTUDIO_PRINT_FIRST_PAINT="pages")
    assert output.startswith("first paint after ")
    assert '"page"' not in output
    assert "pyqtgraph" in (own_folders / "cnnstudio.log").read_text(encoding="utf-8")


def test_ten_thousand_void_calls_drop_no_reference_to_none(qtbot: QtBot) -> None:
    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(10_000):
        timer.setInterval(5)
    # an interpreter whose None is immortal always gives the same large number
    assert abs(sys.getrefcount(None) - before) < 1000
