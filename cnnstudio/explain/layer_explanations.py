"""Explanations of one image at every layer that has a map."""

from collections.abc import Iterator

from cnnstudio.explain.cam_methods import CAM_METHODS
from cnnstudio.explain.explained import RawMap, explanation
from cnnstudio.explain.explanation import Explanation
from cnnstudio.explain.inspection import Inspection
from cnnstudio.explain.pixels.question import ShouldStop, never, stop_if_wanted
from cnnstudio.explain.pixels.settings import PixelSettings
from cnnstudio.explain.target import Target


def layer_explanations(inspection: Inspection, target: Target | int | None, method: str,
                       should_stop: ShouldStop = never, settings: PixelSettings | None = None) -> Iterator[Explanation]:
    """Yield an explanation at each layer, in the order they run; gradients of all layers come from one way back.

    Parameters
    ----------
    method : a method of layers

    Raises
    ------
    JobCancelledError
        Between two layers, when ``should_stop`` says so.
    """
    if method not in CAM_METHODS:
        for layer in inspection.layers:
            yield inspection.explain(target, layer.key, method, should_stop=should_stop, settings=settings)
        return
    exact = inspection.resolve(target)
    for found in inspection.all_layers(target, method):
        stop_if_wanted(should_stop)
        layer = found.layer
        raw = RawMap(found.raw, inspection.logits, exact, method, layer.key, layer.call, layer.calls)
        yield explanation(raw, inspection.seen, inspection.known())
