"""The canvas's content: a mirror of the network graph that changes only because the graph changed."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.ui.editor.edge_item import EdgeItem
from cnnstudio.ui.editor.faces import bare_face, face_of
from cnnstudio.ui.editor.formats import shape_text
from cnnstudio.ui.editor.listening import listen
from cnnstudio.ui.editor.node_item import NodeItem, Side
from cnnstudio.ui.editor.picture_strip import PictureStrip
from cnnstudio.ui.editor.port_places import port_offsets
from cnnstudio.ui.editor.routing import Ends, lanes
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.theme import theme

_ROOM_PX = 600.0
_NOTHING = QRectF(0, 0, 208, 96)


class NetworkScene(QGraphicsScene):
    """Holds one item for each node and edge of the session's graph.

    Attributes
    ----------
    nodes : items by node id
    edges : items by edge
    routed : wires and content box are up to date
    """

    routed = Signal()

    def __init__(self, session: EditorSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.nodes: dict[str, NodeItem] = {}
        self.edges: dict[Edge, EdgeItem] = {}
        self._attached: dict[str, set[Edge]] = {}
        self._graph: NetworkGraph | None = None
        self._pictures: dict[str, PictureStrip] = {}
        self._content = _NOTHING
        self._cache_mode = QGraphicsItem.CacheMode.DeviceCoordinateCache
        self._is_selecting = False
        self._route_later = QTimer(self, singleShot=True, interval=0)
        self._route_later.timeout.connect(self.route)
        session.graph_swapped.connect(self.mirror)
        session.analysed.connect(self.refresh)
        session.selection_changed.connect(self._show_selection)
        self.selectionChanged.connect(self._take_selection)
        theme().changed.connect(self._on_theme_changed)
        self.mirror()

    # mirroring

    def mirror(self) -> None:
        """Take over the session's graph from the start, and listen to it."""
        self._listen(connect=False)
        self.clear_items()
        graph = self._graph = self.session.graph
        self._listen(connect=True)
        for node_id in graph.nodes:
            self._on_node_added(node_id)
        for edge in graph.edges:
            self._on_edge_added(edge)
        self.refresh()
        self.route()

    def clear_items(self) -> None:
        """Take every item off the canvas."""
        for item in (*self.edges.values(), *self.nodes.values()):
            self.removeItem(item)
        self.nodes, self.edges, self._attached, self._pictures = {}, {}, {}, {}

    def _listen(self, *, connect: bool) -> None:
        graph = self._graph
        if graph is None:
            return
        for signal, slot in ((graph.node_added, self._on_node_added), (graph.node_removed, self._on_node_removed),
                             (graph.node_moved, self._on_node_moved), (graph.edge_added, self._on_edge_added),
                             (graph.edge_removed, self._on_edge_removed)):
            if connect:
                listen(self, signal, slot)
            else:
                signal.disconnect(slot)

    def _on_node_added(self, node_id: str) -> None:
        node = self.session.graph.nodes[node_id]
        item = NodeItem(node_id, bare_face(self.session.graph, node))
        item.setCacheMode(self._cache_mode)
        item.setPos(node.x, node.y)
        self.nodes[node_id] = item
        self._attached[node_id] = set()
        self.addItem(item)
        self._route_later.start()

    def _on_node_removed(self, node_id: str) -> None:
        self.removeItem(self.nodes.pop(node_id))
        self._attached.pop(node_id)
        self._pictures.pop(node_id, None)
        self._route_later.start()

    def _on_node_moved(self, node_id: str) -> None:
        node = self.session.graph.nodes[node_id]
        self.place({node_id: QPointF(node.x, node.y)})
        self._route_later.start()

    def _on_edge_added(self, edge: Edge) -> None:
        item = EdgeItem(edge)
        self.edges[edge] = item
        self._attached[edge.source].add(edge)
        self._attached[edge.target].add(edge)
        item.set_route(self.ends_of(edge))
        self.addItem(item)
        self._route_later.start()

    def _on_edge_removed(self, edge: Edge) -> None:
        self.removeItem(self.edges.pop(edge))
        self._attached[edge.source].discard(edge)
        self._attached[edge.target].discard(edge)
        self._route_later.start()

    # what items show

    def refresh(self) -> None:
        """Show the newest names, numbers, shapes and problems."""
        graph, shapes = self.session.graph, self.session.analysis.shapes
        moved = [node_id for node_id, item in self.nodes.items()
                 if item.set_face(face_of(self.session, graph.nodes[node_id]))]
        for edge, item in self.edges.items():
            item.set_label(shape_text(shapes[edge.source]) if edge.source in shapes else "")
        stale = [item.set_picture(None) for node_id, item in self.nodes.items() if node_id not in shapes]
        if moved or any(stale):
            self.route()

    def set_thumbnails(self, pictures: Mapping[str, PictureStrip]) -> None:
        """Show what the selected image looks like after each layer; nodes without a picture lose theirs."""
        self._pictures = dict(pictures)
        changed = [item.set_picture(pictures.get(node_id)) for node_id, item in self.nodes.items()]
        if any(changed):
            self.route()

    @property
    def pictures(self) -> Mapping[str, PictureStrip]:
        """The pictures shown, by node id."""
        return self._pictures

    def set_cached(self, *, is_cached: bool) -> None:
        """Keep painted nodes as pictures (cheap to scroll and drag); not worth it for the far view's simple boxes."""
        modes = QGraphicsItem.CacheMode
        self._cache_mode = modes.DeviceCoordinateCache if is_cached else modes.NoCache
        for item in self.nodes.values():
            item.setCacheMode(self._cache_mode)

    def _on_theme_changed(self) -> None:
        for item in self.nodes.values():
            item.refresh_style()
        self.update()

    # places and ways

    def ends_of(self, edge: Edge) -> Ends:
        """Give where an edge starts and ends on the canvas."""
        return Ends(self.nodes[edge.source].port(Side.OUTPUT),
                    self.nodes[edge.target].port(Side.INPUT, edge.port))

    def place(self, positions: Mapping[str, QPointF]) -> None:
        """Show nodes at other places (the graph is not changed); their wires follow."""
        touched: set[Edge] = set()
        for node_id, position in positions.items():
            self.nodes[node_id].setPos(position)
            touched |= self._attached[node_id]
        for edge in touched:
            self.edges[edge].set_route(self.ends_of(edge), self._kept_lane(edge))

    def _kept_lane(self, edge: Edge) -> float | None:
        """Keep a wire in its lane while its ends are dragged, as long as it still runs down a fair way."""
        item, ends = self.edges[edge], self.ends_of(edge)
        return item.lane_x if ends.end.y() - ends.start.y() > 100 else None

    def settle(self, ids: Iterable[str]) -> None:
        """Put nodes back to where the graph has them."""
        graph = self.session.graph
        self.place({node_id: QPointF(graph.nodes[node_id].x, graph.nodes[node_id].y)
                    for node_id in ids if node_id in graph.nodes})
        self._route_later.start()

    def route(self) -> None:
        """Lead all wires around the layers, and make the canvas as large as its content with room around."""
        self._route_later.stop()
        self._place_ports()
        ends = {edge: self.ends_of(edge) for edge in self.edges}
        boxes = [item.scene_box() for item in self.nodes.values()]
        found = lanes(ends, boxes)
        for edge, item in self.edges.items():
            item.set_route(ends[edge], found.get(edge))
        self._content = self._measure()
        self.setSceneRect(self._content.adjusted(-_ROOM_PX, -_ROOM_PX, _ROOM_PX, _ROOM_PX))
        self.routed.emit()

    def _place_ports(self) -> None:
        """Put input ports below what they are wired to."""
        for node_id, item in self.nodes.items():
            if item.face.inputs > 1:
                wires = {edge.port: self.nodes[edge.source].port(Side.OUTPUT).x() - item.x()
                         for edge in self._attached[node_id] if edge.target == node_id}
                item.set_port_offsets(port_offsets(item.face.inputs, wires))

    @property
    def content_box(self) -> QRectF:
        """The rectangle around all nodes and wires; a place to start from when there are none."""
        if self._route_later.isActive():
            self.route()
        return self._content

    def _measure(self) -> QRectF:
        box = QRectF()
        for item in self.nodes.values():
            box = box.united(item.scene_box())
        for wire in self.edges.values():
            box = box.united(wire.path().boundingRect())
        return box if not box.isNull() else _NOTHING

    # selection

    def _show_selection(self) -> None:
        if self._is_selecting:
            return
        self._is_selecting = True
        wanted = set(self.session.selected)
        for node_id, item in self.nodes.items():
            item.setSelected(node_id in wanted)
        for edge, wire in self.edges.items():
            wire.setSelected(edge == self.session.selected_edge)
        self._is_selecting = False

    def _take_selection(self) -> None:
        if self._is_selecting:
            return
        chosen = [edge for edge, item in self.edges.items() if item.isSelected()]
        self._is_selecting = True
        self.session.select((node_id for node_id, item in self.nodes.items() if item.isSelected()),
                            chosen[0] if len(chosen) == 1 else None)
        self._is_selecting = False
