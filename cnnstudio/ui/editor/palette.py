"""The catalogue of layer kinds at the left: drag one to the canvas, or press Enter to insert it."""
# ruff: noqa: N802 -- Qt's names

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.network.layer_kinds import LayerKind
from cnnstudio.network.registry import layer_kind, layer_kinds
from cnnstudio.ui import icons
from cnnstudio.ui.cards import label
from cnnstudio.ui.editor.mime import KIND_FORMAT, kind_data
from cnnstudio.ui.editor.palette_preview import PalettePreview
from cnnstudio.ui.editor.style import canvas_style
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.theme import font, theme

Index = QModelIndex | QPersistentModelIndex
KIND_ROLE = Qt.ItemDataRole.UserRole + 1
HEADINGS = (
    ("Backbone", ("backbone",)),
    ("Convolution", ("convolution",)),
    ("Pooling", ("pooling",)),
    ("Size", ("resizing",)),
    ("Activation", ("activation",)),
    ("Normalisation", ("normalisation",)),
    ("Dense", ("dense",)),
    ("Merge", ("merge",)),
    ("Input and output", ("input", "output")),
)
_ROW_PX, _HEADING_PX = 32, 30


class PaletteModel(QStandardItemModel):
    """Headings with the layer kinds of their families below; a kind can be dragged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for title, families in HEADINGS:
            heading = QStandardItem(tr(title, "LayerFamily"))
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for kind in layer_kinds().values():
                if kind.family in families:
                    heading.appendRow(_row(kind))
            self.appendRow(heading)

    def mimeTypes(self) -> list[str]:
        """Name the one format that is dragged."""
        return [KIND_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Pack the first kind."""
        names = [index.data(KIND_ROLE) for index in indexes if index.data(KIND_ROLE)]
        return kind_data(names[0]) if names else QMimeData()

    def supportedDragActions(self) -> Qt.DropAction:
        """Layers are copied out of the palette."""
        return Qt.DropAction.CopyAction


def _row(kind: LayerKind) -> QStandardItem:
    title = tr(kind.title, "LayerKind")
    item = QStandardItem(title)
    item.setData(kind.name, KIND_ROLE)
    item.setToolTip(f"{title} ({kind.name})\n\n{tr(kind.help, 'LayerKind')}")
    item.setData(title, Qt.ItemDataRole.AccessibleTextRole)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled)
    return item


class PaletteFilter(QSortFilterProxyModel):
    """Keeps kinds whose title, PyTorch name, family or help holds the words looked for, best matches by title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setRecursiveFilteringEnabled(True)

    def look_for(self, text: str) -> None:
        """Show only what matches every word."""
        self.beginFilterChange()
        self._words = text.lower().split()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Tell whether a kind matches; headings follow their kinds."""
        name = self.sourceModel().index(row, 0, parent).data(KIND_ROLE)
        if name is None:
            return not self._words
        kind = layer_kind(name)
        told = f"{tr(kind.title, 'LayerKind')} {kind.name} {kind.family}".lower()
        return all(word in told for word in self._words)


class PaletteDelegate(QStyledItemDelegate):
    """Paints a kind as icon in its family's colour, title, and PyTorch's name quietly at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give rows and headings their heights."""
        return QSize(120, _ROW_PX if index.data(KIND_ROLE) else _HEADING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a kind."""
        style, box = canvas_style(), option.rect
        name = index.data(KIND_ROLE)
        painter.save()
        if name is None:
            painter.setFont(font(11, 600))
            painter.setPen(style.colors["quiet"])
            painter.drawText(box.adjusted(12, 6, -8, 0), Qt.AlignmentFlag.AlignVCenter, index.data())
        else:
            self._paint_kind(painter, option, index.data(), layer_kind(name))
        painter.restore()

    def _paint_kind(self, painter: QPainter, option: QStyleOptionViewItem, title: str, kind: LayerKind) -> None:
        style, box = canvas_style(), option.rect
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colors["selection" if is_selected else "hover"])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(box.adjusted(6, 1, -6, -1), 6, 6)
        color = style.family(kind.family)
        painter.drawPixmap(box.left() + 12, box.top() + (box.height() - 20) // 2, icons.pixmap(kind.icon, 20, color))
        words = box.adjusted(40, 0, -14, 0)
        painter.setFont(font(13))
        painter.setPen(style.colors["text"])
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        room = words.width() - metrics.horizontalAdvance(shown) - 10
        painter.setFont(font(11))
        if title != kind.name and painter.fontMetrics().horizontalAdvance(kind.name) <= room:
            painter.setPen(style.colors["quiet"])
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, kind.name)


class PaletteView(QTreeView):
    """The list itself."""

    insert_requested = Signal(str)
    pointed_at = Signal(str)
    """The kind under the pointer, or else the current one; empty on a heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette_view")
        self.setAccessibleName(self.tr("Layers to add"))
        self.setProperty("bare", True)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QTreeView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(PaletteDelegate(self))
        self.doubleClicked.connect(self._request)
        self.entered.connect(self._point_at)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell what the keyboard chose."""
        super().currentChanged(current, previous)
        self._point_at(current)

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to the current kind when the pointer leaves."""
        super().leaveEvent(event)
        self._point_at(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._request(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _point_at(self, index: Index) -> None:
        self.pointed_at.emit((index.data(KIND_ROLE) if index.isValid() else None) or "")

    def _request(self, index: QModelIndex) -> None:
        name = index.data(KIND_ROLE) if index.isValid() else None
        if name:
            self.insert_requested.emit(name)


class PalettePanel(QFrame):
    """Search field and list of layer kinds.

    Attributes
    ----------
    insert_requested : the name of a kind the user wants after the selection
    """

    insert_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette_panel")
        self.setProperty("panel", True)
        self.search = QLineEdit()
        self.view = PaletteView()
        self.preview = PalettePreview()
        self.model = PaletteModel(self)
        self._filter = PaletteFilter(self)
        self._filter.setSourceModel(self.model)
        self.view.setModel(self._filter)
        self.view.expandAll()
        self._nothing = label(self.tr("No layer is called that."), "quiet", wrap=True, name="palette_nothing")
        self._build()

    def _build(self) -> None:
        self.search.setObjectName("palette_search")
        self.search.setAccessibleName(self.tr("Search the layers"))
        self.search.setPlaceholderText(self.tr("Search layers"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_text)
        self.search.returnPressed.connect(self._insert_first)
        self.view.insert_requested.connect(self.insert_requested)
        self.view.pointed_at.connect(self.preview.show_kind)
        self.preview.show_kind(self.kinds()[0])
        theme().changed.connect(self.view.viewport().update)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.addWidget(self.search)
        top.addWidget(self._nothing)
        self._nothing.hide()
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self.preview)

    def index_of(self, kind: str) -> QModelIndex:
        """Give the list's index of a kind, as it is shown now; invalid when it is filtered out."""
        found = self._filter.match(self._filter.index(0, 0), KIND_ROLE, kind, 1,
                                   Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
        return found[0] if found else QModelIndex()

    def kinds(self) -> list[str]:
        """List the kinds shown, top to bottom."""
        headings = [self._filter.index(row, 0) for row in range(self._filter.rowCount())]
        return [self._filter.index(row, 0, heading).data(KIND_ROLE)
                for heading in headings for row in range(self._filter.rowCount(heading))]

    def _on_text(self, text: str) -> None:
        self._filter.look_for(text)
        self.view.expandAll()
        shown = self.kinds()
        self._nothing.setVisible(not shown)
        if text and shown:
            self.view.setCurrentIndex(self.index_of(shown[0]))

    def _insert_first(self) -> None:
        shown = self.kinds()
        if self.search.text() and shown:
            self.insert_requested.emit(shown[0])
