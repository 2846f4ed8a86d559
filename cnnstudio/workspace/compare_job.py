"""Compares runs and groups of runs: curves, figures, what differs in words, and whether the difference is real."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    from cnnstudio.runs.curves import MeanCurve, RunCurve
    from cnnstudio.runs.group_results import Row
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.runs.significance import Answers, Contestant
    from cnnstudio.runs.store import RunFolder
    from cnnstudio.runs.summaries import RunSummary

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MOST_TESTED = 12
"""Runs whose answers are compared with the first one's; more would take seconds."""
_ALL_PAIRS = 4
"""So many runs are compared each with each."""


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


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Runs and groups beside one another; the result of a `CompareJob`."""

    paths: tuple[Path, ...]
    """Of the rows, as they were given."""
    subjects: tuple[Subject, ...]
    contrasts: tuple[Contrast, ...]
    """One for each but the first."""
    verdicts: tuple[str, ...]
    """Whether the differences of the accuracies are more than chance: of each two of a few, else of each and the first;
    the same sentence comes once."""


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
        contrasts = [_contrast(subjects[0], subject, answers[0], its_answers)
                     for subject, its_answers in zip(subjects[1:], answers[1:], strict=True)]
        verdicts: dict[str, None] = {}
        for one, other in _pairs(len(subjects)):
            stop_if_asked(should_stop)
            verdicts[_verdict((subjects[one], answers[one]), (subjects[other], answers[other]))] = None
        if len(subjects) > _MOST_TESTED:
            verdicts[translate(
                "workspace", "Only the first {count} are tested; select fewer to have all of them tested.",
                count=_MOST_TESTED)] = None
        yield Compared(tuple(row.path for row in self._rows), tuple(subjects), tuple(contrasts), tuple(verdicts))


def _pairs(count: int) -> list[tuple[int, int]]:
    """Return which are tested: of a few each two, else each and the first."""
    if count <= _ALL_PAIRS:
        return list(combinations(range(count), 2))
    return [(0, place) for place in range(1, min(count, _MOST_TESTED))]


def letter_of(number: int) -> str:
    """Return what the run ``number``, from 0, is called: A, B, ... Z, A1, ..."""
    return LETTERS[number] if number < len(LETTERS) else f"{LETTERS[number % 26]}{number // 26}"


def _read(letter: str, row: "Row", *, with_answers: bool) -> "tuple[Subject, tuple[Answers, ...]]":
    from cnnstudio.runs.curves import curve_of, mean_curve
    from cnnstudio.runs.group_results import GroupSummary
    from cnnstudio.runs.significance import Answers
    from cnnstudio.runs.store import RunFolder
    from cnnstudio.workspace.kept_predictions import sound_predictions

    folders = _folders(row.members) if isinstance(row, GroupSummary) else [RunFolder.load(row.path)]
    curves = tuple(curve_of(folder.record.history) for folder in folders)
    is_repeat = isinstance(row, GroupSummary) and row.is_repeat
    mean = mean_curve(curves) if is_repeat else None
    complete = {run.path for run in row.complete} if isinstance(row, GroupSummary) else {row.path}
    answers = tuple(Answers(folder.record, folder.load_images(), sound_predictions(folder))
                    for folder in folders if with_answers and folder.path in complete)
    return Subject(letter, row, tuple(folder.record for folder in folders), curves, mean), answers


def _folders(members: "Sequence[RunSummary]") -> "list[RunFolder]":
    """Return those of a group that can be read; raises RunError when none can."""
    from cnnstudio.errors import RunError
    from cnnstudio.runs.store import RunFolder

    found, problem = [], RunError(translate("workspace", "A group without runs cannot be compared."))
    for member in members:
        try:
            found.append(RunFolder.load(member.path))
        except RunError as error:
            problem = error
    if not found:
        raise problem
    return found


def _contrast(first: Subject, other: Subject, first_answers: "tuple[Answers, ...]",
              other_answers: "tuple[Answers, ...]") -> Contrast:
    from cnnstudio.runs.comparison import differences

    one, two = (found[0].images if found else None for found in (other_answers, first_answers))
    images = (one, two) if one is not None and two is not None and not _has_folds(first, other) else None
    kinds = {_kind(first), _kind(other)}
    lines = differences(_alike(other.records[0], first.records[0], kinds), first.records[0], images)
    return Contrast(other.letter, tuple(lines))


def _verdict(first: "tuple[Subject, tuple[Answers, ...]]", second: "tuple[Subject, tuple[Answers, ...]]") -> str:
    from cnnstudio.runs.significance import compare

    sweep = next((subject for subject, _answers in (first, second) if _kind(subject) == "sweep"), None)
    if sweep is not None:
        return translate(
            "workspace", "{letter} is a sweep with many settings: select one of its runs to have it tested.",
            letter=sweep.letter)
    return compare(_contestant(*first), _contestant(*second)).verdict


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
