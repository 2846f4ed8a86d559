"""The drop gesture: a layer kind dragged in from the palette lands on the canvas, in a wire or below a layer."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt

from cnnstudio.network.graph import Edge
from cnnstudio.network.registry import layer_kind
from cnnstudio.ui.editor.building import Built, add_at, can_stand_between, connect_below, insert_on_edge
from cnnstudio.ui.editor.edge_item import EdgeItem
from cnnstudio.ui.editor.hit_testing import PortHit, edge_at, edge_near_box, ports_within
from cnnstudio.ui.editor.interactions.gesture import Gesture, Pointer
from cnnstudio.ui.editor.node_item import NODE_HEIGHT, NODE_WIDTH, Side
from cnnstudio.ui.editor.overlay_items import GhostItem, TipItem
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.style import GRID_PX
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.editor.wiring import Judgement, judge_append, judge_insert

_NEAR_PX = 64.0


class DropGesture(Gesture):
    """Shows the outline of the layer under the pointer and what it would be put into."""

    cursor = Qt.CursorShape.DragCopyCursor

    def __init__(self, scene: NetworkScene, zoom: Callable[[], float], kind: str) -> None:
        super().__init__(scene, zoom)
        self.kind = layer_kind(kind)
        self._ghost = GhostItem(tr(self.kind.title, "LayerKind"), self.kind.family)
        self._tip = TipItem()
        self._wire: EdgeItem | None = None
        self._above: PortHit | None = None
        self._judged: dict[Edge | PortHit, Judgement] = {}

    def start(self, pointer: Pointer) -> None:
        """Show the outline."""
        self.scene.addItem(self._ghost)
        self.scene.addItem(self._tip)
        self.move(pointer)

    def move(self, pointer: Pointer) -> None:
        """Follow the pointer; light up the wire or the port the layer would be joined to."""
        place = self._place(pointer.scene)
        self._ghost.setPos(place)
        self._light(self._find_wire(pointer.scene, place))
        self._light_port(self._find_port(place) if self._wire is None else None)
        judgement = self._judge()
        self._tip.say(judgement.text if judgement else "", judgement.tone if judgement else "quiet", pointer.scene)

    def finish(self, pointer: Pointer) -> None:
        """Push the edit and select the new layer."""
        self.move(pointer)
        wire, above = self._wire.edge if self._wire else None, self._above
        self.cancel()
        graph, place = self.session.graph, self._place(pointer.scene)
        if wire is not None:
            built = insert_on_edge(graph, self.kind.name, self.session.shown.edges(wire), place)
        elif above is not None:
            built = connect_below(graph, self.kind.name, self.session.shown.exit(above.node_id), place)
        else:
            built = add_at(graph, self.kind.name, place.x(), place.y())
        self._push(built)

    def cancel(self) -> None:
        """Take outline and lights away."""
        self._light(None)
        self._light_port(None)
        for item in (self._ghost, self._tip):
            if item.scene() is not None:
                self.scene.removeItem(item)

    def _push(self, built: Built) -> None:
        if self.session.push(built.edit):
            self.session.select(built.ids)

    @staticmethod
    def _place(point: QPointF) -> QPointF:
        """Give the top-left corner of a layer whose middle is under the pointer, on the grid."""
        return QPointF(round((point.x() - NODE_WIDTH / 2) / GRID_PX) * GRID_PX,
                       round((point.y() - NODE_HEIGHT / 2) / GRID_PX) * GRID_PX)

    def _find_wire(self, point: QPointF, place: QPointF) -> EdgeItem | None:
        if not can_stand_between(self.kind.name):
            return None
        under = edge_at(self.scene, point)
        return under or edge_near_box(self.scene, QRectF(place.x(), place.y(), NODE_WIDTH, NODE_HEIGHT))

    def _find_port(self, place: QPointF) -> PortHit | None:
        """Give the output just above the layer that leads nowhere yet."""
        if self.kind.max_inputs == 0:
            return None
        top = QPointF(place.x() + NODE_WIDTH / 2, place.y() - _NEAR_PX / 2)
        ports = ports_within(self.scene, top, _NEAR_PX, Side.OUTPUT)
        return next((port for port in ports if not self.session.shown.graph.out_edges(port.node_id)), None)

    def _judge(self) -> Judgement | None:
        """Judge the layer in the wire or below the layer that is lit up; None in the open."""
        place = self._wire.edge if self._wire is not None else self._above
        if place is not None and place not in self._judged:
            graph, kind, shown = self.session.graph, self.kind.name, self.session.shown
            self._judged[place] = (judge_insert(graph, kind, shown.edges(place)) if isinstance(place, Edge)
                                   else judge_append(graph, kind, shown.exit(place.node_id)))
        return self._judged[place] if place is not None else None

    def _light(self, wire: EdgeItem | None) -> None:
        if self._wire is not None and self._wire is not wire:
            self._wire.set_drop_target(is_target=False)
        self._wire = wire
        judgement = self._judge() if wire is not None else None
        if wire is not None and judgement is not None:
            wire.set_drop_target(is_target=True, tone=judgement.tone)

    def _light_port(self, port: PortHit | None) -> None:
        if self._above is not None and self._above != port and self._above.node_id in self.scene.nodes:
            self.scene.nodes[self._above.node_id].set_hot_port(None)
        self._above = port
        if port is not None:
            judgement = self._judge()
            tone = judgement.tone if judgement is not None else "good"
            self.scene.nodes[port.node_id].set_hot_port((port.side, port.index), tone)
