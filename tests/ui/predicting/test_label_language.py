"""The queue in another language: every text follows the change, none is forgotten, and longer words fit."""

import re

import pytest
from PySide6.QtCore import Qt

from cnnstudio.languages import PSEUDO
from cnnstudio.ui.language import language
from cnnstudio.ui.predicting.label_window import LabelWindow
from tests.helpers.clipped_texts import clipped
from tests.helpers.predictions import make_pictures, predicted
from tests.ui.test_language import different, texts, untranslated

DATA = re.compile(r"(<qt>)?\d+: \d+, [\d. ]+%(</qt>)?|img\d+\.?png|\d+: 0 0 %|<qt>\d+: 0 0 %</qt>")
"""Keys with names of classes and figures; names of files."""


@pytest.fixture(autouse=True)
def _english_before_and_after():
    language().set_language("en")
    yield
    language().reset()


def words_of(labels):
    """Return what is on show, without what a field says of itself to a screen reader once it had the focus."""
    return {place: text for place, text in texts(labels).items() if "label_order" not in place or "\n" not in text}


def shown(qtbot, window, out, *, ended):
    """Open the queue; at its end, or asking about the second image."""
    labels = LabelWindow(out, 0.9, window.jobs, window)
    labels.show()
    qtbot.waitUntil(lambda: labels.queue is not None, timeout=10_000)
    qtbot.waitUntil(labels.view._accept.isEnabled, timeout=10_000)
    if labels.queue.labelled < 1:
        qtbot.keyClick(labels.view.picture, Qt.Key.Key_2)
    if ended:
        labels.show_ending()
        qtbot.waitUntil(labels.ending._good.isVisible, timeout=10_000)
    return labels


@pytest.mark.parametrize("classes", [3, 12])
@pytest.mark.parametrize("ended", [False, True])
def test_every_text_of_the_queue_follows_and_fits(qtbot, window, tmp_path, classes, ended):
    folder = make_pictures(tmp_path / "new", 3)
    rows = [[0.4, *[0.6 / (classes - 1)] * (classes - 1)]] * 3
    names = [f"{number}" for number in range(classes)]
    out = predicted(tmp_path / "out", folder, rows, names)
    labels = shown(qtbot, window, out, ended=ended)
    english = words_of(labels)
    window.speaking.speak(PSEUDO)
    language().finish()
    changed = words_of(labels)
    window.speaking.speak("en")
    language().finish()
    assert different(words_of(labels), english) == []
    labels.close()
    language().set_language(PSEUDO)
    again = shown(qtbot, window, out, ended=ended)
    begun = words_of(again)
    assert different(changed, begun) == []
    assert {text for text in untranslated(begun) if not DATA.fullmatch(text)} == set()
    assert clipped(again) == []
    again.close()
    qtbot.waitUntil(lambda: not window.jobs.active(with_quiet=True), timeout=10_000)
