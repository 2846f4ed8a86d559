"""Keeps the marks of a comparison on the canvas in step with what differs."""

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QObject, QPointF, QTimer

from cnnstudio.network.difference_words import Sign
from cnnstudio.network.registry import layer_kind
from cnnstudio.ui.editor.building import free_place
from cnnstudio.ui.editor.difference_items import GhostItem, MarkItem
from cnnstudio.ui.editor.difference_session import ComparisonSession
from cnnstudio.ui.editor.frame_item import FrameItem
from cnnstudio.ui.editor.node_item import NodeItem
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.theme import theme

_MARKED: tuple[Sign, ...] = ("added", "changed")


class DifferenceMarks(QObject):
    """Marks added and changed layers, and draws removed ones as ghosts where they were.

    Attributes
    ----------
    marks : by the id of the layer's item
    ghosts : by the id of the removed layer; only where both networks are states of one document
    """

    def __init__(self, comparison: ComparisonSession, scene: NetworkScene, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison, self._scene = comparison, scene
        self.marks: dict[str, MarkItem] = {}
        self.ghosts: dict[str, GhostItem] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        comparison.changed.connect(self.refresh)
        scene.session.shown_changed.connect(self._later.start)
        theme().changed.connect(self._repaint)

    def refresh(self) -> None:
        """Show what differs now; marks that stay are kept."""
        items: dict[str, NodeItem | FrameItem] = {**self._scene.nodes, **self._scene.frames}
        wanted = {item_id: shown for item_id, shown in self._wanted().items() if item_id in items}
        for item_id, mark in list(self.marks.items()):
            if item_id not in wanted or not shiboken6.isValid(mark) or mark.parentItem() is not items[item_id]:
                self._drop(self.marks.pop(item_id))
        for item_id, (sign, text) in wanted.items():
            if item_id in self.marks:
                self.marks[item_id].set_text(sign, text)
            else:
                self.marks[item_id] = MarkItem(items[item_id], sign, text)
        self._place_ghosts()

    def _wanted(self) -> dict[str, tuple[Sign, str]]:
        """Give sign and text by the id of the item that is marked; a block with anything but added layers changed."""
        texts: dict[str, list[str]] = {}
        signs: dict[str, set[Sign]] = {}
        owner = self._scene.session.shown.owner
        for sentence in self._comparison.sentences:
            if sentence.sign in _MARKED and sentence.layer is not None:
                item_id = owner(sentence.layer)
                texts.setdefault(item_id, []).append(sentence.text)
                signs.setdefault(item_id, set()).add(sentence.sign)
        return {item_id: ("changed" if "changed" in signs[item_id] else "added", "\n".join(lines))
                for item_id, lines in texts.items()}

    def _place_ghosts(self) -> None:
        for ghost in self.ghosts.values():
            self._drop(ghost)
        self.ghosts = dict(self._make_ghosts())

    def _make_ghosts(self) -> Iterator[tuple[str, GhostItem]]:
        graph, found = self._scene.session.graph, self._comparison.found
        texts = {sentence.layer: sentence.text for sentence in self._comparison.sentences
                 if sentence.sign == "removed"}
        for layer in found.removed if found.by_id else ():
            node = layer.node
            if node.id in graph.nodes:
                continue    # one of several copies of a repeated layer
            title = tr(layer_kind(node.kind).title, "LayerKind")
            ghost = GhostItem(node.name, tr("{title}, removed").format(title=title), texts.get(node.id, ""))
            ghost.setPos(free_place(graph, QPointF(node.x, node.y)))
            self._scene.addItem(ghost)
            yield node.id, ghost

    @staticmethod
    def _drop(item: MarkItem | GhostItem) -> None:
        """Take an item off the canvas, unless it is gone with what it sat on."""
        scene = item.scene() if shiboken6.isValid(item) else None
        if scene is not None:
            scene.removeItem(item)

    def _repaint(self) -> None:
        for item in (*self.marks.values(), *self.ghosts.values()):
            if shiboken6.isValid(item):
                item.update()
