"""Takes part in a sweep: tries one combination of settings after the other until none is left."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.split import split
from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.errors import CNNStudioError, InputError, JobCancelledError
from cnnstudio.network.document import from_document
from cnnstudio.runs.store import RunFolder
from cnnstudio.sweeps.axes import Combination, apply, in_words
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.study import Sweep, Trial, TrialRow
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.training_events import EvaluationReady, RunCreated, RunSaved
from cnnstudio.workspace.training_job import TrainingJob


@dataclass(frozen=True, slots=True)
class TrialStarted:
    """A combination is about to be tried."""

    number: int
    combination: Combination


@dataclass(frozen=True, slots=True)
class TrialEnded:
    """What came of a combination."""

    row: TrialRow


@dataclass(frozen=True, slots=True)
class SweepEnded:
    """No combination is left for this process; the result of a `SweepJob`."""

    rows: tuple[TrialRow, ...]


@dataclass(slots=True)
class _Attempt:
    """The trainings of one combination so far."""

    trial: Trial
    accuracies: list[float] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)
    is_hopeless: bool = False


class SweepJob:
    """Try combinations: `TrialStarted`, the events of its trainings ..., `TrialEnded`, ..., `SweepEnded`.

    A combination that cannot be trained (a rate at which the loss is no number any more, a network too large for the
    memory) is noted with its reason and the next one is tried. Each training is kept as a run like any other.

    Parameters
    ----------
    sweep : in its database
    folder : the images of its plan, with the user's decisions in force

    Raises
    ------
    InputError
        When these are not the images the sweep is about.
    StorageError
        From `run`, when runs cannot be kept or the database cannot be used.
    JobCancelledError
        From `run`, when stopped; the combination that was being tried is left to others.
    """

    def __init__(self, sweep: Sweep, folder: ImageFolder, runs_directory: Path, cache_directory: Path) -> None:
        if folder.fingerprint != sweep.plan.fingerprint:
            raise InputError(f"The images in {folder.root} are not those the sweep {sweep.plan.name!r} began with: "
                             "files or decisions about them have changed. Make a new sweep, or bring the images back.")
        self.sweep, self.folder = sweep, folder
        self.runs_directory, self.cache_directory = runs_directory, cache_directory
        self.splits = split(folder, sweep.plan.split)

    @property
    def title(self) -> str:
        """What the status line says."""
        return f"Trying settings: {self.sweep.plan.name}"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Try combinations and yield the events."""
        while (trial := self.sweep.next_trial()) is not None:
            yield TrialStarted(trial.number, trial.combination)
            attempt = _Attempt(trial)
            try:
                yield from self._try(attempt, should_stop)
            except (JobCancelledError, GeneratorExit, KeyboardInterrupt):
                trial.put_back()
                raise
            yield TrialEnded(self.sweep.row(trial.number))
        yield SweepEnded(self.sweep.rows())

    def _try(self, attempt: _Attempt, should_stop: ShouldStop) -> Generator[object, None, None]:
        plan, trial = self.sweep.plan, attempt.trial
        try:
            config = apply(plan.train, trial.combination)
            for seed in range(config.seed, config.seed + plan.seeds):
                stop_if_asked(should_stop)
                yield from self._train(attempt, config.model_copy(update={"seed": seed}), should_stop)
                if attempt.is_hopeless:
                    trial.give_up(attempt.accuracies, attempt.runs, "Given up: most others were better by then.")
                    return
        except JobCancelledError:
            raise
        except CNNStudioError as error:
            trial.fail(attempt.runs, str(error))
            return
        trial.finish(attempt.accuracies, attempt.runs)

    def _train(self, attempt: _Attempt, config: TrainConfig, should_stop: ShouldStop) -> Iterator[object]:
        """Train once; note the accuracy of the best weights."""
        trial = attempt.trial
        may_give_up = config.seed == self.sweep.plan.train.seed  # the other seeds are for the deviation
        for event in self._job(trial, config).run(lambda: should_stop() or attempt.is_hopeless):
            yield event
            match event:
                case RunCreated():
                    RunFolder.load(event.path).annotate(tags=[self.sweep.plan.name])
                case StepEnded():
                    trial.beat()
                case EpochEnded() if may_give_up:
                    attempt.is_hopeless = trial.report(event.epoch, event.val_accuracy)
                case EvaluationReady():
                    attempt.accuracies.append(event.evaluation.accuracy)
                case RunSaved():
                    attempt.runs.append(event.path.name)
        stop_if_asked(should_stop)

    def _job(self, trial: Trial, config: TrainConfig) -> TrainingJob:
        plan: SweepPlan = self.sweep.plan
        name, document = plan.network_of(trial.combination)
        seed = f", seed {config.seed}" if plan.seeds > 1 else ""
        return TrainingJob(
            self.folder, self.splits, plan.preprocess, plan.augmentation_of(trial.combination), plan.split,
            from_document(document), name, config, self.runs_directory, self.cache_directory,
            name=f"{plan.name} {trial.number + 1}: {in_words(trial.combination)}{seed}"[:200])
