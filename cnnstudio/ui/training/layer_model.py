"""How the layers fare, epoch by epoch, as the rows of a table."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from cnnstudio.training.events import LayerFigures
from cnnstudio.training.layer_rules import DEAD, EXPLODED, VANISHED
from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.icons import pixmap
from cnnstudio.ui.theme import font

LEVELS_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""(epochs,) uint8 of a layer: see `levels`."""
LEVELS = 100
"""Levels 0 to 99 are a gradient from the smallest shown to the largest; from `LEVELS` on, a share of dead channels."""
DECADES = (-6, 1)
"""Powers of ten of the relative gradient that the strips show; 10 is where a gradient has exploded."""
NAME, STRIP, GRADIENT, MOVED, DEAD_CHANNELS = range(5)

Index = QModelIndex | QPersistentModelIndex


def relative_gradient(layer: LayerFigures) -> float:
    """Return the norm of a layer's gradient over that of its weights; 0 without weights."""
    return layer.gradient_norm / layer.weight_norm if layer.weight_norm else 0.0


def level(layer: LayerFigures) -> int:
    """Return where in the table of colours a layer is: its relative gradient, logarithmic, or its dead channels."""
    if not layer.weights:
        return LEVELS + round((LEVELS - 1) * layer.dead_share)
    gradient, (low, high) = relative_gradient(layer), DECADES
    share = (math.log10(gradient) - low) / (high - low) if gradient > 0 else 0.0
    return round((LEVELS - 1) * min(1.0, max(0.0, share)))


class LayerModel(QAbstractTableModel):
    """One row a layer; an epoch adds a column to every strip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: tuple[LayerFigures, ...] = ()
        self._levels = np.zeros((0, 16), dtype=np.uint8)
        self.epochs = 0
        self._headers = {
            NAME: (self.tr("Layer"), self.tr("In the order of the network, the input first.")),
            STRIP: (self.tr("Epoch by epoch"), self.tr(
                "How strongly each epoch corrected the layer, compared with the size of its weights: the stronger "
                "the colour, the more. For a ReLU: the share of its channels that are dead.")),
            GRADIENT: (self.tr("Gradient"), self.tr(
                "Length of the gradient over the length of the weights, mean over the last epoch. Layers should not "
                "be many powers of ten apart.")),
            MOVED: (self.tr("Moved"), self.tr(
                "How far the last epoch moved the weights, in percent of their size. Far below 0.1 % the layer stands "
                "still; near 100 % it forgets what it knew.")),
            DEAD_CHANNELS: (self.tr("Dead"), self.tr(
                "Of a ReLU: channels that are 0 for every image looked at. They learn nothing any more.")),
        }

    def clear(self) -> None:
        """Forget everything."""
        self.beginResetModel()
        self._layers, self._levels, self.epochs = (), np.zeros((0, 16), dtype=np.uint8), 0
        self.endResetModel()

    def add_epoch(self, layers: Sequence[LayerFigures]) -> None:
        """Add the figures of one more epoch."""
        if len(layers) != len(self._layers):
            self.clear()
            self.beginResetModel()
            self._layers, self._levels = tuple(layers), np.zeros((len(layers), 16), dtype=np.uint8)
            self.endResetModel()
        if self.epochs == self._levels.shape[1]:
            self._levels = np.concatenate((self._levels, np.zeros_like(self._levels)), axis=1)
        self._layers = tuple(layers)
        self._levels[:, self.epochs] = [level(layer) for layer in layers]
        self.epochs += 1

    def tell(self) -> None:
        """Let the views draw what has come."""
        if self._layers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._layers) - 1, DEAD_CHANNELS))

    @property
    def layers(self) -> tuple[LayerFigures, ...]:
        """The figures of the last epoch."""
        return self._layers

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Layers."""
        return 0 if parent.isValid() else len(self._layers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Name, strip and three figures."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, the sign of a layer in trouble, and the levels of a strip."""
        layer, column = self._layers[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(layer, column)
        if role == LEVELS_ROLE and column == STRIP:
            return self._levels[index.row(), :self.epochs]
        if role == Qt.ItemDataRole.DecorationRole and column == NAME:
            return pixmap("warning", 14, "warning") if self.trouble(layer) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.describe(layer))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column <= STRIP else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return font() if role == Qt.ItemDataRole.FontRole else None

    def headerData(self, section: int, orientation: Qt.Orientation,  # noqa: N802
                   role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles with an explanation."""
        if orientation == Qt.Orientation.Vertical:
            return None
        title, help_text = self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section <= STRIP else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        return plain_tip(help_text) if role == Qt.ItemDataRole.ToolTipRole else None

    def _text(self, layer: LayerFigures, column: int) -> str:
        if column == NAME:
            return layer.name
        if column == GRADIENT and layer.weights:
            return short_number(relative_gradient(layer))
        if column == MOVED and layer.weights:
            return short_percent(layer.update_ratio)
        return short_percent(layer.dead_share) if column == DEAD_CHANNELS and layer.channels else ""

    def trouble(self, layer: LayerFigures) -> str:
        """Say what is wrong with a layer now; nothing when nothing is."""
        if layer.is_alike:
            return self.tr("All its channels have the very same weights and stay alike for ever.")
        if layer.channels and layer.dead_share >= DEAD:
            return self.tr("At least two thirds of its channels are dead.")
        if relative_gradient(layer) >= EXPLODED:
            return self.tr("Its gradient has exploded.")
        last = next((other for other in reversed(self._layers) if other.weights), layer)
        if layer.weights and relative_gradient(layer) < VANISHED * relative_gradient(last):
            return self.tr("Its gradient is less than a thousandth of the last layer's: it hardly learns.")
        return ""

    def describe(self, layer: LayerFigures) -> str:
        """Return a layer's figures in plain words."""
        lines = [layer.name]
        if layer.weights:
            lines.append(self.tr(
                "{count} weights of length {weights}; the gradient's length is {gradient}, {relative} of theirs; the "
                "last epoch moved them by {moved}.").format(
                    count=f"{layer.weights:,}", weights=short_number(layer.weight_norm),
                    gradient=short_number(layer.gradient_norm), relative=short_number(relative_gradient(layer)),
                    moved=short_percent(layer.update_ratio)))
        if layer.channels:
            lines.append(self.tr("{dead} of {count} channels are 0 for every validation image looked at.").format(
                dead=f"{round(layer.dead_share * layer.channels):,}", count=f"{layer.channels:,}"))
        return "\n".join([*lines, *filter(None, [self.trouble(layer)])])


_LEAST_PERCENT = 0.001
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def short_number(value: float) -> str:
    """Write a number with two or three digits: ``"0"``, ``"0.034"``, ``"12.5"``, ``"3.5·10⁻⁸"``."""
    if value == 0 or 1e-3 <= abs(value) < 1e4:
        return f"{value:.3g}" if abs(value) >= 1 else f"{value:.2g}"
    digits, _, power = f"{value:.1e}".partition("e")
    return f"{digits}·10{str(int(power)).translate(_SUPERSCRIPTS)}"


def short_percent(share: float) -> str:
    """Write a share in percent, the smaller the more digits: ``"25 %"``, ``"1.2 %"``, ``"0.013 %"``."""
    percent = 100 * share
    if 0 < percent < _LEAST_PERCENT:
        return f"< {_LEAST_PERCENT} %"
    return f"{percent:.0f} %" if percent >= 10 or percent == 0 else f"{short_number(float(f'{percent:.2g}'))} %"
