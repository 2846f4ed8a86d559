"""The gradients of several batches gathered for one update, and the parts a batch is computed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from cnnstudio.wording import translate


@dataclass(frozen=True, slots=True, eq=False)
class GatheredGradients:
    """What the batches since the last update add to the next one.

    Attributes
    ----------
    batches : how many there were
    weight : sum of their `losses.total_weight`, by which the sum of gradients is divided in the end
    gradients : one a weight that learns, each times its batch's weight; None where there was no gradient
    """

    batches: int = 0
    weight: float = 0.0
    gradients: tuple[Tensor | None, ...] = ()

    def added_to(self, parameters: Sequence[nn.Parameter], weight: float) -> "GatheredGradients":
        """Add these gradients to those of one more batch, which are in the parameters, and return the sum.

        The sum's tensors are the parameters' own ``grad``; this value stays as it is, so that a step that fails
        later has changed nothing.
        """
        earlier = self.gradients or (None,) * len(parameters)
        for parameter, gathered in zip(parameters, earlier, strict=True):
            if parameter.grad is not None:
                parameter.grad.mul_(weight)
                if gathered is not None:
                    parameter.grad.add_(gathered)
            elif gathered is not None:
                parameter.grad = gathered.clone()
        return GatheredGradients(self.batches + 1, self.weight + weight, tuple(each.grad for each in parameters))

    def make_mean(self) -> None:
        """Divide the gradients by the weight of their batches: those of one large batch remain."""
        for gradient in self.gradients:
            if gradient is not None:
                gradient.div_(self.weight)

    def state(self) -> dict[str, Any]:
        """Return plain values and tensors to save."""
        return {"batches": self.batches, "weight": self.weight, "gradients": list(self.gradients)}

    @classmethod
    def from_state(cls, state: dict[str, Any], device: torch.device) -> "GatheredGradients":
        """Return what `state` was made from, with copies on a device."""
        gradients = (None if each is None else each.detach().to(device, copy=True) for each in state["gradients"])
        return cls(state["batches"], state["weight"], tuple(gradients))


def parts_of(count: int, size: int, *, joins_single: bool) -> list[slice]:
    """Divide ``count`` images into parts of ``size``, the last one smaller.

    Parameters
    ----------
    size : 0 for one part
    joins_single : a last part of a single image joins the one before, for batch normalisation cannot learn from one
    """
    if size == 0 or size >= count:
        return [slice(0, count)]
    starts = list(range(0, count, size))
    if joins_single and size > 1 and count - starts[-1] == 1:
        starts.pop()
    return [slice(start, end) for start, end in zip(starts, [*starts[1:], count], strict=True)]


def halving_notice(place: str, before: int, after: int, *, normalises: bool) -> str:
    """Say that a step was done again in smaller parts, and what that changes."""
    statistics = ("" if not normalises else
                  translate(
                      "training", " Batch normalisation takes its means from the images computed at once, so the "
                      "curve may differ a little."))
    return translate(
        "training", "{place}: the memory was used up by {before} images at once. The step was done again with {after} "
        "at a time, and so are all from now on: every update still learns from as many images.{statistics}",
        place=place, before=before, after=after, statistics=statistics)
