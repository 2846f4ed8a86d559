"""Finds what is not connected: a missing Input or Output, layers that get nothing or lead nowhere."""

from collections.abc import Iterator, Mapping, Sequence

from cnnstudio.network.edits import AddNode, Compound, Connect, Edit
from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.layout import ROW_PX
from cnnstudio.network.mends import output_shape, remove_mend
from cnnstudio.network.problems import Mend, Problem
from cnnstudio.network.registry import layer_kind
from cnnstudio.wording import joined, translate


def connection_problems(graph: NetworkGraph, shapes: Mapping[str, Shape], order: Sequence[str]) -> Iterator[Problem]:
    """Yield what is missing, doubled or not connected; ``order`` is topological."""
    yield from _missing_ends(graph, shapes, order)
    yield from _doubled_ends(graph)
    output = graph.output_node
    used = graph.upstream(output.id) if output is not None else set()
    for node_id in order:
        node = graph.nodes[node_id]
        given, needed = len(graph.predecessors(node_id)), layer_kind(node.kind).min_inputs
        if node.kind == "Output" and not given:
            yield _nothing_at_output(graph, node, shapes, order)
        elif given < needed:
            yield _missing_input(graph, node, given, shapes, order, leads_on=node_id in used)
        elif node_id in shapes and not graph.out_edges(node_id) and layer_kind(node.kind).has_output:
            yield _leads_nowhere(graph, node)


def no_input_problem(node: Node) -> str:
    """Return the sentence about a layer whose shape is not known yet."""
    return translate("network", "{layer} has no shape yet: its own input is missing or does not fit.", layer=node.name)


def _missing_ends(graph: NetworkGraph, shapes: Mapping[str, Shape], order: Sequence[str]) -> Iterator[Problem]:
    if graph.input_node is None:
        message = translate("network", "The network has no Input, so no image can enter it.")
        yield Problem(None, "error", message, (Mend(translate("network", "Add Input"), _add_input(graph)),))
    if graph.output_node is None:
        message = translate("network", "The network has no Output, so no class can come out of it.")
        yield Problem(None, "error", message, (Mend(translate(
            "network", "Add Output"), _add_output(graph, shapes, order)),))


def _doubled_ends(graph: NetworkGraph) -> Iterator[Problem]:
    for kind, first in (("Input", graph.input_node), ("Output", graph.output_node)):
        for node in graph.nodes.values():
            if node.kind == kind and first is not None and node.id != first.id:
                message = translate(
                    "network", "{layer} is a second {kind}, and a network has one: {first} is used.", layer=node.name,
                    kind=kind, first=first.name)
                yield Problem(node.id, "error", message, (remove_mend(node),))


def _nothing_at_output(
        graph: NetworkGraph, node: Node, shapes: Mapping[str, Shape], order: Sequence[str]) -> Problem:
    message = translate("network", "Nothing arrives at {layer}: connect the last layer to it.", layer=node.name)
    last = _last_loose_end(graph, shapes, order)
    if last is None:
        return Problem(node.id, "error", message)
    head, label = _head_kinds(shapes[last.id], node.parameters["classes"]), translate(
        "network", "Connect {last} to {layer}", last=last.name, layer=node.name)
    titles = joined([translate("LayerKind", layer_kind(kind).title) for kind in head])
    edit = Compound(label, _chain(graph, last, head, node, node.parameters["classes"]))
    return Problem(node.id, "error", message, (Mend(translate(
        "network", "{label} through {titles}", label=label, titles=titles) if head else label, edit),))


def _missing_input(
        graph: NetworkGraph, node: Node, given: int, shapes: Mapping[str, Shape], order: Sequence[str], *,
        leads_on: bool) -> Problem:
    needed = layer_kind(node.kind).min_inputs
    if given:
        message = translate(
            "network", "{layer} needs at least {needed} inputs and has {given}: connect another layer to it.",
            layer=node.name, needed=needed, given=given)
    else:
        message = translate("network", "{layer} is not connected: nothing arrives at it.", layer=node.name)
    mends = [remove_mend(node)]
    last = _last_loose_end(graph, shapes, order)
    if not given and last is not None and output_shape(node.kind, [shapes[last.id]] * needed, node.parameters):
        edge = Edge(last.id, node.id)
        if needed == 1 and graph.can_connect(edge):
            mends.insert(0, Mend(translate(
                "network", "Connect {last} to {layer}", last=last.name, layer=node.name), Connect(edge)))
    return Problem(node.id, "error" if leads_on else "warning", message, tuple(mends))


def _leads_nowhere(graph: NetworkGraph, node: Node) -> Problem:
    message = translate(
        "network", "{layer} is not connected: what it computes is not used. Connect it to a next layer.",
        layer=node.name)
    removable = node.kind != "Input"
    if graph.output_node is not None and node.kind == "Input":
        message = translate(
            "network", "{layer} is not connected: the image goes nowhere. Connect it to the first layer.",
            layer=node.name)
    return Problem(node.id, "warning", message, (remove_mend(node),) if removable else ())


def _last_loose_end(graph: NetworkGraph, shapes: Mapping[str, Shape], order: Sequence[str]) -> Node | None:
    """Return the last layer with a shape that feeds nothing yet."""
    ends = [graph.nodes[node_id] for node_id in order
            if node_id in shapes and not graph.out_edges(node_id) and graph.nodes[node_id].kind != "Output"]
    return ends[-1] if ends else None


def _add_input(graph: NetworkGraph) -> Edit:
    """Return the edit that adds an Input and connects it to the first layer that has none."""
    first = next((node for node in graph.nodes.values()
                  if not graph.predecessors(node.id) and node.kind != "Output"), None)
    node = graph.draft_node("Input") if first is None else graph.draft_node("Input", first.x, first.y - ROW_PX)
    if first is None:
        return AddNode(node)
    return Compound(translate("network", "Add Input"), [AddNode(node), Connect(Edge(node.id, first.id))])


def _add_output(graph: NetworkGraph, shapes: Mapping[str, Shape], order: Sequence[str]) -> Edit:
    """Return the edit that adds an Output after the last layer, with as many classes as values arrive."""
    last = _last_loose_end(graph, shapes, order)
    if last is None:
        return AddNode(graph.draft_node("Output"))
    shape = shapes[last.id]
    classes = {"classes": shape[0]} if len(shape) == 1 and 2 <= shape[0] <= 1000 else {}
    node = graph.draft_node("Output", last.x, last.y + 3 * ROW_PX, **classes)
    head = _head_kinds(shape, node.parameters["classes"])
    chain = _chain(graph, last, head, node, node.parameters["classes"])
    return Compound(translate("network", "Add Output"), [AddNode(node), *chain])


def _head_kinds(shape: Shape, classes: int) -> tuple[str, ...]:
    """Return the kinds that make one value a class of a shape."""
    if shape == (classes,):
        return ()
    return ("GlobalAvgPool2d", "Linear") if len(shape) == 3 else ("Linear",)


def _chain(graph: NetworkGraph, last: Node, kinds: Sequence[str], target: Node, classes: int) -> list[Edit]:
    """Return the edits that lead from ``last`` through new layers of ``kinds`` to ``target``."""
    edits: list[Edit] = []
    left = last
    for number, kind in enumerate(kinds, 1):
        parameters = {"out_features": classes} if kind == "Linear" else {}
        node = graph.draft_node(kind, last.x, last.y + number * ROW_PX, **parameters)
        edits += [AddNode(node), Connect(Edge(left.id, node.id))]
        left = node
    return [*edits, Connect(Edge(left.id, target.id))]
