"""Keeps a training's run on disk while it grows, and goes on when the disk does not."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio.errors import CNNStudioError, JobCancelledError, RunError, StorageError
from cnnstudio.runs.images import RunImages, images_of
from cnnstudio.runs.record import RunRecord, RunStatus
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.events import EpochEnded, TrainingStarted
from cnnstudio.training.metrics import Evaluation

if TYPE_CHECKING:
    from torch import Tensor

    from cnnstudio.training.trainer import Trainer
    from cnnstudio.workspace.training_job import TrainingJob

_INTERRUPTED = "The program was asked to end before the training did."


class RunKeeper:
    """The run of one training: created at once, saved after every epoch, finished or marked as failed.

    The best weights are kept in memory too, so that a full disk does not cost the evaluation.

    Raises
    ------
    StorageError
        When the run's folder cannot be created.
    """

    def __init__(self, directory: Path, record: RunRecord, trainer: "Trainer",
                 images: RunImages | None = None) -> None:
        self._trainer = trainer
        self._best: dict[str, Tensor] = {}
        self._best_is_saved = True
        self._unsaved = ""
        self._run = RunFolder.create(directory, record, images)
        self._record = self._run.record

    @classmethod
    def start(cls, job: "TrainingJob", mean: tuple[float, ...], std: tuple[float, ...],
              trainer: "Trainer") -> "RunKeeper":
        """Create the run of a training that is about to start; it remembers its images. Raises as the constructor."""
        return cls(job.runs_directory, first_record(job, mean, std), trainer, images_of(job.folder, job.splits))

    @property
    def path(self) -> Path:
        """The run's folder."""
        return self._run.path

    def note_start(self, event: TrainingStarted) -> None:
        """Keep what was found out at the start; it is saved with the next save."""
        self._record = self._record.model_copy(
            update={"precision": event.precision, "precision_reason": event.precision_reason})

    def save_epoch(self, row: EpochEnded) -> str:
        """Save the epoch; return why that was not possible, or nothing."""
        self._record = self._record.with_epoch(row)
        if row.is_best:
            self._best = self._copy_weights()
            self._best_is_saved = False
        return self._try_to_save(is_best=row.is_best)

    def save_what_is_missing(self) -> str:
        """Try once more to save the last epoch, if that failed; return why that is still not possible, or nothing."""
        is_best = bool(self._record.history) and self._record.history[-1].is_best
        return self._try_to_save(is_best=is_best) if self._unsaved else ""

    def load_best(self) -> bool:
        """Put the best weights into the module; false when no epoch ended."""
        if self._best:
            self._trainer.module.load_state_dict(self._best)
        return bool(self._best)

    def finish(self, status: RunStatus, message: str, evaluation: Evaluation | None) -> None:
        """Save how it ended.

        Raises
        ------
        StorageError
            When that, or the weights before, could not be saved.
        """
        self._record = self._record.model_copy(
            update={"status": status, "message": message, "evaluation": evaluation})
        if self._unsaved:
            raise StorageError(f"{self._unsaved} The run in {self.path} is as it was when it was saved last.")
        self._run.finish(self._record)

    @contextmanager
    def failure_recorded(self) -> Iterator[None]:
        """Mark the run when the block ends early: as failed with the reason, or as stopped when it is abandoned."""
        try:
            yield
        except (GeneratorExit, KeyboardInterrupt, JobCancelledError):
            self._mark("stopped", _INTERRUPTED)
            raise
        except CNNStudioError as error:
            self._mark("failed", str(error))
            raise
        except Exception as error:
            self._mark("failed", f"Something unexpected went wrong ({type(error).__name__}: {error}).")
            raise

    def _try_to_save(self, *, is_best: bool) -> str:
        try:
            if not (is_best or self._best_is_saved):
                self._save_earlier_best()
            self._run.save_epoch(self._record, self._trainer.module, self._trainer.state(), is_best)
            self._best_is_saved = True
            self._unsaved = ""
        except (StorageError, RunError) as error:
            self._unsaved = str(error)
        return self._unsaved

    def _save_earlier_best(self) -> None:
        """Save the best weights of an epoch whose own save failed; the module has the present ones again after."""
        present = self._copy_weights()
        self.load_best()
        try:
            self._run.save_epoch(self._record, self._trainer.module, self._trainer.state(), is_best=True)
        finally:
            self._trainer.module.load_state_dict(present)

    def _copy_weights(self) -> "dict[str, Tensor]":
        return {name: tensor.detach().clone() for name, tensor in self._trainer.module.state_dict().items()}

    def _mark(self, status: RunStatus, message: str) -> None:
        """Save the status as well as can be: the reason that is on its way matters more."""
        try:
            self._run.finish(self._record.model_copy(update={"status": status, "message": message}))
        except CNNStudioError:
            return


def first_record(job: "TrainingJob", mean: tuple[float, ...], std: tuple[float, ...]) -> RunRecord:
    """Return the record of a training that is about to start."""
    splits: dict[str, Any] = {"train": job.splits.train, "validation": job.splits.validation, "test": job.splits.test}
    return RunRecord(
        name=job.name, network_name=job.network_name, graph=job.document, preprocess=job.preprocess,
        split=job.split_config, augment=job.augment, train=job.train_config, class_names=job.folder.class_names,
        mean=mean, std=std, folder=str(job.folder.root), fingerprint=job.folder.fingerprint,
        counts={name: len(indices) for name, indices in splits.items()})
