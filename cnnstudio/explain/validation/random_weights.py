"""Takes away what a network has learned, layer by layer from the head down, to see whether its maps notice."""

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm

from cnnstudio.explain.pass_hooks import Hook, hooked, undisturbed

STAGES = 8
"""A cascade has at most this many steps."""


@dataclass(slots=True)
class _Part:
    """One module with weights: what they were, and what the normal numbers are like that take their place."""

    module: nn.Module
    values: int
    """How many values a channel has for one image."""
    learned: list[tuple[nn.Parameter, Tensor, float, float]] = field(default_factory=list)
    """Parameter, weights, mean and deviation."""
    running: list[Any] = field(init=False)
    """Statistics of a normalisation over batches."""

    def __post_init__(self) -> None:
        for parameter in self.module.parameters(recurse=False):
            weights = parameter.detach()
            middle = float(weights.mean()) if weights.ndim < 2 else 0.0
            self.learned.append((parameter, weights, middle, float(weights.std(unbiased=False))))
        self.running = [getattr(self.module, name, None) for name in ("running_mean", "running_var")]

    def forget(self, generator: torch.Generator) -> None:
        """Draw the weights anew."""
        for parameter, weights, middle, deviation in self.learned:
            drawn = torch.empty(weights.shape).normal_(middle, deviation, generator=generator)
            parameter.data = drawn.to(weights.device, weights.dtype)
        if isinstance(self.module, _BatchNorm) and self.values > 1:
            self.module.running_mean = self.module.running_var = None

    def remember(self) -> None:
        """Take the learned weights back."""
        for parameter, weights, _, _ in self.learned:
            parameter.data = weights
        if isinstance(self.module, _BatchNorm):
            self.module.running_mean, self.module.running_var = self.running


class ForgetfulNetwork:
    """A copy of a network that can forget what it learned, the last layers first, and remember it again.

    A weight tensor is replaced by normal numbers of its own deviation around 0, a vector (bias, normalisation) by such
    around its own mean, so that sizes stay as they were. A normalisation over batches then takes the statistics of
    the image at hand, as its running ones belong to weights that are gone. Adebayo et al. 2018, section 3.

    Parameters
    ----------
    network : left as found
    image : (1, C, H, W), normalised: the layers are ordered as they run for it

    Attributes
    ----------
    network : the copy
    """

    def __init__(self, network: nn.Module, image: Tensor) -> None:
        self.network = copy.deepcopy(network)
        self._layers = _layers(self.network, image)

    @property
    def layers(self) -> int:
        """How many layers there are with weights; what only scales (a normalisation) belongs to the one before."""
        return len(self._layers)

    def stages(self) -> list[int]:
        """Return how many layers have forgotten in each step of a cascade: 1 to all, in at most `STAGES` even steps."""
        wanted = min(STAGES, self.layers)
        return [1 + round(step * (self.layers - 1) / max(1, wanted - 1)) for step in range(wanted)]

    def forgetting(self, counts: Iterable[int], seed: int) -> Iterator[int]:
        """Remember everything, then let the last layers forget; yield each of the rising ``counts`` once reached."""
        for layer in self._layers:
            for part in layer:
                part.remember()
        generator = torch.Generator().manual_seed(seed)
        done = 0
        for count in counts:
            for layer in self._layers[len(self._layers) - count:len(self._layers) - done][::-1]:
                for part in layer:
                    part.forget(generator)
            done = count
            yield count


def _layers(network: nn.Module, image: Tensor) -> list[list[_Part]]:
    """Return the parts with weights in the order they first run, what only scales with the layer it follows."""
    seen: dict[nn.Module, int] = {}

    def note(part: nn.Module) -> Hook:
        def hook(_module: nn.Module, _inputs: Any, output: Any) -> None:
            seen.setdefault(part, output[0, 0].numel() if isinstance(output, Tensor) and output.ndim > 1 else 1)
        return hook

    parts = [part for part in network.modules() if next(part.parameters(recurse=False), None) is not None]
    with undisturbed(network, image) as look, torch.no_grad(), hooked({part: note(part) for part in parts}):
        look()
    layers: list[list[_Part]] = []
    for module, values in seen.items():
        if layers and all(parameter.ndim < 2 for parameter in module.parameters(recurse=False)):
            layers[-1].append(_Part(module, values))
        else:
            layers.append([_Part(module, values)])
    return layers
