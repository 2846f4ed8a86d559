"""What every view of the Network page listens to: the graph, its analysis, the selection, and the one way to edit."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from cnnstudio.errors import CNNStudioError
from cnnstudio.network.costs import Cost, node_costs, total
from cnnstudio.network.edits import Edit
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.shapes import Analysis, Problem, analyse
from cnnstudio.ui.editor.listening import listen
from cnnstudio.ui.undo import push_edit
from cnnstudio.workspace.workspace import Workspace


class EditorSession(QObject):
    """Stands between the Qt-free graph and the views: analyses once a burst of changes, keeps the selection.

    Attributes
    ----------
    workspace : what is open
    undo_stack : the window's stack; every edit goes through `push`
    """

    changed = Signal()             # the graph changes right now
    analysed = Signal()            # the graph changed and was looked at again
    graph_swapped = Signal()       # another graph object is open
    selection_changed = Signal()
    message_requested = Signal(str, str)

    def __init__(self, workspace: Workspace, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.undo_stack = undo_stack
        self._analysis: Analysis | None = None
        self._costs: Mapping[str, Cost] | None = None
        self._problems: dict[str | None, list[Problem]] | None = None
        self._nodes: tuple[str, ...] = ()
        self._edge: Edge | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.analysed)
        self._graph = workspace.graph
        self._listen()
        listen(self, workspace.graph_replaced, self._on_graph_replaced)
        listen(self, workspace.folder_changed, self._on_wishes_changed)
        listen(self, workspace.preprocess_changed, self._on_wishes_changed)

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
                classes=len(folder.class_names) if folder else None)
        return self._analysis

    @property
    def costs(self) -> Mapping[str, Cost]:
        """Weights, multiply-adds and receptive fields by node id."""
        if self._costs is None:
            self._costs = node_costs(self._graph, self.analysis)
        return self._costs

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

    def _listen(self) -> None:
        listen(self, self._graph.changed, self._on_changed)
        listen(self, self._graph.node_removed, self._on_node_removed)
        listen(self, self._graph.edge_removed, self._on_edge_removed)

    def _on_changed(self) -> None:
        self._forget()
        self._later.start()
        self.changed.emit()

    def _forget(self) -> None:
        self._analysis = self._costs = self._problems = None

    def _on_wishes_changed(self) -> None:
        """Look at the graph again: the images need another input or another number of classes."""
        self._forget()
        self._later.start()

    def _on_graph_replaced(self) -> None:
        if self.workspace.graph is self._graph:
            return
        for signal, slot in ((self._graph.changed, self._on_changed),
                             (self._graph.node_removed, self._on_node_removed),
                             (self._graph.edge_removed, self._on_edge_removed)):
            signal.disconnect(slot)
        self.changed.emit()
        self._graph = self.workspace.graph
        self.undo_stack.clear()    # its steps belong to the graph that is gone
        self._listen()
        self.select(())
        self._forget()
        self.graph_swapped.emit()
        self.analysed.emit()

    # the selection

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of the selected nodes, in the order of the graph."""
        return self._nodes

    @property
    def selected_edge(self) -> Edge | None:
        """The selected edge, if exactly one is."""
        return self._edge

    @property
    def current(self) -> str | None:
        """The one selected node, if exactly one is."""
        return self._nodes[0] if len(self._nodes) == 1 else None

    def select(self, ids: Iterable[str], edge: Edge | None = None) -> None:
        """Select these nodes (and perhaps an edge) and nothing else; unknown ids are left out."""
        wanted = set(ids)
        nodes = tuple(node_id for node_id in self._graph.nodes if node_id in wanted)
        if (nodes, edge) != (self._nodes, self._edge):
            self._nodes, self._edge = nodes, edge
            self.selection_changed.emit()

    def _on_node_removed(self, node_id: str) -> None:
        if node_id in self._nodes:
            self.select([other for other in self._nodes if other != node_id], self._edge)

    def _on_edge_removed(self, edge: Edge) -> None:
        if edge == self._edge:
            self.select(self._nodes)
