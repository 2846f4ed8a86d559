"""A layer that cannot take what arrives, and the edits that may mend it, each tried on the shape rules first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cnnstudio.errors import NetworkError
from cnnstudio.network.edits import Compound, Edit, InsertOnEdge, RemoveNodes, SetParameter
from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.problems import Mend
from cnnstudio.network.registry import layer_kind
from cnnstudio.wording import translate


@dataclass(frozen=True)
class Misfit:
    """A layer that cannot take what arrives.

    Attributes
    ----------
    inputs : the shapes that arrive, in port order
    shapes : the output shapes of the layers that have one
    """

    graph: NetworkGraph
    node: Node
    inputs: tuple[Shape, ...]
    shapes: Mapping[str, Shape]

    def fits(self, inputs: Sequence[Shape], **changed: Any) -> bool:
        """Return whether the layer would take ``inputs`` with some parameters changed."""
        return output_shape(self.node.kind, inputs, self.node.parameters | changed) is not None


def output_shape(kind: str, inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape | None:
    """Return what a layer makes of ``inputs``, or None when it cannot take them or a parameter is out of limits."""
    rules = layer_kind(kind)
    try:
        return rules.shape(inputs, rules.check_parameters(parameters))
    except NetworkError:
        return None


def insert_before(graph: NetworkGraph, edge: Edge, steps: Sequence[tuple[str, Mapping[str, Any]]]) -> Edit:
    """Return the edit that puts layers of these kinds and parameters on an edge, in order."""
    edits: list[Edit] = []
    source, target = graph.nodes[edge.source], graph.nodes[edge.target]
    left = edge.source
    for number, (kind, parameters) in enumerate(steps, 1):
        share = number / (len(steps) + 1)
        x, y = source.x + share * (target.x - source.x), source.y + share * (target.y - source.y)
        node = graph.draft_node(kind, x, y, **parameters)
        edits.append(InsertOnEdge(node, Edge(left, edge.target, edge.port)))
        left = node.id
    titles = translate("network", " and ").join(translate("LayerKind", layer_kind(kind).title) for kind, _ in steps)
    return edits[0] if len(edits) == 1 else Compound(translate("network", "Insert {titles}", titles=titles), edits)


def remove_mend(node: Node) -> Mend:
    """Return the mend that takes a layer out and closes the gap."""
    return Mend(translate("network", "Remove {layer}", layer=node.name), RemoveNodes([node.id]))


def set_parameters(misfit: Misfit, label: str, **changed: Any) -> Iterator[Mend]:
    """Offer parameter changes when they make the layer fit."""
    if misfit.fits(misfit.inputs, **changed):
        edits = [SetParameter(misfit.node.id, name, value) for name, value in changed.items()]
        yield Mend(label, edits[0] if len(edits) == 1 else Compound(label, edits))


def insert_layers(misfit: Misfit, label: str, *steps: tuple[str, Mapping[str, Any]], port_index: int = 0,
            **changed: Any) -> Iterator[Mend]:
    """Offer to put layers before one input, maybe with parameters changed, when the layer then fits."""
    shape: Shape | None = misfit.inputs[port_index]
    for kind, parameters in steps:
        shape = None if shape is None else output_shape(kind, [shape], parameters)
    if shape is None:
        return
    inputs = list(misfit.inputs)
    inputs[port_index] = shape
    if not misfit.fits(inputs, **changed):
        return
    edge = misfit.graph.in_edges(misfit.node.id)[port_index]
    edits = [SetParameter(misfit.node.id, name, value) for name, value in changed.items()]
    insertion = insert_before(misfit.graph, edge, steps)
    yield Mend(label, Compound(label, [*edits, insertion]) if edits else insertion)


def removal(misfit: Misfit) -> Iterator[Mend]:
    """Offer to take out the layer itself, the last resort."""
    if len(misfit.inputs) == 1 and layer_kind(misfit.node.kind).has_output:
        yield remove_mend(misfit.node)


def without_vector(misfit: Misfit) -> Iterator[Mend]:
    """Offer to take out the layer that made a vector of the volume that is needed here."""
    edge = misfit.graph.in_edges(misfit.node.id)[0]
    maker = misfit.graph.nodes[edge.source]
    feeding = misfit.graph.predecessors(maker.id)
    if len(misfit.inputs[0]) != 1 or len(feeding) != 1 or len(misfit.graph.out_edges(maker.id)) != 1:
        return
    before = misfit.shapes.get(feeding[0])
    if before is not None and misfit.fits([before]):
        yield remove_mend(maker)


def replacement(misfit: Misfit, kind: str) -> Iterator[Mend]:
    """Offer another kind in the layer's place, with the parameters the two share, when what follows takes it too."""
    node, title = misfit.node, translate("LayerKind", layer_kind(kind).title)
    names = {parameter.name for parameter in layer_kind(kind).parameters}
    kept = {name: value for name, value in node.parameters.items() if name in names}
    shape = output_shape(kind, misfit.inputs, kept)
    if shape is None or not all(_takes(misfit.graph.nodes[follower], shape)
                                for follower in misfit.graph.successors(node.id)):
        return
    (edge,) = misfit.graph.in_edges(node.id)
    new = misfit.graph.draft_node(kind, node.x, node.y, **kept)
    yield Mend(translate("network", "Use {title} instead", title=title), Compound(
        translate("network", "Use {title}", title=title), [InsertOnEdge(new, edge), RemoveNodes([node.id])]))


def _takes(follower: Node, shape: Shape) -> bool:
    """Tell whether a layer with one input takes ``shape``; of a merge that is not known."""
    return layer_kind(follower.kind).max_inputs > 1 or output_shape(
        follower.kind, [shape], follower.parameters) is not None
