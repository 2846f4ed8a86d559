"""While pages are imported the window imports nothing itself; what is asked of them waits, and is done in the end."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from pytestqt.qtbot import QtBot

from cnnstudio.ui.engine import PageLoaded
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.pieces import Pieces
from tests.helpers.images import make_folder

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import json, os, sys, threading
from pathlib import Path
from cnnstudio.ui import app
application = app.create_application()
window = app.MainWindow()
seen, loaded = [], []
class Spy:
    def find_spec(self, name, path=None, target=None):
        if threading.current_thread() is threading.main_thread() and not loaded:
            seen.append(name)
def on_built(page):
    sys.stdout.write(json.dumps([seen, loaded[0], page, shown]))
    sys.stdout.flush()
    os._exit(0)
window.engine.page_loaded.connect(loaded.append)
window.pages.page_built.connect(on_built)
window.show()
application.processEvents()
sys.meta_path.insert(0, Spy())
window.engine.load()
window.show_page("train")
window.open_folder(Path(sys.argv[1]))
shown = window.pages.current_name
application.exec()
"""


def test_nothing_is_imported_in_the_windows_thread_while_the_first_page_is(own_folders: Path, tmp_path: Path) -> None:
    own = {"QT_QPA_PLATFORM": "offscreen", "CNNSTUDIO_HOME": str(own_folders)}
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(tmp_path)], cwd=ROOT, capture_output=True, text=True,
                          timeout=120, check=True, env={**os.environ, **own})
    seen, loaded, built, shown = json.loads(done.stdout)
    assert seen == []
    assert (loaded, built) == ("data", "data")
    assert shown == "welcome", "what was asked for waits"


def test_a_folder_wanted_while_pages_are_imported_is_opened_when_the_page_is_built(
        qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    root = make_folder(tmp_path / "pets", {"cat": 4, "dog": 4}, 24)
    window.engine.is_loading = True
    window.open_folder(tmp_path / "not this one")
    window.open_folder(root)
    assert window.pages.current_name == "welcome"
    assert not window.jobs.is_running("scan")
    window.engine._on_event(PageLoaded("data"))
    assert window.pages.is_building("data"), "piece by piece"
    qtbot.waitUntil(lambda: window.workspace.folder is not None and not window.jobs.is_running("scan"), timeout=10_000)
    assert window.workspace.folder is not None
    assert window.workspace.folder.root == root
    assert window.pages.current_name == "data"
    window.show_page("train")
    window.show_page("network")
    assert window.pages.current_name == "data", "the others' modules are not there yet"
    window.engine._on_event(PageLoaded("network"))
    assert window.pages.current_name == "network"
    assert window.pages.built("train") is None, "the newer wish has taken the place of the older"
    window.engine.is_loading = False


def test_a_page_being_built_is_finished_at_once_when_it_is_needed_now(window: MainWindow) -> None:
    window.pages.build_ahead("data")
    window.pages._build_piece()
    assert window.pages.built("data") is None
    page = window.page("data")
    assert page is window.pages.built("data")
    assert not window.pages.is_building("data")
    assert window.pages.count() == 2, "one page only"


def test_a_window_that_is_closed_builds_nothing_any_more(window: MainWindow) -> None:
    window.pages.build_ahead("data")
    window.close()
    assert not window.pages.is_building("data")
    window.pages.build_ahead("runs")
    assert not window.pages.is_building("runs")


def test_pieces_are_built_in_order_and_the_rest_at_once() -> None:
    built = []

    def steps() -> Iterator[None]:
        for number in range(4):
            built.append(number)
            yield

    pieces = Pieces(steps())
    assert pieces.build_next()
    assert built == [0]
    pieces.build_rest()
    assert built == [0, 1, 2, 3]
    assert not pieces.build_next()


def test_pages_for_later_are_built_piece_by_piece_once_the_engine_is_there(qtbot: QtBot, window: MainWindow) -> None:
    assert window.pages.built("train") is None
    window.engine.is_ready = True
    window.engine.changed.emit()
    assert window.pages.is_building("train")
    qtbot.waitUntil(lambda: window.pages.built("train") is not None and window.pages.built("runs") is not None)
    assert window.pages.current_name == "welcome"
    assert window.pages.show_page("train").recipe.form.field("epochs").isVisible() == window.isVisible()
