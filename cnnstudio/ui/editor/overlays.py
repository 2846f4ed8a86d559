"""What lies over the canvas: the words on an empty canvas, the line about errors, and the mini-map in its corner."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from cnnstudio.ui import icons
from cnnstudio.ui.cards import EmptyState, label
from cnnstudio.ui.editor.formats import problem_count
from cnnstudio.ui.editor.mini_map import MiniMap
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.view import NetworkView
from cnnstudio.ui.theme import theme

_MARGIN = 12


class ProblemLine(QFrame):
    """One line that says that the network cannot be trained yet, with a button that shows why."""

    show_requested = Signal()

    def __init__(self, view: NetworkView) -> None:
        super().__init__(view)
        self.setObjectName("problem_line")
        self.setProperty("card", True)
        self._sign = QLabel()
        self.words = label(name="problem_words")
        button = QPushButton(self.tr("Show"))
        button.setObjectName("show_problems")
        button.setAccessibleName(self.tr("Show the problems"))
        button.setProperty("flat", True)
        button.clicked.connect(self.show_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(8)
        for widget in (self._sign, self.words, button):
            row.addWidget(widget)
        theme().changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self._sign.setPixmap(icons.pixmap("error", 16, "bad"))


class CanvasOverlays(QObject):
    """Keeps the overlays in their places and shows them when they are needed."""

    def __init__(self, session: EditorSession, view: NetworkView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self.empty = EmptyState(
            "network", self.tr("An empty canvas"),
            self.tr("Drag a layer here from the left, or choose one there and press Enter. "
                    "Or start from a known network and change it as you like."),
            self.tr("Choose a known network"), name="empty_canvas", parent=view)
        self.problems = ProblemLine(view)
        self.mini_map = MiniMap(view)
        view.installEventFilter(self)
        session.analysed.connect(self.refresh)
        self.refresh()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the canvas's size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def refresh(self) -> None:
        """Show what the graph's state asks for."""
        is_empty = not self._session.graph.nodes
        errors = len(self._session.analysis.errors)
        self.empty.setVisible(is_empty)
        self.problems.setVisible(bool(errors) and not is_empty)
        self.problems.words.setText(self.tr("The network cannot be trained yet: {problems}").format(
            problems=problem_count(errors)))
        self._place()

    def _place(self) -> None:
        area = self._view.rect()
        self.empty.adjustSize()
        self.empty.move(area.center() - self.empty.rect().center())
        self.problems.adjustSize()
        self.problems.move(area.left() + _MARGIN, area.top() + _MARGIN)
        self.mini_map.move(area.right() - self.mini_map.width() - _MARGIN + 1,
                           area.bottom() - self.mini_map.height() - _MARGIN + 1)
