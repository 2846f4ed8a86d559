"""Makes many maps for small pictures: of every method, of likely classes, of the weights kept, of many images."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.errors import CNNStudioError, JobCancelledError, RunError
from cnnstudio.explain.explanation import METHODS
from cnnstudio.explain.target import Target
from cnnstudio.workspace.batch_pace import BatchPace
from cnnstudio.workspace.image_at_epochs import ImageAtEpochs
from cnnstudio.workspace.inspected_image import inspected_image, inspected_images
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.loaded_run import loaded_run
from cnnstudio.workspace.look_answer import ImageAnswer, MapAnswer
from cnnstudio.workspace.look_job import LookQuestion, is_instant, map_answer, plain_map, refined, whole_map

if TYPE_CHECKING:
    from cnnstudio.workspace.inspected_image import InspectedImage

CLASSES = 12
IMAGE_PX = 192


@dataclass(frozen=True, slots=True, eq=False)
class SeveralTile:
    """One small picture.

    Attributes
    ----------
    name : a method, a class number, an epoch, or the image's path
    image : what it lies over; of many images with pixels of at most `IMAGE_PX` a side
    map : None where there is none, and ``problem`` says why
    """

    name: object
    image: ImageAnswer | None
    map: MapAnswer | None
    problem: str = ""
    title: str = ""


class SeveralJob:
    """Make the maps of one arrangement: `SeveralTile` ...; slow methods come several times and get better.

    Parameters
    ----------
    kind : ``"methods"``, ``"classes"``, ``"epochs"`` or ``"images"``
    images : the files of ``"images"``

    Raises
    ------
    RunError, ImageError
        From `run`: a damaged run or image; one of many images that is damaged gets a tile that says so.
    JobCancelledError
        When stopped.
    """

    def __init__(self, kind: str, question: LookQuestion, images: Sequence[Path] = ()) -> None:
        self._kind, self._question, self._images = kind, question, tuple(images)

    title = "Making small heatmaps"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Explain and yield the tiles."""
        kinds: dict[str, Callable[[ShouldStop], Iterator[SeveralTile]]] = {
            "methods": self._methods, "classes": self._classes, "epochs": self._epochs, "images": self._of_images}
        for tile in kinds[self._kind](should_stop):
            yield tile
            if should_stop():
                raise JobCancelledError(self.title)

    def _seen(self) -> "Iterator[InspectedImage]":
        """Lend the image for one step, so that nobody waits longer than that."""
        with inspected_image(self._question.run_path, self._question.image) as seen:
            yield seen

    def _methods(self, should_stop: ShouldStop) -> Iterator[SeveralTile]:
        question = self._question
        for info in sorted(METHODS, key=lambda info: not is_instant(info.name)):
            for seen in self._seen():
                key = seen.answer.key(question.target, question.layer, info.name)
                steps = [map_answer(seen, key)] if is_instant(info.name) else refined(seen, key, should_stop)
                try:
                    yield from (SeveralTile(info.name, seen.answer, found) for found in steps)
                except JobCancelledError:
                    raise
                except CNNStudioError as error:
                    yield SeveralTile(info.name, seen.answer, None, str(error))

    def _classes(self, should_stop: ShouldStop) -> Iterator[SeveralTile]:
        for seen in self._seen():
            likeliest = [int(place) for place in np.argsort(-seen.answer.logits, kind="stable")[:CLASSES]]
        for index in likeliest:
            for seen in self._seen():
                key = seen.answer.key(Target(index=index), self._question.layer, self._question.method)
                share = f"{100 * float(seen.answer.probabilities[index]):.1f} %"
                yield SeveralTile(index, seen.answer, whole_map(seen, key, should_stop), title=share)

    def _epochs(self, should_stop: ShouldStop) -> Iterator[SeveralTile]:
        question = self._question
        for seen in self._seen():
            exact = seen.answer.exact(question.target)    # of all weights the same class
            key = seen.answer.key(exact, question.layer, question.method)
        epochs = ImageAtEpochs(question.run_path, question.image)
        for info in epochs.infos:
            try:
                with loaded_run(question.run_path):
                    seen = epochs.at(info.epoch)
                    found = whole_map(seen, key, should_stop)
                share = f"{100 * float(seen.answer.probabilities[exact.index or 0]):.0f} %"
                yield SeveralTile(info.epoch, seen.answer, found, title=share)
            except JobCancelledError:
                raise
            except RunError as error:
                yield SeveralTile(info.epoch, None, None, str(error))

    def _of_images(self, should_stop: ShouldStop) -> Iterator[SeveralTile]:
        pace, done = BatchPace(), 0
        while done < len(self._images):
            part = self._images[done:done + pace.count]
            begin = time.perf_counter()
            yield from self._together(part, should_stop) if is_instant(self._question.method) else (
                self._alone(path, should_stop) for path in part)
            pace.took(len(part), time.perf_counter() - begin)
            done += len(part)

    def _together(self, part: Sequence[Path], should_stop: ShouldStop) -> Sequence[SeveralTile]:
        """Return the tiles of a few images from one pass; one by one where that fails, to see which one it is."""
        question = self._question
        try:
            with inspected_images(question.run_path, part, question.target, question.layer, question.method) as several:
                return [self._tile(path, seen, should_stop) for path, seen in zip(part, several, strict=True)]
        except JobCancelledError:
            raise
        except CNNStudioError:
            return [self._alone(path, should_stop) for path in part]

    def _alone(self, path: Path, should_stop: ShouldStop) -> SeveralTile:
        if should_stop():
            raise JobCancelledError(self.title)
        try:
            with inspected_image(self._question.run_path, path, keep=False) as seen:
                return self._tile(path, seen, should_stop)
        except JobCancelledError:
            raise
        except CNNStudioError as error:
            return SeveralTile(path, None, None, str(error))

    def _tile(self, path: Path, seen: "InspectedImage", should_stop: ShouldStop) -> SeveralTile:
        from cnnstudio.workspace.pinned_images_job import shrink

        key = seen.answer.key(self._question.target, self._question.layer, self._question.method)
        found = plain_map(seen, key) if is_instant(key.method) else whole_map(seen, key, should_stop)
        pixels = shrink(seen.answer.pixels, IMAGE_PX)
        place = seen.answer.placement.scaled(pixels.shape[0], pixels.shape[1])
        return SeveralTile(path, replace(seen.answer, pixels=pixels, placement=place), found)
