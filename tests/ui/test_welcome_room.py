"""The three samples fit beside each other on a small screen where everything is half as large again."""

import pytest
from PySide6.QtWidgets import QLabel

from cnnstudio.ui.language import language
from cnnstudio.ui.welcome import SampleCard, WelcomePage

ROOM_PX = (765, 460)
"""What a screen of 1280 x 800 leaves of one and a half times the size beside the rail."""


@pytest.mark.parametrize("name", ["en", "da", "sv", "de"])
def test_the_cards_fit_and_show_all_their_words(qtbot, request, name):
    language().set_language(name)
    request.addfinalizer(language().reset)
    page = WelcomePage()
    qtbot.addWidget(page)
    page.resize(*ROOM_PX)
    page.show()
    qtbot.waitUntil(lambda: page.widget().width() > 0)
    assert page.horizontalScrollBar().maximum() == 0
    cards = page.findChildren(SampleCard)
    assert len({card.height() for card in cards}) == 1
    for words in (words for card in cards for words in card.findChildren(QLabel)):
        assert words.height() >= words.heightForWidth(words.width()), words.text()
