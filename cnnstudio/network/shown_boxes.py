"""The boxes on the canvas: layers, folded blocks, and frames around open blocks, level by level."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cnnstudio.network.alignment import Box
from cnnstudio.network.annotations import Block
from cnnstudio.network.blocks import FoldedView, folded_view
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.room import hull

BOX_WIDTH_PX = 208.0
BOX_HEIGHT_PX = 112.0
"""Height of a layer's box with its picture."""
FRAME_PX = 24.0
"""Room between an open block's frame and what is in it, at the left, the right and below."""
FRAME_TOP_PX = 56.0
"""Room above what is in an open block, its title included."""

Level = str | None
"""An open block, or None for all that is in no open block."""


def layer_box(x: float, y: float) -> Box:
    """Return the box of a layer or a folded block with this corner."""
    return Box(x, y, BOX_WIDTH_PX, BOX_HEIGHT_PX)


def frame_around(boxes: Iterable[Box]) -> Box:
    """Return the frame of an open block that holds these boxes."""
    inside = hull(boxes)
    return Box(inside.x - FRAME_PX, inside.y - FRAME_TOP_PX,
               inside.width + 2 * FRAME_PX, inside.height + FRAME_TOP_PX + FRAME_PX)


@dataclass
class ShownBoxes:
    """What stands where; a unit of a level is a layer, a folded block, or an open block with all that is in it.

    Attributes
    ----------
    graph : the network
    view : what of it is shown
    parents : block id -> the block right around it, or None
    contents : level -> ids of its units, those of layers first
    """

    graph: NetworkGraph
    view: FoldedView = field(init=False)
    parents: Mapping[str, Level] = field(init=False)
    contents: Mapping[Level, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.view = folded_view(self.graph)
        self._open = {block.id for block in self.view.open_blocks}
        around = _blocks_by_layer(self.graph)
        contents: dict[Level, dict[str, None]] = {None: {}}
        parents: dict[str, Level] = {}
        for node_id in self.graph.nodes:
            level: Level = None
            for block in around.get(node_id, ()):
                parents[block.id] = level
                contents[level].setdefault(block.id)
                contents.setdefault(block.id, {})
                level = block.id
            contents[level].setdefault(node_id)
        self.parents = parents
        self.contents = {level: tuple(ids) for level, ids in contents.items()}
        self._around = around

    def is_open(self, unit: str) -> bool:
        """Return whether a unit is a frame."""
        return unit in self._open

    def level_of(self, unit: str) -> Level:
        """Return the open block a unit is in."""
        if unit in self.graph.blocks:
            return self.parents[unit]
        around = self._around.get(unit, ())
        return around[-1].id if around else None

    def level_of_all(self, layers: Iterable[str]) -> Level:
        """Return the innermost block that holds all these layers and more."""
        wanted = set(layers)
        around = [block for block in self.graph.blocks.values() if wanted < block.members]
        return min(around, key=lambda block: len(block.members)).id if around else None

    def box(self, unit: str) -> Box:
        """Return a unit's box."""
        if unit in self._open:
            return frame_around(self.boxes(unit).values())
        thing = self.graph.blocks.get(unit) or self.graph.nodes[unit]
        return layer_box(thing.x, thing.y)

    def boxes(self, level: Level) -> dict[str, Box]:
        """Return the boxes of all units of a level."""
        return {unit: self.box(unit) for unit in self.contents[level]}

    def units_of(self, level: Level, layers: Iterable[str]) -> set[str]:
        """Return the units of a level these layers are, or are in."""
        blocks = {node_id: self.graph.blocks[unit] for unit in self.contents[level] if unit in self.graph.blocks
                  for node_id in self.graph.blocks[unit].members}
        return {blocks[node_id].id if node_id in blocks else node_id for node_id in layers}


def _blocks_by_layer(graph: NetworkGraph) -> dict[str, list[Block]]:
    """Return the blocks around each layer that is in one, the outermost first."""
    around: dict[str, list[Block]] = {}
    for block in sorted(graph.blocks.values(), key=lambda block: -len(block.members)):
        for node_id in block.members:
            around.setdefault(node_id, []).append(block)
    return around
