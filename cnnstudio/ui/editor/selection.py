"""What is selected on the Network page: layers, blocks, comments, or a wire."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.ui.editor.shown import Shown


class Selection(QObject):
    """Holds the ids of what is selected; what is gone leaves it.

    A layer inside a folded block can be selected: its form is shown, and the canvas rings the block it is in.

    Attributes
    ----------
    shown : what of the graph the canvas shows: folded blocks are single nodes
    """

    selection_changed = Signal()

    def __init__(self, graph: NetworkGraph, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._graph = graph
        self.shown = Shown(graph)
        self._nodes: tuple[str, ...] = ()
        self._blocks: tuple[str, ...] = ()
        self._comments: tuple[str, ...] = ()
        self._edge: Edge | None = None

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of the selected layers, in the order of the graph; those of selected blocks are not among them."""
        return self._nodes

    @property
    def selected_blocks(self) -> tuple[str, ...]:
        """Ids of the selected blocks, folded and open ones."""
        return self._blocks

    @property
    def selected_comments(self) -> tuple[str, ...]:
        """Ids of the selected comments."""
        return self._comments

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """Ids of all that is selected: layers, blocks and comments."""
        return (*self._nodes, *self._blocks, *self._comments)

    @property
    def selected_layers(self) -> tuple[str, ...]:
        """Ids of the selected layers and of all layers in selected blocks."""
        return tuple(self.shown.layers((*self._nodes, *self._blocks))) if self._blocks else self._nodes

    @property
    def selected_edge(self) -> Edge | None:
        """The selected wire as it is shown, if exactly one is; `shown.edges` gives what it stands for."""
        return self._edge

    @property
    def current(self) -> str | None:
        """The one selected layer, if it is all that is selected."""
        return self._nodes[0] if len(self.selected_ids) == 1 and self._nodes else None

    @property
    def current_block(self) -> str | None:
        """The one selected block, if it is all that is selected."""
        return self._blocks[0] if len(self.selected_ids) == 1 and self._blocks else None

    def select(self, ids: Iterable[str], edge: Edge | None = None) -> None:
        """Select these layers, blocks and comments (and perhaps a wire) and nothing else; unknown ids are left out."""
        wanted, graph = set(ids), self._graph
        nodes, blocks, comments = (
            tuple(key for key in known if key in wanted) for known in (graph.nodes, graph.blocks, graph.comments))
        if (nodes, blocks, comments, edge) != (self._nodes, self._blocks, self._comments, self._edge):
            self._nodes, self._blocks, self._comments, self._edge = nodes, blocks, comments, edge
            self.selection_changed.emit()

    def _keep_selection(self) -> None:
        """Select what is left of the selection."""
        edge = self._edge if self._edge is not None and self.shown.edges(self._edge) else None
        self.select(self.selected_ids, edge)
