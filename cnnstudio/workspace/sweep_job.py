"""Takes part in a sweep: tries one combination of settings after the other until none is left."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.split import split
from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.errors import CNNStudioError, InputError, JobCancelledError, RunError
from cnnstudio.network.document import from_document
from cnnstudio.runs.group import RunGroup
from cnnstudio.runs.store import RunFolder
from cnnstudio.runs.training_lock import is_being_trained
from cnnstudio.sweeps.axes import apply, run_words
from cnnstudio.sweeps.study import Sweep
from cnnstudio.sweeps.trial import Trial
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import EpochEnded
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.resume_job import ResumeJob
from cnnstudio.workspace.sweep_events import SeedStarted, SweepEnded, SweepStarted, TrialEnded, TrialStarted
from cnnstudio.workspace.training_events import EvaluationReady, RunCreated, RunResumed, RunSaved
from cnnstudio.workspace.training_job import TrainingJob

__all__ = ["SeedStarted", "SweepEnded", "SweepJob", "SweepStarted", "TrialEnded", "TrialStarted"]


@dataclass(slots=True)
class _Attempt:
    """A combination that is being tried."""

    trial: Trial
    is_hopeless: bool = False


class SweepJob:
    """Try combinations: `SweepStarted`, `TrialStarted`, `SeedStarted`, training events ..., `TrialEnded`, `SweepEnded`.

    A combination that cannot be trained (a rate at which the loss is no number any more, a network too large for the
    memory) is noted with its reason and the next one is tried. Each training is kept as a run like any other. What a
    process left unfinished that was stopped or died goes on exactly where it was, when its run is on this machine.

    Parameters
    ----------
    sweep : in its database
    folder : the images of its plan, with the user's decisions in force
    control : what is asked of its trainings while they run: a pause

    Raises
    ------
    InputError
        When these are not the images the sweep is about.
    StorageError
        From `run`, when runs cannot be kept or the database cannot be used.
    JobCancelledError
        From `run`, when stopped; the combination that was being tried is left to others.
    """

    def __init__(self, sweep: Sweep, folder: ImageFolder, runs_directory: Path, cache_directory: Path, *,
                 control: TrainingControl | None = None) -> None:
        if folder.fingerprint != sweep.plan.fingerprint:
            raise InputError(translate(
                "workspace", "The images in {root} are not those the sweep {plan!r} began with: files or decisions "
                "about them have changed. Make a new sweep, or bring the images back.", root=folder.root,
                plan=sweep.plan.name))
        self.sweep, self.folder = sweep, folder
        self.runs_directory, self.cache_directory = runs_directory, cache_directory
        self.control = control or TrainingControl()
        self.splits = split(folder, sweep.plan.split)

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Trying settings: {plan}", plan=self.sweep.plan.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Try combinations and yield the events."""
        self.sweep.take_back(self._is_left)
        yield SweepStarted(self.sweep.plan, self.sweep.rows())
        while (trial := self.sweep.next_trial()) is not None:
            yield TrialStarted(trial.number, trial.combination, self.sweep.plan.trial_count)
            with trial.alive():
                try:
                    yield from self._try(_Attempt(trial), should_stop)
                except BaseException:  # also when the job is dropped, or there is a fault in the program
                    trial.put_back()
                    raise
            yield TrialEnded(self.sweep.row(trial.number))
        yield SweepEnded(self.sweep.rows())

    def _is_left(self, name: str) -> bool:
        path = self.runs_directory / name
        return path.is_dir() and not is_being_trained(path)

    def _try(self, attempt: _Attempt, should_stop: ShouldStop) -> Generator[object, None, None]:
        plan, trial = self.sweep.plan, attempt.trial
        done = trial.progress
        try:
            config = apply(plan.train, trial.combination)
            for number in range(len(done.accuracies), plan.seeds):
                stop_if_asked(should_stop)
                yield SeedStarted(trial.number, plan.trial_count, number + 1, plan.seeds)
                yield from self._train(attempt, config.model_copy(update={"seed": config.seed + number}), should_stop)
                if attempt.is_hopeless:
                    trial.give_up(done.accuracies, done.runs, translate(
                        "workspace", "Given up: most others were better by then."))
                    return
        except JobCancelledError:
            raise
        except CNNStudioError as error:
            trial.fail([*done.runs, *filter(None, [done.unfinished])], str(error))
            return
        trial.finish(done.accuracies, done.runs)

    def _train(self, attempt: _Attempt, config: TrainConfig, should_stop: ShouldStop) -> Iterator[object]:
        """Train once, or go on with what was left; note the accuracy of the best weights."""
        def is_over() -> bool:
            return should_stop() or attempt.is_hopeless

        left = attempt.trial.progress.unfinished
        if left and (self.runs_directory / left).is_dir():
            try:
                job = ResumeJob(self.runs_directory / left, self.cache_directory, control=self.control)
                yield from self._noted(attempt, job.run(is_over), config)
            except RunError:  # it is damaged, or was complete: nothing is lost but time
                attempt.trial.progress.unfinished = ""
            else:
                stop_if_asked(should_stop)
                return
        yield from self._noted(attempt, self._job(attempt.trial, config).run(is_over), config)
        stop_if_asked(should_stop)

    def _noted(self, attempt: _Attempt, events: Iterator[object], config: TrainConfig) -> Iterator[object]:
        """Keep in the database how far the combination is, and ask it whether there is hope."""
        trial, done = attempt.trial, attempt.trial.progress
        may_give_up = config.seed == self.sweep.plan.train.seed  # the other seeds are for the deviation
        accuracies: list[float] = []
        for event in events:
            match event:
                case RunCreated() | RunResumed():
                    self._begin_run(attempt, event)
                case EpochEnded() if may_give_up:
                    attempt.is_hopeless = trial.report(event.epoch, event.val_accuracy)
                case EvaluationReady():
                    accuracies = [event.evaluation.accuracy]
                case RunSaved() if event.status != "stopped" or attempt.is_hopeless:
                    done.accuracies += accuracies
                    done.runs.append(event.path.name)
                    done.unfinished = ""
                    trial.note()
            yield event

    def _begin_run(self, attempt: _Attempt, event: RunCreated | RunResumed) -> None:
        """Note the run, and give it a tag; tell anew what a run that goes on had reached."""
        attempt.trial.progress.unfinished = event.path.name
        attempt.trial.note()
        if isinstance(event, RunCreated):
            RunFolder.load(event.path).annotate(tags=[self.sweep.plan.name])
        else:
            for row in event.history:
                attempt.trial.report(row.epoch, row.val_accuracy)

    def _job(self, trial: Trial, config: TrainConfig) -> TrainingJob:
        plan = self.sweep.plan
        name, document = plan.network_of(trial.combination)
        seed = translate("workspace", ", seed {seed}", seed=config.seed) if plan.seeds > 1 else ""
        group = RunGroup(
            key=plan.group_key, kind="sweep", name=plan.name, count=plan.trial_count * plan.seeds,
            number=trial.number * plan.seeds + config.seed - plan.train.seed + 1)
        return TrainingJob(
            self.folder, self.splits, plan.preprocess, plan.augmentation_of(trial.combination), plan.split,
            from_document(document), name, config, self.runs_directory, self.cache_directory, control=self.control,
            name=f"{plan.name} {trial.number + 1}: {run_words(trial.combination)}{seed}"[:200], group=group)
