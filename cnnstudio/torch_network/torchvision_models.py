"""Compares our known networks with torchvision's own, and imports its networks."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from cnnstudio.errors import NetworkError
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.import_assembly import ImportedNetwork
from cnnstudio.network.names import did_you_mean, quoted
from cnnstudio.network.presets import preset
from cnnstudio.network.torchvision_names import MODELS_BY_NAME
from cnnstudio.torch_network.builder import GraphNetwork, build
from cnnstudio.torch_network.fx_import import import_module
from cnnstudio.torch_network.torchvision_library import make_model, torchvision_models
from cnnstudio.wording import translate

MODELS = {
    "alexnet": "alexnet", "vgg11": "vgg11", "vgg16": "vgg16", "squeezenet": "squeezenet1_0", "resnet18": "resnet18",
    "resnet34": "resnet34", "resnet50": "resnet50", "mobilenetv2": "mobilenet_v2"}
"""Our name of a known network -> torchvision's."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came out of comparing a preset with torchvision's network of the same name.

    Attributes
    ----------
    preset : name of both
    weights, torchvision_weights : learned values in each
    same_shapes : whether the tensors have the same shapes in the same order
    max_difference : largest absolute difference of the logits on one image, with the same weights
    """

    preset: str
    weights: int
    torchvision_weights: int
    same_shapes: bool
    max_difference: float

    @property
    def is_equal(self) -> bool:
        """Whether the two are the same network."""
        return self.same_shapes and self.weights == self.torchvision_weights and self.max_difference == 0.0


def compare_with_torchvision(name: str, *, seed: int = 0) -> Comparison:
    """Build both networks, give ours torchvision's random weights in order, and run one image through each.

    Raises
    ------
    MissingLibraryError
        When torchvision is absent or does not fit the torch that is installed.
    NetworkError
        When torchvision has no such network.
    """
    if name not in MODELS:
        raise NetworkError(translate(
            "torch_network", "There is no network {name} to compare with.{suggestion}", name=quoted(name),
            suggestion=did_you_mean(name, MODELS)))
    models: Any = torchvision_models()
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(seed)
        theirs = getattr(models, MODELS[name])(weights=None).eval()
        ours = build(preset(name)).eval()
        same_shapes = _copy_weights(theirs, ours)
        image = torch.rand(1, *ours.input_shape)
        difference = float((theirs(image) - ours(image)).abs().max()) if same_shapes else float("inf")
    return Comparison(name, _count(ours), _count(theirs), same_shapes, difference)


def importable_models() -> tuple[str, ...]:
    """Return the names `import_torchvision` takes."""
    return tuple(MODELS_BY_NAME)


def import_torchvision(name: str) -> ImportedNetwork:
    """Return one of torchvision's networks as a graph, in its published size; nothing is downloaded.

    Raises
    ------
    MissingLibraryError
        When torchvision is absent or does not fit the torch that is installed.
    NetworkError
        When there is no such network among `importable_models`.
    """
    known = MODELS_BY_NAME.get(name)
    if known is None:
        raise NetworkError(translate(
            "torch_network", "There is no network {name} to import from torchvision.{suggestion}", name=quoted(name),
            suggestion=did_you_mean(name, MODELS_BY_NAME)))
    return import_model(name, known.input_px)


def import_model(name: str, input_px: int) -> ImportedNetwork:
    """Return any network of torchvision as a graph for square colour images; raises as `import_torchvision` does."""
    with WeightsWithoutValues():
        model = make_model(name)
    return import_module(model, (3, input_px, input_px), f"torchvision's {name}")


def compare_import(name: str, *, seed: int = 0) -> Comparison:
    """Import a network, give the graph's module torchvision's random weights, and run one image through each.

    Raises
    ------
    MissingLibraryError, NetworkError
        As `import_torchvision` does.
    """
    graph = import_torchvision(name).graph
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(seed)
        theirs = make_model(name).eval()
        ours = build(graph).eval()
        same_shapes = copy_by_name(theirs, ours, graph)
        image = torch.rand(1, *ours.input_shape)
        difference = float((theirs(image) - ours(image)).abs().max()) if same_shapes else float("inf")
    return Comparison(name, _count(ours), _count(theirs), same_shapes, difference)


def copy_by_name(source: nn.Module, target: GraphNetwork, graph: NetworkGraph) -> bool:
    """Copy the weights of an imported network, whose layers are called after the modules' paths.

    Returns
    -------
    bool
        Whether every tensor had its counterpart of the same shape.
    """
    given = dict(source.state_dict())
    wanted = target.state_dict()
    for key, kept in wanted.items():
        node_id, _, tensor = key.removeprefix("layers.").partition(".")
        value = given.pop(f"{graph.nodes[node_id].name}.{tensor}", None)
        if value is None or value.shape != kept.shape:
            return False
        kept.copy_(value)
    return not given


class WeightsWithoutValues(TorchFunctionMode):
    """Makes the tensors of modules without memory: for a graph only their shapes count.

    ``torch.device("meta")`` would do the same to the numbers from which some networks work out their widths.
    """

    def __torch_function__(self, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Put what modules allocate on the ``meta`` device."""
        options = dict(kwargs or {})
        if function in (torch.empty, torch.zeros, torch.ones) and options.get("device") is None:
            options["device"] = "meta"
        return function(*args, **options)


def _copy_weights(source: nn.Module, target: nn.Module) -> bool:
    """Copy all tensors in order; return False, and copy nothing, when their shapes differ."""
    pairs: list[tuple[Tensor, Tensor]] = list(zip(source.state_dict().values(), target.state_dict().values(),
                                                  strict=False))
    if len(source.state_dict()) != len(target.state_dict()) or any(a.shape != b.shape for a, b in pairs):
        return False
    for given, kept in pairs:
        kept.copy_(given)
    return True


def _count(module: nn.Module) -> int:
    return sum(weight.numel() for weight in module.parameters())
