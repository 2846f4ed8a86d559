"""Compares runs and groups of runs: curves, figures, what differs in words, and whether the difference is real."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    from cnnstudio.runs.curves import MeanCurve, RunCurve
    from cnnstudio.runs.group_results import Row
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.runs.significance import Answers, Contestant

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_TESTED = 12
"""Runs whose answers are compared; more would take seconds."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A run or a group, read from disk."""

    letter: str
    row: "Row"
    records: "tuple[RunRecord, ...]"
    """Of the run, or of the members of the group that can be read; of the first one's settings is spoken."""
    curves: "tuple[RunCurve, ...]"
    """One for each record."""
    mean: "MeanCurve | None"
    """Of seeds and folds."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A run or group beside the first one."""

    letter: str
    differences: tuple[str, ...]
    """What is different in it, in words; empty when nothing is."""
    significance: str
    """Whether the difference of the accuracies is more than chance."""


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Runs and groups beside one another; the result of a `CompareJob`."""

    paths: tuple[Path, ...]
    """Of the rows, as they were given."""
    subjects: tuple[Subject, ...]
    contrasts: tuple[Contrast, ...]
    """One for each but the first."""


class CompareJob:
    """Read runs and groups and compare each with the first: `Compared`.

    Raises
    ------
    RunError
        From `run`, when one of them is damaged, naming the file.
    JobCancelledError
        From `run`, when stopped.
    """

    title = "Comparing runs"

    def __init__(self, rows: "Sequence[Row]") -> None:
        self._rows = tuple(rows)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Compare and yield the result."""
        from cnnstudio.data.thread_pool import stop_if_asked

        subjects, answers = [], []
        for number, row in enumerate(self._rows):
            stop_if_asked(should_stop)
            subject, its_answers = _read(letter_of(number), row, with_answers=len(self._rows) > 1)
            subjects.append(subject)
            answers.append(its_answers)
        contrasts = []
        for place in range(1, len(subjects)):
            stop_if_asked(should_stop)
            contrasts.append(_contrast(subjects[0], subjects[place], answers[0], answers[place],
                                       is_tested=place < _MOST_TESTED))
        yield Compared(tuple(row.path for row in self._rows), tuple(subjects), tuple(contrasts))


def letter_of(number: int) -> str:
    """Return what the run ``number``, from 0, is called: A, B, ... Z, A1, ..."""
    return LETTERS[number] if number < len(LETTERS) else f"{LETTERS[number % 26]}{number // 26}"


def _read(letter: str, row: "Row", *, with_answers: bool) -> "tuple[Subject, tuple[Answers, ...]]":
    from cnnstudio.runs.curves import curve_of, mean_curve
    from cnnstudio.runs.group_results import GroupSummary
    from cnnstudio.runs.significance import Answers
    from cnnstudio.runs.store import RunFolder
    from cnnstudio.workspace.kept_predictions import sound_predictions

    members = row.members if isinstance(row, GroupSummary) else (row,)
    folders = [RunFolder.load(member.path) for member in members]
    curves = tuple(curve_of(folder.record.history) for folder in folders)
    is_repeat = isinstance(row, GroupSummary) and row.is_repeat
    mean = mean_curve(curves) if is_repeat else None
    complete = {run.path for run in row.complete} if isinstance(row, GroupSummary) else {row.path}
    answers = tuple(Answers(folder.record, folder.load_images(), sound_predictions(folder))
                    for folder in folders if with_answers and folder.path in complete)
    return Subject(letter, row, tuple(folder.record for folder in folders), curves, mean), answers


def _contrast(first: Subject, other: Subject, first_answers: "tuple[Answers, ...]",
              other_answers: "tuple[Answers, ...]", *, is_tested: bool) -> Contrast:
    from cnnstudio.runs.comparison import differences
    from cnnstudio.runs.significance import compare

    one, two = (found[0].images if found else None for found in (other_answers, first_answers))
    images = (one, two) if one is not None and two is not None and not _has_folds(first, other) else None
    kinds = {_kind(first), _kind(other)}
    lines = differences(_alike(other.records[0], first.records[0], kinds), first.records[0], images)
    if not is_tested:
        verdict = "Select fewer runs to have this one tested too."
    elif "sweep" in kinds:
        verdict = "A sweep is many settings: select one of its runs."
    else:
        verdict = compare(_contestant(first, first_answers), _contestant(other, other_answers)).verdict
    return Contrast(other.letter, tuple(lines), verdict)


def _alike(record: "RunRecord", first: "RunRecord", kinds: set[str]) -> "RunRecord":
    """Return the record without what differs within a group anyway: the seed, or the fold."""
    changes: dict[str, object] = {}
    if "seeds" in kinds:
        changes["train"] = record.train.model_copy(update={"seed": first.train.seed})
    if kinds == {"folds"}:
        changes |= {"split": record.split.model_copy(update={"fold": first.split.fold}),
                    "counts": first.counts, "images_key": first.images_key}
    return record.model_copy(update=changes)


def _kind(subject: Subject) -> str:
    from cnnstudio.runs.group_results import GroupSummary

    return subject.row.group.kind if isinstance(subject.row, GroupSummary) else "run"


def _has_folds(*subjects: Subject) -> bool:
    """Whether the images of a first member say nothing about all."""
    return any(_kind(subject) == "folds" for subject in subjects)


def _contestant(subject: Subject, answers: "tuple[Answers, ...]") -> "Contestant":
    from cnnstudio.runs.significance import Contestant

    return Contestant(subject.letter, _kind(subject), answers)
