"""The recipe of the next training as a form, over what would be trained."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.cards import card, described, label
from cnnstudio.ui.training.readiness import Subject
from cnnstudio.ui.training.recipe_form import FieldHelp, RecipeForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


class RecipePanel(QWidget):
    """The left column of the Train page; locked while a training runs."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recipe_panel")
        self.form = RecipeForm()
        self.form.changed.connect(self.changed)
        self._values: list[tuple[QLabel, QLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._subject_card())
        column.addWidget(self._recipe_card(), 1)

    def _subject_card(self) -> QFrame:
        frame, column = card(name="subject_card")
        column.addWidget(label(self.tr("What is trained"), "heading"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        return frame

    def _recipe_card(self) -> QFrame:
        frame, column = card(name="recipe_card")
        column.setContentsMargins(16, 12, 4, 4)
        column.addWidget(label(self.tr("Recipe"), "heading"))
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 12, 12)
        inside.addWidget(self.form)
        inside.addStretch(1)
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
        column.addWidget(FieldHelp(self.form))
        return frame

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
