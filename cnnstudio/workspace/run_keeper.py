"""Keeps a training's run on disk while it grows, and goes on when the disk does not."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio.errors import CNNStudioError, JobCancelledError, RunError, StorageError
from cnnstudio.runs.images import images_of
from cnnstudio.runs.record import RunRecord, RunStatus
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.events import EpochEnded, TrainingStarted
from cnnstudio.training.metrics import Evaluation
from cnnstudio.wording import translate
from cnnstudio.workspace.checkpoint_pace import CheckpointPace
from cnnstudio.workspace.epoch_keeper import EpochKeeper
from cnnstudio.workspace.full_disk import GOES_ON, bytes_of, full_disk_sentence, is_full_disk
from cnnstudio.workspace.kept_predictions import of_training

if TYPE_CHECKING:
    from torch import Tensor

    from cnnstudio.runs.checkpoint import Checkpoint, Weights
    from cnnstudio.training.predict import Predictions
    from cnnstudio.training.trainer import Trainer
    from cnnstudio.workspace.training_job import TrainingJob

_GONE = ("The folder of this run, {path}, has been removed or renamed, so that nothing more of the training can be "
         "saved. Put it back before the training ends, and everything is saved again.")
_INTERRUPTED = "The program was asked to end before the training did."


class RunKeeper:
    """The run of one training: saved at the ends of epochs and between them, finished or marked as failed.

    What could not be saved, or was not due, is kept in memory for the next save; so a full disk costs nothing as long
    as it passes, and never the evaluation.

    Parameters
    ----------
    run : nobody else trains it (see `training_lock`)
    pace : when a save is due; by the recipe unless given
    """

    def __init__(self, run: RunFolder, trainer: "Trainer", pace: CheckpointPace | None = None) -> None:
        self._run, self._record, self._trainer = run, run.record, trainer
        self._pace = pace or CheckpointPace(run.record.train.checkpoint_s)
        self._epochs = EpochKeeper(run.path, epochs_kept_of(run.record))
        self._last: Weights | None = None
        self._best: dict[str, Tensor] = {}
        self._best_is_saved = True
        self._unsaved = ""
        self._saved = run.record
        self._is_current = False

    @classmethod
    def start(cls, job: "TrainingJob", mean: tuple[float, ...], std: tuple[float, ...],
              trainer: "Trainer") -> "RunKeeper":
        """Create the run of a training that is about to start; it remembers its images.

        Raises
        ------
        StorageError
            When the run's folder cannot be created.
        """
        images = images_of(job.folder, job.splits)
        start = job.start.tensors if job.start is not None else None
        run = RunFolder.create(job.runs_directory, first_record(job, mean, std), images, start)
        return cls(run, trainer, job.pace)

    @classmethod
    def reopen(cls, run: RunFolder, record: RunRecord, checkpoint: "Checkpoint | None", trainer: "Trainer",
               pace: CheckpointPace | None = None) -> "RunKeeper":
        """Keep the run of a training that goes on from ``checkpoint``; ``record`` is what is true from now on."""
        keeper = cls(run, trainer, pace)
        keeper._record = record
        keeper._best = _copied((checkpoint and checkpoint.best) or {})
        if checkpoint and checkpoint.problem:  # what the manifest names now is damaged
            keeper._last, keeper._best_is_saved = checkpoint.last, not keeper._best
        keeper._epochs.go_on_after(len(record.history))
        return keeper

    @property
    def path(self) -> Path:
        """The run's folder."""
        return self._run.path

    @property
    def record(self) -> RunRecord:
        """What is known of the training by now."""
        return self._record

    def note_start(self, event: TrainingStarted) -> None:
        """Keep what was found out at the start; it is saved with the next save."""
        found: dict[str, Any] = {"precision": event.precision, "threads": event.threads, "device": event.device,
                                 "processes": event.processes}
        if event.precision != self._record.precision:  # of a resumed training the first reason is the true one
            found["precision_reason"] = event.precision_reason
        self._record = self._record.model_copy(update=found)
        if not self._record.history and not self._trainer.state().get("step"):
            self._epochs.keep(0, self._trainer.module, self._trainer.result_weights())

    def take_notices(self) -> tuple[str, ...]:
        """Return what is to be told of keeping single epochs; it is noted, too."""
        found = self._epochs.take_notices()
        for text in found:
            self.note(text)
        return found

    def note(self, text: str) -> None:
        """Keep a sentence that was told to the user; it is saved with the next save."""
        self._record = self._record.with_notice(text)

    @property
    def unsaved(self) -> str:
        """Why the last save failed; empty when it did not."""
        return self._unsaved

    def epoch_ended(self, row: EpochEnded) -> str:
        """Note the epoch and save, if that is due; return why that was not possible, or nothing."""
        self._record, self._is_current = self._record.with_epoch(row), False
        is_due = self._pace.is_due_after_epoch
        result: Weights = self._trainer.result_weights()
        self._epochs.keep(row.epoch, self._trainer.module, result)
        if row.is_best:
            self._best, self._best_is_saved = _copied(result), False
        self._last = result if is_due else self._best if row.is_best else _copied(result)
        return self.save() if is_due else ""

    def step_ended(self) -> str:
        """Save, if that is due within an epoch; return why that was not possible, or nothing."""
        self._is_current = False
        return self.save() if self._pace.is_due else ""

    def save_rest(self) -> str:
        """Save unless that has just been done; return why it was not possible, or nothing."""
        return "" if self._is_current else self.save()

    def save(self) -> str:
        """Save everything as it is between two steps; return why that was not possible, or nothing."""
        self._record = self._record.model_copy(update={"train": self._record.train.model_copy(
            update={"epochs": self._trainer.config.epochs})})
        best: Weights | None = None if self._best_is_saved else self._best
        if best and self._record.history[-1].is_best and self._last is not None:
            best = self._last  # the same numbers, written once
        state = self._trainer.state()
        try:
            with self._pace.saving():
                self._run.save_checkpoint(self._record, state, last=self._last, best=best)
        except (StorageError, RunError) as error:
            self._unsaved = str(error) if self.path.is_dir() else translate("workspace", _GONE, path=self.path)
            if is_full_disk(error):
                self._unsaved = full_disk_sentence(
                    self.path, bytes_of((state, self._last, best))) + translate("workspace", GOES_ON)
            self._last = None if self._last is None else _copied(self._last)
        else:
            self._unsaved, self._last, self._best_is_saved = "", None, True
            self._saved, self._is_current = self._record, True
        return self._unsaved

    def load_best(self) -> bool:
        """Put the best weights into the module, whose training is over; false when no epoch ended."""
        self._is_current = True
        if self._best:
            self._trainer.module.load_state_dict(self._best)
        return bool(self._best)

    def keep_predictions(self, predictions: "Predictions") -> str:
        """Keep what the best weights answered on the validation images; return why that failed, or nothing."""
        try:
            self._run.save_predictions(of_training(predictions, self._record.best_epoch))
        except (StorageError, RunError) as error:
            return str(error)
        return ""

    def finish(self, status: RunStatus, message: str, evaluation: Evaluation | None) -> None:
        """Save how it ended.

        Raises
        ------
        StorageError
            When that, or the weights before, could not be saved.
        """
        self._epochs.close()
        self.take_notices()
        self._record = self._record.model_copy(
            update={"status": status, "message": message, "evaluation": evaluation})
        if not self.path.is_dir():
            raise StorageError(translate("workspace", _GONE, path=self.path))
        if self._unsaved:
            raise StorageError(translate(
                "workspace", "{problem} The run in {path} is as it was when it was saved last: it can go on from "
                "there.", problem=self._unsaved.removesuffix(translate("workspace", GOES_ON)), path=self.path))
        self._run.finish(self._record)

    @contextmanager
    def failure_recorded(self) -> Iterator[None]:
        """Mark the run when the block ends early: as failed with the reason, or as stopped when it is abandoned."""
        try:
            yield
        except (GeneratorExit, KeyboardInterrupt, JobCancelledError):
            self.save_rest()
            self._mark("stopped", translate("workspace", _INTERRUPTED))
            raise
        except CNNStudioError as error:
            self.save_rest()
            self._mark("failed", str(error))
            raise
        except Exception as error:
            self._mark("failed", translate(
                "workspace", "Something unexpected went wrong ({name}: {reason}).", name=type(error).__name__,
                reason=error))
            raise
        finally:
            self._epochs.close()

    def _mark(self, status: RunStatus, message: str) -> None:
        """Save the status as well as can be, beside what was saved last: the reason on its way matters more."""
        try:
            self._run.finish(self._saved.model_copy(update={"status": status, "message": message}))
        except CNNStudioError:
            return


def _copied(weights: "Mapping[str, Tensor]") -> "dict[str, Tensor]":
    return {name: tensor.detach().clone() for name, tensor in weights.items()}


def epochs_kept_of(record: RunRecord) -> int:
    """Return of how many epochs a training keeps the weights: of the many of a sweep nobody looks back at each."""
    is_of_sweep = record.group is not None and record.group.kind == "sweep"
    return 0 if is_of_sweep else record.train.kept_epochs


def first_record(job: "TrainingJob", mean: tuple[float, ...], std: tuple[float, ...]) -> RunRecord:
    """Return the record of a training that is about to start."""
    splits: dict[str, Any] = {"train": job.splits.train, "validation": job.splits.validation, "test": job.splits.test}
    return RunRecord(
        name=job.name, network_name=job.network_name, graph=job.document, preprocess=job.preprocess,
        split=job.split_config, augment=job.augment, train=job.train_config, class_names=job.folder.class_names,
        mean=mean, std=std, folder=str(job.folder.root), fingerprint=job.folder.fingerprint,
        counts={name: len(indices) for name, indices in splits.items()}, group=job.group,
        start=job.start.start if job.start is not None else None)
