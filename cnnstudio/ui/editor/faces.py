"""What a node shows on the canvas, worked out from the graph and its analysis."""

from cnnstudio.network.graph import NetworkGraph, Node
from cnnstudio.network.layer_kinds import LayerKind
from cnnstudio.network.registry import layer_kind
from cnnstudio.ui.editor.formats import count, shape_text
from cnnstudio.ui.editor.node_item import NodeFace
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.texts import tr


def bare_face(graph: NetworkGraph, node: Node) -> NodeFace:
    """Give what can be shown before the graph is analysed."""
    kind = layer_kind(node.kind)
    return NodeFace(name=node.name, summary=_summary(kind, node), shape="", weights="", icon=kind.name,
                    family=kind.family, inputs=shown_inputs(graph, node), has_output=kind.has_output)


def face_of(session: EditorSession, node: Node) -> NodeFace:
    """Give everything a node shows, problems included."""
    kind = layer_kind(node.kind)
    problems = session.problems_of(node.id)
    cost = session.costs.get(node.id)
    weights = tr("{number} weights").format(number=count(cost.weights)) if cost and cost.weights else ""
    return NodeFace(
        name=node.name, summary=_summary(kind, node), shape=shape_text(session.analysis.shapes.get(node.id)),
        weights=weights, icon=kind.name, family=kind.family, severity=problems[0].severity if problems else "",
        message="\n".join(problem.message for problem in problems), inputs=shown_inputs(session.graph, node),
        has_output=kind.has_output)


def shown_inputs(graph: NetworkGraph, node: Node) -> int:
    """Give how many input ports a node shows; a merge offers one more than are used, up to its limit."""
    kind = layer_kind(node.kind)
    if kind.max_inputs <= 1:
        return kind.max_inputs
    used = max((edge.port for edge in graph.in_edges(node.id)), default=-1)
    return min(kind.max_inputs, max(kind.min_inputs, used + 2))


def _summary(kind: LayerKind, node: Node) -> str:
    return kind.summary(node.parameters) or tr(kind.title, "LayerKind")
