"""Explains one image for the screen: the map that was asked for first, then those a click is likely to want."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.explain.explanation import METHODS, method_info, target_words
from cnnstudio.explain.heatmap import is_weak
from cnnstudio.explain.target import Target
from cnnstudio.wording import translate
from cnnstudio.workspace.cell_parts import cell_parts
from cnnstudio.workspace.inspected_image import InspectedImage, inspected_image
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.look_answer import CellParts, ImageAnswer, LookReady, MapAnswer, MapKey, MoreMaps

if TYPE_CHECKING:
    from numpy.typing import NDArray

AUTO = "auto"
PREDICTED = Target()
CLASSES_AHEAD = 5


@dataclass(frozen=True, slots=True, eq=False)
class LookQuestion:
    """What is asked.

    Attributes
    ----------
    image : a file, or pixels (H, W, 3) uint8
    layer : a layer's key or ``"auto"``
    method : a name of `METHODS`
    """

    run_path: Path
    image: "Path | NDArray[np.uint8]"
    target: Target = PREDICTED
    layer: str = AUTO
    method: str = METHODS[0].name


class LookJob:
    """Explain: `LookReady`, then `MoreMaps` until everything near is at hand, or nobody wants it any more.

    Every step takes the run for itself and gives it back, so that a newer question waits for one step at most.

    Raises
    ------
    RunError, ImageError, InputError, NetworkError
        From `run`: a damaged run or image, an unknown class, layer or method.
    """

    def __init__(self, question: LookQuestion, *, ahead: bool = True) -> None:
        self._question, self._ahead = question, ahead

    @property
    def title(self) -> str:
        """What the status line says."""
        image = self._question.image
        return translate(
            "workspace", "Explaining {image}",
            image=image.name) if isinstance(image, Path) else translate("workspace", "Explaining the image")

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Explain and yield the events; a slow method's map comes several times and gets better."""
        question = self._question
        with inspected_image(question.run_path, question.image) as seen:
            key = seen.answer.key(question.target, question.layer, question.method)
            if is_instant(key.method):
                yield LookReady(seen.answer, map_answer(seen, key))
            else:
                yield from (LookReady(seen.answer, found) for found in refined(seen, key, should_stop))
            answer = seen.answer
        if self._ahead:
            yield from self._more(key, answer, should_stop)

    def _more(self, key: MapKey, image: ImageAnswer, should_stop: ShouldStop) -> Iterator[object]:
        """Yield the other methods, all layers, then the likeliest classes and the best question about them."""
        if not is_instant(key.method):
            return
        for info in METHODS:
            if is_instant(info.name) and info.name != key.method:
                yield from self._step(MapKey(key.target, key.layer, info.name), should_stop)
        yield from self._layers(key, should_stop)
        for target in targets_ahead(image, key.target):
            yield from self._step(MapKey(target, key.layer, key.method), should_stop)

    def _step(self, key: MapKey, should_stop: ShouldStop) -> Iterator[object]:
        if should_stop():
            return
        with inspected_image(self._question.run_path, self._question.image) as seen:
            found = map_answer(seen, key)
        yield MoreMaps((found,))

    def _layers(self, key: MapKey, should_stop: ShouldStop) -> Iterator[object]:
        if should_stop():
            return
        with inspected_image(self._question.run_path, self._question.image) as seen:
            maps = seen.inspection.all_layers(key.target, key.method)
            found = tuple(told(seen, MapKey(key.target, one.layer.key, key.method), one.raw) for one in maps)
        yield MoreMaps(found)


def is_instant(method: str) -> bool:
    """Whether a method's maps come from what is kept of the image."""
    return method_info(method).speed == "instant"


def targets_ahead(image: ImageAnswer, known: Target) -> tuple[Target, ...]:
    """Return what may be asked next: the likeliest classes, and why the first rather than the second."""
    likeliest = [int(index) for index in np.argsort(-image.logits, kind="stable")[:CLASSES_AHEAD]]
    wanted = [Target(index=index) for index in likeliest]
    if len(likeliest) > 1:
        wanted.append(Target("contrast", likeliest[0], likeliest[1]))
    return tuple(target for target in wanted if target != known)


def map_answer(seen: InspectedImage, key: MapKey) -> MapAnswer:
    """Return one map of an instant method, with its words and its channels."""
    raw = seen.inspection.raw(key.target, key.layer, key.method)
    return told(seen, key, raw, layer_note(seen, key.layer), cell_parts(seen, key.target, key.layer, key.method))


def plain_map(seen: InspectedImage, key: MapKey) -> MapAnswer:
    """Return one map of an instant method with its words alone, as small pictures need it."""
    return told(seen, key, seen.inspection.raw(key.target, key.layer, key.method), layer_note(seen, key.layer))


def whole_map(seen: InspectedImage, key: MapKey, should_stop: ShouldStop) -> MapAnswer:
    """Return one map of any method as good as it gets; raises as `refined`."""
    return map_answer(seen, key) if is_instant(key.method) else list(refined(seen, key, should_stop))[-1]


def refined(seen: InspectedImage, key: MapKey, should_stop: ShouldStop) -> Iterator[MapAnswer]:
    """Yield the map of a slow method, better and better.

    Raises
    ------
    JobCancelledError
        When it is no longer wanted.
    """
    fall_back = seen.answer.fall_back
    reason = (fall_back.reason,) if fall_back is not None and fall_back.method == key.method else ()
    for step in seen.inspection.refine(key.target, key.layer or AUTO, key.method, should_stop):
        found = told(seen, key, step.part.raw, " ".join((*reason, *step.part.notes)))
        yield replace(found, done=step.part.done, total=step.part.total)


def layer_note(seen: InspectedImage, layer: str) -> str:
    """Say why this layer is the usual one, or what to know about it."""
    from cnnstudio.explain.inspected_layer import split_key
    from cnnstudio.explain.target_layer import activation_note

    automatic = seen.run.explainer.automatic_layer()
    return automatic.reason if layer == automatic.id else activation_note(seen.run.network, split_key(layer)[0])


def told(seen: InspectedImage, key: MapKey, raw: "NDArray[np.float32]", note: str = "",
         cells: CellParts | None = None) -> MapAnswer:
    """Put a raw map (h, w) and its words together."""
    from cnnstudio.explain.explained import evidence_of

    subject = target_words(seen.inspection.resolve(key.target), seen.answer.class_names)
    return MapAnswer(
        key=key, raw=raw, positive=float(np.maximum(raw, 0).sum(dtype=np.float64)), weak=is_weak(raw),
        evidence=evidence_of(raw, seen.inspection.seen, subject),
        note=note, cells=cells)
