"""Asks what is to be tried: settings with their values, how they are combined, and what that will take."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from cnnstudio.sweeps.axes import AUGMENTATION, NETWORK, Axis
from cnnstudio.sweeps.effort import Effort, effort
from cnnstudio.ui.cards import SentenceLine, described, label
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.training.sweep_axis_row import SweepAxisRow
from cnnstudio.ui.training.sweep_effort import EffortView
from cnnstudio.ui.training.sweep_method import SweepMethodForm
from cnnstudio.ui.training.sweep_unread import fields_in_order, unread_text
from cnnstudio.workspace.sweep_plan_job import SweepPlanJob, SweepPlanned, SweepRefused, SweepWish

if TYPE_CHECKING:
    from cnnstudio.ui.measuring import Measurer
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.sweep_plan_job import SweepSubject

PLAN_SLOT = "plan a sweep"
_DIALOG_PX = (820, 700)


class SweepDialog(QDialog):
    """Collects a sweep and has it checked; `planned` carries the plan."""

    planned = Signal(object)
    """A `SweepPlan`."""

    def __init__(self, subject: "SweepSubject", measurer: "Measurer", jobs: "JobRunner",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_dialog")
        self.setWindowTitle(self.tr("Try several settings"))
        self.setModal(True)
        self.resize(*_DIALOG_PX)
        self._subject, self._measurer, self._jobs = subject, measurer, jobs
        self._choices = {NETWORK: subject.network_names, AUGMENTATION: subject.augmentation_names}
        self.rows: list[SweepAxisRow] = []
        self.name = described(QLineEdit(f"{subject.folder.name} sweep"), "sweep_name", self.tr("Name"),
                              self.tr("What the sweep is called, here and in a terminal that helps with it."))
        self.name.setMaxLength(100)
        self.name.setTextMargins(6, 0, 0, 0)
        self._name_error = SentenceLine("error", "bad", name="sweep_name_error")
        self._add = described(QPushButton(self.tr("Add a setting")), "sweep_add", self.tr("Add a setting to vary"))
        set_icon(self._add, "add")
        self.method = SweepMethodForm()
        self.effort = EffortView()
        self._error = SentenceLine("error", "bad", name="sweep_error")
        self._start = described(QPushButton(self.tr("Start")), "sweep_start", self.tr("Start trying"))
        self._start.setProperty("primary", True)
        self._build()
        self._connect()
        self.add_row("learning_rate")
        self.add_row("optimizer")

    # building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Try several settings"), "heading"))
        column.addWidget(label(self.tr(
            "Every combination is trained and kept as a run; a plot and a table show which learned best. What is not "
            "varied here stays as it is in the recipe."), "quiet", wrap=True))
        column.addLayout(self._name_line())
        column.addWidget(self._name_error)
        column.addWidget(self._rows_area(), 1)
        column.addWidget(self.method)
        column.addWidget(self.effort)
        column.addWidget(self._error)
        column.addLayout(self._buttons())

    def _name_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(self.tr("Name")))
        row.addWidget(self.name, 1)
        row.addWidget(self._add)
        return row

    def _rows_area(self) -> QScrollArea:
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        area = described(QScrollArea(), "sweep_rows", self.tr("Settings to vary"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self._area, self._inner = area, inner
        return area

    def _buttons(self) -> QHBoxLayout:
        cancel = described(QPushButton(self.tr("Cancel")), "sweep_cancel", self.tr("Close without trying anything"))
        cancel.clicked.connect(self.reject)
        for button in (cancel, self._add):
            button.setAutoDefault(False)
        self._start.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._start)
        return row

    def _connect(self) -> None:
        self._add.clicked.connect(self._on_add)
        self._start.clicked.connect(self._on_start)
        self.name.textChanged.connect(self.refresh)
        self.method.changed.connect(self.refresh)
        self._measurer.changed.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Let the network be measured while this is open."""
        super().showEvent(event)
        self._measurer.watch(self)

    # the settings

    def add_row(self, field: str) -> SweepAxisRow:
        """Vary one setting more."""
        row = SweepAxisRow(fields_in_order(), field, self._subject.train, self._choices)
        row.changed.connect(self.refresh)
        row.removed.connect(self._on_removed)
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        self.refresh()
        return row

    def _on_add(self) -> None:
        used = {row.field for row in self.rows}
        self.add_row(next(field for field in fields_in_order() if field not in used))

    def _on_removed(self, row: SweepAxisRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.deleteLater()
        self.refresh()

    def axes(self) -> tuple[Axis, ...] | None:
        """Return what is tried; None, and sentences in the rows, when something cannot be read."""
        axes = [row.axis() for row in self.rows]
        seen: set[str] = set()
        is_sound = bool(axes) and None not in axes
        for row in self.rows:
            if row.field in seen:
                row.complain(self.tr("This setting is varied above already."))
                is_sound = False
            seen.add(row.field)
        return tuple(axis for axis in axes if axis is not None) if is_sound else None

    def refresh(self, *_: object) -> None:
        """Check the input and say what it amounts to; words of a language may need a wider dialog."""
        held = self._inner.minimumSizeHint().width()
        self._area.setMinimumWidth(held + self._area.verticalScrollBar().sizeHint().width())
        axes = self.axes()
        name = self.name.text().strip()
        self._name_error.say("" if name else self.tr("Give the sweep a name."))
        self._error.say("" if self.rows else self.tr("Add a setting to vary."))
        self._add.setEnabled(len(self.rows) < len(fields_in_order()))
        self._start.setEnabled(axes is not None and bool(name) and not self._jobs.is_running(PLAN_SLOT))
        self.method.show_axes(axes or ())
        work = self._effort(axes) if axes is not None else None
        self.effort.show_effort(work, self._measurer.outlook, unread_text(axes or (), self._subject.train),
                                varies={axis.field for axis in axes or ()}, prunes=self.method.prunes)

    def _effort(self, axes: tuple[Axis, ...]) -> Effort:
        form = self.method
        return effort(axes, is_grid=form.method == "grid", trials=form.trials, seeds=form.seeds,
                      epochs=self._subject.train.epochs)

    # the end

    def _on_start(self) -> None:
        axes, form = self.axes(), self.method
        if axes is None:
            return
        wish = SweepWish(self.name.text().strip(), axes, form.method, form.trials, form.seeds, form.prunes)
        self._jobs.start(SweepPlanJob(self._subject, wish), slot=PLAN_SLOT, quiet=True, on_event=self._on_event,
                         on_failed=self._on_failed, on_finished=self.refresh_start)
        self._start.setEnabled(False)

    def refresh_start(self) -> None:
        """Let *Start* be pressed again."""
        self._start.setEnabled(True)

    def _on_event(self, event: Any) -> None:
        if isinstance(event, SweepPlanned):
            self.planned.emit(event.plan)
            self.accept()
        elif isinstance(event, SweepRefused):
            self._complain(event)

    def _complain(self, refused: SweepRefused) -> None:
        row = next((row for row in self.rows if row.field == refused.field), None)
        if row is not None:
            row.complain(refused.message)
        elif refused.field == "name":
            self._name_error.say(refused.message)
        else:
            self._error.say(refused.message)

    def _on_failed(self, message: str, _details: str) -> None:
        self._error.say(message)
        self.refresh_start()

    def done(self, result: int) -> None:
        """Stop checking and close."""
        self._measurer.changed.disconnect(self.refresh)
        self._jobs.cancel(PLAN_SLOT)
        super().done(result)
