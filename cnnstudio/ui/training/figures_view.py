"""Every figure of a run in groups, each with one line that says in plain words what it tells."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from cnnstudio.ui.cards import card, label
from cnnstudio.ui.training.accuracy_bar import percent
from cnnstudio.ui.training.side_by_side import SideBySide

if TYPE_CHECKING:
    from cnnstudio.training.assessment import Assessment

_BESIDE_FROM_PX = 900
_ROW_GAP_PX = 6


@dataclass(frozen=True, slots=True)
class ResultFigure:
    """One row: its name in code, its title, its line of help, and its value in words."""

    name: str
    title: str
    help: str
    text: "Callable[[Assessment], str | None]"
    """Returns None where the figure has no meaning; the row is then left out."""


class FiguresView(QWidget):
    """One card a group; a row has title and value, and the help below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, tuple[ResultFigure, QLabel, tuple[QLabel, ...]]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        groups = [self._group(name, title, figures) for name, title, figures in self._groups()]
        column.addWidget(SideBySide(groups, from_px=_BESIDE_FROM_PX))
        column.addStretch(1)

    def _groups(self) -> tuple[tuple[str, str, tuple[ResultFigure, ...]], ...]:
        return (("answers", self.tr("How many answers are right"), self._answers()),
                ("classes", self.tr("How well the classes are told apart"), self._classes()),
                ("certainty", self.tr("How good its certainty is"), self._certainty()))

    def _answers(self) -> tuple[ResultFigure, ...]:
        return (
            ResultFigure("accuracy", self.tr("Accuracy"), self.tr("Of 100 images, so many get the right answer."),
                         lambda found: percent(found.evaluation.accuracy)),
            ResultFigure("interval", self.tr("95 % interval"),
                         self.tr("Where the accuracy on very many images of this kind lies, with 95 % certainty."),
                         lambda found: " – ".join(map(percent, found.evaluation.interval))),
            ResultFigure("baseline", self.tr("Most frequent class"),
                         self.tr("What always naming the most frequent class would score: the mark to beat."),
                         lambda found: percent(found.evaluation.baseline)),
            ResultFigure("top_3", self.tr("Among the first 3"),
                         self.tr("The right class is one of the three that it thinks likeliest."),
                         lambda found: _share(found.top_k.get(3))),
            ResultFigure("top_5", self.tr("Among the first 5"),
                         self.tr("The right class is one of the five that it thinks likeliest."),
                         lambda found: _share(found.top_k.get(5))),
            ResultFigure("balanced_accuracy", self.tr("Balanced accuracy"),
                         self.tr("The mean recall: each class counts alike, however few its images."),
                         lambda found: percent(found.evaluation.balanced_accuracy)))

    def _classes(self) -> tuple[ResultFigure, ...]:
        return (
            ResultFigure("precision", self.tr("Precision, mean of classes"),
                         self.tr("When it names a class, how often that is right."),
                         lambda found: percent(found.evaluation.macro_precision)),
            ResultFigure("recall", self.tr("Recall, mean of classes"),
                         self.tr("Of the images of a class, how many it finds."),
                         lambda found: percent(found.evaluation.macro_recall)),
            ResultFigure("f1", self.tr("F1, mean of classes"),
                         self.tr("High only when precision and recall both are (macro F1)."),
                         lambda found: f"{found.evaluation.macro_f1:.3f}"),
            ResultFigure("weighted_precision", self.tr("Precision, weighted by images"),
                         self.tr("The same mean, but classes with many images count for more."),
                         lambda found: percent(found.evaluation.weighted_precision)),
            ResultFigure("weighted_f1", self.tr("F1, weighted by images"),
                         self.tr("The same, but classes with many images count for more."),
                         lambda found: f"{found.evaluation.weighted_f1:.3f}"),
            ResultFigure("auc", self.tr("Area under the ROC curve"),
                         self.tr("How often an image of a class ranks above another: 0.5 is guessing, 1 is perfect."),
                         lambda found: _number(found.auc)),
            ResultFigure("average_precision", self.tr("Average precision"),
                         self.tr("The area under the precision-recall curve: hard where the class is rare."),
                         lambda found: _number(found.average_precision)))

    def _certainty(self) -> tuple[ResultFigure, ...]:
        return (
            ResultFigure("log_loss", self.tr("Log loss"),
                         self.tr("Punishes being sure and wrong: 0 is perfect, guessing evenly scores the logarithm of "
                                 "the number of classes."),
                         lambda found: f"{found.log_loss:.3f}"),
            ResultFigure("brier", self.tr("Brier score"),
                         self.tr("Squared distance of the probabilities from the truth: 0 is perfect."),
                         lambda found: f"{found.brier:.3f}"),
            ResultFigure("ece", self.tr("Calibration error"),
                         self.tr("How far being sure and being right lie apart, on average (ECE, 15 bins)."),
                         lambda found: percent(found.reliability.error)),
            ResultFigure("adaptive_ece", self.tr("Calibration error, equal groups"),
                         self.tr("The same in groups of equally many images (adaptive ECE)."),
                         lambda found: percent(found.adaptive.error)),
            ResultFigure("temperature", self.tr("Temperature"),
                         self.tr("Dividing by it makes the network as sure as it may be: above 1 it is too sure."),
                         lambda found: f"{found.temperature.value:.2f}" if found.temperature else None))

    def _group(self, name: str, title: str, figures: tuple[ResultFigure, ...]) -> QFrame:
        frame, column = card(name=f"figures_{name}")
        column.addWidget(label(title, "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for number, figure in enumerate(figures):
            self._add(grid, 2 * number, figure)
        column.addLayout(grid)
        column.addStretch(1)
        return frame

    def _add(self, grid: QGridLayout, row: int, figure: ResultFigure) -> None:
        value = label("", "subheading", name=f"result_{figure.name}")
        value.setAccessibleName(figure.title)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        title, line = label(figure.title), label(figure.help, "caption", wrap=True)
        line.setContentsMargins(0, 0, 0, _ROW_GAP_PX)
        grid.addWidget(title, row, 0)
        grid.addWidget(value, row, 1)
        grid.addWidget(line, row + 1, 0, 1, 2)
        self._rows[figure.name] = (figure, value, (title, value, line))

    def show_assessment(self, found: "Assessment") -> None:
        """Show the figures of ``found``; those without a meaning are left out."""
        for figure, value, labels in self._rows.values():
            text = figure.text(found)
            value.setText(text or "")
            for one in labels:
                one.setVisible(text is not None)

    def text(self, name: str) -> str:
        """Return what the row ``name`` shows; empty while it is left out."""
        return self._rows[name][1].text()


def _share(share: float | None) -> str | None:
    return None if share is None else percent(share)


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:.3f}"
