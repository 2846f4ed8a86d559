"""In every language each text has room: on all pages and their tabs, and in the dialogs, in a window of 1280 × 800."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QScrollArea, QTabBar, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.languages import LANGUAGES, PSEUDO
from cnnstudio.network.registry import layer_kinds
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.events import TrainingFinished, TrainingStarted
from cnnstudio.ui.dialog_size import FRAME_PX
from cnnstudio.ui.editor.parameter_form import ParameterForm
from cnnstudio.ui.elided_button import ElidedButton, led_tip
from cnnstudio.ui.elided_choice import ElidedChoice
from cnnstudio.ui.language import language
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.training.page_columns import PageColumns
from cnnstudio.ui.training.progress_panel import ProgressPanel
from cnnstudio.ui.training.session import SessionState
from cnnstudio.ui.welcome import SampleCard, WelcomePage
from tests.helpers.clipped_texts import clipped, out_of_reach, squeezed
from tests.helpers.dialogs_on_show import dialog_makers
from tests.helpers.open_window import open_window
from tests.helpers.runs import SmallRun

CODES = (*(info.code for info in LANGUAGES), PSEUDO)
SCREEN_PX = QSize(1280, 800)
BEAMER_PX = (765, 460)
"""What such a screen leaves of a page, beside the rail, where everything is drawn half as large again."""
SETTINGS_PX = 284
"""What the editor's right column leaves for the settings of a layer."""
PAGES = ("welcome", "data", "network", "train", "look", "runs")


@pytest.fixture(params=CODES)
def speaking(request: pytest.FixtureRequest) -> Iterator[str]:
    """Speak one language after the other."""
    language().set_language(request.param)
    yield request.param
    language().reset()


def in_every_tab(part: QWidget) -> Iterator[str]:
    """Yield what is cut in ``part``, with each of its tabs in front in turn; as Qt names the tab."""
    yield from clipped(part)
    for bar in part.findChildren(QTabBar):
        first = bar.currentIndex()
        for number in range(bar.count()):
            if bar.isVisible() and bar.isTabVisible(number) and bar.isTabEnabled(number):
                bar.setCurrentIndex(number)
                settle()
                yield from (f"{bar.tabText(number)}: {cut}" for cut in clipped(part))
        bar.setCurrentIndex(first)


def beyond_the_screen(dialog: QWidget) -> Iterator[str]:
    """Yield how large a dialog is that a screen of 1280 × 800 does not show whole."""
    if dialog.size().boundedTo(SCREEN_PX - FRAME_PX) != dialog.size():
        yield f"{dialog.width()} × {dialog.height()}"


def has_answered(window: MainWindow) -> bool:
    """Whether Look inside shows its first map."""
    return window.page("look").presenter.newest is not None


def settle() -> None:
    """Have layouts and what is drawn follow; layouts last, for a job may say something new at any time."""
    for _ in range(3):
        QCoreApplication.processEvents()
    for _ in range(3):  # from the inside to the outside
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def test_settings_of_every_kind_of_layer_are_no_wider_than_their_panel(qtbot: QtBot, speaking: str) -> None:
    wide = []
    for kind in layer_kinds().values():
        form = ParameterForm(kind)
        qtbot.addWidget(form)
        form.resize(SETTINGS_PX, 600)
        form.show()
        if form.minimumSizeHint().width() > SETTINGS_PX:
            wide.append((kind.name, form.minimumSizeHint().width()))
    assert speaking == PSEUDO or wide == []


def test_what_is_said_of_a_training_has_the_height_it_needs_in_its_column(qtbot: QtBot, speaking: str) -> None:
    columns, panel = PageColumns(), ProgressPanel()
    qtbot.addWidget(columns)
    columns.put_right(panel)
    columns.resize(1180, 700)
    columns.show()
    panel.set_state(SessionState.FINISHED)
    panel.show_started(TrainingStarted("cpu", 16, 25, 3, 84, 20, precision="bfloat16"))
    for words in (3, 24, 12):   # the text of a card that is there already gets longer and shorter
        panel.show_end(TrainingFinished("finished", 25, 22, 5.0, " ".join(["lowest"] * words)))
        settle()
        assert squeezed(panel) == []
        assert shortened(panel) == []
        assert speaking == PSEUDO or clipped(panel) == []


def shortened(part: QWidget) -> list[tuple[str, int, int]]:
    """Return the visible parts in ``part`` that are lower than they need to be at their width."""
    return [(widget.objectName(), widget.height(), widget.heightForWidth(widget.width()))
            for widget in part.findChildren(QWidget)
            if widget.isVisible() and widget.height() < widget.heightForWidth(widget.width())]


def test_no_text_of_a_page_is_cut(qtbot: QtBot, small_run: SmallRun, speaking: str) -> None:
    cut = set()
    with open_window(qtbot, small_run.runs) as window:
        window.workspace.open_folder(small_run.folder)
        window.workspace.runs.open(RunFolder.load(Path(small_run.path)))
        for name in PAGES:
            window.show_page(name)
            if name == "look":
                qtbot.waitUntil(partial(has_answered, window), timeout=60_000)
            settle()
            beyond = out_of_reach(window) if speaking != PSEUDO else ()  # the columns are wide enough for real words
            cut |= {f"{speaking} {name}: {text}" for text in (*in_every_tab(window), *beyond)}
    assert sorted(cut) == []


def test_no_text_of_a_dialog_is_cut(qtbot: QtBot, small_run: SmallRun, speaking: str, window: MainWindow,
                                    tmp_path: Path) -> None:
    window.workspace.open_folder(small_run.folder)
    cut = []
    for name, make in dialog_makers(window, small_run, tmp_path):
        dialog = make()
        dialog.show()
        settle()
        found = (*in_every_tab(dialog), *squeezed(dialog), *out_of_reach(dialog), *beyond_the_screen(dialog))
        cut += [f"{speaking} {name}: {text}" for text in found]
        dialog.close()
    assert cut == []


@pytest.mark.parametrize("speaking", [info.code for info in LANGUAGES], indirect=True)  # real words fit the cards
def test_the_samples_fit_beside_each_other_for_a_beamer(qtbot: QtBot, speaking: str) -> None:
    page = WelcomePage()
    qtbot.addWidget(page)
    page.resize(*BEAMER_PX)
    page.show()
    settle()
    assert page.horizontalScrollBar().maximum() == 0
    cards = page.findChildren(SampleCard)
    assert len({card.height() for card in cards}) == 1
    assert [text for card in cards for text in squeezed(card)] == []
    assert all(words.geometry().bottom() < card.height() for card in cards for words in card.findChildren(QLabel))


def test_a_text_without_room_is_noticed(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    part.resize(400, 300)
    for text, kind in (("A label that has no room", QLabel), ("A button that has no room", QPushButton),
                       ("A button that gives way", ElidedButton)):
        narrow = kind(text, part)
        narrow.setGeometry(0, 0, 40, 24)
    tree = QTreeWidget(part)
    tree.setHeaderLabels(["A heading that has no room", "b"])
    tree.header().resizeSection(0, 40)
    tree.setGeometry(0, 60, 300, 60)
    part.show()
    assert sorted(text.partition(" ")[0] for text in clipped(part)) == ["QHeaderView", "QLabel", "QPushButton"]


def test_lines_and_areas_without_room_are_noticed(qtbot: QtBot) -> None:
    part = QWidget()
    qtbot.addWidget(part)
    part.resize(400, 300)
    for place, height in ((0, 200), (100, 20)):
        lines = QLabel("words that need several lines where they are so narrow", part)
        lines.setObjectName(f"at {place}")
        lines.setWordWrap(True)
        lines.setGeometry(place, 0, 100, height)
    for place, width in ((0, 300), (150, 90)):
        area, held = QScrollArea(part), QWidget()
        area.setObjectName(f"for {width}")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        held.resize(width, 20)
        area.setWidget(held)
        area.setGeometry(place, 210, 120, 60)
    part.show()
    assert [text.partition(" 'w")[0] for text in squeezed(part)] == ["at 100"]
    assert [text.partition(":")[0] for text in out_of_reach(part)] == ["for 300"]


def test_a_button_that_gives_way_keeps_its_whole_text(qtbot: QtBot) -> None:
    button = ElidedButton("Try several settings at once")
    qtbot.addWidget(button)
    button.show()
    assert not button.is_elided
    wish = button.sizeHint().width()
    button.resize(90, 30)
    assert button.is_elided
    assert button.text() == "Try several settings at once"
    assert button.sizeHint().width() == wish
    button.resize(wish, 30)
    assert not button.is_elided


def test_a_choice_that_gives_way_has_the_whole_before_its_tip(qtbot: QtBot) -> None:
    choice = ElidedChoice()
    qtbot.addWidget(choice)
    choice.addItem("The largest loss first of all")
    choice.resize(90, 30)
    choice.show()
    assert choice.is_elided
    assert led_tip(choice.currentText(), "<qt>Sort &amp; filter</qt>") == (
        "<qt>The largest loss first of all<br>Sort &amp; filter</qt>")
    choice.resize(choice.sizeHint().width() + 40, 30)
    assert not choice.is_elided


@pytest.mark.parametrize("code", [info.code for info in LANGUAGES if info.code != "en"])
def test_qts_own_buttons_speak_the_language(qtbot: QtBot, code: str) -> None:
    def texts() -> list[str]:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save
                               | QDialogButtonBox.StandardButton.Discard)
        qtbot.addWidget(box)
        return [button.text().replace("&", "") for button in box.buttons()]

    language().set_language("en")
    english = set(texts())
    language().set_language(code)
    try:
        assert not english & set(texts())
    finally:
        language().reset()
