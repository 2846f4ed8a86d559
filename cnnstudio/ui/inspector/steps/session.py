"""Where the walk through a network stands: layer, value, input channel, and how much of the map is filled in."""

from PySide6.QtCore import QObject, Signal

from cnnstudio.explain.walk import carried_back, carried_on, first_cell, next_cell, walk
from cnnstudio.explain.walk_recording import Recording
from cnnstudio.explain.walk_values import Cell, CellWalk, LayerOutline, LayerValues
from cnnstudio.network.layer_kinds import Shape


class WalkSession(QObject):
    """Knows no widget. Every wish that cannot be fulfilled (a step beyond the border) leaves all as it is."""

    layers_changed = Signal()
    """There is another network."""
    layer_changed = Signal()
    """Another layer, or the same one with other values."""
    cell_changed = Signal()
    """Another value of the same layer, or another input channel, or more or less is filled in."""
    values_wanted = Signal(str)
    """The id of a layer whose values are not in memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recording: Recording | None = None
        self.values: LayerValues | None = None
        """Of the layer on show; None while there is none or its values are not in memory."""
        self.cell: Cell = ()
        self.input_channel = 0
        """Of what comes in, for layers that see several."""
        self.filled: int | None = None
        """How many cells of the map are shown; None for all."""
        self.found: CellWalk | None = None
        """How the value comes about."""
        self._layer_id = ""

    # what is looked at

    def take(self, recording: Recording | None) -> None:
        """Walk through another recording; layer and value stay where the network has them too."""
        before = self.recording
        self.recording = recording
        if recording is None:
            self.values, self.found, self._layer_id = None, None, ""
            self.layers_changed.emit()
            self.layer_changed.emit()
            return
        ids = [layer.id for layer in recording.layers]
        if before is None or [layer.id for layer in before.layers] != ids:
            self.layers_changed.emit()
        self._enter(self._layer_id if self._layer_id in ids else _first_interesting(recording), self.cell)

    @property
    def outline(self) -> LayerOutline | None:
        """The layer on show."""
        if self.recording is None or not self._layer_id:
            return None
        return self.recording.outline(self._layer_id)

    @property
    def number(self) -> int:
        """The layer's place in the order, from 0; -1 without one."""
        return -1 if self.recording is None or not self._layer_id else self.recording.number(self._layer_id)

    def show_layer(self, layer_id: str) -> None:
        """Go to a layer; the place is carried along where it is a neighbour."""
        outline, recording = self.outline, self.recording
        if recording is None or outline is None or layer_id == outline.id:
            return
        target = recording.outline(layer_id)
        if outline.id in target.sources and self.cell:
            port = target.sources.index(outline.id)
            self.input_channel = self.cell[0]
            self._enter(layer_id, carried_on(self.cell, outline.shape, target, port))
        elif layer_id in outline.sources and self.found is not None:
            port = outline.sources.index(layer_id)
            self._enter(layer_id, carried_back(self.found, target.shape, self.input_channel, port))
        else:
            self._enter(layer_id, _kept(self.cell, outline.shape, target.shape))

    def go(self, layers: int) -> None:
        """Go to the layer so many places further in the order."""
        if self.recording is not None and 0 <= self.number + layers < len(self.recording.layers):
            self.show_layer(self.recording.layers[self.number + layers].id)

    def _enter(self, layer_id: str, cell: Cell) -> None:
        if self.recording is None:
            return
        self._layer_id, self.filled = layer_id, None
        shape = self.recording.outline(layer_id).shape
        self.cell = cell if _fits(cell, shape) else first_cell(shape)
        self.values = self.recording.layer(layer_id)
        self._work_out()
        self.layer_changed.emit()
        if self.values is None:
            self.values_wanted.emit(layer_id)

    def _work_out(self) -> None:
        self.found = None if self.values is None else walk(self.values, self.cell)
        seen = [patch.channel for patch in self.found.patches] if self.found is not None else []
        if seen and self.input_channel not in seen:
            self.input_channel = seen[0]

    # moving in the layer

    def show_cell(self, cell: Cell, *, filled: int | None = None) -> None:
        """Go to a value of the layer; ``filled`` cells of its map are shown then, all when None."""
        if self.values is None or not _fits(cell, self.values.output.shape):
            return
        self.cell, self.filled = cell, filled
        self._work_out()
        self.cell_changed.emit()

    def step(self, steps: int) -> bool:
        """Go on in reading order and fill the map up to there; tell whether there was a place to go to."""
        cell = None if self.values is None else next_cell(self.cell, self.values.output.shape, steps)
        if cell is not None:
            self.show_cell(cell, filled=self._place(cell) + 1)
        return cell is not None

    def restart(self) -> None:
        """Go to the first value of the map, with nothing else filled in."""
        if self.values is not None:
            start = (self.cell[0], 0, 0) if len(self.cell) == 3 else (0,)
            self.show_cell(start, filled=1)

    def move(self, rows: int, columns: int) -> None:
        """Move by rows and columns, or in a vector by numbers."""
        if len(self.cell) == 3:
            self.show_cell((self.cell[0], self.cell[1] + rows, self.cell[2] + columns), filled=self.filled)
        elif self.cell:
            self.show_cell((self.cell[0] + rows + columns,), filled=self.filled)

    def show_channel(self, channel: int) -> None:
        """Go to the same place of another output channel."""
        if len(self.cell) == 3:
            self.show_cell((channel, *self.cell[1:]), filled=self.filled)
        elif self.cell:
            self.show_cell((channel,))

    def show_input_channel(self, channel: int) -> None:
        """Look at another of the channels that come in."""
        if self.found is not None and channel in [patch.channel for patch in self.found.patches]:
            self.input_channel = channel
            self.cell_changed.emit()

    def _place(self, cell: Cell) -> int:
        shape = self.values.output.shape if self.values is not None else ()
        return cell[1] * shape[2] + cell[2] if len(cell) == 3 else cell[0]

    @property
    def is_at_end(self) -> bool:
        """Whether there is no further value in reading order."""
        return self.values is None or next_cell(self.cell, self.values.output.shape) is None


def _fits(cell: Cell, shape: Shape) -> bool:
    return len(cell) == len(shape) and all(0 <= place < side for place, side in zip(cell, shape, strict=True))


def _kept(cell: Cell, before: Shape, after: Shape) -> Cell:
    """Return the same place of a map that lies elsewhere in the network: as far from its corner."""
    if len(before) != 3 or len(after) != 3 or not cell:
        return first_cell(after)
    rows = int((cell[1] + 0.5) * after[1] / before[1])
    columns = int((cell[2] + 0.5) * after[2] / before[2])
    return (min(cell[0], after[0] - 1), rows, columns)


def _first_interesting(recording: Recording) -> str:
    """Return the first layer that computes something: the one behind the Input."""
    return recording.layers[min(1, len(recording.layers) - 1)].id
