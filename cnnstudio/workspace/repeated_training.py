"""Trains a network several times, with other seeds or on every fold, as one experiment that can be taken up again."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from cnnstudio.data.split import Splits, split
from cnnstudio.errors import InputError, JobCancelledError, RunError, TrainingError
from cnnstudio.network.document import from_document
from cnnstudio.runs.group import RunGroup
from cnnstudio.runs.group_folder import (
    GroupPlan,
    group_path,
    images_document,
    new_key,
    places_text,
    read_plan,
    remove_group_folder,
    save_plan,
    seeded,
)
from cnnstudio.runs.group_results import GroupSummary, number_of, summarize_group
from cnnstudio.runs.images import images_of
from cnnstudio.runs.record import utc_now
from cnnstudio.runs.summaries import RunSummary, list_runs, summarize
from cnnstudio.runs.training_lock import training_lock
from cnnstudio.training.control import TrainingControl
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.progress import Outcome
from cnnstudio.workspace.repeat_events import MemberEnded, MemberFailed, MemberStarted, RepeatEnded, RepeatStarted
from cnnstudio.workspace.resume_job import ResumeJob
from cnnstudio.workspace.run_images import TrainedImages, images_in_folder
from cnnstudio.workspace.training_events import RunCreated, RunResumed, RunSaved
from cnnstudio.workspace.training_job import TrainingJob, check_writable

if TYPE_CHECKING:
    from cnnstudio.data.config import SplitConfig
    from cnnstudio.training.config import TrainConfig
    from cnnstudio.workspace.checkpoint_pace import CheckpointPace

__all__ = ["ContinueRepeatJob", "MemberEnded", "MemberFailed", "MemberStarted", "RepeatEnded", "RepeatStarted",
           "RepeatedTrainingJob"]

RepeatKind = Literal["seeds", "folds"]
MOST_REPEATS = 100
_Members = dict[int, Callable[[], TrainingJob | ResumeJob]]


class _Repeat:
    """The trainings of one group, one after the other, in a thread."""

    def __init__(self, directory: Path, plan: GroupPlan, members: _Members, found: dict[int, Path]) -> None:
        self.directory, self.plan = directory, plan
        self.members, self.paths = members, found
        self.place = 0
        self.failed = 0

    @property
    def count(self) -> int:
        """Trainings in all."""
        return self.plan.group.count

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Train what is to be trained: `RepeatStarted`, ..., `RepeatEnded`."""
        group = self.plan.group
        with training_lock(group_path(self.directory, group.key)):
            yield RepeatStarted(group.key, group.kind, group.name, group.count, group.count - len(self.members))
            for number, make in self.members.items():
                self.place = number
                yield MemberStarted(number, group.count, words_of(self.plan, number))
                try:
                    yield from self._train(number, make(), should_stop)
                except TrainingError as error:
                    yield from self._failed(number, error)
                except JobCancelledError:
                    if not self.paths:
                        raise
                if self.paths:
                    yield MemberEnded(number, self._summary())
                if should_stop():
                    break
            summary = self._summary()
            yield RepeatEnded("stopped" if summary.missing else "finished", summary)

    def _train(self, number: int, job: TrainingJob | ResumeJob, should_stop: ShouldStop) -> Iterator[object]:
        with closing(cast("Any", job.run(should_stop))) as events:
            for event in events:
                if isinstance(event, RunCreated | RunResumed | RunSaved):
                    self.paths[number] = event.path
                yield event

    def _failed(self, number: int, error: TrainingError) -> Iterator[MemberFailed]:
        """Go on with the next training, unless none has succeeded: then the recipe is to blame."""
        if not any(summarize(path).is_complete for path in self.paths.values()):
            raise error
        yield MemberFailed(number, str(error))

    def _summary(self) -> GroupSummary:
        group = self.plan.group
        runs = [run for run in map(summarize, self.paths.values()) if run.is_sound]
        if not runs:
            raise RunError(translate(
                "workspace", "None of the trainings of {group} can be read any more.", group=group.name))
        return summarize_group(self.directory, group, runs)


class RepeatedTrainingJob:
    """Train several times: `RepeatStarted`, each `MemberStarted`, its events ..., `MemberEnded`, then `RepeatEnded`.

    Each training is kept as a run like any other and says in its record which group it belongs to. A training that
    fails (`MemberFailed`) does not keep the others from being trained, unless none has succeeded before. When stopped,
    what is done is kept; `ContinueRepeatJob` trains what is missing.

    Parameters
    ----------
    prototype
        The first training of seeds; of folds anything but the division of the images, which is that of ``splits``.
    kind
        ``"seeds"``: the recipe's seed and the next ones; ``"folds"``: each of ``count`` folds in turn for validation.
    count
        How many, 2 to `MOST_REPEATS`.
    name
        What the group is called; the network otherwise.

    Raises
    ------
    InputError, ImageFolderError
        When there are too few or too many, or the images cannot be divided into so many folds.
    StorageError, NetworkError, DeviceError, TrainingError
        From `run`, as `TrainingJob` raises.
    JobCancelledError
        From `run`, when stopped before the first training began; nothing is kept then.
    """

    def __init__(self, prototype: TrainingJob, kind: RepeatKind, count: int, *, name: str = "") -> None:
        if not 2 <= count <= MOST_REPEATS:
            raise InputError(translate(
                "workspace", "A training can be repeated 2 to {most_repeats} times, not {count:,}.",
                most_repeats=MOST_REPEATS, count=count))
        self._prototype, self._kind, self._count = prototype, kind, count
        self.name = name or prototype.network_name
        self._divisions = _divisions(prototype, kind, count)
        self._repeat: _Repeat | None = None

    @property
    def title(self) -> str:
        """What the status line says."""
        return _title(self.name, self._repeat)

    @property
    def network_name(self) -> str:
        """What is trained."""
        return self._prototype.network_name

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Train and yield the events."""
        directory = self._prototype.runs_directory
        check_writable(directory)
        plan = self._plan(new_key(directory, utc_now(), f"{self.name} {self._count} {self._kind}"))
        path = save_plan(directory, plan)
        self._repeat = _Repeat(directory, plan, self._members(plan), {})
        try:
            yield from self._repeat.run(should_stop)
        finally:
            if not self._repeat.paths:
                remove_group_folder(path)

    def _plan(self, key: str) -> GroupPlan:
        job = self._prototype
        group = RunGroup(key=key, kind=self._kind, name=self.name[:200], number=1, count=self._count)
        images = [images_of(job.folder, splits) for _config, splits in self._divisions]
        return GroupPlan(
            group=group, network_name=job.network_name, graph=job.document, preprocess=job.preprocess,
            split=self._divisions[0][0], augment=job.augment, train=job.train_config,
            class_names=job.folder.class_names, folder=str(job.folder.root),
            start_from=str(job.start_from or ""), images=images_document(images[0]),
            splits=tuple(map(places_text, images)))

    def _members(self, plan: GroupPlan) -> _Members:
        job = self._prototype

        def make(number: int) -> Callable[[], TrainingJob]:
            _config, splits = self._divisions[number - 1 if len(self._divisions) > 1 else 0]
            images = TrainedImages(job.folder, splits)
            return lambda: _training(plan, number, images, job.runs_directory, job.cache_directory, job.control,
                                     job.pace)

        return {number: make(number) for number in range(1, self._count + 1)}


class ContinueRepeatJob:
    """Train what is missing of a group: the events of a `RepeatedTrainingJob`.

    A training that was interrupted goes on exactly where it was (`ResumeJob`), one that has not begun is trained on
    the images, labels and splits that were settled when the group began.

    Parameters
    ----------
    directory : the folder of the runs
    key : of the group

    Raises
    ------
    RunError, ImageFolderError
        From `run`: nothing is known of such a group, it is complete or in use, or its images are gone or have changed.
    StorageError, NetworkError, DeviceError, TrainingError, JobCancelledError
        From `run`, as `RepeatedTrainingJob` raises.
    """

    def __init__(self, directory: Path, key: str, cache_directory: Path, *, control: TrainingControl | None = None,
                 pace: "CheckpointPace | None" = None) -> None:
        self.directory, self.key, self.cache_directory = directory, key, cache_directory
        self.control, self.pace = control or TrainingControl(), pace
        self._repeat: _Repeat | None = None

    @property
    def title(self) -> str:
        """What the status line says."""
        return _title(self.key, self._repeat)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Train and yield the events."""
        plan = read_plan(group_path(self.directory, self.key))
        found = _found(self.directory, self.key)
        wanted = [number for number in range(1, plan.group.count + 1)
                  if number not in found or not found[number].is_complete]
        if not wanted:
            raise RunError(translate(
                "workspace", "All {count:,} trainings of {group} are complete.", count=plan.group.count,
                group=plan.group.name))
        members: _Members = {}
        for number in wanted:
            if number in found:
                members[number] = self._resuming(found[number].path)
        if len(members) < len(wanted):
            scanned: Outcome[Callable[[int], TrainedImages]] = Outcome()
            yield from self._images(plan, should_stop, scanned)
            members |= {number: self._beginning(plan, number, scanned.get())
                        for number in wanted if number not in members}
        ordered = {number: members[number] for number in wanted}
        paths = {number: run.path for number, run in found.items()}
        self._repeat = _Repeat(self.directory, plan, ordered, paths)
        yield from self._repeat.run(should_stop)

    def _images(self, plan: GroupPlan, should_stop: ShouldStop,
                outcome: Outcome[Callable[[int], TrainedImages]]) -> Generator[object, None, None]:
        """Look through the image folder once for all trainings that have not begun."""
        yield from images_in_folder(Path(plan.folder), plan.images_of, plan.class_names, should_stop, outcome)

    def _resuming(self, path: Path) -> Callable[[], ResumeJob]:
        return lambda: ResumeJob(path, self.cache_directory, control=self.control, pace=self.pace)

    def _beginning(self, plan: GroupPlan, number: int,
                   images: Callable[[int], TrainedImages]) -> Callable[[], TrainingJob]:
        return lambda: _training(plan, number, images(number), self.directory, self.cache_directory, self.control,
                                 self.pace)


def _divisions(job: TrainingJob, kind: RepeatKind, count: int) -> "list[tuple[SplitConfig, Splits]]":
    """Return how the images are divided: once for seeds, for folds once each."""
    if kind == "seeds":
        return [(job.split_config, job.splits)]
    configs = [job.split_config.model_copy(update={"folds": count, "fold": fold}) for fold in range(1, count + 1)]
    return [(config, split(job.folder, config)) for config in configs]


def _training(plan: GroupPlan, number: int, images: TrainedImages, runs: Path, cache: Path,
              control: TrainingControl, pace: "CheckpointPace | None") -> TrainingJob:
    """Return the training of a member that has not begun."""
    group = plan.group.model_copy(update={"number": number})
    config: TrainConfig = plan.train_of(number)
    return TrainingJob(
        images.folder, images.splits, plan.preprocess, plan.augment, plan.split_of(number), from_document(plan.graph),
        plan.network_name, config, runs, cache, name=_member_name(plan, number), control=control, pace=pace,
        group=group, start_from=Path(plan.start_from) if plan.start_from else None)


def words_of(plan: GroupPlan, number: int) -> str:
    """Return which training a member is: ``"seed 3"``, ``"fold 2 of 5"``."""
    if plan.group.kind == "seeds":
        return translate("workspace", "seed {seed}", seed=seeded(plan.train, number).seed)
    return translate("workspace", "fold {number} of {count}", number=number, count=plan.group.count)


def _member_name(plan: GroupPlan, number: int) -> str:
    words = words_of(plan, number)
    return f"{plan.group.name[:199 - len(words)]} {words}"


def _found(directory: Path, key: str) -> dict[int, RunSummary]:
    """Return the members of a group by number; of several the one that is complete, else the newest."""
    members: dict[int, RunSummary] = {}
    for run in list_runs(directory):  # the newest first
        if run.group is not None and run.group.key == key:
            known = members.get(number_of(run))
            if known is None or (run.is_complete and not known.is_complete):
                members[number_of(run)] = run
    return members


def _title(name: str, repeat: _Repeat | None) -> str:
    return translate("workspace", "Training {name}", name=name) if repeat is None else translate(
        "workspace", "Training {name}, {value} of {count}", name=name, value=max(1, repeat.place), count=repeat.count)
