"""The recipe of the next training as a form, over what would be trained."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.cards import card, described, label
from cnnstudio.ui.forms import ConfigForm
from cnnstudio.ui.training.readiness import Subject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

_FIELD_PX = 80


class RecipePanel(QWidget):
    """The left column of the Train page; locked while a training runs."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recipe_panel")
        self.form = ConfigForm(TrainConfig)
        for name in TrainConfig.model_fields:
            self.form.field(name).setMinimumWidth(_FIELD_PX)  # a spin box wants room for its largest number
        self.form.changed.connect(self._on_changed)
        self._values: list[tuple[QLabel, QLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._subject_card())
        column.addWidget(self._recipe_card(), 1)
        self._follow_optimizer(self.form.value())

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
        area = described(QScrollArea(), "recipe_scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        column.addWidget(area, 1)
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

    def set_recipe(self, config: TrainConfig) -> None:
        """Show ``config`` without telling listeners."""
        if config != self.form.value():
            self.form.set_value(config)
        self._follow_optimizer(config)

    def set_locked(self, locked: bool) -> None:
        """Let nothing be changed while a training runs."""
        self.form.setEnabled(not locked)

    def _on_changed(self, config: TrainConfig) -> None:
        self._follow_optimizer(config)
        self.changed.emit(config)

    def _follow_optimizer(self, config: TrainConfig) -> None:
        """Momentum means something to SGD only."""
        self.form.set_field_enabled("momentum", config.optimizer == "sgd")
