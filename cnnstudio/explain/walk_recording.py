"""What is needed to walk through a network with one image: outlines, weights, values up to a limit. Free of torch."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from cnnstudio.explain.walk_values import Floats, LayerOutline, LayerValues

VALUE_LIMIT = 48_000_000
"""Values that are kept of one image, 192 MB: all of ResNet-18 at 224 px (20 million), half of VGG-16's."""
PROBABILITIES = "·probabilities"
"""Id of the softmax behind the Output, which is no layer of the graph; no node's id holds this sign."""
_PIXELS = "·pixels"


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """One image in one network.

    Attributes
    ----------
    layers : in the order they run, the Input first and the probabilities last
    values : outputs by id, of the layers that are kept; also the pixels the Input takes
    weights : by id and torch's name
    class_names : K names
    """

    layers: tuple[LayerOutline, ...]
    values: Mapping[str, Floats]
    weights: Mapping[str, Mapping[str, Floats]]
    class_names: tuple[str, ...]

    def outline(self, layer_id: str) -> LayerOutline:
        """Return a layer; raises KeyError when there is none."""
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        raise KeyError(layer_id)

    def number(self, layer_id: str) -> int:
        """Return the place of a layer in the order, from 0; raises KeyError when there is none."""
        return self.layers.index(self.outline(layer_id))

    def layer(self, layer_id: str) -> LayerValues | None:
        """Return what a layer took and gave; None when its values were left out to spare the memory."""
        outline = self.outline(layer_id)
        sources = outline.sources or (_PIXELS,)
        if any(source not in self.values for source in (*sources, layer_id)):
            return None
        inputs = tuple(self.values[source] for source in sources)
        return LayerValues(outline, inputs, self.values[layer_id], self.weights.get(layer_id, {}))

    def followers(self, layer_id: str) -> tuple[str, ...]:
        """Return the ids of the layers that take what a layer gives."""
        return tuple(layer.id for layer in self.layers if layer_id in layer.sources)


def kept_layers(layers: Sequence[LayerOutline], needed: Collection[str],
                limit: int = VALUE_LIMIT) -> frozenset[str]:
    """Return whose outputs are kept: those of ``needed`` layers and what feeds them, then the smallest first."""
    wanted = {layer.id: prod(layer.shape) for layer in layers}
    certain = {source for layer in layers if layer.id in needed for source in (layer.id, *layer.sources)}
    room = limit - sum(wanted[layer_id] for layer_id in certain)
    kept = set(certain)
    for layer_id in sorted(wanted, key=wanted.__getitem__):
        if layer_id not in kept and wanted[layer_id] <= room:
            room -= wanted[layer_id]
            kept.add(layer_id)
    return frozenset(kept)


def with_pixels(values: Mapping[str, Floats], pixels: Floats) -> dict[str, Floats]:
    """Return outputs by id together with the pixels (C, h, w), 0 ... 255, that the Input takes."""
    return {**values, _PIXELS: pixels}
