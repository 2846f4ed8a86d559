"""The choice of what is explained: a class, a class rather than another one, or a class rather than all others."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QWidget

from cnnstudio.explain.target import Target
from cnnstudio.ui.cards import described, label

_ALONE, _RUNNER_UP, _ALL_OTHERS = "alone", "runner-up", "all others"


class SearchableChoice(QComboBox):
    """A choice whose entries are found by typing any part of their name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(11)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def show_value(self, value: object) -> None:
        """Show the entry with this value, without telling listeners."""
        self.setCurrentIndex(max(0, self.findData(value)))
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Write the choice again where what was typed is none."""
        super().focusOutEvent(event)
        self.setEditText(self.itemText(self.currentIndex()))


class TargetChoice(QWidget):
    """*Evidence for* a class *rather than* another."""

    target_requested = Signal(object)
    """A `Target`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._target = Target()
        self._classes = described(
            SearchableChoice(), "target_class", self.tr("Evidence for"),
            self.tr("The class whose evidence is shown: type a part of its name, or click a probability."))
        self._others = described(
            SearchableChoice(), "target_against", self.tr("Rather than"),
            self.tr("Another class: then red speaks for the first rather than for this one, blue the other way."))
        self._build()
        self.set_classes(())

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Evidence for"), "quiet"))
        row.addWidget(self._classes, 1)
        row.addWidget(label(self.tr("rather than"), "quiet"))
        row.addWidget(self._others, 1)
        self._classes.activated.connect(self._ask)
        self._others.activated.connect(self._ask)

    def set_classes(self, names: Sequence[str]) -> None:
        """Offer ``names`` and go back to the predicted class."""
        self._names = tuple(names)
        for box, first in ((self._classes, ((self.tr("predicted class"), None),)),
                           (self._others, ((self.tr("no other"), _ALONE), (self.tr("the runner-up"), _RUNNER_UP),
                                           (self.tr("all others (log-odds)"), _ALL_OTHERS)))):
            box.clear()
            for title, value in first:
                box.addItem(title, value)
            for number, name in enumerate(names):
                box.addItem(name, number)
        self.show_target(Target())

    def show_target(self, target: Target) -> None:
        """Show a choice made elsewhere."""
        self._target = target
        self._classes.show_value(target.index)
        other: object = _ALL_OTHERS if target.kind == "log-odds" else _ALONE
        if target.kind == "contrast":
            other = _RUNNER_UP if target.against is None else target.against
        self._others.show_value(other)

    @property
    def target(self) -> Target:
        """What is chosen."""
        return self._target

    def _ask(self) -> None:
        index, other = self._classes.currentData(), self._others.currentData()
        wanted = Target("logit", index)
        if other == _ALL_OTHERS:
            wanted = replace(wanted, kind="log-odds")
        elif other == _RUNNER_UP:
            wanted = Target("contrast", index)
        elif other not in (_ALONE, index):
            wanted = Target("contrast", index, other)
        self.show_target(wanted)
        self.target_requested.emit(wanted)
