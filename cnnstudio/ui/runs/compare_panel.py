"""Runs and groups beside each other: curves, whether differences are real, what differs, confusion matrices."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.runs.group_results import GroupSummary
from cnnstudio.ui.cards import label
from cnnstudio.ui.confusion_view import ConfusionView
from cnnstudio.ui.curve_chooser import CurveChooser, CurveOwner
from cnnstudio.ui.curve_legend import CurveLegend
from cnnstudio.ui.runs.columns import accuracy_text, name_text

if TYPE_CHECKING:
    from cnnstudio.runs.group_results import Row
    from cnnstudio.workspace.compare_job import Compared, Subject

_MATRIX_PX = (330, 250)


class ComparePanel(QScrollArea):
    """Calls the runs A, B, C ...; each is compared with A."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare_runs")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._heading = label("", "heading", name="compare_heading", wrap=True)
        self.legend, self.curves = CurveLegend(), CurveChooser()
        self.legend.hidden_changed.connect(self.curves.set_hidden)
        self._significance = label("", name="run_significance", wrap=True)
        self._differences = label("", name="run_differences", wrap=True)
        for text in (self._significance, self._differences):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._matrices: list[ConfusionView] = []
        self._matrix_heading = label(self.tr("Confusion matrices (rows true, columns predicted)"), "subheading")
        self._matrix_row = self._make_matrix_row()
        self._results = QWidget()
        self._build()

    def _build(self) -> None:
        below = QVBoxLayout(self._results)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        shown: tuple[QWidget, ...] = (
            self.curves, label(self.tr("Is the difference real?"), "subheading"), self._significance,
            label(self.tr("What differs from A"), "subheading"), self._differences, self._matrix_heading,
            self._matrix_area)
        for widget in shown:
            below.addWidget(widget)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 16, 12, 16)
        column.setSpacing(8)
        for widget in (self._heading, self.legend, self._results):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(body)

    def _make_matrix_row(self) -> QHBoxLayout:
        """Make the row of matrices, which is moved sideways when there are more than fit."""
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._matrix_area = QScrollArea()
        self._matrix_area.setObjectName("matrix_area")
        self._matrix_area.setAccessibleName(self.tr("Confusion matrices"))
        self._matrix_area.setWidgetResizable(True)
        self._matrix_area.setFrameShape(QFrame.Shape.NoFrame)
        self._matrix_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._matrix_area.setFixedHeight(_MATRIX_PX[1] + 44)
        self._matrix_area.setWidget(inner)
        return row

    @property
    def differences_text(self) -> str:
        """What is said about the runs."""
        return self._differences.text()

    @property
    def significance_text(self) -> str:
        """Whether the differences are more than chance."""
        return self._significance.text()

    @property
    def matrices_shown(self) -> int:
        """How many of the runs have a confusion matrix."""
        return len(self._matrices)

    def show_rows(self, rows: "Sequence[Row]", letters: Sequence[str]) -> None:
        """Show names and results; the rest has to be read from disk first."""
        self._heading.setText(self.tr("{count} runs beside each other").format(count=len(rows)))
        self.legend.show_names([f"{letter}   {name_text(row)}   {accuracy_text(row) or '–'}"
                                for letter, row in zip(letters, rows, strict=True)])
        self._differences.setText(self.tr("Comparing…"))
        self._significance.setText(self.tr("Comparing…"))
        self._results.hide()

    def show_comparison(self, found: "Compared") -> None:
        """Show curves, verdicts, differences and matrices."""
        self.curves.show_owners([CurveOwner(one.letter, one.curves, one.mean) for one in found.subjects])
        self._significance.setText("\n\n".join(self._verdicts(found)))
        self._differences.setText("\n\n".join(self._difference_lines(found)))
        self._show_matrices(found.subjects)
        self._results.show()

    def _verdicts(self, found: "Compared") -> list[str]:
        if len(found.verdicts) < 2:
            return list(found.verdicts)
        return [*found.verdicts, self.tr(
            "Of twenty differences that are luck, one looks real: the more runs are compared, the less one of these "
            "sentences means alone.")]

    def _difference_lines(self, found: "Compared") -> list[str]:
        nothing = self.tr("Nothing: same settings, same network, same images. Only chance can tell them apart.")
        return [f"{one.letter}\n" + ("\n".join(f"•  {line}" for line in one.differences) or nothing)
                for one in found.contrasts]

    def _show_matrices(self, subjects: "Sequence[Subject]") -> None:
        while (item := self._matrix_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._matrices = []
        for subject in subjects:
            self._add_matrix(subject)
        self._matrix_row.addStretch(1)
        for widget in (self._matrix_heading, self._matrix_area):
            widget.setVisible(bool(self._matrices))

    def _add_matrix(self, subject: "Subject") -> None:
        """Add a run's matrix; of a group the sum of its members' matrices."""
        evaluations = [record.evaluation for record in subject.records if record.evaluation is not None]
        if isinstance(subject.row, GroupSummary) and not subject.row.is_repeat:
            return
        names = subject.records[0].class_names
        evaluations = [one for one in evaluations if len(one.confusion) == len(names)]
        if not evaluations:
            return
        holder, matrix = QWidget(), ConfusionView(is_whole=True)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        many = self.tr("{letter}: sum of {count}").format(letter=subject.letter, count=len(evaluations))
        column.addWidget(label(many if len(evaluations) > 1 else subject.letter, "caption"))
        column.addWidget(matrix)
        matrix.setFixedSize(*_MATRIX_PX)
        matrix.show_matrix(names, sum(one.confusion for one in evaluations[1:]) + evaluations[0].confusion)
        self._matrices.append(matrix)
        self._matrix_row.addWidget(holder)
