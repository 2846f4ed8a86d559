"""From what a session looks at to what the grids of the stage show; free of widgets."""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QImage

from cnnstudio.explain.walk_values import Floats, LayerValues, Patch
from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.inspector.grid_painter import GridContent, GridMarks
from cnnstudio.ui.inspector.steps.session import WalkSession
from cnnstudio.ui.inspector.value_scale import ValueScale, scale_of, symmetric

_COLUMN_LIMIT = 16
"""Vectors up to this length stand in one column, so that their numbers can be read."""
_SHOWN_TOGETHER = 3
"""Up to so many channels that come in are shown one below the other."""
CHANNEL_TINTS = ("#FF4D4D", "#3DDC55", "#5C8DFF")
"""Red, green and blue of an image's channels, light enough for numbers on them."""


@dataclass(frozen=True, slots=True, eq=False)
class PatchContents:
    """One channel's window as grids; ``weights`` and ``products`` are None where nothing is multiplied."""

    patch: Patch
    values: GridContent
    weights: GridContent | None
    products: GridContent | None
    marks: GridMarks


def folded(vector: Floats) -> Floats:
    """Return a vector as a column, or as a square of rows when it is long; NaN where there is no value."""
    if len(vector) <= _COLUMN_LIMIT:
        return vector[:, None]
    width = math.ceil(math.sqrt(len(vector)))
    grid = np.full((math.ceil(len(vector) / width), width), np.nan, np.float32)
    grid.reshape(-1)[:len(vector)] = vector
    return grid


def is_image_input(values: LayerValues) -> bool:
    """Whether a layer takes the colour image itself."""
    return len(values.inputs) == 1 and values.inputs[0].ndim == 3 and len(values.inputs[0]) == 3


class StageContents:
    """Makes the grids' contents and keeps those that a step does not change.

    Parameters
    ----------
    session : read, never changed
    """

    def __init__(self, session: WalkSession) -> None:
        self._session = session
        self._kept: dict[tuple[str, int, int], GridContent] = {}
        self._scales: dict[tuple[str, int], ValueScale] = {}
        self.pixels: np.ndarray | None = None
        """(h, w, C) uint8, the image as the network was given it."""

    def forget(self) -> None:
        """Make everything anew: there are other values."""
        self._kept.clear()
        self._scales.clear()

    # whole maps

    def output(self) -> tuple[GridContent, GridMarks]:
        """Return the output map of the channel on show, or the output vector."""
        values, cell = self._values(), self._session.cell
        content = self._map("output", 0, cell[0] if len(cell) == 3 else -1, values.output)
        width = content.values.shape[1]
        place = (cell[1], cell[2]) if len(cell) == 3 else (cell[0] // width, cell[0] % width)
        return content, GridMarks(place, filled=self._session.filled)

    def input(self) -> tuple[GridContent, GridMarks]:
        """Return the map of the channel that comes in, with the window over it; a vector without."""
        values, patch = self._values(), self.chosen_patch()
        port = patch.source if patch is not None else 0
        source = values.inputs[port]
        if source.ndim == 1:
            return self._map("input", port, -1, source), GridMarks()
        channel = patch.channel if patch is not None else min(self._session.input_channel, len(source) - 1)
        marks = GridMarks() if patch is None else GridMarks(rows=patch.rows, columns=patch.columns)
        return self._map("input", port, channel, source), marks

    def _map(self, role: str, port: int, channel: int, source: Floats) -> GridContent:
        key = (role, port, channel)
        if key not in self._kept:
            scale = self._scale(role, port, source, channel)
            self._kept[key] = (
                GridContent(folded(source), scale, is_vector=True, names=self._names(role, source)) if channel < 0
                else GridContent(source[channel], scale, self._picture(role, source[channel])))
        return self._kept[key]

    def _names(self, role: str, source: Floats) -> tuple[str, ...]:
        """Return the names of the classes for the logits and probabilities."""
        recording, outline = self._session.recording, self._values().outline
        if recording is None or len(source) != len(recording.class_names):
            return ()
        ends = [layer.id for layer in recording.layers[-2:]]
        ends += recording.layers[-2].sources if role == "output" else ()
        return recording.class_names if outline.id in ends else ()

    def _scale(self, role: str, port: int, source: Floats, channel: int) -> ValueScale:
        """Return one scale for all channels of a volume; the Input's pixels have their channel's colour."""
        if self._is_pixels(role) and len(source) == 3:
            return ValueScale(0, 255, is_signed=False, tint=CHANNEL_TINTS[channel])
        if (role, port) not in self._scales:
            self._scales[role, port] = symmetric(scale_of(source)) if source.ndim == 1 else scale_of(source)
        return self._scales[role, port]

    def _is_pixels(self, role: str) -> bool:
        return role == "input" and self._values().outline.kind == "Input"

    def _picture(self, role: str, shown: Floats) -> QImage | None:
        """Return the image itself where a layer takes it in colours, so that one sees where the window lies."""
        if role == "input" and self.shows_image() and self.pixels is not None \
                and self.pixels.shape[:2] == shown.shape:
            return to_qimage(self.pixels)
        return None

    def shows_image(self) -> bool:
        """Whether what comes in is the colour image, all channels of which are looked at together."""
        values, recording = self._values(), self._session.recording
        if recording is None or not is_image_input(values) or len(self.shown_patches()) not in (0, 3):
            return False
        return recording.outline(values.outline.sources[0]).kind == "Input" if values.outline.sources else False

    # the window

    def chosen_patch(self) -> Patch | None:
        """Return the patch of the channel that comes in and is looked at."""
        found = self._session.found
        patches = found.patches if found is not None else ()
        return next((patch for patch in patches if patch.channel == self._session.input_channel),
                    patches[0] if patches else None)

    def shown_patches(self) -> tuple[Patch, ...]:
        """Return the patches that are shown: all when they are few, else the chosen one."""
        found, chosen = self._session.found, self.chosen_patch()
        if found is None or chosen is None:
            return ()
        return found.patches if len(found.patches) <= _SHOWN_TOGETHER else (chosen,)

    def patch_contents(self) -> list[PatchContents]:
        """Return the grids of the patches that are shown, weights and products on one scale for all of them."""
        patches = self.shown_patches()
        weights, products = _common_scale([patch.weights for patch in patches]), _common_scale(
            [patch.products for patch in patches])
        return [PatchContents(
            patch, GridContent(patch.values, self._patch_scale(patch), outside=None if patch.inside.all() else
                               ~patch.inside),
            None if patch.weights is None else GridContent(patch.weights, weights),
            None if patch.products is None else GridContent(patch.products, products), GridMarks(patch.winner))
            for patch in patches]

    def _patch_scale(self, patch: Patch) -> ValueScale:
        source = self._values().inputs[patch.source]
        return self._scale("input", patch.source, source, patch.channel)

    def _values(self) -> LayerValues:
        values = self._session.values
        if values is None:
            raise ValueError("There is no layer on show.")
        return values


def _common_scale(parts: list[np.ndarray | None]) -> ValueScale | None:
    known = [part.reshape(-1) for part in parts if part is not None]
    if not known:
        return None
    # Weights are signed by nature: without a negative one among them, red still means positive.
    return symmetric(scale_of(np.concatenate(known)))
