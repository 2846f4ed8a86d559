"""Keeps the cell that was clicked, and finds the images that excite its strongest channels."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from cnnstudio.explain.inspected_layer import split_key
from cnnstudio.ui.inspector.map_canvas import MapCanvas, signed
from cnnstudio.ui.inspector.maps.exciting import ExcitingImages
from cnnstudio.ui.inspector.maps.top_images_card import TopPicture
from cnnstudio.ui.inspector.probing.channel_chips import PICTURES, ChannelChips, ChannelPart

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.tabs import InspectorContext
    from cnnstudio.workspace.top_images_job import CropsReady

PROBE_SLOTS = ("probe_images", "probe_crops")
_CLICK_PX = 4
"""A pointer that moved further between press and release has dragged."""


class Probe(QObject):
    """A click on the image, or Return at a cell, keeps the cell; another one, or Escape, lets go of it."""

    channel_requested = Signal(str, int)
    """The id of a layer and one of its channels, from 0."""

    def __init__(self, context: "InspectorContext", canvas: MapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._canvas = context, canvas
        self.chips = ChannelChips()
        self.exciting = ExcitingImages(context, self, PROBE_SLOTS)
        self._pressed: QPointF | None = None
        canvas.view.installEventFilter(self)
        canvas.kept_changed.connect(self._show)
        self.chips.channel_requested.connect(self._on_channel)
        self.chips.search_requested.connect(self._search)
        self.chips.let_go_requested.connect(self.let_go)
        self.exciting.progressed.connect(self._on_progress)
        self.exciting.found_changed.connect(self._show_images)
        self.exciting.failed.connect(self._on_failed)

    def let_go(self) -> None:
        """Keep no cell."""
        self._canvas.keep(None)

    # clicks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Tell a click from a drag; the view does with both what it always does."""
        if isinstance(event, QMouseEvent):
            self._on_mouse(event)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._canvas.cell is not None:
                self._toggle(self._canvas.cell)
                return True
            if event.key() == Qt.Key.Key_Escape and self._canvas.kept is not None:
                self.let_go()
                return True
        return super().eventFilter(watched, event)

    def _on_mouse(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = event.position()
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            moved, self._pressed = (event.position() - self._pressed).manhattanLength(), None
            share = self._canvas.view.share_at(event.position())
            if moved <= _CLICK_PX and share is not None and self._canvas.laid is not None:
                self._toggle(self._canvas.laid.cell_at(share.x(), share.y()))

    def _toggle(self, cell: tuple[int, int] | None) -> None:
        self._canvas.keep(None if cell == self._canvas.kept else cell)

    # channels

    def _show(self) -> None:
        """Show the channels of the kept cell."""
        found, cell = self._canvas.found, self._canvas.kept
        if found is None or cell is None:
            self.chips.hide()
            return
        cells = found.cells
        parts = [] if cells is None else [ChannelPart(int(channel), signed(float(part))) for channel, part in zip(
            cells.channels[cell], cells.parts[cell], strict=True)]
        place = self.tr("Row {row}, column {column}").format(row=cell[0] + 1, column=cell[1] + 1)
        title = self.tr("{place}: strongest channels").format(place=place) if parts else self.tr(
            "{place}: this method does not add up channels").format(place=place)
        self.chips.show_parts(title, parts, can_open=self._layer() in self._context.selection.layers.with_maps)
        self._show_images()

    def _layer(self) -> str:
        found = self._canvas.found
        return "" if found is None else split_key(found.key.layer)[0]

    def _on_channel(self, channel: int) -> None:
        self.channel_requested.emit(self._layer(), channel)

    # images

    def _search(self) -> None:
        self.exciting.look(self._layer())

    def _on_progress(self, text: str) -> None:
        self.chips.say(text, can_search=False)

    def _on_failed(self, message: str) -> None:
        self.chips.say(message, can_search=False)

    def _show_images(self) -> None:
        """Read the pictures of the channels, when it is known which they are; else offer to look for them."""
        ready, run = self.exciting.of_layer(self._layer()), self._context.workspace.runs.current
        if self.chips.isHidden() or not self.chips.channels:
            self.chips.say("", can_search=False)
            return
        if ready is None or run is None:
            self.chips.say("", can_search=self.exciting.can_look and not self.exciting.is_looking)
            return
        from cnnstudio.workspace.top_images_job import CropsJob

        self.chips.say("", can_search=False)
        channels = [channel for channel in self.chips.channels if channel < len(ready.found.images)]
        self._context.jobs.start(CropsJob(ready, channels, run.record.preprocess, PICTURES), slot=PROBE_SLOTS[1],
                                 on_event=self._on_crops, quiet=True)

    def _on_crops(self, event: "CropsReady") -> None:
        ready, laid = self.exciting.of_layer(event.layer), self._canvas.laid
        if ready is None or laid is None or event.layer != self._layer():
            return
        found, channel, (rows, columns) = ready.found, event.channel, laid.raw.shape
        pictures = []
        for place, pixels in enumerate(event.pictures):
            if pixels is not None:
                row, column = int(found.rows[channel, place]), int(found.columns[channel, place])
                height, width = pixels.shape[:2]
                area = (self._span(row, rows, height, 0), self._span(column, columns, width, 1))
                pictures.append(TopPicture(ready.paths[int(found.images[channel, place])],
                                           float(found.values[channel, place]), area, pixels))
        self.chips.show_pictures(channel, pictures)

    def _span(self, cell: int, cells: int, pixels: int, axis: int) -> tuple[int, int]:
        """Return the first and the last pixel that can reach a cell, along one side."""
        field = self._canvas.field
        half = (1 / cells if field is None else field[axis]) / 2
        middle = (cell + 0.5) / cells
        return max(0, int((middle - half) * pixels)), min(pixels - 1, int((middle + half) * pixels))
