"""One input field for each type of a layer's parameter: number, switch, choice, pair of rows and columns, matrix."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QLabel, QSpinBox, QToolButton, QWidget

from cnnstudio.network.layer_kinds import Parameter
from cnnstudio.training.choice_texts import choice_text
from cnnstudio.ui import forms, icons
from cnnstudio.ui.editor.matrix_field import MatrixField
from cnnstudio.ui.editor.parameter_field import ParameterField
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.elided_choice import ElidedChoice

_FIELD_PX = 116
_HALF_PX = 62
_FOLLOWING_PX = 148


class BoxField(ParameterField):
    """A setting in one box at the right end of the row."""

    def _place(self, box: QWidget) -> None:
        self._only = box
        self._prepare(box)
        self.row.addStretch(1)
        self.row.addWidget(box)

    def widgets(self) -> Sequence[QWidget]:
        """List the box."""
        return (self._only,)


class IntField(BoxField):
    """A whole number."""

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._box = _spin_box(parameter, _FIELD_PX)
        self._place(self._box)
        self._box.valueChanged.connect(self.edited.emit)

    def _write(self, value: Any) -> None:
        self._box.setValue(value)

    def show_followed(self, value: int | None) -> None:
        """Say in the place of the smallest value that it follows what arrives, and what that is now."""
        known = tr("follows: {value}").format(value=f"{value:,}") if value is not None else tr("follows")
        self._box.setSpecialValueText(known)
        self._box.setFixedWidth(_FOLLOWING_PX)


class NumberField(BoxField):
    """A number with decimals."""

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._box = forms.FloatField(self)
        self._box.setRange(parameter.minimum, parameter.maximum)
        self._box.setFixedWidth(_FIELD_PX)
        self._place(self._box)
        self._box.valueChanged.connect(self.edited.emit)

    def _write(self, value: Any) -> None:
        self._box.setValue(value)


class SwitchField(BoxField):
    """Yes or no."""

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._box = QCheckBox(self)
        self._place(self._box)
        self._box.toggled.connect(self.edited.emit)

    def _write(self, value: Any) -> None:
        self._box.setChecked(value)


class ChoiceField(BoxField):
    """One of a few words."""

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._box = ElidedChoice(self)
        self._box.setMinimumWidth(_FIELD_PX)
        for choice in parameter.choices:
            self._box.addItem(choice_text(parameter.name, choice), choice)
        self._place(self._box)
        self._box.currentIndexChanged.connect(self._on_changed)

    def _write(self, value: Any) -> None:
        self._box.setCurrentIndex(self._box.findData(value))

    def _on_changed(self) -> None:
        self.edited.emit(self._box.currentData())


class PairField(ParameterField):
    """Rows and columns, with a lock that keeps them equal."""

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._rows, self._columns = _spin_box(parameter, _HALF_PX), _spin_box(parameter, _HALF_PX)
        self._prepare(self._rows, tr(" rows"))
        self._prepare(self._columns, tr(" columns"))
        self._lock = self._make_lock()
        self.row.addStretch(1)
        for widget in (self._rows, QLabel("×"), self._columns, self._lock):
            self.row.addWidget(widget)
        self._rows.valueChanged.connect(self._on_rows)
        self._columns.valueChanged.connect(self._on_columns)

    def widgets(self) -> Sequence[QWidget]:
        """List both spin boxes and the lock."""
        return (self._rows, self._columns, self._lock)

    def _make_lock(self) -> QToolButton:
        lock = QToolButton(self)
        lock.setCheckable(True)
        icons.set_icon(lock, "lock", size_px=16)
        self._prepare(lock, tr(" locked"))
        lock.setToolTip(tr("Keep rows and columns equal"))
        lock.toggled.connect(self._on_locked)
        return lock

    def _write(self, value: Any) -> None:
        first = self.is_first
        rows, columns = value
        self._rows.setValue(rows)
        self._columns.setValue(columns)
        if rows != columns or first:
            self._lock.setChecked(rows == columns)
        self.is_first = False

    is_first = True
    """Whether no value was shown yet: the lock starts closed where both are equal."""

    def _on_rows(self, value: int) -> None:
        self._follow(self._columns, value)

    def _on_columns(self, value: int) -> None:
        self._follow(self._rows, value)

    def _on_locked(self) -> None:
        self._follow(self._columns, self._rows.value())

    def _follow(self, other: QSpinBox, value: int) -> None:
        if self._lock.isChecked() and other.value() != value:
            blocker = QSignalBlocker(other)
            other.setValue(value)
            del blocker
        self.edited.emit((self._rows.value(), self._columns.value()))


_FIELDS: Mapping[str, Callable[[Parameter, QWidget | None], ParameterField]] = {
    "int": IntField, "float": NumberField, "bool": SwitchField, "choice": ChoiceField, "pair": PairField,
    "matrix": MatrixField}


def make_field(parameter: Parameter, parent: QWidget | None = None) -> ParameterField:
    """Make the field for a parameter's type."""
    return _FIELDS[parameter.type](parameter, parent)


def _spin_box(parameter: Parameter, width: int) -> QSpinBox:
    box = forms.IntField()
    box.setRange(int(parameter.minimum), int(min(parameter.maximum, 2**31 - 1)))
    box.setFixedWidth(width)
    box.setGroupSeparatorShown(parameter.maximum >= 10_000)
    return box
