"""Judges a wire in the making: may it be there, what shape would result, and which edit makes it so."""

from dataclasses import dataclass
from typing import Literal

from cnnstudio.errors import ConnectError
from cnnstudio.network.edits import Compound, Connect, Disconnect, Edit
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.shapes import preview_connect
from cnnstudio.ui.editor.formats import shape_text
from cnnstudio.ui.editor.hit_testing import PortHit
from cnnstudio.ui.editor.node_item import Side
from cnnstudio.ui.editor.texts import tr


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
    if edge == picked_up:
        return Judgement("good", _shape_line(graph, edge), None)
    trial = graph
    if picked_up is not None:
        trial = graph.copy()
        trial.disconnect(picked_up)
    try:
        occupying = trial.check_rewire(edge)
    except ConnectError as error:
        return Judgement("bad", str(error), None)
    fits, text = _preview(trial, edge)
    if occupying is not None:
        text = tr("{shape} (replaces the present wire)").format(shape=text) if fits else text
    edit: Edit = Connect(edge)
    if picked_up is not None:
        edit = Compound(tr("Rewire"), [Disconnect(picked_up), edit])
    return Judgement("good" if fits else "warning", text, edit)


def _preview(graph: NetworkGraph, edge: Edge) -> tuple[bool, str]:
    """Give whether the shape fits, and the shape or the reason."""
    result = preview_connect(graph, edge)
    return (False, result) if isinstance(result, str) else (True, "→ " + shape_text(result))


def _shape_line(graph: NetworkGraph, edge: Edge) -> str:
    trial = graph.copy()
    trial.disconnect(edge)
    return _preview(trial, edge)[1]
