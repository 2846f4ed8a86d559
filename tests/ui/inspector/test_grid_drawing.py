"""How often the small pictures of the grid are drawn while its maps come."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnstudio.ui.inspector import several as module
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.ui.inspector.several import SLOT, Several
from cnnstudio.ui.inspector.tile_picture import tile_picture
from cnnstudio.workspace.several_job import SeveralTile
from tests.ui.inspector.test_arrangements import LONG_MS, arrange, drawn


class Drawings:
    """The grid of the list's images when all are drawn, and what is drawn of them since."""

    def __init__(self, page: InspectorPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.qtbot, self.several = qtbot, page.presenter.arrangements.several
        self.paths = [row.path for row in page.body.images.shown]
        self.look = page.presenter.newest
        arrange(page, "images")
        qtbot.waitUntil(lambda: set(drawn(page)) == set(self.paths) and not page.presenter.session._jobs.is_running(
            SLOT), timeout=LONG_MS)
        self.settle()
        self.limits: list[float] = []
        self.counts = Counter[int]()
        monkeypatch.setattr(module, "tile_picture", self._draw)

    def _draw(self, image, laid, limit, style):
        self.limits.append(limit)
        self.counts[id(laid)] += 1
        return tile_picture(image, laid, limit, style)

    def come(self, path: Path, peak: float) -> None:
        """Let the map of an image come, with this peak."""
        raw = np.asarray(self.look.map.raw * (peak / self.look.map.raw.max()), dtype=np.float32)
        self.several._on_tile(SeveralTile(path, self.look.image, replace(self.look.map, raw=raw)))

    def draw_waiting(self) -> None:
        """Draw what is due now, without letting time pass for the window."""
        while self.several._queue._waiting:
            self.several._queue._work()

    def settle(self) -> None:
        """Have drawn what waits."""
        several: Several = self.several
        several._rescale.flush()
        self.qtbot.waitUntil(lambda: not several._queue._waiting and not several._redraw.is_busy, timeout=LONG_MS)


@pytest.fixture
def grid(looking: InspectorPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Drawings:
    return Drawings(looking, qtbot, monkeypatch)


def test_a_map_without_a_new_peak_is_drawn_once_and_no_other_one(grid: Drawings) -> None:
    highest = grid.several._one_limit
    lower = [path for path in grid.paths if grid.several._drawn[path].laid.peak("positive") < highest]
    assert len(lower) > 3
    for path in lower:
        grid.come(path, 0.5 * highest)
        grid.settle()
    assert len(grid.limits) == len(lower)
    assert set(grid.counts.values()) == {1}
    assert set(grid.limits) == {highest}


def test_many_new_peaks_are_drawn_at_once_and_all_others_when_they_are_through(grid: Drawings) -> None:
    first, count = grid.several._one_limit, len(grid.paths)
    grid.several._rescale.push(None)    # the pause after a change of scale begins; no event ends it below
    grid.draw_waiting()
    for number, path in enumerate(grid.paths):
        grid.come(path, first * (2 + number))
        grid.draw_waiting()
    highest = grid.several._one_limit
    assert highest == pytest.approx(first * (count + 1), rel=1e-5)    # float32
    assert len(grid.limits) == count, "each map alone"
    grid.settle()
    assert len(grid.limits) == 2 * count - 1, "each of the others once more"
    assert grid.limits[count:] == [highest] * (count - 1)


def test_a_peak_that_goes_lowers_the_scale_of_all(grid: Drawings) -> None:
    path, before = grid.paths[0], grid.several._limit()
    grid.come(path, 4 * before)
    grid.settle()
    grid.come(path, 0.01 * before)
    grid.settle()
    assert grid.several._one_limit == grid.several._limit() <= before
    assert {limit for _, limit, _ in grid.several._shown.values()} == {grid.several._one_limit}
