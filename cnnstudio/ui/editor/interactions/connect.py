"""The connect gesture: a wire is drawn from a port, or picked up at its end and led elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from cnnstudio.network.edits import Compound, Disconnect
from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.hit_testing import SNAP_PX, PortHit, node_at, ports_within
from cnnstudio.ui.editor.interactions.gesture import Gesture, Pointer
from cnnstudio.ui.editor.node_item import Side
from cnnstudio.ui.editor.overlay_items import TipItem, WireItem
from cnnstudio.ui.editor.routing import Ends
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.editor.wiring import Judgement, edge_between, judge_shown


class ConnectGesture(Gesture):
    """Draws a wire from `fixed`; near a port it snaps, says what would result, and is let go there.

    Attributes
    ----------
    fixed : the port the wire is held at; for a picked-up wire its other end
    picked_up : the edge whose end is dragged; let go in the open it is removed
    judgement : what would happen if the wire were let go now; None in the open
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, scene: NetworkScene, zoom: Callable[[], float], port: PortHit,
                 picked_up: Edge | None = None) -> None:
        super().__init__(scene, zoom)
        self.picked_up = picked_up or self._edge_into(port)
        self.fixed = port if picked_up or self.picked_up is None else PortHit(self.picked_up.source, Side.OUTPUT)
        self.judgement: Judgement | None = None
        self._target: PortHit | None = None
        self._judged: dict[Edge, Judgement] = {}
        self._wire, self._tip = WireItem(), TipItem()
        self._from_view = QPoint()
        self._has_moved = False

    @classmethod
    def at_end(cls, scene: NetworkScene, zoom: Callable[[], float], edge: Edge, point: QPointF) -> "ConnectGesture":
        """Pick an edge up at the end that is nearer to a point of its wire."""
        ends = scene.edges[edge].ends
        to_start, to_end = (QLineF(point, end).length() for end in (ends.start, ends.end))
        held = PortHit(edge.target, Side.INPUT, edge.port) if to_start < to_end else PortHit(edge.source, Side.OUTPUT)
        return cls(scene, zoom, held, edge)

    def _edge_into(self, port: PortHit) -> Edge | None:
        if port.side is Side.OUTPUT:
            return None
        return self.session.shown.graph.edge_at(port.node_id, port.index)

    def start(self, pointer: Pointer) -> None:
        """Show a wire in the making; one that is picked up stays as it is until the pointer has gone a little."""
        self._from_view = pointer.view
        if self.picked_up is None:
            self._show(pointer.scene)

    def _show(self, point: QPointF) -> None:
        """Put the wire in the making on the canvas; a picked-up wire disappears meanwhile."""
        if self.picked_up is not None:
            self.scene.edges[self.picked_up].setVisible(False)
        self.scene.addItem(self._wire)
        self.scene.addItem(self._tip)
        self._draw(point)

    def move(self, pointer: Pointer) -> None:
        """Look for a port to snap to and judge it."""
        if not self._has_moved and not self._begins(pointer):
            return
        self._light(None)
        self._target, self.judgement = self._find(pointer.scene)
        self._light(self._target)
        self._draw(pointer.scene)

    def _begins(self, pointer: Pointer) -> bool:
        """Tell whether the pointer has gone far enough to mean it."""
        far = (pointer.view - self._from_view).manhattanLength() >= QApplication.startDragDistance()
        self._has_moved = far or self.picked_up is None
        if self._has_moved and self.picked_up is not None:
            self._show(pointer.scene)
        return self._has_moved

    def finish(self, pointer: Pointer) -> None:
        """Push what the wire means here: connect, lead elsewhere, or remove."""
        if self._has_moved:
            self.move(pointer)
        judgement = self.judgement
        self._clear()
        if judgement is not None and judgement.edit is not None:
            self.session.push(judgement.edit)
        elif judgement is not None and not judgement.is_allowed:
            self.session.message_requested.emit(judgement.text, "warning")
        elif judgement is None and self.picked_up is not None and self._has_moved:
            wires = [Disconnect(edge) for edge in self.session.shown.edges(self.picked_up)]
            self.session.push(wires[0] if len(wires) == 1 else Compound(wires[0].label, wires))

    def cancel(self) -> None:
        """Leave everything as it was."""
        self._clear()

    # looking

    def _find(self, point: QPointF) -> tuple[PortHit | None, Judgement | None]:
        """Give the nearest port that takes the wire, else the nearest that refuses it and why."""
        refused: tuple[PortHit | None, Judgement | None] = (None, None)
        for port in self._candidates(point):
            judgement = self._judge(edge_between(self.fixed, port))
            if judgement.is_allowed:
                return port, judgement
            if refused[0] is None:
                refused = (port, judgement)
        return refused

    def _candidates(self, point: QPointF) -> list[PortHit]:
        """List ports in reach, nearest first, then the port of the layer under the pointer that suits best."""
        wanted = Side.INPUT if self.fixed.side is Side.OUTPUT else Side.OUTPUT
        near = ports_within(self.scene, point, self.reach(SNAP_PX), wanted)
        under = node_at(self.scene, point)
        if under is not None:
            near.append(PortHit(under.node_id, wanted, self._free_input(under.node_id) if wanted is Side.INPUT else 0))
        return [port for port in near if port.node_id != self.fixed.node_id]

    def _free_input(self, shown_id: str) -> int:
        """Give the input a wire dropped on a layer or a folded block goes to."""
        shown = self.session.shown
        if shown.is_block(shown_id):
            used, ports = len(shown.graph.in_edges(shown_id)), shown.input_count(shown_id)
            return used if ports > used else 0
        return self.session.graph.free_port(shown_id) or 0

    def _judge(self, edge: Edge) -> Judgement:
        if edge not in self._judged:
            self._judged[edge] = judge_shown(self.session.graph, self.session.shown, edge, self.picked_up)
        return self._judged[edge]

    # drawing

    def _light(self, port: PortHit | None) -> None:
        if port is None:
            if self._target is not None and self._target.node_id in self.scene.nodes:
                self.scene.nodes[self._target.node_id].set_hot_port(None)
            return
        tone = self.judgement.tone if self.judgement is not None else "good"
        self.scene.nodes[port.node_id].set_hot_port((port.side, port.index), tone)

    def _draw(self, point: QPointF) -> None:
        free_end = point
        if self._target is not None and self.judgement is not None and self.judgement.is_allowed:
            free_end = self.scene.nodes[self._target.node_id].port(self._target.side, self._target.index)
        held = self.scene.nodes[self.fixed.node_id].port(self.fixed.side, self.fixed.index)
        ends = Ends(held, free_end) if self.fixed.side is Side.OUTPUT else Ends(free_end, held)
        tone = self.judgement.tone if self.judgement else "accent"
        self._wire.run(ends, tone)
        self._tip.say(*self._words(), point)

    def _words(self) -> tuple[str, str]:
        """Give what the tip says, and its tone."""
        if self.judgement is not None:
            return self.judgement.text, self.judgement.tone
        return (tr("Let go here to remove the wire") if self.picked_up is not None else ""), "quiet"

    def _clear(self) -> None:
        self._light(None)
        for item in (self._wire, self._tip):
            if item.scene() is not None:
                self.scene.removeItem(item)
        if self.picked_up in self.scene.edges:
            self.scene.edges[self.picked_up].setVisible(True)
