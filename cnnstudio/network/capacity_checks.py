"""Finds networks with far more weights than their images can teach."""

from collections.abc import Iterator
from math import prod

from cnnstudio.network.design import CheckContext, Design
from cnnstudio.network.edits import Compound, InsertOnEdge, RemoveNodes
from cnnstudio.network.graph import Node
from cnnstudio.network.misfit import output_shape
from cnnstudio.network.problems import Mend, Problem
from cnnstudio.network.registry import layer_kind
from cnnstudio.wording import translate

MOST_WEIGHTS_AN_IMAGE = 1000
ALWAYS_ALLOWED = 100_000
"""Weights that no network is warned of: the smallest that learn photographs well have about as many."""


def capacity_warnings(design: Design, context: CheckContext) -> Iterator[Problem]:
    """Warn of more than a thousand weights for each training image, at the layer that has most of them.

    Networks of up to `ALWAYS_ALLOWED` weights are never meant.
    """
    if not context.training_images:
        return
    weights = _weights(design)
    whole = sum(weights.values())
    limit = max(ALWAYS_ALLOWED, MOST_WEIGHTS_AN_IMAGE * context.training_images)
    if whole <= limit:
        return
    largest = design.graph.nodes[max(weights, key=lambda node_id: weights[node_id])]
    message = translate(
        "network", "The network has {whole:,} weights and {training_images:,} training images, {other_whole:,} "
        "weights for each image: it can learn them by heart. {largest} alone has {weight:,}. Make it smaller, add "
        "images or augmentation, or expect overfitting.", whole=whole, training_images=context.training_images,
        other_whole=whole // context.training_images, largest=largest.name, weight=weights[largest.id])
    yield Problem(largest.id, "warning", message, tuple(_pool_instead(design, largest, whole, limit)))


def _weights(design: Design) -> dict[str, int]:
    """Return the weights that learn of the layers that lead to the Output, all copies of a repeated one together."""
    flat = design.unrolled.graph
    output = flat.output_node
    used = flat.upstream(output.id) if output is not None else frozenset(flat.nodes)
    found: dict[str, int] = {}
    for flat_id in used & design.shapes.keys():
        node = flat.nodes[flat_id]
        count = layer_kind(node.kind).learned(design.input_shapes[flat_id], node.parameters)
        origin = design.unrolled.origin[flat_id]
        found[origin] = found.get(origin, 0) + count
    return found


def _pool_instead(design: Design, largest: Node, whole: int, limit: int) -> Iterator[Mend]:
    """Offer a mean of each feature map in the place of the flatten before the layer, where that is enough."""
    if len(design.input_shapes.get(largest.id, ())) != 1:
        return
    for node, edge in design.above(largest.id):
        arriving = design.input_shapes[node.id]
        if node.kind == "Flatten" and len(arriving) == 1 and len(arriving[0]) == 3:
            shape = output_shape("GlobalAvgPool2d", arriving, {})
            before = largest.parameters | {"in_features": 0}
            rules = layer_kind(largest.kind)
            saved = prod(design.shapes[node.id]) - (shape[0] if shape else 0)
            fits = shape is not None and not largest.parameters.get("in_features")
            new_total = whole - saved * int(before.get("out_features", 0))
            if fits and rules.count_parameter == "out_features" and new_total <= limit and not edge.port:
                yield _swap(design, node)
            return
        if not layer_kind(node.kind).keeps_count:
            return


def _swap(design: Design, flatten: Node) -> Mend:
    new = design.graph.draft_node("GlobalAvgPool2d", flatten.x, flatten.y)
    (edge,) = design.graph.in_edges(flatten.id)
    label = translate("network", "Use global average pooling instead of Flatten")
    return Mend(label, Compound(label, [InsertOnEdge(new, edge), RemoveNodes([flatten.id])]))
