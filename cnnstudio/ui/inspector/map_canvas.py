"""One image with one map in the chosen style, and what is under the pointer in numbers."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPointF, Signal

from cnnstudio.explain.color_maps import color_table, seen_with
from cnnstudio.explain.heatmap import number
from cnnstudio.ui.inspector.heatmap_view import HeatmapView, Outline
from cnnstudio.ui.inspector.map_picture import LaidMap, picture, seen_rectangle, values_over
from cnnstudio.ui.inspector.view_style import Sign, ViewStyle

if TYPE_CHECKING:
    from cnnstudio.workspace.look_answer import ImageAnswer, MapAnswer

_CHANNELS_TOLD = 5


class MapCanvas(QObject):
    """Keeps a `HeatmapView` as the image, the map and the style say; changes of style cost a few milliseconds."""

    probed = Signal(str)
    """What is under the pointer, in words; empty when there is nothing."""
    scale_changed = Signal(object, float, float, float)
    """Colours (n, 3), what the first and the last stand for, and the strongest value of the map."""
    kept_changed = Signal()
    """Another cell is kept, none is, or the kept one belongs to another map."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = HeatmapView()
        self.smoothed: Callable[[ImageAnswer, MapAnswer], MapAnswer] = _as_it_is
        """What becomes of a map before it is shown; of live pictures it may be a mean over several."""
        self.style = ViewStyle()
        self.laid: LaidMap | None = None
        self.found: MapAnswer | None = None
        """The map on show."""
        self.field: tuple[float, float] | None = None
        """Rows and columns of the input that a cell sees at most, as shares of it."""
        self.cell: tuple[int, int] | None = None
        """Row and column of the cell that is pointed at."""
        self.kept: tuple[int, int] | None = None
        """The cell that is told of while nothing is pointed at."""
        self._shared: Mapping[Sign, float] = {}
        self._made_of: tuple[LaidMap, str, bool] | None = None
        self._values = np.zeros((1, 1), np.float32)
        """Over the image; a change of colours or scale uses them again."""
        self.view.pointed.connect(self._on_pointed)
        self.view.cell_step_requested.connect(self._on_step)
        self.view.wipe_moved.connect(self._on_wipe_moved)
        self._wipe = 0.5

    def show_image(self, image: "ImageAnswer") -> None:
        """Show an image; its map comes with `show_map`."""
        self.view.set_image(image.pixels)
        self.laid = self.found = None
        self.keep(None)

    def show_map(self, image: "ImageAnswer", found: "MapAnswer") -> None:
        """Lay a map over the image."""
        found = self.smoothed(image, found)
        self.found, self.laid = found, LaidMap(found.raw, image.placement)
        self.cell = None
        self.field = image.fields.get(found.key.layer)
        self.view.setAccessibleDescription(found.evidence)
        self.repaint()
        if self.kept is not None:
            self.keep(self.kept if all(np.less(self.kept, found.raw.shape)) else None)

    def clear(self) -> None:
        """Show nothing."""
        self.laid = self.found = None
        self.view.set_image(None)
        self.keep(None)
        self.view.set_outlines(())

    def set_style(self, style: ViewStyle) -> None:
        """Show the map in another way."""
        self.style = style
        self.repaint()

    def set_shared(self, peaks: Mapping[Sign, float]) -> None:
        """Say what is the largest peak of all maps that share a scale with this one, by sign."""
        self._shared = peaks
        if self.style.scale == "shared":
            self.repaint()

    def limit(self) -> float:
        """Return what the last colour stands for."""
        if self.laid is None:
            return 0.0
        own = self.laid.peak(self.style.sign)
        if self.style.scale == "fixed":
            return self.style.fixed_limit
        return max(own, self._shared.get(self.style.sign, 0.0)) if self.style.scale == "shared" else own

    def repaint(self) -> None:
        """Make the picture anew from the map and the style."""
        style = self.style
        self.view.set_look(style.opacity, style.vision)
        self.view.set_wipe(self._wipe if style.is_wiped else None)
        if self.laid is None:
            return
        limit, peak = self.limit(), self.laid.peak(style.sign)
        self.view.set_heat(picture(self._laid_values(self.laid), limit, style), seen_rectangle(self.laid.placement),
                           is_smooth=not style.shows_cells)
        colors = seen_with(color_table(style.color_name), style.vision)
        low = -limit if style.sign == "both" else 0.0
        self.scale_changed.emit(colors, low, limit, peak)

    def _laid_values(self, laid: LaidMap) -> np.ndarray:
        made_of = (laid, self.style.sign, self.style.shows_cells)
        if self._made_of != made_of:    # maps are compared by identity
            self._made_of = made_of
            self._values = values_over(laid, self.style.sign, cells=self.style.shows_cells)
        return self._values

    # under the pointer

    def _on_wipe_moved(self, share: float) -> None:
        self._wipe = share

    def _on_pointed(self, place: QPointF | None) -> None:
        cell = None if place is None or self.laid is None else self.laid.cell_at(place.x(), place.y())
        self._probe(cell, is_outlined=self.style.shows_cells or self.style.shows_field)

    def _on_step(self, rows: int, columns: int) -> None:
        if self.laid is None:
            return
        row, column = self.cell or (self.laid.raw.shape[0] // 2 - rows, self.laid.raw.shape[1] // 2 - columns)
        self._probe((min(max(row + rows, 0), self.laid.raw.shape[0] - 1),
                     min(max(column + columns, 0), self.laid.raw.shape[1] - 1)), is_outlined=True)

    def keep(self, cell: tuple[int, int] | None) -> None:
        """Go on telling of a cell when the pointer leaves it; None tells of nothing then."""
        if cell is not None or self.kept is not None:
            self.kept = cell
            self._probe(self.cell, is_outlined=self.cell is not None)
            self.kept_changed.emit()

    def _probe(self, cell: tuple[int, int] | None, *, is_outlined: bool) -> None:
        self.cell = cell
        told = self.kept if cell is None else cell
        if told is None or self.laid is None:
            self.view.set_outlines(())
            self.probed.emit("")
            return
        outlines = [Outline(self.laid.rectangle(told))] if is_outlined or cell is None else []
        if self.kept is not None and self.kept != told:
            outlines.append(Outline(self.laid.rectangle(self.kept)))
        if self.style.shows_field and self.field is not None:
            outlines.append(Outline(self.laid.rectangle(told, self.field), is_dashed=True))
        self.view.set_outlines(outlines)
        self.probed.emit(self.words(told))

    def words(self, cell: tuple[int, int]) -> str:
        """Say what a cell (row, column) holds: its value, its share of the evidence, its strongest channels."""
        if self.laid is None or self.found is None:
            return ""
        raw, value = self.laid.raw, float(self.laid.raw[cell])
        side = np.maximum(raw, 0) if value >= 0 else np.minimum(raw, 0)
        total = float(side.sum(dtype=np.float64))
        kind = self.tr("of what speaks for it") if value >= 0 else self.tr("of what speaks against it")
        share = 100 * value / total if total else 0.0
        text = self.tr("Row {row}, column {column}: {value}, {share} % {kind}").format(
            row=cell[0] + 1, column=cell[1] + 1, value=signed(value), share=f"{share:.1f}", kind=kind)
        channels = "" if cell == self.kept else self._channels(cell)    # of a kept cell they are shown
        return f"{text}. {self._exactness()}{channels}".strip()

    def _exactness(self) -> str:
        """Say that the cells add up to the score, where they do."""
        cells = self.found.cells if self.found is not None else None
        if cells is None or not cells.is_exact:
            return ""
        return self.tr("Exact: score {score} = all cells {cells}, bias {rest}. ").format(
            score=number(cells.score), cells=signed(cells.score - cells.rest), rest=signed(cells.rest))

    def _channels(self, cell: tuple[int, int]) -> str:
        cells = self.found.cells if self.found is not None else None
        if cells is None:
            return ""
        named = [f"{int(channel) + 1} ({signed(float(part))})" for channel, part in zip(
            cells.channels[cell][:_CHANNELS_TOLD], cells.parts[cell][:_CHANNELS_TOLD], strict=True)]
        return self.tr("Strongest channels: {names}").format(names=", ".join(named))


def signed(value: float) -> str:
    """Write a number with its sign."""
    return f"+{number(value)}" if value > 0 else number(value).replace("-", "−")


def _as_it_is(_image: "ImageAnswer", found: "MapAnswer") -> "MapAnswer":
    return found
