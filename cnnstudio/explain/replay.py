"""Runs only what is behind a layer, on activations that are given instead of the layer's own."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from cnnstudio.explain.map_layout import MapLayout
from cnnstudio.explain.pass_hooks import Hook, hooked, undisturbed
from cnnstudio.explain.scores import class_scores
from cnnstudio.explain.target import Region

_SAME = 1e-4
"""Largest difference of the logits, as a share of the largest, by which a replay counts as the network itself; that
of float32 is 1e-6, a part that was left out wrongly makes it near 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Prefix:
    """What the parts of a network that ran before one call of a layer gave for one image.

    Attributes
    ----------
    layer : the layer
    call : which call of it, from 1
    outputs : part -> what it gave, call by call; these calls need not run again
    output : what the layer gave, in its own layout
    """

    layer: nn.Module
    call: int
    outputs: Mapping[nn.Module, Sequence[Any]]
    output: Tensor

    @property
    def size_bytes(self) -> int:
        """Memory that is kept."""
        kept = [value for values in self.outputs.values() for value in values if isinstance(value, Tensor)]
        return self.output.nbytes + sum(value.nbytes for value in kept)


def record_prefix(network: nn.Module, layer: nn.Module, call: int, image: Tensor) -> Prefix:
    """Run one image (1, C, H, W) and keep what is needed to begin behind a call of a layer.

    A part is left out later only if calls of it ended before that call, so whatever the network does between its
    parts happens again as it is written.
    """
    outputs: dict[nn.Module, list[Any]] = {part: [] for part in _outermost(network, layer)}
    given: list[Tensor] = []

    def keep(part: nn.Module) -> Hook:
        def hook(_module: nn.Module, _inputs: Any, output: Any) -> None:
            if not given:
                outputs[part].append(_copied(output))
        return hook

    def end(_module: nn.Module, _inputs: Any, output: Any) -> None:
        if len(outputs[layer]) < call - 1:
            outputs[layer].append(_copied(output))
        elif not given:
            given.append(output.detach().clone())

    hooks = {part: keep(part) for part in outputs} | {layer: end}
    outputs[layer] = []
    with undisturbed(network, image) as look, torch.no_grad(), hooked(hooks):
        look()
    prefix = Prefix(layer, call, _without_dead(network, outputs), given[0])
    return prefix if _is_faithful(network, image, prefix) else Prefix(layer, call, {}, given[0])


def replay(network: nn.Module, image: Tensor, prefix: Prefix, layout: MapLayout, activations: Tensor,
           region: Region | None = None) -> Tensor:
    """Return the class scores (n, K) the network gives when the layer gives ``activations``, (n, C, h, w).

    The network is left exactly as found.
    """
    given = layout.output(activations, prefix.output).to(prefix.output.dtype)
    return _run(network, image, prefix, given, region)


def _run(network: nn.Module, image: Tensor, prefix: Prefix, given: Tensor, region: Region | None = None) -> Tensor:
    count = len(given)
    with undisturbed(network, image) as look, torch.no_grad():
        try:
            output = _attempt(network, look.image, prefix, given, lambda value: value.expand(count, *value.shape[1:]))
        except RuntimeError:
            # An expanded value cannot be changed in place; where the network does so, real copies are needed.
            output = _attempt(network, look.image, prefix, given,
                              lambda value: value.expand(count, *value.shape[1:]).clone())
        return class_scores(output, count, region)


def _attempt(network: nn.Module, image: Tensor, prefix: Prefix, given: Tensor,
             widen: Callable[[Tensor], Tensor]) -> Any:
    count = len(given)
    with contextlib.ExitStack() as stack:
        for part, outputs in prefix.outputs.items():
            if part is not prefix.layer:
                stack.enter_context(_calls_replaced(part, [_widened(value, widen) for value in outputs]))
        earlier = [_widened(value, widen) for value in prefix.outputs.get(prefix.layer, ())]
        stack.enter_context(_calls_replaced(prefix.layer, [*earlier, given.clone()], prefix.call - 1 - len(earlier)))
        return network(image.expand(count, -1, -1, -1).clone())


@contextlib.contextmanager
def _calls_replaced(part: nn.Module, outputs: Sequence[Any], skipped: int = 0) -> Iterator[None]:
    """Let the calls of a part from ``skipped`` on give ``outputs`` without running; later and earlier ones run."""
    own = part.forward
    had = part.__dict__.get("forward")
    counted = Counter[str]()

    def forward(*args: Any, **kwargs: Any) -> Any:
        place = counted["calls"] - skipped
        counted["calls"] += 1
        return outputs[place] if 0 <= place < len(outputs) else own(*args, **kwargs)

    part.__dict__["forward"] = forward   # where nn.Module's own __call__ looks first
    try:
        yield
    finally:
        del part.__dict__["forward"]
        if had is not None:
            part.__dict__["forward"] = had


def _outermost(network: nn.Module, layer: nn.Module) -> Iterator[nn.Module]:
    """Yield the largest parts of a network that do not contain the layer."""
    for part in network.children():
        if part is layer:
            continue
        if any(inner is layer for inner in part.modules()):
            yield from _outermost(part, layer)
        else:
            yield part


def _without_dead(network: nn.Module, outputs: Mapping[nn.Module, Sequence[Any]]) -> dict[nn.Module, Sequence[Any]]:
    """Let go of what only parts that will not run again take; known of built network graphs alone."""
    sources: Mapping[str, Sequence[str]] = getattr(network, "sources", {})
    layers = getattr(network, "layers", {})
    if not sources:
        return {part: values for part, values in outputs.items() if values}
    done = {name for name, part in layers.items() if outputs.get(part)}
    wanted = {source for name, before in sources.items() if name not in done for source in before}
    ids = {part: name for name, part in layers.items()}
    nothing = torch.empty(1, 0)
    return {part: [value if ids.get(part, "") in wanted or part not in ids else nothing for value in values]
            for part, values in outputs.items() if values}


def _is_faithful(network: nn.Module, image: Tensor, prefix: Prefix) -> bool:
    """Whether leaving the recorded calls out gives the scores that the whole network gives."""
    with undisturbed(network, image) as look, torch.no_grad():
        whole = class_scores(look(), 1)
    try:
        found = _run(network, image, prefix, torch.cat((prefix.output, prefix.output)))
    except RuntimeError:
        return False
    return bool((found - whole).abs().max() <= _SAME * whole.abs().max())


def _copied(value: Any) -> Any:
    return _each_tensor(value, lambda tensor: tensor.detach().clone())


def _widened(value: Any, widen: Callable[[Tensor], Tensor]) -> Any:
    return _each_tensor(value, widen)


def _each_tensor(value: Any, change: Callable[[Tensor], Tensor]) -> Any:
    """Return what a part gave with every tensor in it changed."""
    if isinstance(value, Tensor):
        return change(value)
    if isinstance(value, Mapping):
        return {name: _each_tensor(inner, change) for name, inner in value.items()}
    if isinstance(value, tuple | list):
        changed = [_each_tensor(inner, change) for inner in value]
        return type(value)(*changed) if hasattr(value, "_fields") else type(value)(changed)
    return value
