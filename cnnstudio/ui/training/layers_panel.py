"""How strongly each layer is corrected while the network learns, as a strip of colours over the epochs."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.training.events import EpochEnded
from cnnstudio.ui.cards import EmptyState, card, described, label
from cnnstudio.ui.theme import CAPTION_PX, font, mixed, theme
from cnnstudio.ui.throttle import Throttle
from cnnstudio.ui.training.layer_model import (
    DEAD_CHANNELS,
    DECADES,
    LEVELS,
    LEVELS_ROLE,
    NAME,
    STRIP,
    Index,
    LayerModel,
    short_number,
)

_ROW_PX, _STRIP_PX = 22, 16
_NAME_PX, _FIGURE_PX = 132, 76
_UPDATE_MS = 100
_FAINTEST = 0.06


def strip_colors() -> list[QColor]:
    """Return the colours of the levels: gradients from faint to strong and bad, then dead channels."""
    tokens = theme()
    ground, exploded = tokens.color("surface"), tokens.color("bad")
    gradient = [mixed(ground, tokens.color("accent"), _FAINTEST + (1 - _FAINTEST) * number / (LEVELS - 1))
                for number in range(LEVELS)]
    gradient[-1] = exploded
    dead = [mixed(ground, tokens.color("warning"), number / (LEVELS - 1)) for number in range(LEVELS)]
    return gradient + dead


class StripDelegate(QStyledItemDelegate):
    """Draws a layer's levels beside one another, one column an epoch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: list[int] = []
        theme().changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self._table = [color.rgb() for color in strip_colors()]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one strip, from the first epoch at the left to the last at the right."""
        levels = index.data(LEVELS_ROLE)
        if levels is None or not len(levels):
            return
        area = QRect(option.rect)
        area.setTop(area.top() + (area.height() - _STRIP_PX) // 2)
        area.setHeight(_STRIP_PX)
        area.adjust(4, 0, -8, 0)
        row = np.ascontiguousarray(levels)
        image = QImage(row.tobytes(), len(row), 1, len(row), QImage.Format.Format_Indexed8)
        image.setColorTable(self._table)
        painter.drawImage(area, image)
        painter.setPen(theme().color("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Return the least that can be read."""
        return QSize(120, _ROW_PX)


class StripLegend(QWidget):
    """What the colours mean: a bar from vanishing to exploding gradients."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip_legend")
        self.setFixedHeight(30)
        self.setFixedWidth(280)
        self.setAccessibleName(self.tr("Colours of the gradients, from a millionth of the weights' size to ten times"))
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bar and its powers of ten."""
        colors = strip_colors()
        bar = QRectF(1, 1, self.width() - 2, 10)
        painter = QPainter(self)
        painter.setPen(theme().color("line"))
        painter.setBrush(_blend(bar, colors[:LEVELS]))
        painter.drawRect(bar)
        painter.setPen(theme().color("quiet"))
        painter.setFont(font(CAPTION_PX))
        low, high = DECADES
        for power in (*range(low, high - 1, 2), high):
            x = bar.left() + bar.width() * (power - low) / (high - low)
            side = (Qt.AlignmentFlag.AlignLeft if power == low else Qt.AlignmentFlag.AlignRight if power == high
                    else Qt.AlignmentFlag.AlignHCenter)
            left = x if power == low else x - 60 if power == high else x - 30
            painter.drawText(QRectF(left, 14, 60, 16), int(side), short_number(10.0 ** power).removeprefix("1.0·"))
        painter.end()


def _blend(bar: QRectF, colors: Sequence[QColor]) -> QLinearGradient:
    blend = QLinearGradient(QPointF(bar.left(), 0), QPointF(bar.right(), 0))
    blend.setColorAt(0.0, colors[0])
    blend.setColorAt(0.985, colors[-2])
    blend.setColorAt(0.99, colors[-1])
    blend.setColorAt(1.0, colors[-1])
    return blend


class LayersPanel(QWidget):
    """The tab *Layers*: a row a layer, filled epoch by epoch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layers_panel")
        self.model = LayerModel(self)
        self._first_epoch = 1
        self.table = self._make_table()
        self._caption = label("", "quiet", name="layers_caption", wrap=True)
        self._throttle = Throttle(_UPDATE_MS, self._refresh, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState(
            "chart", self.tr("No epoch has ended yet"),
            self.tr("While the network learns, this shows how strongly each layer is corrected, so that layers that "
                    "learn nothing can be seen: vanishing and exploding gradients, dead ReLUs."), name="no_layers"))
        self._stack.addWidget(self._make_card())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._stack)

    def _make_table(self) -> QTableView:
        table = described(QTableView(), "layers_table", self.tr("Gradients, movement and dead channels of every layer"))
        table.setProperty("bare", True)
        table.setModel(self.model)
        table.setItemDelegateForColumn(STRIP, StripDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(_FIGURE_PX)
        for column in range(DEAD_CHANNELS + 1):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            table.setColumnWidth(column, _NAME_PX if column == NAME else _FIGURE_PX)
        head.setSectionResizeMode(STRIP, QHeaderView.ResizeMode.Stretch)
        return table

    def _make_card(self) -> QWidget:
        frame, column = card(name="layers_card")
        scale = QHBoxLayout()
        scale.setSpacing(12)
        scale.addWidget(label(self.tr("Gradient over weights"), "caption"), 0, Qt.AlignmentFlag.AlignTop)
        scale.addWidget(StripLegend())
        scale.addStretch(1)
        column.addWidget(self._caption)
        column.addLayout(scale)
        column.addWidget(self.table, 1)
        return frame

    def begin(self) -> None:
        """Make room for a training that starts."""
        self._throttle.clear()
        self.model.clear()
        self._stack.setCurrentIndex(0)

    def show_history(self, history: Sequence[EpochEnded]) -> None:
        """Show what a run that has ended keeps of its layers: its last epochs."""
        self.begin()
        for row in history:
            self.add_epoch(row)

    def add_epoch(self, event: EpochEnded) -> None:
        """Add the figures of an epoch; drawn at most ten times a second."""
        if event.layers:
            if not self.model.epochs:
                self._first_epoch = event.epoch
            self.model.add_epoch(event.layers)
            self._stack.setCurrentIndex(1)
            self._throttle.push(None)

    def _refresh(self, _value: None) -> None:
        self.model.tell()
        first, last = self._first_epoch, self._first_epoch + self.model.epochs - 1
        epochs = self.tr("epochs {first} to {last}").format(first=f"{first:,}", last=f"{last:,}")
        text = self.tr("How strongly each layer was corrected in {epochs}: the length of its gradient over the length "
                       "of its weights.").format(
                           epochs=epochs if last > first else self.tr("epoch {first}").format(first=f"{first:,}"))
        self._caption.setText(f"{text} {self._trouble_text()}")
        self.table.setAccessibleDescription(self._caption.text())

    def _trouble_text(self) -> str:
        names = [layer.name for layer in self.model.layers if self.model.trouble(layer)]
        if not names:
            return self.tr("A ReLU's strip shows its dead channels instead. No layer is in trouble.")
        shown = ", ".join(names[:3]) + (self.tr(" and {count} more").format(count=len(names) - 3) if names[3:] else "")
        return self.tr("Look at {names}: the pointer on a row says what is wrong.").format(names=shown)
