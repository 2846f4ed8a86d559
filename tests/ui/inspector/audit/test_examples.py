"""Tests of the small pictures of a class card: whose they are, how many, and that they appear."""

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from cnnstudio.ui.inspector.audit.class_card import ClassCardView
from cnnstudio.ui.inspector.audit.examples import MOST, Examples
from tests.helpers.audits import small_card

COLORS = [(200, 0, 0), (0, 200, 0), (0, 0, 200), (200, 200, 0), (0, 200, 200), (200, 0, 200), (90, 90, 90)]


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """Give seven files of one colour each."""
    files = [tmp_path / f"{number}.png" for number in range(len(COLORS))]
    for file, color in zip(files, COLORS, strict=True):
        Image.new("RGB", (80, 80), color).save(file)
    return files


def color_at(row: Examples, place: int) -> tuple[int, int, int]:
    """Return what is seen in the middle of a picture: 64 pixels each, 6 between them."""
    return row.grab().toImage().pixelColor(place * 70 + 32, 32).getRgb()[:3]


def test_the_first_five_images_appear_in_their_order(qtbot: QtBot, paths: list[Path]) -> None:
    row = Examples(paths, "cat, feature 1")
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    row.show()
    assert color_at(row, 4) != COLORS[4]   # nothing is decoded before it is looked at
    qtbot.waitUntil(lambda: [color_at(row, place) for place in range(MOST)] == COLORS[:MOST])
    assert row.width() == 5 * 64 + 4 * 6
    assert row.accessibleName() == "cat, feature 1: 0.png, 1.png, 2.png, 3.png, 4.png"


def test_a_file_that_is_gone_shows_a_sign_and_the_others_appear(qtbot: QtBot, paths: list[Path]) -> None:
    paths[0].unlink()
    row = Examples(paths[:2], "cat")
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    row.show()
    qtbot.waitUntil(lambda: color_at(row, 1) == COLORS[1])


def test_every_group_and_feature_of_a_class_shows_its_own_images(qtbot: QtBot, paths: list[Path]) -> None:
    card = small_card(0)
    view = ClassCardView(card, "cat", paths)
    qtbot.addWidget(view)
    shown = [[row.model.row(place).path for place in range(row.model.rowCount())]
             for row in view.findChildren(Examples)]
    groups = [*(one.members for one in card.clusters), *(one.strongest for one in card.directions)]
    assert shown == [[paths[place] for place in places[:MOST]] for places in groups]
