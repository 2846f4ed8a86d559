"""How the combinations of a sweep are chosen: method, number, seeds, and whether hopeless ones are given up."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from cnnstudio.sweeps.axes import Axis, count_combinations
from cnnstudio.sweeps.plan import Method, SweepPlan
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.forms import IntField

_FIELD_PX = 150
_MOST_TRIALS, _MOST_SEEDS = 100_000, 100


class SweepMethodForm(QWidget):
    """Four fields with a line of help each, two beside each other."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_method_form")
        self._method = described(QComboBox(), "sweep_method", self.tr("Method"))
        for text, name in ((self.tr("Grid: all of them"), "grid"), (self.tr("Random"), "random"),
                           (self.tr("Bayesian"), "bayes")):
            self._method.addItem(text, name)
        self._trials = self._count("trials", 20, _MOST_TRIALS)
        self._seeds = self._count("seeds", 1, _MOST_SEEDS)
        self._prunes = described(QCheckBox(self.tr("Give up early")), "sweep_prunes", self.tr("Give up early"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._help = self._place()
        self._method.currentIndexChanged.connect(self._on_method)
        self._prunes.toggled.connect(self.changed)
        self._on_method()

    def _count(self, name: str, value: int, most: int) -> IntField:
        field = described(IntField(), f"sweep_{name}", _title(name), _description(name))
        field.setRange(1, most)
        field.setValue(value)
        field.valueChanged.connect(self.changed)
        return field

    def _place(self) -> dict[str, QWidget]:
        helps: dict[str, QWidget] = {}
        fields = (("method", self._method, self.tr("Method")), ("trials", self._trials, self.tr("Combinations")),
                  ("seeds", self._seeds, self.tr("Seeds of each")), ("prunes", self._prunes, ""))
        for number, (name, widget, title) in enumerate(fields):
            row, column = 2 * (number // 2), 2 * (number % 2)
            widget.setFixedWidth(max(_FIELD_PX, widget.sizeHint().width()))
            self._grid.addWidget(label(title), row, column)
            self._grid.addWidget(widget, row, column + 1)
            helps[name] = label(role="caption", wrap=True, name=f"sweep_{name}_help")
            self._grid.addWidget(helps[name], row + 1, column, 1, 2)
        for column in (0, 2):
            self._grid.setColumnStretch(column, 1)
        return helps

    @property
    def method(self) -> Method:
        """How values are chosen."""
        chosen: Method = self._method.currentData()
        return chosen

    @property
    def trials(self) -> int:
        """Combinations to try when the values are drawn."""
        return self._trials.value()

    @property
    def seeds(self) -> int:
        """Trainings of each combination."""
        return self._seeds.value()

    @property
    def prunes(self) -> bool:
        """Whether hopeless combinations are given up early."""
        return self._prunes.isChecked()

    def show_axes(self, axes: Sequence[Axis]) -> None:
        """Say how many combinations a grid has."""
        if self.method == "grid":
            count = count_combinations(axes) if axes else 0
            sizes = " × ".join(str(len(axis.values())) for axis in axes)
            self._say("trials", self.tr("A grid has all of its own: {sizes} = {count}.").format(
                sizes=sizes, count=f"{count:,}") if axes else "")
        else:
            self._say("trials", self.tr("How many combinations are drawn and tried."))

    def _on_method(self) -> None:
        is_grid = self.method == "grid"
        self._trials.setEnabled(not is_grid)
        words = {"grid": self.tr("Tries every combination of the values."),
                 "random": self.tr("Draws values; with many settings it finds good ones sooner than a grid."),
                 "bayes": self.tr("Draws values near those that did well, after the first ten.")}
        self._say("method", words[self.method])
        self._say("seeds", _description("seeds"))
        self._say("prunes", self.tr("Ends a combination that does worse than the middle of the others, after three "
                                    "epochs."))
        self.changed.emit()

    def _say(self, name: str, text: str) -> None:
        widget = self._help[name]
        widget.setText(text)  # type: ignore[attr-defined]


def _title(name: str) -> str:
    return QCoreApplication.translate("SweepPlan", SweepPlan.model_fields[name].title or name)


def _description(name: str) -> str:
    return QCoreApplication.translate("SweepPlan", SweepPlan.model_fields[name].description or "")
