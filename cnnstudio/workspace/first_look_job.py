"""Asks the published network what it sees in images, with ImageNet's 1,000 classes and without any training."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.data.loading import load
from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.errors import ImageError
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.loaded_run import IMAGENET_RUN, LoadedRun, loaded_run

if TYPE_CHECKING:
    from torch import Tensor

BEST = 5


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network sees in one image.

    Attributes
    ----------
    path : the file
    best : the `BEST` most probable classes with their probabilities, the first one first; empty where there is a
        problem
    problem : why the file could not be looked at, in a sentence
    """

    path: Path
    best: tuple[tuple[str, float], ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FirstLookFinished:
    """All images were looked at; the result of a `FirstLookJob`."""

    seen: tuple[Seen, ...]


class FirstLookJob:
    """Classify image files with the published network: `Progress` and `Seen` by turns, then `FirstLookFinished`.

    Raises
    ------
    NetworkError
        From `run`, when a package with weights or names is missing or changed.
    JobCancelledError
        From `run`, when stopped.
    """

    def __init__(self, images: Sequence[Path]) -> None:
        self._images = tuple(images)

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Looking at {count:,} images with ImageNet's classes", count=len(self._images))

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Look at the images one by one and yield the events."""
        yield Progress(0, len(self._images), translate("workspace", "reading ImageNet's weights"))
        seen: list[Seen] = []
        for number, path in enumerate(self._images):
            stop_if_asked(should_stop)
            with loaded_run(IMAGENET_RUN) as run:
                seen.append(_look(run, path))
            yield seen[-1]
            yield Progress(number + 1, len(self._images), "looking")
        yield FirstLookFinished(tuple(seen))


def _look(run: LoadedRun, path: Path) -> Seen:
    import torch

    try:
        loaded = load(path, run.record.preprocess, readable_part=True)
    except ImageError as error:
        return Seen(path, problem=str(error))
    with torch.no_grad():
        probabilities: Tensor = run.network(run.explainer.tensor(loaded.input_pixels))[0].softmax(dim=0)
    shares, places = probabilities.topk(BEST)
    names = run.record.class_names
    return Seen(path, tuple((names[place], share)
                            for place, share in zip(places.tolist(), shares.tolist(), strict=True)))
