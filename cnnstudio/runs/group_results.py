"""The runs of a folder with those that belong together gathered: what each group says as a whole."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.runs.group import RunGroup
from cnnstudio.runs.group_folder import group_path, has_plan, read_notes
from cnnstudio.runs.summaries import RunSummary
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.metrics import wilson_interval
from cnnstudio.training.repeats import Spread

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """Trainings that belong together as one row of the table; it is read as a `RunSummary` is.

    Figures of seeds and folds come from the members that are complete; settings from the first one.
    """

    path: Path
    """The group's folder, whether there is one or not (see `cnnstudio.runs.group_folder`)."""
    group: RunGroup
    members: tuple[RunSummary, ...]
    """In the order of their numbers, at least one."""
    can_go_on: bool = False
    """Whether it is known how the missing members are trained."""
    given_name: str = ""
    """What the user has renamed it to."""
    notes: str = ""
    tags: tuple[str, ...] = ()
    starred: bool = False
    problem: str = ""
    """Empty: damaged runs are known to no group."""

    @property
    def first(self) -> RunSummary:
        """The member whose settings stand for all."""
        return self.members[0]

    @property
    def is_repeat(self) -> bool:
        """Whether the members differ by chance alone, so that mean and spread say something."""
        return self.group.kind != "sweep"

    @property
    def complete(self) -> tuple[RunSummary, ...]:
        """The members that came to their end, one of each number."""
        if not self.is_repeat:
            return tuple(member for member in self.members if member.is_complete)
        by_number = {number_of(member): member for member in self.members if member.is_complete}
        return tuple(by_number[number] for number in sorted(by_number))

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the members that are not complete; none where it is not known how many there will be."""
        done = {number_of(member) for member in self.complete}
        return tuple(number for number in range(1, self.group.count + 1) if number not in done)

    @property
    def spread(self) -> Spread | None:
        """Of the accuracies of complete members; None when there are none, or their settings differ."""
        return Spread(tuple(accuracy_of(one) for one in self.complete)) if self.is_repeat and self.complete else None

    @property
    def right(self) -> int:
        """Images right in all complete members together."""
        return sum(member.right for member in self.complete)

    @property
    def judged(self) -> int:
        """Images judged by all complete members together; of folds each image counts once."""
        return sum(member.judged for member in self.complete)

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 % interval: Wilson's over all images for folds, Student's of the mean for seeds."""
        if self.spread is None:
            return None
        return wilson_interval(self.right, self.judged) if self.group.kind == "folds" else self.spread.interval

    # as a row

    @property
    def name(self) -> str:
        """What it is called."""
        return self.given_name or self.group.name or self.first.network_name

    @property
    def is_sound(self) -> bool:
        """Always; so that it is treated as a run that can be read."""
        return True

    @property
    def created(self) -> str:
        """When its first training started, ISO 8601."""
        return min(member.created for member in self.members)

    @property
    def status(self) -> str:
        """``"finished"`` when nothing is missing, ``"unfinished"`` while one may be trained, else ``"stopped"``."""
        statuses = {member.status for member in self.members}
        if not self.missing and statuses <= {"finished", "early_stopped"}:
            return "finished"
        return "unfinished" if "unfinished" in statuses else "stopped"

    @property
    def val_accuracy(self) -> float | None:
        """Mean of the complete members; of a sweep, whose members differ, the best one's."""
        if self.spread is not None:
            return self.spread.mean
        return max(map(accuracy_of, self.complete), default=None)

    @property
    def val_loss(self) -> float | None:
        """Mean of the complete members; of a sweep the least."""
        values = [member.val_loss for member in self.complete if member.val_loss is not None]
        if not values:
            return None
        return sum(values) / len(values) if self.is_repeat else min(values)

    @property
    def train_accuracy(self) -> float | None:
        """Mean of the complete members; None for a sweep."""
        values = [member.train_accuracy for member in self.complete if member.train_accuracy is not None]
        return sum(values) / len(values) if values and self.is_repeat else None

    @property
    def epochs(self) -> int:
        """Epochs of all members together."""
        return sum(member.epochs for member in self.members)

    @property
    def network_name(self) -> str:
        """What the members share; empty when they differ."""
        return self._shared(lambda run: run.network_name) or ""

    @property
    def folder(self) -> str:
        """Where the images were."""
        return self.first.folder

    @property
    def preprocess(self) -> PreprocessConfig | None:
        """What the members share; None when they differ."""
        return self._shared(lambda run: run.preprocess)

    @property
    def augment(self) -> AugmentConfig | None:
        """What the members share; None when they differ."""
        return self._shared(lambda run: run.augment)

    @property
    def train(self) -> TrainConfig | None:
        """The recipe of the first member of seeds and folds; None for a sweep."""
        return self.first.train if self.is_repeat else None

    def _shared(self, read: Callable[[RunSummary], Value]) -> Value | None:
        value = read(self.first)
        return value if all(read(member) == value for member in self.members) else None


def number_of(run: RunSummary) -> int:
    """Return the place of a run in its group; 0 when it has none."""
    return run.group.number if run.group is not None else 0


def accuracy_of(run: RunSummary) -> float:
    """Return the validation accuracy of the best weights of a run that was evaluated, 0 to 1."""
    return run.right / run.judged


Row = RunSummary | GroupSummary
"""What a table of runs shows in a line."""


def gather(directory: Path, runs: Iterable[RunSummary]) -> tuple[Row, ...]:
    """Return ``runs`` with those of each group in one row, which stands where its first one stood.

    What the user says about a group, and whether it can go on, is read from its folder in ``directory``; never raises.
    """
    rows: dict[str, list[RunSummary]] = {}
    for run in runs:
        rows.setdefault(f"g{run.group.key}" if run.group is not None else f"r{run.path}", []).append(run)
    return tuple(_row(directory, found) for found in rows.values())


def _row(directory: Path, runs: Sequence[RunSummary]) -> Row:
    group = runs[0].group
    return runs[0] if group is None else summarize_group(directory, group, runs)


def summarize_group(directory: Path, group: RunGroup, runs: Iterable[RunSummary]) -> GroupSummary:
    """Return the row of ``group``, whose members are ``runs``; at least one."""
    members = tuple(sorted(runs, key=lambda run: (number_of(run), run.created)))
    path = group_path(directory, group.key)
    user = read_notes(path)
    return GroupSummary(path, group, members, has_plan(path), user.name, user.notes, user.tags, user.starred)
