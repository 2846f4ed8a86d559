"""The layers of a network in the order they run, as a strip that scrolls; choosing one goes to it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnnstudio.explain.walk_values import LayerOutline
from cnnstudio.network.layer_kinds import shape_text
from cnnstudio.network.registry import layer_kind
from cnnstudio.ui.cards import described, plain_tip
from cnnstudio.ui.theme import CAPTION_PX, RADIUS_PX, TEXT_PX, font, theme

_CHIP = QSize(136, 44)
_ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex


class LayerModel(QAbstractListModel):
    """The layers as rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers: tuple[LayerOutline, ...] = ()

    def set_layers(self, layers: Sequence[LayerOutline]) -> None:
        """Show ``layers``."""
        self.beginResetModel()
        self.layers = tuple(layers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Layers."""
        return 0 if parent.isValid() else len(self.layers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, spoken text and the layer itself."""
        layer = self.layers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return layer.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            text = self.tr("{number}. {name}: {kind}, {shape}").format(
                number=index.row() + 1, name=layer.name, kind=layer_kind(layer.kind).title,
                shape=shape_text(layer.shape))
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return layer if role == _ROW_ROLE else None


class ChipDelegate(QStyledItemDelegate):
    """Paints a layer as a node of the canvas is painted, only smaller: family colour, name, shape."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Make every chip equally large."""
        return QSize(_CHIP.width() + 6, _CHIP.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one layer."""
        layer: LayerOutline = index.data(_ROW_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(1, 1, -6, -2)
        painter.setPen(theme().color("accent" if chosen else "line"))
        painter.setBrush(theme().color("selection" if chosen else "hover" if hovered else "surface"))
        painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)
        painter.fillRect(QRect(box.x() + 1, box.y() + 4, 4, box.height() - 8),
                         theme().family_color(layer_kind(layer.kind).family))
        self._paint_texts(painter, box.adjusted(12, 4, -6, -4), layer, index.row(), chosen=chosen)
        painter.restore()

    @staticmethod
    def _paint_texts(painter: QPainter, box: QRect, layer: LayerOutline, row: int, *, chosen: bool) -> None:
        painter.setFont(font(TEXT_PX, 600 if chosen else 500))
        painter.setPen(theme().color("text"))
        name = painter.fontMetrics().elidedText(layer.name, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), name)
        painter.setFont(font(CAPTION_PX))
        painter.setPen(theme().color("quiet"))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(box, int(bottom | Qt.AlignmentFlag.AlignLeft), f"{row + 1}")
        painter.drawText(box, int(bottom | Qt.AlignmentFlag.AlignRight), shape_text(layer.shape))


class LayerStrip(QListView):
    """One row of layers."""

    layer_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "layer_strip", self.tr("Layers in the order they run"))
        self._model = LayerModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ChipDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_CHIP.height() + 18)
        self.setMouseTracking(True)
        self.setProperty("bare", True)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme().changed.connect(self.viewport().update)

    @property
    def layers(self) -> tuple[LayerOutline, ...]:
        """The layers on show."""
        return self._model.layers

    def set_layers(self, layers: Sequence[LayerOutline]) -> None:
        """Show ``layers``, none of them chosen."""
        self._model.set_layers(layers)

    def show_layer(self, number: int) -> None:
        """Mark a layer without asking for it."""
        self.selectionModel().blockSignals(True)
        index = self._model.index(number)
        self.setCurrentIndex(index)
        self.selectionModel().blockSignals(False)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.layer_requested.emit(self._model.layers[current.row()].id)
