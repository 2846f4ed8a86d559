"""The recipe of the next training as a form, over what would be trained."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.cards import card, described, label
from cnnstudio.ui.pieces import Pieces
from cnnstudio.ui.training.readiness import Subject
from cnnstudio.ui.training.recipe_form import FieldHelp, RecipeForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from cnnstudio.ui.training.start_line import StartLine


class RecipePanel(QWidget):
    """The left column of the Train page; locked while a training runs."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, in_pieces: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("recipe_panel")
        self._values: list[tuple[QLabel, QLabel]] = []
        self._start: StartLine | None = None
        self.pieces = Pieces(self._build())
        if not in_pieces:
            self.pieces.build_rest()

    def _build(self) -> Iterator[None]:
        """Build from the outside to the inside: what a full widget is put into styles all of it anew."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._subject_card())
        frame, inside = card(name="recipe_card")
        column.addWidget(frame, 1)
        self.form = self._place_form(inside)
        yield
        while self.form.pieces.build_next():
            yield
        inside.addWidget(FieldHelp(self.form))
        self.form.changed.connect(self.changed)

    def _subject_card(self) -> QFrame:
        frame, column = card(name="subject_card")
        column.addWidget(label(self.tr("What is trained"), "heading"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self._subject = column
        return frame

    def set_start_line(self, line: "StartLine") -> None:
        """Show below what is trained what it starts from."""
        self._start = line
        self._subject.addWidget(line)

    def _place_form(self, column: QVBoxLayout) -> RecipeForm:
        """Put a form that is still to be built into the card, in an area that scrolls."""
        column.setContentsMargins(16, 12, 4, 4)
        column.addWidget(label(self.tr("Recipe"), "heading"))
        inner = QWidget()
        line = QFrame()
        line.setProperty("line", True)
        line.setFixedHeight(1)
        area = described(QScrollArea(), "recipe_scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        column.addWidget(area, 1)
        column.addWidget(line)
        form = RecipeForm(inner, in_pieces=True)
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 12, 12)
        inside.addWidget(form)
        inside.addStretch(1)
        return form

    def show_subject(self, subject: Subject) -> None:
        """Show what would be trained."""
        for row, (title, value) in enumerate(subject.rows):
            if row == len(self._values):
                pair = (label("", "quiet"), label("", wrap=True))
                pair[1].setAlignment(Qt.AlignmentFlag.AlignRight)
                self._grid.addWidget(pair[0], row, 0)
                self._grid.addWidget(pair[1], row, 1)
                self._values.append(pair)
            self._values[row][0].setText(title)
            self._values[row][1].setText(value)
        for row, pair in enumerate(self._values):
            for widget in pair:
                widget.setVisible(row < len(subject.rows))

    def set_recipe(self, config: TrainConfig, usual: TrainConfig | None = None) -> None:
        """Show ``config`` without telling listeners; what differs from ``usual`` is marked."""
        self.form.set_value(config, usual)

    def add_below(self, field: str, widget: QWidget) -> None:
        """Put ``widget`` below the fields of the group that ``field`` belongs to."""
        self.form.section_of(field).add_below(widget)

    def open_group(self, field: str) -> None:
        """Open the group that ``field`` belongs to."""
        self.form.section_of(field).set_open(is_open=True)

    def set_locked(self, locked: bool) -> None:
        """Let nothing be changed while a training runs."""
        self.form.set_locked(locked)
        if self._start is not None:
            self._start.set_locked(is_locked=locked)
