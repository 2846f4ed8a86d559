"""Turns what is selected (layers, blocks, comments, a wire) into edits and into what the clipboard carries."""

from collections.abc import Iterable
from dataclasses import replace

from cnnstudio.network import document
from cnnstudio.network.block_edits import MoveBlocks
from cnnstudio.network.comment_edits import ChangeComment, RemoveComments
from cnnstudio.network.edits import Compound, Disconnect, Edit, MoveNodes, RemoveNodes
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
    wanted = set(ids)
    chosen = [block for block in graph.blocks.values() if block.id in wanted]
    outer = [block for block in chosen if not any(block.members < other.members for other in chosen)]
    inside = frozenset().union(*(block.members for block in outer))
    nodes = {node.id: (node.x + dx, node.y + dy) for node in graph.nodes.values()
             if node.id in wanted and node.id not in inside}
    edits: list[Edit] = [MoveNodes(nodes)] if nodes else []
    if outer:
        edits.append(MoveBlocks({block.id: (block.x + dx, block.y + dy) for block in outer}))
    edits += [ChangeComment(replace(comment, x=comment.x + dx, y=comment.y + dy))
              for comment in graph.comments.values() if comment.id in wanted]
    if len(edits) <= 1:
        return edits[0] if edits else None
    return Compound(tr("Move {number} things").format(number=len(nodes) + len(edits) - bool(nodes)), edits)


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
