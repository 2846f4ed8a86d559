"""The lines of the health report, what was done about findings among them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cnnstudio.ui.data.finding_line import DoneLine, FindingLine
from cnnstudio.ui.data.image_sets import finding_key
from cnnstudio.ui.review_line import ReviewLine

if TYPE_CHECKING:
    from cnnstudio.data.health.checks import Finding
    from cnnstudio.workspace.remedies import RemedyStep


_AT_ONCE = 5
"""Lines made before the window may do something else: a few milliseconds each."""


class FindingsList(QWidget):
    """One line a finding; where one was dealt with, the line says what was done."""

    show_requested = Signal(object)
    remedy_requested = Signal(object, object)
    undo_requested = Signal(object)
    height_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: Sequence[Finding] = ()
        self._steps: Sequence[RemedyStep] = ()
        self._lines: list[FindingLine] = []
        self._done: list[DoneLine] = []
        self._open: set[str] = set()
        self._places: dict[str, int] = {}
        """Where findings stood, by title: what was done about one is said in its place."""
        self._above: ReviewLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 4, 4)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._missing: list[int] = []
        """The findings whose lines are still to be made."""
        self._numbers: dict[int, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._make_more)

    @property
    def lines(self) -> tuple[FindingLine, ...]:
        """The findings shown, the gravest first."""
        return tuple(self._lines)

    @property
    def done_lines(self) -> tuple[DoneLine, ...]:
        """What was done and can be taken back."""
        return tuple(self._done)

    @property
    def findings(self) -> "tuple[Finding, ...]":
        """What the lines are about."""
        return tuple(self._findings)

    @property
    def is_complete(self) -> bool:
        """Whether every finding has its line."""
        return not self._missing

    @property
    def severities(self) -> list[str]:
        """How grave what is found is, one for each line, that of doubtful labels included."""
        found: list[str] = [finding.severity for finding in self._findings]
        return [*found, "warning"] if self._above is not None and self._above.is_finding else found

    @property
    def has_lines(self) -> bool:
        """Whether there is anything to show."""
        is_above = self._above is not None and not self._above.isHidden()
        return bool(self._lines or self._done) or is_above

    def set_above(self, line: ReviewLine) -> None:
        """Put a line before all findings."""
        self._above = line
        self._column.insertWidget(0, line)
        line.changed.connect(self.height_changed)

    def show_findings(self, findings: "Sequence[Finding]", steps: "Sequence[RemedyStep]") -> None:
        """Show findings, and remedies that are in force."""
        if findings or steps or self._findings or self._steps:
            self._keep_open(findings)
            self._findings, self._steps = findings, steps
            self._show()

    def set_busy(self, *, is_busy: bool) -> None:
        """Take no further orders while one is being worked out."""
        for line in self._lines:
            line.set_busy(is_busy=is_busy)
        for done in self._done:
            done.setEnabled(not is_busy)

    def _show(self) -> None:
        """Lay out what stays, and make new lines a few at a time: twenty at once would hold the window up."""
        kept = {number: line for number, finding in enumerate(self._findings)
                if (line := self._taken(finding)) is not None}
        done = [self._done_line(step) for step in self._steps]
        for old in (*self._lines, *(one for one in self._done if one not in done)):
            old.hide()
            old.deleteLater()
        self._lines, self._done = list(kept.values()), done
        self._missing = [number for number in range(len(self._findings)) if number not in kept]
        self._numbers = {id(line): number for number, line in kept.items()}
        self._make_more()

    def _keep_open(self, findings: "Sequence[Finding]") -> None:
        """Have the lines that are open stay so where their findings are called otherwise, as in another language."""
        for old in (one for one in self._findings if finding_key(one) in self._open):
            self._open |= {finding_key(new) for new in findings if (new.kind, new.files) == (old.kind, old.files)}

    def _taken(self, finding: "Finding") -> FindingLine | None:
        """Take a line that reads the same out of those shown until now."""
        line = next((line for line in self._lines if line.can_show(finding)), None)
        if line is not None:
            self._lines.remove(line)
            line.set_finding(finding)
        return line

    def _make_more(self) -> None:
        for number in self._missing[:_AT_ONCE]:
            line = self._make_line(self._findings[number])
            self._numbers[id(line)] = number
            self._lines.append(line)
        self._missing = self._missing[_AT_ONCE:]
        self._lines.sort(key=lambda line: self._numbers[id(line)])
        self._lay_out()
        if self._missing:
            self._timer.start()

    def _lay_out(self) -> None:
        shown: list[QWidget] = [*self._lines]
        for done in self._done:
            shown.insert(min(self._places.get(done.step.title, len(shown)), len(shown)), done)
        first = 1 if self._above is not None else 0
        for number, line in enumerate(shown):
            if self._column.indexOf(line) != first + number:
                self._column.insertWidget(first + number, line)
            line.show()
        self._places |= {line.finding.title: shown.index(line) for line in self._lines}
        self.height_changed.emit()

    def _make_line(self, finding: "Finding") -> FindingLine:
        line = FindingLine(finding, self, is_open=finding_key(finding) in self._open)
        line.show_requested.connect(self.show_requested)
        line.remedy_requested.connect(self.remedy_requested)
        line.opened.connect(self._on_opened)
        return line

    def _done_line(self, step: "RemedyStep") -> DoneLine:
        """Return the line of a step; one that is there may speak another language than the step, and stays."""
        done = next((one for one in self._done if one.step is step), None)
        if done is not None:
            done.setEnabled(True)
            return done
        done = DoneLine(step, self)
        done.undo_requested.connect(self.undo_requested)
        return done

    def _on_opened(self, key: str, is_open: bool) -> None:
        (self._open.add if is_open else self._open.discard)(key)
        self.height_changed.emit()
