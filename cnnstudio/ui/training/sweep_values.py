"""What is tried of one setting: boxes to tick for choices, or typed values or a range for numbers."""

from collections.abc import Sequence
from typing import Literal, get_args, get_origin

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QWidget

from cnnstudio.errors import InputError
from cnnstudio.sweeps.axes import DEFAULT_POINTS, Axis, axis_of_choices, axis_of_range, is_number, usually_log
from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.cards import described
from cnnstudio.ui.field_texts import value_text
from cnnstudio.ui.flow_layout import FlowLayout
from cnnstudio.ui.forms import IntField

_MOST_POINTS = 100
_POINTS_PX = 68


class ChoiceBoxes(QWidget):
    """One box for each value that a setting can have."""

    changed = Signal()

    def __init__(self, field: str, choices: Sequence[str], ticked: Sequence[str],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.boxes: dict[str, QCheckBox] = {}
        flow = FlowLayout(self, gap_px=16, row_gap_px=6)
        for choice in choices:
            text = value_text(field, choice == "true") if choice in ("true", "false") else value_text(field, choice)
            box = described(QCheckBox(text.replace("&", "&&")), f"{field}_{choice}", text)
            box.setChecked(choice in ticked)
            box.toggled.connect(self.changed)
            flow.addWidget(box)
            self.boxes[choice] = box

    def axis(self) -> Axis:
        """Return what is ticked. Raises InputError when less than two are."""
        words = [choice for choice, box in self.boxes.items() if box.isChecked()]
        if len(words) < 2:
            raise InputError(self.tr("Tick at least two values; a single one is no choice."))
        return axis_of_choices(self._field, words)


class NumberValues(QWidget):
    """Values with commas between them, or a range from one number to another."""

    changed = Signal()

    def __init__(self, field: str, value: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.kind = described(QComboBox(), f"{field}_kind", self.tr("Values or a range"))
        self.kind.addItem(self.tr("Values"), "values")
        self.kind.addItem(self.tr("Range"), "range")
        low, high = _around(field, value)
        self.values = self._line("values", self.tr("Values to try, with commas between them"),
                                 ", ".join((low, f"{value:g}", high)) if f"{value:g}" not in (low, high)
                                 else f"{low}, {high}")
        self.low = self._line("low", self.tr("Smallest value"), low)
        self.high = self._line("high", self.tr("Largest value"), high)
        self.points = described(IntField(), f"{field}_points", self.tr("How many values a grid takes"),
                                self.tr("So many values of the range a grid tries; other methods draw any value."))
        self.points.setRange(2, _MOST_POINTS)
        self.points.setValue(DEFAULT_POINTS)
        self.points.setMaximumWidth(_POINTS_PX)
        self.is_log = described(QCheckBox(self.tr("equal factors")), f"{field}_log", self.tr("Equal factors"), self.tr(
            "0.001, 0.01, 0.1 are equally far from each other: right for rates, whose order of magnitude matters."))
        self.is_log.setChecked(usually_log(field))
        self._stack = QStackedWidget()
        self._build()

    def _line(self, name: str, title: str, text: str) -> QLineEdit:
        line = described(QLineEdit(text), f"{self._field}_{name}", title, title)
        line.setTextMargins(6, 0, 0, 0)
        line.textChanged.connect(self.changed)
        return line

    def _build(self) -> None:
        ends = QWidget()
        row = QHBoxLayout(ends)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        to, points = QLabel(self.tr("to")), QLabel(self.tr("in a grid:"))
        for widget, stretch in ((self.low, 1), (to, 0), (self.high, 1), (points, 0), (self.points, 0),
                                (self.is_log, 0)):
            row.addWidget(widget, stretch)
        self._stack.addWidget(self.values)
        self._stack.addWidget(ends)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.kind)
        across.addWidget(self._stack, 1, Qt.AlignmentFlag.AlignTop)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.points.valueChanged.connect(self.changed)
        self.is_log.toggled.connect(self.changed)

    def _on_kind(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.changed.emit()

    def axis(self) -> Axis:
        """Return what is typed. Raises InputError saying what cannot be read."""
        if self.kind.currentData() == "range":
            return axis_of_range(self._field, self.low.text().strip(), self.high.text().strip(),
                                 points=self.points.value(), is_log=self.is_log.isChecked())
        words = [word.strip() for word in self.values.text().replace(";", ",").split(",")]
        if not any(words):
            raise InputError(self.tr("Write the values to try with commas between them."))
        axis = axis_of_choices(self._field, words)
        if len(axis.choices) < 2:
            raise InputError(self.tr("Write at least two values; a single one is no choice."))
        return axis


def choices_of(field: str) -> tuple[str, ...]:
    """Return the values of a setting of the recipe that has a few, as they would be typed; none for a number."""
    info = TrainConfig.model_fields[field]
    if info.annotation is bool:
        return "false", "true"
    return get_args(info.annotation) if get_origin(info.annotation) is Literal else ()


def _around(field: str, value: float) -> tuple[str, str]:
    """Return a smaller and a larger value than ``value`` to begin with, both within the setting's limits."""
    if not is_number(field):
        return "", ""
    default = TrainConfig.model_fields[field].default
    middle = value or default or (1 if isinstance(default, int) else 0.1)
    factor = 10 if usually_log(field) else 2
    low, high = (middle / factor, middle * factor) if value or usually_log(field) else (0, middle)
    if field in ("momentum", "fall_factor", "label_smoothing", "average_decay"):
        low, high = (0.5, 0.95) if field == "momentum" else (low, min(high, 0.99))
    if isinstance(default, int):
        low, high = int(low) if not value else max(1, int(low)), int(high)
    return f"{low:g}", f"{high:g}"
