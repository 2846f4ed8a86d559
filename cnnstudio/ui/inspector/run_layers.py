"""What the Look inside page knows of the layers of the run that is looked at, without its weights."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class SpatialLayer:
    """A layer whose output still has a height and a width."""

    id: str
    name: str
    shape: tuple[int, ...]
    """(C, H, W) of its output."""

    @property
    def shape_text(self) -> str:
        """The shape as people write it."""
        return " × ".join(f"{size:,}" for size in self.shape)


@dataclass(frozen=True)
class RunLayers:
    """The layers of one network.

    Attributes
    ----------
    spatial : those a map can be taken from, in the order of the data
    origin : by the id of every layer, repeats of a block included, the layer of the document it stands for
    kinds : by the id of every layer of the document, what kind it is
    """

    spatial: tuple[SpatialLayer, ...] = ()
    origin: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def with_maps(self) -> frozenset[str]:
        """Ids of the layers a map can be taken from."""
        return frozenset(layer.id for layer in self.spatial)


NO_LAYERS = RunLayers()


def run_layers(document: dict[str, object]) -> RunLayers:
    """Return the layers of a network document.

    Every repeat of a block has layers of its own, such as ``conv2d_1 (1/3)``.
    """
    from cnnstudio.network.document import from_document
    from cnnstudio.network.shapes import analyse

    source = from_document(document)
    analysis = analyse(source)
    graph, shapes = analysis.unrolled.graph, analysis.shapes
    spatial = tuple(
        SpatialLayer(node, graph.nodes[node].name, shapes[node]) for node in graph.topological_order()
        if graph.nodes[node].kind not in ("Input", "Output")
        and len(shapes.get(node, ())) == 3 and shapes[node][1] * shapes[node][2] > 1)
    kinds = {node: layer.kind for node, layer in source.nodes.items()}
    return RunLayers(spatial, analysis.unrolled.origin, kinds)
