"""The form of a layer's settings, generated from its kind's table of parameters."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape
from cnnstudio.ui.cards import label
from cnnstudio.ui.editor.parameter_field import ParameterField
from cnnstudio.ui.editor.parameter_fields import IntField, make_field
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.forms import QuietWheel

FOLLOWING = "in_features"
"""The parameter whose smallest value, 0, means that it follows what arrives."""


class ParameterForm(QWidget):
    """One row for each parameter: title, field, one line of help.

    Attributes
    ----------
    parameter_edited : the parameter's name and the user's new value
    fields : by parameter name
    """

    parameter_edited = Signal(str, object)

    def __init__(self, kind: LayerKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parameter_form")
        self.kind = kind
        self.fields: dict[str, ParameterField] = {}
        self._wheel = QuietWheel(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for number, parameter in enumerate(kind.parameters):
            self._add(grid, 3 * number, parameter)

    def _add(self, grid: QGridLayout, row: int, parameter: Parameter) -> None:
        field = self.fields[parameter.name] = make_field(parameter, self)
        field.edited.connect(partial(self.parameter_edited.emit, parameter.name))
        for widget in field.widgets():
            widget.installEventFilter(self._wheel)
        grid.addWidget(self._title(tr(parameter.title, "LayerKind"), field), row, 0)
        if field.is_wide:
            grid.addWidget(field, row + 1, 0, 1, 2)
        else:
            grid.addWidget(field, row, 1)
        words = label(tr(parameter.help, "LayerKind"), "caption", wrap=True)
        words.setContentsMargins(0, 0, 0, 8)
        grid.addWidget(words, row + 2, 0, 1, 2)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show the parameters' values without sending anything."""
        for name, field in self.fields.items():
            field.show_value(values[name])

    def show_followed(self, arriving: Sequence[Shape]) -> None:
        """Show in the field of the number of values that come in what it follows while it is not set by hand."""
        field = self.fields.get(FOLLOWING)
        if isinstance(field, IntField):
            field.show_followed(arriving[0][0] if arriving and len(arriving[0]) == 1 else None)

    def focus_first(self) -> bool:
        """Put the keyboard into the first field; gives whether there is one."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.widgets()[0].setFocus()
        return first is not None

    def _title(self, text: str, field: ParameterField) -> QLabel:
        title = label(text, wrap=True)
        title.setBuddy(field.widgets()[0])
        title.setToolTip(field.widgets()[0].toolTip())
        return title
