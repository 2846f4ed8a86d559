"""What blocks show on the canvas, worked out from the graph and its analysis."""

from cnnstudio.network.annotations import Block
from cnnstudio.network.blocks import block_ends, repeat_complaint
from cnnstudio.ui.editor.formats import count, shape_text
from cnnstudio.ui.editor.frame_item import FRAME_FAMILY, FrameFace
from cnnstudio.ui.editor.node_item import NodeFace
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.texts import tr


def bare_block_face(session: EditorSession, block_id: str) -> NodeFace:
    """Give what a folded block shows before the graph is analysed."""
    block = session.graph.blocks[block_id]
    return NodeFace(name=block_title(block), summary=block_summary(session, block), shape="", weights="",
                    icon="unfold", family=FRAME_FAMILY, inputs=session.shown.input_count(block_id))


def block_face(session: EditorSession, block_id: str) -> NodeFace:
    """Give everything a folded block shows, the problems of its layers included."""
    block = session.graph.blocks[block_id]
    problems = session.problems_of_block(block_id)
    weights = block_weights(session, block)
    return NodeFace(
        name=block_title(block), summary=block_summary(session, block),
        shape=shape_text(session.analysis.shapes.get(session.shown.exit(block_id))),
        weights=tr("{number} weights").format(number=count(weights)) if weights else "", icon="unfold",
        family=FRAME_FAMILY, severity=problems[0].severity if problems else "",
        message="\n".join(problem.message for problem in problems[:5]), inputs=session.shown.input_count(block_id))


def frame_face(session: EditorSession, block: Block) -> FrameFace:
    """Give what the frame of an open block shows; why it cannot be closed is a warning."""
    ends = block_ends(session.graph, block.members)
    message = tr("It cannot be closed: {reason}.").format(reason=ends.complaint) if ends.complaint else ""
    return FrameFace(block.name, block.repeat, "warning" if message else "", message,
                     can_repeat=block.repeat > 1 or not repeat_complaint(ends))


def block_title(block: Block) -> str:
    """Give the name, with the repeat count where there is one."""
    return f"{block.name} × {block.repeat}" if block.repeat > 1 else block.name


def block_summary(session: EditorSession, block: Block) -> str:
    """Give ``4 layers: Conv2d, ReLU``; each kind once, in the order of the graph."""
    kinds = dict.fromkeys(session.graph.nodes[node_id].kind for node_id in session.shown.layers_in(block.id))
    number = len(block.members)
    words = tr("1 layer") if number == 1 else tr("{number} layers").format(number=count(number))
    return f"{words}: {', '.join(kinds)}"


def block_weights(session: EditorSession, block: Block) -> int:
    """Give the weights of all layers of a block, in all its repeats."""
    costs = session.costs
    return sum(costs[node_id].weights for node_id in block.members if node_id in costs)
