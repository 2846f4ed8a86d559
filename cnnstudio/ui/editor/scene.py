"""The canvas's content: a mirror of what is shown of the graph, which changes only because the graph changed."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtWidgets import QGraphicsScene

from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.block_faces import block_face, frame_face
from cnnstudio.ui.editor.block_item import BlockItem
from cnnstudio.ui.editor.canvas_items import CanvasItems
from cnnstudio.ui.editor.comment_item import CommentItem
from cnnstudio.ui.editor.edge_item import EdgeItem
from cnnstudio.ui.editor.faces import face_of
from cnnstudio.ui.editor.formats import shape_text
from cnnstudio.ui.editor.frame_item import FrameItem
from cnnstudio.ui.editor.mirror import Mirror
from cnnstudio.ui.editor.node_item import NodeFace, NodeItem, Side
from cnnstudio.ui.editor.picture_strip import PictureStrip
from cnnstudio.ui.editor.port_places import port_offsets
from cnnstudio.ui.editor.routing import Ends, Obstacles, lanes
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.theme import theme

_ROOM_PX = 600.0
_NOTHING = QRectF(0, 0, 208, 96)


class NetworkScene(QGraphicsScene):
    """Holds one item for each layer, folded block, wire, frame and comment that is shown.

    Attributes
    ----------
    routed : wires and content box are up to date
    """

    routed = Signal()

    def __init__(self, session: EditorSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._items = CanvasItems(self)
        self._mirror = Mirror(session, self._items, self)
        self._pictures: dict[str, PictureStrip] = {}
        self._content = _NOTHING
        self._is_selecting = self._is_refreshing = False
        self._route_later = QTimer(self, singleShot=True, interval=0)
        self._route_later.timeout.connect(self.route)
        self._mirror.touched.connect(self._route_later.start)
        self._mirror.synced.connect(self._on_synced)
        session.graph_swapped.connect(self.mirror)
        session.analysed.connect(self.refresh)
        session.selection_changed.connect(self._show_selection)
        self.selectionChanged.connect(self._take_selection)
        theme().changed.connect(self._on_theme_changed)
        self.mirror()

    # the items

    @property
    def nodes(self) -> dict[str, NodeItem]:
        """Layers and folded blocks by shown id, brought up to date."""
        self._mirror.sync()
        return self._items.nodes

    @property
    def edges(self) -> dict[Edge, EdgeItem]:
        """Wires by shown edge, brought up to date."""
        self._mirror.sync()
        return self._items.edges

    @property
    def frames(self) -> dict[str, FrameItem]:
        """Frames of open blocks by block id, the outermost first, brought up to date."""
        self._mirror.sync()
        return self._items.frames

    @property
    def comments(self) -> dict[str, CommentItem]:
        """Comments by id."""
        return self._items.comments

    def box_of(self, some_id: str) -> QRectF | None:
        """Give where a layer (or the block that shows it), a block or a comment is; None when it is not there."""
        shown = self.session.shown.owner(some_id)
        item = self.nodes.get(shown) or self.frames.get(shown) or self.comments.get(shown)
        return item.scene_box() if item is not None else None

    def mirror(self) -> None:
        """Take over the session's graph from the start."""
        self._pictures = {}
        self._mirror.take_over()
        self.refresh()
        self.route()

    def _on_synced(self) -> None:
        """Show what new items show, unless that comes with the analysis."""
        if self.session.is_settled and not self._is_refreshing:
            self.refresh()
        self._show_selection()
        self._route_later.start()

    # what items show

    def refresh(self) -> None:
        """Show the newest names, numbers, shapes and problems."""
        self._is_refreshing = True
        shapes, shown = self.session.analysis.shapes, self.session.shown
        moved = [item.set_face(self._face(shown_id)) for shown_id, item in self.nodes.items()]
        for edge, item in self.edges.items():
            shape = shapes.get(shown.exit(edge.source))
            if item.set_label(shape_text(shape) if shape is not None else ""):
                self._route_later.start()
        for block in shown.open_blocks:
            self.frames[block.id].set_face(frame_face(self.session, block))
        self._pictures = {node_id: picture for node_id, picture in self._pictures.items() if node_id in shapes}
        resized = self._show_pictures()
        if any(moved) or resized:
            self.route()
        self._is_refreshing = False

    def _face(self, shown_id: str) -> NodeFace:
        if self.session.shown.is_block(shown_id):
            return block_face(self.session, shown_id)
        return face_of(self.session, self.session.graph.nodes[shown_id])

    def set_thumbnails(self, pictures: Mapping[str, PictureStrip]) -> None:
        """Show what the selected image looks like after each layer; nodes without a picture lose theirs."""
        self._pictures = dict(pictures)
        if self._show_pictures():
            self.route()

    def _show_pictures(self) -> bool:
        """Give every item its picture, a folded block that of the layer data leaves it from; tell if any resized."""
        exit_of = self.session.shown.exit
        changed = [item.set_picture(self._pictures.get(exit_of(shown_id))) for shown_id, item in self.nodes.items()]
        return any(changed)

    @property
    def pictures(self) -> Mapping[str, PictureStrip]:
        """The pictures shown, by node id."""
        return self._pictures

    def set_cached(self, *, is_cached: bool) -> None:
        """Keep painted nodes as pictures (cheap to scroll and drag); not worth it for the far view's simple boxes."""
        self._items.set_cached(is_cached=is_cached)

    def _on_theme_changed(self) -> None:
        for item in self._items.styled():
            item.refresh_style()
        self.update()

    # places and ways

    def ends_of(self, edge: Edge) -> Ends:
        """Give where an edge starts and ends on the canvas."""
        return self._items.ends_of(edge)

    def place(self, positions: Mapping[str, QPointF]) -> None:
        """Show nodes and comments at other places (the graph is not changed); wires and frames follow."""
        self._mirror.sync()
        self._items.place({key: place for key, place in positions.items() if key in self._items.nodes})
        for comment_id in self.comments.keys() & positions.keys():
            self.comments[comment_id].setPos(positions[comment_id])

    def corners_of(self, ids: Iterable[str]) -> dict[str, QPointF]:
        """Give the corners of items that move with layers, blocks and comments; a frame takes all in it along."""
        wanted, shown = set(ids), self.session.shown
        inside = {node_id for block in shown.open_blocks if block.id in wanted for node_id in block.members}
        wanted |= {shown.owner(node_id) for node_id in inside}
        items = (*self.nodes.items(), *self.comments.items())
        return {some_id: item.pos() for some_id, item in items if some_id in wanted}

    def settle(self, ids: Iterable[str]) -> None:
        """Put layers, folded blocks and comments back to where the graph has them."""
        nodes, comments = self.session.shown.graph.nodes, self.session.graph.comments
        wanted = list(ids)
        self.place({shown_id: QPointF(nodes[shown_id].x, nodes[shown_id].y)
                    for shown_id in wanted if shown_id in nodes})
        for comment_id in wanted:
            if comment_id in comments:
                self._items.show_comment(comments[comment_id])
        self._route_later.start()

    def route(self) -> None:
        """Lead all wires around the layers, and make the canvas as large as its content with room around."""
        self._route_later.stop()
        self._place_ports()
        ends = {edge: self.ends_of(edge) for edge in self.edges}
        boxes = [item.scene_box() for item in self.nodes.values()]
        found = lanes(ends, boxes)
        obstacles = Obstacles([*boxes, *(frame.title_box() for frame in self.frames.values())])
        labels: list[QRectF] = []

        def is_free(area: QRectF) -> bool:
            return obstacles.leave_free(area) and not any(label.intersects(area) for label in labels)

        for edge, item in self.edges.items():
            item.set_route(ends[edge], found.get(edge))
            item.keep_label_clear(is_free)
            if not item.label_box.isEmpty():
                labels.append(item.label_box)
        box = self._items.measure()
        self._content = box if not box.isNull() else _NOTHING
        self.setSceneRect(self._content.adjusted(-_ROOM_PX, -_ROOM_PX, _ROOM_PX, _ROOM_PX))
        self.routed.emit()

    def _place_ports(self) -> None:
        """Put input ports below what they are wired to."""
        for node_id, item in self.nodes.items():
            if item.face.inputs > 1:
                wires = {edge.port: self.nodes[edge.source].port(Side.OUTPUT).x() - item.x()
                         for edge in self._items.attached[node_id] if edge.target == node_id}
                item.set_port_offsets(port_offsets(item.face.inputs, wires))

    @property
    def content_box(self) -> QRectF:
        """The rectangle around all items; a place to start from when there are none."""
        self._mirror.sync()
        if self._route_later.isActive():
            self.route()
        return self._content

    # selection

    def _show_selection(self) -> None:
        if self._is_selecting or self._mirror.is_stale:
            return    # stale items show it when they are brought up to date
        self._is_selecting = True
        session, wanted = self.session, set(self.session.selected_ids)
        held = {session.shown.owner(node_id) for node_id in session.selected}
        for shown_id, item in self._items.nodes.items():
            item.setSelected(shown_id in wanted)
            if isinstance(item, BlockItem):
                item.set_holding(is_holding=shown_id in held)
        for block_id, frame in self._items.frames.items():
            frame.setSelected(block_id in wanted)
        for comment_id, comment in self._items.comments.items():
            comment.setSelected(comment_id in wanted)
        for edge, wire in self._items.edges.items():
            wire.setSelected(edge == session.selected_edge)
        self._is_selecting = False

    def _take_selection(self) -> None:
        """Follow a selection made by Qt itself, such as by an accessibility tool."""
        if self._is_selecting or self._mirror.is_stale:
            return
        items = self._items
        chosen = [edge for edge, item in items.edges.items() if item.isSelected()]
        ids = [key for known in (items.nodes, items.frames, items.comments)
               for key, item in known.items() if item.isSelected()]
        self._is_selecting = True
        self.session.select(ids, chosen[0] if len(chosen) == 1 else None)
        self._is_selecting = False
