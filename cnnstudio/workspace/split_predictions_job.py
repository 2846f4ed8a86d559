"""Predicts one split of a folder, the way the run itself divided it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cnnstudio.data.image_folder import ImageFolder
from cnnstudio.workspace.evaluation_job import SplitChoice, choose_images
from cnnstudio.workspace.explanation_job import PredictionsJob
from cnnstudio.workspace.jobs import Progress, ShouldStop

if TYPE_CHECKING:
    from cnnstudio.runs.record import RunRecord


@dataclass(frozen=True, slots=True)
class SplitChosen:
    """Which images are predicted."""

    split: str
    """``"train"``, ``"validation"``, ``"test"`` or ``"all"``."""


class SplitPredictionsJob:
    """Predict ``split`` of ``folder``: `Progress`, `SplitChosen`, `Progress` ..., `PredictionsReady`.

    The folder a run was trained on is divided as it was then; another folder by its own splits, and without them
    all its images are predicted.

    Raises
    ------
    RunError, ImageFolderError
        From `run`: a damaged run, classes it does not know, no images in the split.
    """

    def __init__(self, run_path: Path, folder: ImageFolder, split: str) -> None:
        self._run_path, self._folder, self._split = run_path, folder, split

    @property
    def title(self) -> str:
        """What the status line says."""
        return f"Predicting the {self._split} images"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Predict and yield the events."""
        from cnnstudio.runs.store import RunFolder

        yield Progress(0, 0, "opening the run")
        record = RunFolder.load(self._run_path).record
        indices, name, _ = choose_images(self._folder, record, self._choice(record))
        yield SplitChosen(name)
        yield from PredictionsJob(self._run_path, self._folder, indices).run(should_stop)

    def _choice(self, record: "RunRecord") -> SplitChoice:
        foreign = self._folder.fingerprint != record.fingerprint
        undivided = all(file.split is None for file in self._folder.files)
        return "all" if foreign and undivided else cast("SplitChoice", self._split)
