"""Arrays become pictures, and thumbnails arrive in the background."""

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from cnnstudio.ui import images
from cnnstudio.ui.images import Thumbnail, ThumbnailModel, fitted, to_pixmap, to_qimage
from cnnstudio.ui.thumbnail_view import ThumbnailView
from tests.helpers.images import make_folder

DECORATION = int(Qt.ItemDataRole.DecorationRole)


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[ThumbnailModel]:
    result = ThumbnailModel(side_px=32)
    yield result
    result.close()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return sorted(make_folder(tmp_path / "pets", {"cat": 6, "dog": 6}, 48).rglob("*.png"))


class ManyRows:
    """100,000 rows that count how many of them were made."""

    def __init__(self, path: Path, count: int = 100_000) -> None:
        self.path, self.count, self.made = path, count, 0

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, place: int) -> Thumbnail:
        if not 0 <= place < self.count:
            raise IndexError(place)
        self.made += 1
        return Thumbnail(self.path.with_name(f"{place}.png"), caption=str(place))


def test_colours_of_an_array_stay_in_order(qtbot: QtBot) -> None:
    pixels = np.zeros((2, 3, 3), np.uint8)
    pixels[1, 2] = (10, 20, 30)
    image = to_qimage(pixels)
    assert (image.width(), image.height()) == (3, 2)
    assert image.pixelColor(2, 1) == QColor(10, 20, 30)
    assert to_pixmap(pixels).width() == 3


@pytest.mark.parametrize("shape", [(4, 5), (4, 5, 1)])
def test_grey_arrays_are_understood(shape: tuple[int, ...]) -> None:
    assert to_qimage(np.full(shape, 77, np.uint8)).pixelColor(1, 1) == QColor(77, 77, 77)


def test_an_array_cut_out_of_another_is_copied(qtbot: QtBot) -> None:
    large = np.arange(10 * 10 * 3, dtype=np.uint8).reshape(10, 10, 3)
    image = to_qimage(large[2:8:2, 1::3, ::-1])
    expected = large[2, 1].copy()
    large[:] = 0
    assert image.pixelColor(0, 0) == QColor(int(expected[2]), int(expected[1]), int(expected[0]))


def test_other_types_are_refused_with_what_they_are() -> None:
    with pytest.raises(ValueError, match="float64"):
        to_qimage(np.zeros((2, 2, 3)))


def test_fitting_keeps_proportions_and_hard_pixels_of_tiny_images() -> None:
    image = to_qimage(np.array([[[255, 0, 0], [0, 0, 255]]], np.uint8))
    large = fitted(image, 64)
    assert (large.width(), large.height()) == (64, 32)
    assert {large.pixelColor(x, 16).name() for x in range(64)} == {"#ff0000", "#0000ff"}


def test_a_thumbnail_arrives_after_it_was_looked_at(qtbot: QtBot, model: ThumbnailModel, files: list[Path]) -> None:
    model.set_files(files)
    first = model.index(0, 0)
    waiting = first.data(DECORATION)
    with qtbot.waitSignal(model.dataChanged):
        pass
    arrived = first.data(DECORATION)
    assert arrived.cacheKey() != waiting.cacheKey()
    assert max(arrived.width(), arrived.height()) == 32
    assert model.path(first) == files[0]
    assert model.index_of(files[3]).row() == 3
    assert not model.index_of(Path("elsewhere.png")).isValid()


def test_a_damaged_file_has_its_reason_as_tool_tip(qtbot: QtBot, model: ThumbnailModel, tmp_path: Path) -> None:
    empty = tmp_path / "empty.png"
    empty.write_bytes(b"")
    model.set_files([empty])
    model.index(0, 0).data(DECORATION)
    qtbot.waitUntil(lambda: bool(model.index(0, 0).data(int(ThumbnailModel.ReasonRole))))
    assert "0 bytes" in model.index(0, 0).data(int(Qt.ItemDataRole.ToolTipRole))
    assert model.index(0, 0).data(DECORATION) is not None


def test_only_so_many_pictures_are_kept(
        qtbot: QtBot, model: ThumbnailModel, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "KEPT_THUMBNAILS", 4)
    model.set_files(files)
    for row in range(len(files)):
        model.index(row, 0).data(DECORATION)
    qtbot.waitUntil(lambda: not model._asked)
    assert len(model._pictures) == 4


def test_a_closed_model_starts_its_threads_again_when_needed(
        qtbot: QtBot, model: ThumbnailModel, files: list[Path]) -> None:
    model.set_files(files)
    model.close()
    model.index(1, 0).data(DECORATION)
    with qtbot.waitSignal(model.dataChanged):
        pass


@pytest.fixture
def view(qtbot: QtBot, model: ThumbnailModel) -> ThumbnailView:
    result = ThumbnailView(side_px=32)
    qtbot.addWidget(result)
    result.setModel(model)
    result.resize(300, 200)
    result.show()
    return result


def test_a_hundred_thousand_images_are_shown_at_once_and_only_those_on_screen_are_made(
        qtbot: QtBot, view: ThumbnailView, model: ThumbnailModel, tmp_path: Path) -> None:
    rows = ManyRows(tmp_path / "x.png")
    model.close()
    started_s = time.perf_counter()
    model.set_rows(rows)
    view.resize(400, 200)
    view.grab()
    took_s = time.perf_counter() - started_s
    on_screen = len(view.visible_rows())
    assert 0 < on_screen < 100
    assert rows.made < 40 * on_screen
    assert took_s < 0.5, "a screenful only: a list that lays out every row takes more than a second"


def test_each_cell_is_found_where_it_is_drawn(
        qtbot: QtBot, view: ThumbnailView, model: ThumbnailModel, tmp_path: Path) -> None:
    model.set_rows(ManyRows(tmp_path / "x.png", 50))
    view.verticalScrollBar().setValue(17)
    for row in view.visible_rows():
        index = model.index(row, 0)
        assert view.indexAt(view.visualRect(index).center()).row() == row
    assert not view.indexAt(QPoint(5, 100_000)).isValid()
    assert view.visualRect(QModelIndex()).isEmpty()


def test_the_keyboard_walks_through_the_grid_and_return_activates(
        qtbot: QtBot, view: ThumbnailView, model: ThumbnailModel, tmp_path: Path) -> None:
    model.set_rows(ManyRows(tmp_path / "x.png", 500))
    view.setCurrentIndex(model.index(0, 0))
    columns = view.column_count
    for key, expected in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 1 + columns), (Qt.Key.Key_Up, 1),
                          (Qt.Key.Key_Up, 1), (Qt.Key.Key_Left, 0), (Qt.Key.Key_End, 499), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(view, key)
        assert view.currentIndex().row() == expected, key
        assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    with qtbot.waitSignal(view.image_activated) as activated:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert activated.args[0].row() == 0


def test_a_click_selects_and_a_double_click_activates(
        qtbot: QtBot, view: ThumbnailView, model: ThumbnailModel, tmp_path: Path) -> None:
    model.set_rows(ManyRows(tmp_path / "x.png", 50))
    view.set_has_captions(has_captions=True)
    place = view.visualRect(model.index(3, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [index.row() for index in view.selectedIndexes()] == [3]
    view.grab()
    with qtbot.waitSignal(view.image_activated):
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_larger_pictures_replace_smaller_ones_when_they_are_there(
        qtbot: QtBot, view: ThumbnailView, model: ThumbnailModel, files: list[Path]) -> None:
    model.set_files(files)
    view.grab()
    qtbot.waitUntil(lambda: not model._asked)
    small = model.index(0, 0).data(DECORATION)
    model.set_side_px(64)
    view.set_side_px(64)
    assert model.index(0, 0).data(DECORATION).cacheKey() == small.cacheKey(), "the small one stands in"
    view.grab()
    qtbot.waitUntil(lambda: model.index(0, 0).data(DECORATION).width() == 64)
    assert (small.width(), model.side_px) == (32, 64)
