"""Runs the methods that ask the whole network for an inspected image, from a first picture to the best one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.explain.explained import KnownNetwork, RawMap, SeenImage, explanation
from cnnstudio.explain.explanation import Explanation, method_info
from cnnstudio.explain.inspected_layer import split_key
from cnnstudio.explain.pixels.fills import Filler
from cnnstudio.explain.pixels.input_gradients import to_map
from cnnstudio.explain.pixels.partial import Partial
from cnnstudio.explain.pixels.question import Question, ShouldStop, never
from cnnstudio.explain.pixels.settings import PixelSettings
from cnnstudio.explain.pixels.table import PIXEL_METHODS, Task
from cnnstudio.explain.target import Target

_OF_MANY_IMAGES = frozenset(("occlusion", "integrated-gradients", "smoothgrad", "score-cam"))
"""Methods that ask about so many images that a quick copy of the network pays; a map differs by rounding."""

if TYPE_CHECKING:
    from cnnstudio.explain.inspection import Inspection


@dataclass(frozen=True, slots=True, eq=False)
class Refined:
    """One of the better and better maps of an image.

    Attributes
    ----------
    part : the map as numbers, with how much of the work is done
    """

    part: Partial
    _found: RawMap
    _seen: SeenImage
    _known: Callable[[], KnownNetwork]

    @property
    def is_whole(self) -> bool:
        """Whether this is the last one."""
        return self.part.is_whole

    def with_note(self, note: str) -> "Refined":
        """Return the same with a sentence before all others."""
        return replace(self, _found=replace(self._found, notes=(note, *self._found.notes)))

    def explanation(self) -> Explanation:
        """Lay the map over the image; takes as long as the image is large, so not every step need be shown."""
        return explanation(self._found, self._seen, self._known())


def refine(inspection: "Inspection", target: Target | int | None, layer: str, method: str,
           should_stop: ShouldStop = never, settings: PixelSettings | None = None) -> Iterator[Refined]:
    """Yield better and better maps; the last one is whole.

    Parameters
    ----------
    layer : for a method of a layer: its key or ``"auto"``
    method : a name of `PIXEL_METHODS`

    Raises
    ------
    JobCancelledError
        Between two batches, when ``should_stop`` says so.
    """
    chosen = settings or PixelSettings()
    network = inspection.quick_network if method in _OF_MANY_IMAGES else inspection.network
    question, scores = Question.ask(network, inspection.image, target)
    known = inspection.known()
    filler = Filler(inspection.image, np.asarray(known.mean), np.asarray(known.std))
    key = "" if method_info(method).of_input else inspection.layer(layer)
    task = Task(question, filler, lambda: inspection.activations(key),
                lambda values: inspection.replay(key, values, question.target.region), chosen, should_stop)
    frame = RawMap(np.zeros((1, 1), np.float32), to_map(scores), question.target,
                   method, key, split_key(key)[1] or 1, settings=tuple(chosen.of(method).items()))
    about = inspection.layer_notes(layer) if key else ()
    for part in PIXEL_METHODS[method](task):
        yield Refined(part, replace(frame, raw=part.raw, notes=(*about, *part.notes)), inspection.seen,
                      inspection.known)
