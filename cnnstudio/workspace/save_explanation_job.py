"""Writes an explanation's files in the background."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.workspace.explanation_files import ExplanationFiles, save_explanation
from cnnstudio.workspace.explanation_job import ExplanationReady
from cnnstudio.workspace.jobs import ShouldStop


@dataclass(frozen=True, slots=True)
class ExplanationSaved:
    """The result of a `SaveExplanationJob`."""

    files: ExplanationFiles


class SaveExplanationJob:
    """Write overlay, legend and raw map into ``directory``: `ExplanationSaved`.

    Raises
    ------
    StorageError
        From `run`, naming the file that cannot be written.
    """

    title = "Saving the heatmap"

    def __init__(self, ready: ExplanationReady, directory: Path, stem: str, *, opacity: float,
                 color_map: str) -> None:
        self._ready, self._directory, self._stem = ready, directory, stem
        self._opacity, self._color_map = opacity, color_map

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Write and yield where the files are."""
        yield ExplanationSaved(save_explanation(self._ready, self._directory, self._stem, opacity=self._opacity,
                                                color_map=self._color_map))
