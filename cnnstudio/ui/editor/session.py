"""What every view of the Network page listens to: the graph, its analysis, the selection, and the one way to edit."""

from collections.abc import Callable, Mapping

from psygnal import SignalInstance
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from cnnstudio.errors import CNNStudioError
from cnnstudio.network.costs import Cost, node_costs, total
from cnnstudio.network.edits import Edit
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.memory import NetworkMemory, network_memory
from cnnstudio.network.shapes import Analysis, CheckContext, Problem, analyse
from cnnstudio.ui.editor.listening import listen
from cnnstudio.ui.editor.selection import Selection
from cnnstudio.ui.editor.shown import Shown
from cnnstudio.ui.undo import push_edit
from cnnstudio.workspace.workspace import Workspace


class EditorSession(Selection):
    """Stands between the Qt-free graph and the views: analyses once a burst of changes, keeps the selection.

    Attributes
    ----------
    workspace : what is open
    undo_stack : the window's stack; every edit goes through `push`
    """

    changed = Signal()             # the graph changes right now
    analysed = Signal()            # the graph changed and was looked at again
    shown_changed = Signal()       # a block is opened, closed or moved right now, or a comment changes
    graph_swapped = Signal()       # another graph object is open
    message_requested = Signal(str, str)

    def __init__(self, workspace: Workspace, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(workspace.graph, parent)
        self.workspace = workspace
        self.undo_stack = undo_stack
        self._analysis: Analysis | None = None
        self._costs: Mapping[str, Cost] | None = None
        self._memory: NetworkMemory | None = None
        self._problems: dict[str | None, list[Problem]] | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.analysed)
        self._listen()
        listen(self, workspace.graph_replaced, self._on_graph_replaced)
        listen(self, workspace.folder_changed, self._on_wishes_changed)
        for signal in (workspace.preprocess_changed, workspace.split_changed, workspace.train_config_changed):
            listen(self, signal, self._on_wishes_changed)

    # the graph

    @property
    def graph(self) -> NetworkGraph:
        """The graph that is open."""
        return self._graph

    @property
    def analysis(self) -> Analysis:
        """Shapes and problems of the graph as it is now."""
        if self._analysis is None:
            folder = self.workspace.folder
            self._analysis = analyse(
                self._graph, input_shape=self.workspace.preprocess.shape if folder else None,
                classes=len(folder.class_names) if folder else None, context=self.context)
        return self._analysis

    @property
    def context(self) -> CheckContext:
        """The training that is planned, as the checks need to know it."""
        splits = self.workspace.splits
        return CheckContext(self.workspace.train_config.batch_size, len(splits.train) if splits is not None else None)

    @property
    def costs(self) -> Mapping[str, Cost]:
        """Weights, multiply-adds, memory of a batch of the recipe and receptive fields by node id."""
        if self._costs is None:
            self._costs = node_costs(self._graph, self.analysis, batch_size=self.context.batch_size)
        return self._costs

    @property
    def memory(self) -> NetworkMemory:
        """What the whole network needs at once for a batch of the recipe."""
        if self._memory is None:
            self._memory = network_memory(self.analysis, self.context.batch_size)
        return self._memory

    @property
    def total_cost(self) -> Cost:
        """What the whole network costs."""
        return total(self.costs)

    def problems_of(self, node_id: str) -> tuple[Problem, ...]:
        """Give the problems of one node, errors first."""
        if self._problems is None:
            self._problems = {}
            for problem in sorted(self.analysis.problems, key=lambda problem: problem.severity != "error"):
                self._problems.setdefault(problem.node_id, []).append(problem)
        return tuple(self._problems.get(node_id, ()))

    def push(self, edit: Edit) -> bool:
        """Apply an edit as one undo step; a refusal becomes a message. Gives whether it was applied."""
        try:
            push_edit(self.undo_stack, self._graph, edit)
        except CNNStudioError as error:
            self.message_requested.emit(str(error), "error")
            return False
        return True

    def problems_of_block(self, block_id: str) -> tuple[Problem, ...]:
        """Give the problems of all layers in a block, errors first."""
        found = [problem for node_id in self.shown.layers_in(block_id) for problem in self.problems_of(node_id)]
        return tuple(sorted(found, key=lambda problem: problem.severity != "error"))

    @property
    def is_settled(self) -> bool:
        """Whether the graph did not change since `analysed` was last sent."""
        return not self._later.isActive()

    def _listen(self) -> None:
        for signal, slot in self._slots():
            listen(self, signal, slot)

    def _slots(self) -> tuple[tuple[SignalInstance, Callable[..., None]], ...]:
        graph = self._graph
        return (
            (graph.node_added, self._forget_shown), (graph.edge_added, self._forget_shown),
            (graph.node_removed, self._on_removed), (graph.edge_removed, self._on_removed),
            (graph.block_added, self._on_shown_changed), (graph.block_changed, self._on_shown_changed),
            (graph.block_removed, self._on_shown_changed), (graph.comment_added, self._on_shown_changed),
            (graph.comment_changed, self._on_shown_changed), (graph.comment_removed, self._on_shown_changed),
            (graph.changed, self._on_changed))

    def _on_changed(self) -> None:
        self._forget()
        self._later.start()
        self.changed.emit()

    def _forget(self) -> None:
        self._analysis = self._costs = self._memory = self._problems = None

    def look_again(self) -> None:
        """Analyse the graph once more: something outside of it has changed that its problems depend on."""
        self._on_wishes_changed()

    def _on_wishes_changed(self) -> None:
        """Look at the graph again: the images or the recipe need something else of it."""
        self._forget()
        self._later.start()

    def _on_graph_replaced(self) -> None:
        if self.workspace.graph is self._graph:
            return
        for signal, slot in self._slots():
            signal.disconnect(slot)
        self.changed.emit()
        self._graph = self.workspace.graph
        self.shown = Shown(self._graph)
        self.undo_stack.clear()    # its steps belong to the graph that is gone
        self._listen()
        self.select(())
        self._forget()
        self.graph_swapped.emit()
        self.analysed.emit()

    # what the graph tells

    def _forget_shown(self, _what: object) -> None:
        self.shown.forget()

    def _on_removed(self, what: object) -> None:
        """Leave a layer or wire that is gone out of the selection."""
        self.shown.forget()
        if what in self._nodes or (self._edge is not None and not self.shown.edges(self._edge)):
            self._keep_selection()

    def _on_shown_changed(self, what: str) -> None:
        """Leave a block or comment that is gone out of the selection, and a wire that is no longer shown."""
        self.shown.forget()
        is_gone = what in self.selected_ids and what not in self._graph.blocks and what not in self._graph.comments
        if is_gone or (self._edge is not None and not self.shown.edges(self._edge)):
            self._keep_selection()
        self.shown_changed.emit()
