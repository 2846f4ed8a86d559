"""Looks for images whose label looks wrong, with a run that has not learned from them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.health.doubtful_labels import DoubtfulLabel, can_judge, doubts
from cnnstudio.errors import RunError
from cnnstudio.wording import translate
from cnnstudio.workspace.explanation_job import PredictionsJob, PredictionsReady
from cnnstudio.workspace.image_choice import choose_images
from cnnstudio.workspace.jobs import Progress, ShouldStop, pass_on

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.runs.store import RunFolder

_OUT_OF_SAMPLE: tuple[Literal["validation", "test"], ...] = ("validation", "test")


@dataclass(frozen=True, slots=True)
class LabelsReviewed:
    """The result of a `LabelReviewJob`."""

    run_path: Path
    folder: ImageFolder
    doubtful: tuple[DoubtfulLabel, ...]
    """The most doubtful first."""
    reviewed: int
    """How many images were looked at."""
    left_out: int
    """How many were not, because the run learned from them."""


class LabelReviewJob:
    """Predict what a run did not learn from and compare: `Progress` ..., then `LabelsReviewed`.

    These are the validation and test images of the run's own folder; of another one its own, or all when it is not
    divided.

    Parameters
    ----------
    folder : as it is used, so that relabelled images count by their new class
    confirmed : images (`ImageFile.relative`) whose label the user has confirmed: they are not doubted again

    Raises
    ------
    RunError, ImageFolderError
        From `run`: a damaged run, classes it does not know, no images it has not learned from, or a network that
        does no better than guessing.
    """

    def __init__(self, run_path: Path, folder: ImageFolder, confirmed: Collection[str] = (), *,
                 cache_directory: Path | None = None, threads: int = 0) -> None:
        self._run_path, self._folder, self._confirmed = run_path, folder, frozenset(confirmed)
        self._cache_directory, self._threads = cache_directory, threads

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Reviewing the labels with {run_path}", run_path=self._run_path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Predict, compare and yield the events."""
        from cnnstudio.runs.store import RunFolder

        yield Progress(0, 0, translate("workspace", "opening the run"))
        indices = out_of_sample(self._folder, RunFolder.load(self._run_path))
        job = PredictionsJob(self._run_path, self._folder, indices, cache_directory=self._cache_directory,
                             threads=self._threads)
        answers = yield from pass_on(job.run(should_stop), PredictionsReady)
        if not can_judge(answers.labels, answers.probabilities):
            raise RunError(translate(
                "workspace", "On images it has not learned from, {run_path} is not surely better than guessing, so it "
                "cannot say which labels are wrong. Use a run that has learned more.", run_path=self._run_path.name))
        yield LabelsReviewed(self._run_path, self._folder, self._doubtful(answers), len(indices),
                             self._folder.used - len(indices))

    def _doubtful(self, answers: PredictionsReady) -> tuple[DoubtfulLabel, ...]:
        found = doubts(answers.labels, answers.probabilities)
        pairs = zip(found.places.tolist(), found.suggested.tolist(), strict=True)
        listed = (self._label(answers, place, suggested) for place, suggested in pairs)
        return tuple(label for label in listed if label.relative not in self._confirmed)

    def _label(self, answers: PredictionsReady, place: int, suggested: int) -> DoubtfulLabel:
        file, given = self._folder.files[int(answers.indices[place])], int(answers.labels[place])
        probabilities = answers.probabilities[place]
        return DoubtfulLabel(file.relative, file.path, answers.class_names[given], answers.class_names[suggested],
                             float(probabilities[given]), float(probabilities[suggested]),
                             float(answers.losses[place]))


def out_of_sample(folder: ImageFolder, run: "RunFolder") -> "NDArray[np.int64]":
    """Return the images of ``folder`` that the run did not learn from, as ascending places in its files.

    Raises
    ------
    RunError
        When there are none.
    """
    parts = [part for name in _OUT_OF_SAMPLE if (part := _part(folder, run, name)) is not None]
    if parts:
        return np.unique(np.concatenate(parts))
    everything = choose_images(folder, run, "all")
    if everything.seen_in_training:
        raise RunError(translate(
            "workspace", "{file} learned from images of {root} and has no validation or test images there, so it "
            "cannot judge their labels.", file=run.path.name, root=folder.root))
    return everything.indices


def _part(folder: ImageFolder, run: "RunFolder", name: Literal["validation", "test"]) -> "NDArray[np.int64] | None":
    try:
        return choose_images(folder, run, name).indices
    except RunError:
        return None
