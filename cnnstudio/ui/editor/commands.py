"""What the keyboard, menus and buttons do to the network; each is one edit and so one undo step."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from cnnstudio.errors import CNNStudioError
from cnnstudio.network import document
from cnnstudio.network.block_layout import arranged
from cnnstudio.network.block_places import opened_to
from cnnstudio.network.chain_moves import move_down, move_up
from cnnstudio.network.edits import Compound, Edit, ReplaceGraph
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.network_files import is_foreign
from cnnstudio.network.own_networks import delete_own
from cnnstudio.network.presets import PRESETS, keep_network, load_network
from cnnstudio.ui.editor import building, selection_edits
from cnnstudio.ui.editor.mime import layers_data, pasted_layers
from cnnstudio.ui.editor.navigation import Direction, step
from cnnstudio.ui.editor.network_names import NetworkNames
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.style import GRID_PX

_PASTE_OFFSET_PX = 32.0


class CanvasCommands(QObject):
    """Edits the session's graph; messages go through the session.

    Attributes
    ----------
    revealed : the id of a layer the canvas should scroll to
    replaced : another network is on the canvas; show it from its start
    opened : the same, but not for the network being laid out anew
    foreign_file_requested : the path of another program's file, which takes longer to read
    """

    revealed = Signal(str)
    replaced = Signal()
    opened = Signal()
    foreign_file_requested = Signal(object)

    def __init__(self, session: EditorSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names = NetworkNames(session.workspace, session.undo_stack, self)
        self._pastes = 0

    # layers

    def insert(self, kind: str) -> None:
        """Add a layer after the selection, else before the Output."""
        self._add(building.add_by_keyboard(self._session.graph, kind, self._session.selected_ids))

    def remove(self) -> None:
        """Remove what is selected; the chain closes behind removed layers."""
        self._push_any(selection_edits.removal(self._session.graph, self._session))

    def disconnect_selected(self) -> None:
        """Take all wires off the selected layers."""
        self._push_any(selection_edits.disconnection(self._session.graph, self._session))

    def copy(self) -> bool:
        """Put what is selected into the clipboard, as JSON text too; gives whether there was anything."""
        clip = selection_edits.clip(self._session.graph, self._session)
        if clip is not None:
            QGuiApplication.clipboard().setMimeData(layers_data(clip))
            self._pastes = 0
        return clip is not None

    def cut(self) -> None:
        """Copy, then remove."""
        if self.copy():
            self.remove()

    def paste(self) -> None:
        """Add the layers of the clipboard, from this window or another; each paste a bit further on."""
        try:
            clip = pasted_layers(QGuiApplication.clipboard().mimeData())
        except CNNStudioError as error:
            self._session.message_requested.emit(str(error), "error")
            return
        if clip is None:
            self._session.message_requested.emit(self.tr("The clipboard holds no layers."), "info")
            return
        self._pastes += 1
        built = building.paste(self._session.graph, clip, self._pastes * _PASTE_OFFSET_PX)
        if built is not None:
            self._add(built)

    def duplicate(self) -> None:
        """Add copies of the selected layers beside them."""
        clip = selection_edits.clip(self._session.graph, self._session)
        built = building.paste(self._session.graph, clip, _PASTE_OFFSET_PX, "Duplicate") if clip is not None else None
        if built is not None:
            self._add(built)

    def move_up(self) -> None:
        """Swap the selected layer with the one before it in the chain."""
        self._move_in_chain(move_up)

    def move_down(self) -> None:
        """Swap the selected layer with the one after it in the chain."""
        self._move_in_chain(move_down)

    def _move_in_chain(self, move: Callable[[NetworkGraph, str], Edit]) -> None:
        current = self._session.current
        if current is None:
            self._session.message_requested.emit(self.tr("Select one layer to move it in its chain."), "info")
            return
        try:
            edit = move(self._session.graph, current)
        except CNNStudioError as error:
            self._session.message_requested.emit(str(error), "info")
            return
        if self._session.push(edit):
            self.revealed.emit(current)

    def nudge(self, columns: int, rows: int) -> None:
        """Move the selected layers by steps of the grid; quick repetition is one undo step."""
        ids = self._session.selected_ids
        self._push_any(selection_edits.moved_by(self._session.graph, ids, columns * GRID_PX, rows * GRID_PX))

    def _push_any(self, edit: Edit | None) -> None:
        if edit is not None:
            self._session.push(edit)

    def _add(self, built: building.Built) -> None:
        if self._session.push(built.edit):
            self._session.select(built.ids)
            self.revealed.emit(built.ids[0])

    # selection

    def select_all(self) -> None:
        """Select everything that is shown."""
        self._session.select([*self._session.shown.graph.nodes, *self._session.graph.comments])

    def select_none(self) -> None:
        """Select nothing."""
        self._session.select(())

    def go(self, direction: Direction) -> bool:
        """Select the layer that lies in a direction; gives whether there is one."""
        session = self._session
        shown = [session.shown.owner(some_id) for some_id in (*session.selected, *session.selected_blocks)]
        current = shown[-1] if shown and shown[-1] in session.shown.graph.nodes else None
        found = step(session.shown.graph, current, direction)
        if found is not None:
            session.select([found])
            self.revealed.emit(found)
        return found is not None

    def show_layer(self, node_id: str) -> None:
        """Select a layer and scroll to it; folded blocks around it are opened."""
        if node_id in self._session.graph.nodes:
            self._push_any(opened_to(self._session.graph, node_id))
            self._session.select([node_id])
            self.revealed.emit(node_id)

    # the whole network

    def arrange(self) -> None:
        """Lay the network out."""
        self._push_any(arranged(self._session.graph))
        self.replaced.emit()

    def use_preset(self, name: str, *, fitted: bool) -> bool:
        """Replace the network with a known one, fitted to the open images if wished; gives whether it was done."""
        workspace = self._session.workspace
        shape = workspace.preprocess.shape if fitted else None
        classes = len(workspace.class_names) or None if fitted else None
        try:
            graph = load_network(name, input_shape=shape, classes=classes)
        except CNNStudioError as error:
            self._session.message_requested.emit(str(error), "error")
            return False
        english = next((info.title for info in PRESETS if info.name == name), name)
        title = QCoreApplication.translate("Presets", english)
        self.replace_network(graph, name, self.tr("Use {preset}").format(preset=title))
        return True

    def keep_network(self, name: str) -> bool:
        """Keep the network among the user's own under a name; gives whether it was done."""
        try:
            own = keep_network(name, self._session.graph)
        except CNNStudioError as error:
            self._session.message_requested.emit(str(error), "error")
            return False
        self._session.message_requested.emit(self.tr("Kept as {name}, in Presets.").format(name=own.name), "good")
        return True

    def delete_own(self, name: str) -> None:
        """Delete one of the user's own networks."""
        try:
            delete_own(name)
        except CNNStudioError as error:
            self._session.message_requested.emit(str(error), "error")
            return
        self._session.message_requested.emit(self.tr("Deleted {name} from your networks.").format(name=name), "info")

    def open_file(self, path: Path) -> bool:
        """Replace the network with one from a file; gives whether it was done.

        A file of another program is read in the background.
        """
        if is_foreign(path):
            self.foreign_file_requested.emit(path)
            return False
        try:
            graph = document.load(path)
        except CNNStudioError as error:
            self._session.message_requested.emit(str(error), "error")
            return False
        self.replace_network(graph, path.stem, self.tr("Open {file}").format(file=path.name))
        return True

    def save_file(self, path: Path) -> bool:
        """Save the network; gives whether it was done."""
        try:
            document.save(path, self._session.graph)
        except CNNStudioError as error:
            self._session.message_requested.emit(str(error), "error")
            return False
        self._session.message_requested.emit(self.tr("Saved {file}.").format(file=path.name), "good")
        return True

    def replace_network(self, graph: NetworkGraph, name: str, label: str) -> bool:
        """Put another network on the canvas as one undo step; gives whether it was done."""
        before = self._session.workspace.network_name
        done = self._session.push(Compound(label, [ReplaceGraph(graph)]))
        if done:
            self._names.set_name(name, before)
            self.opened.emit()
            self.replaced.emit()
        return done
