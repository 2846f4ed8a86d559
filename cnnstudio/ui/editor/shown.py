"""What of the network the canvas shows: folded blocks are single nodes; without blocks it is the graph itself."""

from collections.abc import Iterable

from cnnstudio.network.annotations import Block
from cnnstudio.network.blocks import FoldedView, block_ends, folded_view
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.graph_view import GraphView
from cnnstudio.network.registry import layer_kind


class Shown:
    """The folded view of a graph, worked out when asked for; `forget` must be called whenever the graph changed.

    Shown ids are those of layers that are shown and of folded blocks; shown edges run between shown ids.
    """

    def __init__(self, graph: NetworkGraph) -> None:
        self._graph = graph
        self._view: FoldedView | None = None
        self._exits: dict[str, str] = {}
        self._layers: dict[str, tuple[str, ...]] = {}

    def forget(self) -> None:
        """Look at the graph again when asked next."""
        self._view = None
        self._exits, self._layers = {}, {}

    @property
    def _folded(self) -> FoldedView:
        if self._view is None:
            self._view = folded_view(self._graph)
        return self._view

    @property
    def graph(self) -> GraphView:
        """What is shown, as a graph; a folded block is a node with the block's id."""
        return self._folded.graph if self._graph.blocks else self._graph

    @property
    def open_blocks(self) -> tuple[Block, ...]:
        """Blocks shown as frames, the outermost first."""
        return self._folded.open_blocks if self._graph.blocks else ()

    def is_block(self, shown_id: str) -> bool:
        """Tell whether a shown id is that of a folded block."""
        return shown_id in self._graph.blocks

    def is_open(self, block_id: str) -> bool:
        """Tell whether a block is shown as a frame."""
        return any(block.id == block_id for block in self.open_blocks)

    def owner(self, node_id: str) -> str:
        """Give the id a layer is shown by: its own, or that of the outermost folded block around it."""
        return self._folded.owner.get(node_id, node_id) if self._graph.blocks else node_id

    def edges(self, edge: Edge) -> tuple[Edge, ...]:
        """Give the edges of the graph a shown edge stands for; none when it is not there."""
        if self._graph.blocks:
            return self._folded.wires.get(edge, ())
        return (edge,) if self._graph.edge_at(edge.target, edge.port) == edge else ()

    def layers(self, ids: Iterable[str]) -> list[str]:
        """Give the layers that ids of layers and blocks stand for, in the order of the graph."""
        wanted = set(ids)
        for block_id in wanted & set(self._graph.blocks):
            wanted |= self._graph.blocks[block_id].members
        return [node_id for node_id in self._graph.nodes if node_id in wanted]

    def layers_in(self, block_id: str) -> tuple[str, ...]:
        """Give the layers of a block, in the order of the graph."""
        if not self._layers:
            place = {node_id: number for number, node_id in enumerate(self._graph.nodes)}
            self._layers = {block.id: tuple(sorted(block.members, key=place.__getitem__))
                            for block in self._graph.blocks.values()}
        return self._layers[block_id]

    def exit(self, shown_id: str) -> str:
        """Give the layer that data leaves a shown id from."""
        if not self.is_block(shown_id):
            return shown_id
        if shown_id not in self._exits:
            found = block_ends(self._graph, self._graph.blocks[shown_id].members).exit
            self._exits[shown_id] = found or min(self._graph.blocks[shown_id].members)
        return self._exits[shown_id]

    def entries(self, block_id: str, port: int) -> tuple[tuple[str, int], ...]:
        """Give the (layer, input number) pairs behind an input of a folded block; the last one are those still free."""
        present = self.graph.edge_at(block_id, port)
        if present is not None:
            return tuple((edge.target, edge.port) for edge in self.edges(present))
        return tuple(self._free_entries(block_id))

    def input_count(self, block_id: str) -> int:
        """Give how many inputs a folded block shows: one a source, and one more while an input inside is free."""
        used = len(self.graph.in_edges(block_id))
        return used + bool(self._free_entries(block_id))

    def _free_entries(self, block_id: str) -> list[tuple[str, int]]:
        graph = self._graph
        return [(node_id, port) for node_id in self.layers_in(block_id)
                for port in range(layer_kind(graph.nodes[node_id].kind).min_inputs)
                if graph.edge_at(node_id, port) is None]
