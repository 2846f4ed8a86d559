"""Runs exported PyTorch files and compares them with the program's own network."""

import sys

import torch
from torch import nn

from cnnstudio.export.pytorch_source import source, weight_names
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.torch_network.builder import GraphNetwork, build


def run(text: str) -> nn.Module:
    """Execute an exported file where nothing but PyTorch can be imported, and return its Network."""
    namespace: dict[str, object] = {"__name__": "exported", "__builtins__": _builtins()}
    exec(compile(text, "network.py", "exec"), namespace)
    with torch.random.fork_rng(devices=[]):
        return namespace["Network"]()


def both(graph: NetworkGraph) -> tuple[GraphNetwork, nn.Module]:
    """Return the program's module and the exported one with the same weights, both for prediction."""
    ours, exported = build(graph), run(source(graph))
    state = ours.state_dict()
    names = weight_names(graph, state)
    assert list(names) == list(exported.state_dict())
    exported.load_state_dict({name: state[key] for name, key in names.items()})
    return ours.eval(), exported.eval()


def difference(graph: NetworkGraph, images: int = 2) -> float:
    """Return the largest difference of logits between the program's module and the exported one."""
    ours, exported = both(graph)
    return largest_difference(ours, exported, random_images(ours, images))


def largest_difference(ours: nn.Module, exported: nn.Module, images: torch.Tensor) -> float:
    """Return the largest difference of logits for the same images."""
    with torch.no_grad():
        first, second = ours(images), exported(images)
    assert first.shape == second.shape
    assert torch.isfinite(first).all()
    return float((first - second).abs().max())


def random_images(network: GraphNetwork, count: int) -> torch.Tensor:
    """Return (count, C, H, W) normal values, the same each time."""
    return torch.randn(count, *network.input_shape, generator=torch.Generator().manual_seed(0))


def _builtins() -> dict[str, object]:
    """Return Python's builtins with an import that knows torch only."""
    def torch_only(name: str, *arguments: object, **words: object) -> object:
        if name.partition(".")[0] != "torch":
            raise ImportError(f"the exported file imports {name}")
        return original(name, *arguments, **words)

    builtins = dict(vars(sys.modules["builtins"]))
    original = builtins["__import__"]
    return {**builtins, "__import__": torch_only}
