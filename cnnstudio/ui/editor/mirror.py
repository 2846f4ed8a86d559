"""Keeps the canvas's items equal to what is shown of the graph: one by one without blocks, else all at once, later."""

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.ui.editor.block_faces import bare_block_face, frame_face
from cnnstudio.ui.editor.block_item import BlockItem
from cnnstudio.ui.editor.canvas_items import CanvasItems
from cnnstudio.ui.editor.faces import bare_face
from cnnstudio.ui.editor.frame_item import FrameItem
from cnnstudio.ui.editor.listening import listen
from cnnstudio.ui.editor.node_item import NodeItem
from cnnstudio.ui.editor.session import EditorSession


class Mirror(QObject):
    """Listens to the session's graph and adds, moves and removes items.

    Without blocks every change of the graph changes one item at once. With blocks one change may hide or show many
    layers, so the items only become stale, and are brought up to date when somebody asks for them, or soon.
    """

    touched = Signal()
    """One item was added, moved or removed."""
    synced = Signal()
    """All items were compared with what is shown."""

    def __init__(self, session: EditorSession, items: CanvasItems, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._items = session, items
        self._graph: NetworkGraph | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.sync)
        self.is_stale = self._is_syncing = False

    def take_over(self) -> None:
        """Take over the session's graph from the start, and listen to it."""
        self._listen(connect=False)
        self._items.clear()
        self._graph = self._session.graph
        self._listen(connect=True)
        self.is_stale = True
        self.sync()

    def _listen(self, *, connect: bool) -> None:
        graph = self._graph
        if graph is None:
            return
        for signal, slot in (
                (graph.node_added, self._on_node_added), (graph.node_removed, self._on_node_removed),
                (graph.node_moved, self._on_node_moved), (graph.edge_added, self._on_edge_added),
                (graph.edge_removed, self._on_edge_removed), (graph.block_added, self._on_block),
                (graph.block_removed, self._on_block), (graph.block_changed, self._on_block),
                (graph.comment_added, self._on_comment), (graph.comment_changed, self._on_comment),
                (graph.comment_removed, self._on_comment_removed)):
            if connect:
                listen(self, signal, slot)
            else:
                signal.disconnect(slot)

    # one by one

    def _must_wait(self) -> bool:
        """Tell whether the items are brought up to date later, and see to it."""
        if self.is_stale or self._session.graph.blocks:
            self.is_stale = True
            self._later.start()
        return self.is_stale

    def _on_block(self, _block_id: str) -> None:
        self.is_stale = True
        self._later.start()

    def _on_node_added(self, node_id: str) -> None:
        if not self._must_wait():
            self._add_node(node_id)
            self.touched.emit()

    def _on_node_removed(self, node_id: str) -> None:
        if not self._must_wait():
            self._items.remove_node(node_id)
            self.touched.emit()

    def _on_node_moved(self, node_id: str) -> None:
        if not self._must_wait():
            node = self._session.graph.nodes[node_id]
            self._items.place({node_id: QPointF(node.x, node.y)})
            self.touched.emit()

    def _on_edge_added(self, edge: Edge) -> None:
        if not self._must_wait():
            self._items.add_edge(edge)
            self.touched.emit()

    def _on_edge_removed(self, edge: Edge) -> None:
        if not self._must_wait():
            self._items.remove_edge(edge)
            self.touched.emit()

    def _on_comment(self, comment_id: str) -> None:
        self._items.show_comment(self._session.graph.comments[comment_id])
        self.touched.emit()

    def _on_comment_removed(self, comment_id: str) -> None:
        self._items.remove_comment(comment_id)
        self.touched.emit()

    # all at once

    def sync(self) -> None:
        """Bring stale items up to date."""
        self._later.stop()
        if self.is_stale and not self._is_syncing:
            self._is_syncing = True
            self._compare()
            self.is_stale = self._is_syncing = False
            self.synced.emit()

    def _compare(self) -> None:
        self._remove_gone()
        shown = self._session.shown.graph
        for shown_id in shown.nodes:
            if shown_id not in self._items.nodes:
                self._add_node(shown_id)
        for edge in shown.edges:
            if edge not in self._items.edges:
                self._items.add_edge(edge)
        self._sync_frames()
        self._items.place({node.id: QPointF(node.x, node.y) for node in shown.nodes.values()
                           if self._items.nodes[node.id].pos() != QPointF(node.x, node.y)})
        for comment in self._session.graph.comments.values():
            self._items.show_comment(comment)

    def _remove_gone(self) -> None:
        shown = self._session.shown.graph
        edges = set(shown.edges)
        for edge in [edge for edge in self._items.edges if edge not in edges]:
            self._items.remove_edge(edge)
        for shown_id in [shown_id for shown_id in self._items.nodes if shown_id not in shown.nodes]:
            for edge in list(self._items.attached[shown_id]):
                self._items.remove_edge(edge)
            self._items.remove_node(shown_id)

    def _add_node(self, shown_id: str) -> None:
        node = self._session.shown.graph.nodes[shown_id]
        if self._session.shown.is_block(shown_id):
            item: NodeItem = BlockItem(shown_id, bare_block_face(self._session, shown_id))
        else:
            item = NodeItem(shown_id, bare_face(self._session.graph, node))
        self._items.add_node(item, node.x, node.y)

    def _sync_frames(self) -> None:
        """Put the frames into the order of the blocks, the outermost first, and tell each what is right inside it."""
        blocks = self._session.shown.open_blocks
        wanted = {block.id for block in blocks}
        for block_id in [block_id for block_id in self._items.frames if block_id not in wanted]:
            self._items.remove_frame(block_id)
        for block in blocks:
            if block.id not in self._items.frames:
                self._items.add_frame(FrameItem(block.id, frame_face(self._session, block)))
        self._items.frames = {block.id: self._items.frames[block.id] for block in blocks}
        for block_id, (contents, depth) in self._frame_contents().items():
            self._items.frames[block_id].set_inside(contents, depth)
        self._items.place_frames()

    def _frame_contents(self) -> dict[str, tuple[tuple[str, ...], int]]:
        """Give for every open block what is right inside it, and how many frames are around it."""
        blocks = self._session.shown.open_blocks
        home: dict[str, str] = {}
        depth: dict[str, int] = {}
        inside: dict[str, list[str]] = {block.id: [] for block in blocks}
        for block in blocks:
            around = home.get(next(iter(block.members)))
            depth[block.id] = depth[around] + 1 if around is not None else 0
            if around is not None:
                inside[around].append(block.id)
            home.update(dict.fromkeys(block.members, block.id))
        for shown_id in dict.fromkeys(self._session.shown.owner(node_id) for node_id in home):
            inside[home[self._session.shown.exit(shown_id)]].append(shown_id)
        return {block_id: (tuple(ids), depth[block_id]) for block_id, ids in inside.items()}
