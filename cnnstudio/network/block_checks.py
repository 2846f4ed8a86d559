"""Finds blocks that cannot be one node or cannot be repeated, and repeats that no longer fit."""

from collections.abc import Iterator

from cnnstudio.network.block_edits import Dissolve, SetRepeat
from cnnstudio.network.blocks import all_block_ends, repeat_complaint
from cnnstudio.network.graph import NODE_LIMIT, NetworkGraph, Node
from cnnstudio.network.problems import Mend, Problem
from cnnstudio.network.unrolling import unrolled_size


def block_problems(graph: NetworkGraph) -> Iterator[Problem]:
    """Yield what is wrong with the graph's blocks; a problem is marked at the block's first layer."""
    ends = all_block_ends(graph)
    for block in graph.blocks.values():
        first = next(node_id for node_id in graph.nodes if node_id in block.members)
        dissolve = Mend(f"Dissolve {block.name}", Dissolve(block.id))
        once = Mend("Set the repeat count to 1", SetRepeat(block.id, 1))
        if block.repeat > 1 and repeat_complaint(ends[block.id]):
            message = f"{block.name} cannot be repeated: {repeat_complaint(ends[block.id])}."
            yield Problem(first, "error", message, (once,))
        elif ends[block.id].complaint:
            message = f"{block.name} cannot be shown as one layer: {ends[block.id].complaint}."
            yield Problem(first, "warning", message, (dissolve,))
    size = unrolled_size(graph, (block for block in graph.blocks.values() if not repeat_complaint(ends[block.id])))
    if size > NODE_LIMIT:
        message = f"With its repeats the network would have {size:,} layers; at most {NODE_LIMIT:,} are possible."
        yield Problem(None, "error", message)


def later_repeat_problem(graph: NetworkGraph, node: Node, number: int, complaint: str) -> Problem:
    """Return the error of a layer that fits at first and not in repeat ``number``."""
    repeated = [block for block in graph.blocks_around(node.id) if block.repeat > 1]
    if len(repeated) == 1:
        label = f"Set the repeat count of {repeated[0].name} to {number - 1}"
        mends: tuple[Mend, ...] = (Mend(label, SetRepeat(repeated[0].id, number - 1)),)
    else:
        mends = tuple(Mend(f"Set the repeat count of {block.name} to 1", SetRepeat(block.id, 1)) for block in repeated)
    return Problem(node.id, "error", f"{node.name}, run {number} times, {complaint}", mends)
