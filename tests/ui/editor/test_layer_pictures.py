"""Every layer kind has a picture of its own, in the theme's colours, in the palette and beside its settings."""

import itertools

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnstudio.network.edits import AddNode
from cnnstudio.network.registry import layer_kind, layer_kinds
from cnnstudio.torch_network.layer_modules import FACTORIES
from cnnstudio.ui.editor.activation_curves import CURVES
from cnnstudio.ui.editor.layer_pictures import PICTURES, LayerPicture, layer_picture
from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.editor.palette_preview import first_sentence
from cnnstudio.ui.theme import theme


def pixels(kind: str) -> np.ndarray:
    """Return a picture as (88, 212, 4) uint8."""
    image = layer_picture(kind).toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    return np.array(image.constBits()).reshape(image.height(), image.width(), 4).copy()


def test_every_kind_has_a_picture_and_no_other_has(page: NetworkPage) -> None:
    assert set(PICTURES) == set(layer_kinds())


@pytest.mark.parametrize("kind", list(layer_kinds()))
def test_a_picture_shows_something_in_the_familys_colour_away_from_the_border(page: NetworkPage, kind: str) -> None:
    drawn = pixels(kind)
    assert drawn.shape == (88, 212, 4)
    share = (drawn[..., 3] > 40).mean()
    assert 0.01 < share < 0.6
    border = np.concatenate([drawn[0, :, 3], drawn[-1, :, 3], drawn[:, 0, 3], drawn[:, -1, 3]])
    assert not border.any()
    family = theme().family_color(layer_kind(kind).family)
    wanted = np.array([family.red(), family.green(), family.blue()])
    near = np.abs(drawn[..., :3].astype(int) - wanted).max(axis=-1) < 32
    assert (near & (drawn[..., 3] > 60)).sum() > 20


def test_no_two_kinds_have_the_same_picture(page: NetworkPage) -> None:
    drawn = {kind: pixels(kind).astype(int)[..., 3] for kind in layer_kinds()}
    for one, other in itertools.combinations(drawn, 2):
        assert (np.abs(drawn[one] - drawn[other]) > 40).sum() > 30, (one, other)


def test_pictures_follow_the_theme(page: NetworkPage) -> None:
    before = theme().scheme
    try:
        theme().set_scheme("light")
        light = pixels("Conv2d")
        theme().set_scheme("dark")
        assert not np.array_equal(light, pixels("Conv2d"))
    finally:
        theme().set_scheme(before)


@pytest.mark.parametrize("kind", [kind for kind in CURVES if kind != "Maxout"])
def test_a_curve_is_the_function_torch_computes(kind: str) -> None:
    curve = CURVES[kind]
    module = FACTORIES[kind]([(1,)], {**layer_kind(kind).defaults(), "per_channel": False}).double()
    values = torch.linspace(-curve.reach, curve.reach, 41, dtype=torch.float64)
    expected = module(values[:, None])[:, 0].tolist()
    assert [curve.function(value) for value in values.tolist()] == pytest.approx(expected, abs=1e-6)


def test_the_layers_panel_shows_the_picture_of_the_selected_kind(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    assert page.panel.layer.picture.kind == "Conv2d"
    node = page.session.graph.new_node("SqueezeExcitation", 400, 0)
    page.session.push(AddNode(node))
    page.session.select([node.id])
    assert page.panel.layer.picture.kind == "SqueezeExcitation"
    assert page.panel.layer.picture.accessibleName()


def test_the_palettes_picture_follows_pointer_and_keyboard(page: NetworkPage) -> None:
    panel = page.palette_panel
    page.resize(1200, 900)
    page.show()
    QApplication.processEvents()
    assert panel.preview.picture.kind == panel.kinds()[0]
    panel.view.setCurrentIndex(panel.index_of("Flatten"))
    assert panel.preview.picture.kind == "Flatten"
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.preview.picture.kind == "Linear"
    assert panel.preview.words.text().startswith("Also called fully connected")
    index = panel.index_of("Add")
    panel.view.scrollTo(index)
    QTest.mouseMove(panel.view.viewport(), panel.view.visualRect(index).center() + QPoint(1, 0))
    QApplication.processEvents()
    panel.view.entered.emit(index)
    assert panel.preview.picture.kind == "Add"


def test_the_words_of_every_kind_fit_below_its_picture(page: NetworkPage) -> None:
    words = page.palette_panel.preview.words
    page.resize(1200, 900)
    page.show()
    QApplication.processEvents()
    for kind in layer_kinds():
        page.palette_panel.preview.show_kind(kind)
        assert words.heightForWidth(words.width()) <= words.height(), (kind, words.text())


@pytest.mark.parametrize(("text", "first"), [
    ("One. Two.", "One."), ("A rule: more. Then.", "A rule."), ("Alone.", "Alone."), ("At 0.5 it ends. So.",
                                                                                    "At 0.5 it ends.")])
def test_the_first_sentence_ends_at_a_stop_or_a_colon(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_narrow_place_shows_the_whole_picture(qtbot: QtBot) -> None:
    """The border stays empty, as it is in the picture; cut off, it would not."""
    widget = LayerPicture()
    qtbot.addWidget(widget)
    widget.show_kind("Backbone")
    widget.resize(150, widget.height())
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    drawn = np.array(image.constBits()).reshape(image.height(), image.width(), 4)[..., :3].astype(int)
    ground = drawn[0, 0]
    assert (drawn[:, [0, -1]] == ground).all()
    assert (drawn != ground).any()
