"""The tab of layers and the card of verdicts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from cnnstudio.training.events import EpochEnded, LayerFigures
from cnnstudio.training.judgement import Verdict
from cnnstudio.ui.theme import theme
from cnnstudio.ui.training.layer_model import (
    DEAD_CHANNELS,
    GRADIENT,
    LEVELS,
    MOVED,
    NAME,
    STRIP,
    LayerModel,
    level,
    short_number,
    short_percent,
)
from cnnstudio.ui.training.layers_panel import LayersPanel
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.training.verdict_card import VerdictCard

CONVOLUTION = LayerFigures("Conv2d 1", 10.0, 1.0, update_ratio=0.0123, weights=1280)
RELU = LayerFigures("ReLU 1", dead_share=0.25, channels=16)
DENSE = LayerFigures("Linear 1", 2.0, 1.0, update_ratio=0.5, weights=20)


def epoch(number: int, *layers: LayerFigures) -> EpochEnded:
    return EpochEnded(number, 1.0, 0.5, 1.0, 0.5, 0.1, 100.0, 1.0, is_best=True, layers=layers)


def texts(model: LayerModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in (NAME, GRADIENT, MOVED, DEAD_CHANNELS)]


@pytest.fixture
def panel(qtbot: QtBot) -> LayersPanel:
    panel = LayersPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 400)
    panel.show()
    return panel


def test_the_figures_of_the_last_epoch_stand_beside_the_strip(panel: LayersPanel) -> None:
    panel.add_epoch(epoch(1, replace(CONVOLUTION, gradient_norm=9.0), RELU, DENSE))
    panel.add_epoch(epoch(2, CONVOLUTION, RELU, DENSE))
    assert texts(panel.model, 0) == ["Conv2d 1", "0.1", "1.2 %", ""]
    assert texts(panel.model, 1) == ["ReLU 1", "", "", "25 %"]
    assert texts(panel.model, 2) == ["Linear 1", "0.5", "50 %", ""]
    assert panel.model.epochs == 2


def test_the_caption_names_the_epochs_also_after_earlier_ones_without_figures(panel: LayersPanel) -> None:
    for row in (epoch(1), epoch(2, DENSE), epoch(3, DENSE)):
        panel.add_epoch(row)
    panel._throttle.flush()
    assert "in epochs 2 to 3: " in panel.table.accessibleDescription()


def test_what_is_shown_first_says_what_will_be_seen(panel: LayersPanel) -> None:
    assert panel.findChild(object, "no_layers").isVisible()
    panel.add_epoch(epoch(1))
    assert panel.findChild(object, "no_layers").isVisible(), "a run of an earlier version has no figures"
    panel.add_epoch(epoch(1, CONVOLUTION))
    assert panel.table.isVisible()
    panel.begin()
    assert not panel.table.isVisible()


@pytest.mark.parametrize(("gradient", "expected"), [
    (0.0, 0), (1e-6, 0), (1e-9, 0), (10.0, LEVELS - 1), (1e5, LEVELS - 1), (10 ** -2.5, 50), (1.0, 85)])
def test_the_scale_of_the_strips_is_logarithmic(gradient: float, expected: int) -> None:
    assert level(LayerFigures("x", 2.0, 2 * gradient, weights=1)) == pytest.approx(expected, abs=1)


def test_a_strip_is_painted_stronger_where_the_gradient_was_larger(panel: LayersPanel) -> None:
    for number, gradient in enumerate((1e-5, 1e-5, 1.0, 1.0), start=1):
        panel.add_epoch(epoch(number, replace(CONVOLUTION, gradient_norm=10 * gradient)))
    panel._throttle.flush()
    table = panel.table
    area = table.visualRect(panel.model.index(0, STRIP))
    image: QImage = table.viewport().grab(area).toImage()
    ground = theme().color("surface")
    strength = [sum(abs(one - other) for one, other in zip(
        image.pixelColor(round(share * image.width()), image.height() // 2).getRgb(), ground.getRgb(), strict=True))
        for share in (0.2, 0.8)]
    assert strength[0] + 100 < strength[1]


def test_layers_in_trouble_have_a_sign_and_say_why(panel: LayersPanel) -> None:
    panel.add_epoch(epoch(1, replace(CONVOLUTION, gradient_norm=1e-6), replace(RELU, dead_share=0.75),
                          replace(DENSE, name="Linear 0", is_alike=True), DENSE))
    panel._throttle.flush()
    signs = [panel.model.index(row, NAME).data(Qt.ItemDataRole.DecorationRole) is not None for row in range(4)]
    assert signs == [True, True, True, False]
    assert "hardly learns" in panel.model.index(0, NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert "12 of 16 channels" in panel.model.index(1, NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert "Look at Conv2d 1, ReLU 1, Linear 0" in panel.table.accessibleDescription()


def test_a_thousand_epochs_of_fifty_layers_are_kept_and_drawn_at_once(panel: LayersPanel, qtbot: QtBot) -> None:
    layers = [replace(CONVOLUTION, name=f"Conv2d {number}") for number in range(50)]
    for number in range(1, 1001):
        panel.add_epoch(epoch(number, *layers))
    panel._throttle.flush()
    assert panel.model.epochs == 1000
    assert panel.model.rowCount() == 50
    assert not panel.table.grab().isNull()


@pytest.mark.parametrize(("number", "text"), [
    (0, "0"), (0.034, "0.034"), (0.25, "0.25"), (12.53, "12.5"), (3.5e-8, "3.5·10⁻⁸"), (52_000, "5.2·10⁴")])
def test_numbers_are_short(number: float, text: str) -> None:
    assert short_number(number) == text


@pytest.mark.parametrize(("share", "text"), [
    (0, "0 %"), (0.254, "25 %"), (0.0123, "1.2 %"), (0.00013, "0.013 %"), (1e-7, "< 0.001 %")])
def test_shares_are_short(share: float, text: str) -> None:
    assert short_percent(share) == text


FIRST = Verdict("dead_relus", "Dead ReLUs", "in ReLU 1, 75.0 % are dead.", "Try a smaller learning rate.")
SECOND = Verdict("guessing", "No better than guessing", "it is 10.0 %.", "Check the labels.")


def test_the_card_shows_the_first_verdict_and_unfolds_the_others(qtbot: QtBot) -> None:
    card = VerdictCard()
    qtbot.addWidget(card)
    card.show_verdicts((FIRST, SECOND))
    more = card.findChild(QToolButton, "more_verdicts")
    assert card.text == FIRST.text
    assert (more.text(), more.isVisible()) == ("1 more", True)
    other = card.findChild(object, "verdict_2_evidence")
    assert not other.isVisible()
    more.click()
    assert other.isVisible()
    assert other.text() == "It is 10.0\N{NO-BREAK SPACE}%."
    card.show_verdicts((FIRST,))
    assert not other.isVisible()
    assert not more.isVisible()


def test_the_card_hides_when_it_is_too_early(qtbot: QtBot) -> None:
    card = VerdictCard()
    qtbot.addWidget(card)
    card.show_verdicts((FIRST,))
    card.show_verdicts((Verdict("too_early"),))
    assert (card.text, card.isVisible()) == ("", False)


def test_the_page_has_a_tab_of_layers(page: TrainPage) -> None:
    tabs = page.findChild(object, "train_tabs")
    assert [tabs.tabText(number) for number in range(tabs.count())] == ["Curves", "Results", "Layers"]
    page.layers.add_epoch(epoch(1, CONVOLUTION))
    assert page.layers.model.layers == (CONVOLUTION,)
