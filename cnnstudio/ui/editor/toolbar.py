"""The bar above the canvas: known networks, files, arranging, zoom and search."""

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from cnnstudio.errors import CNNStudioError
from cnnstudio.network.network_files import ENDINGS
from cnnstudio.ui import icons
from cnnstudio.ui.editor.aligning import AlignButton, Aligner
from cnnstudio.ui.editor.block_commands import BlockCommands
from cnnstudio.ui.editor.canvas_picture import save_picture
from cnnstudio.ui.editor.commands import CanvasCommands
from cnnstudio.ui.editor.keys import info, tip_text
from cnnstudio.ui.editor.presets_popup import PresetsPopup
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.editor.view import NetworkView

_BUTTON, _ZOOM_PX = 32, 64


class CanvasToolbar(QFrame):
    """Buttons that call the commands and the view; nothing of its own but the search."""

    import_requested = Signal()

    def __init__(self, session: EditorSession, commands: CanvasCommands, view: NetworkView, aligner: Aligner,
                 blocks: BlockCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas_toolbar")
        self._session, self._commands, self._view, self._blocks = session, commands, view, blocks
        self.presets = QPushButton(self.tr("Presets"))
        self.popup = PresetsPopup(session, self)
        self.align = AlignButton(session, aligner)
        self.zoom = QToolButton()
        self.search = LayerSearch(session)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 8, 8, 8)
        self._row.setSpacing(2)
        self._build()
        view.zoom_changed.connect(self._show_zoom)
        self.popup.chosen.connect(self._use_preset)
        self.popup.save_requested.connect(self._commands.keep_network)
        self.popup.delete_requested.connect(self._commands.delete_own)
        self.search.found.connect(commands.show_layer)

    def _build(self) -> None:
        self.presets.setObjectName("presets_button")
        self.presets.setAccessibleName(self.tr("Known networks"))
        self.presets.setToolTip(self.tr("Replace the network with a known one"))
        icons.set_icon(self.presets, "network")
        self.presets.clicked.connect(self.open_presets)
        self._row.addWidget(self.presets)
        self._row.addSpacing(8)
        self._add("open_network", "open", self.tr("Open a network from a file"), self.open_file)
        self._add("import_network", "import", self.tr("Import a network from torchvision"), self.import_requested)
        self._add("save_network", "save", self.tr("Save the network to a file"), self.save_file)
        self._add_line()
        self._add("arrange", "layout", tip_text("arrange"), self._commands.arrange)
        self._row.addWidget(self.align)
        self._add("fold_layers", "block", tip_text("fold"), self._blocks.fold)
        self._add("add_comment", "comment", tip_text("add_comment"), self._blocks.add_comment)
        self._add("fit_view", "fit", tip_text("fit"), self._view.fit)
        self._add("zoom_out", "zoom_out", tip_text("zoom_out"), self.zoom_out)
        self.zoom.setObjectName("zoom_100")
        self.zoom.setAccessibleName(self.tr("Zoom to 100 %"))
        self.zoom.setToolTip(tip_text("zoom_100"))
        self.zoom.setMinimumWidth(_ZOOM_PX)
        self.zoom.clicked.connect(self.zoom_100)
        self._row.addWidget(self.zoom)
        self._add("zoom_in", "zoom_in", tip_text("zoom_in"), self.zoom_in)
        self._row.addStretch(1)
        self._row.addWidget(self.search)
        self._show_zoom(self._view.zoom)

    def _add(self, name: str, icon_name: str, tip: str, receiver: object) -> None:
        button = QToolButton()
        button.setObjectName(name)
        icons.set_icon(button, icon_name, size_px=20)
        button.setFixedSize(QSize(_BUTTON, _BUTTON))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(receiver)
        self._row.addWidget(button)

    def _add_line(self) -> None:
        line = QFrame()
        line.setProperty("line", True)
        line.setFixedSize(1, 20)
        self._row.addSpacing(8)
        self._row.addWidget(line)
        self._row.addSpacing(8)

    # what the buttons do

    def open_presets(self) -> None:
        """Show the list of known networks below its button."""
        self.popup.open_at(self.presets.mapToGlobal(QPoint(0, self.presets.height() + 4)))

    def _use_preset(self, name: str, fitted: bool) -> None:
        self._commands.use_preset(name, fitted=fitted)

    def open_file(self) -> None:
        """Ask for a file and open it."""
        kinds = self.tr("Network ({endings})").format(endings=" ".join(f"*{ending}" for ending in ENDINGS))
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Open network"), "", kinds)
        if path:
            self._commands.open_file(Path(path))

    def save_file(self) -> None:
        """Ask for a file and save."""
        suggested = f"{self._session.workspace.network_name or 'network'}.json"
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("Save network"), suggested, self.tr("Network (*.json)"))
        if path:
            chosen = Path(path)
            self._commands.save_file(chosen if chosen.suffix else chosen.with_suffix(".json"))

    def save_picture(self) -> None:
        """Ask for a file and draw the whole canvas into it."""
        suggested = f"{self._session.workspace.network_name or 'network'}.png"
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save a picture"), suggested,
            self.tr("Picture (*.png);;Page to print (*.pdf);;Drawing (*.svg)"))
        if not path:
            return
        chosen = Path(path) if Path(path).suffix else Path(path).with_suffix(".png")
        try:
            save_picture(self._view.network_scene, chosen)
        except CNNStudioError as error:
            self._session.message_requested.emit(str(error), "error")
            return
        self._session.message_requested.emit(self.tr("Saved {file}.").format(file=chosen.name), "good")

    def zoom_in(self) -> None:
        """Zoom in by a quarter."""
        self._view.set_zoom(self._view.zoom * 1.25)

    def zoom_out(self) -> None:
        """Zoom out by a quarter."""
        self._view.set_zoom(self._view.zoom / 1.25)

    def zoom_100(self) -> None:
        """Zoom to 100 %."""
        self._view.set_zoom(1.0)

    def _show_zoom(self, zoom: float) -> None:
        self.zoom.setText(f"{100 * zoom:.0f} %")


class LayerSearch(QLineEdit):
    """Finds a layer by name or kind; Enter goes to the next one."""

    found = Signal(str)

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layer_search")
        self.setAccessibleName(tr(info("search").title, "CanvasKeys"))
        self.setPlaceholderText(self.tr("Find a layer"))
        self.setToolTip(tip_text("search"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(76)
        self.setMaximumWidth(220)
        self._session = session
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.returnPressed.connect(self.go_to_next)
        completer.activated.connect(self._go_to_name)
        session.analysed.connect(self._refresh)
        self._refresh()

    def matches(self) -> list[str]:
        """List the ids of the layers that match, in the order data flows."""
        words = self.text().lower().split()
        graph = self._session.graph
        if not words:
            return []
        return [node_id for node_id in graph.topological_order()
                if all(word in f"{graph.nodes[node_id].name} {graph.nodes[node_id].kind}".lower() for word in words)]

    def go_to_next(self) -> None:
        """Go to the first match after the selected layer, or the first of all."""
        found = self.matches()
        if not found:
            if self.text():
                self._session.message_requested.emit(self.tr("No layer matches that."), "info")
            return
        current = self._session.current
        place = found.index(current) + 1 if current in found else 0
        self.found.emit(found[place % len(found)])

    def _go_to_name(self, name: str) -> None:
        self.found.emit(self._session.graph.find(name).id)

    def _refresh(self) -> None:
        self._names.setStringList([node.name for node in self._session.graph.nodes.values()])
