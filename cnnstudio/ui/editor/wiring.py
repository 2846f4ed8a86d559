"""Judges a wire in the making, or a layer over a wire: may it be there, what shape results, and which edit does it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cnnstudio.errors import ConnectError
from cnnstudio.network.edits import AddNode, Compound, Connect, Disconnect, Edit, RemoveNodes
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.shapes import Analysis, Problem, analyse, preview_connect
from cnnstudio.ui.editor.building import into_wire
from cnnstudio.ui.editor.formats import shape_text
from cnnstudio.ui.editor.hit_testing import PortHit
from cnnstudio.ui.editor.node_item import Side
from cnnstudio.ui.editor.shown import Shown
from cnnstudio.ui.editor.texts import tr

Tone = Literal["good", "warning", "bad"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What would happen if the wire were let go here.

    Attributes
    ----------
    tone : "good" (it fits), "warning" (it may be there, but the shape does not fit yet), "bad" (refused)
    text : the resulting shape, or the reason
    edit : what makes it so; None when refused or when nothing would change
    """

    tone: Tone
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
    try:
        replaces = trial.check_rewire(edge) is not None
    except ConnectError as error:
        return Judgement("bad", str(error), None)
    before = analyse(trial)
    result = preview_connect(trial, edge, before)
    connect = Connect(edge)
    connect.apply(trial)
    after = analyse(trial)
    tone: Tone = "warning"
    if isinstance(result, str):
        text = _with_mend(result, _error_of(after, edge.target))
    else:
        tone, text = _fitting(trial, edge.target, result, before, after)
    if edge == picked_up:
        return Judgement(tone, text, None)
    if replaces and tone == "good":
        text = tr("{shape} (replaces the present wire)").format(shape=text)
    edit: Edit = connect if picked_up is None else Compound(tr("Rewire"), [Disconnect(picked_up), Connect(edge)])
    return Judgement(tone, text, edit)


def judge_shown(graph: NetworkGraph, shown: Shown, edge: Edge, picked_up: Edge | None = None) -> Judgement:
    """Judge a wire between shown ids; at a folded block it stands for edges from its exit, or to its layers.

    ``picked_up`` is the shown wire whose end is being dragged.
    """
    picked = shown.edges(picked_up) if picked_up is not None else ()
    if len(picked) <= 1 and not shown.is_block(edge.source) and not shown.is_block(edge.target):
        return judge(graph, edge, picked[0] if picked else None)
    wanted = _meant(shown, edge)
    if not wanted:
        return Judgement("bad", tr("Every input inside {name} is taken.").format(
            name=graph.blocks[edge.target].name), None)
    steps: list[Edit] = [*(Disconnect(old) for old in picked), *(Connect(new) for new in wanted)]
    edit = Compound(Connect(edge).label if picked_up is None else tr("Rewire"), steps)
    before, trial = analyse(graph), graph.copy()
    try:
        edit.apply(trial)
    except ConnectError as error:
        return Judgement("bad", str(error), None)
    return _judge_block(graph, trial, shown, edge.target, edit if set(wanted) != set(picked) else None, before)


def _meant(shown: Shown, edge: Edge) -> list[Edge]:
    """Give the edges of the graph that a shown edge would stand for."""
    source = shown.exit(edge.source)
    if not shown.is_block(edge.target):
        return [Edge(source, edge.target, edge.port)]
    return [Edge(source, node_id, port) for node_id, port in shown.entries(edge.target, edge.port)]


def _judge_block(graph: NetworkGraph, trial: NetworkGraph, shown: Shown, target: str, edit: Edit | None,
                 before: Analysis) -> Judgement:
    after, exit_id = analyse(trial), shown.exit(target)
    name = graph.blocks[target].name if shown.is_block(target) else graph.nodes[target].name
    inside = set(shown.layers([target]))
    broken = next((problem for problem in after.errors if problem.node_id in inside), None)
    if broken is None and exit_id in after.shapes:
        tone, text = _fitting(trial, exit_id, after.shapes[exit_id], before, after)
        return Judgement(tone, text.replace(trial.nodes[exit_id].name, name, 1), edit)
    reason = broken.message if broken else tr("{name} has no shape here yet.").format(name=name)
    return Judgement("warning", _with_mend(reason, broken), edit)


def judge_insert(graph: NetworkGraph, kind: str, wire: Sequence[Edge]) -> Judgement:
    """Judge a new layer of a kind put into a wire, given as the edges it stands for."""
    node = graph.draft_node(kind)
    return _judge_new(graph, node.id, into_wire(node, wire))


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
             after: Analysis) -> tuple[Tone, str]:
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
    mends = [mend for mend in problem.mends if not isinstance(mend.edit, RemoveNodes)] if problem else []
    if not mends:
        return reason
    return tr("{reason} It can be mended: {mend}.").format(reason=reason, mend=mends[0].label)
