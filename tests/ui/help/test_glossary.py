"""The glossary is searched, read, followed from term to term, in both schemes and every language."""

import time

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.languages import PSEUDO
from cnnstudio.ui.help.glossary.dialog import GlossaryDialog
from cnnstudio.ui.help.glossary.figure_painter import number, paint_figure
from cnnstudio.ui.help.glossary.figures import figure_of
from cnnstudio.ui.help.glossary.terms import TERMS, both_titles, term, title_of
from cnnstudio.ui.inspector.image_input import to_pixels
from cnnstudio.ui.language import language
from cnnstudio.ui.theme import theme

WIDTH, HEIGHT = 600, 250


@pytest.fixture
def glossary(qtbot: QtBot) -> GlossaryDialog:
    result = GlossaryDialog()
    qtbot.addWidget(result)
    result.show()
    return result


def listed(glossary: GlossaryDialog) -> list[str]:
    return [glossary.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(glossary.list.count())]


def drawn(name: str, scale: float = 1.0) -> QImage:
    """Return an entry's picture as it is painted at a scale."""
    image = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(theme().color("surface"))
    painter = QPainter(image)
    paint_figure(painter, figure_of(name), QRectF(12, 12, WIDTH - 24, HEIGHT - 12))
    painter.end()
    image.setDevicePixelRatio(1)
    return image


def test_all_terms_are_listed_and_letters_find_them(glossary: GlossaryDialog) -> None:
    assert sorted(listed(glossary)) == sorted(one.name for one in TERMS)
    QTest.keyClicks(glossary.search, "xavier")
    assert listed(glossary)[0] == "xavier", "the title counts before the explanation"
    assert glossary.name == "xavier"
    glossary.search.setText("backpropagation")
    assert listed(glossary) == ["gradient"], "a word of the explanation"
    glossary.search.setText("zzz")
    assert listed(glossary) == []
    assert glossary.nothing.isVisible()
    glossary.search.clear()
    assert len(listed(glossary)) == len(TERMS)
    assert not glossary.nothing.isVisible()


def test_terms_lead_to_each_other_by_keyboard(glossary: GlossaryDialog) -> None:
    glossary.show_term("convolution")
    assert glossary.formula.isVisible()
    assert "Σ" in glossary.formula.text()
    related = glossary.findChild(QPushButton, "related_stride")
    assert related.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(related, Qt.Key.Key_Space)
    assert glossary.name == "stride"
    assert glossary.picture.name == "stride"
    assert glossary.title.text() == "Stride"
    glossary.search.setText("relu")
    glossary.show_term("seed")
    assert glossary.name == "seed", "a term that the search leaves out is shown all the same"


def test_another_language_has_the_english_word_beside_its_own(english: None, glossary: GlossaryDialog) -> None:
    glossary.show_term("learning_rate")
    language().set_language("de")
    language().finish()
    assert glossary.title.text() == "Lernrate (learning rate)"
    assert both_titles("dropout") == "Dropout", "one word stands once"
    assert glossary.name == "learning_rate"
    glossary.search.setText("stride")
    assert "stride" in listed(glossary), "it is found by its English name"
    language().set_language(PSEUDO)
    language().finish()
    assert glossary.text.text().startswith("⟦")
    assert all(glossary.list.item(row).text().startswith("⟦") for row in range(glossary.list.count()))


def test_no_word_is_hidden_and_related_terms_are_others() -> None:
    names = {one.name for one in TERMS}
    assert len({one.title.casefold() for one in TERMS}) == len(TERMS)
    for one in TERMS:
        assert 60 < len(one.text) <= 480, one.name
        assert one.text.endswith((".", ".)")), one.name
        assert set(one.related) <= names - {one.name}, one.name
        assert one.related or one.name == "kernel", one.name
    assert title_of("grad_cam") == term("grad_cam").title == "Grad-CAM"


@pytest.mark.parametrize("name", [one.name for one in TERMS])
def test_each_picture_is_drawn_in_both_schemes_and_inside_its_place(name: str) -> None:
    theme().set_scheme("light")
    light = drawn(name)
    theme().set_scheme("dark")
    dark = drawn(name)
    theme().set_scheme("light")
    ground = [theme().color("surface").red(), theme().color("surface").green(), theme().color("surface").blue()]
    pixels = to_pixels(light)
    assert (pixels != ground).any(axis=-1).mean() > 0.01, "something is drawn"
    assert (pixels[:, :3] == ground).all(), "nothing at the left edge is cut off"
    assert (pixels[:, -3:] == ground).all(), "nothing at the right edge is cut off"
    assert light != dark


@pytest.mark.parametrize("name", ["convolution", "momentum", "softmax"])
def test_a_picture_is_as_sharp_at_200_percent(name: str) -> None:
    """A picture that was enlarged has no more edges than the small one; one that is drawn anew has finer ones."""
    small, large = to_pixels(drawn(name)).astype(float), to_pixels(drawn(name, 2.0)).astype(float)
    enlarged = small.repeat(2, axis=0).repeat(2, axis=1)
    assert large.shape == enlarged.shape
    assert np.abs(large - enlarged).mean() > 0.5
    assert np.abs(large - enlarged).mean() < 20, "but it shows the same"


def test_a_picture_is_ready_within_a_blink() -> None:
    figure_of("kernel")  # the photograph is read once, by the first picture that shows it
    for name in (one.name for one in TERMS):
        figure_of.cache_clear()
        begin = time.thread_time()
        drawn(name)
        assert time.thread_time() - begin < 0.05, name


def test_numbers_have_a_real_minus_and_no_minus_zero() -> None:
    assert number(-0.2, 1) == "−0.2"
    assert number(-0.001, 1) == "0"
    assert number(2.375, 3) == "2.375"


def test_related_terms_that_do_not_fit_go_to_the_next_row(glossary: GlossaryDialog) -> None:
    glossary.setStyleSheet("QPushButton { font-size: 24px; }")  # as on a projector
    glossary.show_term("seed")
    buttons = [glossary.findChild(QPushButton, f"related_{name}") for name in term("seed").related]
    rows = [rows_of(glossary, buttons, width) for width in (1400, 560)]
    assert len(rows[0]) == 1 < len(rows[1])


def rows_of(glossary: GlossaryDialog, buttons: list[QPushButton], width: int) -> set[int]:
    """Return where the rows of buttons begin in a window of a width; every button is seen whole."""
    glossary.resize(width, 640)
    QTest.qWait(0)
    for button in buttons:
        assert button.geometry().right() < button.parentWidget().width(), width
        assert button.width() >= button.minimumSizeHint().width(), width
    return {button.y() for button in buttons}
