"""Forms generated from settings models: one field widget for each pydantic field, with help and limits."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from cnnstudio.refused_values import refusal
from cnnstudio.training.choice_texts import choice_text

_INT_LIMIT = 2**31 - 1
_FLOAT_LIMIT = 1e9
_FIELD_PX = 132
_TEXT_MARGIN_PX = 6
_BESIDE_PX = 4


class IntField(QSpinBox):
    """A whole number; typing sends one change when it is complete."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_TEXT_MARGIN_PX, 0, 0, 0)


class FloatField(QDoubleSpinBox):
    """A number with as many digits as it needs: 0.001 is shown as 0.001, 1e-05 as 1e-05."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(12)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_TEXT_MARGIN_PX, 0, 0, 0)

    def textFromValue(self, value: float) -> str:  # noqa: N802
        """Return the shortest text of ``value`` with six digits."""
        return f"{value:.6g}"

    def valueFromText(self, text: str) -> float:  # noqa: N802
        """Read a number; a decimal comma is understood."""
        return float(text.replace(",", "."))

    def validate(self, text: str, position: int) -> Any:
        """Accept what Python reads as a finite number."""
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            return QValidator.State.Intermediate, text, position
        inside = self.minimum() <= value <= self.maximum() and math.isfinite(value)
        return (QValidator.State.Acceptable if inside else QValidator.State.Intermediate), text, position


class QuietWheel(QObject):
    """Keeps the wheel for scrolling: a field changes by wheel only while it has the focus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Pass the wheel on to the scroll area behind an unfocused field."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


@dataclass(frozen=True, slots=True)
class _Field:
    """A field widget and how to read and set it."""

    widget: QWidget
    read: Callable[[], Any]
    write: Callable[[Any], object]


class ConfigForm(QWidget):
    """A form for one settings model, generated from its fields' titles, descriptions, types and limits.

    Parameters
    ----------
    model_class
        A pydantic model whose fields are int, float, bool, str or Literal and have defaults.
    only
        Names of the fields to show, in this order; all without it.
    help_lines
        Whether each description stands as a line below its field; it is the tool tip in any case.
    """

    changed = Signal(object)
    """The new valid settings, after the user changed a field."""

    def __init__(self, model_class: type[BaseModel], parent: QWidget | None = None, *,
                 only: Iterable[str] | None = None, help_lines: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName(f"form_{model_class.__name__}")
        self._model_class = model_class
        self._value = model_class()
        self._fields: dict[str, _Field] = {}
        self._texts: dict[str, list[QLabel]] = {}
        self._loading = False
        self._wheel = QuietWheel(self)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(12)
        self._layout.setVerticalSpacing(4)
        self._layout.setColumnStretch(0, 1)
        self._layout.setColumnMinimumWidth(1, _FIELD_PX)
        for name in only if only is not None else model_class.model_fields:
            self._add_field(name, model_class.model_fields[name], help_lines=help_lines)
        self._complaint = QLabel(self)
        self._complaint.setProperty("role", "bad")
        self._complaint.setObjectName("complaint")
        self._complaint.setWordWrap(True)
        self._complaint.setTextFormat(Qt.TextFormat.PlainText)
        self._complaint.hide()
        self._layout.addWidget(self._complaint, self._layout.rowCount(), 0, 1, 2)
        self.set_value(self._value)

    def value(self) -> Any:
        """Return the last valid settings; fields that are not shown keep what `set_value` gave."""
        return self._value

    def set_value(self, value: BaseModel) -> None:
        """Show ``value`` without sending `changed`."""
        self._loading = True
        try:
            for name, field in self._fields.items():
                field.write(getattr(value, name))
        finally:
            self._loading = False
        self._value = value
        self._complaint.hide()

    def field(self, name: str) -> QWidget:
        """Return the widget of a field."""
        return self._fields[name].widget

    def set_field_enabled(self, name: str, enabled: bool) -> None:
        """Make one field editable or not, with its label."""
        self._fields[name].widget.setEnabled(enabled)

    def set_field_visible(self, name: str, visible: bool) -> None:
        """Show or leave out one field with its label and its help line."""
        for widget in (self._fields[name].widget, *self._texts[name]):
            widget.setVisible(visible)

    def title_widget(self, name: str) -> QWidget:
        """Return what shows a field's title: its label, or the check box itself."""
        return next(iter(self._texts[name]), self._fields[name].widget)

    def add_beside(self, name: str, widget: QWidget) -> None:
        """Put something small behind a field, which becomes so much narrower: a button that finds its value."""
        field = self.field(name)
        row: int = self._layout.getItemPosition(self._layout.indexOf(field))[0]  # type: ignore[index]
        self._layout.removeWidget(field)
        line = QHBoxLayout()
        line.setSpacing(_BESIDE_PX)
        line.addWidget(field)
        line.addWidget(widget)
        self._layout.addLayout(line, row, 1)
        field.setFixedWidth(field.minimumWidth() - _BESIDE_PX - widget.sizeHint().width())

    def _add_field(self, name: str, info: FieldInfo, *, help_lines: bool) -> None:
        context = self._model_class.__name__
        title = QCoreApplication.translate(context, info.title or name)
        description = QCoreApplication.translate(context, info.description or "")
        field = self._make_field(name, info, title)
        field.widget.setObjectName(name)
        field.widget.setAccessibleName(title)
        field.widget.setAccessibleDescription(description)
        field.widget.setToolTip(description)
        field.widget.installEventFilter(self._wheel)
        field.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fields[name] = field
        self._texts[name] = self._place(field.widget, title, description if help_lines else "")

    def _place(self, widget: QWidget, title: str, help_text: str) -> list[QLabel]:
        """Put a field into the next row, its label before it and its help line below; return these."""
        row, texts = self._layout.rowCount(), []
        if isinstance(widget, QCheckBox):
            self._layout.addWidget(widget, row, 0, 1, 2)
        else:
            label = QLabel(title, self)
            label.setBuddy(widget)
            label.setToolTip(widget.toolTip())
            self._layout.addWidget(label, row, 0)
            self._layout.addWidget(widget, row, 1)
            texts.append(label)
        if help_text:
            line = QLabel(help_text, self)
            line.setProperty("role", "caption")
            line.setWordWrap(True)
            line.setContentsMargins(0, 0, 0, 8)
            self._layout.addWidget(line, row + 1, 0, 1, 2)
            texts.append(line)
        return texts

    def _make_field(self, name: str, info: FieldInfo, title: str) -> _Field:
        if info.annotation is bool:
            return self._make_bool(title)
        if get_origin(info.annotation) is Literal:
            return self._make_choice(name, get_args(info.annotation))
        if info.annotation is str:
            return self._make_text()
        return self._make_number(info)

    def _make_bool(self, title: str) -> _Field:
        box = QCheckBox(title, self)
        box.toggled.connect(self._on_edited)
        return _Field(box, box.isChecked, box.setChecked)

    def _make_choice(self, name: str, choices: tuple[str, ...]) -> _Field:
        box = QComboBox(self)
        for choice in choices:
            box.addItem(choice_text(name, choice), choice)
        box.currentIndexChanged.connect(self._on_edited)
        return _Field(box, box.currentData, lambda value: box.setCurrentIndex(box.findData(value)))

    def _make_text(self) -> _Field:
        line = QLineEdit(self)
        line.setTextMargins(_TEXT_MARGIN_PX, 0, 0, 0)
        line.editingFinished.connect(self._on_edited)
        return _Field(line, line.text, line.setText)

    def _make_number(self, info: FieldInfo) -> _Field:
        is_int = info.annotation is int
        box: IntField | FloatField = IntField(self) if is_int else FloatField(self)
        low, high = _limits(info, is_int=is_int)
        box.setRange(low, high)  # type: ignore[arg-type]
        box.valueChanged.connect(self._on_edited)
        return _Field(box, box.value, box.setValue)

    def _on_edited(self) -> None:
        if self._loading:
            return
        values = {name: field.read() for name, field in self._fields.items()}
        try:
            value = self._model_class.model_validate({**self._value.model_dump(), **values})
        except ValidationError as error:
            self._complaint.setText("; ".join(refusal(error, number) for number in range(error.error_count())))
            self._complaint.show()
            return
        self._complaint.hide()
        if value != self._value:
            self._value = value
            self.changed.emit(value)


def _limits(info: FieldInfo, *, is_int: bool) -> tuple[float, float]:
    """Return the smallest and largest value the field's constraints allow."""
    low, high = (-_INT_LIMIT, _INT_LIMIT) if is_int else (-_FLOAT_LIMIT, _FLOAT_LIMIT)
    step = 1 if is_int else 1e-9
    for item in info.metadata:
        if isinstance(item, Ge):
            low = item.ge  # type: ignore[assignment]
        elif isinstance(item, Gt):
            low = item.gt + step  # type: ignore[operator]
        elif isinstance(item, Le):
            high = item.le  # type: ignore[assignment]
        elif isinstance(item, Lt):
            high = item.lt - step  # type: ignore[operator]
    return low, high
