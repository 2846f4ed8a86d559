"""Everything a user can do to a network graph, as values that apply and revert themselves."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cnnstudio.network.graph import Block, Comment, Edge, NetworkGraph, Node
from cnnstudio.network.recorder import Recorder, Undo
from cnnstudio.network.registry import layer_kind, parameter_title
from cnnstudio.wording import mid_sentence, translate


@dataclass(frozen=True)
class Edit(ABC):
    """A change of one graph. `apply` and `revert` alternate; reverting leaves the graph as it was, ids included."""

    _undo_steps: list[Undo] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    @abstractmethod
    def label(self) -> str:
        """What the undo menu says, such as ``"Set kernel size"``."""

    @property
    def merge_key(self) -> Hashable | None:
        """Edits with the same key in quick succession may become one undo step; None never does."""
        return None

    @abstractmethod
    def change(self, recorder: Recorder) -> None:
        """Make the change through ``recorder``."""

    def apply(self, graph: NetworkGraph) -> None:
        """Change the graph, wholly or not at all.

        Raises
        ------
        NetworkError
            When the graph refuses a part of it; the graph is then as before.
        """
        recorder = Recorder(graph)
        with graph.batch():
            try:
                self.change(recorder)
            except Exception:
                recorder.roll_back()
                raise
        self._undo_steps[:] = recorder.undo_steps

    def revert(self, graph: NetworkGraph) -> None:
        """Take the last `apply` back; without one, nothing happens."""
        with graph.batch():
            while self._undo_steps:
                self._undo_steps.pop()(graph)


@dataclass(frozen=True)
class AddNode(Edit):
    """Add a layer without connecting it."""

    node: Node

    @property
    def label(self) -> str:
        """Name the kind."""
        return translate("network", "Add {layer_kind}", layer_kind=_kind_title(self.node))

    def change(self, recorder: Recorder) -> None:
        """Add it."""
        recorder.add_node(self.node)


@dataclass(frozen=True)
class RemoveNodes(Edit):
    """Remove layers with their edges; with ``heal`` what fed them feeds what they fed."""

    ids: Sequence[str]
    heal: bool = True

    @property
    def label(self) -> str:
        """Tell one from many."""
        return translate("network", "Remove layer") if len(self.ids) == 1 else translate(
            "network", "Remove {count} layers", count=len(self.ids))

    def change(self, recorder: Recorder) -> None:
        """Remove edges, then nodes, then close the gaps."""
        graph = recorder.graph
        removed = dict.fromkeys(graph.find(node_id).id for node_id in self.ids)
        bridges = _bridges(graph, set(removed)) if self.heal else []
        for edge in graph.edges:
            if edge.source in removed or edge.target in removed:
                recorder.disconnect(edge)
        for node_id in removed:
            recorder.remove_node(node_id)
        for edge in bridges:
            recorder.connect(edge)


def _bridges(graph: NetworkGraph, removed: set[str]) -> list[Edge]:
    """Return the edges that close the gap: from the nearest kept layer before it, along the first inputs."""
    bridges = []
    for edge in graph.edges:
        if edge.source not in removed or edge.target in removed:
            continue
        source: str | None = edge.source
        while source is not None and source in removed:
            source = next(iter(graph.predecessors(source)), None)
        if source is not None:
            bridges.append(Edge(source, edge.target, edge.port))
    return bridges


@dataclass(frozen=True)
class Connect(Edit):
    """Add an edge; one that holds the same input makes room for it."""

    edge: Edge

    @property
    def label(self) -> str:
        """Say it."""
        return "Connect"

    def change(self, recorder: Recorder) -> None:
        """Free the input, then connect."""
        present = recorder.graph.check_rewire(self.edge)
        if present is not None:
            recorder.disconnect(present)
        recorder.connect(self.edge)


@dataclass(frozen=True)
class Disconnect(Edit):
    """Remove an edge."""

    edge: Edge

    @property
    def label(self) -> str:
        """Say it."""
        return "Disconnect"

    def change(self, recorder: Recorder) -> None:
        """Remove it."""
        recorder.disconnect(self.edge)


@dataclass(frozen=True)
class InsertOnEdge(Edit):
    """Put a layer between the two ends of an edge: a new one, or one of the graph that has no edges yet."""

    node: Node
    edge: Edge

    @property
    def label(self) -> str:
        """Name the kind."""
        return translate("network", "Insert {layer_kind}", layer_kind=_kind_title(self.node))

    def change(self, recorder: Recorder) -> None:
        """Cut the edge and lead it through the layer."""
        recorder.disconnect(self.edge)
        if self.node.id not in recorder.graph.nodes:
            recorder.add_node(self.node)
        recorder.connect(Edge(self.edge.source, self.node.id, 0))
        recorder.connect(Edge(self.node.id, self.edge.target, self.edge.port))
        _join_between(recorder, self.node.id, self.edge.source, self.edge.target)


def _join_between(recorder: Recorder, node_id: str, source: str, target: str) -> None:
    """Make a layer a member of the blocks that hold both its neighbours, unless it is in a block already."""
    graph = recorder.graph
    if not graph.blocks_around(node_id):
        recorder.join_blocks(node_id, [block for block in graph.blocks_around(source) if target in block.members])


@dataclass(frozen=True)
class AppendAfter(Edit):
    """Add a layer after another; what that one fed is fed by the new one from now on.

    The new layer joins the open blocks of the one before it; behind a folded block it stands outside.
    """

    node: Node
    after_id: str

    @property
    def label(self) -> str:
        """Name the kind."""
        return translate("network", "Add {layer_kind}", layer_kind=_kind_title(self.node))

    def change(self, recorder: Recorder) -> None:
        """Move the outgoing edges over to the new layer."""
        after = recorder.graph.find(self.after_id)
        outgoing = recorder.graph.out_edges(after.id)
        recorder.add_node(self.node)
        recorder.connect(Edge(after.id, self.node.id, 0))
        for edge in outgoing:
            recorder.disconnect(edge)
            recorder.connect(Edge(self.node.id, edge.target, edge.port))
        around = recorder.graph.blocks_around(after.id)
        recorder.join_blocks(self.node.id, around if not any(block.is_folded for block in around) else ())


@dataclass(frozen=True)
class SetParameter(Edit):
    """Set one parameter of one layer."""

    id: str
    name: str
    value: Any
    _titles: list[str] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def label(self) -> str:
        """Name the parameter as the form does; kinds that name it differently are told apart once it is applied."""
        title = self._titles[0] if self._titles else parameter_title(self.name)
        return translate("network", "Set {mid_sentence}", mid_sentence=mid_sentence(title))

    @property
    def merge_key(self) -> Hashable:
        """Steps of a spin box become one."""
        return ("set", self.id, self.name)

    def change(self, recorder: Recorder) -> None:
        """Set it."""
        recorder.set_parameter(self.id, self.name, self.value)
        kind = layer_kind(recorder.graph.find(self.id).kind)
        self._titles[:] = [kind.parameter(self.name).title]


@dataclass(frozen=True)
class Rename(Edit):
    """Give a layer another name."""

    id: str
    name: str

    @property
    def label(self) -> str:
        """Say it."""
        return "Rename"

    def change(self, recorder: Recorder) -> None:
        """Rename it."""
        recorder.rename(self.id, self.name)


@dataclass(frozen=True)
class MoveNodes(Edit):
    """Put layers somewhere else: id to (x, y) in scene pixels."""

    positions: Mapping[str, tuple[float, float]]

    @property
    def label(self) -> str:
        """Tell one from many."""
        return translate("network", "Move layer") if len(self.positions) == 1 else translate(
            "network", "Move {count} layers", count=len(self.positions))

    @property
    def merge_key(self) -> Hashable:
        """Arrow keys pressed in quick succession become one step."""
        return ("move", frozenset(self.positions))

    def change(self, recorder: Recorder) -> None:
        """Move them."""
        for node_id, (x, y) in self.positions.items():
            recorder.move(node_id, x, y)


@dataclass(frozen=True)
class ReplaceGraph(Edit):
    """Put another graph's content in the place of all there is, such as a preset."""

    new: NetworkGraph

    @property
    def label(self) -> str:
        """Say it."""
        return translate("network", "Replace network")

    def change(self, recorder: Recorder) -> None:
        """Replace it."""
        recorder.replace_content(self.new)


@dataclass(frozen=True)
class AddBlock(Edit):
    """Add a block as it is given."""

    block: Block

    @property
    def label(self) -> str:
        """Say it."""
        return translate("network", "Add block")

    def change(self, recorder: Recorder) -> None:
        """Add it."""
        recorder.add_block(self.block)


@dataclass(frozen=True)
class AddComment(Edit):
    """Add a comment as it is given."""

    comment: Comment

    @property
    def label(self) -> str:
        """Say it."""
        return translate("network", "Add comment")

    def change(self, recorder: Recorder) -> None:
        """Add it."""
        recorder.add_comment(self.comment)


@dataclass(frozen=True, init=False)
class Compound(Edit):
    """Several edits as one step, wholly or not at all."""

    edits: Sequence[Edit]
    _label: str

    def __init__(self, label: str, edits: Sequence[Edit]) -> None:
        for name, value in (("_undo_steps", []), ("_label", label), ("edits", tuple(edits))):
            object.__setattr__(self, name, value)

    @property
    def label(self) -> str:
        """Use the given text."""
        return self._label

    def change(self, recorder: Recorder) -> None:
        """Make all changes in order."""
        for edit in self.edits:
            edit.change(recorder)


def _kind_title(node: Node) -> str:
    return translate("LayerKind", layer_kind(node.kind).title)
