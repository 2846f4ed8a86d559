"""Writes the labels a user gave to unsure answers as a list of labels, and as copies in one folder a class."""

import contextlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.data.listing.csv_cells import csv_bytes
from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.errors import StorageError
from cnnstudio.storage import write_bytes
from cnnstudio.wording import translate
from cnnstudio.workspace.class_folders import ClassFolders, Manner, class_folder_names
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.label_journal import NAME as JOURNAL
from cnnstudio.workspace.label_journal import SKIPPED, ImageKey, KeptLabels, read_labels
from cnnstudio.workspace.prediction_journal import NAME as ANSWERS
from cnnstudio.workspace.prediction_journal import PredictedImage, read_answers
from cnnstudio.workspace.prediction_tables import figures

LABELS = "labels.csv"
COLUMNS = ("path", "label", "answer", "probability")
"""The first two are what a list of labels needs; the others say what the network took it for, and how sure it was."""
_REPORT_EVERY = 50


@dataclass(frozen=True, slots=True)
class LabelsWritten:
    """The list is written.

    Attributes
    ----------
    path : of the list
    counts : labels of each class
    agreeing : labels that are the network's answer
    copies : how many copies lie in the class folders; 0 when none were wanted
    missing : files that were not there any more, or had changed, when they were to be copied
    stale : copies from before that lie in the folder of another class than the image has now
    unlisted : names that no UTF-8 list can hold
    """

    path: Path
    class_names: tuple[str, ...]
    counts: tuple[int, ...]
    agreeing: int
    copies: int
    missing: tuple[str, ...]
    stale: tuple[Path, ...]
    unlisted: tuple[str, ...]


class WriteLabelsJob:
    """Write ``labels.csv`` beside a prediction's table, and copies if wanted: `Progress` ..., `LabelsWritten`.

    The images themselves are only read, copies are read back and compared, and nothing is replaced or removed.

    Parameters
    ----------
    out : folder for the results of the prediction, with the journal of the labels
    sort_into : folder that gets one folder a class; None for no copies

    Raises
    ------
    StorageError
        From `run`: there are no labels, or something cannot be written.
    JobCancelledError
        ``should_stop`` said so; what was copied stays, and the same job goes on there.
    """

    def __init__(self, out: Path, sort_into: Path | None = None, manner: Manner = "copies") -> None:
        self._out, self._into, self._manner = out, sort_into, manner

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Writing the labels")

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Write and yield the events."""
        yield Progress(0, 0, translate("workspace", "writing the labels"))
        kept = read_labels(self._out / JOURNAL)
        if self._into is not None and self._into.absolute().resolve().is_relative_to(kept.folder.resolve()):
            raise StorageError(translate(
                "workspace", "{place} lies inside the image folder {folder}, which is never changed. Give another "
                "place for the results.", place=self._into, folder=kept.folder))
        labels = {key: number for key, number in kept.decided.items() if number != SKIPPED}
        answers = _answers(self._out, labels)
        listed = sorted((key for key in labels if _is_plain(key.name)), key=lambda key: key.name)
        write_bytes(self._out / LABELS, csv_bytes(COLUMNS, [_row(kept, labels, answers, key) for key in listed]))
        sorter = _Sorter(kept, self._into, self._manner)
        for number, (key, label) in enumerate(labels.items()):
            stop_if_asked(should_stop)
            if self._into is not None and number % _REPORT_EVERY == 0:
                yield Progress(number, len(labels), translate("workspace", "sorting into class folders"))
            sorter.put(key, label)
        counts = Counter(labels.values())
        agreeing = sum(key in answers and answers[key][0] == number for key, number in labels.items())
        yield LabelsWritten(self._out / LABELS, kept.class_names,
                            tuple(counts[number] for number in range(len(kept.class_names))), agreeing, sorter.copies,
                            tuple(sorter.missing), tuple(sorter.stale),
                            tuple(key.name for key in labels if not _is_plain(key.name)))


def _is_plain(name: str) -> bool:
    """Whether a name is text; one with bytes that are none would make the whole list unreadable."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _answers(out: Path, labels: dict[ImageKey, int]) -> dict[ImageKey, tuple[int, float]]:
    """Return the network's answer, (class number, probability), for the images with a label."""
    found = {}
    with contextlib.suppress(StorageError):  # the labels stand without the answers, too
        for answer in read_answers(out / ANSWERS):
            if isinstance(answer, PredictedImage) and answer.probabilities:
                key = ImageKey(answer.name, answer.size, answer.modified_ns)
                if key in labels:
                    told = figures(answer.probabilities)
                    found[key] = told.number, told.probability
    return found


def _row(kept: KeptLabels, labels: dict[ImageKey, int], answers: dict[ImageKey, tuple[int, float]],
         key: ImageKey) -> Sequence[object]:
    number, probability = answers.get(key, (None, None))
    return (key.name, kept.class_names[labels[key]], None if number is None else kept.class_names[number],
            None if probability is None else f"{probability:.6f}")


class _Sorter:
    """Puts images into class folders and notes what went otherwise."""

    def __init__(self, kept: KeptLabels, into: Path | None, manner: Manner) -> None:
        self.copies = 0
        self.missing: list[str] = []
        self.stale: list[Path] = []
        self._kept, self._into = kept, into
        if into is None:
            return
        self._folders = ClassFolders(into, kept.class_names, manner)
        self._before = {folder: _names(into / folder) for folder in class_folder_names(kept.class_names)}

    def put(self, key: ImageKey, label: int) -> None:
        """Put one image into the folder of its class; nothing where no copies are wanted."""
        if self._into is None:
            return
        source = self._kept.folder / key.name
        try:
            status = source.stat()
        except OSError:
            self.missing.append(key.name)
            return
        if (status.st_size, status.st_mtime_ns) != (key.size, key.modified_ns):
            self.missing.append(key.name)
            return
        target = self._folders.put(source, label)
        self.copies += 1
        self.stale += [self._into / folder / source.name for folder, names in self._before.items()
                       if folder != target.parent.name and source.name in names
                       and _is_same(self._into / folder / source.name, source)]


def _names(folder: Path) -> frozenset[str]:
    try:
        return frozenset(path.name for path in folder.iterdir())
    except OSError:
        return frozenset()


def _is_same(first: Path, second: Path) -> bool:
    try:
        return first.stat().st_size == second.stat().st_size and first.read_bytes() == second.read_bytes()
    except OSError:
        return False
