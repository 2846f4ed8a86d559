"""Another language while the program runs: every text follows, nothing that was typed or chosen is lost."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.languages import LANGUAGES, PSEUDO
from cnnstudio.ui.actions import PAGES
from cnnstudio.ui.language import SYSTEM, language, resolved
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.rewording import Rewording, Served, ServedTexts
from cnnstudio.ui.settings import Settings
from cnnstudio.ui.shown_texts import shown_texts
from cnnstudio.ui.workers import TRAIN_SLOT
from tests.helpers.images import make_folder
from tests.helpers.open_window import open_window
from tests.helpers.stub_jobs import TrainingStub
from tests.ui.test_main_window import wait_until_checked

NOT_OURS = re.compile(
    r"%p%|[\d\W]*(?:[KMG]?i?B|kB|px|M|k|min|s|Ctrl|F|CC|\W)*[\d\W]*"  # figures with a unit
    r"|English|Dansk|Svenska|Deutsch|CNN Studio|pets – CNN Studio|(?:·  )?tutorial|Training a stub|small"
    r"|cat|dog|pets|cat/.*|class \d|\(Ctrl\+\w\)"
    r"|.*CC BY.*|(?:photos|pets)/.*|.*\.jpg.*|.*\.png.*|/.*|<a .*", re.DOTALL)
"""What is on show and no text of the program: figures, names of files and classes, credits."""


@pytest.fixture(autouse=True)
def _english_before_and_after() -> Iterator[None]:
    language().set_language("en")
    yield
    language().reset()


def furnish(qtbot: QtBot, window: MainWindow, folder: Path, turns: threading.Semaphore) -> TrainingStub:
    """Open a folder, build every page and begin a training that waits for its turns."""
    window.open_folder(folder)
    wait_until_checked(qtbot, window)
    for info in PAGES:
        window.pages.page(info.name)
    wait_until_all_is_said(qtbot, window)
    training = TrainingStub(folder.parent / "run", epochs=2, steps=2, turns=turns)
    window.jobs.start(training, slot=TRAIN_SLOT)
    qtbot.waitUntil(lambda: window.jobs.is_running(TRAIN_SLOT))
    return training


def wait_until_all_is_said(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for all that is worked out about the images: its texts are there or not, in any language."""
    findings = window.page("data").health.list
    qtbot.waitUntil(lambda: findings.is_complete and {job.slot for job in window.jobs.active(with_quiet=True)} <= {
        TRAIN_SLOT}, timeout=30_000)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)     # lines that others took the place of
    assert findings.lines


def texts(part: QWidget) -> dict[str, str]:
    """Return every text of a part of the window by its place, without recent folders and figures, which change."""
    return {f"{place}#{number}": re.sub(r"\d[\d.,]*", "0", words).replace("⟦CNN Studio~~~~⟧", "CNN Studio")
            for place, widget in places(part, "")
            if not any(name in place for name in ("ecent", "augment_caption", "status_job"))  # and how far a job is
            for number, shown in enumerate(shown_texts(widget))
            if (words := shown.read()) and "Recent folders" not in words}


def places(widget: QWidget, above: str) -> Iterator[tuple[str, QWidget]]:
    """Yield a widget and those in it, each with where it stands."""
    own = f"{above} > {type(widget).__name__} {re.sub('plot_.*', 'plot', widget.objectName())}"
    yield own, widget
    for number, inner in enumerate(one for one in widget.children() if isinstance(one, QWidget)):
        yield from places(inner, f"{own} {number}")


def test_after_the_change_every_text_is_that_of_a_window_started_so_and_the_training_goes_on(
        qtbot: QtBot, own_folders: Path, tmp_path: Path) -> None:
    folder, turns = make_folder(tmp_path / "pets", {"cat": 8, "dog": 8}, 24), threading.Semaphore(0)
    with open_window(qtbot, own_folders / "runs") as window:
        training = furnish(qtbot, window, folder, turns)
        typed = next(field for field in window.page("runs").findChildren(QLineEdit) if field.placeholderText())
        typed.setText("Train")  # also a word of the program
        chosen = {box: box.currentIndex() for box in window.findChildren(QComboBox)}
        english = texts(window)
        window.speaking.speak(PSEUDO)
        language().finish()
        wait_until_all_is_said(qtbot, window)
        changed = texts(window)
        assert window.jobs.is_running(TRAIN_SLOT)
        assert typed.text() == "Train"
        assert {box: box.currentIndex() for box in window.findChildren(QComboBox)} == chosen
        window.speaking.speak("en")
        language().finish()
        wait_until_all_is_said(qtbot, window)
        back = texts(window)
        turns.release(100)
        qtbot.waitUntil(lambda: not window.jobs.is_running(TRAIN_SLOT), timeout=10_000)
        assert training.steps_done == 4
    language().set_language(PSEUDO)
    language().finish()
    with open_window(qtbot, own_folders / "runs") as window:
        turns = threading.Semaphore(0)
        furnish(qtbot, window, folder, turns)
        started = texts(window)
        turns.release(100)
    assert len(started) > 1000
    assert different(changed, started) == []
    assert different(back, english) == []
    assert untranslated(started) == []
    assert sum(changed.get(key) != text for key, text in english.items()) > 1000


def test_a_text_that_nobody_translates_is_noticed(qtbot: QtBot) -> None:
    language().set_language(PSEUDO)
    part = QWidget()
    qtbot.addWidget(part)
    QLabel("A sentence nobody translates", part)
    QLabel(part.tr("A sentence"), part)
    QLabel("12.5 MB", part)
    assert untranslated(texts(part)) == ["A sentence nobody translates"]


def different(some: dict[str, str], others: dict[str, str]) -> list[tuple[str, str | None, str]]:
    return [(key.rpartition(" > ")[2], some.get(key), text) for key, text in others.items() if some.get(key) != text]


def untranslated(found: dict[str, str]) -> list[str]:
    """Return the texts that are in no brackets and are not data."""
    return sorted({text for text in found.values() if "⟦" not in text and not NOT_OURS.fullmatch(text)})


def clipped(part: QWidget) -> list[str]:
    """Return the buttons and labels of one line that are seen and narrower than their text."""
    return [f"{type(widget).__name__} {widget.objectName()} {widget.text()!r}"
            for widget in part.findChildren(QWidget)
            if isinstance(widget, (QPushButton, QToolButton, QLabel)) and widget.isVisible() and is_clipped(widget)]


def is_clipped(widget: QPushButton | QToolButton | QLabel) -> bool:
    if isinstance(widget, QLabel) and (widget.wordWrap() or type(widget) is not QLabel):
        return False  # wraps, or gives way with dots and has the whole as its tool tip
    return bool(widget.text()) and widget.width() < widget.minimumSizeHint().width()


def test_no_button_or_label_of_a_quiet_page_is_clipped_when_texts_are_longer(qtbot: QtBot, own_folders: Path) -> None:
    language().set_language(PSEUDO)
    with open_window(qtbot, own_folders / "runs") as window:
        for name in ("welcome", "data", "runs"):
            window.show_page(name)
            QCoreApplication.processEvents()
            assert clipped(window) == [], name
        narrow = QLabel("A text that has no room at all", window)
        narrow.setGeometry(0, 0, 10, 20)
        narrow.show()
        assert len(clipped(window)) == 1


def test_the_menu_names_each_language_in_itself_and_the_choice_is_remembered(
        window: MainWindow, own_folders: Path) -> None:
    titles = [action.text() for action in window.header.languages.actions()]
    assert titles == ["As the system", "English", "Dansk", "Svenska", "Deutsch"]
    try:
        window.header.languages.actions()[-1].trigger()
        assert language().code == "de"
        assert window.settings.language == "de"
        window.settings.save()
        assert Settings().language == "de"
        checked = [action.text() for action in window.header.languages.actions() if action.isChecked()]
        assert checked == ["Deutsch"]
    finally:
        window.speaking.speak(SYSTEM)


def test_a_language_nobody_knows_is_english() -> None:
    assert resolved("tlh") == "en"
    assert [resolved(info.code) for info in LANGUAGES] == [info.code for info in LANGUAGES]


def reworded(words: str, **translations: str) -> str:
    """Reword what was given out in English into a language of capital letters, unless told otherwise."""
    served = ServedTexts()
    for text in ("Train", "{count} images", "{name}: {value}", "Open {what} again", "Rotate (degrees)"):
        served.add(text, Served("here", text))
    capitals = {"{count} images": "IMAGES: {count}", "Open {what} again": "AGAIN {what} OPEN", **translations}
    return Rewording(served, lambda _context, text: capitals.get(text, text.upper())).text(words)


@pytest.mark.parametrize(("english", "other"), [
    ("Train", "TRAIN"),
    ("12 images", "IMAGES: 12"),
    ("Open 12 images again", "AGAIN IMAGES: 12 OPEN"),
    ("Train (F5)", "TRAIN (F5)"),
    ("Train · 3 images", "TRAIN · IMAGES: 3"),
    ("<qt>Train &amp; test</qt>", "<qt>Train &amp; test</qt>"),
    ("<qt>Open a&lt;b again</qt>", "<qt>AGAIN a&lt;b OPEN</qt>"),
    ("Rotate", "ROTATE"),
    ("my_train_folder", "my_train_folder"),
    ("0.95", "0.95"),
])
def test_a_text_is_found_again_whole_filled_in_or_in_parts_and_data_stays(english: str, other: str) -> None:
    assert reworded(english) == other


def test_what_is_made_after_a_change_is_left_as_it_is(qtbot: QtBot) -> None:
    before = QLabel(QCoreApplication.translate("actions", "Train"))
    qtbot.addWidget(before)
    language().set_language(PSEUDO)
    later = QLabel("⟦Train, or do not.⟧")  # as if a text of the new language held one of the old
    qtbot.addWidget(later)
    language().finish()
    assert before.text().startswith("⟦Train")
    assert later.text() == "⟦Train, or do not.⟧"
