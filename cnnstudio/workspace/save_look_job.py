"""Makes the explanation on show once more, at the size of the original, and writes its files."""

from collections.abc import Iterator
from pathlib import Path

from cnnstudio.workspace.explanation_files import save_explanation
from cnnstudio.workspace.explanation_job import ExplanationReady
from cnnstudio.workspace.inspected_image import inspected_image
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.look_job import LookQuestion
from cnnstudio.workspace.save_explanation_job import ExplanationSaved


class SaveLookJob:
    """Write overlay, legend and raw map of what a `LookQuestion` asks into ``directory``: `ExplanationSaved`.

    Raises
    ------
    RunError, ImageError, StorageError
        From `run`, naming the file.
    """

    title = "Saving the heatmap"

    def __init__(self, question: LookQuestion, directory: Path, stem: str, *, opacity: float, color_map: str) -> None:
        self._question, self._directory, self._stem = question, directory, stem
        self._opacity, self._color_map = opacity, color_map

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Explain, write, and yield where the files are."""
        question = self._question
        path = question.image if isinstance(question.image, Path) else None
        with inspected_image(question.run_path, question.image) as seen:
            explanation = seen.inspection.explain(question.target, question.layer, question.method)
        ready = ExplanationReady(path, explanation.pixels, explanation, seen.answer.class_names, seen.answer.notes)
        yield ExplanationSaved(save_explanation(ready, self._directory, self._stem, opacity=self._opacity,
                                                color_map=self._color_map))
