"""Folds the layers of each part of an imported network into a block, so that a long network stays readable."""

from collections.abc import Mapping, Sequence

from cnnstudio.errors import NetworkError
from cnnstudio.network.annotations import BLOCK_LIMIT, Block
from cnnstudio.network.blocks import block_ends
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.names import clean_name

SMALLEST = 4
"""Fewer layers, such as a convolution with its normalisation and activation, are as readable one by one."""


def fold_modules(graph: NetworkGraph, inside: Mapping[str, Sequence[str]]) -> None:
    """Add a folded block for each module that has one way out and neither few layers nor nearly all of them.

    Parameters
    ----------
    graph : has no blocks yet
    inside : paths of the modules a layer belongs to, the outermost first, by the layer's id
    """
    groups: dict[str, set[str]] = {}
    for node_id in graph.nodes:
        for path in inside.get(node_id, ()):
            groups.setdefault(path, set()).add(node_id)
    place = {node_id: index for index, node_id in enumerate(graph.topological_order())}
    for path, members in sorted(groups.items(), key=lambda group: -len(group[1])):
        fits = SMALLEST <= len(members) < len(graph.nodes) - SMALLEST and len(graph.blocks) < BLOCK_LIMIT
        if fits and not block_ends(graph, members, place).complaint:
            _add(graph, path, members)


def _add(graph: NetworkGraph, path: str, members: set[str]) -> None:
    """Add a block, unless the same layers or the same name make one already."""
    try:
        name = clean_name(path)
    except NetworkError:
        return
    taken = any(block.name == name or block.members == members for block in graph.blocks.values())
    crosses = any(block.members & members and not members <= block.members for block in graph.blocks.values())
    if not taken and not crosses:
        graph.add_block(Block(graph.free_block_id(), name, frozenset(members)))
