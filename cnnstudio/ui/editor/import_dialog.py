"""The list of torchvision's networks that can be imported, with a search."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.network.torchvision_names import MODELS, ModelInfo
from cnnstudio.ui.cards import label
from cnnstudio.ui.editor.formats import shape_text
from cnnstudio.workspace.workspace import Workspace

_ROW_PX = 26
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ImportDialog(QDialog):
    """Lets one network be found by a part of its name and imported with Enter or a double click."""

    chosen = Signal(str, bool)
    """Torchvision's name, and whether the network shall be fitted to the open images."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(self.tr("Import from torchvision"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(480, 560)
        self._rows = [_row(model, self.tr("{side} px").format(side=model.input_px)) for model in MODELS]
        self.search = QLineEdit(self)
        self.list = QTreeWidget(self)
        self.nothing = label(self.tr("No network has this name."), "quiet")
        self.fit = QCheckBox(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.button = self.buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setProperty("primary", True)
        self.button.setDefault(True)
        self._build(workspace)
        self._connect()
        self._filter("")
        self.search.setFocus()

    def _build(self, workspace: Workspace) -> None:
        said = label(self.tr("Networks of the installed torchvision, layer by layer and without trained weights; "
                             "nothing is downloaded. The network on the canvas is replaced, which can be undone."),
                     "quiet", wrap=True)
        self.search.setObjectName("import_search")
        self.search.setAccessibleName(self.tr("Find a network"))
        self.search.setPlaceholderText(self.tr("Find a network"))
        self.search.setClearButtonEnabled(True)
        self._build_list()
        self.fit.setObjectName("import_fit")
        self.fit.setText(self.tr("Fit to the open images ({shape}, {classes} classes)").format(
            shape=shape_text(workspace.preprocess.shape), classes=len(workspace.class_names)))
        self.fit.setVisible(workspace.folder is not None)
        self.fit.setChecked(workspace.folder is not None)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (said, self.search, self.list, self.nothing, self.fit, self.buttons):
            column.addWidget(widget, 1 if widget is self.list else 0)

    def _build_list(self) -> None:
        self.list.setObjectName("import_list")
        self.list.setAccessibleName(self.tr("Networks of torchvision"))
        self.list.setHeaderLabels([self.tr("Network"), self.tr("Weights"), self.tr("Images")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.addTopLevelItems(self._rows)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setDefaultAlignment(_RIGHT)
        self.list.headerItem().setTextAlignment(0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.list.itemDoubleClicked.connect(self.accept)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def accept(self) -> None:
        """Import the network that is marked."""
        item = self.list.currentItem()
        if item not in self.shown():
            return
        self.chosen.emit(item.text(0), self.fit.isVisibleTo(self) and self.fit.isChecked())
        super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while a name is typed."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return super().eventFilter(watched, event)

    def shown(self) -> list[QTreeWidgetItem]:
        """Return the networks that match the search, in the list's order."""
        return [item for item in self._rows if not item.isHidden()]

    def _step(self, by: int) -> None:
        found = self.shown()
        current = self.list.currentItem()
        if found and current in found:
            self.list.setCurrentItem(found[(found.index(current) + by) % len(found)])

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        for item in self._rows:
            item.setHidden(not all(word in item.text(0) for word in words))
        found = self.shown()
        if found:
            self.list.setCurrentItem(found[0])
        else:
            self.list.clearSelection()
        self.nothing.setVisible(not found)
        self.button.setEnabled(bool(found))


def _row(model: ModelInfo, side: str) -> QTreeWidgetItem:
    """Return a line of the list."""
    item = QTreeWidgetItem([model.name, f"{model.weights:,}", side])
    item.setSizeHint(0, QSize(0, _ROW_PX))
    item.setTextAlignment(1, _RIGHT)
    item.setTextAlignment(2, _RIGHT)
    return item
