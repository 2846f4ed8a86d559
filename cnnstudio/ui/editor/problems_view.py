"""The list of everything that is wrong with the network, with buttons that mend it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.network.shapes import Problem
from cnnstudio.ui.cards import label
from cnnstudio.ui.editor.problem_row import ProblemRow
from cnnstudio.ui.editor.sections import empty
from cnnstudio.ui.editor.session import EditorSession

_MOST_ROWS = 60


class ProblemsView(QScrollArea):
    """Errors first, then warnings; each names its layer and leads to it."""

    show_requested = Signal(str)

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[Problem, ...] | None = None
        self.setObjectName("problems_view")
        self.setAccessibleName(self.tr("Problems of the network"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 8, 16, 8)
        self._column.setSpacing(4)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(inner)
        session.analysed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the problems as they are now; nothing is rebuilt while they stay the same."""
        problems = tuple(sorted(self._session.analysis.problems, key=lambda problem: problem.severity != "error"))
        if problems == self._shown:
            return
        self._shown = problems
        empty(self._column)
        for problem in problems[:_MOST_ROWS]:
            row = ProblemRow(self._session, problem)
            row.show_requested.connect(self.show_requested)
            self._column.addWidget(row)
        if len(problems) > _MOST_ROWS:
            text = self.tr("and {number} more").format(number=len(problems) - _MOST_ROWS)
            self._column.addWidget(label(text, "quiet"))
        if not problems:
            self._column.addWidget(label(self.tr("No problems: the network can be trained."), "good"))
