"""From the gradients of batches to new weights: gathered, clipped, taken a step along, averaged."""

import contextlib
import math
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import nn

from cnnstudio.training.averaging import WeightAverage
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.gathering import GatheredGradients
from cnnstudio.training.tally import Measures, norms_of


class WeightUpdates:
    """Updates the weights of a module as a recipe says.

    Parameters
    ----------
    module : on ``device``; which of its parameters learn is settled
    optimizer : over these parameters

    Attributes
    ----------
    parameters : those that learn, in the module's order
    """

    def __init__(self, module: nn.Module, optimizer: torch.optim.Optimizer, config: TrainConfig,
                 device: torch.device) -> None:
        self._module, self._optimizer, self._config, self._device = module, optimizer, config, device
        self.parameters = [parameter for parameter in module.parameters() if parameter.requires_grad]
        self._average = WeightAverage(module, config.average_decay) if config.average_decay else None
        self._gathered = GatheredGradients()

    def take(self, measures: Measures, rate: float | None, *, is_last: bool) -> None:
        """Put the gradients of a batch to those gathered, or update the weights when it was the last of them.

        Parameters
        ----------
        rate : the learning rate of this update; None leaves the optimiser's
        is_last : update after this batch, however few are gathered
        """
        norms = measures.gradient_norms
        if self._config.accumulation > 1:
            gathered = self._gathered.added_to(self.parameters, measures.weight)
            if gathered.batches < self._config.accumulation and not is_last:
                self._gathered = gathered
                return
            gathered.make_mean()
            norms = norms_of(self.gradients()) if self._config.clip_norm else norms
        self._clip(norms)
        self._set_rate(rate)
        self._optimizer.step()
        self._gathered = GatheredGradients()
        if self._average:
            self._average.update()

    def _clip(self, norms: Sequence[float]) -> None:
        """Shorten the gradient to the recipe's longest (Pascanu and others, 2013; ``clip_grad_norm_``)."""
        length = math.hypot(*norms) if self._config.clip_norm else 0.0
        if length > self._config.clip_norm:
            torch._foreach_mul_(self.gradients(), self._config.clip_norm / (length + 1e-6))

    def _set_rate(self, rate: float | None) -> None:
        if rate is not None:
            for group in self._optimizer.param_groups:
                group["lr"] = rate * group.get("rate_factor", 1.0)

    def gradients(self) -> list[torch.Tensor]:
        """Return the gradients there are, in the order of the parameters."""
        return [parameter.grad for parameter in self.parameters if parameter.grad is not None]

    def norm_of_each(self, norms: Sequence[float]) -> Sequence[float]:
        """Put a 0 in the place of every parameter that got no gradient."""
        if len(norms) == len(self.parameters):
            return norms
        rest = iter(norms)
        return [0.0 if parameter.grad is None else next(rest) for parameter in self.parameters]

    def clear(self) -> None:
        """Let go of the gradients."""
        for parameter in self.parameters:  # what the optimiser's zero_grad does, in a fifth of its time
            parameter.grad = None

    def averaged(self) -> contextlib.AbstractContextManager[None]:
        """Let the module have its result's weights inside the block: the averaged ones, if the recipe averages."""
        return self._average.in_force() if self._average else contextlib.nullcontext()

    def result_weights(self) -> dict[str, torch.Tensor]:
        """Return the ``state_dict`` that is the training's result; the tensors are the live ones."""
        return self._average.weights() if self._average else dict(self._module.state_dict())

    def state(self) -> dict[str, Any]:
        """Return what is gathered and averaged: plain values and the live tensors."""
        return {"gathered": self._gathered.state(), "average": self._average.state() if self._average else None}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from a `state`, whose tensors are copied; one of an earlier version has none of it."""
        gathered = state.get("gathered")
        self._gathered = GatheredGradients.from_state(gathered, self._device) if gathered else GatheredGradients()
        average = state.get("average")
        if self._average and average:
            self._average.restore(average)
