"""Looks at one image with the weights of every epoch a run keeps: the map, the answer, and how both came about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cnnstudio.errors import CNNStudioError, JobCancelledError
from cnnstudio.explain.epoch_curve import (
    EpochPoint,
    Region,
    alike_sentence,
    began_sentence,
    epoch_point,
    hottest_region,
)
from cnnstudio.explain.explanation import target_words
from cnnstudio.explain.target import ExactTarget
from cnnstudio.workspace.image_at_epochs import ImageAtEpochs
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.loaded_run import loaded_run
from cnnstudio.workspace.look_answer import ImageAnswer, MapAnswer, MapKey
from cnnstudio.workspace.look_job import LookQuestion, whole_map
from cnnstudio.workspace.run_epochs import EpochInfo

if TYPE_CHECKING:
    from cnnstudio.data.preprocess import Placement


@dataclass(frozen=True, slots=True)
class EpochsKnown:
    """The epochs that can be looked at, in order."""

    infos: tuple[EpochInfo, ...]


@dataclass(frozen=True, slots=True, eq=False)
class EpochSeen:
    """What one epoch's weights make of the image."""

    info: EpochInfo
    image: ImageAnswer
    map: MapAnswer

    @property
    def probability(self) -> float:
        """Of the class that is explained, 0 to 1."""
        return float(self.image.probabilities[self.map.key.target.index or 0])


@dataclass(frozen=True, slots=True)
class EpochNotSeen:
    """An epoch whose file is damaged; the others go on."""

    info: EpochInfo
    reason: str


@dataclass(frozen=True, slots=True)
class EpochCurve:
    """The maps known so far beside the last epoch's.

    Attributes
    ----------
    points : in order of the epochs; the last epoch is always there
    region : where evidence is counted; None where nothing speaks for the target after the last epoch
    sentences : when it began; empty while epochs are missing
    """

    points: tuple[EpochPoint, ...]
    region: Region | None
    sentences: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class EpochWish:
    """What is asked of all epochs.

    Attributes
    ----------
    question : run, image, target, layer and method; classes and layer that are left open follow from the last epoch
    first : the epoch that is wanted first; the last one unless given
    region : where evidence is counted; the hottest tenth of the last epoch's map unless given
    known : what is known already of this question, by epoch
    """

    question: LookQuestion
    first: int | None = None
    region: Region | None = None
    known: Mapping[int, EpochSeen] = field(default_factory=dict)


class EpochLookJob:
    """Look: `EpochsKnown`, then `EpochSeen` (or `EpochNotSeen`) and `EpochCurve` for one epoch after the other.

    The last epoch comes first, for all are held against it, then the wanted one, then those next to it. Each step
    takes the run for itself and gives it back, so that a newer question waits for one step at most.

    Raises
    ------
    RunError, ImageError, InputError, NetworkError
        From `run`: a damaged run or image, an unknown class, layer or method.
    JobCancelledError
        When stopped.
    """

    title = "Looking at earlier epochs"

    def __init__(self, wish: EpochWish) -> None:
        self._wish, self._question = wish, wish.question
        self._seen: dict[int, EpochSeen] = dict(wish.known)
        self._key: MapKey | None = None
        self._points: dict[int, EpochPoint] = {}
        self._region: Region | None = wish.region

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Look and yield the events."""
        epochs = ImageAtEpochs(self._question.run_path, self._question.image)
        infos = {info.epoch: info for info in epochs.infos}
        yield EpochsKnown(epochs.infos)
        yield from self._epoch(epochs, infos[epochs.last], should_stop)
        last = self._seen[epochs.last]
        if self._region is None:
            self._region = hottest_region(last.map.raw, last.image.placement)
        for epoch in in_order(tuple(infos), epochs.last, self._wish.first):
            try:
                yield from self._epoch(epochs, infos[epoch], should_stop)
            except JobCancelledError:
                raise
            except CNNStudioError as error:
                yield EpochNotSeen(infos[epoch], str(error))
                continue
            self._compare(epoch, last)
            yield self._curve(last, is_whole=False)
        yield self._curve(last, is_whole=True)

    def _epoch(self, epochs: ImageAtEpochs, info: EpochInfo, should_stop: ShouldStop) -> Iterator[EpochSeen]:
        """Look at one epoch unless it is known."""
        if info.epoch in self._seen:
            return
        if should_stop():
            raise JobCancelledError(self.title)
        with loaded_run(self._question.run_path):
            seen = epochs.at(info.epoch)
            if self._key is None:
                self._key = self._first_key(seen.answer)
            found = whole_map(seen, self._key, should_stop)
            self._seen[info.epoch] = EpochSeen(info, seen.answer, found)
        yield self._seen[info.epoch]

    def _first_key(self, image: ImageAnswer) -> MapKey:
        """Return the map that is asked of all epochs: as it was asked before, or of the class answered at last."""
        question = self._question
        known = next(iter(self._wish.known.values()), None)
        return image.key(question.target, question.layer, question.method) if known is None else known.map.key

    def _compare(self, epoch: int, last: EpochSeen) -> None:
        place: Placement = last.image.placement
        self._points[epoch] = epoch_point(epoch, self._seen[epoch].map.raw, last.map.raw, place, self._region)

    def _curve(self, last: EpochSeen, *, is_whole: bool) -> EpochCurve:
        points = tuple(self._points[epoch] for epoch in sorted(self._points))
        sentences = curve_sentences(points, self._region, last) if is_whole else ""
        return EpochCurve(points, self._region, sentences)


def in_order(epochs: Sequence[int], last: int, first: int | None) -> list[int]:
    """Return the epochs as they are looked at: the last, the one wanted first, then those nearest to it."""
    wanted = last if first is None else first
    return [last, *sorted((epoch for epoch in epochs if epoch != last), key=lambda epoch: (abs(epoch - wanted), epoch))]


def curve_sentences(points: Sequence[EpochPoint], region: Region | None, last: EpochSeen) -> str:
    """Say when the map became what it is at last."""
    target = last.map.key.target
    subject = target_words(ExactTarget(target.kind, target.index or 0, target.against), last.image.class_names)
    return f"{began_sentence(points, region, subject)} {alike_sentence(points)}".strip()
