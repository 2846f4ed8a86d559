"""What all input fields of a layer's parameters have in common."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cnnstudio.network.layer_kinds import Parameter
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.help.field_note import KEY


class ParameterField(QWidget):
    """Base: shows a value, tells when the user gave another.

    Attributes
    ----------
    parameter : what is set here
    edited : the new value, in the parameter's normal form
    is_wide : whether it needs the form's whole width, below its title
    """

    edited = Signal(object)
    is_wide = False

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parameter = parameter
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)

    def widgets(self) -> Sequence[QWidget]:
        """List the parts that take the focus."""
        return ()

    def show_value(self, value: Any) -> None:
        """Show a value without telling anyone."""
        blockers = [QSignalBlocker(widget) for widget in self.widgets()]
        self._write(value)
        del blockers

    def _write(self, value: Any) -> None:
        """Put a value into the parts."""

    def _prepare(self, widget: QWidget, suffix: str = "") -> None:
        title = tr(self.parameter.title, "LayerKind")
        widget.setObjectName(self.parameter.name + suffix.replace(" ", "_"))
        widget.setProperty(KEY, f"layer/{self.parameter.name}/{self.parameter.title}")
        widget.setAccessibleName(f"{title}{suffix}")
        widget.setAccessibleDescription(tr(self.parameter.help, "LayerKind"))
        widget.setToolTip(tr(self.parameter.help, "LayerKind"))
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
