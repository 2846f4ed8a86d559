"""The list of known networks with a sentence on each; choosing one replaces the network, which can be undone."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.network.presets import PRESETS
from cnnstudio.ui.cards import label
from cnnstudio.ui.editor.formats import count, shape_text
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.style import canvas_style
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.theme import font

Index = QModelIndex | QPersistentModelIndex
_NAME, _DETAIL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WIDTH_PX = 440
_INSET = 12


class PresetDelegate(QStyledItemDelegate):
    """Paints title, published size at the right, and the description below in as many lines as it needs."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the height the description needs."""
        room = QRect(0, 0, _WIDTH_PX - 2 * _INSET - 24, 400)
        words = QFontMetrics(font(12)).boundingRect(room, int(Qt.TextFlag.TextWordWrap), index.data(_DETAIL))
        return QSize(_WIDTH_PX - 24, words.height() + 38)

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
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, index.data(Qt.ItemDataRole.UserRole + 2))
        painter.setFont(font(12))
        painter.drawText(box.adjusted(0, 20, 0, 0), int(Qt.TextFlag.TextWordWrap), index.data(_DETAIL))
        painter.restore()


class PresetsPopup(QFrame):
    """A popup with the list and, when images are open, a switch that fits the network to them."""

    chosen = Signal(str, bool)
    """Name of the preset, and whether it shall be fitted to the open images."""

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("presets_popup")
        self.setAccessibleName(self.tr("Known networks"))
        self.setProperty("card", True)
        self._session = session
        self.list = QListWidget()
        self.fit = QCheckBox()
        self._build()

    def _build(self) -> None:
        self.setFixedWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        heading = label(self.tr("Known networks"), "subheading")
        heading.setContentsMargins(_INSET, 0, 0, 0)
        column.addWidget(heading)
        self.list.setObjectName("presets_list")
        self.list.setAccessibleName(self.tr("Known networks"))
        self.list.setProperty("bare", True)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(PresetDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for info in PRESETS:
            self._add(info.name, tr(info.title, "Presets"), tr(info.description, "Presets"),
                      f"{info.year} · {shape_text(info.input_shape)} → {count(info.classes)}")
        height = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(height + 4)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.fit.setObjectName("presets_fit")
        self.fit.setAccessibleName(self.tr("Fit to the open images"))
        self.fit.setContentsMargins(_INSET, 0, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self.fit)

    def _add(self, name: str, title: str, detail: str, figures: str) -> None:
        item = QListWidgetItem(title)
        item.setData(_NAME, name)
        item.setData(_DETAIL, detail)
        item.setData(Qt.ItemDataRole.UserRole + 2, figures)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, detail)
        self.list.addItem(item)

    def open_at(self, corner: QPoint) -> None:
        """Show the popup with its upper left corner at a point of the screen."""
        workspace = self._session.workspace
        has_images = workspace.folder is not None
        self.fit.setVisible(has_images)
        self.fit.setChecked(has_images)
        self.fit.setText(self.tr("Fit to the open images ({shape}, {classes} classes)").format(
            shape=shape_text(workspace.preprocess.shape), classes=len(workspace.class_names)))
        self.adjustSize()
        self.move(corner)
        self.show()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        if self.isVisible():
            self.close()
            self.chosen.emit(item.data(_NAME), self.fit.isVisibleTo(self) and self.fit.isChecked())
