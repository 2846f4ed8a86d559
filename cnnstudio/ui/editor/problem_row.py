"""One problem in words, with buttons that mend it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from cnnstudio.network.edits import Compound
from cnnstudio.network.shapes import Mend, Problem
from cnnstudio.ui import icons
from cnnstudio.ui.cards import label, plain_tip
from cnnstudio.ui.editor.building import with_room
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.theme import theme

_TOKENS = {"error": "bad", "warning": "warning"}


class ProblemRow(QFrame):
    """A sign, the sentence, a button that shows the layer, and one button for each way to mend it."""

    show_requested = Signal(str)

    def __init__(self, session: EditorSession, problem: Problem, *, with_link: bool = True,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem_row")
        self.problem = problem
        self._session = session
        self._sign = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(label(problem.message, wrap=True, name="problem_message"))
        if problem.mends:
            column.addLayout(self._make_mends(problem))
        row.addLayout(column, 1)
        if with_link and problem.node_id is not None:
            row.addWidget(self._make_link(problem.node_id), 0, Qt.AlignmentFlag.AlignTop)
        theme().changed.connect(self._tint)
        self._tint()

    def _make_mends(self, problem: Problem) -> QVBoxLayout | QHBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(4)
        for mend in problem.mends:
            button = QPushButton(mend.label)
            button.setObjectName("mend_button")
            button.setAccessibleName(self.tr("Mend: {label}").format(label=mend.label))
            button.clicked.connect(partial(self._mend, mend))
            lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return lines

    def _make_link(self, node_id: str) -> QToolButton:
        node = self._session.graph.nodes[node_id]
        button = QToolButton()
        icons.set_icon(button, "search", size_px=16)
        button.setObjectName("show_layer")
        button.setToolTip(plain_tip(self.tr("Show {name} on the canvas").format(name=node.name)))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(partial(self.show_requested.emit, node_id))
        return button

    def _mend(self, mend: Mend) -> None:
        edit = with_room(self._session.graph, mend.edit)
        self._session.push(Compound(mend.label, [edit]))    # a step of its own, never merged into a burst

    def _tint(self) -> None:
        self._sign.setPixmap(icons.pixmap(self.problem.severity, 16, _TOKENS[self.problem.severity]))
