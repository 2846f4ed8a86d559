"""Turns what a user wants done to the canvas into edits: where a new layer goes, and how others make room for it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from cnnstudio.network.block_places import with_room_between_blocks
from cnnstudio.network.edits import (
    AddBlock,
    AddComment,
    AddNode,
    AppendAfter,
    Compound,
    Connect,
    Edit,
    InsertOnEdge,
    MoveNodes,
    RemoveNodes,
)
from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.network.layout import ROW_PX
from cnnstudio.network.pasting import paste as paste_edit
from cnnstudio.network.registry import layer_kind
from cnnstudio.ui.editor.node_item import NODE_WIDTH
from cnnstudio.ui.editor.shown import Shown

COLUMN_PX = 256.0
_BOX = 96.0


@dataclass(frozen=True, slots=True)
class Built:
    """An edit and the ids of the layers it adds, to be selected afterwards."""

    edit: Edit
    ids: tuple[str, ...]


def can_stand_between(kind: str) -> bool:
    """Tell whether a layer of this kind may be put into a wire."""
    info = layer_kind(kind)
    return info.max_inputs > 0 and info.has_output


def add_at(graph: NetworkGraph, kind: str, x: float, y: float) -> Built:
    """Add a layer with its top-left corner at a place, unconnected."""
    node = graph.new_node(kind, x, y)
    return Built(AddNode(node), (node.id,))


def insert_on_edge(graph: NetworkGraph, kind: str, edges: Sequence[Edge], wanted: QPointF | None = None) -> Built:
    """Put a layer into a wire, at the wanted place if it is free, else below the wire's source.

    A wire into a folded block may stand for several edges, all from the same layer.
    """
    source, target = corner(graph, edges[0].source), corner(graph, edges[0].target)
    place = wanted if wanted is not None else (source + target) / 2
    node = graph.new_node(kind, place.x(), place.y())
    return Built(with_room(graph, into_wire(node, edges)), (node.id,))


def into_wire(node: Node, edges: Sequence[Edge]) -> Edit:
    """Lead all edges of a wire through a layer."""
    insert = InsertOnEdge(node, edges[0])
    rest = [Connect(Edge(node.id, edge.target, edge.port)) for edge in edges[1:]]
    return Compound(insert.label, [insert, *rest]) if rest else insert


def append_after(graph: NetworkGraph, kind: str, after_id: str) -> Built:
    """Put a layer below another (or the folded block it is in) and lead what followed through it."""
    above = corner(graph, after_id)
    node = graph.new_node(kind, above.x(), above.y() + ROW_PX)
    return Built(with_room(graph, AppendAfter(node, after_id)), (node.id,))


def corner(graph: NetworkGraph, node_id: str) -> QPointF:
    """Give the corner of a layer, or of the folded block that shows it."""
    shown = Shown(graph)
    node = shown.graph.nodes[shown.owner(node_id)]
    return QPointF(node.x, node.y)


def with_room(graph: NetworkGraph, edit: Edit) -> Edit:
    """Give the edit with moves added, so that layers it adds cover no others: what is below moves down."""
    if graph.blocks:
        return with_room_between_blocks(graph, edit)
    after = graph.copy()
    edit.apply(after)
    added = [node_id for node_id in after.topological_order() if node_id not in graph.nodes]
    before = {node.id: (node.x, node.y) for node in after.nodes.values()}
    for node_id in added:
        _settle(after, node_id)
    moves = {node.id: (node.x, node.y) for node in after.nodes.values() if before[node.id] != (node.x, node.y)}
    return Compound(edit.label, [edit, MoveNodes(moves)]) if moves else edit


def _settle(graph: NetworkGraph, node_id: str) -> None:
    """Put a layer that covers others right below the one that feeds it, and move the rows from there on down."""
    node, feeding = graph.nodes[node_id], graph.predecessors(node_id)
    if not feeding or is_free(graph, QPointF(node.x, node.y), without={node_id}):
        return
    above = graph.nodes[feeding[0]]
    x = node.x if abs(node.x - above.x) < COLUMN_PX else above.x
    graph.move(node_id, x, above.y + ROW_PX)
    needed = QRectF(node.x, node.y, NODE_WIDTH, ROW_PX - 1)
    others = [other for other in graph.nodes.values() if other.id not in (node_id, above.id)]
    if not any(needed.intersects(_box(other)) for other in others):
        return
    lower = [other for other in others if other.y > above.y]
    by = node.y + ROW_PX - min(other.y for other in lower)
    for other in lower:
        graph.move(other.id, other.x, other.y + by)


def add_by_keyboard(graph: NetworkGraph, kind: str, selected: Sequence[str]) -> Built:
    """Add a layer where it most likely belongs: after the selection, else before the Output, else at the end."""
    info = layer_kind(kind)
    order = graph.topological_order()
    shown = Shown(graph)
    ends = [shown.exit(some_id) for some_id in selected if some_id not in graph.comments]
    chosen = max(ends, key=order.index, default=None)
    if info.max_inputs == 0:
        return _add_before_all(graph, kind)
    if not info.has_output:
        return _add_end(graph, kind, chosen or (order[-1] if order else None))
    if chosen is not None and layer_kind(graph.nodes[chosen].kind).has_output:
        return append_after(graph, kind, chosen)
    output = graph.output_node
    incoming = graph.in_edges(output.id) if output is not None else []
    if incoming:
        return insert_on_edge(graph, kind, incoming[:1])
    ends = [node_id for node_id in order if layer_kind(graph.nodes[node_id].kind).has_output]
    return append_after(graph, kind, ends[-1]) if ends else add_at(graph, kind, 0, ROW_PX)


def _add_before_all(graph: NetworkGraph, kind: str) -> Built:
    top = min(graph.nodes.values(), key=lambda node: node.y, default=None)
    return add_at(graph, kind, top.x if top else 0, top.y - ROW_PX if top else 0)


def _add_end(graph: NetworkGraph, kind: str, after_id: str | None) -> Built:
    """Add a layer that nothing can follow; it is connected only where the layer before leads nowhere yet."""
    if after_id is None:
        return add_at(graph, kind, 0, ROW_PX)
    after, above = graph.nodes[after_id], corner(graph, after_id)
    place = free_place(graph, QPointF(above.x(), above.y() + ROW_PX))
    node = graph.new_node(kind, place.x(), place.y())
    if graph.out_edges(after_id) or not layer_kind(after.kind).has_output:
        return Built(AddNode(node), (node.id,))
    add = AddNode(node)
    return Built(Compound(add.label, [add, Connect(Edge(after_id, node.id))]), (node.id,))


def connect_below(graph: NetworkGraph, kind: str, after_id: str, place: QPointF) -> Built:
    """Add a layer at a place and connect it to one that leads nowhere yet."""
    node = graph.new_node(kind, place.x(), place.y())
    add = AddNode(node)
    return Built(Compound(add.label, [add, Connect(Edge(after_id, node.id))]), (node.id,))


def moved_onto_edge(node: Node, place: QPointF, edges: Sequence[Edge]) -> Edit:
    """Move a layer without wires to a place and put it into a wire."""
    insert = into_wire(node, edges)
    return Compound(insert.label, [MoveNodes({node.id: (place.x(), place.y())}), insert])


def paste(graph: NetworkGraph, clip: NetworkGraph, offset: float, verb: str = "Paste") -> Built | None:
    """Add copies of the layers of ``clip``; a second Input or Output is left out. None when nothing remains."""
    for end in (graph.input_node and clip.input_node, graph.output_node and clip.output_node):
        if end is not None:
            RemoveNodes((end.id,), heal=False).apply(clip)
    if not clip.nodes and not clip.comments:
        return None
    edit = paste_edit(graph, clip, offset, offset)
    return Built(Compound(edit.label.replace("Paste", verb), edit.edits), _outermost(edit))


def _outermost(edit: Compound) -> tuple[str, ...]:
    """Give the ids of what an edit adds: blocks, and layers and blocks that are in none of them, and comments."""
    blocks = [step.block for step in edit.edits if isinstance(step, AddBlock)]
    outer = [block for block in blocks if not any(block.members < other.members for other in blocks)]
    inside = frozenset().union(*(block.members for block in outer))
    nodes = [step.node.id for step in edit.edits if isinstance(step, AddNode) and step.node.id not in inside]
    comments = [step.comment.id for step in edit.edits if isinstance(step, AddComment)]
    return (*nodes, *(block.id for block in outer), *comments)


def is_free(graph: NetworkGraph, place: QPointF, without: Collection[str] = ()) -> bool:
    """Tell whether a layer at a place would cover no other, nor a folded block."""
    box = QRectF(place.x() - 8, place.y() - 20, NODE_WIDTH + 16, _BOX + 20)
    nodes = Shown(graph).graph.nodes.values()
    return not any(box.intersects(_box(node)) for node in nodes if node.id not in without)


def free_place(graph: NetworkGraph, wanted: QPointF) -> QPointF:
    """Give the wanted place or the next free one to its right."""
    place = QPointF(wanted)
    while not is_free(graph, place):
        place.setX(place.x() + COLUMN_PX / 4)
    return place


def _box(node: Node) -> QRectF:
    return QRectF(node.x, node.y, NODE_WIDTH, _BOX)
