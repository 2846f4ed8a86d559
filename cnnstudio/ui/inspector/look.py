"""What is being looked at, what is known of it already, and the jobs that answer the rest; the newest counts."""

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from cnnstudio.explain.explanation import METHODS, method_info
from cnnstudio.explain.target import Target
from cnnstudio.ui.inspector.tabs import AUTO, LookSelection, is_same

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.look_answer import ImageAnswer, LookReady, MapAnswer, MapKey

EXPLAIN_SLOT = "explain"
PREDICTED = Target()
_WEAK_SHARE = 0.1
_ENOUGH_IMAGES = 5


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What is asked of a run."""

    run_path: Path | None = None
    image: "Path | np.ndarray | None" = None
    """A file, or pixels (H, W, 3) that came without one."""
    target: Target = PREDICTED
    layer: str = AUTO
    """A layer's id, or ``"auto"``."""
    method: str = METHODS[0].name

    @property
    def is_complete(self) -> bool:
        """Whether there is something to ask."""
        return self.run_path is not None and self.image is not None


class LookSession(QObject):
    """Answers every change of the selection: at once from what is known of the image, else with a job."""

    asked = Signal(object)
    """The new `Question`, at once."""
    answered = Signal(object)
    """A `LookReady`: the image and the map that was asked for."""
    more_known = Signal(object)
    """Maps (`MapAnswer`) that nobody asked for yet."""
    ended = Signal()
    failed = Signal(str)

    def __init__(self, jobs: "JobRunner", selection: LookSelection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._selection = jobs, selection
        self.question = Question()
        self.image: ImageAnswer | None = None
        self.maps: dict[MapKey, MapAnswer] = {}
        """What is known of the image."""
        self._usual: dict[tuple[object, ...], dict[int, float]] = {}
        self._is_answered = self._is_hurried = False
        selection.changed.connect(self._ask)

    # what is chosen

    def look_at_run(self, run_path: Path | None, image: Path | None) -> None:
        """Ask another run, about ``image`` when there is no other yet; class, layer and method start afresh."""
        known = self._selection.image
        self._forget()
        self._selection.select(run_path=run_path, image=image if known is None else known, target=Target(), layer=AUTO,
                               method=METHODS[0].name)

    def look_at_image(self, image: "Path | np.ndarray | None") -> None:
        """Ask about another image; class, layer and method stay."""
        if image is not None and is_same(image, self._selection.image):
            self._forget()    # the file may have changed
            self._ask()
        self._selection.select(image=image)

    def look_for(self, target: Target) -> None:
        """Ask for the evidence of another score."""
        self._selection.select(target=target)

    def look_for_class(self, index: int | None) -> None:
        """Ask for the evidence of a class alone; None for the predicted one."""
        self.look_for(Target(index=index))

    def look_in_layer(self, layer: str) -> None:
        """Ask in another layer."""
        self._selection.select(layer=layer)

    def look_with(self, method: str) -> None:
        """Ask another method."""
        self._selection.select(method=method)

    def hurry(self, hurried: bool) -> None:
        """Work out nothing but what is asked while pictures follow each other; then also what is near the last."""
        self._is_hurried = hurried
        if not hurried and self.question.run_path is not None and self.question.image is not None:
            self._start(self.question.run_path, self.question.image)

    # asking

    def _forget(self) -> None:
        self.image, self.maps = None, {}

    def _ask(self) -> None:
        chosen = self._selection
        question = Question(chosen.run_path, chosen.image, chosen.target, chosen.layer, chosen.method)
        self.question = question
        if not self._is_of_image(question):
            self._forget()
        self._is_answered = False
        self._jobs.cancel(EXPLAIN_SLOT)
        self.asked.emit(question)
        if question.run_path is None or question.image is None:
            return
        self._answer_from_known()
        if not self._is_answered or method_info(question.method).speed == "instant":
            self._start(question.run_path, question.image)    # of a known map: for what is near it
        else:
            self.ended.emit()

    def _start(self, run_path: Path, image: "Path | np.ndarray") -> None:
        from cnnstudio.workspace.look_job import LookJob, LookQuestion

        question = self.question
        job = LookJob(LookQuestion(run_path, image, question.target, question.layer, question.method),
                      ahead=not self._is_hurried)
        self._jobs.start(job, slot=EXPLAIN_SLOT, on_event=self._on_event, on_finished=self._on_ended,
                         on_failed=self._on_failed, quiet=True)

    def _is_of_image(self, question: Question) -> bool:
        image = self.image
        return image is not None and image.run_path == question.run_path and is_same(image.image, question.image)

    def key(self) -> "MapKey | None":
        """Return the map that is asked for; None while the image's classes and layers are not known."""
        question = self.question
        return None if self.image is None else self.image.key(question.target, question.layer, question.method)

    def known(self) -> "MapAnswer | None":
        """Return the map that is asked for, when it is known."""
        key = self.key()
        found = None if key is None else self.maps.get(key)
        return found if found is not None and found.is_whole else None

    def _answer_from_known(self) -> None:
        from cnnstudio.workspace.look_answer import LookReady

        found = self.known()
        if found is not None and self.image is not None:
            self._is_answered = True
            self.answered.emit(LookReady(self.image, found))

    def say_again(self) -> None:
        """Tell the answer once more: something else was shown in its place."""
        self._answer_from_known()

    # answers

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.look_answer import LookReady, MoreMaps

        if not self.question.is_complete:  # nothing is asked any more; a cancelled job may still answer
            return
        if isinstance(event, LookReady):
            self._take(event)
        elif isinstance(event, MoreMaps) and self.image is not None:
            self.maps.update({found.key: found for found in event.maps})
            self.more_known.emit(event.maps)

    def _take(self, ready: "LookReady") -> None:
        if self.image is None or ready.image is not self.image:
            self.image = ready.image
        is_shown = self._is_answered and self.known() is not None
        self.maps[ready.map.key] = ready.map
        if ready.map.is_whole:
            self._remember(ready)
        if is_shown:
            self.more_known.emit((ready.map,))
        else:
            self._is_answered = True
            self.answered.emit(ready)

    def _on_ended(self) -> None:
        self.ended.emit()

    def _on_failed(self, message: str, _details: str) -> None:
        self.failed.emit(message)
        self.ended.emit()

    # what is usual

    def _remember(self, ready: "LookReady") -> None:
        of_class = self._usual.setdefault(_kind(ready.image, ready.map.key), {})
        of_class[hash(ready.image.image) if isinstance(ready.image.image, Path) else id(ready.image.image)] = (
            ready.map.positive)

    def usual(self, key: "MapKey") -> float | None:
        """Return the median sum of positive evidence over the images looked at; None while they are few."""
        sums = self._usual.get(_kind(self.image, key), {}) if self.image is not None else {}
        return median(sums.values()) if len(sums) >= _ENOUGH_IMAGES else None

    def is_weak(self, found: "MapAnswer") -> bool:
        """Whether next to nothing speaks for the target: within the map, or against what is usual for it."""
        usual = self.usual(found.key)
        return found.weak or (usual is not None and found.positive < _WEAK_SHARE * usual)


def _kind(image: "ImageAnswer", key: "MapKey") -> tuple[object, ...]:
    return (image.run_path, key)
