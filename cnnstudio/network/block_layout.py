"""Lays out a network with blocks: each level by itself, open blocks as frames in the level they stand in."""

from collections.abc import Mapping

from cnnstudio.network.alignment import Box
from cnnstudio.network.block_edits import MoveBlocks
from cnnstudio.network.blocks import BLOCK_KIND, block_ends
from cnnstudio.network.edits import Compound, Edit, MoveNodes
from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.network.layout import layout
from cnnstudio.network.room import hull, room
from cnnstudio.network.shown_boxes import FRAME_PX, FRAME_TOP_PX, Level, ShownBoxes, frame_around, layer_box

Places = dict[str, tuple[float, float]]


def arranged(graph: NetworkGraph) -> Edit | None:
    """Return the edit that lays the whole network out; None when everything stands there already."""
    return _moved(graph, _Arranger(graph).level(None)[0], "Arrange") if graph.nodes else None


def arranged_inside(graph: NetworkGraph, block_id: str) -> Edit | None:
    """Return the edit that lays out what is in an open block, its upper left corner staying; None as in `arranged`."""
    arranger = _Arranger(graph)
    corner = hull(arranger.shown.boxes(block_id).values())
    places, _box = arranger.level(block_id)
    return _moved(graph, _shifted(places, corner.x, corner.y), "Arrange")


def _moved(graph: NetworkGraph, places: Places, label: str) -> Edit | None:
    nodes = {key: place for key, place in places.items()
             if key in graph.nodes and (graph.nodes[key].x, graph.nodes[key].y) != place}
    blocks = {key: place for key, place in places.items()
              if key in graph.blocks and (graph.blocks[key].x, graph.blocks[key].y) != place}
    edits = [*([MoveNodes(nodes)] if nodes else ()), *([MoveBlocks(blocks)] if blocks else ())]
    return Compound(label, edits) if edits else None


class _Arranger:
    """Finds places of layers and folded blocks."""

    def __init__(self, graph: NetworkGraph) -> None:
        self.shown = ShownBoxes(graph)
        self._graph = graph

    def level(self, level: Level) -> tuple[Places, Box]:
        """Return the corners of all that is shown in a level, frames left out, and the box around it at (0, 0)."""
        units = self._units(level)
        inner = {unit: self.level(unit) for unit in units if self.shown.is_open(unit)}
        boxes = {unit: layer_box(*place) for unit, place in layout(self._level_graph(units)).items()}
        for unit in sorted(inner, key=lambda unit: (boxes[unit].y, boxes[unit].x)):
            boxes = _with_frame(boxes, unit, frame_around([inner[unit][1]]))
        corner = hull(boxes.values())
        places: Places = {}
        for unit, box in boxes.items():
            x, y = box.x - corner.x, box.y - corner.y
            places |= (_shifted(inner[unit][0], x + FRAME_PX, y + FRAME_TOP_PX) if unit in inner else {unit: (x, y)})
        return places, corner.moved(-corner.x, -corner.y)

    def _units(self, level: Level) -> list[str]:
        """Return the units of a level; an open block that cannot be one node gives its own."""
        units: list[str] = []
        for unit in self.shown.contents[level]:
            is_whole = not self.shown.is_open(unit) or not block_ends(
                self._graph, self._graph.blocks[unit].members).complaint
            units += [unit] if is_whole else self._units(unit)
        return units

    def _level_graph(self, units: list[str]) -> NetworkGraph:
        owner = self._owners(units)
        pairs = dict.fromkeys((owner[edge.source], owner[edge.target]) for edge in self._graph.edges
                              if edge.source in owner and edge.target in owner)
        edges = [Edge(source, target, port) for port, (source, target) in enumerate(pairs) if source != target]
        return NetworkGraph.assembled((self._node(unit) for unit in units), edges)

    def _owners(self, units: list[str]) -> Mapping[str, str]:
        blocks = {node_id: unit for unit in units if unit in self._graph.blocks
                  for node_id in self._graph.blocks[unit].members}
        return blocks | {unit: unit for unit in units if unit in self._graph.nodes}

    def _node(self, unit: str) -> Node:
        block = self._graph.blocks.get(unit)
        return Node(unit, BLOCK_KIND, unit) if block is not None else self._graph.nodes[unit]


def _shifted(places: Places, dx: float, dy: float) -> Places:
    return {key: (x + dx, y + dy) for key, (x, y) in places.items()}


def _with_frame(boxes: Mapping[str, Box], unit: str, frame: Box) -> dict[str, Box]:
    """Put a frame in the place of a unit's box, its first layer below where the box was, and make room for it."""
    old = boxes[unit]
    new = Box(old.x - FRAME_PX, old.y, frame.width, frame.height)
    moves = room({other: box for other, box in boxes.items() if other != unit}, old, new)
    return {other: box.moved(*moves.get(other, (0.0, 0.0))) for other, box in boxes.items()} | {unit: new}
