"""Everything the Network page needs to compare its canvas with another network, wired together."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTabWidget

from cnnstudio.ui.editor.commands import CanvasCommands
from cnnstudio.ui.editor.difference_line import DifferenceLine
from cnnstudio.ui.editor.difference_marks import DifferenceMarks
from cnnstudio.ui.editor.difference_panel import DifferencePanel
from cnnstudio.ui.editor.difference_session import ComparisonSession
from cnnstudio.ui.editor.difference_sources import CompareMenu
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.view import NetworkView
from cnnstudio.ui.workers import JobRunner


class DifferenceTools(QObject):
    """The comparison, its tab, its menu, its line over the canvas and its marks.

    Attributes
    ----------
    panel : a tab of ``tabs``
    """

    message_requested = Signal(str, str)

    def __init__(self, session: EditorSession, commands: CanvasCommands, view: NetworkView, jobs: JobRunner,
                 tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._session, self._commands, self._view, self._tabs = session, commands, view, tabs
        scene: NetworkScene = view.network_scene
        self.comparison = ComparisonSession(session, self)
        self.menu = CompareMenu(session, self.comparison, jobs, tabs)
        self.panel = DifferencePanel(self.comparison, self.menu, tabs)
        self.marks = DifferenceMarks(self.comparison, scene, self)
        self.line = DifferenceLine(self.comparison, view)
        tabs.addTab(self.panel, self.tr("Difference"))
        self.menu.message_requested.connect(self.message_requested)
        self.panel.show_requested.connect(self.show_on_canvas)
        self.panel.ghost_requested.connect(self.show_ghost)
        self.line.show_requested.connect(self.show)
        self.comparison.changed.connect(self._show_count)
        commands.opened.connect(self.comparison.remember_opened)

    def show(self) -> None:
        """Show the tab."""
        self._tabs.setCurrentWidget(self.panel)

    def show_on_canvas(self, some_id: str) -> None:
        """Select a layer or a block and scroll to it."""
        if some_id not in self._session.graph.blocks:
            self._commands.show_layer(some_id)
            return
        self._session.select([some_id])
        box = self._view.network_scene.box_of(some_id)
        if box is not None:
            self._view.ensureVisible(box.adjusted(-24, -24, 24, 24), 8, 8)

    def show_ghost(self, node_id: str) -> None:
        """Scroll to where a removed layer was, when it is drawn."""
        ghost = self.marks.ghosts.get(node_id)
        if ghost is not None:
            self._view.ensureVisible(ghost.box().adjusted(-24, -24, 24, 24), 8, 8)

    def _show_count(self) -> None:
        number = sum(sentence.sign not in ("cost", "summary") for sentence in self.comparison.sentences)
        title = self.tr("Difference ({number})").format(number=number) if number else self.tr("Difference")
        self._tabs.setTabText(self._tabs.indexOf(self.panel), title)
