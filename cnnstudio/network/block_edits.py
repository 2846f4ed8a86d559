"""The edits of blocks: fold layers into one node, repeat, open, close, name, move and dissolve it."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, replace

from cnnstudio.errors import NetworkError
from cnnstudio.network.annotations import Block
from cnnstudio.network.blocks import block_ends, repeat_complaint
from cnnstudio.network.document import subgraph
from cnnstudio.network.edits import Edit
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.layout import ROW_PX
from cnnstudio.network.pasting import free_name
from cnnstudio.network.recorder import Recorder
from cnnstudio.wording import translate


@dataclass(frozen=True)
class Fold(Edit):
    """Fold layers into one node; blocks among them stay, inside the new one.

    Attributes
    ----------
    ids : the layers; they must have one way out
    name : of the block; one with a number unless given
    """

    ids: Collection[str]
    name: str = ""
    repeat: int = 1

    @property
    def label(self) -> str:
        """Say it."""
        return translate("network", "Fold into a block")

    def change(self, recorder: Recorder) -> None:
        """Add the block where its topmost layer stands."""
        graph = recorder.graph
        members = frozenset(graph.find(node_id).id for node_id in self.ids)
        ends = block_ends(graph, members)
        complaint = repeat_complaint(ends) if self.repeat > 1 else ends.complaint
        if members and complaint:
            raise NetworkError(translate(
                "network", "These layers cannot be one block: {complaint}.", complaint=complaint))
        places = [(graph.nodes[node_id].y, graph.nodes[node_id].x) for node_id in members]
        y, x = min(places, default=(0.0, 0.0))
        name = self.name or _free_block_name(graph)
        recorder.add_block(Block(graph.free_block_id(), name, members, self.repeat, is_folded=True, x=x, y=y))


def _free_block_name(graph: NetworkGraph) -> str:
    number = 1
    names = {block.name for block in graph.blocks.values()}
    while f"Block {number}" in names:
        number += 1
    return f"Block {number}"


@dataclass(frozen=True)
class Dissolve(Edit):
    """Take a block away and leave its layers; one that is repeated leaves all its copies."""

    block_id: str

    @property
    def label(self) -> str:
        """Say it."""
        return translate("network", "Dissolve block")

    def change(self, recorder: Recorder) -> None:
        """Write its repeats out, then remove it."""
        block = recorder.graph.find_block(self.block_id)
        leaving = block_ends(recorder.graph, block.members).exit
        recorder.remove_block(block.id)
        if block.repeat > 1 and leaving is not None:
            _write_out(recorder, block, leaving)


def _write_out(recorder: Recorder, block: Block, leaving: str) -> None:
    """Put copies of a block's layers before them, as layers of their own, one below the other."""
    graph = recorder.graph
    members = [node_id for node_id in graph.nodes if node_id in block.members]
    inner = subgraph(graph, members)
    entering = [edge for edge in graph.edges if edge.source not in block.members and edge.target in block.members]
    tops = [graph.nodes[node_id].y for node_id in members]
    height = max(tops) - min(tops) + ROW_PX
    lower = [node for node in graph.nodes.values() if node.y > max(tops) or node.id in block.members]
    down = height * (block.repeat - 1)
    for node in lower:
        recorder.move(node.id, node.x, node.y + down)
    moved = {node.id for node in lower}
    for other in list(graph.blocks.values()):
        if other.members <= moved:
            recorder.set_block(replace(other, y=other.y + down))
    feeding: str | None = None
    for number in range(block.repeat):
        last = number == block.repeat - 1
        new = {node_id: node_id for node_id in members} if last else _add_copy(recorder, inner, height * number)
        for edge in entering:
            if last:
                recorder.disconnect(edge)
            recorder.connect(Edge(feeding or edge.source, new[edge.target], edge.port))
        feeding = new[leaving]


def _add_copy(recorder: Recorder, inner: NetworkGraph, dy: float) -> dict[str, str]:
    """Add copies of layers, the wires among them and their blocks; return the new ids by the old ones.

    Ids and names follow from the graph alone, so that redoing gives the same ones.
    """
    graph = recorder.graph
    new: dict[str, str] = {}
    for node in inner.nodes.values():
        names = {other.name for other in graph.nodes.values()}
        new[node.id] = _free_copy_id(graph, node.id)
        name = new[node.id] if node.name == node.id else free_name(node.name, names)
        recorder.add_node(replace(node.copy(), id=new[node.id], name=free_name(name, names), y=node.y + dy))
    for edge in inner.edges:
        recorder.connect(Edge(new[edge.source], new[edge.target], edge.port))
    for block in inner.blocks.values():
        members = frozenset(new[node_id] for node_id in block.members)
        name = free_name(block.name, (other.name for other in graph.blocks.values()))
        recorder.add_block(replace(block, id=graph.free_block_id(), name=name, members=members, y=block.y + dy))
    return new


def _free_copy_id(graph: NetworkGraph, node_id: str) -> str:
    stem, number = (node_id.rpartition("_")[0] or node_id)[:56], 1
    while graph.is_taken(f"{stem}_{number}"):
        number += 1
    return f"{stem}_{number}"


@dataclass(frozen=True)
class SetRepeat(Edit):
    """Set how many times a block runs."""

    block_id: str
    repeat: int

    @property
    def label(self) -> str:
        """Say it."""
        return translate("network", "Set repeat count")

    @property
    def merge_key(self) -> Hashable:
        """Steps of a spin box become one."""
        return ("repeat", self.block_id)

    def change(self, recorder: Recorder) -> None:
        """Set it, when the block has one input and one way out."""
        block = recorder.graph.find_block(self.block_id)
        complaint = repeat_complaint(block_ends(recorder.graph, block.members)) if self.repeat > 1 else ""
        if complaint:
            raise NetworkError(translate(
                "network", "{block} cannot be repeated: {complaint}.", block=block.name, complaint=complaint))
        recorder.set_block(replace(block, repeat=self.repeat))


@dataclass(frozen=True)
class SetFolded(Edit):
    """Show a block as one node, or its layers with a frame around them."""

    block_id: str
    is_folded: bool

    @property
    def label(self) -> str:
        """Say which."""
        return translate("network", "Close block") if self.is_folded else translate("network", "Open block")

    def change(self, recorder: Recorder) -> None:
        """Fold or unfold it."""
        block = recorder.graph.find_block(self.block_id)
        complaint = block_ends(recorder.graph, block.members).complaint if self.is_folded else ""
        if complaint:
            raise NetworkError(translate(
                "network", "{block} cannot be closed: {complaint}.", block=block.name, complaint=complaint))
        recorder.set_block(replace(block, is_folded=self.is_folded))


@dataclass(frozen=True)
class RenameBlock(Edit):
    """Give a block another name."""

    block_id: str
    name: str

    @property
    def label(self) -> str:
        """Say it."""
        return translate("network", "Rename block")

    def change(self, recorder: Recorder) -> None:
        """Rename it."""
        if not self.name.strip():
            raise NetworkError(translate(
                "network", "A block's name needs at least one letter, digit or sign that can be seen."))
        recorder.set_block(replace(recorder.graph.find_block(self.block_id), name=self.name))


@dataclass(frozen=True)
class MoveBlocks(Edit):
    """Put folded blocks somewhere else, id to (x, y) in scene pixels; their layers and inner blocks move along."""

    positions: Mapping[str, tuple[float, float]]

    @property
    def label(self) -> str:
        """Tell one from many."""
        return translate("network", "Move block") if len(self.positions) == 1 else translate(
            "network", "Move {count} blocks", count=len(self.positions))

    @property
    def merge_key(self) -> Hashable:
        """Arrow keys pressed in quick succession become one step."""
        return ("move blocks", frozenset(self.positions))

    def change(self, recorder: Recorder) -> None:
        """Move them by the same way as their layers."""
        graph = recorder.graph
        for block_id, (x, y) in self.positions.items():
            block = graph.find_block(block_id)
            dx, dy = x - block.x, y - block.y
            for other in list(graph.blocks.values()):
                if other.members <= block.members:
                    recorder.set_block(replace(other, x=other.x + dx, y=other.y + dy))
            for node_id in sorted(block.members):
                node = graph.nodes[node_id]
                recorder.move(node_id, node.x + dx, node.y + dy)
