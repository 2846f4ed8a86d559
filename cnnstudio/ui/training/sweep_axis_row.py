"""One setting of a sweep: which, what is tried of it, what it does, and what is wrong with the input."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from cnnstudio.errors import InputError
from cnnstudio.sweeps.axes import Axis
from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.cards import SentenceLine, described, label
from cnnstudio.ui.field_texts import tried_help, tried_title
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.training.sweep_values import ChoiceBoxes, NumberValues, choices_of

_FIELD_PX = 176


class SweepAxisRow(QFrame):
    """Asks for one setting and its values.

    Parameters
    ----------
    config : the recipe, whose value is the one to begin with
    choices : the values of settings that are no part of the recipe, by setting, the one in use first
    """

    changed = Signal()
    removed = Signal(object)
    """The row itself."""

    def __init__(self, fields: Sequence[str], field: str, config: TrainConfig, choices: Mapping[str, Sequence[str]],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"axis_{field}")
        self.setProperty("card", True)
        self._config, self._choices = config, choices
        self._values: ChoiceBoxes | NumberValues | None = None
        self.picker = described(QComboBox(), "axis_field", self.tr("Setting to vary"))
        for name in fields:
            self.picker.addItem(tried_title(name), name)
        self.picker.setFixedWidth(max(_FIELD_PX, self.picker.sizeHint().width()))
        self.picker.setCurrentIndex(self.picker.findData(field))
        self._remove = described(QToolButton(), "axis_remove", self.tr("Do not vary this setting"),
                                 self.tr("Do not vary this setting"))
        set_icon(self._remove, "close", "quiet", size_px=16)
        self._help = label(role="caption", name="axis_help", wrap=True)
        self._error = SentenceLine("error", "bad", name="axis_error")
        self._build()
        self._make_values()
        self.picker.currentIndexChanged.connect(self._on_picked)
        self._remove.clicked.connect(self._on_remove)

    def _build(self) -> None:
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.picker)
        self._row.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self._help)
        column.addWidget(self._error)

    def _make_values(self) -> None:
        if self._values is not None:
            self._row.removeWidget(self._values)
            self._values.deleteLater()
        field = self.field
        present = str(getattr(self._config, field, "")).lower()
        if field in self._choices:
            self._values = ChoiceBoxes(field, self._choices[field], self._choices[field][:2])
        elif choices_of(field):
            others = [choice for choice in choices_of(field) if choice != present]
            self._values = ChoiceBoxes(field, choices_of(field), [present, *others[:1]])
        else:
            self._values = NumberValues(field, float(getattr(self._config, field)))
        self._values.changed.connect(self.changed)
        self._row.insertWidget(1, self._values, 1)
        self._help.setText(tried_help(field))

    @property
    def field(self) -> str:
        """The setting."""
        return str(self.picker.currentData())

    @property
    def values(self) -> ChoiceBoxes | NumberValues:
        """Where the values are given."""
        assert self._values is not None  # noqa: S101 - made with the row
        return self._values

    def axis(self) -> Axis | None:
        """Return what is tried; None, and a sentence in the row, when that cannot be read."""
        try:
            axis = self.values.axis()
        except InputError as error:
            text = str(error).replace(self.field, tried_title(self.field))
            self._error.say(f"{text[:1].upper()}{text[1:]}")
            return None
        self._error.say("")
        return axis

    def complain(self, message: str) -> None:
        """Show what is wrong with the values."""
        self._error.say(message)

    @property
    def complaint(self) -> str:
        """What is wrong, as it is shown."""
        return self._error.text

    @property
    def help_label(self) -> QLabel:
        """The line that says what the setting does."""
        return self._help

    def _on_picked(self) -> None:
        self.setObjectName(f"axis_{self.field}")
        self._make_values()
        self.changed.emit()

    def _on_remove(self) -> None:
        self.removed.emit(self)
