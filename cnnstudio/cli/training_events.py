"""Prints a training as it goes: for the commands train and demo."""

from cnnstudio.cli.assessment_output import evaluation_fields, print_evaluation
from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.cli.verdict_output import VerdictPrinter
from cnnstudio.training.events import (
    EpochEnded,
    StepEnded,
    TrainingContinued,
    TrainingFinished,
    TrainingNotice,
    TrainingPaused,
    TrainingStarted,
)
from cnnstudio.training.metrics import Evaluation
from cnnstudio.wording import counted, translate
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.training_events import (
    EvaluationReady,
    ImagesNotKept,
    RemedyFound,
    RunCreated,
    RunResumed,
    RunSaved,
    SaveFailed,
    ValidationClasses,
)
from cnnstudio.workspace.wakefulness import Wakefulness


class TrainingPrinter:
    """Remembers what the last line of a training needs while its events go by."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._epochs = 0
        self._last: EpochEnded | None = None
        self._rows: dict[int, EpochEnded] = {}
        self._evaluation: Evaluation | None = None
        self._finished: TrainingFinished | None = None
        self._verdict = VerdictPrinter(context)
        self._awake = Wakefulness()

    def show(self, event: object) -> None:
        """Print one event."""
        output = self._context.output
        match event:
            case RunCreated():
                output.text(translate("cli", "Run {path}", path=event.path))
            case RunResumed():
                self._resumed(event)
            case ValidationClasses():
                self._verdict.note_classes(event)
            case TrainingStarted():
                self._started(event)
            case StepEnded():
                output.progress(Progress(event.step, event.steps, translate(
                    "cli", "epoch {epoch} of {epochs}, loss {loss:.4f}", epoch=event.epoch, epochs=self._epochs,
                    loss=event.loss)))
            case EpochEnded():
                self._epoch(event)
            case TrainingFinished():
                self._awake.release()
                self._finished = event
            case SaveFailed() | ImagesNotKept() | TrainingNotice():
                output.warning(event.message)
            case EvaluationReady():
                self._evaluation = event.evaluation
            case RunSaved():
                self._saved(event)
            case _:
                self._trouble(event)

    def _trouble(self, event: object) -> None:
        output = self._context.output
        match event:
            case TrainingPaused():
                self._paused(event)
            case TrainingContinued():
                output.event("continued", epoch=event.epoch, step=event.step)
                output.text(translate("cli", "The images are back, and the training goes on."))
            case RemedyFound():
                output.event("remedy", images=event.images, changes=event.changes)

    def _paused(self, event: TrainingPaused) -> None:
        self._context.output.event("paused", epoch=event.epoch, step=event.step, reason=event.reason)
        self._context.output.warning(translate(
            "cli", "Paused in epoch {epoch}, after step {step}. {reason} The training goes on by itself as soon as it "
            "can; Ctrl-C ends it and keeps the run.", epoch=event.epoch, step=event.step, reason=event.reason))

    def _resumed(self, event: RunResumed) -> None:
        self._rows = {row.epoch: row for row in event.history}
        epoch = len(event.history) + 1
        self._context.output.event("resumed", run=event.path, epochs=len(event.history), epoch=epoch, step=event.step,
                                   notes=event.notes)
        place = translate(
            "cli", "in epoch {epoch}, after step {step}", epoch=epoch, step=event.step) if event.step else translate(
            "cli", "with epoch {epoch}", epoch=epoch)
        self._context.output.text(translate("cli", "Run {path} goes on {place}", path=event.path, place=place))
        for note in event.notes:
            self._context.output.warning(note)

    def _started(self, event: TrainingStarted) -> None:
        self._awake.hold()
        self._epochs = event.epochs
        self._context.output.event(
            "started", device=event.device, threads=event.threads, epochs=event.epochs,
            steps_per_epoch=event.steps_per_epoch, train_images=event.train_images,
            validation_images=event.validation_images, precision=event.precision,
            precision_reason=event.precision_reason, threads_reason=event.threads_reason, processes=event.processes)
        several = translate(
            "cli", "{processes} processes, each with ", processes=event.processes) if event.processes > 1 else ""
        threads = several + counted(event.threads, translate("cli", "1 thread"), translate("cli", "{count} threads"))
        self._context.output.text(
            translate(
                "cli", "{train_images:,} images to learn from, {validation_images:,} to validate, on {device} "
                "({threads}{value}{threads_reason}), with {precision}{other_value}{precision_reason}\n",
                train_images=event.train_images, validation_images=event.validation_images, device=event.device,
                threads=threads, value=': ' if event.threads_reason else '', threads_reason=event.threads_reason,
                precision=event.precision, other_value=': ' if event.precision_reason else '',
                precision_reason=event.precision_reason))
        self._context.output.text(translate(
            "cli", "Epoch   Train loss  accuracy    Val. loss  accuracy   Images/s   Seconds"))

    def _epoch(self, event: EpochEnded) -> None:
        self._rows[event.epoch] = event
        self._context.output.event(
            "epoch", epoch=event.epoch, train_loss=event.train_loss, train_accuracy=event.train_accuracy,
            val_loss=event.val_loss, val_accuracy=event.val_accuracy, images_per_s=event.images_per_s,
            seconds=event.seconds, learning_rate=event.learning_rate, is_best=event.is_best)
        self._context.output.text(
            f"{event.epoch:5}   {event.train_loss:10.4f}  {percent(event.train_accuracy):>8}   {event.val_loss:10.4f}  "
            f"{percent(event.val_accuracy):>8}   {event.images_per_s:8,.0f}   {event.seconds:7.1f}"
            f"{'  ' + translate('cli', 'best') if event.is_best else ''}")
        self._verdict.follow(self._rows.values())

    def _saved(self, event: RunSaved) -> None:
        best = self._rows.get(event.best_epoch)
        evaluation = self._evaluation
        self._context.output.event(
            "finished", run=event.path, status=event.status, epochs=len(self._rows), best_epoch=event.best_epoch,
            val_accuracy=best.val_accuracy if best else None, val_loss=best.val_loss if best else None,
            seconds=self._finished.seconds if self._finished else None,
            message=self._finished.message if self._finished else "",
            verdicts=self._verdict.fields(self._rows.values()),
            evaluation=evaluation_fields(evaluation) if evaluation else None)
        if self._finished is not None:
            self._context.output.text(f"\n{self._finished.message}")
        if evaluation is not None:
            print_evaluation(evaluation, translate(
                "cli", "\nBest weights (epoch {best_epoch}) on {images:,} validation images",
                best_epoch=event.best_epoch, images=evaluation.images), self._context)
        self._verdict.end(self._rows.values())
        self._context.output.text(translate("cli", "\nKept in {path}", path=event.path))
