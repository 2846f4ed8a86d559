"""The drag gesture: layers, blocks and comments follow the pointer; one edit moves them when they are let go."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from cnnstudio.network.edits import Compound
from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.building import can_stand_between, moved_onto_edge
from cnnstudio.ui.editor.edge_item import EdgeItem
from cnnstudio.ui.editor.hit_testing import edge_near_box
from cnnstudio.ui.editor.interactions.gesture import Gesture, Pointer
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.selection_edits import moved_by
from cnnstudio.ui.editor.style import GRID_PX

_ALIGN_PX = 7.0


class DragGesture(Gesture):
    """Selects what is pressed (Shift or Ctrl adds or takes away) and drags the selection.

    The frame of an open block takes along all that is shown in it. A single layer without wires lights up the wire
    it would be put into.
    """

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, scene: NetworkScene, zoom: Callable[[], float], pressed_id: str) -> None:
        super().__init__(scene, zoom)
        self._node_id = pressed_id
        self._from = QPointF()
        self._from_view = QPoint()
        self._origins: dict[str, QPointF] = {}
        self._is_dragging = False
        self._select_on_release = False
        self._wire: EdgeItem | None = None

    def start(self, pointer: Pointer) -> None:
        """Select what is pressed."""
        self._from, self._from_view = pointer.scene, pointer.view
        selected = self.session.selected_ids
        if pointer.extends:
            rest = [node_id for node_id in selected if node_id != self._node_id]
            self.session.select(rest if self._node_id in selected else [*selected, self._node_id])
        elif self._node_id not in selected:
            self.session.select([self._node_id])
        else:
            self._select_on_release = True
        self._origins = self.scene.corners_of(self.session.selected_ids)

    def move(self, pointer: Pointer) -> None:
        """Move the items (not yet the layers) once the pointer has gone far enough to mean it."""
        far = (pointer.view - self._from_view).manhattanLength() >= QApplication.startDragDistance()
        self._is_dragging = self._is_dragging or far
        if not self._is_dragging or not self._origins:
            return
        delta = self._snapped(pointer.scene - self._from)
        self.scene.place({some_id: origin + delta for some_id, origin in self._origins.items()})
        self._look_for_wire()

    def finish(self, pointer: Pointer) -> None:
        """Push one edit for the whole drag; a plain click on one of many selects it alone."""
        self.move(pointer)
        if not self._is_dragging:
            if self._select_on_release:
                self.session.select([self._node_id])
            return
        delta = self._snapped(pointer.scene - self._from)
        wire = self._wire.edge if self._wire is not None else None
        self._light(None)
        if delta.isNull() or not self._origins:
            return
        if wire is not None:
            self._put_into(wire, self._origins[self._node_id] + delta)
            return
        edit = moved_by(self.session.graph, self.session.selected_ids, delta.x(), delta.y())
        if edit is not None:
            self.session.push(Compound(edit.label, [edit]))    # a step of its own, never merged with another drag

    def cancel(self) -> None:
        """Put everything back."""
        self._light(None)
        self.scene.settle(self._origins)

    def _put_into(self, wire: Edge, place: QPointF) -> None:
        node = self.session.graph.nodes[self._node_id]
        if not self.session.push(moved_onto_edge(node, place, self.session.shown.edges(wire))):
            self.scene.settle(self._origins)

    def _snapped(self, delta: QPointF) -> QPointF:
        """Snap what is pressed to the grid, and a layer sideways to those it is wired to."""
        origin = self._origins.get(self._node_id, next(iter(self._origins.values()), None))
        if origin is None:
            return delta
        x = float(round((origin.x() + delta.x()) / GRID_PX) * GRID_PX)
        y = round((origin.y() + delta.y()) / GRID_PX) * GRID_PX
        for neighbour in self._neighbours():
            if abs(neighbour.x() - origin.x() - delta.x()) <= _ALIGN_PX:
                x = neighbour.x()
        return QPointF(x, y) - origin

    def _neighbours(self) -> list[QPointF]:
        graph = self.session.shown.graph
        if self._node_id not in graph.nodes:
            return []
        ids = [*graph.predecessors(self._node_id), *graph.successors(self._node_id)]
        return [self.scene.nodes[node_id].pos() for node_id in ids if node_id not in self._origins]

    def _look_for_wire(self) -> None:
        graph = self.session.graph
        if self._node_id not in graph.nodes:
            return
        is_loose = not graph.in_edges(self._node_id) and not graph.out_edges(self._node_id)
        if len(self._origins) == 1 and is_loose and can_stand_between(graph.nodes[self._node_id].kind):
            self._light(edge_near_box(self.scene, self.scene.nodes[self._node_id].scene_box()))

    def _light(self, wire: EdgeItem | None) -> None:
        if self._wire is not None:
            self._wire.set_drop_target(is_target=False)
        self._wire = wire
        if wire is not None:
            wire.set_drop_target(is_target=True)
