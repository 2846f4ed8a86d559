"""The images a network was unsure of, one after another, and the labels a user gives them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cnnstudio.errors import StorageError
from cnnstudio.file_lock import FileLock, take_lock
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.label_journal import NAME as LABELS
from cnnstudio.workspace.label_journal import SKIPPED, ImageKey, LabelJournal
from cnnstudio.workspace.prediction_journal import NAME as ANSWERS
from cnnstudio.workspace.prediction_journal import PredictedImage, read_answers
from cnnstudio.workspace.prediction_tables import figures

Order = Literal["probability", "margin", "entropy"]
ORDERS: tuple[Order, ...] = ("probability", "margin", "entropy")
KEYS = 9
"""Classes that have a key; of more, the nine most likely ones of the image."""
_LOCK = "labelling.lock"
_REPORT_EVERY = 2000


@dataclass(frozen=True, slots=True)
class QueuedImage:
    """An image the network was unsure of.

    Attributes
    ----------
    guesses : (class number, probability), the most likely first; all classes, or of many the first `KEYS`
    margin : the highest probability less the second
    entropy : in nats
    """

    key: ImageKey
    guesses: tuple[tuple[int, float], ...]
    margin: float
    entropy: float

    @property
    def probability(self) -> float:
        """Of the most likely class."""
        return self.guesses[0][1]

    @property
    def suggestion(self) -> int:
        """The class the network takes it for."""
        return self.guesses[0][0]


class UnsureQueue:
    """Shows one image at a time, the least sure first, and keeps each decision at once.

    Parameters
    ----------
    images : in the order of the folder
    folder : where they lie
    out : where the journal lies
    """

    def __init__(self, images: Sequence[QueuedImage], class_names: Sequence[str], folder: Path, out: Path,
                 journal: LabelJournal, lock: FileLock) -> None:
        self._images = {image.key: image for image in images}
        self.class_names, self.folder, self.out = tuple(class_names), folder, out
        self._journal, self._lock = journal, lock
        self.lost: dict[ImageKey, str] = {}
        """Why an image could not be shown; it is asked for again the next time."""
        numbers = [number for key, number in journal.decided.items() if key in self._images]
        self.skipped = numbers.count(SKIPPED)
        """Images of the queue that were put aside."""
        self.labelled = len(numbers) - self.skipped
        """Images of the queue with a label."""
        # all three now, in the job's thread: for 100,000 images a sort takes too long while the user waits for a key
        self._orders = {order: _sorted(self._images.values(), order) for order in ORDERS}
        self._order, self._places = self._orders["probability"]
        self._place = 0
        """All images before it are done."""
        self._taken_back: QueuedImage | None = None

    def set_order(self, order: Order) -> None:
        """Sort by how unsure the network is; equal ones keep the order of the folder. Answers that stand are kept."""
        self._order, self._places = self._orders[order]
        self._place, self._taken_back = 0, None

    # where it is

    @property
    def current(self) -> QueuedImage | None:
        """The image that is asked about now; None at the end."""
        return next(self._open(), None)

    def upcoming(self, count: int) -> list[QueuedImage]:
        """Return the current image and those after it, at most ``count``."""
        found: list[QueuedImage] = []
        for image in self._open():
            if len(found) == count:
                break
            found.append(image)
        return found

    def _open(self) -> Iterator[QueuedImage]:
        """Yield what is still to be decided."""
        first = self._taken_back
        if first is not None:
            yield first
        while self._place < len(self._order) and self._is_done(self._order[self._place]):
            self._place += 1
        yield from (image for place in range(self._place, len(self._order))
                    if not self._is_done(image := self._order[place]) and image is not first)

    def _is_done(self, image: QueuedImage) -> bool:
        return image.key in self._journal.decided or image.key in self.lost

    @property
    def total(self) -> int:
        """Images in the queue."""
        return len(self._order)

    @property
    def done(self) -> int:
        """Images that were decided or could not be shown."""
        return self.labelled + self.skipped + len(self.lost)

    def label_of(self, image: QueuedImage) -> int | None:
        """Return the class number an image was given, `SKIPPED`, or None while it is open."""
        return self._journal.decided.get(image.key)

    # what the user says

    def give(self, number: int) -> None:
        """Give the current image a class. Raises StorageError when that cannot be kept; then it stays the current."""
        self._decide(number)

    def skip(self) -> None:
        """Put the current image aside. Raises StorageError as `give` does."""
        self._decide(SKIPPED)

    def _decide(self, number: int) -> None:
        image = self.current
        if image is not None:
            self._note(image.key, number)
            self._taken_back = None

    def _note(self, key: ImageKey, number: int | None) -> None:
        before = self._journal.decided.get(key)
        self._journal.decide(key, number)
        for told, step in ((before, -1), (number, 1)):
            if told is not None:
                self.skipped += step * (told == SKIPPED)
                self.labelled += step * (told != SKIPPED)
        self._place = min(self._place, self._places[key])

    def take_back(self) -> QueuedImage | None:
        """Open the image that was decided last again, make it the current one and return it; None when there is none.

        Decisions of an earlier day are taken back, too. Raises StorageError when that cannot be kept.
        """
        last = next((key for key in reversed(self._journal.decided) if key in self._images), None)
        if last is None:
            return None
        self._note(last, None)
        self._taken_back = self._images[last]
        return self._taken_back

    def ask_again(self) -> None:
        """Open all images that were put aside again. Raises StorageError when that cannot be kept."""
        for key in [key for key, number in self._journal.decided.items() if number == SKIPPED and key in self._images]:
            self._note(key, None)

    def lose(self, image: QueuedImage, reason: str) -> None:
        """Go on without an image that cannot be shown."""
        self.lost[image.key] = reason
        if image is self._taken_back:
            self._taken_back = None

    def close(self) -> None:
        """Keep all of it safe from a power cut, too, and let others label here."""
        try:
            self._journal.close()
        finally:
            self._lock.release()


def _sorted(images: Iterable[QueuedImage], order: Order) -> tuple[list[QueuedImage], dict[ImageKey, int]]:
    """Return images with the least sure first, and the place of each."""
    sign = -1 if order == "entropy" else 1
    found = sorted(images, key=lambda image: sign * getattr(image, order))
    return found, {image.key: place for place, image in enumerate(found)}


@dataclass(frozen=True, slots=True, eq=False)
class QueueReady:
    """The queue is there."""

    queue: UnsureQueue


class QueueJob:
    """Read what a prediction answered and what was labelled of it before: `Progress` ..., `QueueReady`.

    Parameters
    ----------
    out : folder for the results of a prediction
    below : answers of a lower probability than this are asked about, 0 to 1

    Raises
    ------
    StorageError
        From `run`: no prediction there, labels of something else, or somebody labels there now.
    JobCancelledError
        ``should_stop`` said so.
    """

    def __init__(self, out: Path, below: float) -> None:
        self._out, self._below = out, below

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Reading the answers")

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Read and yield the events."""
        from cnnstudio.data.thread_pool import stop_if_asked

        answers = read_answers(self._out / ANSWERS)
        folder, class_names = origin_of(next(answers), self._out)
        found: dict[str, QueuedImage] = {}
        for number, answer in enumerate(answers):
            if number % _REPORT_EVERY == 0:
                stop_if_asked(should_stop)
                yield Progress(number, 0, translate("workspace", "reading the answers"))
            if isinstance(answer, PredictedImage):
                _take(found, answer, self._below)
        lock = take_lock(self._out / _LOCK)
        if lock is None:
            raise StorageError(translate(
                "workspace", "Another window labels the images of {folder} now. Go on there, or close it.",
                folder=self._out))
        try:
            journal = LabelJournal(self._out / LABELS, str(folder), class_names)
        except BaseException:
            lock.release()
            raise
        yield QueueReady(UnsureQueue(list(found.values()), class_names, folder, self._out, journal, lock))


def origin_of(origin: object, out: Path) -> tuple[Path, tuple[str, ...]]:
    """Return the image folder and the class names that the answers in ``out`` are about.

    Raises
    ------
    StorageError
        When the first line of the journal says neither.
    """
    if isinstance(origin, dict):
        folder, names = origin.get("folder"), origin.get("classes")
        if isinstance(folder, str) and isinstance(names, list) and all(isinstance(name, str) for name in names):
            return Path(folder), tuple(names)
    raise StorageError(translate("workspace", "{path} is damaged. Remove it and predict the folder again.",
                                 path=out / ANSWERS))


def _take(found: dict[str, QueuedImage], answer: PredictedImage, below: float) -> None:
    """Put an answer into ``found`` if it is unsure; the later answer for a file takes the place of the earlier."""
    found.pop(answer.name, None)
    if answer.problem or not answer.probabilities:
        return
    told = figures(answer.probabilities)
    if told.probability < below:
        best = sorted(range(len(answer.probabilities)), key=lambda number: -answer.probabilities[number])[:KEYS]
        found[answer.name] = QueuedImage(
            ImageKey(answer.name, answer.size, answer.modified_ns),
            tuple((number, answer.probabilities[number]) for number in best), told.margin, told.entropy)
