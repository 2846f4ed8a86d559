"""The field that appears over a layer's name to rename it in place."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from cnnstudio.network.edits import Rename
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.view import NetworkView

_SMALLEST_WIDTH_PX = 160


class RenameEditor(QLineEdit):
    """Enter renames, Esc leaves the name as it was, leaving the field renames."""

    def __init__(self, session: EditorSession, view: NetworkView) -> None:
        super().__init__(view.viewport())
        self.setObjectName("rename_editor")
        self.setAccessibleName(self.tr("New name of the layer"))
        self._session = session
        self._view = view
        self._node_id: str | None = None
        view.scrolled.connect(self.abandon)
        view.zoom_changed.connect(self.abandon)
        session.graph_swapped.connect(self.abandon)
        self.hide()

    def begin(self, node_id: str) -> None:
        """Show the field over a layer's name."""
        self._view.reveal(node_id)
        self._node_id = node_id
        box = self._view.mapFromScene(self._view.network_scene.nodes[node_id].title_box()).boundingRect()
        self.setGeometry(box.left(), box.center().y() - 15, max(_SMALLEST_WIDTH_PX, box.width()), 30)
        self.setText(self._session.graph.nodes[node_id].name)
        self.selectAll()
        self.show()
        self.setFocus()

    def abandon(self) -> None:
        """Leave the name as it was."""
        if self._node_id is not None:
            self._node_id = None
            self.hide()
            self._view.setFocus()

    def accept(self) -> None:
        """Rename."""
        node_id, self._node_id = self._node_id, None
        if node_id is None:
            return
        self.hide()
        self._view.setFocus()
        node = self._session.graph.nodes.get(node_id)
        if node is not None and self.text() != node.name:
            self._session.push(Rename(node_id, self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey Enter and Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.abandon()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Rename when the user goes elsewhere."""
        super().focusOutEvent(event)
        self.accept()
