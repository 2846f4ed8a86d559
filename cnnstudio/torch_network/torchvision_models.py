"""The one place that imports torchvision: compares our known networks with its own."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from cnnstudio.errors import MissingLibraryError, NetworkError
from cnnstudio.network.names import did_you_mean, quoted
from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import build

MODELS = ("alexnet", "vgg16", "resnet18")


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
        raise NetworkError(f"There is no network {quoted(name)} to compare with.{did_you_mean(name, MODELS)}")
    models: Any = _torchvision_models()
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(seed)
        theirs = getattr(models, name)(weights=None).eval()
        ours = build(preset(name)).eval()
        same_shapes = _copy_weights(theirs, ours)
        image = torch.rand(1, *ours.input_shape)
        difference = float((theirs(image) - ours(image)).abs().max()) if same_shapes else float("inf")
    return Comparison(name, _count(ours), _count(theirs), same_shapes, difference)


def _torchvision_models() -> Any:
    try:
        from torchvision import models
    except (ImportError, RuntimeError, OSError) as error:
        # A torchvision for another torch fails with "operator torchvision::nms does not exist".
        raise MissingLibraryError(
            f"Comparing with torchvision needs torchvision, which cannot be used here ({error}). Install the version "
            "that belongs to the installed torch: pip install --upgrade torch torchvision") from error
    return models


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
