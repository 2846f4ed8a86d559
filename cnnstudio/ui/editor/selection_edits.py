"""Turns what is selected (layers, blocks, comments, a wire) into edits and into what the clipboard carries."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cnnstudio.network import document
from cnnstudio.network.block_places import move_edits
from cnnstudio.network.comment_edits import ChangeComment, RemoveComments
from cnnstudio.network.edits import Compound, Disconnect, Edit, RemoveNodes
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.ui.editor.selection import Selection
from cnnstudio.ui.editor.texts import tr


def removal(graph: NetworkGraph, selection: Selection) -> Edit | None:
    """Remove what is selected, blocks with their layers; chains close behind. None when nothing is selected."""
    edits: list[Edit] = []
    if selection.selected_layers:
        edits.append(RemoveNodes(selection.selected_layers))
    if selection.selected_comments:
        edits.append(RemoveComments(selection.selected_comments))
    if not edits and selection.selected_edge is not None:
        edits += [Disconnect(edge) for edge in selection.shown.edges(selection.selected_edge)]
    if not edits:
        return None
    blocks = [graph.blocks[block_id] for block_id in selection.selected_blocks]
    if len(selection.selected_ids) == 1 and blocks:
        return Compound(tr("Remove {name}").format(name=blocks[0].name), edits)
    return edits[0] if len(edits) == 1 else Compound(edits[0].label, edits)


def disconnection(graph: NetworkGraph, selection: Selection) -> Edit | None:
    """Take the wires off the selected layers, and off the outside of selected blocks; None when there are none."""
    blocks = [graph.blocks[block_id].members for block_id in selection.selected_blocks]
    chosen = set(selection.selected_layers)
    alone = set(selection.selected)
    wires = [Disconnect(edge) for edge in graph.edges
             if (edge.source in chosen or edge.target in chosen)
             and (edge.source in alone or edge.target in alone
                  or not any(edge.source in members and edge.target in members for members in blocks))]
    return Compound(tr("Disconnect"), wires) if wires else None


def moved_by(graph: NetworkGraph, ids: Iterable[str], dx: float, dy: float) -> Edit | None:
    """Move layers, blocks (with all that is in them) and comments by (dx, dy) scene pixels; None for none."""
    return moved_each(graph, dict.fromkeys(ids, (dx, dy)))


def moved_each(graph: NetworkGraph, ways: Mapping[str, tuple[float, float]]) -> Edit | None:
    """Move each thing its own way, as `moved_by`; what is in a block that moves goes with the block alone."""
    chosen = [block for block in graph.blocks.values() if block.id in ways]
    outer = [block for block in chosen if not any(block.members < other.members for other in chosen)]
    inside = frozenset().union(*(block.members for block in outer))
    things = {*(block.id for block in outer), *(node_id for node_id in graph.nodes if node_id not in inside)}
    moves = {key: way for key, way in ways.items() if key in things and way != (0, 0)}
    comments = [replace(comment, x=comment.x + ways[comment.id][0], y=comment.y + ways[comment.id][1])
                for comment in graph.comments.values() if ways.get(comment.id, (0, 0)) != (0, 0)]
    edits = [*move_edits(graph, moves), *(ChangeComment(comment) for comment in comments)]
    if len(edits) <= 1:
        return edits[0] if edits else None
    return Compound(tr("Move {number} things").format(number=len(moves) + len(comments)), edits)


def clip(graph: NetworkGraph, selection: Selection) -> NetworkGraph | None:
    """Copy what is selected into a graph of its own, blocks whole; None when no layer or comment is selected."""
    part = document.subgraph(graph, selection.selected_layers)
    if not selection.selected_blocks:
        _leave_single_layers(part, selection)
    for comment_id in selection.selected_comments:
        part.add_comment(graph.comments[comment_id])
    return part if part.nodes or part.comments else None


def _leave_single_layers(part: NetworkGraph, selection: Selection) -> None:
    """Take blocks of one layer away when the layer itself is selected, not the block."""
    for block in list(part.blocks.values()):
        if len(block.members) == 1 and block.members <= set(selection.selected):
            part.remove_block(block.id)
