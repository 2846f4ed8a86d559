"""Judges a wire in the making, or a layer over a wire: may it be there, what shape results, and which edit does it."""

from dataclasses import dataclass
from typing import Literal

from cnnstudio.errors import ConnectError
from cnnstudio.network.edits import AddNode, Compound, Connect, Disconnect, Edit, InsertOnEdge
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.shapes import Analysis, Problem, analyse, preview_connect
from cnnstudio.ui.editor.formats import shape_text
from cnnstudio.ui.editor.hit_testing import PortHit
from cnnstudio.ui.editor.node_item import Side
from cnnstudio.ui.editor.texts import tr

_REMOVING = "Remove "


@dataclass(frozen=True, slots=True)
class Judgement:
    """What would happen if the wire were let go here.

    Attributes
    ----------
    tone : "good" (it fits), "warning" (it may be there, but the shape does not fit yet), "bad" (refused)
    text : the resulting shape, or the reason
    edit : what makes it so; None when refused or when nothing would change
    """

    tone: Literal["good", "warning", "bad"]
    text: str
    edit: Edit | None

    @property
    def is_allowed(self) -> bool:
        """Whether the wire may be let go here."""
        return self.tone != "bad"


def edge_between(fixed: PortHit, moving: PortHit) -> Edge:
    """Give the edge that joins two ports, whichever of them the drag began at."""
    source, target = (fixed, moving) if fixed.side is Side.OUTPUT else (moving, fixed)
    return Edge(source.node_id, target.node_id, target.index)


def judge(graph: NetworkGraph, edge: Edge, picked_up: Edge | None = None) -> Judgement:
    """Judge an edge; ``picked_up`` is the one whose end is being dragged and which it would replace."""
    trial = graph.copy()
    if picked_up is not None:
        trial.disconnect(picked_up)
    before = analyse(trial)
    try:
        replaces = trial.check_rewire(edge) is not None
    except ConnectError as error:
        return Judgement("bad", str(error), None)
    result = preview_connect(trial, edge, before)
    connect = Connect(edge)
    connect.apply(trial)
    after = analyse(trial)
    if isinstance(result, str):
        tone, text = "warning", _with_mend(result, _error_of(after, edge.target))
    else:
        tone, text = _fitting(trial, edge.target, result, before, after)
    if edge == picked_up:
        return Judgement(tone, text, None)
    if replaces and tone == "good":
        text = tr("{shape} (replaces the present wire)").format(shape=text)
    edit: Edit = connect if picked_up is None else Compound(tr("Rewire"), [Disconnect(picked_up), Connect(edge)])
    return Judgement(tone, text, edit)


def judge_insert(graph: NetworkGraph, kind: str, wire: Edge) -> Judgement:
    """Judge a new layer of a kind put into a wire."""
    node = graph.draft_node(kind)
    return _judge_new(graph, node.id, InsertOnEdge(node, wire))


def judge_append(graph: NetworkGraph, kind: str, after_id: str) -> Judgement:
    """Judge a new layer of a kind connected to one that leads nowhere yet."""
    node = graph.draft_node(kind)
    return _judge_new(graph, node.id, Compound("", [AddNode(node), Connect(Edge(after_id, node.id))]))


def _judge_new(graph: NetworkGraph, node_id: str, edit: Edit) -> Judgement:
    before, trial = analyse(graph), graph.copy()
    edit.apply(trial)
    after = analyse(trial)
    shape = after.shapes.get(node_id)
    if shape is not None:
        tone, text = _fitting(trial, node_id, shape, before, after)
        return Judgement(tone, text, None)
    error = _error_of(after, node_id)
    title = trial.nodes[node_id].name
    reason = error.message if error else tr("{name} has no shape here yet.").format(name=title)
    return Judgement("warning", _with_mend(reason, error), None)


def _fitting(trial: NetworkGraph, node_id: str, shape: tuple[int, ...], before: Analysis,
             after: Analysis) -> tuple[Literal["good", "warning"], str]:
    """Say what a layer would give, and whether one after it would no longer fit."""
    text = tr("{name} would give {shape}").format(name=trial.nodes[node_id].name, shape=shape_text(shape))
    lost = {other for other in trial.downstream(node_id) - {node_id}
            if other in before.shapes and other not in after.shapes}
    broken = next((problem for problem in after.errors if problem.node_id in lost), None)
    if broken is None:
        return "good", text
    return "warning", _with_mend(tr("{shape}, but {problem}").format(shape=text, problem=broken.message), broken)


def _error_of(analysis: Analysis, node_id: str) -> Problem | None:
    return next((problem for problem in analysis.errors if problem.node_id == node_id), None)


def _with_mend(reason: str, problem: Problem | None) -> str:
    """Give a reason and the first way to mend it; taking the layer out again is not worth telling."""
    mends = [mend for mend in problem.mends if not mend.label.startswith(_REMOVING)] if problem else []
    if not mends:
        return reason
    return tr("{reason} It can be mended: {mend}.").format(reason=reason, mend=mends[0].label)
