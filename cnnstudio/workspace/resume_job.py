"""Goes on with the training of a run, bit for bit as if it had never been interrupted."""

from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.errors import RunError
from cnnstudio.runs.store import RunFolder
from cnnstudio.runs.training_lock import training_lock
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.distributed.processes import ALONE, Processes
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.prepared_training import PreparedTraining, TrainingPlan, failures, prepare, train_to_the_end
from cnnstudio.workspace.progress import Outcome
from cnnstudio.workspace.resuming import Continuation, continuation, differences, modern_state
from cnnstudio.workspace.run_images import TrainedImages, find_images
from cnnstudio.workspace.training_events import RunResumed

if TYPE_CHECKING:
    from cnnstudio.runs.checkpoint import Checkpoint
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.workspace.checkpoint_pace import CheckpointPace
    from cnnstudio.workspace.following_keeper import FollowingKeeper
    from cnnstudio.workspace.run_keeper import RunKeeper

_OLD = ("This run was saved by an earlier version of the program, at the ends of its epochs only. It goes on from the "
        "end of epoch {epoch}.")


@dataclass(frozen=True, slots=True)
class _Opened:
    """A run that goes on."""

    run: RunFolder
    checkpoint: "Checkpoint | None"
    """None when the training ended before its first save: then it begins at its beginning, with the same numbers."""
    state: dict[str, Any]
    goal: Continuation

    @property
    def epochs(self) -> int:
        """Epochs done."""
        return int(self.state.get("epochs", 0))

    @property
    def record(self) -> "RunRecord":
        """What is true of the run from now on: a checkpoint may be older than the last epoch noted."""
        record, rows = self.run.record, self.run.record.history[:self.epochs]
        best = min(rows, key=lambda row: row.val_loss).epoch if rows else 0
        return record.model_copy(update={
            "status": "unfinished", "message": "", "evaluation": None, "history": rows, "best_epoch": best,
            "train": record.train.model_copy(update={"epochs": self.goal.epochs})})


class ResumeJob:
    """Go on with a run: `Progress` (looking through the images) ..., `RunResumed`, then the events of a `TrainingJob`.

    Everything comes from the run: network, recipe, images, labels and splits, random numbers, the place in the epoch.
    Where nothing has changed on the machine, weights and curve are bit for bit those of an uninterrupted training.

    Parameters
    ----------
    more_epochs
        How many epochs more than its recipe says; a training that is complete needs some (see `continuation`).
    control
        What is asked of the training while it runs.
    pace
        When it saves; as the recipe says unless given.
    processes
        Those that train the network together from now on, as many as one likes; the first one keeps the run.

    Raises
    ------
    RunError, ImageFolderError, StorageError, DeviceError, TrainingError
        From `run`: the run is damaged, in use, or complete; its images are gone or have changed; no such device; the
        training cannot go on (the run is kept as failed).
    JobCancelledError
        From `run`, when stopped before the training began; the run is then as it was.
    """

    def __init__(self, path: Path, cache_directory: Path, *, more_epochs: int = 0,
                 control: TrainingControl | None = None, pace: "CheckpointPace | None" = None,
                 processes: Processes = ALONE) -> None:
        self.path, self.cache_directory, self.more_epochs = path, cache_directory, more_epochs
        self.control, self.pace, self.processes = control or TrainingControl(), pace, processes

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Going on with {file}", file=self.path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Train and yield the events."""
        from cnnstudio.data.pixels.source import open_source

        yield Progress(0, 0, translate("workspace", "opening the run"))
        if not self.path.is_dir():
            raise RunError(translate("workspace", "There is no run {path}.", path=self.path))
        with training_lock(self.path) if self.processes.leads else nullcontext():
            opened = self._open()
            images: Outcome[TrainedImages] = Outcome()
            yield from find_images(opened.run, should_stop, images)
            folder = images.get().folder
            with closing(open_source(folder, opened.record.preprocess, self.cache_directory)) as source:
                stop_if_asked(should_stop)
                prepared = prepare(self._plan(opened, images.get()), source, self.control,
                                   self.processes)
                keeper = self._restore(prepared, opened)
                self.processes.texts("ready")  # nobody reads what the first one is about to write anew
                with keeper.failure_recorded():
                    yield self._resumed(prepared, opened)
                    yield from failures(keeper.save())
                    yield from train_to_the_end(prepared, keeper, source, should_stop)

    def _open(self) -> _Opened:
        run = RunFolder.load(self.path)
        checkpoint = run.load_checkpoint() if run.has_checkpoint or run.record.history else None
        state = modern_state(checkpoint.state, run.record) if checkpoint is not None else {}
        goal = continuation(run.record, state.get("epochs", 0), self.more_epochs)
        return _Opened(run, checkpoint, state, goal)

    def _plan(self, opened: _Opened, images: TrainedImages) -> TrainingPlan:
        record = opened.record
        return TrainingPlan(record.graph, images.splits, record.preprocess, record.augment,
                            _as_before(record, self.processes.count),
                            record.class_names, record.mean, record.std, self.cache_directory,
                            start={} if opened.state else opened.run.load_start(), is_restored=bool(opened.state))

    def _restore(self, prepared: PreparedTraining, opened: _Opened) -> "RunKeeper | FollowingKeeper":
        from cnnstudio.workspace.following_keeper import FollowingKeeper
        from cnnstudio.workspace.run_keeper import RunKeeper

        if opened.state:
            patience_from = opened.goal.patience_from or opened.state["patience_from"]
            prepared.trainer.restore(opened.state | {"patience_from": patience_from}, opened.record.history)
        if not self.processes.leads:
            return FollowingKeeper(self.path)
        return RunKeeper.reopen(opened.run, opened.record, opened.checkpoint, prepared.trainer, self.pace)

    def _resumed(self, prepared: PreparedTraining, opened: _Opened) -> RunResumed:
        from cnnstudio.training.devices import describe
        from cnnstudio.training.endings import more_epochs_notice

        before, checkpoint = opened.run.record.train, opened.checkpoint
        notes: list[str] = []
        if checkpoint is not None:
            old = translate("workspace", _OLD, epoch=opened.epochs) if checkpoint.is_old else ""
            notes += [checkpoint.problem, old,
                      differences(opened.record, describe(prepared.trainer.device),
                                  processes=self.processes.count)]
        if opened.goal.epochs != before.epochs:
            notes.append(more_epochs_notice(before, opened.goal.epochs, opened.epochs))
        return RunResumed(self.path, opened.record, opened.record.history, opened.state.get("step", 0),
                          tuple(filter(None, notes)))


def _as_before(record: "RunRecord", processes: int) -> TrainConfig:
    """Return the recipe with what was found out automatically, so that it is not found out otherwise now."""
    threads = record.threads if record.processes == processes else 0
    known = {"precision": record.precision, "threads": threads}
    return record.train.model_copy(update={name: value for name, value in known.items() if value})
