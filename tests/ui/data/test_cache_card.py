"""The card about decoded images tells the truth about the disk, clears it, and sets the limit."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio import paths
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.pixels.cache import list_kept
from cnnstudio.data.pixels.cache_limit import ENVIRONMENT_NAME, cache_limit
from cnnstudio.data.pixels.source import FolderSource, open_source
from cnnstudio.ui.data.cache_card import SLOT, CacheCard
from cnnstudio.ui.workers import JobRunner
from tests.helpers.images import make_folder


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FolderSource:
    """Keep 20 decoded images, 3.9 MB, in a home of the test's own."""
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path / "home"))
    monkeypatch.delenv(ENVIRONMENT_NAME, raising=False)
    folder = scan(make_folder(tmp_path / "pets", {"cat": 10, "dog": 10}, 24))
    result = open_source(folder, PreprocessConfig(height=256, width=256), paths.cache_dir())
    result.take(np.arange(20))
    return result


@pytest.fixture
def card(qtbot: QtBot, source: FolderSource) -> Iterator[CacheCard]:
    jobs = JobRunner()
    result = CacheCard(jobs)
    qtbot.addWidget(result)
    with qtbot.waitSignal(jobs.job_ended):
        result.show()
    yield result
    result.hide()
    jobs.close()
    assert jobs.stop_all(10_000)
    qtbot.waitUntil(lambda: not jobs.is_running(SLOT))


def text(card: CacheCard, name: str) -> str:
    found = card.findChild(QLabel, name)
    assert found is not None
    return found.text()


def press_clear(qtbot: QtBot, card: CacheCard) -> None:
    button = card.findChild(QPushButton, "cache_clear")
    assert button is not None
    with qtbot.waitSignal(card._jobs.job_ended):
        button.click()


def test_the_size_and_the_limit_are_shown(card: CacheCard):
    assert text(card, "cache_size") == "4 MB of 8.0 GB used"
    assert card.limit.value() == 8
    assert card.limit.isEnabled()


def test_clear_frees_what_no_training_uses_and_says_what_stays(qtbot: QtBot, card: CacheCard, source: FolderSource):
    press_clear(qtbot, card)
    assert "in use by a running training" in text(card, "cache_note")
    source.close()
    press_clear(qtbot, card)
    assert text(card, "cache_note") == "Freed 4 MB."
    assert text(card, "cache_size") == "0 MB of 8.0 GB used"
    assert not card.findChild(QPushButton, "cache_clear").isEnabled()
    assert list_kept(paths.cache_dir()) == ()


def test_a_new_limit_is_kept_and_old_files_go(qtbot: QtBot, card: CacheCard, source: FolderSource):
    source.close()
    card.limit.lineEdit().selectAll()
    qtbot.keyClicks(card.limit, "0.001")
    with qtbot.waitSignal(card._jobs.job_ended):
        qtbot.keyClick(card.limit, Qt.Key.Key_Return)
    assert cache_limit() == 1_000_000
    assert list_kept(paths.cache_dir()) == ()
    assert text(card, "cache_size") == "0 MB of 1 MB used"


def test_the_end_of_a_training_makes_it_look_again(qtbot: QtBot, card: CacheCard, source: FolderSource):
    source.close()
    list_kept(paths.cache_dir())[0].path.unlink()
    with qtbot.waitSignal(card._jobs.job_ended):
        card._jobs.job_ended.emit("train")
    qtbot.waitUntil(lambda: text(card, "cache_size") == "0 MB of 8.0 GB used")
