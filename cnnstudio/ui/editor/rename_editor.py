"""The field that appears over the name of a layer or a block to rename it in place."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from cnnstudio.network.block_edits import RenameBlock
from cnnstudio.network.edits import Rename
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.view import NetworkView

_SMALLEST_WIDTH_PX = 160


class RenameEditor(QLineEdit):
    """Enter renames, Esc leaves the name as it was, leaving the field renames."""

    def __init__(self, session: EditorSession, view: NetworkView) -> None:
        super().__init__(view.viewport())
        self.setObjectName("rename_editor")
        self.setAccessibleName(self.tr("New name of the layer or block"))
        self._session = session
        self._view = view
        self._node_id: str | None = None
        view.scrolled.connect(self.abandon)
        view.zoom_changed.connect(self.abandon)
        session.graph_swapped.connect(self.abandon)
        self.hide()

    def begin(self, some_id: str) -> None:
        """Show the field over the name of a layer or a block; one that is hidden in a folded block has none there."""
        scene, graph = self._view.network_scene, self._session.graph
        item = scene.nodes.get(some_id) or scene.frames.get(some_id)
        if item is None:
            return
        self._view.reveal(some_id)
        self._node_id = some_id
        box = self._view.mapFromScene(item.title_box()).boundingRect()
        self.setGeometry(box.left(), box.center().y() - 15, max(_SMALLEST_WIDTH_PX, box.width()), 30)
        self.setText((graph.blocks.get(some_id) or graph.nodes[some_id]).name)
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
        some_id, self._node_id = self._node_id, None
        if some_id is None:
            return
        self.hide()
        self._view.setFocus()
        graph = self._session.graph
        named = graph.blocks.get(some_id) or graph.nodes.get(some_id)
        if named is not None and self.text() != named.name:
            rename = RenameBlock if some_id in graph.blocks else Rename
            self._session.push(rename(some_id, self.text()))

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
