"""Which layers run for an image, in what order, in what shape, and whether the class scores come of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from cnnstudio.explain.inspected_layer import InspectedLayer, Side, layer_key
from cnnstudio.explain.map_layout import MapLayout, layout_of
from cnnstudio.explain.pass_hooks import Hook, first_output, hooked, inspected_layers, shown_name, undisturbed
from cnnstudio.explain.scores import class_scores
from cnnstudio.wording import translate

_ACTIVATIONS = frozenset(f"{name}Backward0" for name in (
    "Relu", "Gelu", "Silu", "Hardswish", "Elu", "LeakyRelu", "PreluKernel", "Prelu", "Hardtanh", "Sigmoid", "Tanh",
    "Hardsigmoid", "Mish", "Softplus", "Celu", "Selu"))
# A group of layers hands on what its last layer gave; the copies made while tracing lie between.
_PASSING = frozenset(("CloneBackward0", "AliasBackward0"))


@dataclass(frozen=True, slots=True, eq=False)
class TracedCall:
    """One call of one layer that gave a tensor.

    Attributes
    ----------
    id : the layer's id
    shape : of the whole output
    layout : how it holds maps; None when it has no height and width
    leads_on : whether the class scores come of it
    activation : whether an activation follows at once, or it is one
    is_overwritten : whether a later operation works in place on what it gave
    """

    id: str
    shape: tuple[int, ...]
    layout: MapLayout | None
    leads_on: bool
    activation: Side
    is_overwritten: bool

    @property
    def is_spatial(self) -> bool:
        """Whether a map of it can be shown."""
        return self.layout is not None and self.layout.height * self.layout.width > 1 and self.leads_on


def trace(network: nn.Module, image: Tensor) -> tuple[TracedCall, ...]:
    """Run one image (1, C, H, W) and list every call of a layer, in the order they end."""
    marks: list[tuple[str, Tensor, Any]] = []

    def mark(name: str) -> Hook:
        def hook(_module: nn.Module, _inputs: Any, output: Any) -> Any:
            if not isinstance(output, Tensor) or not output.is_floating_point():
                return None
            torch.set_grad_enabled(True)   # also where a network freezes a part of itself with no_grad
            start = output if output.requires_grad else output.detach().clone().requires_grad_()
            marked = start.clone()
            marks.append((name, marked, marked.grad_fn))
            return marked
        return hook

    hooks = {layer: mark(name) for name, layer in inspected_layers(network).items()}
    with undisturbed(network, image) as look, hooked(hooks):
        look.image.requires_grad_()   # so that what made the first layer's values is recorded, too
        output = look()
        class_scores(output, 1)
    followers = followers_of(first_output(output).grad_fn)
    size = (image.shape[2], image.shape[3])
    return tuple(TracedCall(name, tuple(value.shape), layout_of(value.shape, *size) if value.shape[0] == 1 else None,
                            node in followers, _side(node, followers), _is_changed(value))
                 for name, value, node in marks)


def _is_changed(value: Tensor) -> bool:
    return value._version > 0  # noqa: SLF001 - torch has no other way to ask


def followers_of(end: Any) -> dict[Any, list[Any]]:
    """Return node -> nodes that take its value, for every node of the graph behind ``end``."""
    followers: dict[Any, list[Any]] = {} if end is None else {end: []}
    waiting = list(followers)
    while waiting:
        node = waiting.pop()
        for parent, _ in node.next_functions:
            if parent is None:
                continue
            if parent not in followers:
                followers[parent] = []
                waiting.append(parent)
            followers[parent].append(node)
    return followers


def _side(node: Any, followers: dict[Any, list[Any]]) -> Side:
    if _name(_origin(node)) in _ACTIVATIONS:
        return "after"
    after = list(_ends(node, followers))
    return "before" if after and all(_name(other) in _ACTIVATIONS for other in after) else ""


def _origin(node: Any) -> Any:
    """Return what made the value that is handed on up to ``node``."""
    while node is not None and _name(node) in _PASSING:
        node = node.next_functions[0][0]
    return node


def _ends(node: Any, followers: dict[Any, list[Any]]) -> Iterable[Any]:
    """Yield what takes the value of ``node``, past those that only hand it on."""
    for follower in followers.get(node, ()):
        if _name(follower) in _PASSING:
            yield from _ends(follower, followers)
        else:
            yield follower


def _name(node: Any) -> str:
    return "" if node is None else str(node.name())


def inspected(network: nn.Module, calls: Iterable[TracedCall]) -> tuple[InspectedLayer, ...]:
    """List the calls that a map can be shown of, in order."""
    modules = inspected_layers(network)
    listed = [call for call in calls if call.is_spatial]
    totals, counted = Counter(call.id for call in calls), Counter[str]()
    layers = []
    for call in calls:
        counted[call.id] += 1
        if call in listed and call.layout is not None:
            layers.append(_inspected(network, modules[call.id], call, call.layout, counted[call.id], totals[call.id]))
    return tuple(layers)


def _inspected(network: nn.Module, module: nn.Module, traced: TracedCall, layout: MapLayout, call: int,
               calls: int) -> InspectedLayer:
    name = shown_name(network, traced.id)
    return InspectedLayer(
        key=layer_key(traced.id, call, calls), id=traced.id,
        title=translate(
            "explain", "{name} (call {call} of {calls})", name=name, call=call, calls=calls) if calls > 1 else name,
        shape=layout.shape, call=call, calls=calls, activation=traced.activation,
        is_overwritten=traced.is_overwritten, is_single=is_single(network, module))


def is_single(network: nn.Module, layer: nn.Module) -> bool:
    """Whether a layer is one of its own and not a group of layers that are listed themselves."""
    nodes = getattr(network, "layers", None)
    if isinstance(nodes, nn.ModuleDict):
        return any(layer is node for node in nodes.values())
    return next(layer.children(), None) is None
