"""A folder comes into the window piece by piece; what cannot be told is asked, what cannot be used is explained."""

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.curation.decisions import Curation, Decision
from cnnstudio.data.folder.difference import FolderDifference
from cnnstudio.data.folder.image_folder import ImageFolder, check_images, list_images
from cnnstudio.data.listing.layouts import LayoutChoice
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.errors import JobCancelledError
from cnnstudio.ui import opening
from cnnstudio.ui.data.layout_choice import LayoutCard
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.workspace.arrangement import arrange
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.scan_job import FirstImages, FolderListed, LayoutUnclear, ScanFinished
from tests.helpers.images import make_folder


class SlowScan:
    """Says one event after the other, each when it is let."""

    title = "Scanning pets"

    def __init__(self, events: list[object]) -> None:
        self.events, self.turns = events, threading.Semaphore(0)

    def run(self, should_stop: Callable[[], bool]) -> Iterator[object]:
        for event in self.events:
            while not self.turns.acquire(timeout=0.02):
                if should_stop():
                    raise JobCancelledError
            yield event


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> ImageFolder:
    root = make_folder(tmp_path_factory.mktemp("opening") / "pets", {"cat": 40, "dog": 20}, 24)
    (root / "cat" / "cat_0007.png").write_bytes(b"damaged")
    return list_images(root)


@pytest.fixture(scope="module")
def checked(listed: ImageFolder) -> ImageFolder:
    return check_images(listed)


def events_of(listed: ImageFolder, checked: ImageFolder, difference: FolderDifference | None = None) -> list[object]:
    config = PreprocessConfig(height=24, width=24)
    return [FirstImages(tuple(file.path for file in listed.files[:5]), 1234),
            FolderListed(arrange(listed, Curation(), SplitConfig()), config, "pets"),
            Progress(15, 60, "checking images"),
            ScanFinished(arrange(checked, Curation(), SplitConfig()), config, "pets", difference)]


@pytest.fixture
def scan(listed: ImageFolder, checked: ImageFolder, monkeypatch: pytest.MonkeyPatch) -> SlowScan:
    result = SlowScan(events_of(listed, checked))
    monkeypatch.setattr(opening, "_scan_job", lambda *_: result)
    return result


def text(window: MainWindow, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def button(window: MainWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert found is not None, name
    return found


def open_listed(qtbot: QtBot, window: MainWindow, scan: SlowScan, root: Path) -> None:
    window.open_folder(root)
    scan.turns.release(2)
    qtbot.waitUntil(lambda: window.workspace.folder is not None)


def test_first_images_are_shown_while_the_rest_is_listed(
        qtbot: QtBot, window: MainWindow, scan: SlowScan, listed: ImageFolder) -> None:
    window.open_folder(listed.root)
    assert window.pages.current_name == "data"
    page = window.page("data")
    assert page.states.opening.isVisible()
    scan.turns.release()
    qtbot.waitUntil(lambda: page.states.opening.model.rowCount() == 5)
    assert text(window, "opening_text") == "Looking through pets: 1,234 found"
    assert window.workspace.folder is None
    button(window, "opening_cancel").click()
    qtbot.waitUntil(lambda: not window.jobs.is_running("scan"))
    assert not page.states.opening.isVisible()
    assert button(window, "data_empty_button").isVisible()


def test_a_listed_folder_is_usable_training_waits_and_the_check_disturbs_nothing(
        qtbot: QtBot, window: MainWindow, scan: SlowScan, listed: ImageFolder) -> None:
    open_listed(qtbot, window, scan, listed.root)
    page, train = window.page("data"), button(window, "train_button")
    assert page.shown_count == 60
    assert not train.isEnabled()
    assert "checked" in train.toolTip()
    scan.turns.release()
    qtbot.waitUntil(lambda: "15 / 60" in text(window, "folder_layout"))
    page.classes.choose(0, None)
    page.browser._on_side(192)
    page.grid.selection.set_mask(page.grid._rows.numbers % 4 == 3)
    bar = page.grid.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)
    before = {page.model.row(place).path.name for place in page.grid.selection.places.tolist()}
    first = page.model.row(page.grid.visible_rows().start).path
    line = page.grid.visualRect(page.model.index_of(first)).top()
    workspace = window.workspace
    workspace.set_curation(Curation().with_decisions({"dog/dog_0003.png": Decision(excluded=True)}))
    scan.turns.release()
    qtbot.waitUntil(lambda: workspace.folder is not None and workspace.folder.is_checked)
    qtbot.waitUntil(lambda: page.browser.contents.folder.is_checked)
    assert page.classes.class_index == 0
    after = {page.model.row(place).path.name for place in page.grid.selection.places.tolist()}
    assert after == before - {"cat_0007.png"}, "what is still there is still selected"
    assert page.grid.visualRect(page.model.index_of(first)).top() == line, "what was in view is where it was"
    assert workspace.curation.of("dog/dog_0003.png").excluded, "what was decided meanwhile counts"
    qtbot.waitUntil(lambda: train.isEnabled() and bool(window.messages.lines))
    assert "1 file could not be used" in window.messages.lines[0].text


def test_a_check_that_was_stopped_can_be_taken_up_again(
        qtbot: QtBot, window: MainWindow, scan: SlowScan, listed: ImageFolder) -> None:
    open_listed(qtbot, window, scan, listed.root)
    button(window, "check_cancel").click()
    qtbot.waitUntil(lambda: not window.jobs.is_running("scan"))
    assert "training waits" in text(window, "folder_layout")
    assert window.workspace.folder is not None
    scan.turns.release(10)
    button(window, "check_now").click()
    qtbot.waitUntil(lambda: text(window, "folder_layout") == "Layout: class folders")
    assert window.workspace.folder.is_checked


def test_a_folder_that_can_be_read_in_several_ways_is_asked_about(
        qtbot: QtBot, window: MainWindow, listed: ImageFolder, checked: ImageFolder,
        monkeypatch: pytest.MonkeyPatch) -> None:
    choices = (LayoutChoice("name pattern", "name pattern {class}_*", ("cat", "dog"), 60, name_pattern="{class}_*"),
               LayoutChoice("class folders", "class folders", ("a", "b", "c"), 50))
    asked: list[tuple[Path, ScanOptions]] = []

    def job(root: Path, options: ScanOptions | None, _config: object) -> SlowScan:
        asked.append((root, options or ScanOptions()))
        result = SlowScan([LayoutUnclear(root, choices)] if options is None else events_of(listed, checked))
        result.turns.release(10)
        return result

    monkeypatch.setattr(opening, "_scan_job", job)
    window.open_folder(listed.root)
    page = window.page("data")
    qtbot.waitUntil(page.states.choice.isVisible)
    cards = page.states.choice.cards
    assert [card.objectName() for card in cards] == ["layout_name_pattern", "layout_class_folders", "layout_splits",
                                                     "layout_csv"]
    words = cards[0].findChild(QLabel, "layout_words")
    assert words is not None
    assert words.text() == "2 classes: cat, dog\n60 images"
    take(cards[0])
    qtbot.waitUntil(lambda: window.workspace.folder is not None and window.workspace.folder.is_checked)
    assert asked[-1] == (listed.root, ScanOptions(layout="name pattern", name_pattern="{class}_*"))
    window.rescan()
    assert asked[-1][1].layout == "name pattern", "looking again reads the folder the same way"
    qtbot.waitUntil(lambda: not window.jobs.is_running("scan"))


def take(card: LayoutCard) -> None:
    button = card.findChild(QPushButton, "layout_take")
    assert button is not None
    button.click()


def test_a_list_is_chosen_by_dialog_and_a_pattern_typed(
        qtbot: QtBot, window: MainWindow, scan: SlowScan, listed: ImageFolder, tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch) -> None:
    open_listed(qtbot, window, scan, listed.root)
    scan.turns.release(5)
    qtbot.waitUntil(lambda: not window.jobs.is_running("scan"))
    button(window, "change_layout").click()
    page = window.page("data")
    asked: list[ScanOptions] = []
    page.scan_requested.disconnect()
    page.scan_requested.connect(lambda _root, options: asked.append(options))
    cards = {card.objectName(): card for card in page.states.choice.cards}
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    take(cards["layout_csv"])
    assert asked == []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "labels.csv"), ""))
    take(cards["layout_csv"])
    assert asked[-1] == ScanOptions(layout="csv", csv_file=tmp_path / "labels.csv")
    pattern = cards["layout_name_pattern"].findChild(QLineEdit)
    assert pattern is not None
    pattern.setText(" {class}.# ")
    take(cards["layout_name_pattern"])
    assert asked[-1] == ScanOptions(layout="name pattern", name_pattern="{class}.#")
    page.states.leave()
    assert page.grid.isVisible()


def test_a_folder_with_one_class_is_explained_with_a_drawing(
        qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    root = make_folder(tmp_path / "one", {"cat": 3}, 24)
    window.open_folder(root)
    page = window.page("data")
    qtbot.waitUntil(lambda: page.states.problem.isVisible() or page.states.choice.isVisible(), timeout=10_000)
    if page.states.problem.isVisible():
        assert "class" in page.states.problem.text
        page.states.problem.grab()
    page.states.leave()
    assert button(window, "data_empty_button").isVisible()


def test_what_changed_since_last_time_is_said_and_shown(
        qtbot: QtBot, window: MainWindow, listed: ImageFolder, checked: ImageFolder,
        monkeypatch: pytest.MonkeyPatch) -> None:
    difference = FolderDifference(date(2026, 11, 21), changed=("cat/cat_0001.png", "dog/dog_0002.png"),
                                  removed=("dog/gone.png",))
    scan = SlowScan(events_of(listed, checked, difference))
    scan.turns.release(10)
    monkeypatch.setattr(opening, "_scan_job", lambda *_: scan)
    window.open_folder(listed.root)
    qtbot.waitUntil(lambda: any("since 21 November" in line.text for line in window.messages.lines))
    line = next(line for line in window.messages.lines if "since" in line.text)
    show = next(one for one in line.findChildren(QPushButton) if one.text() == "Show")
    show.click()
    page = window.page("data")
    names = {page.model.row(place).path.name for place in range(page.shown_count)}
    assert names == {"cat_0001.png", "dog_0002.png"}
    assert text(window, "shown_count") == "Changed since last time: 2"


def test_decisions_go_to_a_table_and_come_back(
        qtbot: QtBot, window: MainWindow, checked: ImageFolder, tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = window.workspace
    workspace.open_folder(checked)
    decided = Curation().with_decisions({"cat/cat_0001.png": Decision(excluded=True),
                                         "dog/dog_0001.png": Decision(class_name="=lynx", split="test")})
    workspace.set_curation(decided)
    page, table = window.page("data"), tmp_path / "decisions.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(table), ""))
    page.files.save_decisions()
    qtbot.waitUntil(table.exists)
    page.files.take_back()
    assert workspace.curation.is_empty
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    page.files.load_decisions()
    assert workspace.curation == decided
    window.undo_stack.undo()
    assert workspace.curation.is_empty
    table.write_text("nonsense", encoding="utf-8")
    page.files.load_decisions()
    assert "decisions.csv" in window.messages.lines[0].text
    assert workspace.curation.is_empty
