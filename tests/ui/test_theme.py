"""The table of colours, what is made of it, and icons that follow it."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cnnstudio.network.registry import layer_kinds
from cnnstudio.ui import icons
from cnnstudio.ui.style_sheet import StyleSheetFiles, style_sheet
from cnnstudio.ui.theme import (
    DARK,
    LIGHT,
    ROLE_NAMES,
    Theme,
    Tokens,
    contrast,
    font,
    load_fonts,
    mixed,
    palette,
    theme,
)

SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
TEXTS = ("text", "quiet", "accent", "good", "warning", "bad")
MARKS = ("train_curve", "val_curve", "strong_line")


@pytest.fixture
def light_again() -> Iterator[Theme]:
    yield theme()
    theme().set_scheme("light")


def test_contrast_of_black_on_white_is_21_and_of_equal_colours_1() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#777777")) == pytest.approx(1)


@SCHEMES
@pytest.mark.parametrize("ground", ["window", "surface"])
def test_every_text_colour_can_be_read_on_every_ground(tokens: Tokens, ground: str) -> None:
    for name in TEXTS:
        assert contrast(QColor(getattr(tokens, name)), QColor(getattr(tokens, ground))) >= 4.5, name


@SCHEMES
def test_marks_and_families_stand_out_from_the_surface(tokens: Tokens) -> None:
    colors = {name: getattr(tokens, name) for name in MARKS} | dict(tokens.family)
    for name, color in colors.items():
        assert contrast(QColor(color), QColor(tokens.surface)) >= 3, name


@SCHEMES
def test_text_on_selected_rows_and_buttons_can_be_read(tokens: Tokens) -> None:
    assert contrast(QColor(tokens.text), QColor(tokens.selection)) >= 4.5
    assert contrast(QColor(tokens.quiet), QColor(tokens.selection)) >= 4.5
    assert contrast(QColor(tokens.on_accent), QColor(tokens.accent)) >= 4.5


@SCHEMES
def test_the_style_sheet_names_no_colour_but_roles_of_the_palette_that_hold_the_tokens(
        qtbot: QtBot, qapp: QApplication, tokens: Tokens) -> None:
    sheet = style_sheet(ROLE_NAMES, StyleSheetFiles())
    assert not re.findall(r"#[0-9a-f]{6}\b", sheet.lower())
    assert "$" not in sheet
    button = QPushButton()
    qtbot.addWidget(button)
    before = qapp.palette()
    qapp.setPalette(palette(tokens))
    for token, role in ROLE_NAMES.items():
        button.setStyleSheet(f"QPushButton {{ border: 0; background: palette({role}) }}")
        button.ensurePolished()
        assert button.grab().toImage().pixelColor(5, 5).name() == getattr(tokens, token).lower(), token
    qapp.setPalette(before)


def test_every_family_of_the_layer_kinds_has_a_colour_in_both_schemes() -> None:
    families = {kind.family for kind in layer_kinds().values()}
    assert families <= set(LIGHT.family)
    assert set(LIGHT.family) == set(DARK.family)


def test_a_change_of_scheme_is_told_once_and_reaches_the_application(
        qtbot: QtBot, qapp: QApplication, light_again: Theme) -> None:
    light_again.set_scheme("light")
    light_again.install(qapp)
    with qtbot.waitSignal(light_again.changed):
        light_again.set_scheme("dark")
    assert light_again.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window.lower()
    with qtbot.assertNotEmitted(light_again.changed):
        light_again.set_scheme("dark")


def test_an_unknown_family_is_quiet(light_again: Theme) -> None:
    assert light_again.family_color("no such family").name() == light_again.color("quiet").name()


def test_readable_on_takes_dark_text_on_light_grounds_and_light_on_dark(light_again: Theme) -> None:
    light_again.set_scheme("light")
    assert light_again.readable_on(QColor("white")).name() == LIGHT.text.lower()
    assert light_again.readable_on(QColor("black")).name() == "#ffffff"


def test_mixing_half_way_gives_the_mean_colour() -> None:
    assert mixed(QColor("#000000"), QColor("#ffffff"), 0.5).red() in (127, 128)


def test_the_bundled_font_is_found_and_has_equally_wide_digits(qapp: QApplication) -> None:
    from PySide6.QtGui import QFontMetricsF

    assert "Inter" in load_fonts()
    metrics = QFontMetricsF(font(13, 600))
    assert metrics.horizontalAdvance("1111") == pytest.approx(metrics.horizontalAdvance("0000"))
    proportional = QFontMetricsF(font(13, 600, tabular=False))
    assert proportional.horizontalAdvance("1111") < proportional.horizontalAdvance("0000")


def test_every_layer_kind_has_an_icon() -> None:
    assert set(layer_kinds()) <= set(icons.names())


def test_every_icon_draws_something_inside_its_square(qapp: QApplication) -> None:
    for name in icons.names():
        image = icons.pixmap(name, 24, "#ff0000").toImage()
        inked = [(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 100]
        assert len(inked) >= 8, name
        assert not any(x in (0, 23) or y in (0, 23) for x, y in inked), f"{name} touches the border"


def test_an_unknown_icon_names_the_table(qapp: QApplication) -> None:
    with pytest.raises(KeyError, match="icon_shapes"):
        icons.pixmap("no such icon")


def test_an_icon_of_a_button_follows_the_scheme(qtbot: QtBot, light_again: Theme) -> None:
    light_again.set_scheme("light")
    button = QToolButton()
    qtbot.addWidget(button)
    icons.set_icon(button, "stop")
    assert _ink(button).name() == LIGHT.text.lower()
    light_again.set_scheme("dark")
    assert _ink(button).name() == DARK.text.lower()


def _ink(button: QToolButton) -> QColor:
    image = button.icon().pixmap(24, 24).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda color: color.alpha())
