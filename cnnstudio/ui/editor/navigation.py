"""Where the arrow keys and Tab lead: along the edges, to the layer beside, through the layers in order."""

from collections.abc import Iterable
from typing import Literal

from cnnstudio.network.graph_view import GraphView
from cnnstudio.network.node import Node

Direction = Literal["up", "down", "left", "right", "next", "previous"]
_SAME_ROW_PX = 72.0


def step(graph: GraphView, current: str | None, direction: Direction) -> str | None:
    """Give the layer reached from ``current``; None when there is none that way.

    Without a current layer every direction leads to the first one (``"previous"`` and ``"up"`` to the last).
    """
    order = graph.topological_order()
    if not order:
        return None
    if current is None:
        return order[-1] if direction in ("previous", "up") else order[0]
    if direction in ("next", "previous"):
        place = order.index(current) + (1 if direction == "next" else -1)
        return order[place] if 0 <= place < len(order) else None
    node = graph.nodes[current]
    if direction in ("up", "down"):
        ids = graph.predecessors(current) if direction == "up" else graph.successors(current)
        return _nearest(node, (graph.nodes[node_id] for node_id in ids))
    return _beside(graph, node, direction)


def _beside(graph: GraphView, node: Node, direction: Direction) -> str | None:
    sign = 1 if direction == "right" else -1
    row = (other for other in graph.nodes.values()
           if abs(other.y - node.y) < _SAME_ROW_PX and (other.x - node.x) * sign > 0)
    return _nearest(node, row)


def _nearest(node: Node, others: Iterable[Node]) -> str | None:
    best = min(others, key=lambda other: (abs(other.x - node.x), abs(other.y - node.y)), default=None)
    return best.id if best is not None else None
