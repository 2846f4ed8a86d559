"""Batch normalisation over the images of several processes: the means of the whole batch, on every device."""

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable
from torch.nn import functional
from torch.nn.modules.batchnorm import _BatchNorm

Total = Callable[[Tensor], Tensor]
"""Returns the sum of a tensor over all processes; the same call comes from each of them."""


def batch_norm_over_all(layer: _BatchNorm, values: Tensor, images: int, total: Total) -> Tensor:
    """Do what a layer in training mode does with the values of all processes together.

    Output, running statistics and gradients are those that ``layer`` has for the joined batch (Ioffe and Szegedy,
    2015), up to rounding; the gradients of its own weights are of this process's images and are added up with all
    others.

    Parameters
    ----------
    values : (n, C, ...) of this process; n may be 0
    images : of all processes

    Raises
    ------
    ValueError
        As torch does, when there is one value a channel in all.
    """
    count = images * math.prod(values.shape[2:])
    if count <= 1:
        raise ValueError("Expected more than 1 value per channel when training")
    exact = values.float() if values.dtype in (torch.bfloat16, torch.float16) else values
    mean, variance = joined_moments(own_moments(exact), count, total)
    _follow(layer, count, mean, variance)
    answer: Tensor = _Normalise.apply(
        exact, layer.weight, layer.bias, mean.to(exact), variance.to(exact), layer.eps, count, total)
    return answer.to(values.dtype)


def own_moments(values: Tensor) -> Tensor:
    """Return (2C,) float64: the sum of each channel's values, and that of their squares."""
    count = values.numel() // values.shape[1]
    if not count:
        return torch.zeros(2 * values.shape[1], dtype=torch.float64, device=values.device)
    # The squares by way of the deviation, which torch works out without losing digits.
    variance, mean = (one.double() for one in torch.var_mean(
        values.detach(), dim=_all_but_channels(values), correction=0))
    return torch.cat((mean, variance + mean * mean)) * count


def joined_moments(own: Tensor, count: int, total: Total) -> tuple[Tensor, Tensor]:
    """Return mean and variance (C,) float64 of the ``count`` values a channel that all processes have together."""
    mean, square = (total(own) / count).chunk(2)
    return mean, (square - mean * mean).clamp_min_(0)


def _follow(layer: _BatchNorm, count: int, mean: Tensor, variance: Tensor) -> None:
    """Move the running statistics as `torch.nn.modules.batchnorm` does."""
    if not layer.track_running_stats or layer.running_mean is None or layer.running_var is None:
        return
    share = 0.0 if layer.momentum is None else layer.momentum
    if layer.num_batches_tracked is not None:
        layer.num_batches_tracked.add_(1)
        share = 1.0 / float(layer.num_batches_tracked) if layer.momentum is None else share
    with torch.no_grad():
        layer.running_mean.mul_(1 - share).add_(mean.to(layer.running_mean), alpha=share)
        unbiased = variance * (count / (count - 1))
        layer.running_var.mul_(1 - share).add_(unbiased.to(layer.running_var), alpha=share)


class _Normalise(torch.autograd.Function):
    """``(x - mean) / sqrt(variance + eps) * weight + bias``, where the means depend on the x of all processes."""

    @staticmethod
    def forward(ctx: Any, values: Tensor, weight: Tensor | None, bias: Tensor | None, mean: Tensor, variance: Tensor,
                eps: float, count: int, total: Total) -> Tensor:
        ctx.save_for_backward(values, weight, mean, torch.rsqrt(variance + eps))
        ctx.count, ctx.total, ctx.has_bias = count, total, bias is not None
        return functional.batch_norm(values, mean, variance, weight, bias, training=False, eps=eps)

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor | None, ...]:
        values, weight, mean, inverse = ctx.saved_tensors
        dims, shape = _all_but_channels(values), (1, -1, *([1] * (values.ndim - 2)))
        own_sum = gradient.sum(dim=dims)
        own_product = ((values - mean.view(shape)) * gradient).sum(dim=dims) * inverse
        sums = ctx.total(torch.cat((own_sum, own_product)).double()).to(values)
        mean_sum, mean_product = (part / ctx.count for part in sums.chunk(2))
        scale = inverse if weight is None else inverse * weight
        # scale * (g - mean(g) - x̂ mean(g x̂)), with x̂ = (x - mean) * inverse written out
        slope = -scale * mean_product * inverse
        shift = -scale * mean_sum - slope * mean
        change = torch.addcmul(shift.view(shape), gradient, scale.view(shape)).addcmul_(values, slope.view(shape))
        return (change, own_product if weight is not None else None, own_sum if ctx.has_bias else None,
                None, None, None, None, None)


def _all_but_channels(values: Tensor) -> list[int]:
    return [dim for dim in range(values.ndim) if dim != 1]
