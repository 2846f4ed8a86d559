"""Predicts one split of a folder, the way the run itself divided it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.wording import translate
from cnnstudio.workspace.explanation_job import PredictionsJob, PredictionsReady
from cnnstudio.workspace.image_choice import SplitChoice, choose_images
from cnnstudio.workspace.jobs import Progress, ShouldStop


@dataclass(frozen=True, slots=True)
class SplitChosen:
    """Which images are predicted."""

    split: str
    """``"train"``, ``"validation"``, ``"test"`` or ``"all"``."""


class SplitPredictionsJob:
    """Predict ``split`` of ``folder``: `Progress`, `SplitChosen`, `Progress` ..., `PredictionsReady`.

    The images of the folder a run was trained on are divided as they were then, whatever was decided since; another
    folder by its own splits, and without them all its images are predicted.

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
        return translate("workspace", "Predicting the {split} images", split=self._split)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Predict and yield the events."""
        from cnnstudio.runs.store import RunFolder

        yield Progress(0, 0, translate("workspace", "opening the run"))
        chosen = choose_images(self._folder, RunFolder.load(self._run_path), cast("SplitChoice", self._split),
                               all_if_undivided=True)
        yield SplitChosen(chosen.split)
        for event in PredictionsJob(self._run_path, self._folder, chosen.indices).run(should_stop):
            if isinstance(event, PredictionsReady):
                set(event.paths)    # a path works its hash out once; whoever looks paths up should not wait for 100,000
            yield event
