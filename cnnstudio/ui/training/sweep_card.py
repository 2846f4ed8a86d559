"""How far a sweep is: the combination that is trained, the best one so far, and how another terminal can help."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from cnnstudio.sweeps.table import best_first
from cnnstudio.sweeps.words import worker_command
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.field_texts import combination_text
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.theme import code_font
from cnnstudio.ui.training.durations import duration_text

if TYPE_CHECKING:
    from cnnstudio.sweeps.plan import SweepPlan
    from cnnstudio.sweeps.trial_row import TrialRow
    from cnnstudio.workspace.sweep_events import SeedStarted, TrialStarted

_STEPS = 1000


class SweepCard(QFrame):
    """Stands on the Train page while there is a sweep to tell of."""

    show_requested = Signal()
    go_on_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_card")
        self.setProperty("card", True)
        self.rows: dict[int, TrialRow] = {}
        self._plan: SweepPlan | None = None
        self._title = label(role="subheading", name="sweep_title", wrap=True)
        self._where = label(name="sweep_where", wrap=True)
        self._what = label(role="quiet", name="sweep_what", wrap=True)
        self._bar = described(QProgressBar(), "sweep_progress", self.tr("Progress of the sweep"))
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._best = label(role="quiet", name="sweep_best", wrap=True)
        self._show = described(QPushButton(self.tr("Show the table")), "sweep_show", self.tr("Show the table"), self.tr(
            "Every combination so far, as a plot and as a table, on the Runs page."))
        self._go_on = described(QPushButton(self.tr("Go on")), "sweep_go_on", self.tr("Go on with the sweep"), self.tr(
            "Try what is left; a training that was stopped goes on exactly where it was."))
        set_icon(self._go_on, "play")
        self._help = label(role="caption", name="sweep_help", wrap=True)
        self._copy = described(QToolButton(), "sweep_copy", self.tr("Copy the command"), self.tr("Copy the command"))
        set_icon(self._copy, "copy", "quiet", size_px=16)
        self._command = label(name="sweep_command", wrap=True)
        self._command.setFont(code_font(11))
        self._build()
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        for widget in (self._title, self._where, self._what, self._bar, self._best):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._go_on)
        buttons.addWidget(self._show)
        column.addLayout(buttons)
        column.addWidget(self._help)
        line = QHBoxLayout()
        line.addWidget(self._command, 1)
        line.addWidget(self._copy)
        column.addLayout(line)
        self._show.clicked.connect(self.show_requested)
        self._go_on.clicked.connect(self.go_on_requested)
        self._copy.clicked.connect(self._on_copy)

    def show_plan(self, plan: "SweepPlan", rows: "tuple[TrialRow, ...]", runs_directory: Path, *,
                  is_usual: bool) -> None:
        """Begin to tell of a sweep; ``is_usual`` says that its runs are where a command looks for them."""
        self._plan, self.rows = plan, {row.number: row for row in rows}
        self._title.setText(plan.name)
        self._where.setText("")
        self._what.setText("")
        self._help.setText(self.tr("Another terminal helps with:"))
        self._command.setText(worker_command(plan.name, None if is_usual else runs_directory))
        self._show_best()
        self.show_share(0)
        self.set_running(is_running=True)
        self.show()

    def show_trial(self, event: "TrialStarted") -> None:
        """Say which combination is trained now."""
        self._where.setText(self.tr("Combination {number} of {count}").format(
            number=event.number + 1, count=f"{event.count:,}"))
        self._what.setText(combination_text(event.combination))

    def show_seed(self, event: "SeedStarted") -> None:
        """Say which training of the combination runs."""
        if event.trainings > 1:
            self._where.setText(self.tr("Combination {number} of {count}, training {training} of {trainings}").format(
                number=event.trial + 1, count=f"{event.trials:,}", training=event.training, trainings=event.trainings))

    def show_row(self, row: "TrialRow") -> None:
        """Take what came of a combination."""
        self.rows[row.number] = row
        self._show_best()

    def show_rows(self, rows: "tuple[TrialRow, ...]") -> None:
        """Take what came of all combinations, also those that others tried."""
        self.rows = {row.number: row for row in rows}
        self._show_best()

    def show_share(self, share: float, left_s: float | None = None) -> None:
        """Show how much of all is done, 0 to 1, and the time left."""
        self._bar.setValue(round(share * _STEPS))
        self._bar.setToolTip("" if left_s is None else self.tr("About {time} left").format(time=duration_text(left_s)))

    def set_running(self, *, is_running: bool) -> None:
        """Say whether it is being worked on, and offer to go on when it is not and something is left."""
        left = sum(row.state in ("waiting", "running") for row in self.rows.values())
        self._bar.setVisible(is_running)
        self._what.setVisible(is_running)
        self._go_on.setVisible(not is_running and bool(left))
        for widget in (self._help, self._command, self._copy):
            widget.setVisible(is_running and left > 1)
        if not is_running:
            done = len(self.rows) - left
            text = self.tr("All {count} combinations are done.") if not left else self.tr(
                "Stopped: {done} of {count} combinations are done, and all of it is kept.")
            self._where.setText(text.format(done=f"{done:,}", count=f"{len(self.rows):,}"))

    def _show_best(self) -> None:
        """Name the best combination so far, and how many failed or were given up."""
        ended = [row for row in self.rows.values() if row.state == "finished" and row.mean is not None]
        best = best_first(ended)[0] if ended else None
        parts = []
        if best is not None and best.mean is not None:
            parts.append(self.tr("Best so far: {accuracy} %, {combination}.").format(
                accuracy=f"{100 * best.mean:.1f}", combination=combination_text(best.combination)))
        for state, text in (("pruned", self.tr("{count} given up early.")), ("failed", self.tr("{count} failed."))):
            count = sum(row.state == state for row in self.rows.values())
            if count:
                parts.append(text.format(count=f"{count:,}"))
        self._best.setText(" ".join(parts))
        self._best.setVisible(bool(parts))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._command.text())
