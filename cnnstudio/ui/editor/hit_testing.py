"""What lies under a point of the canvas; pure questions to the scene."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.block_item import BlockItem
from cnnstudio.ui.editor.comment_item import CommentItem
from cnnstudio.ui.editor.edge_item import EdgeItem
from cnnstudio.ui.editor.frame_item import FrameItem, FramePart
from cnnstudio.ui.editor.node_item import NodeItem, Side
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.style import GRID_PX

PORT_REACH_PX = 11.0
SNAP_PX = 24.0
_STEP_PX, _MOST_STEPS = 24, 200


@dataclass(frozen=True, slots=True)
class PortHit:
    """A port of a node; ``index`` is the input number."""

    node_id: str
    side: Side
    index: int = 0


def port_at(scene: NetworkScene, point: QPointF, reach: float = PORT_REACH_PX) -> PortHit | None:
    """Give the port nearest to a point, at most ``reach`` scene pixels away."""
    near = ports_within(scene, point, reach)
    return near[0] if near else None


def ports_within(scene: NetworkScene, point: QPointF, reach: float, side: Side | None = None) -> list[PortHit]:
    """List the ports around a point, nearest first."""
    area = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
    found = []
    for item in _nodes_in(scene, area):
        for port_side, index in item.ports():
            distance = QLineF(point, item.port(port_side, index)).length()
            if distance <= reach and side in (None, port_side):
                found.append((distance, PortHit(item.node_id, port_side, index)))
    return [hit for _distance, hit in sorted(found, key=lambda pair: pair[0])]


def node_at(scene: NetworkScene, point: QPointF) -> NodeItem | None:
    """Give the topmost node whose box holds a point."""
    inside = [item for item in scene.items(point) if isinstance(item, NodeItem) and item.scene_box().contains(point)]
    return inside[0] if inside else None


def sign_at(scene: NetworkScene, point: QPointF) -> str | None:
    """Give the folded block whose sign is at a point."""
    node = node_at(scene, point)
    return node.node_id if isinstance(node, BlockItem) and node.sign_holds(point) else None


def title_at(scene: NetworkScene, point: QPointF) -> tuple[FrameItem, FramePart] | None:
    """Give the frame whose title bar holds a point, the innermost first, and the part of the bar."""
    found = [(item, part) for item in scene.items(point)
             if isinstance(item, FrameItem) and (part := item.part_at(point)) is not None]
    return found[0] if found else None


def comment_at(scene: NetworkScene, point: QPointF) -> CommentItem | None:
    """Give the comment under a point."""
    inside = [item for item in scene.items(point)
              if isinstance(item, CommentItem) and item.scene_box().contains(point)]
    return inside[0] if inside else None


def thing_at(scene: NetworkScene, point: QPointF) -> str | None:
    """Give the id of the layer, block (also by the title bar of its frame) or comment at a point."""
    node, title, comment = node_at(scene, point), title_at(scene, point), comment_at(scene, point)
    if node is not None:
        return node.node_id
    if title is not None:
        return title[0].block_id
    return comment.comment_id if comment is not None else None


def edge_at(scene: NetworkScene, point: QPointF, *, without: Iterable[Edge] = ()) -> EdgeItem | None:
    """Give the wire under a point (7 px to either side)."""
    left_out = set(without)
    wires = [item for item in scene.items(point) if isinstance(item, EdgeItem) and item.edge not in left_out]
    return wires[0] if wires else None


def edge_near_box(scene: NetworkScene, box: QRectF, *, without: Iterable[Edge] = ()) -> EdgeItem | None:
    """Give the wire that passes nearest to the middle of a box being dropped, if one passes through it."""
    left_out = set(without)
    inner = box.adjusted(box.width() / 4, 4, -box.width() / 4, -4)
    wires = [item for item in scene.items(inner) if isinstance(item, EdgeItem) and item.edge not in left_out]
    return min(wires, key=lambda wire: _distance(wire, box.center()), default=None)


def nodes_in(scene: NetworkScene, area: QRectF) -> list[str]:
    """List the ids of the layers, folded blocks and comments whose box meets an area."""
    comments = [item.comment_id for item in scene.items(area)
                if isinstance(item, CommentItem) and item.scene_box().intersects(area)]
    return [item.node_id for item in _nodes_in(scene, area) if item.scene_box().intersects(area)] + comments


def free_corner(scene: NetworkScene, middle: QPointF, size: QSizeF) -> QPointF:
    """Give the corner, on the grid, of a box that covers nothing: around a point, else beside it, the nearer side."""
    taken = [item.scene_box() for item in scene.nodes.values()]
    taken += [item.scene_box() for item in scene.comments.values()]
    taken += [item.scene_box() for item in scene.frames.values()]
    left, top = (round(value / GRID_PX) * GRID_PX for value in (
        middle.x() - size.width() / 2, middle.y() - size.height() / 2))
    ways = (sign * step * _STEP_PX for step in range(_MOST_STEPS) for sign in (1, -1))
    corners = (QPointF(left + way, top) for way in ways)
    free = (corner for corner in corners if not any(
        QRectF(corner, size).adjusted(-GRID_PX, -GRID_PX, GRID_PX, GRID_PX).intersects(box) for box in taken))
    return next(free, QPointF(left, top))


def _nodes_in(scene: NetworkScene, area: QRectF) -> list[NodeItem]:
    return [item for item in scene.items(area) if isinstance(item, NodeItem)]


def _distance(wire: EdgeItem, point: QPointF) -> float:
    return min(QLineF(wire.path().pointAtPercent(step / 20), point).length() for step in range(21))
