"""A small list to choose a class from by typing; a name that is not there makes a new class."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, plain_tip

_SIZE_PX = (304, 300)
_SHOWN = 200


class ClassChooser(QFrame):
    """Opens at a point and tells the class chosen; Escape or a click elsewhere closes it."""

    chosen = Signal(str)

    def __init__(self, class_names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setObjectName("class_chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("card", True)
        self._opener = parent
        self._names = class_names
        self._field = described(QLineEdit(self), "class_chooser_name", self.tr("Class"))
        self._field.setPlaceholderText(self.tr("Find a class, or name a new one"))
        self._field.textChanged.connect(self._fill)
        self._field.returnPressed.connect(self._on_return)
        self._list = described(QListWidget(self), "class_chooser_list", self.tr("Classes"))
        self._list.setProperty("bare", True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setSpacing(2)
        self._list.itemClicked.connect(self._on_item)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self.resize(*_SIZE_PX)
        self._fill("")

    def open_at(self, point: QPoint) -> None:
        """Show the list at ``point`` of the screen, inside the window, ready for typing."""
        room, place = self.window().rect(), self.window().mapFromGlobal(point)
        self.move(max(0, min(place.x(), room.right() - self.width())),
                  max(0, min(place.y(), room.bottom() - self.height())))
        self.show()
        self.raise_()
        self._field.setFocus()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let the arrow keys go through the list while the cursor stays in the field."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = min(max(self._list.currentRow() + step, 0), self._list.count() - 1)
            self._list.setCurrentRow(row)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _fill(self, text: str) -> None:
        wanted = text.strip().casefold()
        found = [name for name in self._names if wanted in name.casefold()]
        found.sort(key=lambda name: not name.casefold().startswith(wanted))
        self._list.clear()
        for name in found[:_SHOWN]:
            self._add(name, name)
        if wanted and text.strip() not in self._names:
            self._add(self.tr("New class “{name}”").format(name=text.strip()), text.strip())
        self._list.setCurrentRow(0)

    def _add(self, text: str, name: str) -> None:
        item = QListWidgetItem(text, self._list)
        item.setToolTip(plain_tip(name))
        item.setData(Qt.ItemDataRole.UserRole, name)

    def _on_return(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._on_item(item)

    def _on_item(self, item: QListWidgetItem) -> None:
        name = str(item.data(Qt.ItemDataRole.UserRole))
        self._leave()
        self.chosen.emit(name)

    def _leave(self) -> None:
        """Close, and give the keyboard back to where it was."""
        self.close()
        self._opener.setFocus()
