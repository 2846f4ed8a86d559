"""The known networks and the user's own, each with a sentence and its cost; choosing one replaces the network."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.network.own_networks import own_networks
from cnnstudio.network.presets import PRESETS, PresetInfo
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.editor.formats import shape_text, short
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.style import canvas_style
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.theme import font

Index = QModelIndex | QPersistentModelIndex
NAME, DETAIL, FIGURES, IS_OWN = (Qt.ItemDataRole.UserRole + number for number in range(4))
_WIDTH_PX = 520
_LIST_PX = 420
_INSET = 12
_LINE_PX = 18
_ROOM_PX = _WIDTH_PX - 2 * _INSET - 40


class PresetDelegate(QStyledItemDelegate):
    """Paints title, cost at the right, and the description below in as many lines as it needs."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the height the description needs."""
        words = QFontMetrics(font(12)).boundingRect(
            QRect(0, 0, _ROOM_PX, 400), int(Qt.TextFlag.TextWordWrap), index.data(DETAIL))
        return QSize(_WIDTH_PX - 40, words.height() + 20 + self.top_height(index))

    def top_height(self, index: Index) -> int:
        """Return the height of title and cost in pixels: one line, or two where both have no room on one."""
        needed = QFontMetrics(font(13, 600)).horizontalAdvance(index.data()) + _INSET + QFontMetrics(
            font(11)).horizontalAdvance(index.data(FIGURES))
        return _LINE_PX if needed <= _ROOM_PX else 2 * _LINE_PX

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one network."""
        style = canvas_style()
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colors["selection" if is_selected else "hover"])
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        box = option.rect.adjusted(_INSET, 8, -_INSET, -4)
        painter.setFont(font(13, 600))
        painter.setPen(style.colors["text"])
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, index.data())
        painter.setFont(font(11))
        painter.setPen(style.colors["quiet"])
        height = self.top_height(index)
        if height == _LINE_PX:
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, index.data(FIGURES))
        else:
            painter.drawText(box.adjusted(0, _LINE_PX, 0, 0), Qt.AlignmentFlag.AlignLeft, index.data(FIGURES))
        painter.setFont(font(12))
        painter.drawText(QRect(box.left(), box.top() + height + 2, _ROOM_PX, box.height()),
                         int(Qt.TextFlag.TextWordWrap), index.data(DETAIL))
        painter.restore()


class PresetsPopup(QFrame):
    """A popup with a search, the list, a switch that fits the network to the open images, and a place to save.

    Attributes
    ----------
    chosen : name of the network, and whether it shall be fitted to the open images
    save_requested : the name under which the network on the canvas shall be kept
    delete_requested : the name of an own network that shall be deleted
    """

    chosen = Signal(str, bool)
    save_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        described(self, "presets_popup", self.tr("Known networks"))
        self.setProperty("card", True)
        self._session = session
        self.search = described(QLineEdit(), "presets_search", self.tr("Find a network"))
        self.list = described(QListWidget(), "presets_list", self.tr("Known networks"))
        self.fit = described(QCheckBox(), "presets_fit", self.tr("Fit to the open images"))
        self.own_name = described(QLineEdit(), "own_name", self.tr("Name for this network"))
        self.save = described(QPushButton(self.tr("Keep")), "keep_network", self.tr("Keep this network"))
        self.delete = described(QPushButton(self.tr("Delete")), "delete_own", self.tr("Delete this network of yours"))
        self._build()

    def _build(self) -> None:
        self.setFixedWidth(_WIDTH_PX)
        self._prepare_list()
        self.search.setPlaceholderText(self.tr("Find a network"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._choose_current)
        self.own_name.setPlaceholderText(self.tr("Name, to start from this network again"))
        self.own_name.textChanged.connect(self._show_what_can_be_done)
        self.own_name.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.delete.clicked.connect(self._delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(8)
        heading = label(self.tr("Known networks"), "subheading")
        for widget in (heading, self.search, self.list, self.fit):
            column.addWidget(widget)
        heading.setContentsMargins(_INSET, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.own_name, 1)
        row.addWidget(self.save)
        row.addWidget(self.delete)
        column.addLayout(row)

    def _prepare_list(self) -> None:
        self.list.setProperty("bare", True)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(PresetDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setFixedHeight(_LIST_PX)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(self._show_what_can_be_done)

    def refresh(self) -> None:
        """List the networks anew, the user's own first."""
        self.list.clear()
        for own in own_networks():
            self._add(own.name, own.name, self.tr("Kept by you."), self.tr("yours"), is_own=True)
        for info in PRESETS:
            self._add(info.name, tr(info.title, "Presets"), tr(info.description, "Presets"), self._figures(info))
        self._filter(self.search.text())

    def _figures(self, info: PresetInfo) -> str:
        """Give year, published input and cost."""
        return self.tr("{year} · {shape} · {weights} weights · {work} multiply-adds").format(
            year=info.year, shape=shape_text(info.input_shape), weights=short(info.weights),
            work=short(info.multiply_adds))

    def _add(self, name: str, title: str, detail: str, figures: str, *, is_own: bool = False) -> None:
        item = QListWidgetItem(title)
        for role, value in ((NAME, name), (DETAIL, detail), (FIGURES, figures), (IS_OWN, is_own),
                            (Qt.ItemDataRole.AccessibleTextRole, f"{title}, {figures}"),
                            (Qt.ItemDataRole.AccessibleDescriptionRole, detail)):
            item.setData(role, value)
        self.list.addItem(item)

    def open_at(self, corner: QPoint) -> None:
        """Show the popup with its upper left corner at a point of the screen."""
        workspace = self._session.workspace
        has_images = workspace.folder is not None
        self.search.clear()
        self.own_name.clear()
        self.refresh()
        self.fit.setVisible(has_images)
        self.fit.setChecked(has_images)
        self.fit.setText(self.tr("Fit to the open images ({shape}, {classes} classes)").format(
            shape=shape_text(workspace.preprocess.shape), classes=len(workspace.class_names)))
        self.adjustSize()
        self.move(corner)
        self.show()
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Del take an own network away."""
        if event.key() == Qt.Key.Key_Delete and self.delete.isEnabled():
            self._delete()
            return
        super().keyPressEvent(event)

    def _filter(self, text: str) -> None:
        """Show the networks whose title or description has all the words, and stand on the first."""
        words = text.lower().split()
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            told = f"{item.text()} {item.data(NAME)} {item.data(DETAIL)} {item.data(FIGURES)}".lower()
            item.setHidden(not all(word in told for word in words))
            if first is None and not item.isHidden():
                first = row
        self.list.setCurrentRow(-1 if first is None else first)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self, *_ignored: object) -> None:
        item = self.list.currentItem()
        self.delete.setEnabled(item is not None and bool(item.data(IS_OWN)))
        self.save.setEnabled(bool(self.own_name.text().strip()))

    def _choose_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        if self.isVisible():
            self.close()
            self.chosen.emit(item.data(NAME), self.fit.isVisibleTo(self) and self.fit.isChecked())

    def _save(self) -> None:
        if self.save.isEnabled():
            self.save_requested.emit(self.own_name.text())
            self.own_name.clear()
            self.refresh()

    def _delete(self) -> None:
        item = self.list.currentItem()
        if item is not None and item.data(IS_OWN):
            self.delete_requested.emit(item.data(NAME))
            self.refresh()
