"""The edit that adds copies of what another graph holds, with ids and names that are free."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cnnstudio.errors import NetworkError
from cnnstudio.network.edits import AddBlock, AddComment, AddNode, Compound, Connect, Edit
from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.network.names import quoted
from cnnstudio.wording import translate


def paste(graph: NetworkGraph, clip: NetworkGraph, dx: float = 32.0, dy: float = 32.0) -> Compound:
    """Return the edit that adds copies of all ``clip`` holds, moved by (dx, dy) px, with the edges among them.

    Ids are new; names are kept where they are free and get a number where they are not.
    """
    copies: dict[str, Node] = {}
    names = {node.name for node in graph.nodes.values()}
    for node in clip.nodes.values():
        new = graph.new_node(node.kind, node.x + dx, node.y + dy, **node.parameters)
        if node.name != node.id:
            new.name = free_name(node.name, names)
        names.add(new.name)
        copies[node.id] = new
    edges = [Connect(Edge(copies[e.source].id, copies[e.target].id, e.port)) for e in clip.edges]
    notes = _pasted_annotations(graph, clip, copies, dx, dy)
    noun = translate("network", "layer") if len(copies) == 1 else translate(
        "network", "{count} layers", count=len(copies)) if copies else translate("network", "comment")
    return Compound(translate(
        "network", "Paste {noun}", noun=noun), [*(AddNode(node) for node in copies.values()), *edges, *notes])


def _pasted_annotations(
        graph: NetworkGraph, clip: NetworkGraph, copies: Mapping[str, Node], dx: float, dy: float) -> list[Edit]:
    taken = {*graph.nodes, *graph.blocks, *graph.comments, *(node.id for node in copies.values())}
    names = {block.name for block in graph.blocks.values()}
    edits: list[Edit] = []
    for block in clip.blocks.values():
        new_id, name = _free_id("block", taken), free_name(block.name, names)
        names.add(name)
        members = frozenset(copies[node_id].id for node_id in block.members)
        edits.append(AddBlock(replace(block, id=new_id, name=name, members=members, x=block.x + dx, y=block.y + dy)))
    return [*edits, *(
        AddComment(replace(comment, id=_free_id("comment", taken), x=comment.x + dx, y=comment.y + dy))
        for comment in clip.comments.values())]


def _free_id(prefix: str, taken: set[str]) -> str:
    """Return the first free id of a prefix, and take it."""
    number = 1
    while f"{prefix}_{number}" in taken:
        number += 1
    taken.add(f"{prefix}_{number}")
    return f"{prefix}_{number}"


def free_name(name: str, taken: Iterable[str]) -> str:
    """Return ``name``, or ``name`` with the lowest number from 2 that is not taken."""
    names = set(taken)
    candidates = (name if number == 1 else f"{name[:190]} {number}" for number in range(1, len(names) + 3))
    found = next((candidate for candidate in candidates if candidate not in names), None)
    if found is None:
        raise NetworkError(translate("network", "There is no free name like {name}.", name=quoted(name)))
    return found
