"""What a training came to: accuracy and classes at a glance, and behind them every figure with its explanation."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.ui.cards import EmptyState, described
from cnnstudio.ui.training.certainty_view import CertaintyView
from cnnstudio.ui.training.figures_view import FiguresView
from cnnstudio.ui.training.overview_view import OverviewView
from cnnstudio.ui.training.ranking_view import RankingView
from cnnstudio.ui.training.threshold_view import ThresholdView

if TYPE_CHECKING:
    from cnnstudio.training.assessment import Assessment
    from cnnstudio.training.metrics import Evaluation


@dataclass(frozen=True, slots=True)
class SectionInfo:
    """One section: its name in code, its title, and what builds its view."""

    name: str
    title: str
    build: Callable[[], QWidget]


class ResultsView(QWidget):
    """Five sections, one at a time; those after the first need the answers that a run keeps.

    A section is built and filled when it is first looked at.
    """

    cell_chosen = Signal(int, int)
    look_requested = Signal()
    use_requested = Signal(str)
    """What the run is wanted for, as `RunUseButton.chosen`."""
    measure_requested = Signal()
    """The images of a run that keeps no answers are to be looked at again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overview = OverviewView()
        self.overview.cell_chosen.connect(self.cell_chosen)
        self.overview.look_requested.connect(self.look_requested)
        self.overview.uses.chosen.connect(self.use_requested)
        self._found: Assessment | None = None
        self._infos = self._sections()
        self._views: dict[str, QWidget] = {"overview": self.overview}
        self._filled: dict[str, Assessment] = {}
        self._buttons = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._waiting, self._missing = self._make_waiting(), self._make_missing()
        self._instead: QWidget = self._waiting
        for widget in (_scrolling(self.overview, "overview"), self._waiting, self._missing):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._make_chooser())
        column.addWidget(self._stack, 1)

    def _sections(self) -> tuple[SectionInfo, ...]:
        return (SectionInfo("overview", self.tr("Overview"), QWidget),
                SectionInfo("figures", self.tr("All figures"), FiguresView),
                SectionInfo("ranking", self.tr("ROC curves"), RankingView),
                SectionInfo("certainty", self.tr("Certainty"), CertaintyView),
                SectionInfo("threshold", self.tr("When to answer"), ThresholdView))

    def _make_chooser(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for number, info in enumerate(self._infos):
            button = described(QPushButton(info.title), f"section_{info.name}", info.title)
            button.setCheckable(True)
            button.setProperty("segment", True)
            self._buttons.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._buttons.button(0).setChecked(True)
        self._buttons.idClicked.connect(self._show_current)
        return row

    def _make_waiting(self) -> EmptyState:
        return EmptyState("chart", self.tr("In a moment"), self.tr(
            "Every figure follows from the answers on the validation images; they are on their way."),
            name="results_waiting")

    def _make_missing(self) -> EmptyState:
        state = EmptyState("chart", self.tr("No answers were kept"), self.tr(
            "This run did not keep its answers on the validation images: it is older, or they could not be saved. "
            "Look at the images once more, then every figure is here."),
            self.tr("Measure again"), name="results_missing")
        state.action_requested.connect(self.measure_requested)
        return state

    @property
    def section(self) -> str:
        """The name of the section that is looked at."""
        return self._infos[self._buttons.checkedId()].name

    def show_section(self, name: str) -> None:
        """Look at one of ``"overview"``, ``"figures"``, ``"ranking"``, ``"certainty"`` and ``"threshold"``."""
        self._buttons.button([info.name for info in self._infos].index(name)).setChecked(True)
        self._show_current()

    def _show_current(self, *_: object) -> None:
        if self.section == "overview":
            self._stack.setCurrentIndex(0)
        elif self._found is None:
            self._stack.setCurrentWidget(self._instead)
        else:
            self._stack.setCurrentWidget(self._filled_view(self.section, self._found))

    def _filled_view(self, name: str, found: "Assessment") -> QScrollArea:
        """Return the area of a section with ``found`` in it."""
        if name not in self._views:
            self._views[name] = next(info for info in self._infos if info.name == name).build()
            self._stack.addWidget(_scrolling(self._views[name], name))
        view = self._views[name]
        if self._filled.get(name) is not found:
            view.show_assessment(found)  # type: ignore[attr-defined]  # every section after the first has it
            self._filled[name] = found
        return next(area for area in self._stack.findChildren(QScrollArea) if area.widget() is view)

    def set_review_line(self, line: QWidget) -> None:
        """Put the line about doubtful labels below the accuracy."""
        self.overview.set_review_line(line)

    def show_evaluation(self, evaluation: "Evaluation") -> None:
        """Show what the validation images said about the best weights; the other sections wait for more."""
        self._found, self._instead = None, self._waiting
        self.overview.show_run_name("")
        self.overview.show_evaluation(evaluation)
        self._show_current()

    def show_assessment(self, found: "Assessment", run_name: str) -> None:
        """Show every figure of a run."""
        self._found = found
        self.overview.show_run_name(run_name)
        self.overview.show_evaluation(found.evaluation)
        self._show_current()

    def show_measuring(self) -> None:
        """Say that the other figures are being worked out."""
        self._instead = self._waiting
        self._show_current()

    def show_nothing_kept(self, evaluation: "Evaluation", run_name: str) -> None:
        """Show the first section of a run, and why there is no more."""
        self.show_evaluation(evaluation)
        self.overview.show_run_name(run_name)
        self._instead = self._missing
        self._show_current()


def _scrolling(view: QWidget, name: str) -> QScrollArea:
    """Return ``view`` in an area that scrolls up and down."""
    area = described(QScrollArea(), f"{name}_scroll")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(view)
    return area
