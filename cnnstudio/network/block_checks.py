"""Finds blocks that cannot be one node or cannot be repeated, and repeats that no longer fit."""

from collections.abc import Iterator

from cnnstudio.network.block_edits import Dissolve, SetRepeat
from cnnstudio.network.blocks import all_block_ends, repeat_complaint
from cnnstudio.network.graph import NODE_LIMIT, NetworkGraph, Node
from cnnstudio.network.problems import Mend, Problem
from cnnstudio.network.unrolling import unrolled_size
from cnnstudio.wording import translate


def block_problems(graph: NetworkGraph) -> Iterator[Problem]:
    """Yield what is wrong with the graph's blocks; a problem is marked at the block's first layer."""
    ends = all_block_ends(graph)
    for block in graph.blocks.values():
        first = next(node_id for node_id in graph.nodes if node_id in block.members)
        dissolve = Mend(translate("network", "Dissolve {block}", block=block.name), Dissolve(block.id))
        once = Mend(translate("network", "Set the repeat count to 1"), SetRepeat(block.id, 1))
        if block.repeat > 1 and repeat_complaint(ends[block.id]):
            message = translate(
                "network", "{block} cannot be repeated: {repeat_complaint}.", block=block.name,
                repeat_complaint=repeat_complaint(ends[block.id]))
            yield Problem(first, "error", message, (once,))
        elif ends[block.id].complaint:
            message = translate(
                "network", "{block} cannot be shown as one layer: {complaint}.", block=block.name,
                complaint=ends[block.id].complaint)
            yield Problem(first, "warning", message, (dissolve,))
    size = unrolled_size(graph, (block for block in graph.blocks.values() if not repeat_complaint(ends[block.id])))
    if size > NODE_LIMIT:
        message = translate(
            "network", "With its repeats the network would have {size:,} layers; at most {limit:,} are possible.",
            size=size, limit=NODE_LIMIT)
        yield Problem(None, "error", message)


def later_repeat_problem(graph: NetworkGraph, node: Node, number: int, complaint: str) -> Problem:
    """Return the error of a layer that fits at first and not in repeat ``number``."""
    repeated = [block for block in graph.blocks_around(node.id) if block.repeat > 1]
    if len(repeated) == 1:
        label = translate(
            "network", "Set the repeat count of {repeated} to {number}", repeated=repeated[0].name, number=number - 1)
        mends: tuple[Mend, ...] = (Mend(label, SetRepeat(repeated[0].id, number - 1)),)
    else:
        mends = tuple(Mend(translate(
            "network", "Set the repeat count of {block} to 1",
            block=block.name), SetRepeat(block.id, 1)) for block in repeated)
    return Problem(node.id, "error", translate(
        "network", "{layer}, run {number} times, {complaint}", layer=node.name, number=number,
        complaint=complaint), mends)
