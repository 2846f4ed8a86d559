"""What the page shows when a folder cannot be opened: why, and how images are expected to lie."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.ui.cards import SentenceLine, card, described, label
from cnnstudio.ui.data.layout_choice import layout_title
from cnnstudio.ui.data.tree_drawing import TreeDrawing

_WIDTH_PX = 640


class ProblemView(QScrollArea):
    """The reason in a sentence, two drawings, and the ways on."""

    browse_requested = Signal()
    layout_requested = Signal()
    """Read the same folder in another way."""
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("folder_problem")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.root = Path()
        self._reason = SentenceLine("error", "bad", name="problem_reason")
        body = QWidget(self)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(label(self.tr("This folder cannot be opened as an image folder"), "heading", wrap=True))
        column.addWidget(self._reason)
        column.addSpacing(8)
        column.addWidget(label(self.tr("How images are expected to lie"), "subheading"))
        column.addLayout(self._make_drawings())
        column.addLayout(self._make_buttons())
        column.addStretch(2)
        across = QHBoxLayout(body)
        across.setContentsMargins(24, 24, 24, 24)
        across.addStretch(1)
        across.addLayout(column, 1000)
        across.addStretch(1)
        self._reason.setMaximumWidth(_WIDTH_PX)
        self.setWidget(body)

    def _make_drawings(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for layout in ("class folders", "splits"):
            frame, column = card(name=f"expected_{layout.replace(' ', '_')}")
            column.addWidget(label(layout_title(layout), "subheading"))
            column.addWidget(TreeDrawing(layout))
            row.addWidget(frame)
        row.addStretch(1)
        return row

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, text, signal in (
            ("problem_browse", self.tr("Choose another folder…"), self.browse_requested),
            ("problem_layout", self.tr("Read it another way…"), self.layout_requested),
            ("problem_back", self.tr("Back"), self.back_requested),
        ):
            button = described(QPushButton(text), name, text)
            button.setProperty("primary", name == "problem_browse")
            button.clicked.connect(signal)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        return row

    def show_problem(self, root: Path, text: str) -> None:
        """Say why ``root`` cannot be opened."""
        self.root = root
        self._reason.say(text)

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._reason.text
