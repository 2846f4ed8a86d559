"""Finds feature maps that are too small for what comes next, and networks that see too little of the image."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, prod

from cnnstudio.network.design import Design
from cnnstudio.network.edits import Compound, Edit, SetParameter
from cnnstudio.network.graph import Edge, Node
from cnnstudio.network.layer_kinds import Shape, pair_text
from cnnstudio.network.misfit import insert_before, output_shape, remove_mend
from cnnstudio.network.problems import Mend, Problem
from cnnstudio.network.receptive import View
from cnnstudio.network.registry import layer_kind
from cnnstudio.wording import translate

_WINDOWS = (2, 3, 4, 5, 6, 8)
_MOST_DILATION = 16


def sight_warnings(design: Design) -> Iterator[Problem]:
    """Warn of pooling windows larger than what arrives, and of a receptive field below half of the image."""
    for node, kind, arriving in design.used_layers():
        if kind.family == "pooling" and len(arriving) == 3 and "kernel_size" in node.parameters:
            yield from _window_over_map(design, node, arriving)
    yield from _short_sight(design)


def _window_over_map(design: Design, node: Node, arriving: Shape) -> Iterator[Problem]:
    window = node.parameters["kernel_size"]
    if window[0] <= arriving[1] and window[1] <= arriving[2]:
        return
    gets = translate("network", "single pixels") if arriving[1:] == (1, 1) else translate(
        "network", "{height} × {width} pixels", height=arriving[1], width=arriving[2])
    message = translate(
        "network", "{layer} has a {window} window and gets {gets}: the window reaches over the border everywhere, and "
        "there is nothing left to pool. Pool less often before, or use larger images.", layer=node.name,
        window=pair_text(window), gets=gets)
    yield Problem(node.id, "warning", message, tuple(_smaller_window(design, node, arriving)))


def _smaller_window(design: Design, node: Node, arriving: Shape) -> Iterator[Mend]:
    wanted = design.shapes[node.id]
    if wanted == arriving:
        yield remove_mend(node)
    window = tuple(min(size, side) for size, side in zip(node.parameters["kernel_size"], arriving[1:], strict=True))
    changed = {"kernel_size": window, "padding": (0, 0)}
    if output_shape(node.kind, [arriving], node.parameters | changed) == wanted:
        label = translate("network", "Set window size to {window}", window=pair_text(window))
        yield Mend(label, Compound(label, [SetParameter(node.id, name, value) for name, value in changed.items()]))


def _short_sight(design: Design) -> Iterator[Problem]:
    """Warn where feature maps are pooled to single values and none of their values saw half of the image.

    A dense layer behind flatten sees every place, so the receptive field before it may be small.
    """
    start = design.graph.input_node
    if start is None or start.id not in design.shapes:
        return
    wanted = min(design.shapes[start.id][1:]) / 2
    for node, kind, arriving in design.used_layers():
        if kind.family != "pooling" or prod(design.shapes[node.id][1:]) > 1 or prod(arriving[1:]) == 1:
            continue
        seen = design.sight.views
        before = seen[design.unrolled.graph.predecessors(node.id)[0]]
        field = min(ceil(before.field[0]), ceil(before.field[1]))
        if field < wanted and kind.sees_all | ("output_size" in node.parameters):
            yield _short_sight_problem(design, node, field, ceil(wanted), seen)


def _short_sight_problem(design: Design, node: Node, field: int, wanted: int, seen: dict[str, View]) -> Problem:
    start = design.graph.input_node
    sides = design.shapes[start.id] if start is not None else (0, 0, 0)
    message = translate(
        "network", "The values that {layer} averages each saw only {field} × {field} of the image's {side} × {sides} "
        "pixels (their receptive field): the network can tell textures apart, but no shape larger than that. At least "
        "{wanted} pixels are wanted: pool earlier, or spread a kernel by dilation.", layer=node.name, field=field,
        side=sides[1], sides=sides[2], wanted=wanted)
    if design.unrolled.graph is not design.graph:
        return Problem(node.id, "warning", message)
    path = _path(design, node)
    mends = [*_pool_mend(design, path, seen, wanted), *_dilation_mend(design, path, seen, wanted)]
    return Problem(node.id, "warning", message, tuple(mends))


def _path(design: Design, node: Node) -> list[tuple[Node, Edge]]:
    """Return the chain of layers above ``node``, nearest first, with the edge into each from the one above."""
    chain = []
    for above, _edge in design.above(node.id):
        edges = design.graph.in_edges(above.id)
        if len(edges) != 1 or len(design.graph.out_edges(above.id)) != 1:
            break
        chain.append((above, edges[0]))
    return chain


def _pool_mend(design: Design, path: list[tuple[Node, Edge]], seen: dict[str, View], wanted: int) -> Iterator[Mend]:
    """Offer max pooling before the last convolution where the smallest window that is enough still fits."""
    if not path:
        return
    end = min(seen[path[0][0].id].field)
    for window in _WINDOWS:
        for place, (node, edge) in enumerate(path):
            kind, view = layer_kind(node.kind), seen[edge.source]
            if not kind.is_weighted or design.graph.nodes[edge.source].kind == "Input":
                continue
            new = min(view.field) + (window - 1) * min(view.jump) + window * (end - min(view.field))
            if new >= wanted and _still_fits(design, path[:place + 1], window):
                label = translate(
                    "network", "Insert max pooling {window}×{window} before {layer}", window=window, layer=node.name)
                parameters = {"kernel_size": (window, window), "stride": (window, window)}
                yield Mend(label, insert_before(design.graph, edge, [("MaxPool2d", parameters)]))
                return


def _still_fits(design: Design, path: list[tuple[Node, Edge]], window: int) -> bool:
    """Whether the layers from the last of ``path`` on take maps that were pooled, with no kernel over the border."""
    shape = output_shape("MaxPool2d", [design.shapes[path[-1][1].source]], {
        "kernel_size": (window, window), "stride": (window, window)})
    for node, _edge in reversed(path):
        window_size = layer_kind(node.kind).window
        if shape is None or len(shape) != 3:
            return False
        after = output_shape(node.kind, [shape], node.parameters)
        if after is None or any(
                size > side for size, side in zip(window_size([shape], after, node.parameters).size, shape[1:],
                                                  strict=True)):
            return False
        shape = after
    return True


def _dilation_mend(
        design: Design, path: list[tuple[Node, Edge]], seen: dict[str, View], wanted: int) -> Iterator[Mend]:
    """Offer the dilation of the last convolution that is enough, with the padding that keeps the size."""
    for node, edge in path:
        kernel = node.parameters.get("kernel_size", (1, 1))
        if "dilation" not in node.parameters or min(kernel) == 1:
            continue
        end, jump, old = min(seen[path[0][0].id].field), min(seen[edge.source].jump), node.parameters["dilation"]
        gap = max(old) + ceil(Fraction(wanted - end) / ((min(kernel) - 1) * Fraction(jump)))
        arriving = design.shapes[edge.source]
        if gap <= _MOST_DILATION and all(gap * (size - 1) + 1 <= side
                                         for size, side in zip(kernel, arriving[1:], strict=True)):
            yield from _spread_kernel(design, node, arriving, gap)
        return


def _spread_kernel(design: Design, node: Node, arriving: Shape, gap: int) -> Iterator[Mend]:
    changed: dict[str, object] = {"dilation": (gap, gap)}
    more = [(size - 1) * (gap - before) for size, before in zip(
        node.parameters["kernel_size"], node.parameters["dilation"], strict=True)]
    if not node.parameters.get("same"):
        changed["padding"] = tuple(
            pad + extra // 2 for pad, extra in zip(node.parameters["padding"], more, strict=True))
    if output_shape(node.kind, [arriving], node.parameters | changed) == design.shapes[node.id]:
        label = translate("network", "Set dilation of {layer} to {gap}", layer=node.name, gap=gap)
        edits: list[Edit] = [SetParameter(node.id, name, value) for name, value in changed.items()]
        yield Mend(label, Compound(label, edits))
