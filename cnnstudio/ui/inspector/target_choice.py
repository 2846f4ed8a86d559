"""The choice of what is explained: a class, a class rather than another one, or a class rather than all others."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QPushButton, QWidget

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
    """*Evidence for* a class *rather than* another, and a button that asks why a mistake was made."""

    target_requested = Signal(object)
    """A `Target`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._target = Target()
        self._mistake: Target | None = None
        self._classes = described(
            SearchableChoice(), "target_class", self.tr("Evidence for"),
            self.tr("The class whose evidence is shown: type a part of its name, or click a probability."))
        self._others = described(
            SearchableChoice(), "target_against", self.tr("Rather than"),
            self.tr("Another class: then red speaks for the first rather than for this one, blue the other way."))
        self._why = described(QPushButton(), "why_button", self.tr("Why this mistake?"),
                              self.tr("What speaks for the predicted class rather than for the true one"))
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
        row.addWidget(self._why)
        self._why.hide()
        self._classes.activated.connect(self._ask)
        self._others.activated.connect(self._ask)
        self._why.clicked.connect(self._ask_why)

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
        self._show_why()

    def show_mistake(self, predicted: int, true_class: int | None) -> None:
        """Have the question for a mistake ready; where the answer is right, or nobody knows, there is none."""
        is_wrong = true_class is not None and predicted != true_class
        self._mistake = Target("contrast", predicted, true_class) if is_wrong else None
        self._show_why()

    def _show_why(self) -> None:
        mistake = self._mistake
        self._why.setVisible(mistake is not None and mistake != self._target and bool(self._names))
        if mistake is not None and mistake.index is not None and mistake.against is not None and self._names:
            self._why.setText(self.tr("Why {predicted} and not {true}?").format(
                predicted=_short(self._names[mistake.index]), true=_short(self._names[mistake.against])))

    @property
    def target(self) -> Target:
        """What is chosen."""
        return self._target

    @property
    def question(self) -> str:
        """The question that a click asks; empty where there is no mistake."""
        return self._why.text() if not self._why.isHidden() else ""

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

    def _ask_why(self) -> None:
        if self._mistake is not None:
            mistake = self._mistake
            self.show_target(mistake)
            self.target_requested.emit(mistake)


def _short(name: str, limit: int = 14) -> str:
    """Cut a long name, so that the question fits a button."""
    return name if len(name) <= limit else f"{name[:limit - 1]}…"
