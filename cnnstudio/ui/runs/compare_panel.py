"""Two runs beside each other: results, differences in words, curves and confusion matrices."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.runs.record import RunRecord
from cnnstudio.runs.summaries import RunSummary
from cnnstudio.ui.cards import label
from cnnstudio.ui.confusion_view import ConfusionView
from cnnstudio.ui.plots import CurvePlot
from cnnstudio.ui.runs.columns import accuracy_text
from cnnstudio.workspace.runs_page_jobs import RunsCompared

_PLOT_PX = 170
_MATRIX_PX = 260


class ComparePanel(QScrollArea):
    """Calls the runs A and B; A is the solid curve, B the dashed one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare_runs")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._names = label("", "heading", name="run_pair", wrap=True)
        self._results = label("", "quiet", name="pair_results", wrap=True)
        self._significance = label("", name="run_significance", wrap=True)
        self._differences = label("", name="run_differences", wrap=True)
        self._loss = CurvePlot(self.tr("Validation loss"))
        self._loss.setFixedHeight(_PLOT_PX)
        self._captions = [label("", "subheading", wrap=True), label("", "subheading", wrap=True)]
        self._matrices = [ConfusionView(is_whole=True), ConfusionView(is_whole=True)]
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 16, 12, 16)
        column.setSpacing(8)
        for widget in (self._names, self._results, label(self.tr("Is the difference real?"), "subheading"),
                       self._significance, label(self.tr("What differs in A"), "subheading"), self._differences,
                       self._loss):
            column.addWidget(widget)
        for caption, matrix in zip(self._captions, self._matrices, strict=True):
            matrix.setFixedHeight(_MATRIX_PX)
            column.addWidget(caption)
            column.addWidget(matrix)
        column.addStretch(1)
        self.setWidget(body)

    @property
    def differences_text(self) -> str:
        """What is said about the two runs."""
        return self._differences.text()

    @property
    def significance_text(self) -> str:
        """Whether the difference of the two runs is more than chance."""
        return self._significance.text()

    @property
    def matrices_shown(self) -> int:
        """How many of the two runs have a confusion matrix."""
        return sum(not matrix.isHidden() for matrix in self._matrices)

    def show_pair(self, one: RunSummary, other: RunSummary) -> None:
        """Show names and results; the rest has to be read from disk first."""
        self._names.setText(f"A  {one.name}\nB  {other.name}")
        text = self.tr("Validation accuracy\nA  {one}\nB  {other}")
        self._results.setText(text.format(one=accuracy_text(one) or "–", other=accuracy_text(other) or "–"))
        self._differences.setText(self.tr("Comparing…"))
        self._significance.setText(self.tr("Comparing…"))
        self._loss.clear()
        for widget in (*self._captions, *self._matrices, self._loss):
            widget.hide()

    def show_comparison(self, comparison: RunsCompared) -> None:
        """Show differences, curves and matrices."""
        self._significance.setText(comparison.significance)
        lines = comparison.differences
        self._differences.setText("\n".join(f"•  {line}" for line in lines) if lines else self.tr(
            "Nothing: same settings, same network, same images. Only chance can tell them apart."))
        for number, (letter, record) in enumerate(zip("AB", comparison.records, strict=True)):
            self._show_curve(letter, record, dashed=number == 1)
            self._show_matrix(number, letter, record)

    def _show_curve(self, letter: str, record: RunRecord, *, dashed: bool) -> None:
        if record.history:
            self._loss.set_curve(letter, [row.epoch for row in record.history],
                                 [row.val_loss for row in record.history], dashed=dashed)
            self._loss.show()

    def _show_matrix(self, number: int, letter: str, record: RunRecord) -> None:
        if record.evaluation is None:
            return
        caption = self.tr("{letter}: confusion matrix (rows true, columns predicted)")
        self._captions[number].setText(caption.format(letter=letter))
        self._matrices[number].show_matrix(record.class_names, record.evaluation.confusion)
        self._captions[number].show()
        self._matrices[number].show()
