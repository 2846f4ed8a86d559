"""The input field of a square of numbers: known kernels to choose from, the size, and a grid of number boxes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.network.layer_kinds import Matrix, Parameter
from cnnstudio.ui import forms
from cnnstudio.ui.editor.parameter_field import ParameterField
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.elided_choice import ElidedChoice

_PRESETS_PX = 116
_CELL_PX = 46


class MatrixField(ParameterField):
    """A preset chooser and a size chooser above the numbers; each change gives the whole matrix."""

    is_wide = True

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._side = len(parameter.default)
        self.presets = self._make_presets()
        self.sides = self._make_sides()
        self.cells = [[self._make_cell(row, column) for column in range(max(parameter.sides))]
                      for row in range(max(parameter.sides))]
        self._build()
        self.presets.currentIndexChanged.connect(self._on_preset)
        self.sides.currentIndexChanged.connect(self._on_size)

    def widgets(self) -> Sequence[QWidget]:
        """List the choosers and the cells."""
        return (self.presets, self.sides, *(cell for row in self.cells for cell in row))

    def value(self) -> Matrix:
        """Give the numbers as shown."""
        side = range(self._side)
        return tuple(tuple(self.cells[row][column].value() for column in side) for row in side)

    # building

    def _make_presets(self) -> QComboBox:
        box = ElidedChoice(self)
        box.setMinimumWidth(_PRESETS_PX)
        for title, _values in self.parameter.presets:
            box.addItem(tr(title, "LayerKind"))
        box.addItem(tr("Own numbers"))
        self._prepare(box, tr(" to choose"))
        return box

    def _make_sides(self) -> QComboBox:
        box = QComboBox(self)
        for side in self.parameter.sides:
            box.addItem(f"{side} × {side}", side)
        self._prepare(box, tr(" size"))
        return box

    def _make_cell(self, row: int, column: int) -> QDoubleSpinBox:
        cell = forms.FloatField(self)
        cell.setRange(self.parameter.minimum, self.parameter.maximum)
        cell.setStepType(QDoubleSpinBox.StepType.DefaultStepType)
        cell.setProperty("cell", True)  # the style sheet gives the room of the buttons to the number
        cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cell.lineEdit().setTextMargins(0, 0, 0, 0)
        cell.setMinimumWidth(_CELL_PX)
        self._prepare(cell, tr(" row {row} column {column}").format(row=row + 1, column=column + 1))
        cell.valueChanged.connect(self._on_cell)
        return cell

    def _build(self) -> None:
        choosers = QHBoxLayout()
        choosers.setSpacing(4)
        choosers.addWidget(self.presets, 1)
        choosers.addWidget(self.sides)
        grid = QGridLayout()
        grid.setSpacing(4)
        for row, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                grid.addWidget(cell, row, column)
        below = QVBoxLayout()
        below.setSpacing(4)
        below.addLayout(choosers)
        below.addLayout(grid)
        self.row.addLayout(below, 1)

    # showing and editing

    def _write(self, value: Any) -> None:
        self._side = len(value)
        self.sides.setCurrentIndex(self.sides.findData(self._side))
        for row, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                cell.setVisible(max(row, column) < self._side)
                if max(row, column) < self._side:
                    cell.setValue(value[row][column])
        known = [values for _title, values in self.parameter.presets]
        self.presets.setCurrentIndex(known.index(value) if value in known else len(known))

    def _give(self, value: Matrix) -> None:
        self.show_value(value)
        self.edited.emit(value)

    def _on_preset(self, index: int) -> None:
        if index < len(self.parameter.presets):
            self._give(self.parameter.presets[index][1])

    def _on_size(self) -> None:
        self._give(_resized(self.value(), self.sides.currentData()))

    def _on_cell(self) -> None:
        self._give(self.value())


def _resized(matrix: Matrix, side: int) -> Matrix:
    """Give the middle of a matrix, or the matrix with zeros around it."""
    shift = (len(matrix) - side) // 2
    return tuple(tuple(_at(matrix, row + shift, column + shift) for column in range(side)) for row in range(side))


def _at(matrix: Matrix, row: int, column: int) -> float:
    inside = min(row, column) >= 0 and max(row, column) < len(matrix)
    return matrix[row][column] if inside else 0.0
