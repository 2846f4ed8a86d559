"""The layers as a tree in the order data flows, blocks being the parents of their layers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cnnstudio.network.annotations import Block
from cnnstudio.network.graph import NetworkGraph


@dataclass(slots=True)
class OutlineEntry:
    """A layer or a block of the tree; two trees are equal when the same things stand in the same places.

    Attributes
    ----------
    id : of the layer or the block
    is_block : whether it is a block
    children : what is inside a block, in the order data flows
    """

    id: str
    is_block: bool = False
    children: list["OutlineEntry"] = field(default_factory=list)

    def layers(self) -> list[str]:
        """Return the ids of all layers here and below, in order."""
        own = [] if self.is_block else [self.id]
        return own + [node_id for child in self.children for node_id in child.layers()]


def outline(graph: NetworkGraph) -> list[OutlineEntry]:
    """Return the tree; a block stands where its first layer would."""
    around = _blocks_by_layer(graph)
    tops: list[OutlineEntry] = []
    blocks: dict[str, OutlineEntry] = {}
    for node_id in graph.topological_order():
        level = tops
        for block in around.get(node_id, ()):
            if block.id not in blocks:
                blocks[block.id] = OutlineEntry(block.id, is_block=True)
                level.append(blocks[block.id])
            level = blocks[block.id].children
        level.append(OutlineEntry(node_id))
    return tops


def _blocks_by_layer(graph: NetworkGraph) -> dict[str, Sequence[Block]]:
    """Return the blocks around each layer that is in one, the outermost first."""
    around: dict[str, list[Block]] = {}
    for block in sorted(graph.blocks.values(), key=lambda block: -len(block.members)):
        for node_id in block.members:
            around.setdefault(node_id, []).append(block)
    return dict(around)
