"""What is being looked at (run, image, class, layer) and the jobs that answer; only the newest answer counts."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from cnnstudio.explain.target import Target
from cnnstudio.ui.inspector.tabs import AUTO, LookSelection

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner

EXPLAIN_SLOT = "explain"


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What is asked of a run."""

    run_path: Path | None = None
    image: "Path | np.ndarray | None" = None
    """A file, or pixels (H, W, 3) that came without one."""
    target: int | None = None
    """A class number; None for the predicted class."""
    layer: str = AUTO
    """A layer's id, or ``"auto"``."""

    @property
    def is_complete(self) -> bool:
        """Whether there is something to ask."""
        return self.run_path is not None and self.image is not None


class LookSession(QObject):
    """Keeps the question; every change of it starts a job, whose late predecessors are dropped."""

    asked = Signal(object)
    """The new `Question`, at once."""
    answered = Signal(object)
    """A `LookReady`: image, heatmap, probabilities."""
    maps_ready = Signal(object)
    """A `LayerMapsReady`: the feature maps of the layer."""
    ended = Signal()
    failed = Signal(str)

    def __init__(self, jobs: "JobRunner", selection: LookSelection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._selection = jobs, selection
        self.question = Question()
        selection.changed.connect(self._on_selection)

    def look_at_run(self, run_path: Path | None, image: Path | None) -> None:
        """Ask another run, about ``image`` when there is no other yet; class and layer start afresh."""
        known = self.question.image
        self._ask(Question(run_path, image if known is None else known))

    def look_at_image(self, image: "Path | np.ndarray | None") -> None:
        """Ask about another image; class and layer stay."""
        self._ask(replace(self.question, image=image))

    def look_for_class(self, target: int | None) -> None:
        """Ask for another class's evidence."""
        self._ask(replace(self.question, target=target))

    def look_in_layer(self, layer: str) -> None:
        """Ask in another layer."""
        self._ask(replace(self.question, layer=layer))

    def _on_selection(self) -> None:
        """Ask what another tab has chosen."""
        chosen = self._selection
        if (chosen.target.index, chosen.layer) != (self.question.target, self.question.layer) \
                or chosen.image is not self.question.image:
            self._ask(replace(self.question, image=chosen.image, target=chosen.target.index, layer=chosen.layer))

    def _ask(self, question: Question) -> None:
        self.question = question
        self._selection.select(run_path=question.run_path, image=question.image, target=Target(index=question.target),
                               layer=question.layer)
        self._jobs.cancel(EXPLAIN_SLOT)
        self.asked.emit(question)
        if question.run_path is None or question.image is None:
            return
        from cnnstudio.workspace.look_job import LookJob

        job = LookJob(question.run_path, question.image, question.target, question.layer)
        self._jobs.start(job, slot=EXPLAIN_SLOT, on_event=self._on_event, on_finished=self._on_ended,
                         on_failed=self._on_failed, quiet=True)

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.look_job import LayerMapsReady, LookReady

        if not self.question.is_complete:  # nothing is asked any more; a cancelled job may still answer
            return
        if isinstance(event, LookReady):
            self.answered.emit(event)
        elif isinstance(event, LayerMapsReady):
            self.maps_ready.emit(event)

    def _on_ended(self) -> None:
        self.ended.emit()

    def _on_failed(self, message: str, _details: str) -> None:
        self.failed.emit(message)
        self.ended.emit()
