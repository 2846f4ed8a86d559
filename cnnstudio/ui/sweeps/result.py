"""One sweep: its plot above its table, which filter and choose for each other."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from cnnstudio.sweeps.table import LUCK
from cnnstudio.sweeps.trial_row import TrialRow
from cnnstudio.ui.cards import SentenceLine, card, described, label
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.sweeps.columns import row_text, translated
from cnnstudio.ui.sweeps.detail import ChosenLine, chosen_text
from cnnstudio.ui.sweeps.parallel_plot import ParallelPlot
from cnnstudio.ui.sweeps.scales import plot_axes
from cnnstudio.ui.sweeps.table import SweepModel, SweepTable

if TYPE_CHECKING:
    from cnnstudio.sweeps.plan import SweepPlan


class SweepResult(QWidget):
    """Plot, table and the chosen combination."""

    settings_requested = Signal(object)
    """The `TrialRow` whose settings are to be used."""
    run_requested = Signal(object)
    """The `TrialRow` whose run is to be opened."""
    export_requested = Signal()
    copied = Signal(int)
    """How many combinations were put on the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_result")
        self.plan: SweepPlan | None = None
        self.rows: tuple[TrialRow, ...] = ()
        self.plot, self.model = ParallelPlot(), SweepModel(self)
        self.table, self.chosen_line = SweepTable(self.model), ChosenLine()
        self._plotted: list[TrialRow] = []
        self._chosen: int | None = None
        self._luck = SentenceLine("info", "quiet", name="sweep_luck")
        self._search = described(QLineEdit(), "sweep_search", self.tr("Find combinations"))
        self._search.setPlaceholderText(self.tr("Find combinations: words of any column"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(320)
        self._count = label(role="quiet", name="sweep_count")
        self._all = described(QPushButton(self.tr("Show all")), "sweep_all", self.tr("Show all combinations again"))
        self._copy = described(QPushButton(self.tr("Copy")), "sweep_copy_table", self.tr("Copy the table as text"))
        self._export = described(QPushButton(self.tr("Save CSV…")), "sweep_csv", self.tr("Save the table as CSV"))
        set_icon(self._copy, "copy")
        set_icon(self._export, "save")
        self._hint = label(role="caption", name="plot_hint", wrap=True)
        self._on_pointed_at(-1)
        self._build()
        self._connect()

    def _build(self) -> None:
        frame, inside = card(name="plot_card", spacing=4)
        inside.setContentsMargins(8, 8, 8, 4)
        inside.addWidget(self.plot, 1)
        inside.addWidget(self._hint)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setObjectName("sweep_split")
        split.setChildrenCollapsible(False)
        split.addWidget(frame)
        split.addWidget(self._below())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(split, 1)
        column.addWidget(self.chosen_line)

    def _below(self) -> QFrame:
        frame = QFrame()
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget, stretch in ((self._search, 1), (self._count, 0), (self._all, 0)):
            line.addWidget(widget, stretch)
        line.addStretch(1)
        line.addWidget(self._copy)
        line.addWidget(self._export)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._luck)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        return frame

    def _connect(self) -> None:
        self.plot.kept_changed.connect(self._on_filter)
        self.plot.pointed_at.connect(self._on_pointed_at)
        self.plot.chosen.connect(self._on_line_chosen)
        self.plot.activated.connect(self._on_line_activated)
        self.table.chosen.connect(self._on_row_chosen)
        self.table.activated_row.connect(self._on_activated)
        self._search.textChanged.connect(self._on_filter)
        self._all.clicked.connect(self.show_all)
        self._copy.clicked.connect(self._on_copy)
        self._export.clicked.connect(self.export_requested)
        self.chosen_line.settings_requested.connect(self._on_use)
        self.chosen_line.run_requested.connect(self._on_open)

    # showing

    def show_sweep(self, plan: "SweepPlan", rows: tuple[TrialRow, ...]) -> None:
        """Show a sweep; ranges, order and choice stay when it is the one shown already."""
        is_same = self.plan == plan
        if is_same and rows == self.rows:
            return
        self.plan, self.rows = plan, rows
        self._plotted = [row for row in rows if row.combination]
        if not is_same:
            self._chosen = None
            self._search.clear()
        self.model.set_sweep(plan, rows)
        if not is_same:
            self.table.arrange_columns()
        dashed = np.array([row.state != "finished" for row in self._plotted], dtype=bool)
        self.plot.set_lines(plot_axes(plan, self._plotted), self._text_of, dashed, same_axes=is_same)
        self._luck.say(translated(LUCK) if sum(row.mean is not None for row in rows) > 1 else "")
        self._choose(self._chosen)

    def _text_of(self, place: int) -> str:
        return row_text(self._plotted[place], self.plan) if self.plan is not None else ""

    def show_all(self) -> None:
        """Take every filter away."""
        self._search.clear()
        self.plot.clear_ranges()

    def _on_filter(self, *_: object) -> None:
        kept = None
        if self.plot.brushes.ranges:
            kept = {row.number for row, is_kept in zip(self._plotted, self.plot.kept.tolist(), strict=True) if is_kept}
        self.model.set_filter(self._search.text(), kept)
        self.plot.set_shown(np.array([self.model.has_words(row) for row in self._plotted], dtype=bool))
        shown, count = len(self.model.shown), len(self.rows)
        text = self.tr("{shown} of {count} combinations") if shown != count else self.tr("{count} combinations")
        self._count.setText(text.format(shown=f"{shown:,}", count=f"{count:,}"))
        self._all.setVisible(shown != count)
        self.table.choose(self._chosen)

    # choosing

    @property
    def chosen(self) -> TrialRow | None:
        """The combination that is chosen."""
        return next((row for row in self.rows if row.number == self._chosen), None)

    def _choose(self, number: int | None) -> None:
        self._chosen = number
        self.table.choose(number)
        self.plot.set_current(next((place for place, row in enumerate(self._plotted) if row.number == number), -1))
        self.chosen_line.show_row(self.chosen)

    def _on_pointed_at(self, place: int) -> None:
        """Name the line below the pointer at once; a tool tip with all of it follows."""
        self._hint.setText(chosen_text(self._plotted[place]) if place >= 0 else self.tr(
            "Drag along an axis to keep a range of it; a click beside the range keeps all again. Thicker is better. "
            "Point at a line for its values."))

    def _on_line_chosen(self, place: int) -> None:
        self._choose(self._plotted[place].number)

    def _on_row_chosen(self, row: TrialRow | None) -> None:
        self._chosen = row.number if row is not None else None
        self.plot.set_current(self._plotted.index(row) if row in self._plotted else -1)
        self.chosen_line.show_row(row)

    def _on_line_activated(self, place: int) -> None:
        self._on_activated(self._plotted[place])

    def _on_activated(self, row: TrialRow) -> None:
        if row.runs:
            self.run_requested.emit(row)

    # doing

    def _on_use(self) -> None:
        self.settings_requested.emit(self.chosen)

    def _on_open(self) -> None:
        self.run_requested.emit(self.chosen)

    def _on_copy(self) -> None:
        self.table.copy()
        self.copied.emit(self.table.as_text().count("\n"))
