"""The items on the canvas by id: layers, folded blocks, wires, frames and comments; they know nothing of the graph."""

import weakref
from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from cnnstudio.network.alignment import Box
from cnnstudio.network.graph import Comment, Edge
from cnnstudio.network.shown_boxes import frame_around, layer_box
from cnnstudio.ui.editor.comment_item import CommentItem
from cnnstudio.ui.editor.edge_item import EdgeItem
from cnnstudio.ui.editor.frame_item import FrameItem
from cnnstudio.ui.editor.node_item import NodeItem, Side
from cnnstudio.ui.editor.routing import Ends

_FAIR_WAY_PX = 100.0


class Styled(Protocol):
    """An item that follows the theme."""

    def refresh_style(self) -> None:
        """Take over another theme."""


class CanvasItems:
    """Adds, finds, places and removes items of one scene.

    Attributes
    ----------
    nodes : layers and folded blocks, by shown id
    edges : wires, by shown edge
    frames : open blocks, by block id, the outermost first
    comments : by comment id
    attached : the edges at each shown id
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene: QGraphicsScene = weakref.proxy(scene)    # it owns this: a circle would outlive the application
        self.nodes: dict[str, NodeItem] = {}
        self.edges: dict[Edge, EdgeItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self.comments: dict[str, CommentItem] = {}
        self.attached: dict[str, set[Edge]] = {}
        self._cache_mode = QGraphicsItem.CacheMode.DeviceCoordinateCache

    def add_node(self, item: NodeItem, x: float, y: float) -> None:
        """Add a layer or a folded block with its corner at a place."""
        item.setCacheMode(self._cache_mode)
        item.setPos(x, y)
        self.nodes[item.node_id] = item
        self.attached[item.node_id] = set()
        self._scene.addItem(item)

    def remove_node(self, shown_id: str) -> None:
        """Remove a layer or a folded block."""
        self._scene.removeItem(self.nodes.pop(shown_id))
        self.attached.pop(shown_id)

    def add_edge(self, edge: Edge) -> None:
        """Add a wire between two that are there."""
        item = EdgeItem(edge)
        self.edges[edge] = item
        self.attached[edge.source].add(edge)
        self.attached[edge.target].add(edge)
        item.set_route(self.ends_of(edge))
        self._scene.addItem(item)

    def remove_edge(self, edge: Edge) -> None:
        """Remove a wire."""
        self._scene.removeItem(self.edges.pop(edge))
        self.attached[edge.source].discard(edge)
        self.attached[edge.target].discard(edge)

    def add_frame(self, item: FrameItem) -> None:
        """Add the frame of an open block; it gets its place by `place_frames`."""
        self.frames[item.block_id] = item
        self._scene.addItem(item.ground)
        self._scene.addItem(item)

    def remove_frame(self, block_id: str) -> None:
        """Remove a frame."""
        frame = self.frames.pop(block_id)
        self._scene.removeItem(frame.ground)
        self._scene.removeItem(frame)

    def show_comment(self, comment: Comment) -> None:
        """Add a comment, or show it as it is now."""
        if comment.id not in self.comments:
            self.comments[comment.id] = CommentItem(comment.id)
            self._scene.addItem(self.comments[comment.id])
        self.comments[comment.id].show_comment(comment)

    def remove_comment(self, comment_id: str) -> None:
        """Remove a comment."""
        self._scene.removeItem(self.comments.pop(comment_id))

    def clear(self) -> None:
        """Take every item off the canvas."""
        for block_id in list(self.frames):
            self.remove_frame(block_id)
        for item in (*self.edges.values(), *self.nodes.values(), *self.comments.values()):
            self._scene.removeItem(item)
        self.nodes, self.edges, self.frames, self.comments, self.attached = {}, {}, {}, {}, {}

    def set_cached(self, *, is_cached: bool) -> None:
        """Keep painted nodes as pictures, or paint them each time."""
        modes = QGraphicsItem.CacheMode
        self._cache_mode = modes.DeviceCoordinateCache if is_cached else modes.NoCache
        for item in self.nodes.values():
            item.setCacheMode(self._cache_mode)

    def styled(self) -> list[Styled]:
        """List what follows the theme."""
        return [*self.nodes.values(), *self.frames.values(), *self.comments.values()]

    # places

    def ends_of(self, edge: Edge) -> Ends:
        """Give where an edge starts and ends on the canvas."""
        return Ends(self.nodes[edge.source].port(Side.OUTPUT), self.nodes[edge.target].port(Side.INPUT, edge.port))

    def place(self, positions: Mapping[str, QPointF]) -> None:
        """Show nodes at other places; their wires and the frames around them follow."""
        touched: set[Edge] = set()
        for shown_id, position in positions.items():
            self.nodes[shown_id].setPos(position)
            touched |= self.attached[shown_id]
        for edge in touched:
            self.edges[edge].set_route(self.ends_of(edge), self._kept_lane(edge))
        self.place_frames()

    def _kept_lane(self, edge: Edge) -> float | None:
        """Keep a wire in its lane while its ends are dragged, as long as it still runs down a fair way."""
        item, ends = self.edges[edge], self.ends_of(edge)
        return item.lane_x if ends.end.y() - ends.start.y() > _FAIR_WAY_PX else None

    def place_frames(self) -> None:
        """Put every frame around what is in it, the innermost first."""
        boxes: dict[str, Box] = {}
        for block_id, frame in reversed(self.frames.items()):
            inside = [boxes[key] if key in boxes else self._node_box(key) for key in frame.contents]
            box = boxes[block_id] = frame_around(inside)
            frame.set_box(QRectF(box.x, box.y, box.width, box.height))

    def _node_box(self, shown_id: str) -> Box:
        place = self.nodes[shown_id].pos()
        return layer_box(place.x(), place.y())

    def measure(self) -> QRectF:
        """Give the rectangle around everything; a null one when there is nothing."""
        box = QRectF()
        boxed: list[NodeItem | FrameItem | CommentItem] = [
            *self.nodes.values(), *self.frames.values(), *self.comments.values()]
        for item in boxed:
            box = box.united(item.scene_box())
        for wire in self.edges.values():
            box = box.united(wire.path().boundingRect())
        return box
