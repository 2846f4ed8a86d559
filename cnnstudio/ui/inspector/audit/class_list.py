"""The classes of an audit with their levels; the first row stands for all of them."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from cnnstudio.explain.audit.words import accuracy_words
from cnnstudio.ui.icons import icon
from cnnstudio.ui.inspector.audit.level_signs import level_sign, level_title
from cnnstudio.ui.inspector.audit.session import AuditSession
from cnnstudio.ui.theme import theme

ALL_CLASSES = -1
_CLASS_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_ROW_PX = 48


class ClassList(QListView):
    """A row a class: its name, and below in words how grave the worst is that was found."""

    class_chosen = Signal(int)
    """A class number, or `ALL_CLASSES`."""

    def __init__(self, session: AuditSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._is_filling = session, False
        self.setObjectName("audit_classes")
        self.setAccessibleName(self.tr("Classes"))
        self.setProperty("bare", True)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(20, 20))
        self.setSpacing(1)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme().changed.connect(self.refresh)

    @property
    def chosen(self) -> int:
        """The class that is chosen, or `ALL_CLASSES`."""
        index = self.currentIndex()
        return int(index.data(_CLASS_ROLE)) if index.isValid() else ALL_CLASSES

    def fill(self) -> None:
        """Make the rows anew and choose the first."""
        self._is_filling = True  # rows that go make others current for a moment
        self._model.clear()
        for number in (ALL_CLASSES, *range(len(self._session.class_names))):
            item = QStandardItem()
            item.setData(number, _CLASS_ROLE)
            item.setSizeHint(QSize(0, _ROW_PX))
            self._model.appendRow(item)
        self.refresh()
        self.selectionModel().clear()
        self._is_filling = False
        self.choose(ALL_CLASSES)

    def choose(self, class_index: int) -> None:
        """Make a class the chosen one."""
        self.selectionModel().setCurrentIndex(
            self._model.index(class_index + 1, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def refresh(self) -> None:
        """Bring every row's words up to date."""
        for row in range(self._model.rowCount()):
            self.refresh_class(row - 1)

    def refresh_class(self, class_index: int) -> None:
        """Bring one row's words up to date."""
        if class_index + 1 >= self._model.rowCount():
            return
        item = self._model.item(class_index + 1)
        name, words, icon_name, token = self._overall() if class_index == ALL_CLASSES else self._of(class_index)
        item.setText(f"{name}\n{words}")
        item.setIcon(icon(icon_name, token))
        spoken = f"{name}: {words}"
        card = self._session.cards.get(class_index)
        if card is not None:
            spoken = f"{spoken}; {accuracy_words(card.accuracy)}"
        item.setAccessibleText(spoken)
        item.setToolTip("")

    def _overall(self) -> tuple[str, str, str, str]:
        audit, found = self._session.audit, len(self._session.suspicions)
        if audit is None:
            words = self.tr("Suspicions so far: {count}").format(count=found) if found else self.tr("being looked at…")
            return self.tr("All classes"), words, "look", "quiet"
        sign = level_sign(audit.report.level)
        return self.tr("All classes"), level_title(audit.report.level), sign.icon, sign.token

    def _of(self, class_index: int) -> tuple[str, str, str, str]:
        name, level = self._session.class_names[class_index], self._session.level_of(class_index)
        if class_index not in self._session.cards:
            words = self.tr("no images") if self._session.audit is not None else self.tr("waits")
            return name, words, "less", "quiet"
        if level is None:
            return name, self.tr("being tested…"), "look", "quiet"
        sign = level_sign(level)
        return name, level_title(level), sign.icon, sign.token

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_filling:
            self.class_chosen.emit(int(index.data(_CLASS_ROLE)))
