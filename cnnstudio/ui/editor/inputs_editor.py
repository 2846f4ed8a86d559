"""What comes into a layer: one line for each input, where another source can be chosen without the mouse."""

from functools import partial

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from cnnstudio.network.edits import Connect, Disconnect
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.registry import layer_kind
from cnnstudio.ui.cards import label
from cnnstudio.ui.editor.faces import shown_inputs
from cnnstudio.ui.editor.formats import shape_text
from cnnstudio.ui.editor.sections import empty
from cnnstudio.ui.editor.session import EditorSession


class InputsEditor(QWidget):
    """A box of sources for each input port of the selected layer; choosing one is an undoable edit."""

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inputs_editor")
        self._session = session
        self._shown: object = None
        self._node_id = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_node(self, node_id: str) -> None:
        """Show the inputs of a layer; nothing is rebuilt while they stay the same."""
        graph = self._session.graph
        names = tuple(node.name for node in graph.nodes.values())
        shapes = tuple(self._session.analysis.shapes.get(source) for source in graph.predecessors(node_id))
        shown = (node_id, names, graph.edges, shapes)
        if shown != self._shown:
            self._shown, self._node_id = shown, node_id
            empty(self._grid)
            sources = possible_sources(graph, node_id)
            for port in range(shown_inputs(graph, graph.nodes[node_id])):
                self._add_row(port, sources)

    def _add_row(self, port: int, sources: list[str]) -> None:
        graph = self._session.graph
        ports = {edge.port: edge for edge in graph.in_edges(self._node_id)}
        is_single = layer_kind(graph.nodes[self._node_id].kind).max_inputs == 1
        title = self.tr("From") if is_single else self.tr("Input {number}").format(number=port + 1)
        box = QComboBox()
        box.setObjectName(f"source_{port}")
        box.setAccessibleName(title)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.addItem(self.tr("not connected"), None)
        for source in sources:
            box.addItem(graph.nodes[source].name, source)
        edge = ports.get(port)
        box.setCurrentIndex(max(0, box.findData(edge.source)) if edge else 0)
        box.activated.connect(partial(self._choose, box, port))
        shape = self._session.analysis.shapes.get(edge.source) if edge else None
        self._grid.addWidget(label(title, "quiet"), port, 0)
        self._grid.addWidget(box, port, 1)
        self._grid.addWidget(label(shape_text(shape)), port, 2)

    def _choose(self, box: QComboBox, port: int, _row: int) -> None:
        source = box.currentData()
        present = next((edge for edge in self._session.graph.in_edges(self._node_id) if edge.port == port), None)
        if source is not None and (present is None or present.source != source):
            self._session.push(Connect(Edge(source, self._node_id, port)))
        elif source is None and present is not None:
            self._session.push(Disconnect(present))


def possible_sources(graph: NetworkGraph, node_id: str) -> list[str]:
    """List the nodes that may feed a node without closing a circle, in the order data flows."""
    after = graph.downstream(node_id)
    return [other for other in graph.topological_order()
            if other not in after and layer_kind(graph.nodes[other].kind).has_output]
