"""Random sequences of edits never raise anything but a refusal, and taking them all back gives the start."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from cnnstudio.errors import NetworkError
from cnnstudio.network.annotations import Comment
from cnnstudio.network.block_edits import Dissolve, Fold, MoveBlocks, RenameBlock, SetFolded, SetRepeat
from cnnstudio.network.blocks import folded_view
from cnnstudio.network.comment_edits import AddComment, ChangeComment, RemoveComments
from cnnstudio.network.document import dumps, from_document, loads, subgraph, to_document
from cnnstudio.network.edits import (
    AddNode,
    AppendAfter,
    Compound,
    Connect,
    Disconnect,
    InsertOnEdge,
    MoveNodes,
    RemoveNodes,
    Rename,
    ReplaceGraph,
    SetParameter,
)
from cnnstudio.network.graph import Edge
from cnnstudio.network.pasting import paste
from cnnstudio.network.presets import preset
from cnnstudio.network.registry import layer_kinds
from cnnstudio.network.shapes import analyse
from tests.helpers.networks import chain

KINDS = st.sampled_from(list(layer_kinds()))
PICK = st.integers(0, 30)
NUMBERS = st.integers(-1, 9) | st.tuples(st.integers(0, 4), st.integers(1, 4)) | st.booleans() | st.floats(0, 1)


class EditSequence(RuleBasedStateMachine):
    """A user who edits, undoes and redoes at random."""

    def __init__(self):
        super().__init__()
        self.graph = chain("Conv2d", "ReLU", "Flatten", "Linear", ("Output", {"classes": 64}))
        self.start = self.graph.copy()
        self.done = []
        self.undone = []

    def node(self, pick):
        ids = list(self.graph.nodes)
        return ids[pick % len(ids)] if ids else "missing"

    def edge(self, pick):
        return self.graph.edges[pick % len(self.graph.edges)] if self.graph.edges else Edge("missing", "missing")

    def block(self, pick):
        ids = list(self.graph.blocks)
        return ids[pick % len(ids)] if ids else "missing"

    def comment(self, pick):
        ids = list(self.graph.comments)
        return ids[pick % len(ids)] if ids else "missing"

    def apply(self, edit):
        before = self.graph.copy()
        try:
            edit.apply(self.graph)
        except NetworkError:
            assert self.graph.is_equal(before)
        else:
            self.done.append(edit)
            self.undone.clear()

    @rule(kind=KINDS, x=st.integers(-500, 500))
    def add(self, kind, x):
        self.apply(AddNode(self.graph.new_node(kind, x, x)))

    @rule(picks=st.lists(PICK, min_size=1, max_size=3), heal=st.booleans())
    def remove(self, picks, heal):
        self.apply(RemoveNodes([self.node(pick) for pick in picks], heal))

    @rule(first=PICK, second=PICK, port=st.integers(0, 3))
    def connect(self, first, second, port):
        self.apply(Connect(Edge(self.node(first), self.node(second), port)))

    @rule(pick=PICK)
    def disconnect(self, pick):
        self.apply(Disconnect(self.edge(pick)))

    @rule(kind=KINDS, pick=PICK)
    def insert(self, kind, pick):
        self.apply(InsertOnEdge(self.graph.new_node(kind), self.edge(pick)))

    @rule(kind=KINDS, pick=PICK)
    def append(self, kind, pick):
        self.apply(AppendAfter(self.graph.new_node(kind), self.node(pick)))

    @rule(pick=PICK, index=st.integers(0, 7), value=NUMBERS)
    def set_parameter(self, pick, index, value):
        node_id = self.node(pick)
        names = list(self.graph.nodes[node_id].parameters) if node_id in self.graph.nodes else []
        self.apply(SetParameter(node_id, names[index % len(names)] if names else "none", value))

    @rule(pick=PICK, name=st.text(max_size=6))
    def rename(self, pick, name):
        self.apply(Rename(self.node(pick), name))

    @rule(pick=PICK, x=st.floats(), y=st.floats(-100, 100))
    def move(self, pick, x, y):
        self.apply(MoveNodes({self.node(pick): (x, y)}))

    @rule(picks=st.lists(PICK, max_size=3))
    def copy_and_paste(self, picks):
        if self.graph.nodes:
            text = dumps(subgraph(self.graph, {self.node(pick) for pick in picks}))
            self.apply(paste(self.graph, loads(text)))

    @rule(pick=PICK, length=st.integers(1, 4), repeat=st.integers(1, 3))
    def fold_a_stretch(self, pick, length, repeat):
        """Fold layers that follow each other, as a user would; most of these are accepted."""
        ids = [self.node(pick)]
        while len(ids) < length and ids[-1] in self.graph.nodes and self.graph.successors(ids[-1]):
            ids.append(self.graph.successors(ids[-1])[0])
        self.apply(Fold(ids, repeat=repeat))

    @rule(picks=st.lists(PICK, max_size=4))
    def fold_anything(self, picks):
        self.apply(Fold([self.node(pick) for pick in picks]))

    @rule(pick=PICK, repeat=st.integers(-1, 5))
    def repeat(self, pick, repeat):
        self.apply(SetRepeat(self.block(pick), repeat))

    @rule(pick=PICK, is_folded=st.booleans())
    def open_or_close(self, pick, is_folded):
        self.apply(SetFolded(self.block(pick), is_folded))

    @rule(pick=PICK)
    def dissolve(self, pick):
        self.apply(Dissolve(self.block(pick)))

    @rule(pick=PICK, name=st.text(max_size=6))
    def rename_block(self, pick, name):
        self.apply(RenameBlock(self.block(pick), name))

    @rule(pick=PICK, x=st.floats(), y=st.floats(-100, 100))
    def move_block(self, pick, x, y):
        self.apply(MoveBlocks({self.block(pick): (x, y)}))

    @rule(text=st.text(max_size=10), width=st.floats())
    def write_comment(self, text, width):
        self.apply(AddComment(Comment(self.graph.free_comment_id(), text, width=width)))

    @rule(pick=PICK, text=st.text(max_size=10))
    def change_or_remove_comment(self, pick, text):
        self.apply(ChangeComment(Comment(self.comment(pick), text)) if text else RemoveComments([self.comment(pick)]))

    @rule()
    def replace(self):
        self.apply(ReplaceGraph(preset("lenet5")))

    @rule(pick=PICK, kind=KINDS)
    def compound(self, pick, kind):
        node = self.graph.new_node(kind)
        self.apply(Compound("Two", [AddNode(node), Connect(Edge(self.node(pick), node.id))]))

    @rule(pick=PICK)
    def mend(self, pick):
        mends = [mend for problem in analyse(self.graph).problems for mend in problem.mends]
        if mends:
            self.apply(mends[pick % len(mends)].edit)

    @rule(count=st.integers(1, 5))
    def undo_and_redo(self, count):
        """Undo some steps and redo all but one."""
        for _ in range(min(count, len(self.done))):
            self.undone.append(self.done.pop())
            self.undone[-1].revert(self.graph)
        while len(self.undone) > 1:
            self.undone[-1].apply(self.graph)
            self.done.append(self.undone.pop())

    @invariant()
    def saved_equals_reopened(self):
        assert from_document(to_document(self.graph)).is_equal(self.graph)

    @invariant()
    def what_is_shown_is_the_graph_with_blocks_closed(self):
        shown = folded_view(self.graph)
        assert set(shown.owner) == set(self.graph.nodes)
        assert set(shown.owner.values()) == set(shown.graph.nodes)
        assert len(shown.graph.topological_order()) == len(shown.graph.nodes)
        drawn = {edge for edges in shown.wires.values() for edge in edges}
        hidden = {edge for edge in self.graph.edges if shown.owner[edge.source] == shown.owner[edge.target]}
        assert drawn | hidden == set(self.graph.edges)

    @invariant()
    def order_and_analysis_hold(self):
        order = self.graph.topological_order()
        assert sorted(order) == sorted(self.graph.nodes)
        place = {node_id: index for index, node_id in enumerate(order)}
        assert all(place[edge.source] < place[edge.target] for edge in self.graph.edges)
        assert len({node.name for node in self.graph.nodes.values()}) == len(order)
        analysis = analyse(self.graph)
        assert all(problem.message for problem in analysis.problems)
        flat = analysis.unrolled
        assert set(flat.origin) == set(flat.graph.nodes)
        assert set(order) <= set(flat.graph.nodes)
        assert len(flat.graph.topological_order()) == len(flat.graph.nodes)

    def teardown(self):
        end = self.graph.copy()
        for edit in reversed(self.done):
            edit.revert(self.graph)
        assert self.graph.is_equal(self.start)
        for edit in self.done:
            edit.apply(self.graph)
        assert self.graph.is_equal(end)


TestEditSequence = EditSequence.TestCase
# Without shrinking, which takes longer than the time limit of a test; add Phase.shrink to look for a short example.
TestEditSequence.settings = settings(
    max_examples=30, stateful_step_count=30, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck))
