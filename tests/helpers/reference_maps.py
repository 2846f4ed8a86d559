"""Maps of the class activation map family by a second way: float64, without hooks, the formulas in numpy."""

import copy
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, fx, nn

from cnnstudio.torch_network.builder import GraphNetwork

Double = np.ndarray


@dataclass(frozen=True, eq=False)
class Walk:
    """A pass in float64: what each call of each layer gave, by layer key, and the class scores; all with a way back.

    Attributes
    ----------
    outputs : layer key (``"relu@1"`` for a call that is not the last) -> (n, C, h, w) or (n, F)
    modules : layer key -> module
    scores : (n, K)
    """

    outputs: Mapping[str, Tensor]
    modules: Mapping[str, nn.Module]
    scores: Tensor

    def activations(self, key: str) -> Double:
        """Return A of the first image, (C, h, w)."""
        return self.outputs[key].detach().numpy()[0]

    def gradients(self, target: int, keys: Iterable[str]) -> dict[str, Double]:
        """Return dz/dA of the first image, (C, h, w), by key; zeros where the score does not depend on A."""
        names = list(keys)
        found = torch.autograd.grad(self.scores[0, target], [self.outputs[key] for key in names], retain_graph=True,
                                    allow_unused=True)
        return {key: np.zeros_like(self.activations(key)) if gradient is None else gradient.numpy()[0]
                for key, gradient in zip(names, found, strict=True)}


class _Copying(fx.Interpreter):
    """Runs a graph of operations one by one, each on copies: nothing that is changed in place is seen by another."""

    def __init__(self, module: fx.GraphModule) -> None:
        super().__init__(module, garbage_collect_values=False)
        self.calls: list[tuple[str, Tensor]] = []

    def fetch_args_kwargs_from_env(self, n: fx.Node) -> Any:
        args, kwargs = super().fetch_args_kwargs_from_env(n)
        return fx.node.map_aggregate(args, _copied), fx.node.map_aggregate(kwargs, _copied)

    def call_module(self, target: Any, args: Any, kwargs: Any) -> Any:
        result = super().call_module(target, args, kwargs)
        if isinstance(result, Tensor):
            self.calls.append((str(target), result))
        return result


def _copied(value: Any) -> Any:
    return value.clone() if isinstance(value, Tensor) else value


def walk(network: nn.Module, images: Tensor) -> Walk:
    """Run images (n, C, H, W) through a copy of a network in float64, evaluation mode, operation by operation."""
    double = copy.deepcopy(network).double().eval()
    inputs = images.double().requires_grad_()
    return _walk_graph(double, inputs) if isinstance(network, GraphNetwork) else _walk_traced(double, inputs)


def _walk_traced(double: nn.Module, inputs: Tensor) -> Walk:
    from torchvision.models.feature_extraction import NodePathTracer

    tracer = NodePathTracer()
    interpreter = _Copying(fx.GraphModule(tracer.root if hasattr(tracer, "root") else double, tracer.trace(double)))
    scores = interpreter.run(inputs)
    scores = scores[0] if isinstance(scores, tuple) else scores
    return _keyed(interpreter.calls, dict(double.named_modules()), scores)


def _walk_graph(double: GraphNetwork, inputs: Tensor) -> Walk:
    values: dict[str, Tensor] = {double.input_id: inputs}
    for name, sources in double.sources.items():
        if sources:
            values[name] = double.layers[name](*(values[source].clone() for source in sources))
    calls = [(name, value) for name, value in values.items() if name != double.input_id]
    return _keyed(calls, dict(double.layers.items()), values[double.output_id])


def _keyed(calls: list[tuple[str, Tensor]], modules: Mapping[str, nn.Module], scores: Tensor) -> Walk:
    totals, counted = Counter(name for name, _ in calls), Counter[str]()
    outputs, kinds = {}, {}
    for name, value in calls:
        counted[name] += 1
        key = name if counted[name] == totals[name] else f"{name}@{counted[name]}"
        outputs[key], kinds[key] = value, modules[name]
    return Walk(outputs, kinds, scores)


def grad_cam(a: Double, g: Double) -> Double:
    return np.einsum("k,khw->hw", g.reshape(len(g), -1).mean(axis=1), a)


def hires_cam(a: Double, g: Double) -> Double:
    return (a * g).sum(axis=0)


def layer_cam(a: Double, g: Double) -> Double:
    return (a * np.where(g > 0, g, 0)).sum(axis=0)


def element_wise(a: Double, g: Double) -> Double:
    return np.where(a * g > 0, a * g, 0).sum(axis=0)


def xgrad_cam(a: Double, g: Double) -> Double:
    shares = [(grads * maps).sum() / (maps.sum() + 1e-7) for maps, grads in zip(a, g, strict=True)]
    return np.einsum("k,khw->hw", np.array(shares), a)


def grad_cam_plus_plus(a: Double, g: Double) -> Double:
    """Equation 19 as it is printed, without anything added to the divisor."""
    result = np.zeros(a.shape[1:])
    for maps, grads in zip(a, g, strict=True):
        square, cube = grads**2, grads**3
        divisor = 2 * square + maps.sum() * cube
        alpha = np.divide(square, divisor, out=np.zeros_like(square), where=divisor != 0)
        result += (alpha * np.maximum(grads, 0)).sum() * maps
    return result


def eigen_cam(a: Double, g: Double) -> Double:
    """Project on the first principal component by a singular value decomposition; its sign is arbitrary."""
    del g
    places = a.reshape(len(a), -1).T
    centred = places - places.mean(axis=0)
    _, _, right = np.linalg.svd(centred, full_matrices=False)
    return (centred @ right[0]).reshape(a.shape[1:])


FORMULAS: Mapping[str, Callable[[Double, Double], Double]] = {
    "grad-cam": grad_cam, "hirescam": hires_cam, "layercam": layer_cam, "element-wise": element_wise,
    "xgrad-cam": xgrad_cam, "grad-cam++": grad_cam_plus_plus, "eigencam": eigen_cam}


def relative_error(measured: Double, truth: Double) -> float:
    """Return the largest difference as a share of the largest true value."""
    return float(np.abs(np.asarray(measured, np.float64) - truth).max() / np.abs(truth).max())
