"""How the training goes: its state, what can be done, the figures of the moment and the verdict in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cnnstudio.training.events import EpochEnded, StepEnded, TrainingFinished, TrainingPaused, TrainingStarted
from cnnstudio.ui.cards import SentenceLine, card, described, label, plain_tip
from cnnstudio.ui.training.controls import TrainingControls
from cnnstudio.ui.training.durations import duration_text
from cnnstudio.ui.training.figure_table import NOTHING, FigureTable
from cnnstudio.ui.training.readiness import Obstacle
from cnnstudio.ui.training.session import SessionState
from cnnstudio.ui.training.verdict_card import VerdictCard
from cnnstudio.workspace.jobs import Progress

if TYPE_CHECKING:
    from cnnstudio.training.metrics import Evaluation
    from cnnstudio.workspace.training_events import RemedyFound

_BAR_STEPS = 1000
_IMAGES_NAMED = 60


class ProgressPanel(QWidget):
    """The right column of the Train page."""

    navigate_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_panel")
        self._obstacle: Obstacle | None = None
        self._state = SessionState.IDLE
        self._epochs = 1
        self._heading = label("", "heading", name="training_state")
        self.controls, self._mend = TrainingControls(), self._make_mend()
        self._reason = SentenceLine("warning", "warning", name="start_reason")
        self._error = SentenceLine("error", "bad", name="training_error")
        self._waiting = SentenceLine("warning", "warning", name="pause_reason")
        self._bar = self._make_bar()
        self._note = label("", "quiet", name="step_label", wrap=True)
        self.figures = FigureTable()
        self.verdict = VerdictCard()
        self._forecast, self._forecast_column = card(name="forecast_card")
        self._forecast_column.addWidget(label(self.tr("What it will take"), "heading"))
        self._build()
        self.set_state(SessionState.IDLE)

    # building

    def _make_mend(self) -> QPushButton:
        button = described(QPushButton(), "mend_button", "", self.tr("Go to the page where this can be mended."))
        button.clicked.connect(self._on_mend)
        return button

    def _make_bar(self) -> QProgressBar:
        bar = described(QProgressBar(), "training_progress", self.tr("Progress of the training"))
        bar.setRange(0, _BAR_STEPS)
        bar.setTextVisible(False)
        return bar

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._control_card())
        column.addWidget(self.verdict)
        column.addWidget(self._forecast)
        column.addStretch(1)

    def _control_card(self) -> QFrame:
        frame, inner = card(name="control_card")
        for widget in (self._heading, self._reason, self._mend, self._error, self._bar, self._note, self._waiting,
                       self.controls, self.figures):
            inner.addWidget(widget)
        return frame

    def add_card(self, card: QWidget) -> None:
        """Show a card right below the buttons."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, card)

    def show_forecast(self, forecast: QWidget) -> None:
        """Show what a training will take, whenever none runs."""
        self._forecast_column.addWidget(forecast)

    # what can be done

    def _titles(self) -> dict[SessionState, str]:
        return {
            SessionState.IDLE: self.tr("Ready to train"), SessionState.PREPARING: self.tr("Preparing"),
            SessionState.TRAINING: self.tr("Training"), SessionState.PAUSED: self.tr("Paused"),
            SessionState.STOPPING: self.tr("Stopping…"),
            SessionState.SAVING: self.tr("Measuring and saving…"), SessionState.FINISHED: self.tr("Finished"),
            SessionState.STOPPED: self.tr("Stopped"), SessionState.FAILED: self.tr("Not finished")}

    def set_state(self, state: SessionState) -> None:
        """Show ``state`` and offer what can be done in it."""
        self._state = state
        if state is SessionState.PREPARING:
            self._begin()
        if state is SessionState.STOPPING:
            self._note.setText(self.tr("Ends after this batch; what was learned is kept."))
        if state is not SessionState.PAUSED:
            self._waiting.say("")
        self._refresh()

    def _begin(self) -> None:
        self._bar.setValue(0)
        self.figures.clear()
        self.verdict.clear()
        self._error.say("")
        self._error.setToolTip("")
        self.controls.show_remedy({})
        self._note.setText(self.tr("Loading the engine"))

    def set_obstacle(self, obstacle: Obstacle | None) -> None:
        """Say why Start is not possible; None makes it possible."""
        self._obstacle = obstacle
        self._refresh()

    def _refresh(self) -> None:
        busy, obstacle = self._state.is_busy, self._obstacle
        blocked = obstacle is not None and not busy
        idle = self._state is SessionState.IDLE
        self._heading.setText(self.tr("Not ready yet") if blocked and idle else self._titles()[self._state])
        self.controls.show_state(self._state, is_blocked=blocked)
        self._reason.say(obstacle.text if blocked and obstacle else "")
        self._mend.setText(obstacle.page_title if obstacle else "")
        self._mend.setAccessibleName(self._mend.text())
        self._mend.setVisible(blocked and obstacle is not None and bool(obstacle.page))
        self._note.setVisible(not idle)
        self._bar.setVisible(busy)
        self._forecast.setVisible(not busy and self._state is not SessionState.FAILED)
        self.figures.setVisible(not idle)

    def _on_mend(self) -> None:
        if self._obstacle is not None:
            self.navigate_requested.emit(self._obstacle.page)

    # what happens

    def show_preparation(self, event: Progress) -> None:
        """Show how far the images are prepared."""
        self._bar.setValue(round(_BAR_STEPS * event.done / event.total) if event.total else 0)
        amount = f" {event.done:,} / {event.total:,}" if event.total else ""
        self._note.setText(f"{event.text[:1].upper()}{event.text[1:]}{amount}")

    def show_started(self, event: TrainingStarted) -> None:
        """Show where it runs."""
        self._epochs = event.epochs
        self._note.setText(self.tr("Computing the first step"))
        text = event.device if event.device != "cpu" else self.tr("CPU, {count} threads").format(count=event.threads)
        if event.device == "cpu" and event.threads == 1:
            text = self.tr("CPU, 1 thread")
        reasons = [f"{text}: {event.threads_reason}" if event.threads_reason else "",
                   f"{event.precision}: {event.precision_reason}" if event.precision_reason else ""]
        self.figures.set("device", f"{text}, {event.precision}", "\n".join(filter(None, reasons)))

    def show_step(self, event: StepEnded, elapsed_s: float, left_s: float | None) -> None:
        """Show where the training is, for how long it has worked and how long it will."""
        done = (event.epoch - 1 + event.step / event.steps) / self._epochs
        self._bar.setValue(round(done * _BAR_STEPS))
        self._note.setText(self.tr("Epoch {epoch} of {epochs}, step {step} of {steps}").format(
            epoch=event.epoch, epochs=self._epochs, step=event.step, steps=event.steps))
        self.figures.set("left", NOTHING if left_s is None else duration_text(left_s))
        self.figures.set("elapsed", duration_text(elapsed_s))
        self.figures.set("speed", f"{event.images_per_s:,.0f}")

    def show_pause(self, event: TrainingPaused) -> None:
        """Show where the training waits, and why when that was not the user's wish."""
        begun = event.epoch > 1 or event.step > 0
        text = self.tr("Paused in epoch {epoch}, after step {step}. All of it is kept.") if begun else self.tr(
            "Waiting before the first step.")
        self._note.setText(text.format(epoch=event.epoch, step=event.step))
        self._waiting.say(self.tr("{reason} The training goes on by itself as soon as it can.").format(
            reason=event.reason) if event.reason else "")
        self.figures.set("left", NOTHING)

    def set_epochs(self, epochs: int) -> None:
        """Say how many epochs there will be."""
        self._epochs = max(1, epochs)

    def show_epoch(self, event: EpochEnded) -> None:
        """Show the validation accuracy and which epoch is the best."""
        self.figures.set("accuracy", f"{100 * event.val_accuracy:.1f} %")
        self.figures.set("speed", f"{event.images_per_s:,.0f}")
        if event.is_best:
            self.figures.set("best", f"{event.epoch}")

    def show_end(self, event: TrainingFinished) -> None:
        """Show the closing sentence."""
        self._bar.setValue(_BAR_STEPS)
        self._note.setText(event.message)
        self.figures.set("left", NOTHING)
        self.figures.set("elapsed", duration_text(event.seconds))

    def show_evaluation(self, evaluation: "Evaluation") -> None:
        """Show the accuracy of the weights that are kept, which need not be those of the last epoch."""
        self.figures.set("accuracy", f"{100 * evaluation.accuracy:.1f} %")

    def show_remedy(self, remedy: "RemedyFound") -> None:
        """Offer to start again with what would mend the failure; all its images are in the tool tip."""
        self.controls.show_remedy(remedy.changes)
        self._error.setToolTip(plain_tip("\n".join(remedy.images[:_IMAGES_NAMED])))

    def show_error(self, message: str) -> None:
        """Say why the training could not go on."""
        self._error.say(message)
        self._waiting.say("")
        self.figures.set("left", NOTHING)
        self._note.clear()
